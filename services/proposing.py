"""Orders that should be proposed by now, once a working day: by the rules, and one colour up where one has expired."""

from datetime import date, datetime

from db.queries import notices, orders, rungs, tasks
from db.tables import Order, Person, Post, Task
from domain import orders as rules
from domain.ladder import Step as Rung
from domain.lifecycle import Event, Step
from domain.orders import Colour, Rule
from services import auditing, charging, delays, lifecycle, reminding, reviewers
from services.office import Office

Seat = tuple[Post, Person]
RUNG = "order-"  # with the number of the proposal: no rung of the task itself


def propose(office: Office) -> bool:
    """True where nothing more is to be proposed today."""
    if notices.current(office.session).state != "given" or not office.rules.orders.rules:
        return True
    if office.next_hour() > office.now or office.drift is not None:  # none is proposed by a wrong clock
        return False
    for order in orders.in_state(office.session, "proposed"):
        if not stands(office, order):
            lapse(office, order)
    for task in _candidates(office):
        _by_rule(office, task)
    for order in orders.in_state(office.session, "signed"):
        _raise(office, order)
        _ask_closing(office, order)
    for order in orders.in_state(office.session, "proposed"):
        _tell(office, order)
    return True


def next_due(office: Office) -> datetime | None:
    """The next opening."""
    if not office.rules.orders.rules:
        return None
    opening = office.rules.hours.opening(office.calendar.on_or_after(office.today))
    return opening if opening > office.now else office.rules.hours.opening(office.calendar.shift(office.today, 1))


def _candidates(office: Office) -> list[Task]:
    near = max((rule.n for rule in office.rules.orders.rules if rule.when == "near"), default=0)
    found = orders.pressing(office.session, office.calendar.shift(office.today, near))
    return list({task.id: task for task in (*found, *(task for task, _ in delays.looked_at(office)))}.values())


def _by_rule(office: Office, task: Task) -> None:
    known = orders.about(office.session, task.id)
    taken = {(order.rule, order.colour) for order in known if order.state != "lapsed"}
    under_way = {order.colour for order in known if order.state in orders.OPEN}
    found = rules.open_to(office.rules.orders.rules, taken, under_way)  # type: ignore[arg-type]
    if not found:
        return
    delay = delays.of(office, task, judged=any(rule.when == "behind" for rule in found))
    if rule := rules.proposed(found, delay):
        _put(office, task, rule.name, rule.colour, rule.when, rules.count(rule.when, delay))


def _put(
    office: Office, task: Task, rule: str, colour: Colour, ground: rules.Ground, n: int, raised: Order | None = None
) -> None:
    """Proposed, in the place of whatever was proposed in a lower colour; one that had lapsed comes again."""
    known = orders.about(office.session, task.id)
    for other in known:
        if other.state == "proposed":
            lapse(office, other)
    lapsed = next((o for o in known if (o.rule, o.colour, o.state) == (rule, colour, "lapsed")), None)
    order = lapsed or Order(
        colour=colour, rule=rule, about_id=task.id, unit_id=task.unit_id, proposed_at=office.now, ground=ground, n=n
    )
    order.state, order.unit_id, order.proposed_at = "proposed", task.unit_id, office.now
    order.ground, order.n, order.raised_from = ground, n, raised.id if raised else None
    office.session.add(order)
    office.session.flush()
    auditing.record(office, "propose order", f"order/{order.id}", task=task.id, rule=rule, colour=colour)


def lapse(office: Office, order: Order) -> None:
    """What it was about is no longer so: nobody signs it."""
    order.state = "lapsed"
    office.session.flush()
    auditing.record(office, "order lapsed", f"order/{order.id}", task=order.about_id)


def stands(office: Office, order: Order) -> bool:
    """Whether what it was proposed for is still so."""
    task = tasks.get(office.session, order.about_id)
    if order.state != "proposed" or task is None or task.unit_id != order.unit_id:
        return False
    if order.raised_from is not None:
        before = orders.get(office.session, order.raised_from)
        return before is not None and _is_expired(office, before)
    rule = _rule(office, order)
    return rule is not None and rules.holds(rule, delays.of(office, task, judged=rule.when == "behind"))


