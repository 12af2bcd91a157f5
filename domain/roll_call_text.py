"""The answer of a round in the plain form in which it is heard: slips, courtesies and short forms put right."""

import re
from collections.abc import Callable

from domain.numbers import NUMBER, chinese, plain
from domain.patterns import pattern_of

FIGURE = rf"(?:{NUMBER.pattern})"
PERSON = r"(?:个人|[人名位个])"
NAMED_BELOW = "应已实填共记"  # the names of the figures begin with one of these signs
TRADITIONAL = str.maketrans("無沒應條記錄報個彔", "无没应条记录报个录")
EMOJI = pattern_of("[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d]")
FORMAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")
# numbers that are written as no one counts: 45², ½, ②, .45, 四十 五
ORNATE = pattern_of("[²³¹¼-¾\u2070-\u209f\u2150-\u218f\u2460-\u24ff\u3200-\u33ff]")
ODD = pattern_of(r"(?<![0-9])\.[0-9]|[十百千]\s+[一二三四五六七八九](?![十百千万])")
CIRCLED_MARK = pattern_of(rf"[①-⑨]\s*(?=[{NAMED_BELOW}])")
LIST_MARK = pattern_of(
    rf"(?:^|(?<=[,;。.!])|(?<=[人条件名位个]\s))\s*[一二三四1-4](?:、|\.(?![0-9]))\s*(?=[{NAMED_BELOW}])"
)
QUOTES = pattern_of('["“”‘’「」『』《》]')
GREETING = pattern_of(
    r"^(?:(?:报告(?=主任|领导)|[您你]们?好|(?:各位)?领导|各位|主任|老师|大家|辛苦了?|打扰了?|收到"
    r"|好的?|嗯+)[,。!、 ]*)+"
    r"(?=.*[0-9零一二三四五六七八九十无没全都])"  # and an answer behind it
)
FAREWELL = pattern_of(
    r"[,;。!~ ]*(?:(?:谢谢|感谢|多谢|谢了|谢啦|辛苦|麻烦|劳驾|拜托"
    r"|请(?:领导|老师|主任|您)?(?:查收|审核|核对|审阅|知悉|收))"
    r"(?:了|啦|您|你|们|领导|老师|主任|同志|[,!~ ])*)+[。!]*$"
)
PARTICLE = pattern_of(r"[哈啦呀哦噢哟喔嗯咯嘞喽~]+(?=$|[\s,;。.!])")
# what the input method makes of it, or the fashion
SLIPS = (
    (pattern_of(r"(?<![予可加所])[以己巳](?=[填报添]|[甜天田][0-9一二三四五六七八九十])"), "已"),
    (pattern_of(r"(?<=[应实已])[添甜天田]|(?<=[都全均人个位])[添甜天](?=[好完齐了])"), "填"),
    (pattern_of(r"填[抱保]|(?<![今明后昨每当隔白半整几两三一])天报"), "填报"),
    (pattern_of(r"(?:^|(?<=[\s,，;；。:：]))[因赢影迎](?=[填报])"), "应"),
    # 2026-12 is no span of years
    (pattern_of(r"(?P<y>20[0-9]{2})[-./]0?(?P<m>[1-9]|1[0-2])(?![0-9./-])"), r"\g<y>年\g<m>月"),
    (pattern_of(r"(?<=[0-9])\s?tiao"), "条"),
    (pattern_of(r"(?<=[0-9])\s?ren(?![a-z])"), "人"),
    (pattern_of(r"(?P<said>[一-鿿]{1,6})[了啦咯](?:[\s,，~]*(?P=said)[了啦咯]?)+"), r"\g<said>了"),
    (pattern_of(r"(?P<said>(?:正|(?<!还)在)[^,;。?\s填报]{1,8})呢(?=$|[,;。!\s])"), r"\g<said>"),
    (pattern_of("俩"), "两个"),
    (pattern_of("仨"), "三个"),
    (pattern_of(r"(?<=填)[号浩](?=了|$)"), "好"),
    (pattern_of(r"规[顶订]|归定"), "规定"),
    (pattern_of(r"[纪计](?=录)"), "记"),
    (pattern_of(r"[木莫]有|没得"), "没有"),
    (
        pattern_of(r"(?<![0-9一二三四五六七八九十])[一1]条(?:记录)?(?:都|也)?(?:没有?|无)(?=$|[\s,;。!了的呢啊])"),
        "无记录",
    ),
    (pattern_of(r"没有?[一1][条件起](?:记录)?(?=$|[\s,;。!])"), "无记录"),
    (pattern_of(r"(?<=[没未差缺][填报]的|还[差缺]的)那一?[个位](?:同志|人)?"), "1人"),
    (pattern_of(r"(?<=[填报好完])[啦咯嘞]~*(?=[0-9])"), "了"),
    (pattern_of(r"另(?=报告)"), "零"),
    (pattern_of(r"(?<![已实应填老别不要])(?:都|就|全部?)?报零(?=[吧了的]*(?:$|[\s,;。!]))"), "零报告"),
    (pattern_of(r"[零另凌0〇](?:[抱保包][告高]|报高)"), "零报告"),
    (
        pattern_of(
            r"在(?:三个规定|记录|填报|报告|月报|直报|信息|专用)*(?:平台|系统)[上里中内]?(?=(?:如实|按时|及时)*(?:完成|填|已))"
        ),
        "在平台",
    ),
    # 全员已填～16人～0条
    (pattern_of(r"(?<=[了填好完齐毕])~+(?=[0-9一二三四五六七八九十]+人?(?:~|$|[\s,，。]))"), ","),
    (
        pattern_of(
            r"(?<=[0-9一二三四五六七八九十人])~+(?=(?:[0-9零一二三四五六七八九十]+条|[0零无没]?记录|[零0]报告|没有|无))"
        ),
        ",",
    ),
    (pattern_of(r"(?:登[录陆]|进入)(?:平台|系统)(?=填|报|完成)"), ""),
    (pattern_of(r"(?:人人|个个|每个?人|所有人)(?=[都均全])"), "全员"),
    (
        pattern_of(
            r"[(（](?=[^()（）]*(?:转|登记|录入|平台|系统|如实|过问|咨询))[^()（）0-9一二两三四五六七八九十无没未应填报零差缺]{1,12}[)）]"
        ),
        "",
    ),  # （转来的）
)
FROM_TO = pattern_of(rf"[由从]{FIGURE}个?[人名条]?(?=(?:变|改|调整|更正|增加|增|减少|减)(?:成|为|到|至))")
LAST_MONTH = pattern_of(r"[上去]个?月[^,;。!]*[,;。!]")
MONTH = pattern_of(
    r"(?<![0-9一二三四五六七八九十])(?P<n>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?![0-9一二三四五六七八九十]+[日号])"
)
THIS_MONTH = pattern_of(r"[本这当]个?月")
EACH_NAMED = pattern_of(
    rf"(?P<names>(?:[一-鿿]{{2,6}}[、,])+[一-鿿]{{2,6}}?)(?:人数)?(?P<how>分别|均)(?:为|是|:)?\s*"
    rf"(?P<figures>{FIGURE}[人条]?(?:[、, ]\s*{FIGURE}[人条]?)*)"
)
# a sheet's two lines: the names, and the figures below them
IN_COLUMNS = pattern_of(
    rf"^(?P<names>[{NAMED_BELOW}][一-鿿]{{1,5}}(?: [{NAMED_BELOW}][一-鿿]{{1,5}})+)(?P<how> )"
    rf"(?P<figures>{FIGURE}[人条]?(?: {FIGURE}[人条]?)+)$"
)
SOME_OF = pattern_of(
    rf"^(?P<all>{FIGURE}){PERSON}?[中里]有?(?P<some>{FIGURE}){PERSON}?(?:[填报]了)?(?=\s*(?:$|[,;。]))"
)
SO_FAR = pattern_of(r"^(?:目前|现在|已经|截至今天|(?:平台|系统)上?(?:显示|是))[是有:]?\s?(?=[0-9]+ ?/)")
SLASHED = pattern_of(rf"^(?P<one>[0-9]+){PERSON}? ?/ ?(?P<other>[0-9]+){PERSON}?(?=$|[,;。 ])")


