"""督办单 for paper: the order as issued, why, what the department has explained and what came of it."""

import re

from db.queries import notices, reports, rungs
from db.queries import orders as records
from db.tables import Order, Report, Task
from domain.facts import orders as facts
from domain.lifecycle import Step
from domain.paper import Told
from services import orders, peopling, titles
from services.forms import words
from services.office import Office

NUMBER = re.compile(r"(?:(\d{4})-)?(\d{1,6})", re.ASCII)
INSIDE = (Step.CONFIRMING, Step.RECONFIRMING)  # it has not left the department


def gather(office: Office, which: str, told: Told) -> facts.Sheet | None:
    """Of an order by its number, 7 of this year or 2026-7, as it stands now. None where none was issued under it."""
    order = _numbered(office, which)
    if order is None:
        return None
    task, about = orders.task_of(office, order.task_id), orders.task_of(office, order.about_id)
    report = _explanation(office, task)
    form = words.form(office, task, report)
    return facts.Sheet(
        order=orders.issued(office, order, 0),
        court=office.rules.papers.court,
        notice=notices.current(office.session).number,
        code=titles.code(office, about),
        rule=order.rule,
        reminded=_reminded(office, order),
        text=form.text,
        explained=(peopling.post_on(office, report.by, report.at), report.at) if report else None,
        files=form.files,
        filed_on=office.rules.hours.today(about.closed_at) if about.closed_at else None,
    )


def has(office: Office, which: str) -> bool:
    return _numbered(office, which) is not None


def _numbered(office: Office, which: str) -> Order | None:
    found = NUMBER.fullmatch(which)
    return records.numbered(office.session, int(found[1] or office.today.year), int(found[2])) if found else None


def _explanation(office: Office, task: Task) -> Report | None:
    """The newest that stands."""
    found = reports.filed(office.session, task.id) if Step(task.step) not in INSIDE else []
    return found[-1] if found else None


def _reminded(office: Office, order: Order) -> int:
    told = rungs.told(office.session, order.about_id)
    return sum(1 for row, at in told if row.audience == "contact" and order.decided_at and at <= order.decided_at)
