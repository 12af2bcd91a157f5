"""督办单 from the signature to its end: numbered, sent, signed for, closed; or not issued, with a reason."""

from datetime import date

from db.queries import orders, people, tasks
from db.tables import Order, Outbox, Person, Post, Task
from domain import orders as rules
from domain.ladder import Audience
from domain.ladder import Step as Rung
from domain.lifecycle import Event, Part, Step
from domain.orders import CADENCE
from services import auditing, charging, checking, lifecycle, parts, proposing, reminding, titles
from services.lifecycle import RULE
from services.office import Office
from services.saying import Rank, edit, say

REVIEWER: frozenset[Part] = frozenset({"reviewer"})
Seat = tuple[Post, Person]


def sign(office: Office, person_id: int, order: Order) -> bool:
    """签发: it gets number and limit and goes out. False where it stands no more, or is not this person's to sign."""
    about = tasks.get(office.session, order.about_id)
    if about is None or not proposing.is_signer(office, person_id, order) or not proposing.stands(office, order):
        return False
    order.n = proposing.count(office, order)
    given = office.calendar.on_or_after(office.rules.hours.today(office.next_hour()))
    explain_by, order.due = rules.dates(order.colour, given, about.limit, office.rules.orders.limits, office.calendar)  # type: ignore[arg-type]
    order.year, order.number = office.today.year, orders.last_number(office.session, office.today.year) + 1
    order.state, order.decided_by, order.decided_at = "signed", person_id, office.now
    task = _task(office, order, about, given, explain_by)
    order.task_id = task.id
    office.session.flush()
    auditing.record(office, "sign order", f"order/{order.id}", number=number(office, order), task=about.id)
    _replace(office, order)
    _send(office, order, task)
    reminding.refresh(office, about)
    return True


def number(office: Office, order: Order) -> str:
    """嘉法督〔2026〕7号; empty before it is signed."""
    if order.year is None or order.number is None:
        return ""
    return rules.written(office.rules.orders.code, order.year, order.number)


def _task(office: Office, order: Order, about: Task, given: date, explain_by: date) -> Task:
    """The explanation that it demands."""
    title = office.rules.orders.titles[order.colour]  # type: ignore[index]
    matter = titles.title(office, about)
    task = Task(
        unit_id=order.unit_id,
        cadence=CADENCE,
        form="words",
        period=office.today.isoformat(),
        opens=given,
        due=explain_by,
        locks=office.calendar.shift(max(explain_by, order.due or explain_by), 20),
        title=rules.heading(title, number(office, order), matter, titles.period(about)),
        wake_at=office.now,
    )
    office.session.add(task)
    office.session.flush()
    lifecycle.hold(office, task)
    return task


def _replace(office: Office, order: Order) -> None:
    """One colour up takes the place of what was signed before: nobody explains the same thing twice."""
    for other in orders.about(office.session, order.about_id):
        if other.state == "signed" and other.colour in rules.below(order.colour):  # type: ignore[arg-type]
            other.state = "raised"
            auditing.record(office, "raise order", f"order/{other.id}", into=order.id)
            if task := tasks.get(office.session, other.task_id or 0):
                lifecycle.move(office, task, Event.WITHDRAW, RULE)
                reminding.refresh(office, task)


def end_withdrawn(office: Office) -> None:
    """What an order is about is asked no more: nobody explains it, and it is at its end. One that was explained already
    is closed as any other."""
    for order in orders.of_withdrawn(office.session):
        task = tasks.get(office.session, order.task_id or 0)
        if task is None or lifecycle.move(office, task, Event.WITHDRAW, RULE) is None:
            continue
        order.state, order.done_at = "done", office.now
        auditing.record(office, "order falls away", f"order/{order.id}", task=order.about_id)
        _refresh(office, order)


def _send(office: Office, order: Order, task: Task) -> None:
    """To the department's head and its contact; to the leader in charge for information. It comes as a message of its
    own, in office hours of the day."""
    unit = people.unit(office.session, order.unit_id)
    told: list[tuple[Audience, Seat]] = [("head", seat) for seat in people.head(office.session, unit)[:1]]
    if contact := people.answering(office.session, unit.id):
        told.append(("contact", contact))
    for audience, seat in told:
        said = _say(office, order, seat[1])
        office.session.flush()  # its number is asked for
        reminding.told_by(office, task, Rung(office.today, 0, audience, "open"), seat, said)
    leader = charging.in_charge(office, unit.id)
    if leader and leader[1].id != order.decided_by:
        _say(office, order, leader[1])


def _say(office: Office, order: Order, person: Person) -> Outbox:
    args = {"order": order.id, "task": order.task_id}
    key = f"order/{order.id}/{person.id}"
    said = say(office, person.telegram_id, "order", args, key=key, rank=Rank.EVENT, in_hours=True)
    office.session.flush()  # the reminder that it is refers to it
    return said


# what its readers do


def may_receive(office: Office, person_id: int, order: Order) -> bool:
    return order.state == "signed" and order.received_at is None and person_id in parts.heads(office, order.unit_id)


def receive(office: Office, person_id: int, order: Order) -> bool:
    """签收, by the head it is addressed to."""
    if not may_receive(office, person_id, order):
        return False
    order.received_by, order.received_at = person_id, office.now
    auditing.record(office, "receive order", f"order/{order.id}")
    _refresh(office, order)
    return True


def refuse(office: Office, person_id: int, order: Order, reason: str) -> bool:
    """不发: nobody but the signer hears of it."""
    if order.state != "proposed" or not proposing.is_signer(office, person_id, order):
        return False
    order.state, order.decided_by, order.decided_at = "refused", person_id, office.now
    auditing.record(office, "refuse order", f"order/{order.id}", reason=reason)
    if about := tasks.get(office.session, order.about_id):
        reminding.refresh(office, about)
    return True


# 销号


def may_settle(office: Office, person_id: int, order: Order) -> bool:
    """Its closing was asked for, and this person is to verify it."""
    task = tasks.get(office.session, order.task_id or 0)
    return task is not None and task.step == Step.CLOSING and checking.reviews_it(office, person_id, task)


def strike(office: Office, person_id: int, order: Order) -> bool:
    """Verified and closed. False where what it is about has come back meanwhile, or somebody else is to verify it."""
    task, about = (tasks.get(office.session, n) for n in (order.task_id or 0, order.about_id))
    if task is None or about is None or about.state == "open" or not may_settle(office, person_id, order):
        return False
    lifecycle.move(office, task, Event.STRIKE, REVIEWER)
    order.state, order.done_at = "done", office.now
    auditing.record(office, "strike order", f"order/{order.id}", task=task.id)
    _refresh(office, order)
    return True


def keep(office: Office, person_id: int, order: Order, reason: str) -> bool:
    """Not yet: the department asks again when there is more."""
    task = tasks.get(office.session, order.task_id or 0)
    if task is None or not may_settle(office, person_id, order):
        return False
    lifecycle.move(office, task, Event.KEEP_OPEN, REVIEWER)
    auditing.record(office, "keep order open", f"order/{order.id}", reason=reason)
    _refresh(office, order)
    return True


def _refresh(office: Office, order: Order) -> None:
    """The messages of it show it as it is now."""
    for said in orders.messages(office.session, order.id):
        edit(office, said)
    if task := tasks.get(office.session, order.task_id or 0):
        reminding.refresh(office, task)
