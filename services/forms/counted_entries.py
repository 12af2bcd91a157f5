"""What a form reports as held enters the register of its requirement, and counts toward it."""

from datetime import date

from db.queries import reports
from db.tables import Counts, Entry, Report, Requirement, Task
from services.office import Office


def enter(
    office: Office, task: Task, report: Report, row: Requirement, day: str, title: str, *, link: str | None, part: str
) -> tuple[Entry, Entry | None]:
    """The entry, and that of the report which this one replaces."""
    before = reports.entry_of(office.session, report.replaces) if report.replaces else None
    entry = Entry(
        register_name=row.name,
        unit_id=task.unit_id,
        on_date=date.fromisoformat(day),
        title=title,
        link=link,
        report_id=report.id,
        version=before.version + 1 if before else 1,
        replaces=before.id if before else None,
        by=report.by,
        at=office.now,
    )
    office.session.add(entry)
    office.session.flush()
    office.session.add(Counts(entry_id=entry.id, requirement_id=row.id, part=part))
    return entry, before
