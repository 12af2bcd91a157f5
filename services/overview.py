"""The whole at one moment: lights by department and area, verdicts, what came and what did not."""

from collections import Counter, defaultdict
from dataclasses import replace
from datetime import date

from dateutil.relativedelta import relativedelta

from db.queries import notices, orders, people, remarks, reports, tasks
from db.tables import Report, Task, Unit
from domain.board import Lights
from domain.facts.overview import Overdue, Paper, Standing, Status, UnitLights, Waiting
from services import assigning, doubting, judging, lights, naming, proofreading, queues, showing, titles, trend
from services.judging import Judgement
from services.lights import Sight
from services.office import Office
from services.vacancies import is_vacant


def standing(
    office: Office,
    public: date | None = None,
    hidden: frozenset[int] = frozenset(),
    judged: Judgement | None = None,
) -> Standing:
    """With `public` only what the group may see on that day; of the tasks that are `hidden` it sees no delay. What is
    judged already is not judged again."""
    notice = notices.current(office.session)
    areas = {row.area: row.area_short for row in notices.indicators(office.session, notice.id)}
    first = office.today.replace(day=1)
    month = tasks.due_in(office.session, first, first + relativedelta(months=1, days=-1))
    done_in_month = [task for task in month if task.state == "filed"]
    in_month = reports.filed_of(office.session, {task.id for task in done_in_month})
    late = [task for task, unit in behind(office) if unit.ranked or not public]
    unasked = [task for task, unit in past_due(office) if is_vacant(office, unit.id) and (unit.ranked or not public)]
    judged = judged or judging.all_of_them(office)
    done = {task.id: in_time(office, task, in_month.get(task.id, [])) for task in done_in_month}
    found = Standing(
        at=office.now,
        areas=tuple(areas.values()),
        units=tuple(_units(Sight(office, public, judged, hidden), list(areas))),
        verdicts=Counter(verdict.value for verdict in judged.indicators.values()),
        asked=len(month),
        filed=len(done),
        on_time=sum(done.values()),
        overdue=len(late),
        earlier=sum(1 for task in late if task.limit < first),
        vacant=sum(1 for task in unasked if task.limit >= first),
        codes={code: verdict.value for code, verdict in judged.indicators.items()},
        done=done,
    )
    return replace(found, trend=trend.of(office, found))


def in_time(office: Office, task: Task, versions: list[Report]) -> bool:
    """By the report with which it was done; what another's entry completed, by the day on which it did."""
    last = showing.closing(task, versions)
    if last is not None:
        return bool(last.on_time)
    return task.closed_at is not None and office.rules.hours.today(task.closed_at) <= task.due


def _units(sight: Sight, areas: list[int]) -> list[UnitLights]:
    """Departments, worst first; whoever is only asked (派驻组) last."""
    units = lights.units(sight.office)
    cells = lights.cells(sight, lights.parts(sight, units), units)
    late: defaultdict[int, list[int]] = defaultdict(list)
    for task, unit in behind(sight.office):
        if days := sight.behind(task, unit):
            late[unit.id].append(days)
    shown = [unit for unit in units.values() if any((unit.id, area) in cells for area in areas)]
    shown.sort(key=lambda unit: (not unit.ranked, -len(late[unit.id]), -max(late[unit.id], default=0), unit.position))
    return [
        UnitLights(
            unit.name,
            tuple(cells.get((unit.id, area), Lights()) for area in areas),
            len(late[unit.id]),
            max(late[unit.id], default=0),
        )
        for unit in shown
    ]


def past_due(office: Office) -> list[tuple[Task, Unit]]:
    """The oldest first, each with the department that has it now."""
    return office.once(("past due", office.today), lambda: tasks.overdue(office.session, office.today))


def behind(office: Office) -> list[tuple[Task, Unit]]:
    """The same, where there is somebody who can be late."""
    return [(task, unit) for task, unit in past_due(office) if not is_vacant(office, unit.id)]


def overdue(office: Office, most: int | None = None) -> list[Overdue]:
    """The oldest first, each with the day on which its holder was first told."""
    told = naming.told_days(office)
    return [late(office, task, unit, told.get(task.id)) for task, unit in behind(office)[:most]]


def late(office: Office, task: Task, unit: Unit, told: date | None) -> Overdue:
    """`unit` has it now; its own was told on that day."""
    days = office.calendar.count(task.limit, office.today)
    title = titles.sheet(office, task) or task.title or office.rules.title(task.cadence)
    told_on = told if unit.id == task.unit_id else None  # its lead was told, not who has it now
    return Overdue(task.id, title, titles.period(task), unit.name, days, told_on, titles.code(office, task))


def waiting(office: Office) -> Waiting:
    vacant = {unit.id for unit in people.reporting(office.session)} - people.answered(office.session)
    claims = len(people.unsettled_claims(office.session))
    late = tasks.unsigned_overdue(office.session, office.today)
    unsigned = sum(1 for task in late if not is_vacant(office, task.unit_id))
    doubts = sum(1 for doubt in doubting.questions(office) if doubting.is_open(doubt))
    papers = [Paper(row.id, len(proofreading.open_(office, row))) for row in proofreading.waiting(office)]
    found = len(remarks.proposed(office.session))
    return Waiting(claims, len(vacant), unsigned, doubts, papers[0] if papers else None, found)


def status(office: Office, judged: Judgement, personal: bool, public: bool, reader: int | None = None) -> Status:
    """`reader` is whoever reads it in private."""
    late = overdue(office, 1)
    looks = queues.of(office, reader) if personal and reader else ()
    mine = waiting(office) if personal else Waiting(0, 0, 0, 0)
    return Status(
        campaign=office.rules.campaign,
        standing=standing(office, office.today if public else None, judged=judged),
        waiting=replace(mine, queues=tuple((queue.what, queue.n) for queue in looks)),
        oldest=late[0] if late and not public else None,
        personal=personal,
        published=assigning.is_published(office),
        orders=None if public else orders.still_open(office.session),
    )
