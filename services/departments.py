"""Down by department: all of them worst first, one with what it is asked, and its indicators."""

from collections import Counter

from db.queries import assignments, drill, orders, people
from db.tables import Unit
from domain.facts import drill as facts
from domain.pages import ROWS, cut, leaf
from domain.verdicts import Verdict
from services import drilling, judging, order_lists, reds, sifting
from services import overview as whole
from services.office import Office
from services.vacancies import is_vacant

PARTS = ("lead", "responsible", "files")
UNITS = 16  # of one page: a house of usual size is seen as a whole
ORDERS = 3  # shown beside a department's tasks; all of them are behind a button


def listed(office: Office, page: int) -> facts.UnitList:
    """As on the board: worst first, whoever is only asked last."""
    late = Counter(unit.id for _, unit in whole.behind(office))
    review = Counter(task.unit_id for task, _ in drill.reviewing(office.session))
    signed = drill.signed(office.session)
    found = sorted(people.reporting(office.session), key=lambda u: (not u.ranked, -late[u.id], u.position))
    shown = cut(found, page, UNITS)
    rows = (
        facts.UnitRow(u.id, u.name, late[u.id], review[u.id], _unsigned(signed, u.id), is_vacant(office, u.id))
        for u in shown.rows
    )
    return facts.UnitList(tuple(rows), shown.leaf)


def _unsigned(signed: dict[int, tuple[int, int]], unit_id: int) -> int:
    given, done = signed.get(unit_id, (0, 0))
    return given - done


def one(office: Office, unit_id: int, page: int) -> facts.UnitView | facts.Gone:
    unit = _unit(office, unit_id)
    if unit is None:
        return facts.Gone("unit")
    rows = assignments.receipts(office.session, unit_id)
    which = leaf(drill.number_of_unit(office.session, unit_id), page)
    found = drill.of_unit(office.session, unit_id, which.offset, ROWS)
    issued = [order for order in orders.issued(office.session) if order.unit_id == unit_id]
    open_ = [order for order in issued if order.state == "signed"][:ORDERS]
    judged = judging.all_of_them(office)
    return facts.UnitView(
        unit_id=unit_id,
        unit=unit.name,
        lead=sum(1 for _, given, _ in rows if given.part == "lead"),
        responsible=sum(1 for _, given, _ in rows if given.part == "responsible"),
        indicators=len({indicator.code for _, _, indicator in rows}),
        signed=sum(1 for receipt, _, _ in rows if receipt.signed_at),
        given=len(rows),
        filters=sifting.filters(office, judged, unit_id),
        tasks=tuple(drilling.line(office, task) for task in found),
        leaf=which,
        orders=order_lists.lines_about(office, open_),
        ordered=len(issued),
        vacant=is_vacant(office, unit_id),
    )


def _unit(office: Office, unit_id: int) -> Unit | None:
    return next((unit for unit in people.units(office.session) if unit.id == unit_id), None)


def indicators(office: Office, unit_id: int, page: int) -> facts.IndicatorList | facts.Gone:
    """What it leads first, then what it answers for beside others, then what it files."""
    unit = _unit(office, unit_id)
    if unit is None:
        return facts.Gone("unit")
    rows = sorted(assignments.receipts(office.session, unit_id), key=lambda row: PARTS.index(row[1].part))
    found = {indicator.code: (indicator, given.part) for _, given, indicator in reversed(rows)}
    shown = cut(list(reversed(found.values())), page)
    judged = judging.all_of_them(office)
    late = late_by_indicator(office, unit_id)
    lines = (
        facts.IndicatorRow(i.code, i.title, judged.indicators.get(i.code, Verdict.NO_DATA).value, late[i.id], part)
        for i, part in shown.rows
    )
    n = len(reds.found(office, judged, unit_id))
    return facts.IndicatorList(0, unit_id, unit.name, tuple(lines), shown.leaf, n)


def late_by_indicator(office: Office, unit_id: int = 0) -> Counter[int]:
    """Indicator → how many of its tasks are overdue, of all departments or of one."""
    known = drill.indicator_ids(office.session)
    found = [task.assignment_id for task, unit in whole.behind(office) if unit_id in (0, unit.id)]
    return Counter(known[number] for number in found if number is not None)
