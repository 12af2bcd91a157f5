"""Benchmarks: what a figure is measured by and the notice does not print. The office enters them, with their source."""

from typing import Any

from db.queries import outbox, records, reports
from db.tables import Benchmark, Note, Outbox, Requirement
from domain import answers
from domain.facts import overview as facts
from domain.people import Principal
from services import auditing, demands, noting
from services.office import Office

KIND = "benchmark"


def may_enter(who: Principal) -> bool:
    return who.holds("director", "office")


def is_external(office: Office, requirement_id: int) -> bool:
    row = office.session.get(Requirement, requirement_id)
    return row is not None and row.tag == "X"


def asked(office: Office, who: Principal, replied: int | None) -> int | None:
    """The demand whose benchmark a message answers: as a reply to the question, or right below it."""
    if not (who.in_private and may_enter(who)):
        return None
    chat = who.telegram_id
    row = outbox.of_message(office.session, chat, replied) if replied else outbox.newest(office.session, chat)
    found = row.args.get("requirement") if row and row.kind == KIND and "note" not in row.args else None
    return int(found) if found else None


def read(office: Office, requirement_id: int, text: str) -> answers.Benchmark | answers.BenchmarkProblem:
    row = office.session.get_one(Requirement, requirement_id)
    return answers.read_benchmark(text, row.unit, office.today)


def _read_then(office: Office, requirement_id: int, note: Note) -> answers.Benchmark | answers.BenchmarkProblem:
    """As it was read on the day on which it was written: a day without a year stays the day that was shown."""
    row = office.session.get_one(Requirement, requirement_id)
    return answers.read_benchmark(note.text, row.unit, office.rules.hours.today(note.at))


def keep(office: Office, requirement_id: int, note_id: int) -> bool:
    """What was read and looked at counts from now on; False where it is not to be had any more."""
    note = reports.note(office.session, note_id)
    if note is None or note.person_id != office.person_id or not is_external(office, requirement_id):
        return False
    found = _read_then(office, requirement_id, note)
    if isinstance(found, str):
        return False
    now = records.benchmarks(office.session).get(requirement_id)
    if now and (now.num, now.den, now.source, now.on_date) == (
        *found.value.as_integer_ratio(),
        found.source,
        found.day,
    ):
        return True  # pressed once more
    assert office.person_id is not None
    row = Benchmark(
        requirement_id=requirement_id,
        period=str(found.day.year),
        num=found.value.numerator,
        den=found.value.denominator,
        source=found.source,
        on_date=found.day,
        by=office.person_id,
        at=office.now,
    )
    office.session.add(row)
    office.session.flush()
    auditing.record(office, "benchmark", f"requirement/{requirement_id}", value=str(found.value), source=found.source)
    return True


def facts_of(office: Office, args: dict[str, Any], row: Outbox) -> facts.BenchmarkView | None:
    """The question; with a note what was understood of it."""
    requirement = office.session.get(Requirement, args["requirement"])
    if requirement is None:
        return None
    code = demands.code_of(office, requirement)
    now = records.benchmarks(office.session).get(requirement.id)
    current = (now.source, now.on_date) if now else None
    said = args.get("note") or args.get("said")
    note: Note | None = reports.note(office.session, said) if said else None
    found = _read_then(office, requirement.id, note) if note else None
    proposed = (found.value, found.source, found.day) if isinstance(found, answers.Benchmark) else None
    return facts.BenchmarkView(
        requirement_id=requirement.id,
        name=requirement.name,
        code=code,
        unit=requirement.unit,
        current=current,
        proposed=proposed,
        note_id=noting.number(office, note) if note else None,
        problem=found if isinstance(found, str) else None,
        kept=bool(args.get("kept")),
    )
