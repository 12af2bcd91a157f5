"""None that is no word of what occurred: 没收到, of the question itself; 报0，其实1; 没有责任, of what followed."""

from collections.abc import Mapping

from domain.patterns import pattern_of
from domain.reader.asked import Value
from domain.reader.question import Question

NOT_RECEIVED = pattern_of(r"^[^,;。]*?没有?收到了?[啊呀哦。!]*$")
ON_PAPER = pattern_of(
    r"(?:报|填|写|登记|系统里?|台账上?|表上)的?[是为]?(?:0|零|无|没有)[起件次例]?[,;。\s]*(?:但|不过|可)?(?:是|其实|实际上?|真实的?)+(?:有|[0-9一二两三])"
)
# of 冷硬横推, and not of 超期审核
OF_SOMETHING = pattern_of(r"没有(?:被|受到?)?(?P<what>投诉|责任|伤亡|证据|结论|影响)[了的。!]*$")


def is_told(text: str, values: Mapping[str, Value], question: Question) -> bool:
    if "nothing" not in values.values():
        return False
    if any(pattern.search(text) for pattern in (NOT_RECEIVED, ON_PAPER)):
        return True
    of = OF_SOMETHING.search(text)
    return of is not None and of["what"] not in question.asked.text
