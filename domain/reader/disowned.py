"""What is said, in a clause of its own, of the figures that were told, and that nobody may rely on them for it.

Wrong somewhere, copied or made up, of a part or of more, of another span, heard, not for the record, to be told anew.
One line a way of saying it; a clause that speaks of what is still to be told, or puts something right, is none of them.
"""

from domain.numbers import level
from domain.patterns import pattern_of
from domain.reader.asked import Asked
from domain.reader.figure_words import words_in
from domain.reader.masking import EMOJI
from domain.reader.plain_talk import is_plain, is_talk
from domain.reader.unsettled import whether_counted
from domain.reader.word_lists import any_of

FIGURES = (
    "(?:数[字据目]?|结果|公式|合计|[这那上]面?(?:一)?(?:个|栏|列|格|行|位)|口径|表格?|系统|统计|总数|报的|填的|写的)"
)
WRONG = any_of(
    "(?:月份|年份|单位|口径|位数|字段|状态)[^,;。]{0,6}(?:拿错|看岔|没[看弄统]|错|不明)|怪怪|拉错|疑有误|[少多]个零|多报|报[少重多]了|没这么多|至少这么多|虚高|有争议|(?:和|跟|与)(?:内部|系统|早上|台账|账)[^,;。]{0,6}(?:不一样|两码事|差着)|三个说法|[讲说]的?不(?:一样|对)|来路|有俩版本",
    rf"{FIGURES}[^,;。]{{0,6}}?(?:怪|乱[了码]|串[了行]|偏[大小高低多少]|[虚]高|反了|拉错|搞反|有误|不对|不准|有出入|有问题|存疑|掉了)",
    "失真|拢不|不拢|[轧做没]不?平(?![均时])|差着|有出入|好像有|打个?问号|没谱|悬(?:了|得|着)?$|说不[好定准]|八[成九]|不离十|充数|平账|匀了|"
    "不对劲|不太对|有(?:点|些)(?:怪|悬|虚|离谱)|离谱|对不[上拢平]|差了?(?:一截|好多|不少|蛮多)|水分|心里没[底数]|没(?:什么|啥|有)?(?:底|把握)(?:$|[,了啊呢])|不(?:太|大|敢)(?:信|放心|踏实|打包票)",
    "怕(?:是|我)?[^,;。]{0,3}(?:[错漏重]|不[准对]|有误)|恐怕(?:有|不|要|得|错)|(?:可能|也许|兴许|说不定|搞不好|好像)[^,;。]{0,4}(?:[错漏串反]|多[了算出]|少[了算]|不[准对止是]|有误|重[了复]|记混)",
    "(?:多|少)(?:打|写|录|按|敲|算|出)(?:了)?(?:一?[位个]|零)|连击|手滑|(?:后|最后|末)[一两几]?位(?:看不清|不清|模糊|糊)|看不(?:太)?清|模糊|没戴(?:老花)?眼镜|记不[清真准得]|记混|没(?:回看|回听)",
    "打回来?|返工|退回来?(?:重|让|要)|没查[清明]|原因(?:还)?(?:不明|没找到|没查)|校验(?:没|不)(?:过|通过)|报错(?!的?(?:是|已))",
)
COPIED = any_of(
    "(?:群|聊天|截图|PPT|小结|报告|笔记|草稿)(?:里|上|记录)*[^,;。]{0,6}(?:翻|抄|看|找|写)[^,;。]{0,4}(?:的|到)",
    "(?:直接)?(?:复制|粘贴|拷)(?:过来|了|的|粘贴)|照[搬抄](?:上|去|别|旧|网|了$)|[抄搬扒](?:的|来|过来|上次|去年)|套(?:的|用)(?:模板|上|去|旧)|模板(?:里|上|自带|的)|示例|样例|占(?:个)?位|沿用|凑数",
    "[没未](?:更新|刷新|同步|换掉|动过)(?!的?材料)|忘(?:了|记)(?:改|更新|刷新|换)|缓存|旧(?:的|表|版|账|系统|文件)|老(?:系统|表|版本|数)|去年那[版份张]",
)
MADE_UP = any_of(
    "按(?:旧口径|零|申请单)|往上?限|往[上下高]靠|挪了|取了整|做出来的|自动补齐|自作主张|自己补|挤一挤|都是这么填|无法说明",
    "(?:推|乘|摊|折|除|匡|毛估|倒推|反推|推导|换算|折算)(?:算|出来?|出)?(?:来)?的$|(?:按|照|用|拿)[^,;。]{1,8}(?:推|乘|摊|折|除|匡|估|套)(?:算|出)?(?:来)?",
    "凑(?:的|出来|个|整|上)|取了?个?(?:中间|平均|整|大概|折中)|折中|往[多少高低大小好宽]了?(?:说|报|算|写|里)|保守(?:说|讲|估|的|数)|调(?:了调|过|整过|高|低)(?!解)|抹(?:了|掉)?零|美化|随(?:手|便|口|意)(?:写|填|报|编|蒙)?|蒙的|瞎|拍脑",
    "心算|测算|按(?!(?:[^,;。去上前旧老]{1,6}的)?(?:系统|台账|报表)|口径|文件|通知|规定|要求)[^,;。]{1,8}算的|抹了?零|零头抹|归到[下上]|挪过|"
    "没有?依据|凭(?:记忆|印象|感觉|经验)|感觉(?:上|是)|印象(?:里|中)?",
)
PART = any_of(
    "[在记放算]在?[另别][^,;。]{0,4}(?:表|册|账|系统)|^(?:网上|线上|窗口|现场|[^,;。]{0,3}(?:庭|组|系统|平台))(?:立案|受理|接收)?的(?:数|那部分|量)$|看不(?:出来?|到|见)|找不[到着]",
    "陆续[补报交]|[没未](?:回传|传上来|交[来上齐]|报来)|俩?没交|[两俩三仨]个?(?:数|答案|说法|版本)|挑了|都在里头|记了[两俩]|[组庭团科][^,;。]{0,2}[没未][交报传]|"
    "忘了?加|没报[来齐]|[数录]到一半|没到月底|停在|丢失|没显示全|没加载|无从补|看不到|接了两次|登了[两几]笔|没清零|把[^,;。]{0,10}也[拉算加数]|当一个算|点了忽略|没入账",
    "[没未](?:算|计|录|登记?|统计|加|包|数|汇总|归|合|并|导)(?:进去?|入|全|上|到|齐|完)(?!的)|没(?:进到?|收[到齐])|漏[了算登录计报统](?!的?(?:已|都))|(?:还|尚)?有?[^,;。]{0,6}(?:尚未|还没|没|未)(?:报|交|登记|上传|汇总|归档|录入)(?:来|上来|进来|齐)?$",
    "缺(?:了)?(?:[一二两三几]|个|半)|(?:少|差)(?:了)?(?:[一二两三几]个?|个)(?:庭|组|天|月|人|团队|合议庭|法庭|单位|部门|系统|窗口|周|页|批)|(?:数据|材料|名单|表)?不[全齐](?:$|[的了,])|不完整|先当(?:没有|零|作)",
    r"(?:只|仅|光|就|单)(?:是|有|算|查|看|数|统计|包[括含]|含|导|取|拉|报|覆盖)?了?[^,;。]{0,6}(?:系统|平台|窗口|一?[个家]庭|组|团队|法庭|线上|线下|部分|[上下]半|半|前|后|[一二三两几]周|[一二三两几]天|旬|自己)|部分(?:单位|庭|数据|汇总|的)|抽[查样取](?:的|出|了|结果)|随机|没权限",
)
MORE = any_of(
    "(?:也|一起|一并|连)[^,;。]{0,5}?(?:塞|算|加|数|计|当|并|混|统|归)(?:进|到|在|成|作|入)(?!功)|[也都](?:算|当)(?:了|在内|上)|重号|(?:有|存在|可能)[^,;。]{0,3}重复|[没未](?:去重|剔除?|扣除?|清理|拆开?|分开|分清|单[拎列独]|区分|排除|减掉)|混(?:在|着|进|了|到)",
)
SPAN = any_of(
    "(?:从|自|停在|统计到|导到)[^,;。]{0,8}(?:到|至)?(?:今天|现在|昨天|目前|[0-9]+[日号]|[一二三]?十[一二三四五六七八九]?[日号])$|全年的平均|平均到",
    "我回的是|时点|全年任务|给成累计|底数|采集",
    "从?(?:年初|[一1]月)(?:份)?(?:起|一路|开始|到|累)[^,;。]{0,6}(?:的|累|总|现在|今)|(?<!不是)累(?:到|计到|计值|计的?$)|滚动|(?:是|按)[^,;。]{0,3}(?:[一两半几]周|半个?月|[0-9一二三]+天|季度|半年|[上下]半年|上[个一]?[月季期次周]|去年|前年|同期)(?:度)?的?[^,;。]{0,3}$|跨(?:月|年|期)|截(?:到|至|止)[^,;。]{0,4}(?:上|前|昨|中旬)",
)
HEARD = any_of(
    "[念喊瞄][^,;。]{0,4}(?:给我|着|[她他])|大屏|截图里|群文件|最早那版|老版本|耳朵背|手心|手上?记的|跟着记|小本本",
    "(?:群里|饭桌|公众号|报道|新闻|报纸|总结里|材料里|简报里|网上|微信里|电话里|走廊|食堂)[^,;。]{0,6}(?:讲|说|提|摘|抄|问|看|听|写)|随口|口头|(?:别人|人家|有人|同事|他们|隔壁|谁)[^,;。]{0,4}(?:讲|说|告诉|给|报|估)的?$|道听途说|转述",
)
NOT_FOR_USE = any_of(
    "[非未]最终|预计数|好看的|顺眼的|别抄|应个?急|先空着|提醒我[核查对]|(?:等[^,;。]{0,3}再|先记[^,;。]{0,3}|待复?)[核审](?!判|后)|未经|正(?:在)?[查核审]这|[打退]了?回来|再给[^,;。]{0,4}[实准]|"
    "糊弄|应付|先交差|奔着|冲刺|划掉|撤了|别抄|请勿|培训(?:作业|账号)|演[示练]|快报|责任书|考核分解|指标数|拟报|阶段性|请示未复|会商|订正$",
    "(?:别|勿|不要|不得|莫|甭)(?:往|当真|作|用|报|登|写进|外传|引用|公开|录|记|急着)|不(?:上报|作数|算数|作准|能用|可用|宜用|公开)|内部(?:摸底|用|掌握|参考|测算)|临时|(?:先|暂)(?:搁|放着|占|顶|凑|填|挂|摆)|摸底|试(?:填|报|录|算|着)|练(?:手|习)",
    "作废|不要了|收回|(?:要|得|会|等|马上|回头|明天|稍后|一会儿?|容后)[^,;。]{0,8}?(?:重新|重|更正|改正|修正|改|换|订正)(?:报|发|填|一遍|过|统计|核|算|录|弄|做|$|一下)|再(?:斟酌|商量|商议|研究|议|定)|斟酌|(?:没|未|还没|尚未|有待|待|等)[^,;。]{0,6}?(?:批|签字?|审批|审定|定稿|过会|点头|拍板|盖章|同意|认可|背书)(?:$|[,了呢再])",
)
ANEW = any_of(
    "(?:回去|回头|晚点|明天|下午|等[^,;。]{0,6}|我)再?(?:查|看|核|对|问|算|数)(?:查|看|核|对|问|算|数)?(?:了|完|清楚|一下|一遍|过)*再(?:告诉|说|报|发|给|定|回)|[您你](?:再|最好|还是)(?:问|核|查|对|找|去)|(?:怕|担心)说错|重(?:报|发|算|核|数|统计)一(?:下|遍|个|次)",
    "选[早晚错]了|(?:报|算|说|讲|给)的?(?:跟|和|比)[^,;。]{0,3}(?:我|这)|"
    "看错题|答(?:的是|成)|(?:报|填|写|答|问)(?:成|到|的是)(?:了)?(?:另|别|上|下|隔壁)|张冠李戴|搞混|弄混|混了",
)
DISOWNED = pattern_of("|".join((WRONG, COPIED, MADE_UP, PART, MORE, SPAN, HEARD, NOT_FOR_USE, ANEW)))
MISTAKEN = pattern_of(
    "手滑|手误|[打写填报说看录发弄搞数算记][错反串漏]|不对|有误$"
)  # what is put right in the same breath
OF_CARD = pattern_of("[您你]们?[^,;。]{0,6}(?:卡片|字|消息)")
# what may reserve something, where nobody knows what the clause speaks of
SIGN = pattern_of(
    any_of(
        "没|未|不|错|漏|缺|少|多|差|误|偏|虚|高|低|离谱|怪|浮动|上下|左右|至少|最多|起码|平$|轧|疑|半|才|只|光|仅|别|勿|慎",
        "旧|老(?![师同人百板伴家内李王徐陈阿])|上[周月次个]|去年|往年|年份|月份|截止|隔|缓存|停在|还在|还没|还[要得]|过两天|夜里|月底|跳|刷|回滚|改|重|再|等|回去|回头|[以过]后",
        "估|猜|凑|编|抄|约|大概|目测|凭|脑子|记忆|回忆|推|乘|摊|折|拆|倒|挤|待|拟|暂|临|初|试(?!行)|演|模|样|草|底稿|讨论|会签|请示|俟|尚|阶段|时点",
        "混|串|乱|岔|糊|粘|勾|筛|公式|单元格|列|(?<!执)行(?![政业走])|页|图|屏|手抖|点错|发错|答|状态|账号|权限|版|稿|增量|存量|累|并|含|包|连",
        "测试|应付|交差|任务|指标|目标|分解|考核|外网|朋友圈|听|喊|念|说的|讲的|吹|嘴上|人家|别人|同事|前任|隔壁|他|她|代填|顺手|第三方|外派|口径|标准",
    )
)
DATES = pattern_of("[0-9]{1,2}月(?:[0-9]{1,2}[日号])?|[0-9]{1,2}[日号]|(?:20[0-9]{2})年")  # count nothing
CLAUSE = pattern_of(r"[,，。;；!！\n~～…]+|\s+(?=[一-鿿])|(?<=[:：])")
SENTENCE = pattern_of(r"[。;；!！]+")
REASON = pattern_of("因为|由于|原因是|是因")
BETWEEN = pattern_of(r"([,，。;；!！\n~～…]+)")
CLOSED = " []【】“”\"'\U0001f600\U0001f62e"
REST = pattern_of(
    "其[余他它]|剩下|剩余|余下|别的|另外?(?:[两几]|一项|报|发|附|行)|名单|名册|材料|附件|明细|截图|照片|文件"
)
# 上年同期数待查, 前年那会儿系统没换: of a year of which nothing is told
OF_A_YEAR = pattern_of(
    "^(?:至于|但|不过|另外)?(?P<year>[去上前]年)(?:同[期月]|[度的也都还我]|数[据字]?|那会儿?|那时候?|情况|系统|台账|已经|暂时?)*"
    "(?:待[查核补]|[没未][找查翻换上有建]|[查找翻]不[到着了])"
)
OF_FORM = ("role", "noun", "rate", "all", "every")
# 没有要通报的情形，所以0次
DENIED = pattern_of(
    "^[^,;。0-9]{0,4}(?:没有?|无)(?:需?要|应|该|可)[^,;。0-9]{1,6}的(?:情[形况]|事项|对象|案件|问题)?$|[如若]有[^,;。]*[请联]|(?:没有?|无|不会?|未|并非|不是|别|避免|绝无?|零)(?:[^,;。没无不未]{0,4}?)(?:漏|错|重复?|问题|出入|遗漏|差错|误差|水分|估|缺)|别[^,;。]{0,5}(?:混|错|反|抄|忘)|(?:已|都|全|早)[^,;。]{0,5}(?:剔|扣|补|清|改|更正|核|排除|去重)"
)
# 全年任务完成, 离目标还差一截: how far it goes, and no word against what was told
OF_THE_AIM = pattern_of(
    "^(?:[全本今]年|年度|季度|这个季度|[上下]半年)?的?(?:目标|任务|指标|计划)数?(?:基本)?(?:[都也均已全]|已经|提前|超额|顺利)*(?:完成|达[到标成]|做到|实现)[了啦的]*$"
    "|^(?:[离距]?(?:[全本今]年|年度)?的?(?:目标|任务|计划))?[都也]?还差(?:一截|一?点|一些|不少|蛮多|好多)(?:距离)?[了的呢]*$"
)
PUT_RIGHT = pattern_of(
    "(?<!后)(?<!再)(?<!另行)(?:更正|应为|应该?是|改为|改成|订正|刚[才报]|[上下]午|昨[天晚]|之前|前面|上[次回]报|原来)"
)
COUNTED = pattern_of(
    "[0-9〇零]|[一廿]十?[一二三四五六七八九]|[一二三四五六七八九十百千万零]{2,}(?!半)|[二两三四五六七八九十俩仨][件个人名条份通]|[一俩仨][件人名条]|[俩仨]"
)


