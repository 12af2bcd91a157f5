"""What has been said about an indicator's demands: by label, by the number of a demand, or as a bare share."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from db.queries import quantities, reports
from db.tables import Report, Requirement, Task
from domain import figures
from domain.kinds import KINDS, Quantity, quantity
from services import demands, drafting
from services.office import Office
from services.said import Said

FIELDS = ("yes", "none", "count", "day", "what", "place", "of", "source", "unknown")
SHARE = "share"  # a rate or a mean that was said as such, without what it is made of
ALONE = "share.alone"  # there is no more to a share than the share
WHOLE = {"rank": ("place", "of", "source")}  # fields without which an answer is a part of one
BEFORE = {"上年同期": 1, "上年同月": 1, "前年同期": 2, "前年同月": 2}


def values(office: Office, task: Task, report: Report | None, known: Mapping[str, Said]) -> dict[str, Fraction]:
    """Of a filed report as it was filed; otherwise what was said elsewhere counts too: nothing is asked twice."""
    own = {}
    if report is not None:
        rows = known.items()
        own = {
            field: Fraction(row.num, row.den or 1)
            for field, row in rows
            if row.num is not None and not row.requirement_id
        }
        if report.state != "draft":
            return own
    part = demands.part(office, task)
    return _from_last_year(office, task) | quantities.said(office.session, task.unit_id, task.period, part) | own


def _from_last_year(office: Office, task: Task) -> dict[str, Fraction]:
    """上年同期…: what was reported a year ago need not be reported again."""
    found, part = {}, demands.part(office, task)
    for q in demands.quantities(demands.of_task(office, task)):
        years = BEFORE.get(q.label[:4])
        if years is None:
            continue
        year, rest = task.period[:4], task.period[4:]
        then = quantities.filed(office.session, task.unit_id, f"{int(year) - years}{rest}", part)
        if q.label[4:] in then:
            found[q.label] = then[q.label[4:]]
    return found


def is_made_of(row: Requirement, known: Mapping[str, Fraction]) -> bool:
    return KINDS[row.kind].shape == "figures" and all(quantity(part).label in known for part in row.parts)


def value(row: Requirement, known: Mapping[str, Fraction]) -> Fraction | None:
    """What its figures make; None where one of them is missing, or where they make nothing."""
    if not is_made_of(row, known):
        return None
    return figures.value(row.kind, [known[quantity(part).label] for part in row.parts])


def share(row: Requirement, known: Mapping[str, Said]) -> Fraction | None:
    """As it was said, where only that was."""
    said = known.get(f"{row.seq}.{SHARE}")
    return Fraction(said.num, said.den or 1) if said is not None and said.num is not None else None


def wanted(rows: list[Requirement], said: Mapping[str, Said]) -> list[Quantity]:
    """What shares are made of as well, until it is said that there is no more to them."""
    return demands.quantities([row for row in rows if ALONE not in said or share(row, said) is None])


def answer(seq: int, known: Mapping[str, Said]) -> dict[str, object] | None:
    """What was said about one demand; None where nothing was."""
    found: dict[str, object] = {}
    for field in FIELDS:
        reading = known.get(f"{seq}.{field}")
        if reading is None:
            continue
        is_day = field == "day" and reading.text
        found[field] = date.fromisoformat(reading.text) if is_day and reading.text else reading.text or reading.num
    return found or None


def is_answered(row: Requirement, known: Mapping[str, Said]) -> bool:
    said = answer(row.seq, known)
    if said is None:
        return False
    fields = WHOLE.get(row.kind, ())
    return not any(field in said for field in fields) or all(field in said for field in fields)


def put(office: Office, report: Report, row: Requirement, **said: int | str) -> None:
    """One answer instead of the one before."""
    before = reports.readings(office.session, report.id)
    for field in FIELDS:
        if f"{row.seq}.{field}" in before:
            drafting.drop(office, report, f"{row.seq}.{field}")
    new = {f"{row.seq}.{field}": Fraction(value) if isinstance(value, int) else value for field, value in said.items()}
    drafting.put_all(office, report, new, requirement=row.id)
