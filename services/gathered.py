"""Parts of responsible departments come in: the lead's messages show it; once all are there the lead hears."""

from typing import Any

from db.queries import outbox, people, tasks
from db.tables import Outbox, Task
from domain.facts import joint as facts
from domain.lifecycle import OWES, Step
from services import gathering, peopling, reminding, tidings, titles
from services.office import Office
from services.saying import edit

NEWEST = 5  # messages


def look(office: Office, lead: Task) -> None:
    reminding.refresh(office, lead)
    for row in outbox.of_lead(office.session, lead.id, NEWEST):
        edit(office, row)
    parts = gathering.beside(office, lead)
    found = people.answering(office.session, lead.unit_id)
    if found and parts and Step(lead.step) in OWES and all(part.state == "filed" for part in parts):
        tidings.tell(office, found[1], "parts-in", {"task": lead.id}, key=f"parts-in/{lead.id}/{found[1].id}")


def shown(office: Office, args: dict[str, Any], row: Outbox) -> facts.Gathered | None:
    """Nothing once the lead has filed, or where one of them is awaited again."""
    lead = tasks.get(office.session, args["task"])
    if lead is None or not peopling.may_see(office, row.chat_id, lead) or Step(lead.step) not in OWES:
        return None
    parts = gathering.beside(office, lead)
    if any(part.state != "filed" for part in parts):
        return None
    return facts.Gathered(lead.id, titles.title(office, lead), titles.period(lead), len(parts))
