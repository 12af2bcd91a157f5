"""Signing for what was given to a department (签收)."""

from collections.abc import Mapping

from db.queries import assignments, notices, tasks
from db.tables import Report, Task
from domain.facts import work
from domain.reader.asked import Doubt
from services import registers, titles
from services.office import Office
from services.said import Said


def form(office: Office, task: Task, report: Report | None) -> work.Signing:
    given = assignments.given(office.session, [task.unit_id])[task.unit_id]
    parts = [part for part, _ in given]
    signed = [at for _, at in given if at]
    others = tasks.held_by_units(office.session, [task.unit_id])
    upcoming = next((o for o in others if o.form != "signing" and not o.quiet and o.due >= office.today), None)
    once = registers.asked_once(office, task.unit_id)
    return work.Signing(
        office.rules.campaign,
        notices.current(office.session).number,
        parts.count("lead"),
        parts.count("responsible"),
        parts.count("files"),
        len(signed),
        max(signed, default=None),
        work.Upcoming(titles.sheet(office, upcoming) or titles.title(office, upcoming), upcoming.period, upcoming.due)
        if upcoming
        else None,
        (once.key, task.unit_id, once.title) if once else None,
    )


def take(office: Office, task: Task, report: Report, text: str) -> Doubt | None:
    """Words sign nothing: the buttons do."""
    return heard(office, task, {}, None, text)


def heard(office: Office, task: Task, known: Mapping[str, int], asked: str | None, text: str) -> Doubt:
    return Doubt("press-to-sign")


def ready(office: Office, report: Report) -> bool:
    return False


def filed(office: Office, task: Task, report: Report) -> bool:
    return True


def stands(office: Office, task: Task) -> bool:
    return not assignments.unsigned(office.session, task.unit_id)


def wants_proof(office: Office, task: Task, known: Mapping[str, Said]) -> bool:
    return False
