"""A correction told at length in its short form: 日期写错了，应该是11日 is 日期应为11日, 订正：2条 is 更正，2条."""

from domain.patterns import pattern_of

GAP = r"[,，;；。:：\s]"
BEFORE = (
    r"(?:上一?条|昨[天日晚]|上周[一二三四五六日天]?|上[次回午]|之前|刚才?|前面|先前"
    r"|早上|原来|前期|[前原](?=[报填写])|我们?|上报|[报填写说]|发(?!布)|的|那[个条]|成(?!立)|是|为|了)"
)
SORRY = rf"(?:不好意思|抱歉|对不起|[您你]好|领导|老师){GAP}*"
ERR = r"(?:我?(?:[上填]?报|[填写打说记输弄搞算发])错(?:了|啦|咯)?|有误|(?<!是)不对|不准确?|是?错的?(?:了|啦|咯|嘞)?)"
RIGHT = r"(?:应该?|应当|正确的?|准确的?|实际(?:上|的)?|其实)(?:数[字据]?)?(?:应[该当]?)?[是为]"
# 更正一下，8月记录应为2条
ANNOUNCED = pattern_of(
    rf"^(?:{SORRY})*(?:(?:我?来?)?(?:更正|订正|修正|纠正|改正|改|勘误)(?:一?下(?:数据|日期|时间)?)|订正|勘误|修正){GAP}+"
)
FIGURE = r"[0-9][0-9,.]*(?:\.[0-9]+)?\s?[件个人名条次份%]?"
# 化解32件有误，应为23件
OLD_FIGURE = pattern_of(
    rf"{BEFORE}*(?P<name>(?:[去前上今]|20[0-9]{{2}})年(?:同[期月]|[0-9]{{1,2}}月份?)?的?|(?:[0-9]{{1,2}}月份?)?(?!第)[一-鿿]{{2,14}}?(?<![第月年约共]))数?(?:是|为)?\s?{FIGURE}(?:这个?)?(?:数字?)?{ERR}{GAP}*(?:(?P=name)数?)?"
    rf"(?:{RIGHT}|应|是|实际(?:上)?|改[成为]|更正为)(?=\s?[0-9])"
)
# 日期写错了，应该是11日
WRONG_NAME = pattern_of(
    rf"(?<![0-9一-鿿])(?:{SORRY})?(?:{BEFORE}+)?(?P<what>(?!第)[一-鿿]{{0,14}}?)(?:都|又)?{ERR}{GAP}+(?:{RIGHT}|改[成为]|[更订]正[成为])"
)
# 应该是15日，上次写成5日了
TOLD_AFTER = pattern_of(
    rf"^(?P<what>(?!更正|订正)[一-鿿]{{0,12}}?)(?:{RIGHT}|应(?:该)?(?:为|是))(?P<now>[^,，。;；]{{1,24}}){GAP}+{BEFORE}*(?:[写填报打说记看]错|[写填报打说记看]成|发成)[^,，。;；]*(?:{GAP}+(?:请|麻烦)(?:您|帮忙)?(?:更?改|更正|修改)(?:一?下)?)?[。！!]*$"
)
TOLD_WRONG = pattern_of(
    rf"(?:昨[天日晚]|[早上下][上午]|上[次回]|之前|刚才?|前面|先前|原来)[^,，。;；]{{0,20}}(?:{ERR}|[多少漏][算报填写]|[写填报弄搞]反|颠倒)"
)
# 小数点点错了: how it went wrong
SLIPPED = pattern_of(
    rf"{GAP}*(?:小数点[^,，。;；0-9]{{0,5}}错了?|[多少漏](?:打|写|输|填)了?[一个位数字0零]{{0,4}})(?={GAP})"
)
# 昨天报的一审收案更正为1560件
REPORTED = pattern_of(
    rf"^(?:{SORRY})?(?:昨[天日晚]|上[次回午周]|之前|刚才?|前面|先前|早上)我?们?[报填写发]的(?=[一-鿿]{{2,14}}?(?:更正|订正|改|修正)[为成]\s?[0-9])"
)
AT_LENGTH = pattern_of(rf"^更正{GAP}+(?:{SORRY})?{BEFORE}+(?=[一-鿿]{{2,14}}应为\s?[0-9])")
MISTAKES = pattern_of("错|误|不对|不准|不是")


# 更正，前面报的没有不对，2024年11月6日有1件
NONE_WRONG = pattern_of(
    rf"^(?:更正{GAP}*)?(?:{BEFORE}|回复|答复)+[“\"]?(?:没有?(?:过|记录|发生|出现)?(?:超期[审核]*|[重严]大?[一-鿿]{{2,4}})?的?|无(?:记录)?|零报?告?|0[件条起]?)[”\"]?(?:是|都|又)?{ERR}{GAP}+(?:{RIGHT}|是)?(?=[^,，。;；]*(?:有|[0-9]))"
)


# 更正：不是零，11月19日有1起
NOT_NONE = pattern_of(rf"^更正{GAP}*(?:不是|并非)[“\"]?(?:零报告|零|0|没有|无)[”\"]?{GAP}+(?:而?是)?(?=[^？?]*[0-9])")


# 昨天我说没有，后来翻平台看到5月20日有一件
SAID_BEFORE = pattern_of(
    rf"^(?:更正(?:一?下)?啊?{GAP}*)?(?:昨[天日晚]|上[次回]|之前|刚才?|前面|先前|上午|早上)我?们?(?:还|都)?(?:[说讲报填写回]的?|回复|答复)(?:是|成)?"
    rf"[^,，;；。:：\s不错误]{{1,14}}{GAP}+(?:但|可|不过|其实|实际上?|后来|结果|今天|现在|刚刚|[又再](?=[看翻查核问对找数算统]))+(?![又再补填报录新增加])"
    r"(?:[看翻查核问对找][^,，;；。0-9一二三四五六七八九十有没无是成应]{0,8})?[,，\s]*(?=[^？?]*[0-9一二两三四五有没无是])"
)


def in_short(text: str) -> str:
    text = AT_LENGTH.sub("更正，", REPORTED.sub("", text))
    text = SAID_BEFORE.sub("更正，", text)
    text = NOT_NONE.sub("更正，", NONE_WRONG.sub("更正，", ANNOUNCED.sub("更正，", text)))
    if not MISTAKES.search(text):
        return TOLD_AFTER.sub(r"\g<what>应为\g<now>", text)
    text = SLIPPED.sub("", text) if MISTAKES.search(SLIPPED.sub("", text)) else text
    text = TOLD_AFTER.sub(r"\g<what>应为\g<now>", text)
    text = OLD_FIGURE.sub(r"\g<name>应为", text)
    return WRONG_NAME.sub(r"\g<what>应为", text, count=1)


def is_told_wrong(text: str) -> bool:
    """刚才报的6月1日不对，是6月11日: a correction, though it does not say so."""
    return bool(TOLD_WRONG.search(text))
