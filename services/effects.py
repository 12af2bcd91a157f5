"""What the answer to a doubt changes: columns of requirements, or who answers for an indicator."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from db.tables import Doubt, Requirement
from domain import notice as read

Effect = Mapping[str, Any]
DEPARTMENTS = ("lead", "responsible", "convenor")
REASKED = {"kind", "parts", "split"}  # what was begun before answers another question


def options(doubt: Doubt) -> list[str]:
    """The reading that the catalogue has, then the alternatives."""
    return [doubt.reading, *doubt.alternatives]


def between(notice: read.Notice, doubt: Doubt, number: int) -> dict[str, Any]:
    """What has to be set when `number` comes into force instead of what is: first all as printed, then the new."""
    if number == doubt.choice:
        return {}
    return printed(notice, doubt, of(doubt, doubt.choice)) | dict(of(doubt, number))


def of(doubt: Doubt, number: int) -> Effect:
    """Of an alternative; the reading that the catalogue has changes nothing in it."""
    effect: Effect = doubt.effects[number - 1] if 0 < number <= len(doubt.effects) else {}
    return effect


def convenors(notice: read.Notice, doubt: Doubt) -> list[str]:
    """Whom each option makes convenor, in their order; empty where another thing is asked."""
    if not any("convenor" in effect for effect in doubt.effects):
        return []
    return [printed(notice, doubt, ["convenor"])["convenor"], *(effect["convenor"] for effect in doubt.effects)]


def printed(notice: read.Notice, doubt: Doubt, keys: Collection[str]) -> dict[str, Any]:
    """The values that the catalogue has for these keys."""
    indicator = next(one for one in notice.indicators if one.code == doubt.code)
    seq = doubt.field.removeprefix("requirement ")
    found = {key: _printed_department(notice, indicator, key) for key in keys if key in DEPARTMENTS}
    asked = next((r for r in indicator.requirements if str(r.seq) == seq), None)
    return found | {key: _printed_demand(asked, key) for key in keys if key not in DEPARTMENTS}


def _printed_department(notice: read.Notice, indicator: read.Indicator, key: str) -> Any:
    if key == "convenor":
        return next(unit.convenor for unit in notice.units if unit.name == indicator.lead)
    return indicator.lead if key == "lead" else list(indicator.responsible)


def _printed_demand(requirement: read.Requirement | None, key: str) -> Any:
    """No notice prints how many ranks are in front, nor that a miss is for a person to judge."""
    if key in ("cutoff", "soft") or requirement is None:
        return False if key == "soft" else None
    value = getattr(requirement, key)
    return value.isoformat() if isinstance(value, date) else list(value) if isinstance(value, tuple) else value


def meant(field: str, requirements: Iterable[Requirement]) -> list[Requirement]:
    """The demands that a doubt is about: one by its number, or all ranks of the indicator."""
    if field == "ranks":
        return [row for row in requirements if row.kind == "rank"]
    return [row for row in requirements if field == f"requirement {row.seq}"]


def columns(effect: Effect) -> dict[str, Any]:
    """The columns of a requirement with their new values."""
    found: dict[str, Any] = {}
    for key, value in effect.items():
        if key == "cutoff":  # so many ranks are in front, or such a share of them
            share = Fraction(value) if value else None
            found |= {"num": share.numerator if share else None, "den": share.denominator if share else None}
        elif key == "deadline":
            found[key] = date.fromisoformat(value) if value else None
        elif key not in DEPARTMENTS:
            found[key] = list(value) if key == "parts" else value
    return found