def is_disowned(text: str, asked: Asked, *, corrects: bool) -> bool:
    lines = (
        line for line in EMOJI.sub("", level(text)).split("\n") if "\t" not in line
    )  # heads of a table say nothing
    clauses = [one for line in lines for sentence in SENTENCE.split(line) for one in _clauses(sentence)]
    told = [at for at, (said, _) in enumerate(clauses) if COUNTED.search(DATES.sub("", said))]
    of_years = [at for at in range(len(clauses)) if _is_of_another_year(clauses[at][0], [clauses[n][0] for n in told])]
    of_years += [at + 1 for at in of_years if at + 1 < len(clauses) and DISOWNED.search(clauses[at + 1][0]) is None]
    apart = (*told, *of_years)
    beside = (at for at in range(len(clauses)) if at not in apart and clauses[at][0][0] not in "(（")
    # 没有无党员的人民法庭: told without a figure; 手滑了 is put right by the figure behind it
    return bool(told) and any(
        _is_of_told(clauses[at][0], asked, corrects=corrects, is_last=at > told[-1], is_reason=clauses[at][1])
        for at in beside
    )


def _is_of_another_year(clause: str, told: list[str]) -> bool:
    found = OF_A_YEAR.search(clause)
    names = {"上年": "去年", "去年": "上年"}
    return found is not None and not any(
        name in one for one in told for name in (found["year"], names.get(found["year"], found["year"]), "同期", "同比")
    )


