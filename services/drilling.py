"""An indicator with what its verdict is made of, and one of its tasks in a line."""

import dataclasses
from collections.abc import Collection, Iterator
from datetime import date, datetime
from fractions import Fraction

from db.queries import assignments, drill, notices, people, reports, tasks, urges
from db.queries import orders as records
from db.tables import Doubt, Entry, Indicator, Report, Requirement, Task
from domain.facts import overview
from domain.lifecycle import Step
from domain.people import Principal
from domain.verdicts import together
from services import (
    doubts,
    effects,
    expanding,
    holding,
    joint,
    judging,
    order_lists,
    registers,
    showing,
    titles,
)
from services import overview as whole
from services.office import Office
from services.vacancies import is_vacant

SHOWN = 6  # of the lead's tasks, and as many parts of others; all of them are behind a button
STEPS = {
    Step.WITHDRAWN: "withdrawn",
    Step.STRUCK: "struck",
    Step.SETTLED: "settled",
    Step.DISPUTED: "disputed",
    Step.GATHERING: "gathering",
}


def line(office: Office, task: Task) -> overview.TaskLine:
    versions = reports.filed(office.session, task.id)
    late = max(0, office.calendar.count(task.limit, office.today)) if task.is_owed else 0
    if late and is_vacant(office, task.unit_id):
        late, state = 0, "vacant"
    else:
        state = "overdue" if late else "open"
    if last := showing.closing(task, versions):
        state = "on time" if last.on_time else "late"
    state = STEPS.get(Step(task.step), state)
    first = task.first_due if task.first_due != task.due else None
    title, period = titles.title(office, task), titles.period(task)
    is_past = task.due.year < office.today.year
    return overview.TaskLine(task.id, title, period, task.due, state, late, first_due=first, is_past=is_past)


def indicator(
    office: Office, code: str, units: Collection[int] | None = None, *, may_enter: bool = False
) -> overview.IndicatorView | None:
    """With the tasks of these departments; None is all of them. The office may enter benchmarks from it."""
    notice = notices.current(office.session)
    row = notices.indicator(office.session, notice.id, code)
    if row is None:
        return None
    judged = judging.requirements(office, row)
    readable = units is None or bool(tasks.leading(office.session, row.id) & set(units))
    found = tasks.of_lead(office.session, row.id, units, SHOWN)
    in_view = units_in_view(office, row, units)
    parts = tasks.of_responsible(office.session, row.id, SHOWN) if in_view is None else []
    return overview.IndicatorView(
        code=row.code,
        title=row.title,
        notice=notice.number,
        area=row.area_title,
        item=f"{row.item_number}{row.item_title}",
        lead=row.lead,
        responsible=tuple(row.responsible),
        requirements=tuple(requirement(office, one, words=readable) for one in judged),
        doubts=tuple(_doubt(office, doubt) for doubt in notices.doubts(office.session, notice.id, code)),
        tasks=tuple(line(office, task) for task in found)
        + tuple(
            dataclasses.replace(line(office, task), unit=people.unit(office.session, task.unit_id).name)
            for task in parts
        ),
        whole=units is None,
        verdict=together(one.verdict for one in judged).value,
        evidence=tuple(row.evidence),
        office=may_enter,
        text=row.text,
        urged=_urged(office, [*found, *parts]),
        without=tuple(_without(office, judged)),
        waits=_waits(office, found),
        periods=drill.number_of_indicator(office.session, row.id, in_view),
        orders=tuple(
            order_lists.lines_about(
                office,
                [o for o in records.of_indicator(office.session, row.id) if units is None or o.unit_id in units],
            )
        ),
    )


def units_in_view(office: Office, row: Indicator, units: Collection[int] | None) -> Collection[int] | None:
    """Whoever answers for the lead looks into the parts of all others."""
    return None if units is None or _leads(office, row) & set(units) else units


def _waits(office: Office, found: list[Task]) -> tuple[tuple[str, str, overview.Ball], ...]:
    """What is not over, and who has the ball."""
    waits = []
    for task in found:
        now = [ball for ball in holding.balls(office, task) if ball.has_it]
        waits += [(titles.title(office, task), task.period, ball) for ball in now]
    return tuple(waits)


