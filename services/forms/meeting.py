"""A meeting reported: day, topic and minutes. Without minutes it does not count."""

from collections.abc import Mapping
from datetime import date

from db.queries import reports, tasks
from db.tables import Entry, Report, Requirement, Task
from domain import meeting, meeting_plan
from domain.cadences import MONTHS, Cadence, Period, events_needed, parse_period, period_of
from domain.facts import work
from domain.reader.as_meant import as_held, as_meant
from domain.reader.asked import Doubt
from services import calling, demands, drafting
from services.forms import counted_entries
from services.office import Office
from services.said import Said


def form(office: Office, task: Task, report: Report | None) -> work.Meeting:
    readings = reports.readings(office.session, report.id) if report else {}
    files = reports.proofs(office.session, report.id) if report else []
    day = readings["day"].text if "day" in readings else None
    cadence = office.rules.cadences[task.cadence]
    assert cadence.quota is not None
    return work.Meeting(
        needed=needed(office, task),
        held=len(_held(office, task, parse_period(task.period))),
        year_needed=cadence.quota.total,
        planned=task.planned_on,
        day=date.fromisoformat(day) if day else None,
        topic=readings["topic"].text if "topic" in readings else None,
        files=sum(1 for file in files if file.state != "refused"),
        refused_files=sum(1 for file in files if file.state == "refused"),
    )


def requirement(office: Office, task: Task) -> Requirement:
    (found,) = demands.of_task(office, task)
    return found


def _held(office: Office, task: Task, period: Period) -> list[Entry]:
    return reports.entries(office.session, requirement(office, task).id, period.start, period.end)


def needed(office: Office, task: Task) -> int:
    """In this period: its own least, and in the year's last one what the year still lacks."""
    cadence: Cadence = office.rules.cadences[task.cadence]
    period = parse_period(task.period)
    assert cadence.quota is not None
    before = _held(office, task, Period("year", date(period.start.year, 1, 1), period.start))
    before = [entry for entry in before if entry.on_date < period.start]
    is_last = period.start.month + MONTHS[cadence.every] > 12
    return events_needed(cadence.quota, len(before), is_last)


def take(office: Office, task: Task, report: Report, text: str) -> Doubt | None:
    period = parse_period(task.period)
    if report.asking == "plan":
        plan = meeting_plan.read_plan(text, office.today, period)
        if isinstance(plan, str):
            return Doubt(f"plan-{plan}" if plan == "other-period" else plan)
        task.planned_on = plan
        drafting.discard(office, task)
        return None
    asked = "topic" if report.asking == "topic" else "day" if report.asking == "day" else None
    others = calling.others(office, task)
    answer = meeting.read(as_held(as_meant(text)), asked, office.today, _reach(office, task, period), others)  # type: ignore[arg-type]
    if isinstance(answer, str):
        return Doubt(answer)
    if _is_on_record(office, task, report, answer):
        return Doubt("same-meeting")
    if answer.day:
        drafting.put(office, report, "day", text=answer.day.isoformat())
    if answer.topic:
        drafting.put(office, report, "topic", text=answer.topic)
    look(office, report)
    return None


def _reach(office: Office, task: Task, period: Period) -> Period:
    """Where the duty was given in mid-year, a meeting held earlier in that year can only be told here."""
    assert task.assignment_id is not None
    others = tasks.of_assignment(office.session, task.assignment_id, task.unit_id)
    earlier = any(other.cadence == task.cadence and other.due < task.opens for other in others)
    return period if earlier else Period(period.every, date(period.start.year, 1, 1), period.end)


def _is_on_record(office: Office, task: Task, report: Report, answer: meeting.Meeting) -> bool:
    """One meeting counts once, however often it is reported."""
    known = reports.readings(office.session, report.id)
    day = answer.day.isoformat() if answer.day else known["day"].text if "day" in known else None
    topic = answer.topic or (known["topic"].text if "topic" in known else None)
    year = period_of("year", parse_period(task.period).start)
    return any(
        (entry.on_date.isoformat(), entry.title) == (day, topic) and entry.report_id != report.replaces
        for entry in _held(office, task, year)
    )


def look(office: Office, report: Report) -> None:
    """What is asked next: the day, the topic, the minutes."""
    known = reports.readings(office.session, report.id)
    files = [file for file in reports.proofs(office.session, report.id) if file.state != "refused"]
    missing = [field for field in ("day", "topic") if field not in known]
    report.asking = missing[0] if missing else None if files else "minutes"


def ready(office: Office, report: Report) -> bool:
    look(office, report)
    return report.asking is None


def filed(office: Office, task: Task, report: Report) -> bool:
    """The meeting enters the register and counts; True where the half-year has all it needs."""
    known = reports.readings(office.session, report.id)
    demand = requirement(office, task)
    day, topic = known["day"].text or "", known["topic"].text or ""
    counted_entries.enter(office, task, report, demand, day, topic, link=None, part="")
    office.session.flush()
    return stands(office, task)


def stands(office: Office, task: Task) -> bool:
    return len(_held(office, task, parse_period(task.period))) >= needed(office, task)


def wants_proof(office: Office, task: Task, known: Mapping[str, Said]) -> bool:
    return True
