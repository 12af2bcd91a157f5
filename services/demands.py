"""The demands that a task asks for, and the quantities that they are made of."""

from datetime import date

from dateutil.relativedelta import relativedelta

from db.queries import assignments, notices
from db.tables import Indicator, Requirement, Task
from domain import joint
from domain.cadences import parse_period
from domain.calendar import ONE_DAY
from domain.kinds import KINDS, Quantity, quantity
from domain.validity import holds
from services.office import Office


def of_task(office: Office, task: Task) -> list[Requirement]:
    """Of its indicator those with its cadence that hold for its period; of what is asked once those with its date.

    A responsible department is asked what each declares for itself, or all of it where there is nothing of the kind.
    What was filed, and is demanded no more, shows what was demanded then.
    """
    rows = of_indicator(office, indicator(office, task).id)
    found = [row for row in rows if row.cadence == task.cadence]
    if is_part(office, task):
        found = joint.declared(found, office.rules.joint.kinds, parse_period(task.period).every) or found
    if parse_period(task.period).every == "once":
        found = [row for row in found if date_of(office, row).isoformat() == task.period]
    asked = [row for row in found if is_of(row, task)]
    return asked if asked or task.state == "open" else found


def is_of(row: Requirement, task: Task) -> bool:
    """The rule holds for the task's period."""
    return (row.since is None and row.until is None) or holds(row.since, row.until, parse_period(task.period))


def indicator(office: Office, task: Task) -> Indicator:
    """Which indicator an assignment is about, and what that demands, never changes: it is looked up once a session."""
    known: dict[int | None, Indicator] = office.session.info.setdefault("indicators", {})
    if task.assignment_id not in known:
        found = assignments.indicator(office.session, task)
        assert found is not None
        known[task.assignment_id] = found
    return known[task.assignment_id]


def beside(office: Office, task: Task) -> tuple[str, ...]:
    """What the notice asks for elsewhere, by name."""
    mine = indicator(office, task)
    rows = notices.all_requirements(office.session, mine.notice_id)
    return tuple(row.name for other, row in rows if other.id != mine.id)


def part(office: Office, task: Task) -> str:
    """lead, responsible or files; empty of what hangs on no indicator. It never changes: looked up once a session."""
    known: dict[int | None, str] = office.session.info.setdefault("parts", {None: ""})
    if task.assignment_id not in known:
        assert task.assignment_id is not None
        known[task.assignment_id] = assignments.get(office.session, task.assignment_id).part
    return known[task.assignment_id]


def is_part(office: Office, task: Task) -> bool:
    """本部门情况: what a responsible department gives to the lead's report."""
    return part(office, task) == "responsible"


def code_of(office: Office, row: Requirement) -> str:
    return office.session.get_one(Indicator, row.indicator_id).code


def of_indicator(office: Office, indicator_id: int) -> list[Requirement]:
    known: dict[int, list[Requirement]] = office.session.info.setdefault("demands", {})
    if indicator_id not in known:
        known[indicator_id] = notices.all_rules(office.session, indicator_id)
    return known[indicator_id]


def forget(office: Office) -> None:
    """A newer notice has changed them."""
    office.session.info.pop("demands", None)


def date_of(office: Office, row: Requirement) -> date:
    """Of what is asked once: the day that is printed, otherwise the one on which it was given."""
    day = row.deadline or row.since or office.once("given on", lambda: notices.current(office.session).given_on)
    return day or office.today


def quantities(rows: list[Requirement]) -> list[Quantity]:
    """Each once, however many demands it serves, in the order in which they come."""
    parts = [part for row in rows if KINDS[row.kind].shape == "figures" for part in row.parts]
    return [quantity(part) for part in dict.fromkeys(parts)]


def window(row: Requirement, period: str) -> tuple[date, date]:
    """The days that an attestation of this period speaks of."""
    found = parse_period(period)
    if row.months is None:
        return found.start, found.end
    return found.end + ONE_DAY - relativedelta(months=row.months), found.end
