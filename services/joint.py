"""What of the responsible departments stands on a lead's own card."""

from collections.abc import Iterable, Mapping

from db.queries import people, records
from db.tables import Report, Task
from domain.facts import work
from services import demands, gathering
from services.office import Office
from services.said import Said

WITHOUT = "without"  # the field that names the departments without which a report was filed


def of(office: Office, task: Task, report: Report | None, said: Mapping[str, Said]) -> work.Joint | None:
    """None where the lead answers alone."""
    if demands.part(office, task) != "lead":
        return None
    if report is not None and report.state != "draft":
        without = said.get(WITHOUT)
        names = tuple((without.text or "").split("、")) if without else ()
        return work.Joint(0, 0, names) if names else None
    lead = people.unit(office.session, task.unit_id).name
    if not set(demands.indicator(office, task).responsible) - {lead}:
        return None
    parts = gathering.beside(office, task)
    there = [part for part in parts if part.state == "filed"]
    return work.Joint(
        filed=len(there),
        of=len(parts),
        missing=names_of(office, (part for part in parts if part.state == "open")),
        told=names_of(office, _happened(office, there)),
        may_ask=not parts and task.state == "open",
    )


def names_of(office: Office, parts: Iterable[Task]) -> tuple[str, ...]:
    return tuple(people.unit(office.session, part.unit_id).name for part in parts)


def answers(office: Office, parts: list[Task]) -> dict[int, tuple[Report, Mapping[str, Said]]]:
    """Part → its version in force, and what it says."""
    found = records.last_reports(office.session, [part.id for part in parts])
    said = records.readings(office.session, [report.id for report in found.values()])
    return {task_id: (report, said[report.id]) for task_id, report in found.items()}


def _happened(office: Office, parts: list[Task]) -> list[Task]:
    known = answers(office, parts) if parts else {}
    return [part for part in parts if part.id in known and _counts(known[part.id][1])]


def _counts(said: Mapping[str, Said]) -> bool:
    return any(field.endswith(".count") and bool(row.num) for field, row in said.items())
