"""What is given to departments, and whether they have signed for it: assignments and receipts."""

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import bindparam
from sqlmodel import Session, col, func, select

from db.remembered import CATALOGUE, once, once_each
from db.tables import Assignment, Indicator, Receipt, Requirement, Task

# what is asked at every turn is put together once
INDICATOR = (
    select(Indicator)
    .join(Assignment, col(Assignment.indicator_id) == col(Indicator.id))
    .where(Assignment.id == bindparam("assignment"))
)
GIVEN = (
    select(Receipt.unit_id, Assignment.part, col(Receipt.signed_at))
    .join(Receipt, col(Receipt.assignment_id) == col(Assignment.id))
    .where(col(Receipt.unit_id).in_(bindparam("units", expanding=True)), col(Receipt.ended_on).is_(None))
)


def get(session: Session, assignment_id: int) -> Assignment:
    return once(session, ("assignment", assignment_id), lambda: session.get_one(Assignment, assignment_id), CATALOGUE)


def indicator(session: Session, task: Task) -> Indicator | None:
    """None for signing."""
    return session.exec(INDICATOR, params={"assignment": task.assignment_id}).first()


def asked(session: Session, notice_id: int, cadences: Collection[str]) -> list[tuple[Assignment, str, date | None]]:
    """Each assignment that is asked, with the cadence it is asked by and the day since which that is so."""
    filing = select(Assignment, Assignment.cadence).join(Indicator, col(Indicator.id) == col(Assignment.indicator_id))
    leading = (
        select(Assignment, Requirement.cadence, col(Requirement.since))
        .join(Indicator, col(Indicator.id) == col(Assignment.indicator_id))
        .join(Requirement, col(Requirement.indicator_id) == col(Indicator.id))
        .where(Assignment.part == "lead", col(Requirement.cadence).in_(cadences), col(Requirement.until).is_(None))
        .distinct()
    )
    led: dict[tuple[int, str], tuple[Assignment, str, date | None]] = {}
    for row, cadence, since in session.exec(leading.where(Indicator.notice_id == notice_id)):
        before = led.get((row.id, cadence))
        led[row.id, cadence] = row, cadence, min(since, before[2]) if since and before and before[2] else since
        if before and before[2] is None:
            led[row.id, cadence] = before
    filed = session.exec(filing.where(Indicator.notice_id == notice_id, col(Assignment.cadence).in_(cadences)))
    return [*led.values(), *((row, cadence, None) for row, cadence in filed if cadence)]


def declaring(
    session: Session, notice_id: int, cadences: Collection[str], kinds: Collection[str]
) -> list[tuple[Assignment, str, date | None]]:
    """What is given to responsible departments with demands of these kinds, as `asked` has the leads'."""
    query = select(Assignment, Requirement.cadence, col(Requirement.since))
    query = query.join(Indicator, col(Indicator.id) == col(Assignment.indicator_id))
    query = query.join(Requirement, col(Requirement.indicator_id) == col(Indicator.id))
    query = query.where(Assignment.part == "responsible", Indicator.notice_id == notice_id)
    query = query.where(col(Requirement.cadence).in_(cadences), col(Requirement.kind).in_(kinds))
    rows = session.exec(
        query.where(col(Requirement.until).is_(None)).order_by(
            col(Requirement.since).desc().nulls_last(), col(Assignment.id)
        )
    )
    return list({(row.id, cadence): (row, cadence, since) for row, cadence, since in rows}.values())


def deadlines(
    session: Session, notice_id: int, cadences: Collection[str]
) -> list[tuple[Assignment, str, date | None, date | None]]:
    """(assignment, cadence, date, since when) of everything that a lead is asked once."""
    query = (
        select(Assignment, Requirement.cadence, col(Requirement.deadline), col(Requirement.since))
        .join(Indicator, col(Indicator.id) == col(Assignment.indicator_id))
        .join(Requirement, col(Requirement.indicator_id) == col(Indicator.id))
        .where(Assignment.part == "lead", col(Requirement.cadence).in_(cadences), Indicator.notice_id == notice_id)
        .where(col(Requirement.until).is_(None))
        .distinct()
    )
    return list(session.exec(query))


