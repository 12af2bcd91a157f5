"""Another meeting with its own day, told beside the one that is asked for."""

import re

from domain.patterns import pattern_of

PARTS = pattern_of(r"([,，;；。\n]+)")
DATED = pattern_of(
    r"[0-9一二三四五六七八九十]{1,3}\s?[日号]|[0-9]{1,2}[./-][0-9]{1,2}(?![0-9%])|[0-9]{1,2}月[0-9]{1,2}"
    r"|(?:周|星期|礼拜)[一二三四五六日天]|[昨前今]天"
)
DAY = "(?:[0-9一二三四五六七八九十]{1,3}月)?[0-9一二三四五六七八九十]{1,3}[日号]"
MONTH_DAY = pattern_of(DAY)
# 4月8日那个是党风廉政会，意识形态的会是4月29日开的
ANOTHER = pattern_of(
    r"(?:是|为|开的?|搞的?)[^,，;；。]{0,4}(?:党风廉政|廉政|党建|民主生活|组织生活|安全|保密|业务"
    r"|审判|普法|双拥|人事|警示|党员)[^,，;；。]{0,6}(?:会议?|课|党日)[的了]?\s*$"
)
OWN = "意识形态"
NOT_OWN = pattern_of(rf"(?:不是|并非|不属于?)[^,，;；。]{{0,4}}{OWN}")
INDEED = pattern_of("才(?:是|算)(?!怪)")  # 9月11日那次是民主生活会，9月25日才是
OWN_MEETING = pattern_of(r"意识形态(?:工作|领域|专题|专门)*(?:的?会|的?是|那[个场次]|$)")
MEETING = pattern_of(
    r"是[^,，;；。]{0,8}(?:学习|培训|演练|教育|活动|座谈)[的了]?\s*$|"
    r"(?:会议?|课|党日)[的了]?(?:[你您]?别[记算登]那?个?)?\s*$|(?:那|这)[个次场](?:会议?)?是"
)


# 6月17日开的，24日又给没到的人传达了一遍
MADE_UP = pattern_of(
    rf"(?<=[^,，;；。\s])[,，;；。\s]+(?:后来|之后)?(?:在|于)?{DAY}(?:又|再|还|另)*(?:给|为|向|对|组织)?(?:[没未缺][^,，;；。0-9]{{0,3}}(?:席|到|来|参加)[^,，;；。0-9]{{0,6}}|请假[^,，;；。0-9]{{0,5}})?"
    r"(?:补[课学传]|补?传达|补了)[^,，;；。0-9]{0,8}(?=$|[,，;；。!！])"
)


# 9月11号，教师节第二天: what day that was besides
WHICH_DAY = pattern_of(
    r"^(?:[一-鿿]{0,4}(?:节|假期?|回来)[后完]?)(?:上班)?的?第[一二三四]个?(?:天|工作日)[,，\s]+(?=[0-9一二三四五六七八九十]{1,3}[月./-])|(?<=[日号的了午])[,，\s]+(?:也就是|就是|正好是?|刚好是?|是)?(?:[一-鿿]{1,3}节|元旦|国庆|五一|六一|七一)(?:放假)?的?(?:第二天|[前后][一1]天|前夕|前几天)(?=[,，。;；\s]|$)"
)
# 跟清明祭扫那次不是一回事
NOT_THE_SAME = pattern_of(
    r"(?<=[^,，;；。\s])[,，;；。\s]+(?:跟|和|与)(?![^,，;；。]*意识形态)[^,，;；。0-9]{2,12}(?:不是一?(?:回事|码事|个会?|次)|是?两(?:码事|回事)|不搭界|没关系)[的了啊哈]*(?=[,，;；。!！]|$)"
)
# 10.14开的，本来定13号，院长临时有事挪了一天: what had been meant
MEANT_FIRST = pattern_of(
    rf"(?<=[开办][的了])[,，;；\s]+(?:本来|原来|原[定本])(?:是|定|说|想)*(?:在|于|到)?{DAY}[^,，;；。0-9]{{0,6}}(?:[,，;；\s]+[^,，;；。0-9]{{0,12}}(?:挪|推|改|延|调|拖|提前)[^,，;；。0-9]{{0,6}})?(?=$|[。!！])"
)


def without_another(text: str) -> str:
    """Nothing where no meeting but another one is told."""
    parts = PARTS.split(MADE_UP.sub("", MEANT_FIRST.sub("", NOT_THE_SAME.sub("", WHICH_DAY.sub("", text)))))
    dated = [n for n in range(0, len(parts), 2) if DATED.search(parts[n])]
    own = [n for n in dated if OWN in parts[n] and not NOT_OWN.search(parts[n])]
    is_told = any(OWN_MEETING.search(DATED.sub("", parts[n])) for n in own)
    other = MEETING if is_told else ANOTHER
    others = [n for n in dated if n not in own and (_is_of(other, parts[n]) or NOT_OWN.search(parts[n]))]
    if others and not own and not any(INDEED.search(parts[n]) for n in dated if n not in others):
        return ""
    return _joined(parts, others)


def _is_of(other: "re.Pattern[str]", part: str) -> bool:
    """党组会是6月12日 as well as 6月12日是党组会."""
    return bool(other.search(part) or other.search(MONTH_DAY.sub("", part).rstrip("是于在 ")))


def _joined(parts: list[str], left_out: list[int]) -> str:
    kept = [part for n, part in enumerate(parts) if n not in left_out and n - 1 not in left_out]
    return "".join(kept).strip(",，;；\n") if left_out else "".join(parts)
