"""Orders as their readers see them."""

from collections import Counter
from dataclasses import replace
from typing import Any

from db.queries import holds, people, reports, requests, reviews, tasks
from db.queries import orders as records
from db.tables import Order, Outbox, Task
from domain import orders as rules
from domain.facts import orders as facts
from domain.lifecycle import Step
from services import charging, delays, holding, ordering, peopling, proposing, showing, titles
from services.forms import words
from services.office import Office


def waiting(office: Office, person_id: int, what: facts.What) -> list[Order]:
    """What waits for this person, the gravest first."""
    if what == "sign":
        found = records.in_state(office.session, "proposed")
        mine = [o for o in found if proposing.is_signer(office, person_id, o) and proposing.stands(office, o)]
    else:
        found = records.in_state(office.session, "signed")
        mine = [order for order in found if ordering.may_settle(office, person_id, order)]
    return sorted(mine, key=lambda order: -rules.COLOURS.index(order.colour))


def matter(office: Office, order: Order) -> facts.Matter:
    about = task_of(office, order.about_id)
    before = records.get(office.session, order.raised_from) if order.raised_from else None
    return facts.Matter(
        colour=order.colour,  # type: ignore[arg-type]
        unit=people.unit(office.session, order.unit_id).name,
        title=titles.title(office, about),
        period=titles.period(about),
        ground=order.ground,  # type: ignore[arg-type]
        n=proposing.count(office, order) if order.state == "proposed" else order.n,
        before=ordering.number(office, before) if before else "",
    )


def find(office: Office, order_id: int) -> Order | None:
    return records.get(office.session, order_id)


def decides(office: Office, person_id: int, order_id: int) -> bool:
    """Whether a proposal is, or was, this person's to sign."""
    found = find(office, order_id)
    return found is not None and (proposing.is_signer(office, person_id, found) or found.decided_by == person_id)


def to_sign(office: Office, person_id: int, order_id: int, rev: int) -> Order | None:
    """The proposal, where it is this person's to decide, and what it is about is as it was shown."""
    found = find(office, order_id)
    if found is None or task_of(office, found.about_id).rev != rev:
        return None
    return found if proposing.is_signer(office, person_id, found) and proposing.stands(office, found) else None


def to_close(office: Office, person_id: int, order_id: int, rev: int) -> Order | None:
    """The order, where this person is to verify it, and its explanation is as it was shown."""
    found = find(office, order_id)
    if found is None or not ordering.may_settle(office, person_id, found):
        return None
    return found if task_of(office, found.task_id).rev == rev else None


def task_of(office: Office, task_id: int | None) -> Task:
    found = tasks.get(office.session, task_id or 0)
    assert found is not None
    return found


def overdue(office: Office, order: Order) -> int:
    if order.state != "signed":
        return 0
    return max(0, office.calendar.count(proposing.due(order, task_of(office, order.about_id)), office.today))


# to be signed


def proposal(office: Office, args: dict[str, Any], row: Outbox) -> facts.Proposal | facts.Settled | None:
    """For who is to sign it; what became of it, where that was decided or it stands no more."""
    order, person = records.get(office.session, args["order"]), peopling.reader(office, row.chat_id)
    if order is None or person is None:
        return None
    if not decides(office, person.id, order.id):
        return None
    if not proposing.stands(office, order):
        state = "lapsed" if order.state == "proposed" else order.state
        number = ordering.number(office, order)
        return facts.Settled(state, matter(office, order), number, len(waiting(office, person.id, "sign")))
    about = task_of(office, order.about_id)
    urged = showing.urged(office, about)
    given = office.calendar.on_or_after(office.rules.hours.today(office.next_hour()))
    limits = office.rules.orders.limits
    explain_by, done_by = rules.dates(order.colour, given, about.limit, limits, office.calendar)  # type: ignore[arg-type]
    return facts.Proposal(
        order_id=order.id,
        rev=about.rev,
        matter=matter(office, order),
        rule=order.rule,
        due=about.limit,
        reminded=urged.reminded,
        last_reminded=urged.last_reminded,
        returned=reviews.returns(office.session, about.id),
        held=_held(office, about),
        explain_by=explain_by,
        done_by=done_by,
        leader=_copied(office, order, charging.seated(office, proposing.signers(office, order)[0][0])),
    )


