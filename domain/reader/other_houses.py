"""What another house has or did, told where the own one is asked about: 浦东法院的台账已经建好了，我们组长说要去学一学.

Without the clauses that speak of it, the same must still be heard: 松江法院都来参观了，我们台账早建好了.
"""

from collections.abc import Callable

from domain.ours import DISTRICTS
from domain.patterns import pattern_of
from domain.reader.asked import Doubt, Heard
from domain.reader.question import Question
from domain.reader.told_core import things

POINTS = ("yes", "occurrence", "day")
HOUSE = (
    rf"(?:(?:{DISTRICTS})(?:区|法院|[院庭])*|(?:区|市)?(?:检察院|公安局?|司法局|教育局|税务局)|兄弟法?院|外院|隔壁[一-鿿]{{0,4}}|人家)"
    r"(?:那[边里头]|他们|自己|[一-鿿]{2,3}庭)?"
)
SAID = "(?:哦|对了|昨天|今天|听说|据说|看到|倒是|好像|其实|学习的|介绍的)*"
# 浦东法院的…, 青浦的同志介绍说他们…; 是徐汇法院建的 where it ends
THEIRS = pattern_of(
    rf"^{SAID}(?:{HOUSE}|那边|他们那)(?![一-鿿]{{0,2}}(?:一样|相比))|(?:是|属于?|算|说的是|指的是){HOUSE}[^,，;；。没未不]{{0,4}}的?[了啊呢。!！]*$"
)
# 检察院也来参观过, 浦东还来学过: it looked at the own one
LOOKS = pattern_of(
    r"来(?:我|[^,，;；。]{0,3}(?:学|看|参观|取经|交流|调研|观摩|检查|问))|我们|[我本][院庭]|咱们?|参观|取经|检查|验收|核|表扬|转|移送|委托"
)
NOT_OURS = pattern_of("不是(?:我们)?$")  # 不是，那是隔壁的: told apart already
# 区里有个干部转发1起; 高院通报了1起，全院学习
HAPPENED_THERE = pattern_of(
    r"(?:区里|市里|省里|外[地省区]|教育局|检察院|公安局?|司法局|兄弟法?院|外院)(?:有|出|发生|爆)(?:了|个|过|一)(?![^,，;；。]*我[们院庭])"
    r"|[高中]院通报了?[^,，;；。我本]{0,12}[,，;；。](?:全院|我们|组织|集中|正在|都)*(?:传达)?(?:学习|引以为戒|对照|警示)"
)
OWN = pattern_of("我们|[我本][院庭局]|咱|自己|这[边里儿]")
PARTS = pattern_of(r"([,，;；。!！\n]+)")


def heard(found: Heard, text: str, question: Question, hear: Callable[[str], Heard]) -> Heard:
    if question.shape not in POINTS or not found.values or found.doubt:
        return found
    if question.shape == "occurrence" and "nothing" not in found.values.values() and HAPPENED_THERE.search(text):
        return Heard(found.intent, doubt=Doubt("other-unit"))
    parts = PARTS.split(text)
    place = question.asked.place
    kept = "".join(
        clause + stop
        for clause, stop, before in zip(parts[::2], [*parts[1::2], ""], ["", *parts[:-2:2]], strict=True)
        if not THEIRS.search(clause.strip())
        or LOOKS.search(clause)
        or NOT_OURS.search(before)
        or (place and place in clause)
    )
    if kept == text:
        return found
    core = next(point.core for point in question.points if point.seq == question.seq)
    is_own = OWN.search(kept) or things(core).search(kept)  # …，一年更新两次 goes on with what they have
    again = hear(kept) if is_own else None
    is_same = again is not None and again.doubt is None and again.values == found.values
    return found if is_same else Heard(found.intent, doubt=Doubt("other-unit"))
