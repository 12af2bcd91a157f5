"""Key words that are typed by sound: 发身 is 发生, 懈待 is 懈怠, 还妹 is 还没."""

from domain.patterns import pattern_of

SLIPS = (
    (pattern_of(r"发[身伸甥]|发声(?=过|了|任何|的)"), "发生"),
    (pattern_of(r"懈[待代带]|[解谢泻卸]怠"), "懈怠"),
    (pattern_of(r"还[妹枚媒](?!妹|体)"), "还没"),
    (pattern_of(r"[妹媒][有由油]"), "没有"),
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
