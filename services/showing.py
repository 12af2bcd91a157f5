"""A task as it is at this moment: what its card, its receipt and its line in a list are made of."""

import dataclasses
from datetime import date, datetime

from db.queries import holds, people, reports, requests, reviews, rungs
from db.tables import Report, Review, Task
from domain.facts import work
from domain.lifecycle import Step
from services import demands, ending, locking, offering, peopling, titles
from services.forms import CHOOSING, FORMS
from services.office import Office


def task(office: Office, row: Task, report: Report | None = None) -> work.Task:
    """With `report` the task as of that version, otherwise with its draft, otherwise with what was filed last."""
    draft, versions = reports.all_of(office.session, row.id)
    shown = report or draft or (versions[-1] if versions and row.state == "filed" else None)
    indicator = demands.indicator(office, row) if row.assignment_id else None
    unit = people.unit(office.session, row.unit_id)
    return work.Task(
        task_id=row.id,
        rev=row.rev,
        title=titles.title(office, row, indicator),
        unit=unit.name,
        code=indicator.code if indicator else "",
        period=titles.period(row),
        due=row.limit,
        left=office.calendar.count(office.today, row.limit),
        next_day=office.calendar.shift(office.today, 1),
        ranked=unit.ranked,
        provisional=office.calendar.is_provisional(row.limit),
        office_set=row.form != "signing",
        state="draft" if draft and report is None and row.state != "withdrawn" else row.state,
        asking=draft.asking if draft else None,
        form=FORMS[row.form].form(office, row, shown),
        receipt=receipt(office, row, versions[-1], versions) if versions else None,
        closed=row.state != "open",
        locked=locking.is_locked(office, row),
        corrects=_corrected(office, draft),
        sheet=titles.sheet(office, row),
        quiet=row.quiet,
        step=row.step,
        reason=reason(office, row),
        mend_by=row.mend_by,
        closable=ending.now(office, row),
        first_due=first_due(row),
        may_extend=offering.may_extend(office, row),
        may_pass=offering.may_pass(office, row),
        final=row.state == "open" and locking.is_past(office, row),
    )


def first_due(row: Task) -> date | None:
    """The limit as it was first, where that of today is another one."""
    return row.first_due if row.mend_by is None and row.first_due != row.due else None


def reason(office: Office, row: Task) -> str:
    """Why it is with the department again: the reviewer's words, or its own head's."""
    if row.step == Step.RETURNED:
        found = reviews.last_return(office.session, row.id)
        return found[1].reason if found else ""
    if row.step not in MENDED:
        return ""
    back = requests.of_task(office.session, row.id, "return")
    if not back or reports.draft(office.session, row.id) is None:
        return ""
    at_head = [hold.until for hold in holds.of_task(office.session, row.id) if hold.part == "head"]
    return back[-1].reason if at_head[-1:] == [back[-1].decided_at] else ""  # not where it was taken back from the head


def outline(office: Office, row: Task) -> work.Task:
    """For a line in a list: what it is, by when, and whether it is done."""
    if row.form not in CHOOSING:
        return task(office, row)
    unit = people.unit(office.session, row.unit_id)
    return work.Task(
        task_id=row.id,
        rev=row.rev,
        title=titles.title(office, row),
        unit=unit.name,
        code=titles.code(office, row),
        period=titles.period(row),
        due=row.limit,
        left=office.calendar.count(office.today, row.limit),
        next_day=office.calendar.shift(office.today, 1),
        ranked=unit.ranked,
        provisional=office.calendar.is_provisional(row.limit),
        office_set=True,
        state=row.state,
        asking=None,
        form=CHOOSING[row.form].outline(office, row),
        closed=row.state != "open",
        sheet=titles.sheet(office, row),
        quiet=row.quiet,
        step=row.step,
        reason=reason(office, row),
        mend_by=row.mend_by,
        first_due=first_due(row),
    )


def urged(office: Office, row: Task) -> work.Task:
    """With how often whoever holds it was reminded: for whom is to urge them."""
    told = [at for r, at in rungs.told(office.session, row.id) if r.audience == "contact"]
    return dataclasses.replace(task(office, row), reminded=len(told), last_reminded=max(told, default=None))


def _corrected(office: Office, draft: Report | None) -> datetime | None:
    """When the version that a draft corrects was filed."""
    before = reports.get(office.session, draft.replaces) if draft and draft.replaces else None
    return before.at if before else None


def receipt(office: Office, row: Task, report: Report, versions: list[Report]) -> work.Receipt:
    first = chain(report, versions)[0]
    said = reviews.of(office.session, report.id)
    return work.Receipt(
        report_id=report.id,
        number=number(report, office.rules.hours.today(report.at)),
        version=version(report, versions),
        on_time=bool(report.on_time),
        late_by=max(0, office.calendar.count(row.due, office.rules.hours.today(first.at))),
        at=report.at,
        stale=any(other.replaces == report.id for other in versions),
        withdrawn=report.state == "withdrawn",
        confirmed=_confirmed(office, report),
        review=_review(row, said),
        reason=said.reason if said and said.verdict == "returned" else "",
    )


MENDED = (Step.ASKED, Step.GATHERING, Step.REOPENED)
AFTER = {Step.CLOSING: "closing", Step.STRUCK: "struck", Step.SETTLED: "settled", Step.REOPENED: "reopened"}


def _review(row: Task, said: Review | None) -> str:
    if said is not None:
        return AFTER.get(Step(row.step), said.verdict) if said.verdict == "accepted" else said.verdict
    return "waiting" if row.step == Step.REVIEWING else ""


def _confirmed(office: Office, report: Report) -> str:
    if report.confirmed_by is None or report.confirmed_at is None:
        return ""
    return peopling.title_on(office, report.confirmed_by, report.confirmed_at, ("head", "leader"))


def closing(task: Task, versions: list[Report]) -> Report | None:
    """The report with which the task was done: of a quota the last that it needed. None while it is open."""
    if task.state == "open" or not versions:
        return None
    return next((report for report in versions if report.at == task.closed_at), versions[0])


def version(report: Report, versions: list[Report]) -> int:
    """How often it was corrected, and one: a second meeting is no second version."""
    return len(chain(report, versions))


def chain(report: Report, versions: list[Report]) -> list[Report]:
    """The report and all that it corrects, the first one first."""
    known = {other.id: other for other in versions}
    found = [report]
    while found[0].replaces is not None and found[0].replaces in known:
        found.insert(0, known[found[0].replaces])
    return found


def number(report: Report, on: date) -> str:
    """2026-11-0107: year and month of filing, and the number of the record."""
    return f"{on:%Y-%m}-{report.id:04d}"