def _without(office: Office, judged: list[judging.Judged]) -> Iterator[tuple[str, str]]:
    """The reports that the values come from, and the departments that are not in them."""
    for report in {report.id: report for one in judged for report in one.weighed.reports}.values():
        said = reports.readings(office.session, report.id).get(joint.WITHOUT)
        if said is not None:
            yield showing.number(report, office.rules.hours.today(report.at)), said.text or ""


def _leads(office: Office, row: Indicator) -> set[int]:
    """The departments to whose report the responsible ones give their parts."""
    led = assignments.of_indicator(office.session, row.id, "lead")
    return {unit.id for one in led for unit in expanding.departments(office, one)}


def _urged(office: Office, found: list[Task]) -> tuple[int, datetime] | None:
    rows = urges.of_tasks(office.session, [task.id for task in found])
    return (len(rows), rows[-1].at) if rows else None


def _doubt(office: Office, row: Doubt) -> overview.DoubtLine:
    done = doubts.answered(office, row)
    reading = effects.options(row)[row.choice]
    return overview.DoubtLine(row.field, row.printed, reading, done.who if done else None, done.on if done else None)


def requirement(office: Office, one: judging.Judged, *, words: bool) -> overview.RequirementLine:
    """`words` are people's own: for those who oversee, and for whoever answers for the lead."""
    row, weighed, found = one.requirement, one.weighed, one.weighed.found
    today = office.rules.hours.today
    is_rank = row.kind == "rank"
    return overview.RequirementLine(
        name=row.name,
        op=row.op,
        target=row.target,
        unit=row.unit,
        suggested=row.tag == "D",
        office_set=row.office_set,
        verdict=one.verdict.value,
        kind=row.kind,
        value=min(found.values, default=None) if row.op.startswith(">") else max(found.values, default=None),
        field=found.field,
        cutoff=Fraction(row.num, row.den) if is_rank and row.num is not None and row.den else None,
        before=found.before,
        nothing=found.nothing,
        stale=weighed.stale,
        share_alone=weighed.share_alone,
        periods=weighed.periods,
        inputs=weighed.inputs,
        receipts=tuple((showing.number(report, today(report.at)), report.at) for report in weighed.reports),
        entries=tuple((e.on_date, _title(office, e) if words else "", e.link) for e in weighed.entries),
        shared=weighed.shared,
        words=weighed.words if words or row.kind in ("rank", "milestone") else "",
        benchmark=_benchmark(one),
        requirement_id=row.id,
        external=row.tag == "X",
        deadline=row.deadline,
        calculation=row.calculation,
        coming=_coming(one.coming),
        pace=one.pace,
    )


def _title(office: Office, entry: Entry) -> str:
    """Those of a restricted register are read there, where every look is on the trail."""
    register = registers.of_key(office, entry.register_key)
    return "" if register and register.is_logged else entry.title


def _coming(row: Requirement | None) -> tuple[str, str, str, date] | None:
    return (row.op, row.target, row.unit, row.since) if row and row.since else None


def _benchmark(one: judging.Judged) -> tuple[Fraction, str, date] | None:
    row = one.benchmark
    return (Fraction(row.num, row.den), row.source, row.on_date) if row else None


def by_number(office: Office, who: Principal, number: str) -> Report | None:
    """The report that a receipt names, withdrawn or not, where this person may look at it."""
    report = reports.get(office.session, int(number[8:]))
    task = tasks.get(office.session, report.task_id) if report and report.state != "draft" else None
    if report is None or task is None or not (who.sees_all or task.unit_id in who.units):
        return None
    return report if showing.number(report, office.rules.hours.today(report.at)) == number else None


def totals(office: Office) -> dict[str, object]:
    """The counts of this moment, for a machine."""
    found = whole.standing(office)
    late = [
        {"title": o.title, "period": o.period, "unit": o.unit, "working_days": o.days} for o in whole.overdue(office)
    ]
    counts = {"asked": found.asked, "filed": found.filed, "on_time": found.on_time, "overdue": found.overdue}
    counts |= {"overdue_of_earlier_months": found.earlier, "without_a_contact": found.vacant}
    return {"at": found.at.isoformat(), "verdicts": dict(found.verdicts), **counts, "late": late}