def _clauses(sentence: str) -> list[tuple[str, bool]]:
    """Each with whether it says why: 少4人是因为新来的没赶上，只能排到下一期."""
    found = [one.strip(CLOSED) for one in CLAUSE.split(sentence) if one.strip(CLOSED)]
    first = next((at for at, one in enumerate(found) if REASON.search(one)), len(found))
    return [(one, at >= first) for at, one in enumerate(found)]


def is_left_out(text: str, plain: str) -> bool:
    """A clause that disowns figures was left out with something else: …，另外别的庭还没交上来."""
    kept = level(plain)
    clauses = (one.strip(CLOSED) for one in CLAUSE.split(EMOJI.sub("", level(text))))
    return any(one and one not in kept and not COUNTED.search(one) and DISOWNED.search(one) for one in clauses)


def without_talk(text: str, asked: Asked) -> str:
    """Without clauses that speak of something else: 可能要下雨，我先关窗去, where they leave the figures in doubt."""
    parts = BETWEEN.split(text)
    kept = [one for one in parts[::2] if not _is_talk(level(one).strip(CLOSED), asked)]
    return "，".join(one for one in kept if one.strip()) if len(kept) < len(parts[::2]) else text


def _is_talk(clause: str, asked: Asked) -> bool:
    if not clause or COUNTED.search(clause) or DISOWNED.search(clause) or whether_counted(clause):
        return False
    return is_talk(clause) and not _is_of_form(clause, asked)


def _is_of_told(clause: str, asked: Asked, *, corrects: bool, is_last: bool, is_reason: bool = False) -> bool:
    if any(pattern.search(clause) for pattern in (REST, DENIED, OF_THE_AIM, PUT_RIGHT, OF_CARD)):
        return False
    if (corrects or not is_last) and MISTAKEN.search(clause):
        return False
    if DISOWNED.search(clause):
        return True
    if corrects or is_reason or DATES.search(clause) or SIGN.search(clause) is None:
        return False
    return not is_plain(clause) and not _is_of_form(clause, asked)


def _is_of_form(clause: str, asked: Asked) -> bool:
    """Read for what it says, with the figures."""
    return any(word.kind in OF_FORM for word in words_in(clause, asked.demands)[0])
