"""The four lights of every department in every area: received, on time, proven, meets the target."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from dateutil.relativedelta import relativedelta

from db.queries import assignments, drill, holds, people, reports, tasks
from db.tables import Indicator, Report, Task, Unit
from domain.board import Light, Lights
from domain.lifecycle import Step
from domain.verdicts import Verdict
from services import demands, showing
from services.forms import FORMS, Known
from services.judging import Judgement
from services.naming import Told, may_be_named, told_days
from services.office import Office
from services.vacancies import is_vacant

# of several lights in one cell the first of these that is there is shown
GRAVEST = (Light.BAD, Light.LATE, Light.WAITING, Light.GOOD, Light.NONE)
Cell = tuple[int, int]  # unit, area
BY_VERDICT = ("readings", "register")
MEETS = {
    Verdict.MET: Light.GOOD,
    Verdict.NOT_APPLICABLE: Light.NONE,
    Verdict.UNPROVEN: Light.LATE,
    Verdict.NOT_MET: Light.BAD,
}  # nobody knows of the others yet


@dataclass(frozen=True)
class Sight:
    """What a reader may see. In the group, that is on the day `public`, a department is behind if it may be named."""

    office: Office
    public: date | None
    judged: Judgement
    hidden: frozenset[int] = frozenset()  # tasks of which no delay is shown

    @cached_property
    def told(self) -> Told:
        return told_days(self.office)

    def behind(self, task: Task, unit: Unit) -> int:
        """Working days overdue; 0 where it is not, or may not be said."""
        if not task.is_owed or task.limit >= self.office.today or task.id in self.hidden:
            return 0
        if is_vacant(self.office, unit.id):
            return 0
        if self.public and not may_be_named(self.office, task, unit, self.public, self.told):
            return 0
        return self.office.calendar.count(task.limit, self.office.today)

    def is_unasked(self, task: Task) -> bool:
        """Past due, and nobody is there to be late with it."""
        return task.limit < self.office.today and is_vacant(self.office, task.unit_id)

    def shown(self, light: Light, unit: Unit) -> Light:
        """派驻组 is asked, not judged: in the group nothing of it is red, nor said to be not due yet."""
        return Light.NONE if light is Light.BAD and self.public and not unit.ranked else light


@dataclass(frozen=True)
class Part:
    """What one task shows in a cell: on time, proven, meets the target."""

    cell: Cell
    lights: tuple[Light, Light, Light]
    task: Task
    indicator: Indicator


Rows = list[tuple[Task, Indicator]]
Filed = dict[int, list[Report]]
LOOK_BACK = relativedelta(years=2)  # whatever has not been asked for so long is no duty any more


def parts(sight: Sight, units: dict[int, Unit]) -> list[Part]:
    found: list[Part] = []
    rows, filed = sight.office.once(("asked", sight.office.today), lambda: _asked(sight.office))
    elsewhere = _elsewhere(sight.office, rows)
    for task, indicator in rows:
        holder = elsewhere.get(task.id)
        behind = sight.behind(task, units[holder or task.unit_id]) > 0
        meets = _so_far(sight, indicator, task)
        if holder is not None:  # the lead is not late with what another department has
            on_time = Light.BAD if behind else Light.NONE
            found.append(Part((holder, indicator.area), (on_time, Light.NONE, Light.NONE), task, indicator))
        lights = _of_task(sight, task, filed.get(task.id, []), behind and holder is None, meets)
        found.append(Part((task.unit_id, indicator.area), lights, task, indicator))
    return found


def _asked(office: Office) -> tuple[Rows, Filed]:
    rows = tasks.standing(office.session, office.today - LOOK_BACK)
    return rows, reports.filed_of(office.session, {task.id for task, _ in rows})


def cells(sight: Sight, found: list[Part], units: dict[int, Unit]) -> dict[Cell, Lights]:
    received = _received(sight, units)
    others: defaultdict[Cell, list[tuple[Light, Light, Light]]] = defaultdict(list)
    for part in found:
        others[part.cell].append(part.lights)
    lit: dict[Cell, Lights] = {}
    for cell in {*received, *others}:
        columns = [received[cell], *zip(*others[cell], strict=True)]
        lit[cell] = Lights(*(sight.shown(_gravest(column), units[cell[0]]) for column in columns))
    return lit


def _elsewhere(office: Office, rows: list[tuple[Task, Indicator]]) -> dict[int, int]:
    """Task → the department whose part it waits for."""
    gathering = [task.id for task, _ in rows if task.step == Step.GATHERING]
    found = holds.of_tasks(office.session, gathering) if gathering else {}
    return {task_id: hold.unit_id for task_id, hold in found.items() if hold.unit_id is not None}


def alone(sight: Sight, pair: tuple[Task, Indicator], unit: Unit, versions: list[Report], meets: Light) -> Lights:
    """Of one task by itself. `meets` is how its demands stood with it."""
    task = pair[0]
    behind = sight.behind(task, unit) > 0 and task.id not in _elsewhere(sight.office, [pair])
    lights = _of_task(sight, task, versions, behind, meets)
    return Lights(Light.NONE, *(sight.shown(light, unit) for light in lights))


def merged(found: Iterable[Lights]) -> Lights:
    """Of several in one cell the gravest of each."""
    rows = [(one.received, one.on_time, one.proven, one.meets) for one in found]
    return Lights(*(_gravest(column) for column in zip(*rows, strict=True))) if rows else Lights()


def _received(sight: Sight, units: dict[int, Unit]) -> defaultdict[Cell, list[Light]]:
    late = {task.unit_id for task in unsigned(sight, units)}
    found: defaultdict[Cell, list[Light]] = defaultdict(list)
    for unit_id, area, signed in assignments.all_receipts(sight.office.session):
        found[unit_id, area].append(Light.GOOD if signed else Light.BAD if unit_id in late else Light.WAITING)
    return found


def unsigned(sight: Sight, units: dict[int, Unit]) -> list[Task]:
    """The signing of departments that are behind with it."""
    found = [task for task, _ in drill.signings(sight.office.session)]
    return [task for task in found if task.unit_id in units and sight.behind(task, units[task.unit_id])]


def _so_far(sight: Sight, indicator: Indicator, task: Task) -> Light:
    """What was good stays so until the next period is overdue; behind pace is not yet missed."""
    if demands.is_part(sight.office, task):  # the target is the lead's to meet
        return Light.NONE
    key = indicator.id, task.cadence
    if key in sight.judged.behind:
        return Light.LATE
    verdict = sight.judged.cadences.get(key, Verdict.NO_DATA)
    return MEETS.get(verdict, Light.WAITING) if task.form in BY_VERDICT else Light.WAITING


def _of_task(
    sight: Sight, task: Task, versions: list[Report], behind: bool, meets: Light
) -> tuple[Light, Light, Light]:
    """On time, proven, meets the target. Who has not filed is late; whether the target is met nobody knows yet."""
    if task.state == "open":
        proven = Light.WAITING if task.form in ("meeting", "register") else Light.NONE
        on_time = Light.BAD if behind else Light.NONE if task.quiet or sight.is_unasked(task) else Light.WAITING
        return on_time, proven, meets
    if not versions:
        return _by_entries(sight, task, meets)
    last = showing.closing(task, versions)
    on_time = Light.NONE if task.quiet else Light.GOOD if last and last.on_time else Light.LATE
    known = sight.judged.records.readings.get(versions[-1].id, {})
    if task.form not in BY_VERDICT:
        meets = _meets(sight.office, task, versions[-1])
    return on_time, _proven(sight, task, versions[-1], known), meets


def _by_entries(sight: Sight, task: Task, meets: Light) -> tuple[Light, Light, Light]:
    """What entries told elsewhere completed has no report of its own; done, it is yellow for want of proof alone."""
    if task.form != "register" or task.closed_at is None:
        return Light.NONE, Light.NONE, Light.NONE
    in_time = sight.office.rules.hours.today(task.closed_at) <= task.due
    proven = Light.BAD if meets is Light.LATE else Light.GOOD
    return Light.GOOD if in_time else Light.LATE, proven, meets


def _proven(sight: Sight, task: Task, report: Report, known: Known) -> Light:
    """Counts of the platform need no file; a meeting needs its minutes, a practice and an entry their proof."""
    if not FORMS[task.form].wants_proof(sight.office, task, known):
        return Light.NONE
    if report.id in sight.judged.records.proven:
        return Light.GOOD
    return Light.WAITING if report.id in sight.judged.records.wanted else Light.BAD


def _meets(office: Office, task: Task, report: Report) -> Light:
    """That all of them file is a figure inferred from wording (建议): whoever falls short of it has done it in part."""
    if task.form == "meeting":
        return Light.GOOD
    figures = reports.figures(office.session, report.id)
    whole = task.form != "summary" or figures["departments"] == figures["expected"]
    return Light.GOOD if whole and figures["filed"] == figures["should"] else Light.LATE


def _gravest(lights: Iterable[Light]) -> Light:
    present = set(lights)
    return next((light for light in GRAVEST if light in present), Light.NONE)


def units(office: Office) -> dict[int, Unit]:
    return {unit.id: unit for unit in people.units(office.session) if unit.kind != "group"}
