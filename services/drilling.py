"""The way down from the board: department, area, indicator, period, history."""

from collections.abc import Collection
from datetime import date
from fractions import Fraction

from db.queries import notices, people, reports, tasks, trail
from db.tables import Doubt, Note, Report, Requirement, Task
from domain.facts import overview
from domain.people import Principal
from domain.verdicts import Verdict, together
from services import doubts, effects, judging, peopling, requested, showing, titles
from services import overview as whole
from services.office import Office

COUNTS_ONLY = ("roll-call", "summary")  # what else is written there is for no eyes but the writer's
SHOWN = 12  # tasks in one view


def units(office: Office) -> overview.UnitList:
    late = [unit.id for _, unit in tasks.overdue(office.session, office.today)]
    found = [u for u in people.units(office.session) if people.has_contact_post(office.session, u.id)]
    return overview.UnitList(tuple((u.id, u.name, late.count(u.id)) for u in found))


def unit(office: Office, unit_id: int, whole: bool) -> overview.UnitView:
    rows = tasks.receipts(office.session, unit_id)
    return overview.UnitView(
        unit_id=unit_id,
        unit=people.unit(office.session, unit_id).name,
        lead=tuple(i.code for _, a, i in rows if a.part == "lead"),
        responsible=tuple(i.code for _, a, i in rows if a.part == "responsible"),
        signed=sum(1 for receipt, _, _ in rows if receipt.signed_at),
        given=len(rows),
        tasks=tuple(line(office, task) for task in tasks.of_unit(office.session, unit_id)[:SHOWN]),
        whole=whole,
    )


def line(office: Office, task: Task) -> overview.TaskLine:
    versions = reports.filed(office.session, task.id)
    late = max(0, office.calendar.count(task.limit, office.today)) if task.is_owed else 0
    state = "overdue" if late else "open"
    if last := showing.closing(task, versions):
        state = "on time" if last.on_time else "late"
    first = task.first_due if task.first_due != task.due else None
    return overview.TaskLine(task.id, titles.title(office, task), task.period, task.due, state, late, first)


def areas(office: Office) -> overview.AreaList:
    verdicts = judging.all_of_them(office).indicators
    rows: dict[int, list[str]] = {}
    titles: dict[int, tuple[str, str]] = {}
    for row in notices.indicators(office.session, notices.current(office.session).id):
        rows.setdefault(row.area, []).append(row.code)
        titles[row.area] = row.area_short, row.area_title
    met = {area: sum(1 for code in codes if verdicts[code] is Verdict.MET) for area, codes in rows.items()}
    return overview.AreaList(tuple((area, *titles[area], len(codes), met[area]) for area, codes in rows.items()))


def area(office: Office, number: int) -> overview.AreaView:
    verdicts = judging.all_of_them(office).indicators
    notice = notices.current(office.session)
    found = [row for row in notices.indicators(office.session, notice.id) if row.area == number]
    lines = tuple((row.code, row.title, verdicts[row.code].value) for row in found)
    return overview.AreaView(number, found[0].area_title if found else "", lines)


def indicator(
    office: Office, code: str, units: Collection[int] | None = None, *, may_enter: bool = False
) -> overview.IndicatorView | None:
    """With the tasks of these departments; None is all of them. The office may enter benchmarks from it."""
    notice = notices.current(office.session)
    row = notices.indicator(office.session, notice.id, code)
    if row is None:
        return None
    judged = judging.requirements(office, row)
    leading = {task.unit_id for task in tasks.of_lead(office.session, row.id)}
    readable = units is None or bool(leading & set(units))
    return overview.IndicatorView(
        code=row.code,
        title=row.title,
        notice=notice.number,
        area=row.area_title,
        item=f"{row.item_number}{row.item_title}",
        lead=row.lead,
        responsible=tuple(row.responsible),
        requirements=tuple(_requirement(office, one, words=readable) for one in judged),
        doubts=tuple(_doubt(office, doubt) for doubt in notices.doubts(office.session, notice.id, code)),
        tasks=tuple(
            line(office, task)
            for task in tasks.of_lead(office.session, row.id)[:SHOWN]
            if units is None or task.unit_id in units
        ),
        whole=units is None,
        verdict=together(one.verdict for one in judged).value,
        evidence=tuple(row.evidence),
        office=may_enter,
        text=row.text,
    )


