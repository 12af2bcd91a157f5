"""What is overdue, with its reviewer, not signed for, or behind pace: how many, and each in a list."""

from collections.abc import Collection

from db.queries import assignments, drill, holds, notices, people
from db.tables import Indicator, Task, Unit
from domain.facts import drill as facts
from domain.facts.overview import Filters
from domain.pages import ROWS, Leaf, cut, leaf
from services import demands, drilling, holding, judging, reds, titles
from services import overview as whole
from services.judging import Judgement
from services.office import Office

Found = tuple[list[tuple[Task, Unit]], Leaf]


def filters(office: Office, judged: Judgement, unit_id: int = 0) -> Filters:
    """Of one department, or of all."""
    return Filters(
        late=len(_of(unit_id, whole.behind(office))),
        review=len(_of(unit_id, drill.reviewing(office.session))),
        sign=len(_of(unit_id, drill.signings(office.session))),
        pace=len(_behind(judged, unit_id)),
        reds=len(reds.found(office, judged, unit_id)),
    )


def _of(unit_id: int, found: list[tuple[Task, Unit]]) -> list[tuple[Task, Unit]]:
    return [pair for pair in found if unit_id in (0, pair[1].id)]


def _behind(judged: Judgement, unit_id: int) -> list[int]:
    """Indicators, in the order of the notice."""
    keys = {
        number for number, cadence in judged.behind if unit_id in (0, judged.records.tasks[number, cadence][-1].unit_id)
    }
    return sorted(keys)


def listed(office: Office, which: facts.Which, unit_id: int, page: int) -> facts.Matters | facts.Gone:
    name = next((unit.name for unit in people.units(office.session) if unit.id == unit_id), "")
    if unit_id and not name:
        return facts.Gone("unit")
    if which == "pace":
        rows, where = _paces(office, unit_id, page)
        return facts.Matters(which, unit_id, name, "", rows, where)
    found = cut(_of(unit_id, SOURCES[which](office)), page)
    return facts.Matters(which, unit_id, name, "", _lines(office, list(found.rows)), found.leaf)


SOURCES = {
    "late": lambda office: whole.behind(office),
    "review": lambda office: drill.reviewing(office.session),
    "sign": lambda office: drill.signings(office.session),
}


def _paces(office: Office, unit_id: int, page: int) -> tuple[tuple[facts.Matter, ...], Leaf]:
    judged = judging.all_of_them(office)
    found = cut(_behind(judged, unit_id), page)
    rows = [office.session.get_one(Indicator, number) for number in found.rows]
    lines = (facts.Matter(row.lead, row.code, None, title=row.title, paces=judged.paces[row.id]) for row in rows)
    return tuple(lines), found.leaf


def periods(office: Office, code: str, units: Collection[int] | None, page: int) -> facts.Matters | facts.Gone:
    """Of one indicator, whoever is asked; of these departments, None is all of them."""
    row = notices.indicator(office.session, notices.current(office.session).id, code)
    if row is None:
        return facts.Gone("indicator", code)
    units = drilling.units_in_view(office, row, units)
    which = leaf(drill.number_of_indicator(office.session, row.id, units), page)
    found = drill.of_indicator(office.session, row.id, units, which.offset, ROWS)
    return facts.Matters("periods", 0, f"{code} {row.title}", code, _lines(office, found), which)


def _lines(office: Office, found: list[tuple[Task, Unit]]) -> tuple[facts.Matter, ...]:
    now = holds.of_tasks(office.session, [task.id for task, _ in found])
    return tuple(
        facts.Matter(
            unit.name,
            _code(office, task),
            drilling.line(office, task),
            holding.turn(office, now[task.id]) if task.id in now else None,
            len(assignments.unsigned(office.session, task.unit_id)) if task.form == "signing" else 0,
        )
        for task, unit in found
    )


def _code(office: Office, task: Task) -> str:
    """Of its indicator, where its title does not say it."""
    return demands.indicator(office, task).code if task.assignment_id and task.form not in titles.BY_INDICATOR else ""
