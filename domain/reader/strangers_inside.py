"""Within a figure some who do not belong to it, or another thing than is asked for.

已训312人, 含外单位来的10人; 实训312人次; 评价801条, 无效20条; 980/1400(民事).
"""

from domain.patterns import pattern_of
from domain.reader.asked import Doubt
from domain.reader.beside import Beside, Figure

WITH = pattern_of(r"(?:其中|里[头面边]?有?|(?<!不)含了?|(?<!不)包[括含])[^,;0-9]*$")
# 延期办结的, 外单位来的, 弃权的
STRANGE = pattern_of(
    "外单位|外[院庭区]|兄弟|借调|挂职|退休|助理|书记员|延期|期限外|超期|逾期|过了?期|拖|[晚迟]了|弃权|无效|废票|待(?:报|审|核|结)|未|没|还在|正在|[0-9\x02\x03]报结|试点|挂靠"
)
IN_PART = pattern_of(r"[0-9]件?\s*\((?:仅|只|都?是|为)?(?:一审)?(?:民商?事?|商事|刑事|行政)[^)]{0,6}\)")
CONCERNS = pattern_of("(?:涉及|对应|实为|折合)[^,;0-9]{0,6}$")
PEOPLE = ("", *"人名位")
TOOK_PART = pattern_of("^[^,;0-9]{0,4}(?:参加|报名|出席|到会)")
OPEN = pattern_of("没|未|待|[还正]在|超期|逾期|延期|过了?期|拖|[晚迟]了")


def doubt(told: Beside) -> Doubt | None:
    for one in told.figures:
        found = told.last_value(one.start)
        is_other = CONCERNS.search(one.before) and one in told.left and found and one.unit in found.unit
        if is_other or (found and _is_inside(told, one, found)):
            return Doubt("about", (dict(told.values),))
        labels = told.labels(one)
        if one.unit == "人次" and any(_in_people(told, label) for label in labels):
            return Doubt("about", (dict(told.values),))
        if one.unit in PEOPLE and TOOK_PART.match(one.behind) and labels and not any("训" in label for label in labels):
            return Doubt("about", (dict(told.values),))
    if IN_PART.search(told.text):
        return Doubt("about", (dict(told.values),))
    return None


def _is_inside(told: Beside, one: Figure, found: Figure) -> bool:
    """What a whole holds besides its part is no stranger."""
    if not WITH.search(one.before) or not STRANGE.search(one.before + one.behind) or told.labels(one):
        return False
    wholes = {part.label for d in told.asked.demands if d.is_share and d.whole for part in d.parts[1:2]}
    if wholes & set(told.labels(found)) and OPEN.search(one.before + one.behind):
        return False  # 调解成功583件, 其中212件还没有履行
    lacks = {told.values[every] - told.values[some] for some, every in told.pairs() if every in told.labels(found)}
    return one.value not in lacks


def _in_people(told: Beside, label: str) -> bool:
    return any(q.label == label and q.unit == "人" for q in told.asked.quantities)