OF_ZERO = pattern_of("(?:属于?|系)(?=[零0]报告)")


def ordinary(text: str) -> str | None:
    """In ordinary signs; None where a number of it is written as no one counts."""
    text = CIRCLED_MARK.sub(",", text.translate(FORMAL).translate(TRADITIONAL))
    if ORNATE.search(text):
        return None
    text = plain(EMOJI.sub(" ", text))
    if ODD.search(text):
        return None
    text = FAREWELL.sub("", PARTICLE.sub("", QUOTES.sub("", text)))
    for slip, meant in SLIPS:
        text = slip.sub(meant, text)
    return OF_ZERO.sub(" ", GREETING.sub("", text))


def without_last_month(text: str) -> str:
    """What was in the month before is no answer, where this month's figure follows: 上个月45人，这个月46人."""
    return LAST_MONTH.sub("", text) if THIS_MONTH.search(text) else text


def without_other_months(text: str, month: int) -> str:
    """10月38人，11月36人: of clauses with a month of their own that of the month which is asked for."""
    parts = re.split(r"([,;。])", text)
    named = [{_month(match["n"]) for match in MONTH.finditer(part)} for part in parts]
    if not any(months == {month} for months in named):
        return text
    return "".join(part for n, part in enumerate(parts) if not named[n] or month in named[n]).strip(",;。")


def _month(written: str) -> int | None:
    return int(written) if written.isdecimal() else chinese(written)


def spelt_out(text: str) -> str:
    """Usual short forms in the long one: 由45人变为46人, 一、应填…, 应填、已填分别为45、43."""
    text = FROM_TO.sub("", LIST_MARK.sub("", text))
    return EACH_NAMED.sub(_each, IN_COLUMNS.sub(_each, text))


def people_spelt_out(text: str, headcount: int | None) -> str:
    """Of two figures the one is how many of the other have filed: 45人中43人, 43/45."""
    text = SO_FAR.sub("", text)
    return SLASHED.sub(_some_of(headcount), SOME_OF.sub(r"应填\g<all>人,已填\g<some>人", text))


def _each(match: re.Match[str]) -> str:
    names = re.split(r"[、, ]", match["names"])
    figures = [number.group() for number in re.finditer(rf"{FIGURE}[人条]?", match["figures"])]
    if match["how"] == "均":
        figures = figures * len(names) if len(figures) == 1 else figures
    if len(names) != len(figures):
        return match.group()
    return ",".join(name + figure for name, figure in zip(names, figures, strict=True))


def _some_of(headcount: int | None) -> Callable[[re.Match[str]], str]:
    """43/45 and 45/43 say the same where 45 should file; otherwise it may be a day."""

    def spelt(match: re.Match[str]) -> str:
        some, everybody = sorted((match["one"], match["other"]), key=int)
        return f"应填{everybody}人,已填{some}人" if int(everybody) == headcount else match.group()

    return spelt
