"""What is red on the board, place by place, and what made it so."""

from dataclasses import dataclass
from typing import Literal

from db.queries import assignments, holds, notices, people, rungs
from db.tables import Hold, Indicator, Task
from domain.board import Light
from domain.facts import drill as facts
from domain.pages import cut
from services import drilling, holding, judging, lights
from services.judging import Judgement
from services.lights import Sight
from services.office import Office

Which = Literal["received", "on time", "proven", "meets"]
BELOW: tuple[Which, ...] = ("on time", "proven", "meets")
ORDER: tuple[Which, ...] = ("received", *BELOW)


@dataclass(frozen=True)
class Cause:
    """A light that is red. `task` is what made it so; of a target that is missed its newest one."""

    light: Which
    unit_id: int
    task: Task
    indicator: Indicator | None  # None of signing


def found(office: Office, judged: Judgement, unit_id: int = 0, area: int = 0) -> list[Cause]:
    """By department as on the board; a target that is missed once, however many periods it has."""
    units = lights.units(office)
    sight = Sight(office, None, judged)
    causes = [Cause("received", task.unit_id, task, None) for task in lights.unsigned(sight, units)] if not area else []
    missed: dict[tuple[int, int], Cause] = {}
    for part in lights.parts(sight, units):
        for light, shown in zip(BELOW, part.lights, strict=True):
            if shown is Light.BAD:
                cause = Cause(light, part.cell[0], part.task, part.indicator)
                if light == "meets":
                    missed[part.cell[0], part.indicator.id] = cause
                else:
                    causes.append(cause)
    mine = [one for one in (*causes, *missed.values()) if unit_id in (0, one.unit_id)]
    mine = [one for one in mine if not area or (one.indicator and one.indicator.area == area)]
    place = {number: n for n, number in enumerate(units)}
    return sorted(mine, key=lambda one: (place[one.unit_id], ORDER.index(one.light), one.task.due, one.task.id))


def listed(office: Office, unit_id: int, area: int, page: int) -> facts.Reds | facts.Gone:
    judged = judging.all_of_them(office)
    names = {unit.id: unit.name for unit in people.units(office.session)}
    titles = {
        row.area: row.area_title for row in notices.indicators(office.session, notices.current(office.session).id)
    }
    if unit_id and unit_id not in names:
        return facts.Gone("unit")
    if area and area not in titles:
        return facts.Gone("area")
    of = names[unit_id] if unit_id else titles[area] if area else ""
    shown = cut(found(office, judged, unit_id, area), page)
    now = holds.of_tasks(office.session, [one.task.id for one in shown.rows])
    rows = (_red(office, judged, one, names[one.unit_id], now.get(one.task.id)) for one in shown.rows)
    return facts.Reds(unit_id, area, of, tuple(rows), shown.leaf)


def _red(office: Office, judged: Judgement, cause: Cause, unit: str, hold: Hold | None) -> facts.Red:
    row = cause.indicator
    told = [at for reminder, at in rungs.told(office.session, cause.task.id) if reminder.audience == "contact"]
    return facts.Red(
        light=cause.light,
        unit=unit,
        code=row.code if row else "",
        title=row.title if row else "",
        line=None if cause.light == "meets" else drilling.line(office, cause.task),
        holding=holding.turn(office, hold) if hold else None,
        unsigned=len(assignments.unsigned(office.session, cause.unit_id)) if cause.light == "received" else 0,
        reminded=len(told),
        short=judged.missed.get(row.id, ()) if row and cause.light == "meets" else (),
    )