def _rule(office: Office, order: Order) -> Rule | None:
    named = (rule for rule in office.rules.orders.rules if (rule.name, rule.colour) == (order.rule, order.colour))
    return next(named, None)


def count(office: Office, order: Order) -> int:
    """The figure of its ground as it is today."""
    task = tasks.get(office.session, order.about_id)
    assert task is not None
    before = orders.get(office.session, order.raised_from) if order.raised_from else None
    if before is not None:
        return office.calendar.count(due(before, task), office.today)
    ground: rules.Ground = order.ground  # type: ignore[assignment]
    return rules.count(ground, delays.of(office, task, judged=ground == "behind"))


# what was signed


def due(order: Order, about: Task) -> date:
    """By when a signed one is to be done: a blue one whenever its task is, though that was put off."""
    assert order.due is not None
    return max(order.due, about.limit) if order.colour == "blue" else order.due


def _is_expired(office: Office, order: Order) -> bool:
    """Its limit is past, and the department still owes what it asks for."""
    task, about = (tasks.get(office.session, number) for number in (order.task_id or 0, order.about_id))
    if order.state != "signed" or task is None or about is None or due(order, about) >= office.today:
        return False
    unexplained = Step(task.step) in (*delays.OWING, Step.CONFIRMING)  # it is the head whom an order is addressed to
    return about.state != "withdrawn" and (unexplained or delays.holder(about) == "department")


def _raise(office: Office, order: Order) -> None:
    colour = rules.up(order.colour)  # type: ignore[arg-type]
    about = tasks.get(office.session, order.about_id)
    if colour is None or about is None or not _is_expired(office, order):
        return
    known = orders.about(office.session, about.id)
    if any(o.state in orders.OPEN and o.colour not in rules.below(colour) for o in known):
        return
    if any((o.rule, o.colour) == (order.rule, colour) and o.state != "lapsed" for o in known):
        return
    late = office.calendar.count(due(order, about), office.today)
    _put(office, about, order.rule, colour, "raised", late, order)


def _ask_closing(office: Office, order: Order) -> None:
    """申请销号, once both are there; where the signer has put it off, the department asks again itself."""
    if may_close(office, order) and not orders.was_kept(office.session, order):
        ask_closing(office, order)


def may_close(office: Office, order: Order) -> bool:
    """The explanation was accepted, and what it is about is filed, or asked no more."""
    task, about = (tasks.get(office.session, number) for number in (order.task_id or 0, order.about_id))
    if order.state != "signed" or task is None or about is None:
        return False
    return task.step == Step.ACCEPTED and about.state != "open"


def ask_closing(office: Office, order: Order) -> None:
    task = tasks.get(office.session, order.task_id or 0)
    assert task is not None
    lifecycle.carry(office, task, Event.ASK_CLOSING)
    auditing.record(office, "ask closing", f"order/{order.id}", task=task.id)
    reminding.refresh(office, task)


# who signs


def signers(office: Office, order: Order) -> list[Seat]:
    """The director, of the director's own department the next of the office; of a red one the leader in charge."""
    if order.colour == "red":
        return charging.signs_red(office, order.unit_id)
    seats = reviewers.office_seats(office, order.unit_id)
    return [seat for seat in seats if seat[0].role == "director"] or seats[:1]


def is_signer(office: Office, person_id: int, order: Order) -> bool:
    """Asked for every order there is: looked up once for each colour and department."""
    key = "signers", order.colour == "red", order.unit_id
    return person_id in office.once(key, lambda: {person.id for _, person in signers(office, order)})


def _tell(office: Office, order: Order) -> None:
    """On the signer's card of the day on which it is proposed, and once more where it waits too long."""
    task = tasks.get(office.session, order.about_id)
    assert task is not None
    proposed_on = office.rules.hours.today(order.proposed_at)
    waited = office.calendar.count(proposed_on, office.today) >= office.rules.orders.decide_within
    rung = f"{RUNG}{order.id}-{proposed_on}" + ("-again" if waited else "")
    if all(reminder.rung != rung for reminder in rungs.reminders(office.session, task.id)):
        for seat in signers(office, order)[:1]:
            reminding.tell_one(office, task, Rung(office.today, 0, "reviewer", rung), seat)
