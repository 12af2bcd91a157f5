"""督办单 for paper: the order as issued, why, what the department has explained and what came of it."""

from db.queries import notices, reports, rungs
from db.queries import orders as records
from db.tables import Order, Report, Task
from domain.facts.orders import Sheet
from domain.lifecycle import Step
from services import orders, peopling, titles
from services.forms import words
from services.office import Office

INSIDE = (Step.CONFIRMING, Step.RECONFIRMING)  # it has not left the department


def gather(office: Office, order_id: int) -> Sheet | None:
    """As it stands now; None of what was never issued."""
    order = records.get(office.session, order_id)
    if order is None or order.state not in records.ISSUED:
        return None
    task, about = orders.task_of(office, order.task_id), orders.task_of(office, order.about_id)
    report = _explanation(office, task)
    form = words.form(office, task, report)
    return Sheet(
        order=orders.issued(office, order, 0),
        court=office.rules.papers.court,
        notice=notices.current(office.session).number,
        code=titles.code(office, about),
        rule=order.rule,
        reminded=_reminded(office, order),
        text=form.text,
        explained=(peopling.title_on(office, report.by, report.at), report.at) if report else None,
        files=form.files,
        filed_on=office.rules.hours.today(about.closed_at) if about.closed_at else None,
    )


def _explanation(office: Office, task: Task) -> Report | None:
    """The newest that stands."""
    found = reports.filed(office.session, task.id) if Step(task.step) not in INSIDE else []
    return found[-1] if found else None


def _reminded(office: Office, order: Order) -> int:
    told = rungs.told(office.session, order.about_id)
    return sum(1 for row, at in told if row.audience == "contact" and order.decided_at and at <= order.decided_at)
