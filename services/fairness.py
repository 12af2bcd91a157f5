"""The month's reminding by department: how much, how much in vain, and how long the department itself took."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from dateutil.relativedelta import relativedelta

from db.queries import fairness, notices, people, urges
from db.tables import Hold, Outbox, Report
from domain.facts import fairness as facts
from domain.fairness import Held, Month, in_order, is_needless, middle, total
from services import holding, tidings
from services.office import Office

A_MONTH = relativedelta(months=1)


@dataclass
class Counted:
    sent: int = 0
    needless: int = 0
    times: list[timedelta] = field(default_factory=list)


def figures(office: Office, args: dict[str, Any], row: Outbox) -> facts.Figures:
    """Of the month that is asked for, the last one where none is."""
    first = month_of(office, args.get("month"))
    counted = _counted(office, first)
    start, end = _span(office, first)
    returned = Counter(fairness.returned(office.session, start, end))
    urged = _urged(office, start, end)
    found = []
    for unit in people.units(office.session):
        one = counted.get(unit.id, Counted())
        month = Month(one.sent, one.needless, len(one.times), middle(one.times), returned[unit.id], urged[unit.id])
        if month != Month():
            found.append((unit.name, unit.ranked, month))
    ranked, others = in_order(found)
    times = [time for one in counted.values() for time in one.times]
    whole = total([month for _, _, month in found], times)
    later = first + A_MONTH
    return facts.Figures(
        first,
        whole,
        tuple(ranked),
        tuple(others),
        first - A_MONTH,
        later if later <= office.today else None,
        args.get("every", False),
    )


def month_of(office: Office, key: str | None) -> date:
    """2026-02; the last month where that is none, or has not begun."""
    last = office.today.replace(day=1) - A_MONTH
    try:
        asked = date.fromisoformat(f"{key}-01") if key else last
    except ValueError:
        return last
    return asked if asked <= office.today else last


def _span(office: Office, first: date) -> tuple[datetime, datetime]:
    hours = office.rules.hours
    return hours.at(first, time()), hours.at(first + A_MONTH, time())


def _urged(office: Office, start: datetime, end: datetime) -> Counter[int]:
    by_task = urges.between(office.session, start, end)
    found: Counter[int] = Counter()
    for task_id, task in fairness.tasks(office.session, by_task).items():
        found[task.unit_id] += by_task[task_id]
    return found


def _counted(office: Office, first: date) -> dict[int, Counted]:
    """Department → what it was told and how long it took. A head is told for the department; of a reviewer's and the
    office's reminders none is the department's."""
    start, end = _span(office, first)
    told = fairness.told(office.session, first, first + A_MONTH - timedelta(days=1))
    told = [(reminder, at) for reminder, at in told if not reminder.rung.startswith(urges.RUNG)]
    answered = fairness.answered(office.session, start, end)
    ids = {reminder.task_id for reminder, _ in told} | {task.id for _, task in answered}
    tasks, holds = fairness.tasks(office.session, ids), fairness.holds(office.session, ids)
    versions = fairness.versions(office.session, ids)
    found: defaultdict[int, Counted] = defaultdict(Counted)
    for reminder, at in told:
        task, held = tasks[reminder.task_id], holds.get(reminder.task_id, [])
        if reminder.audience not in ("contact", "head"):
            continue
        one = found[task.unit_id]
        one.sent += 1
        had = [Held(hold.unit_id, hold.since, hold.until) for hold in held]
        one.needless += is_needless(at, task.unit_id, had, _unread(versions.get(task.id, [])))
    for report, task in answered:
        found[task.unit_id].times.append(_took(office, task.unit_id, holds.get(task.id, []), report))
    return dict(found)


def _unread(versions: list[Report]) -> list[tuple[datetime, datetime]]:
    """From when each was written until it was taken."""
    return [(report.said_at, report.at) for report in versions if report.said_at and report.said_at < report.at]


def _took(office: Office, unit_id: int, holds: list[Hold], report: Report) -> timedelta:
    """The department's own time until its first answer left; the office's and other departments' is not its own."""
    own = [hold for hold in holds if hold.unit_id == unit_id and hold.since < report.at]
    return sum((holding.spent(office, hold) for hold in own), timedelta())


def tell(office: Office) -> None:
    """On the first working day of a month the director's card has a line about the month before, where that was one."""
    first = office.today.replace(day=1)
    given = notices.current(office.session).given_on
    if given and given <= first - A_MONTH and office.calendar.on_or_after(first) == office.today:
        month = f"{first - A_MONTH:%Y-%m}"
        tidings.tell_director(office, "month-over", {"month": month}, key=f"month/{month}")


def next_due(office: Office) -> datetime:
    first = office.today.replace(day=1)
    days = [office.calendar.on_or_after(day) for day in (first, first + A_MONTH)]
    openings = [office.rules.hours.opening(day) for day in days]
    return next(opening for opening in openings if opening > office.now or opening == openings[-1])