def receipts(session: Session, unit_id: int) -> list[tuple[Receipt, Assignment, Indicator]]:
    """What a department has been given and has still."""

    query = (
        select(Receipt, Assignment, Indicator)
        .join(Assignment, col(Assignment.id) == col(Receipt.assignment_id))
        .join(Indicator, col(Indicator.id) == col(Assignment.indicator_id))
        .where(Receipt.unit_id == unit_id, col(Receipt.ended_on).is_(None))
        .order_by(col(Assignment.part), col(Indicator.id))
    )
    return list(session.exec(query))


def given(session: Session, unit_ids: Collection[int]) -> dict[int, list[tuple[str, datetime | None]]]:
    """Department → (part, signed at) of all that it has."""

    def find(missing: list[int]) -> dict[int, list[tuple[str, datetime | None]]]:
        found: dict[int, list[tuple[str, datetime | None]]] = {unit_id: [] for unit_id in missing}
        for unit_id, part, at in session.exec(GIVEN, params={"units": missing}):
            found[unit_id].append((part, at))
        return found

    return once_each(session, "given", unit_ids, find, (Receipt, Assignment))


def receipts_of(session: Session, indicator_id: int, part: str) -> list[tuple[Receipt, Assignment]]:
    """What the departments have of an indicator, as lead or as responsible."""
    query = select(Receipt, Assignment).join(Assignment, col(Assignment.id) == col(Receipt.assignment_id))
    query = query.where(Assignment.indicator_id == indicator_id, Assignment.part == part)
    return list(session.exec(query.order_by(col(Receipt.id))))


def of_indicator(session: Session, indicator_id: int, part: str) -> list[Assignment]:

    def find() -> list[Assignment]:
        query = select(Assignment).where(Assignment.indicator_id == indicator_id, Assignment.part == part)
        return list(session.exec(query.order_by(col(Assignment.id))))

    return list(once(session, ("assignments", indicator_id, part), find, CATALOGUE))


def leads(session: Session) -> set[int]:
    return set(session.exec(select(Assignment.id).where(Assignment.part == "lead")))


def all_receipts(session: Session) -> list[tuple[int, int, datetime | None]]:
    """(department, area, signed at) of all that is given."""
    query = (
        select(Receipt.unit_id, Indicator.area, col(Receipt.signed_at))
        .join(Assignment, col(Assignment.id) == col(Receipt.assignment_id))
        .join(Indicator, col(Indicator.id) == col(Assignment.indicator_id))
        .where(col(Receipt.ended_on).is_(None))
    )
    return list(session.exec(query))


def given_at(session: Session) -> dict[tuple[int, int], datetime]:
    """(assignment, department) → when it was given it."""
    rows = session.exec(select(Receipt.assignment_id, Receipt.unit_id, Receipt.given_at))
    return {(assignment_id, unit_id): at for assignment_id, unit_id, at in rows}


def unsigned(session: Session, unit_id: int) -> list[Receipt]:
    query = select(Receipt).where(Receipt.unit_id == unit_id, col(Receipt.signed_at).is_(None))
    return list(session.exec(query.where(col(Receipt.ended_on).is_(None))))


def unsigned_by_unit(session: Session) -> dict[int, int]:
    """Department → how many it has not signed for."""
    query = select(Receipt.unit_id, func.count()).where(col(Receipt.signed_at).is_(None))
    rows = session.exec(query.where(col(Receipt.ended_on).is_(None)).group_by(col(Receipt.unit_id)))
    return {unit_id: n for unit_id, n in rows}  # noqa: C416 - rows are no pairs to the type checker


def receipt(session: Session, receipt_id: int) -> Receipt | None:
    return session.get(Receipt, receipt_id)
