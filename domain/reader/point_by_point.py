"""Several points told one after the other, each heard by itself: 离任那本建好了。亲属当律师的这本还在收表，没建成.

Only where it is not certain as a whole, and each of them is certain by itself.
"""

from collections.abc import Callable
from dataclasses import replace

from domain.numbers import level
from domain.patterns import pattern_of
from domain.reader.asked import Heard, Value
from domain.reader.point_names import Point, named
from domain.reader.question import Question

SHAPES = ("yes", "occurrence")
PARTS = pattern_of(r"([,，;；。!！\n]+)")
# of all of them, or of another time
OF_ALL = pattern_of(
    r"以上|上述|都是|听说|据说|去年(?![就已])|上次|[?？]|如果|要是|对吧|是吧|前[一两几]项|[两三四五六]项"
)
Told = tuple[tuple[Point, ...], str]


def heard(found: Heard, text: str, question: Question, hear: Callable[[str, Question], Heard]) -> Heard:
    if question.shape not in SHAPES or (found.values and not found.doubt) or OF_ALL.search(text):
        return found
    told = _told(text, [one for one in question.points if one.shape in SHAPES])
    if len(told) < 2 or not any(question.seq in {one.seq for one in of} for of, _ in told):
        return found
    values: dict[str, Value] = {}
    for of, said in told:
        again = hear(said, replace(question, shape=of[0].shape, seq=of[0].seq))
        mine = {f"#{one.seq}" for one in of}
        if not again.values or again.doubt or set(again.values) != mine or mine & values.keys():
            return found
        values |= again.values
    return Heard("report", values)


def _told(text: str, points: list[Point]) -> list[Told]:
    """A clause that names none goes on with what was told before it."""
    parts = PARTS.split(text)
    told: list[Told] = []
    for clause, stop in zip(parts[::2], [*parts[1::2], ""], strict=True):
        of = named(level(clause.strip()), points)
        if told and (not of or of == told[-1][0]):
            told[-1] = (told[-1][0], told[-1][1] + clause + stop)
        elif of:
            told.append((of, clause + stop))
        elif clause.strip():
            return []
    return told
