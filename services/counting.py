"""One entry may count toward several numbers: a case that is typical twice. Sums say so."""

from db.queries import reports, tasks
from db.tables import Counts, Entry, Report, Requirement, Task
from domain.facts import work
from domain.lifecycle import Event
from services import auditing, demands, filing, lifecycle, locking, reminding, titles
from services.forms import register
from services.office import Office


def others(office: Office, report: Report) -> list[tuple[Task, Requirement]]:
    """What else of the department's year an entry may count toward; each sort of a demand is chosen by itself."""
    task, entry = tasks.get(office.session, report.task_id), reports.entry_of(office.session, report.id)
    if task is None or entry is None:
        return []
    counted = {row.id for _, row in reports.counted_for(office.session, entry.id)}
    found = tasks.registers(office.session, task.unit_id, task.period)
    rows = [(other, row) for other in found for row in demands.of_task(office, other)]
    return [(other, row) for other, row in rows if row.id not in counted and not row.parts]


def facts_of(office: Office, report: Report) -> work.Also | None:
    entry = reports.entry_of(office.session, report.id)
    if entry is None or report.state == "withdrawn":
        return None
    return work.Also(
        report_id=report.id,
        title=entry.title,
        day=entry.on_date,
        counted=tuple(f"{row.name}（{code}）" for code, row in reports.counted_for(office.session, entry.id)),
        others=tuple((row.id, f"{row.name}（{titles.code(office, other)}）") for other, row in others(office, report)),
    )


def count(office: Office, report: Report, requirement_id: int) -> bool:
    """False where it cannot count toward that, or does already."""
    newest = reports.newest(office.session, report)
    if newest is None:
        return False
    report = newest
    pair = next(((other, row) for other, row in others(office, report) if row.id == requirement_id), None)
    entry: Entry | None = reports.entry_of(office.session, report.id)
    if pair is None or entry is None:
        return False
    task, row = pair
    if locking.is_locked(office, task):
        return False
    office.session.add(Counts(entry_id=entry.id, requirement_id=row.id))
    office.session.flush()
    auditing.record(office, "count entry", f"entry/{entry.id}", requirement=row.id)
    settle(office, task)
    return True


def settle(office: Office, task: Task) -> None:
    """One entry more may complete the year, one less opens it again."""
    task.rev += 1
    if task.state == "open" and register.is_done(office, task):
        filing.complete(office, task)
    elif task.state == "filed" and not register.stands(office, task):
        lifecycle.carry(office, task, Event.LACK)
    reminding.refresh(office, task)
