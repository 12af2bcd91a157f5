"""A text as the answer to what an indicator is asked for: figures, and what is said of its points."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from db.queries import notices, quantities, reports
from db.tables import Report, Requirement, Task
from domain import answers
from domain.answers import Occurrence, Rank
from domain.cadences import parse_period
from domain.kinds import KINDS
from domain.reader import asking, intents, nothing_arose
from domain.reader.asked import Asked, Doubt, Heard, Value
from domain.reader.hear import Question, hear
from services import calling, demands, drafting
from services.forms import known
from services.office import Office


def question(office: Office, task: Task, report: Report | None) -> Question:
    """What stands open, with all that may be named and all that is on record."""
    rows = demands.of_task(office, task)
    wanted = (report.asking if report else None) or "figures"
    asked = wanted.removeprefix("details ")
    point = next((row for row in rows if str(row.seq) == asked), None)
    period = parse_period(task.period)
    return Question(
        KINDS[point.kind].shape if point else "figures",
        office.today,
        _asked(office, task, report, rows, wanted.split()[1:] if not point else []),
        period if period.every != "once" else None,
        point.seq if point else 0,
        asking.points(rows),
        calendar=office.calendar,
    )


def _asked(office: Office, task: Task, report: Report | None, rows: list[Requirement], meant: list[str]) -> Asked:
    """`meant` are the labels that an edited message answered; otherwise what is missing comes first."""
    said = reports.readings(office.session, report.id) if report else {}
    on_record = known.values(office, task, report, said)
    all_of_them = known.wanted(rows, said) or demands.quantities(rows)
    missing = [q for q in all_of_them if q.label in meant] or [q for q in all_of_them if q.label not in on_record]
    shares = {f"#{row.seq}": found for row in rows if (found := known.share(row, said)) is not None}
    indicator, asked = demands.indicator(office, task), asking.counted(rows)
    is_unworded = any(demand.is_unworded for demand in asked)
    return Asked(
        asked,
        tuple(missing or all_of_them),
        on_record | shares,
        _last(office, task),
        parse_period(task.period),
        office.today,
        indicator.code,
        calling.own(office, task),
        calling.others(office, task),
        indicator.text,
        notices.current(office.session).body,
        demands.beside(office, task) if is_unworded else (),
    )


def _last(office: Office, task: Task) -> dict[str, Fraction]:
    part = demands.part(office, task)
    key = "last", part, task.unit_id, task.cadence, task.period
    found: dict[str, Fraction] = office.once(key, lambda: quantities.before(office.session, task, part))
    return found


def wish(office: Office, task: Task | None, text: str) -> Heard:
    """What is wanted of whoever reads it, where it is no answer that can be taken."""
    if task is not None and task.form == "readings":
        return hear(text, question(office, task, reports.draft(office.session, task.id)))
    wanted = intents.of(text, office.today, calling.others(office, task), office.calendar)
    return Heard(wanted.intent, until=wanted.until, department=wanted.department)


def take(office: Office, task: Task, report: Report, text: str) -> Doubt | None:
    asked = question(office, task, report)
    if asked.shape == "figures" and not asked.asked.demands:
        return Doubt("press-a-button")
    heard = hear(text, asked)
    if heard.doubt or not heard.values:
        return _what_is_missing(office, report, text) or heard.doubt or Doubt("not-understood")
    return enter(office, task, report, heard.values)


def nothing(office: Office, task: Task, text: str) -> Doubt | None:
    """无, to a question for figures: are they 0? None where it says nothing of the kind."""
    asked = question(office, task, reports.draft(office.session, task.id))
    found = nothing_arose.zeros(text, asked.asked) if asked.shape == "figures" else None
    return Doubt("nothing-arose", (found,)) if found else None


def _what_is_missing(office: Office, report: Report, text: str) -> Doubt | None:
    """Of something that occurred: its day, its kind or its number."""
    if not (report.asking or "").startswith("details "):
        return None
    found = answers.read_occurrence(text, office.today)
    return Doubt(found) if isinstance(found, str) else None


def enter(office: Office, task: Task, report: Report, values: Mapping[str, Value]) -> Doubt | None:
    """Puts values into the draft: figures by label, everything else by #number; what stands in the way of one."""
    rows = {f"#{row.seq}": row for row in demands.of_task(office, task)}
    counted = {key: value for key, value in values.items() if key not in rows and isinstance(value, Fraction)}
    before = reports.readings(office.session, report.id)
    merged = known.values(office, task, report, before) | counted
    drafting.put_all(office, report, counted)
    for row in rows.values():
        if known.share(row, before) is not None and known.is_made_of(row, merged):
            drafting.drop(office, report, f"{row.seq}.{known.SHARE}")  # what it is made of says more
    for key, value in values.items():
        if key in rows and (problem := _answer(office, task, report, rows[key], value)):
            return problem
    return None


def _answer(office: Office, task: Task, report: Report, row: Requirement, value: Value) -> Doubt | None:
    match value:
        case Fraction():
            own = reports.readings(office.session, report.id)
            if not known.is_made_of(row, known.values(office, task, report, own)):
                drafting.put_all(office, report, {f"{row.seq}.{known.SHARE}": value}, requirement=row.id)
        case "nothing":
            known.put(office, report, row, count=0)
        case Occurrence():
            start, end = demands.window(row, task.period)
            if not start <= value.day <= end:
                return Doubt("occurrence-other-period")
            known.put(office, report, row, count=value.count, day=value.day.isoformat(), what=value.what)
        case Rank(place=None, field=None) if known.answer(row.seq, reports.readings(office.session, report.id)) is None:
            return Doubt("rank-two-figures")  # a source alone, and nothing yet that it is the source of
        case Rank():
            known.put(office, report, row, **_rank(row, report, value, office))
        case date():
            known.put(office, report, row, day=value.isoformat())
        case _:
            known.put(office, report, row, yes=int(bool(value)))
    return None


def _rank(row: Requirement, report: Report, said: Rank, office: Office) -> dict[str, int | str]:
    """What was said of it before stands where nothing else is said of that part."""
    before = known.answer(row.seq, reports.readings(office.session, report.id)) or {}
    parts = {"place": said.place or before.get("place"), "of": said.field or before.get("of")}
    parts["source"] = said.source or before.get("source")
    return {name: value for name, value in parts.items() if isinstance(value, int | str) and value}
