"""What was said before and counts no more: all of it, or until it is told anew."""

from domain.ours import without_strange
from domain.patterns import pattern_of
from domain.reader.question import Shape

# 另有2件申请延期 is said of two cases, and asks for nothing
COUNTED_WISH = pattern_of(
    r"[0-9一二两三四五六七八九十]+ ?[件起人个份](?:申请|[^,，;；。0-9请麻那]){0,12}(?:延期|延长|撤回|撤销|作废|不算)"
    r"|[0-9一二两三四五六七八九十]+ ?[件起个人名份笔](?!数)[^,，;；。请麻那]{0,12}不(?:算|计|归|在|是|属于|纳入)"
    r"|(?:延期|延长|撤回|撤销|作废|取消)[^,，;；。0-9]{0,4}[0-9一二两三四五六七八九十]+ ?"
    r"(?:[件起人份]|个(?!工作日|月|星期|礼拜|小时))"
)
# 有1条重复提交的已经让后台删了; 借调的1个不算: some of the records or people
SOME_LESS = pattern_of(
    r"[0-9一二两三四五] ?条(?!数)[^;；。请麻]{0,20}(?:已经?|让|叫)[^,，;；。都全]{0,8}[删撤退销][了掉]+"
    r"|[0-9一二两三四五] ?[个人名位][^,，;；。请麻那]{0,6}不[算计](?=[,，;；。])"
    r"|(?:[0-9]{1,2}月|上个?月)[^,，;；。请麻]{0,6}不[算计](?=[,，;；。])"
)
# 3月份是38人全填、1条记录，4月的还在催，齐了马上报您: what is told of the month before says nothing of what is wanted
BEFORE_OPEN_MONTH = pattern_of(
    r"^[^;；。?？]*?[0-9][^;；。?？]*?[,，;；。]\s*(?=(?:1[0-2]|[1-9]|[一二三四五六七八九十]|[本这]个?)月份?的?(?:都|也|就)?(?:还|尚|仍|正)(?:在|没|未))"
)
OF_BEFORE = pattern_of(
    r"^[^,，;；。]{0,4}(?:刚[才刚]?|昨[天日晚]|[早上下]午|之前|前面|上[次回])[^,，;；。]{0,3}[报填发写说]的"
)
# 上一条作废，以这个为准：成功585
COUNTS_NOW = pattern_of(
    r"(?:作废|不算数?|撤[回了掉]|删[了掉]|不要了)[^0-9]{0,12}?(?:以(?:这|此|本|下面|现在)[^,，。]{0,6}为准|重新?报|改[为成]|应[为是])"
)
# 刚才报的成功572件请撤回，口径选错了: nothing is told anew
TAKEN_BACK = pattern_of(
    r"^[^0-9]{0,8}(?:刚[才刚]?|上午|下午|早上|昨天|前面|之前|上[次条])(?:我们?)?[报填写发交]?的[^;；。\n]*?(?:撤|作废|删|取消|不要了|不作数|不算数)[^0-9]*$"
)


def wished(text: str, shape: Shape) -> str:
    """For what is wanted, without what is said of so many cases: 另有2件申请延期."""
    if shape == "roll-call":
        return SOME_LESS.sub(" ", BEFORE_OPEN_MONTH.sub("", text))
    text = without_strange(text) if shape == "occurrence" else text
    is_of_all = OF_BEFORE.match(text) or TAKEN_BACK.match(text)
    return text if is_of_all else COUNTED_WISH.sub(" ", text)


def is_told_anew(text: str) -> bool:
    return bool(COUNTS_NOW.search(text))


def is_all(text: str) -> bool:
    return bool(TAKEN_BACK.match(text))
