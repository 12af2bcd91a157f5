"""Lists of orders: what waits for a signer, what was issued, by department."""

from collections import Counter
from typing import Any

from db.queries import orders as records
from db.queries import people
from db.tables import Order, Outbox
from domain.facts import orders as facts
from domain.facts import personal
from domain.pages import cut
from services import ordering, orders, peopling, proposing
from services.office import Office

PAGE = 8


def queues(office: Office, person_id: int) -> tuple[personal.Queue, ...]:
    found = []
    both: tuple[facts.What, ...] = ("sign", "close")
    for what in both:
        if mine := orders.waiting(office, person_id, what):
            first = orders.matter(office, mine[0])
            found.append(personal.Queue(f"orders-{what}", len(mine), first.title, first.period, first.unit))
    return tuple(found)


def waiting_list(office: Office, args: dict[str, Any], row: Outbox) -> facts.Waiting | None:
    person = peopling.reader(office, row.chat_id)
    if person is None:
        return None
    found = orders.waiting(office, person.id, args["what"])
    shown = cut(found, args["page"], PAGE)
    lines = tuple(_line(office, order) for order in shown.rows)
    return facts.Waiting(args["what"], lines, shown.leaf)


def _line(office: Office, order: Order) -> facts.Line:
    late = orders.overdue(office, order)
    limit = proposing.due(order, orders.task_of(office, order.about_id)) if order.due else None
    return facts.Line(order.id, ordering.number(office, order), orders.matter(office, order), limit, late, order.state)


def listed(office: Office, args: dict[str, Any], row: Outbox) -> facts.Listed:
    which: facts.Which = args["which"]
    found = [o for o in records.issued(office.session) if args["unit"] in (0, o.unit_id)]
    still = [o for o in found if o.state == "signed"]
    done = [o for o in found if o.state != "signed"]
    shown = cut(still if which == "open" else done, args["page"], PAGE)
    unit = people.unit(office.session, args["unit"]).name if args["unit"] else ""
    lines = tuple(_line(office, one) for one in shown.rows)
    return facts.Listed(which, args["unit"], unit, len(still), len(done), lines, shown.leaf)


def by_unit(office: Office) -> facts.ByUnit:
    found = records.issued(office.session)
    still = Counter(order.unit_id for order in found if order.state == "signed")
    done = Counter(order.unit_id for order in found if order.state != "signed")
    units = [unit for unit in people.units(office.session) if unit.id in still or unit.id in done]
    return facts.ByUnit(tuple((unit.id, unit.name, still[unit.id], done[unit.id]) for unit in units))


def lines_about(office: Office, found: list[Order]) -> tuple[facts.Line, ...]:
    return tuple(_line(office, one) for one in found)
