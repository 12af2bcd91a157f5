"""One line of the sheet of requirements as a demand: what a person typed over, read strictly."""

import re
from datetime import date
from fractions import Fraction
from typing import cast

from catalogue.demands.demand import Demand
from catalogue.reading.cells import Row
from catalogue.reading.sheets import OPS, PERIODS
from domain.kinds import usual
from domain.notice import Op, Tag
from domain.numbers import plain

_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
_NUMBER = re.compile(r"\d{1,15}(?:\.\d{1,6})?")
_SIGNS = {"≥": ">=", "≤": "<=", "＞": ">", "＜": "<", "＝": "="} | {sign: sign for sign in OPS}


class Fault(Exception):
    """A cell that cannot be read, and why."""

    def __init__(self, column: str, why: str) -> None:
        super().__init__(why)
        self.column, self.why = column, why


def amended(before: Demand | None, row: Row) -> Demand:
    """Where nothing was changed the demand as it was, its doubt beside it. Fault names the first cell that is wrong."""
    if before is not None and not any(row.is_changed(column) for column in row.cells if column != "存疑"):
        return before
    op = _op(row.cells["比较"])
    unit = row.cells["单位"]
    target, value = _target(row.cells["数值"], op, unit)
    tag = _tag(op, unit, value)
    same = before is not None and (before.op, before.unit, before.value is None) == (op, unit, value is None)
    name = row.cells["要求"]
    if not name:
        raise Fault("要求", "没有写要求")
    return Demand(
        name,
        op,
        value,
        target,
        unit,
        before.tag if before and same and (value != 0) == (before.value != 0) else tag,
        before.kind if before and same else usual(tag, op, unit),
        row.cells["原文"],
        _period(row.cells["周期"]),
        _limit(row.cells["时限"]),
        soft=before.soft if before else False,
    )


def _op(word: str) -> Op:
    known = {words: op for op, words in OPS.items()} | _SIGNS
    if word not in known:
        raise Fault("比较", f"“{word}”不是比较的词，应是 {'、'.join(OPS.values())} 之一")
    return cast(Op, known[word])


def _target(text: str, op: Op, unit: str) -> tuple[str, Fraction | None]:
    """95, 95%, 2.5: of a percentage a hundredth. Where words are compared with there is no number."""
    digits = plain(text).removesuffix("%").replace(",", "").strip()
    if plain(text).endswith("%") and unit != "%":
        raise Fault("数值", f"“{text}”是百分数，而单位写的是“{unit}”")
    if _NUMBER.fullmatch(digits) and op not in ("rank", "trend"):
        return digits, Fraction(digits) / (100 if unit == "%" else 1)
    if not text:
        raise Fault("数值", "没有写数值")
    if op in ("rank", "trend") or unit == "是否" or not re.search(r"\d|[%％]", text):
        return text, None
    raise Fault("数值", f"“{text}”不是一个数")


def _tag(op: Op, unit: str, value: Fraction | None) -> Tag:
    if value is not None:
        return "Z" if value == 0 and op == "=" else "N"
    if unit == "是否":
        return "B"
    return {"rank": "R", "trend": "T"}.get(op, "X")  # type: ignore[return-value]


def _period(word: str) -> str:
    known = {words: name for name, words in PERIODS.items()} | {name: name for name in PERIODS}
    if word not in known:
        raise Fault("周期", f"“{word}”不是周期，应是 {'、'.join(filter(None, PERIODS.values()))} 之一，或空着")
    return known[word]


def _limit(text: str) -> date | None:
    if not text:
        return None
    if (found := day_of(text)) is None:
        raise Fault("时限", f"“{text}”不是日期，请写成 2026-03-01")
    return found


def day_of(text: str) -> date | None:
    """2026-03-01, 2026年3月1日; None for anything else."""
    found = _DAY.fullmatch(plain(text))
    try:
        return date(*(int(part) for part in found.groups())) if found else None
    except ValueError:
        return None
