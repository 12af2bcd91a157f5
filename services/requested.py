"""延期 and 转办 in the history of a task."""

from collections.abc import Iterator
from datetime import datetime

from db.queries import people, requests
from db.tables import Request, Task
from domain.facts.overview import Event
from domain.people import OFFICE
from services import peopling
from services.office import Office

KINDS = ("extension", "passing", "ruling")
DECIDING = OFFICE  # where whoever decides sits in a department, too


def events(office: Office, task: Task) -> Iterator[Event]:
    """Asked, and decided."""
    for kind in KINDS:
        for row in requests.of_task(office.session, task.id, kind):
            if kind != "ruling":
                yield _event(office, row, "asked", row.at, row.by)
            if row.decided_at and row.decided_by:
                yield _event(office, row, row.state, row.decided_at, row.decided_by)


def _event(office: Office, row: Request, state: str, at: datetime, person_id: int) -> Event:
    data = {
        "state": state,
        "since": row.since,
        "until": (row.granted_until if state == "granted" else None) or row.until,
        "from": people.unit(office.session, row.unit_id).name if row.unit_id else "",
        "to": people.unit(office.session, row.to_unit_id).name if row.to_unit_id else "",
        "reason": row.answer if state == "refused" else row.reason,
    }
    who = peopling.title_on(office, person_id, at, DECIDING if state != "asked" else ())
    return Event(at, row.kind, who, data)
