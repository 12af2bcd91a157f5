"""The parts of the responsible departments as the lead looks at them: who has answered what, and what it comes to."""

from fractions import Fraction
from typing import Any

from db.queries import people, tasks
from db.tables import Outbox, Task
from domain import joint as rules
from domain.facts import joint as facts
from domain.lifecycle import OWES, Step
from services import auditing, demands, drafting, gathering, joint, peopling, showing, slicing
from services.forms import readings
from services.office import Office

ASKING = (Step.ASKED, Step.GATHERING)


def shown(office: Office, args: dict[str, Any], row: Outbox) -> facts.Joint | None:
    lead = tasks.get(office.session, args["task"])
    if lead is None or not peopling.may_see(office, row.chat_id, lead):
        return None
    parts = gathering.beside(office, lead)
    limit = slicing.limit(office, lead)
    asked = tuple(_given(office, part) for part in parts)
    may_be = slicing.may_be_asked(office, lead) if limit else []
    more = tuple(facts.Given(None, unit.id, unit.name, "not asked") for _, unit in may_be)
    due = [part.limit for part in parts if part.state == "open"]
    return facts.Joint(showing.task(office, lead), asked + more, limit, max(due, default=None), sums(office, lead))


def _given(office: Office, part: Task) -> facts.Given:
    name = people.unit(office.session, part.unit_id).name
    if part.state != "filed":
        state = "late" if part.limit < office.today else "asked"
        return facts.Given(part.id, part.unit_id, name, state)
    report, _ = joint.answers(office, [part])[part.id]
    return facts.Given(part.id, part.unit_id, name, "filed", readings.form(office, part, report), report.at)


def sums(office: Office, lead: Task) -> tuple[tuple[str, Fraction, str], ...]:
    """What the figures that are there come to; nothing once the lead has filed."""
    if Step(lead.step) not in OWES:
        return ()
    there = [part for part in gathering.beside(office, lead) if part.state == "filed"]
    said = [known for _, known in joint.answers(office, there).values()] if there else []
    figures = [
        {field: Fraction(row.num, row.den or 1) for field, row in known.items() if row.num is not None}
        for known in said
    ]
    asked = demands.quantities(demands.of_task(office, lead))
    found = rules.summed(figures, asked)
    return tuple((one.label, found[one.label], one.unit) for one in asked if one.label in found)


def take(office: Office, task_id: int) -> str | None:
    """采用合计: into the lead's draft, where every figure may be changed still."""
    lead = tasks.get(office.session, task_id)
    assert lead is not None
    found = sums(office, lead)
    if not found:
        return "nothing-to-add"
    report = drafting.begin(office, lead)
    drafting.put_all(office, report, {label: value for label, value, _ in found})
    readings.look(office, report)
    lead.rev += 1
    auditing.record(office, "add up departments", f"task/{lead.id}")
    return None


def part(office: Office, args: dict[str, Any], row: Outbox) -> facts.Part | None:
    found = tasks.get(office.session, args["part"])
    lead = gathering.lead_of(office, found) if found else None
    if found is None or lead is None or found.state != "filed" or not peopling.may_see(office, row.chat_id, lead):
        return None
    report, _ = joint.answers(office, [found])[found.id]
    return facts.Part(
        lead=showing.task(office, lead),
        part_id=found.id,
        unit=people.unit(office.session, found.unit_id).name,
        answer=readings.form(office, found, report),
        by=peopling.title_on(office, report.by, report.at),
        at=report.at,
        may_dispute=Step(lead.step) in ASKING and lead.unit_id in peopling.units_answered(office, row.chat_id),
    )