def _doubt(office: Office, row: Doubt) -> overview.DoubtLine:
    done = doubts.answered(office, row)
    reading = effects.options(row)[row.choice]
    return overview.DoubtLine(row.field, row.printed, reading, done.who if done else None, done.on if done else None)


def _requirement(office: Office, one: judging.Judged, *, words: bool) -> overview.RequirementLine:
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
        entries=tuple((entry.on_date, entry.title if words else "", entry.link) for entry in weighed.entries),
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


def history(office: Office, task: Task) -> overview.History:
    events = [
        overview.Event(at, "reminded", _title(office, r.post_id), {"audience": r.audience, "rung": r.rung})
        for r, at in tasks.told(office.session, task.id)
    ]
    notes = reports.notes(office.session, task.id)
    filed = reports.ever_filed(office.session, task.id)
    for report in filed:
        words = [note.text for note in notes if note.report_id == report.id]
        figures = _figures(office, report) | ({"words": words} if words else {})
        events.append(overview.Event(report.at, "filed", _who(office, report), figures))
    events += _withdrawals(office, filed)
    events += requested.events(office, task)
    into = {report.id for report in filed}
    readable = task.form not in COUNTS_ONLY
    events += [
        overview.Event(
            note.at, "note", peopling.title_on(office, note.person_id, note.at), {"text": note.text} if readable else {}
        )
        for note in notes
        if note.report_id not in into
    ]
    found = tasks.indicator(office.session, task)
    unit_name = people.unit(office.session, task.unit_id).name
    ordered = tuple(sorted(events, key=lambda event: event.at))
    return overview.History(line(office, task), unit_name, found.code if found else "", ordered)


def _said(office: Office, note: Note, *, readable: bool) -> overview.Event:
    who = peopling.title_on(office, note.person_id, note.at)
    return overview.Event(note.at, "note", who, {"text": note.text} if readable else {})


def _withdrawals(office: Office, filed: list[Report]) -> list[overview.Event]:
    """When and by whom is on the trail alone."""
    gone = {f"report/{report.id}": report for report in filed if report.state == "withdrawn"}
    found = trail.of(office.session, "withdraw", gone) if gone else []
    return [
        overview.Event(
            row.at,
            "withdrawn",
            peopling.title_on(office, row.person_id, row.at) if row.person_id else "",
            {"number": showing.number(gone[row.subject], office.rules.hours.today(gone[row.subject].at))},
        )
        for row in found
    ]


def _figures(office: Office, report: Report) -> dict[str, object]:
    versions = reports.filed(office.session, report.task_id)
    data: dict[str, object] = {"version": showing.version(report, versions), "on_time": report.on_time}
    for field, reading in reports.readings(office.session, report.id).items():
        is_day = field == "day"
        data[field] = date.fromisoformat(reading.text) if is_day and reading.text else reading.text or reading.num
    data["files"] = sum(1 for proof in reports.proofs(office.session, report.id) if proof.state == "kept")
    return data


def _who(office: Office, report: Report) -> str:
    return peopling.title_on(office, report.by, report.at)


def _title(office: Office, post_id: int) -> str:
    post = people.post(office.session, post_id)
    return post.title if post else ""


def overdue(office: Office) -> overview.OverdueList:
    return overview.OverdueList(tuple(whole.overdue(office)))


def totals(office: Office) -> dict[str, object]:
    """The counts of this moment, for a machine."""
    found = whole.standing(office)
    late = [
        {"title": o.title, "period": o.period, "unit": o.unit, "working_days": o.days} for o in whole.overdue(office)
    ]
    counts = {"asked": found.asked, "filed": found.filed, "on_time": found.on_time, "overdue": found.overdue}
    counts["overdue_of_earlier_months"] = found.earlier
    return {"at": found.at.isoformat(), "verdicts": dict(found.verdicts), **counts, "late": late}
