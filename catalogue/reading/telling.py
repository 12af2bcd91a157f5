"""A draft as the record that `import --json` prints, and as lines for a terminal."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from catalogue.demands.demand import Demand
from catalogue.reading.draft import Draft, DraftIndicator
from catalogue.reading.settling import questions
from domain.notice import Doubt

OF_ALL = {"%": 100, "‰": 1000}


def as_record(draft: Draft) -> dict[str, Any]:
    """In the shape of DESIGN: areas hold items hold indicators; names of departments in full.

    Figures in the unit that the paper prints: 3.6 亿元, though the demand compares 36,000 万元.
    """
    return {
        "number": draft.number,
        "title": draft.title,
        "issued": draft.issued.isoformat() if draft.issued else None,
        "body": draft.body,
        "areas": [
            {
                "number": area.number,
                "title": area.title,
                "items": [
                    {
                        "number": item.number,
                        "title": item.title,
                        "indicators": [_indicator(draft, one) for one in item.indicators],
                    }
                    for item in area.items
                ],
            }
            for area in draft.areas
        ],
        "units": [{"name": unit.name, "kind": unit.kind, "aliases": list(unit.aliases)} for unit in draft.units],
        "posts": [
            {"body": post.body, "part": post.part, "title": post.title, "name": post.holder} for post in draft.posts
        ],
        "mechanisms": [
            {"name": one.name, "cadence": one.cadence, "source": one.source, "line": one.line}
            for one in draft.mechanisms
        ],
        "doubts": [_doubt(doubt) for doubt in draft.doubts],
        "problems": list(draft.problems),
    }


def _indicator(draft: Draft, one: DraftIndicator) -> dict[str, Any]:
    return {
        "code": one.code,
        "text": one.text,
        "lead": list(draft.names(one.lead)),
        "responsible": list(draft.names(one.responsible)),
        "deadline": one.deadline,
        "points": one.points,
        "notes": one.notes,
        "line": one.line,
        "requirements": [_demand(demand) for demand in one.demands],
        "doubts": [_doubt(doubt) for doubt in one.doubts],
    }


def _demand(demand: Demand) -> dict[str, Any]:
    return {
        "kind": demand.kind,
        "name": demand.name,
        "op": demand.op,
        "value": _value(demand),
        "unit": demand.printed[1] if demand.printed else demand.unit,
        "period": demand.period,
        "deadline": demand.deadline.isoformat() if demand.deadline else None,
        "source": demand.source,
        "doubt": demand.doubt or None,
    }


def _value(demand: Demand) -> int | float | str:
    """As it is printed: 30 of 30 %, 0.5 of 0.5‰, 3.6 of 3.6 亿元, 前列, 是."""
    if demand.value is None:
        return demand.target
    shown = demand.printed[0] if demand.printed else demand.value * OF_ALL.get(demand.unit, 1)
    return int(shown) if shown.denominator == 1 else float(Fraction(shown))


def _doubt(doubt: Doubt) -> dict[str, Any]:
    return {
        "field": doubt.field,
        "printed": doubt.printed,
        "reason": doubt.reason,
        "reading": doubt.reading,
        "alternatives": list(doubt.alternatives),
    }


def as_lines(draft: Draft) -> Iterator[str]:
    """For a terminal: counts, then each doubt and each problem on a line."""
    yield f"{draft.number or '无文号'}  {draft.title or '无标题'}  {draft.issued or '无印发日期'}"
    demands = sum(len(one.demands) for one in draft.indicators)
    items = sum(len(area.items) for area in draft.areas)
    yield f"领域 {len(draft.areas)}，项目 {items}，指标 {len(draft.indicators)}，要求 {demands}"
    asked = questions(draft)
    yield f"部门 {len(draft.units)}，席位 {len(draft.posts)}，存疑 {len(asked)}"
    for one in asked:
        printed = " ".join(one.printed.split())[:PRINTED] or "—"
        place = " ".join(part for part in (one.code, _place(one.field)) if part)
        yield f"存疑  {place}  {printed}  {one.reason}  建议：{'；或：'.join(one.options)}"
    yield from (f"机制  {one.name}  {one.cadence}  {one.source}" for one in draft.mechanisms)
    yield from (f"问题  {problem}" for problem in draft.problems)


def _place(field: str) -> str:
    """What a doubt is about, as an office says it."""
    word, _, what = field.partition(" ")
    said = {
        "members": f"{what}的成员",
        "convenor": f"{what}的召集人",
        "unit": f"部门“{what}”",
        "requirement": f"第{what}项要求",
    }
    return said.get(word) or PLACES.get(word, field)


PLACES = {
    "lead": "牵头部门",
    "responsible": "责任部门",
    "item": "项目",
    "text": "指标",
    "deadline": "时限",
    "number": "文号",
    "title": "标题",
    "issued": "印发日期",
}
PRINTED = 40  # signs of a cell that a line shows
