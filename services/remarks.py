"""Remarks as they are shown: to the leader what became of it, to the director what is to be decided."""

from typing import Any

from db.queries import digests, people, remarks, reports, tasks
from db.tables import Doer, Outbox, Person, Remark
from domain.facts import remarks as facts
from domain.lifecycle import LOCKED, Step
from services import peopling
from services.forms import words
from services.office import Office
from services.remarking import LIMITS


def remark(office: Office, args: dict[str, Any], row: Outbox) -> facts.Remark | None:
    found = remarks.get(office.session, args["remark"])
    return shown(office, found) if found else None


def shown(office: Office, row: Remark) -> facts.Remark:
    digest = digests.get(office.session, row.digest_id or 0)
    return facts.Remark(
        remark_id=row.id,
        rev=row.rev,
        title=peopling.title_on(office, row.by, row.at, ("leader",)),
        text=row.text,
        at=row.at,
        digest=(digest.number if digest else None) or 0,
        state=row.state,
        doers=tuple(_doer(office, one) for one in remarks.doers(office.session, row.id)),
        day=row.due,
        reason=row.reason,
    )


def _doer(office: Office, row: Doer) -> facts.Doer:
    task = tasks.get(office.session, row.task_id) if row.task_id else None
    done = task is not None and Step(task.step) in LOCKED
    return facts.Doer(
        unit=people.unit(office.session, row.unit_id).name,
        step=task.step if task else "",
        done_on=office.rules.hours.today(task.closed_at) if task and task.closed_at and done else None,
        answer=_answer(office, task.id) if task and done else "",
    )


def _answer(office: Office, task_id: int) -> str:
    """What the department has written."""
    versions = reports.filed(office.session, task_id)
    said = reports.readings(office.session, versions[-1].id).get(words.TEXT) if versions else None
    return (said.text or "") if said else ""


def draft(office: Office, args: dict[str, Any], row: Outbox) -> facts.Draft | facts.Remark | None:
    """What became of it, where it is decided by now."""
    found = remarks.get(office.session, args["remark"])
    if found is None:
        return None
    if found.state != "proposed":
        return shown(office, found)
    chosen = {doer.unit_id for doer in remarks.doers(office.session, found.id)}
    units = [unit for unit in people.reporting(office.session) if unit.id not in chosen]
    left = sum(1 for other in remarks.proposed(office.session) if other.id != found.id)
    choosing = not chosen or args.get("units") or args.get("beside")
    offered = tuple((unit.id, unit.name) for unit in units) if choosing else ()
    return facts.Draft(shown(office, found), offered, LIMITS, left, beside=bool(args.get("beside")))


def waiting(office: Office, args: dict[str, Any], row: Outbox) -> facts.List:
    found = tuple(shown(office, one) for one in remarks.proposed(office.session))
    last = digests.last_issued(office.session)
    return facts.List(found, last.number if last else None, readers(office, last.id) if last else ())


def on_card(office: Office, args: dict[str, Any], row: Outbox) -> facts.List | None:
    """Nothing once nothing waits; each day's card has its own line."""
    found = waiting(office, args, row)
    return found if found.remarks and args["day"] == row.args["day"] else None


def readers(office: Office, digest_id: int) -> tuple[str, ...]:
    """Who has answered to a weekly report, by title."""
    found: list[Person] = remarks.readers(office.session, [digest_id])
    return tuple(peopling.title(office, person) for person in found)
