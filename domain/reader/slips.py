"""Key words that are typed by sound: 发身 is 发生, 懈待 is 懈怠, 还妹 is 还没."""

from domain.patterns import pattern_of

SLIPS = (
    # typed without the characters: meiyou chaoqi
    (pattern_of(r"(?i)(?<![a-z])mei ?you ?(?![a-z](?!haoqi))"), "没有"),
    (pattern_of(r"(?i)(?<![a-z])wu(?=\s*(?:$|[,，。;；!！]))"), "无"),
    (pattern_of(r"(?i)(?<![a-z])chao ?qi ?(?![a-z])"), "超期"),
    (pattern_of(r"(?i)(?<![a-z])fa ?sheng ?(?![a-z])"), "发生"),
    # its shape: no end of a month
    (pattern_of(r"(?<![月年周期季旬岁世半])末(?=发[生现]|出现|存在|接到|收到|超期)"), "未"),
    (pattern_of(r"(?<=[0-9])[OoＯｏ](?![A-Za-z])|(?<![A-Za-z])[OoＯｏ](?=[0-9]{1,2}[日号])"), "0"),
    (pattern_of(r"发[身伸甥]|发声(?=过|了|任何|的)|(?<=[没未有])发声(?!明)"), "发生"),
    (pattern_of(r"[超草抄][其气]|[草抄]期"), "超期"),
    (pattern_of(r"懈[待代带]|[解谢泻卸]怠"), "懈怠"),
    (pattern_of(r"还[妹枚媒](?!妹|体)"), "还没"),
    (pattern_of(r"[妹媒][有由油]|(?<![那这什怎多要])么[有得]|没由(?!来)"), "没有"),
    (pattern_of(r"(?<![一-鿿])么(?=[超发出拖])"), "没"),
    (
        pattern_of(
            r"(?<!玉)米有|[木][有油]|[没梅霉][油友](?=$|[,，。;；!！\s~～]|超|发|过|任|重|啊|哈)|莫得|没得(?!空|时|法|办|说|事)"
        ),
        "没有",
    ),
    (pattern_of(r"(?<=[0-9一二三四五六七八九十百])见(?=$|[^面证习解到过效闻谅了])"), "件"),
    (pattern_of(r"(?<![兄师徒子小])弟(?=[一二三四五六七八九十0-9])"), "第"),
    (pattern_of(r"(?:^|(?<=[\s,，。]))恩+(?=[\s,，。是]|$)"), "嗯"),
    (pattern_of(r"[记纪计]路|计录"), "记录"),
    (pattern_of(r"[台抬][帐涨]|抬账"), "台账"),
    (pattern_of("学[十石实识](?=[满够没不])"), "学时"),
    (
        pattern_of(
            "(?<=[写打说报填弄搞记发输录标])(?:[措挫搓岔反]|颠倒|[混倒](?=了))(?!映|应|馈)|(?<=[一-鿿])颠倒(?=了)"
        ),
        "错",
    ),
    (pattern_of(r"招开"), "召开"),
    (pattern_of(r"投[塑素速]"), "投诉"),
    (pattern_of(r"(?<=诉前)条件|条件(?=成功)"), "调解"),
    (pattern_of(r"(?<=[入馈结解位毕用成审调满])[得德](?=[一-鿿]{2,8}[\s:：为是]*[0-9])"), "的"),
    (pattern_of(r"夭(?=数|$|[,，。\s])"), "天"),
    (pattern_of(r"(?<=[0-9一二三四五六七八九十])曰"), "日"),
    (pattern_of(r"(?<=20[0-9]{2}年)的\s?(?=[0-9一二三四五六七八九十]{1,2}月)"), ""),
    (pattern_of(r"宽[现线县献](?=[到至几一两三]|$|[,，。\s])"), "宽限"),
    (pattern_of(r"(?<!工)作[费肺](?!用)"), "作废"),
    (pattern_of(r"印法(?=[的了于在,，。\s]|$)"), "印发"),
    (pattern_of(r"(?<!安)排[明鸣](?=第|[0-9是为:：,，\s]|没|还|改|应|更|$)"), "排名"),
    (pattern_of(r"离[仁认](?=人员|台账|的)"), "离任"),
    (pattern_of(r"延[其起](?=[到至两几一二三四五0-9]|$|[,，。])"), "延期"),
    (pattern_of(r"撤[会汇](?=$|[,，。!！一吧了我刚前上])"), "撤回"),
    (pattern_of(r"(?<=[数月期案额])[慰围喂维唯卫](?=\s?[0-9])"), "为"),
    (pattern_of(r"[以己]经(?!济|营|费|典)"), "已经"),
    (pattern_of(r"(?<![自知])[己巳](?=[训办结化录满到请报])"), "已"),
    (pattern_of(r"(?<![一-鿿])以(?=[训办结化录满到]{1,2}\s?[0-9])"), "已"),
    (pattern_of(r"落[石时食](?=[了到])"), "落实"),
    (pattern_of(r"建[力利](?=[了好完])"), "建立"),
    (pattern_of(r"(?<=[上这本下])各(?=月|周|季度|星期|礼拜)"), "个"),
    (pattern_of(r"(?<=月[0-9]|[0-9]{2})好(?=[开召举办搞发登，, 的]|$)"), "号"),
)


# 实月十四号: a month by its sound, where a day stands behind it
MONTHS = {
    "十": "实石拾时",
    "九": "久酒",
    "八": "巴吧",
    "七": "期其",
    "六": "流刘",
    "五": "吴武",
    "四": "斯死",
    "一": "衣依",
}
BY_SOUND = {slip: month for month, slips in MONTHS.items() for slip in slips}
MONTH = pattern_of(
    rf"(?<![一-鿿0-9])(?P<month>[{''.join(BY_SOUND)}])月(?=(?:[0-9]{{1,2}}|[一二三四五六七八九十廿]{{1,3}})[日号])"
)


def meant(text: str) -> str:
    for slip, word in SLIPS:
        text = slip.sub(word, text)
    return MONTH.sub(lambda match: f"{BY_SOUND[match['month']]}月", text)
