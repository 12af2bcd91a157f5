"""Acts that need a reason and nothing else, and are carried out at once: 退回, 不发, 暂不销号, 不予销号, 协调."""

from collections.abc import Callable
from dataclasses import dataclass

from db.queries import orders, people, tasks
from db.tables import Order, Request, Task
from domain.facts import checks as facts
from services import checking, closing, disputing, ordering, peopling, showing
from services.office import Office
from services.requests import reasons

Act = Callable[[Office, Request, Task], bool]  # False where it is for somebody else by now


@dataclass
class Reasoned:
    """`missing` is said where there is no reason, `likely` are reasons for buttons."""

    kind: str
    missing: str
    act: Act
    likely: Callable[[Office], tuple[str, ...]] = lambda office: ()
    FIELDS: tuple[str, ...] = ("reason",)

    def choices(self, office: Office, request: Request, field: str, /) -> tuple[str, ...]:
        return self.likely(office)

    def take(self, office: Office, request: Request, field: str, text: str, /) -> str | None:
        return reasons.take(request, text, self.missing)

    def complete(self, office: Office, request: Request, /) -> str | None:
        task = tasks.get(office.session, request.task_id or 0)
        if task is None or not self.act(office, request, task):
            return "overtaken"
        request.state, request.decided_by, request.decided_at = "granted", request.by, office.now
        return None

    def about(self, office: Office, request: Request, /) -> str:
        return ""

    def done(self, office: Office, request: Request, /) -> facts.Done:
        task = tasks.get(office.session, request.task_id or 0)
        assert task is not None
        title = peopling.title(office, people.get(office.session, request.by))
        return facts.Done(
            self.kind, request.state, showing.task(office, task), request.reason, title=title, subject=request.subject
        )


def _give_back(office: Office, request: Request, task: Task) -> bool:
    return checking.give_back(office, request.by, task, request.reason)


def _keep_open(office: Office, request: Request, task: Task) -> bool:
    return closing.keep_open(office, request.by, task, request.reason)


def _decide(office: Office, request: Request, task: Task) -> bool:
    """`subject` is whose figure holds."""
    return disputing.decide(office, request.by, task, request.subject, request.reason)


def _on_order(act: Callable[[Office, int, Order, str], bool]) -> Act:
    """`subject` is the order."""

    def on(office: Office, request: Request, task: Task) -> bool:
        order = orders.get(office.session, int(request.subject))
        return order is not None and act(office, request.by, order, request.reason)

    return on


REASONED = (
    Reasoned("return", "reason-missing", _give_back, lambda office: office.rules.reasons),
    Reasoned("no-order", "not-issued-why", _on_order(ordering.refuse), lambda office: office.rules.orders.reasons),
    Reasoned("keep-order", "not-closed-why", _on_order(ordering.keep)),
    Reasoned("keep-open", "words-needed", _keep_open),
    Reasoned("decide", "words-needed", _decide),
)
