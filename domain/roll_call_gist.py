"""What counts of a long answer to the round: the clauses that are understood, where nothing beside them could count."""

from domain.numbers import NUMBER
from domain.patterns import pattern_of
from domain.roll_call_text import FIGURE, PERSON
from domain.roll_call_words import FIELDS, FILL, hear

PARTS = pattern_of(r"[,;。!\n ]+")
# 应填19人，已填19人，记录1条, whatever is told around it
IN_FULL = pattern_of(
    rf"应(?:{FILL})?(?:人数)?[为是:]*\s?{FIGURE}{PERSON}?[,;、\s]*[已实](?:{FILL})(?:人数)?[为是:]*\s?{FIGURE}{PERSON}?"
    rf"[,;、\s]*(?:记录|登记)(?:条数)?[为是有:]*\s?(?:{FIGURE}[条件]?|无)"
)
# a sign of these could take it back, or count as well
TAKES_BACK = pattern_of(
    rf"{FIGURE}\s?[条人名位]|[错误改]|更正|不[对准确作算]|作废|[零0]报告|另[有外]|除|待|暂|可能|大概|估计|应[填该]|记录|上个?月"
    r"|目标|要求|任务|计划|预[计期]|打算|争取|如果|要是|[去前上]年|外院|兄弟|别的|隔壁"
)
MAY_COUNT = pattern_of(
    rf"{NUMBER.pattern}|[填报应实录条共其余另但除错改或更还待若算含变]"
    r"|没有|[上去个]月|不[是对含算过准全清]|[没未][核定确录登]|听说|据说|猜|玩笑"
)
# no number in these: 核过一遍, 再吼一嗓子, 最后一个也补上了
NO_NUMBER = pattern_of(r"一(?:遍|下|[嗓]子|趟|圈|直|起|定|样|会儿?|边)|最后一[个位名]")
# how the others stand who have not filed, without a number
OF_THE_REST = pattern_of(
    rf"^(?:其余|其他|其它|剩下|别)(?:的)?(?:人员?|同志|干警)*(?:还|正|也|都|在|会|今天|明天|下午)*(?:催|补|陆续|抓紧|没{FILL}|未{FILL}|[没未]完成)[^0-9]{{0,6}}$"
)

# …，如实报零: what is to be entered, and before it why
ENTERED_NONE = pattern_of(
    r"[,;。!\s](?:所以|那|就|还是|只能|这次|本月|照实|如实)*(?:[填报](?:的|为|个)?[零0无]|零报告)(?:吧|了|的)*[。!]*$"
)
COUNTED = pattern_of(rf"{FIGURE}\s?[条件起人]")


def enters_none(text: str) -> bool:
    found = ENTERED_NONE.search(text)
    return found is not None and not COUNTED.search(text[: found.start()])


def stretch(text: str) -> str:
    """All three by their names in a row, where nothing around them takes one back."""
    found = IN_FULL.search(text)
    if found is None or TAKES_BACK.search(text[: found.start()] + ";" + text[found.end() :]):
        return text
    return found.group()


def gist(text: str, *, is_of_one: bool) -> str | None:
    """`is_of_one`: one figure was asked for; of a whole round all three must be among the clauses."""
    parts = [part for part in PARTS.split(text) if part]
    told = [part for part in parts if _counts(part)]
    idle = [NO_NUMBER.sub("", part) for part in parts if part not in told]
    if not told or not idle or any(MAY_COUNT.search(part) and not OF_THE_REST.match(part) for part in idle):
        return None
    kept = ",".join(told)
    said = hear(kept)
    return kept if said and (is_of_one or len(said.figures) == len(FIELDS)) else None


def _counts(part: str) -> bool:
    said = hear(part)
    return said is not None and bool(said.figures or said.kinds & {"zero", "none", "all", "nothing", "bare"})