def _copied(office: Office, order: Order, signer: str) -> str:
    """The leader in charge, for information; who signs it needs no copy."""
    leader = charging.leader_of(office, order.unit_id) or ""
    return "" if leader == signer else leader


def _held(office: Office, task: Task) -> tuple[tuple[str, int], ...]:
    """Who had the ball, for how many office hours; the office by no name."""
    spent: Counter[str] = Counter()
    for hold in holds.of_task(office.session, task.id):
        name = people.unit(office.session, hold.unit_id).name if hold.unit_id else ""
        spent[name] += int(holding.spent(office, hold).total_seconds())
    return tuple((name, seconds // 3600) for name, seconds in spent.most_common() if seconds >= 3600)


# as issued


def order(office: Office, args: dict[str, Any], row: Outbox) -> facts.Order | None:
    """For whoever oversees, and for the department; nobody else sees it, on no old card."""
    found, person = records.get(office.session, args["order"]), peopling.reader(office, row.chat_id)
    if found is None or person is None or found.state not in records.ISSUED:
        return None
    units = peopling.units_seen(office, row.chat_id)
    if units is not None and found.unit_id not in units:
        return None
    made = issued(office, found, person.id, peopling.units_answered(office, row.chat_id))
    return replace(made, paper=f"{found.year}-{found.number}") if units is None else made


def issued(office: Office, order: Order, person_id: int, answers: frozenset[int] = frozenset()) -> facts.Order:
    task, about = task_of(office, order.task_id), task_of(office, order.about_id)
    assert order.decided_at is not None
    today = office.rules.hours.today
    mine, by = order.unit_id in answers, signer(office, order)
    return facts.Order(
        order_id=order.id,
        number=ordering.number(office, order),
        matter=matter(office, order),
        explain_by=task.first_due or task.due,
        done_by=proposing.due(order, about),
        leader=_copied(office, order, by),
        signer=by,
        signed_on=today(order.decided_at),
        received=(receiver(office, order), order.received_at) if order.received_at else None,
        state=order.state,
        step=task.step,
        filed=about.state != "open",
        done_on=today(order.done_at) if order.done_at else None,
        overdue=overdue(office, order),
        kept=kept(office, order),
        task_id=task.id,
        task_rev=task.rev,
        may_receive=ordering.may_receive(office, person_id, order),
        may_explain=mine and order.state == "signed" and Step(task.step) in delays.OWING,
        may_ask=mine and proposing.may_close(office, order),
    )


def signer(office: Office, order: Order) -> str:
    """By the post by which it was signed: somebody may have several."""
    assert order.decided_by is not None
    assert order.decided_at is not None
    return peopling.title_on(office, order.decided_by, order.decided_at, signing_roles(order))


def receiver(office: Office, order: Order) -> str:
    """Empty as long as nobody has signed for it."""
    if order.received_by is None or order.received_at is None:
        return ""
    return peopling.title_on(office, order.received_by, order.received_at, ("head", "leader"))


def signing_roles(order: Order) -> tuple[str, ...]:
    return ("leader",) if order.colour == "red" else ("director", "office")


def kept(office: Office, order: Order) -> str:
    """Why it was not closed when that was asked for, as long as that stands."""
    task = task_of(office, order.task_id)
    found = requests.of_task(office.session, task.id, "keep-order") if task.step == Step.ACCEPTED else []
    return found[-1].reason if found else ""


def closing(office: Office, args: dict[str, Any], row: Outbox) -> facts.Closing | facts.Settled | None:
    found, person = records.get(office.session, args["order"]), peopling.reader(office, row.chat_id)
    if found is None or person is None or found.task_id is None:
        return None
    if not ordering.may_settle(office, person.id, found):
        if not peopling.sees_all(office, row.chat_id):
            return None
        left = len(waiting(office, person.id, "close"))
        return facts.Settled(found.state, matter(office, found), ordering.number(office, found), left)
    task, about = task_of(office, found.task_id), task_of(office, found.about_id)
    report = reports.filed(office.session, task.id)[-1]
    form = words.form(office, task, report)
    filed_on = office.rules.hours.today(about.closed_at) if about.closed_at else None
    return facts.Closing(issued(office, found, person.id), task.rev, form.text, form.files, filed_on)
