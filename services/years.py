"""A department's year: what it was asked for each month, and how it stood with it."""

from collections import defaultdict

from db.queries import assignments, notices, people, reports, tasks
from db.tables import Indicator, Report, Task, Unit
from domain.board import Light, Lights
from domain.cadences import parse_period
from domain.facts.pictures import UnitYear, YearLine
from domain.verdicts import together
from services import curves, demands, judging, lights, overview
from services.lights import BY_VERDICT, MEETS, Sight
from services.office import Office

Pair = tuple[Task, Indicator]
Months = defaultdict[int, list[Lights]]


def of(office: Office, unit_id: int, year: int | None = None) -> UnitYear:
    """Of this year where none is named, or of the last one while there is nothing of this one yet."""
    this = office.today.year
    asked = {one: tasks.of_year(office.session, unit_id, one) for one in (this, this - 1)}
    shown = year if year in asked else this if asked[this] or not asked[this - 1] else this - 1
    unit, sight = people.unit(office.session, unit_id), Sight(office, None, judging.all_of_them(office))
    pairs = asked[shown]
    filed = reports.filed_of(office.session, {task.id for task, _ in pairs})
    receipts = assignments.receipts(office.session, unit_id)
    done = [overview.in_time(office, task, filed.get(task.id, [])) for task, _ in pairs if task.state == "filed"]
    return UnitYear(
        unit_id=unit_id,
        unit=unit.name,
        year=shown,
        today=office.today,
        lines=tuple(_lines(sight, unit, shown, pairs, filed)),
        lead=sum(1 for _, given, _ in receipts if given.part == "lead"),
        responsible=sum(1 for _, given, _ in receipts if given.part == "responsible"),
        filed=len(done),
        on_time=sum(done),
        overdue=sum(1 for task, _ in pairs if sight.behind(task, unit)),
        others=tuple(one for one, found in asked.items() if found and one != shown),
    )


def _lines(sight: Sight, unit: Unit, year: int, pairs: list[Pair], filed: dict[int, list[Report]]) -> list[YearLine]:
    """Worst first. What a department is responsible for and was never asked about by itself is the lead's to show."""
    rows: dict[int, Months] = {}
    named: dict[int, Indicator] = {}
    for pair in pairs:
        task, indicator = pair
        named[indicator.id] = indicator
        found = lights.alone(sight, pair, unit, filed.get(task.id, []), _meets(sight, pair))
        rows.setdefault(indicator.id, defaultdict(list))[parse_period(task.period).end.month].append(found)
    for month, indicator, own, received in _received(sight, unit, year):
        named[indicator.id] = indicator
        if own or indicator.id in rows:
            rows.setdefault(indicator.id, defaultdict(list))[month].append(Lights(received=received))
    lines = [
        YearLine(named[key].code, named[key].title, tuple(lights.merged(months[n]) for n in range(1, 13)))
        for key, months in sorted(rows.items())
    ]
    return sorted(lines, key=lambda line: -sum(cell.bad for cell in line.cells))


def _received(sight: Sight, unit: Unit, year: int) -> list[tuple[int, Indicator, bool, Light]]:
    """In the month in which it was given; whether it is the department's own to report."""
    office = sight.office
    signing = tasks.open_signing(office.session, unit.id)
    late = signing is not None and sight.behind(signing, unit) > 0
    found = []
    for receipt, given, indicator in assignments.receipts(office.session, unit.id):
        day = office.rules.hours.today(receipt.given_at)
        light = Light.GOOD if receipt.signed_at else Light.BAD if late else Light.WAITING
        found += [(day.month, indicator, given.part != "responsible", light)] if day.year == year else []
    return found


def _meets(sight: Sight, pair: Pair) -> Light:
    """How the demands stood with this report, whatever came later."""
    task, indicator = pair
    office, known = sight.office, sight.judged.records
    if task.form not in BY_VERDICT or demands.is_part(office, task):
        return Light.NONE if task.state == "open" else Light.WAITING
    key = indicator.id, task.cadence
    before = [one for one in known.tasks.get(key, []) if one.period <= task.period and one.id in known.reports]
    rows = [row for row in notices.requirements(office.session, indicator.id) if row.cadence == task.cadence]
    if task.state == "open" or not rows or (task.form == "readings" and not before):
        return Light.WAITING
    then = [judging.verdict(office, known, row, curves.so_far(office, known, indicator, row, before)) for row in rows]
    return MEETS.get(together(then), Light.WAITING)
