"""An answer is taken back (撤回): nothing is deleted, it counts no more, and what it replaced is in force again."""

from datetime import timedelta
from typing import Any

from db.queries import outbox, people, reports, requests, reviews, tasks
from db.tables import Report, Request, Task
from domain.facts import work
from domain.lifecycle import Event
from domain.people import Principal
from services import (
    auditing,
    binding,
    demands,
    drafting,
    filing,
    lifecycle,
    listing,
    locking,
    open_work,
    recalling,
    reminding,
    requesting,
    showing,
    shown,
    titles,
)
from services.forms import FORMS
from services.office import Office

A_DAY = timedelta(days=1)
OTHERS = 8  # filed by the same press


def begin(office: Office, who: Principal, replied: int | None, *, filed: bool) -> tuple[str, dict[str, Any]]:
    """Drops what was begun or asked for last, or asks about the report that was filed last; what is said of it.

    An open dialogue is what is meant before anything else, and nothing beside it is touched. With `filed` something
    is meant that was filed.
    """
    found = requesting.asked(office, who, replied) or _last(office, who, replied, filed)
    if found is None:
        return "sentence", {"code": "nothing-to-cancel"}
    if isinstance(found, Request):
        return recalling.take_back(office, found)
    if isinstance(found, Task):
        drafting.discard(office, found)
        reminding.refresh(office, found)
        name, period = titles.title(office, found), titles.period(found)
        is_filed = bool(reports.filed(office.session, found.id))
        return "sentence", {"code": "draft-dropped", "title": name, "period": period, "filed": is_filed}
    if problem := obstacle(office, found):
        return "sentence", {"code": problem}
    return "withdrawal", {"report": found.id}


def _last(office: Office, who: Principal, replied: int | None, filed: bool) -> Task | Report | Request | None:
    """The task with a draft, the report, or the request: of the message replied to, otherwise whatever this person did
    last.

    Of reports and requests those of today. Of several the latest counts: a draft that lies about since last week is not
    what 撤回 means, and a report is asked about before anything happens to it.
    """
    if replied and (found := _of_message(office, who, replied)):
        return found
    begun = [] if filed else reports.drafts_by(office.session, who.person_id)
    drafts = [(report, task) for report, task in begun if task.unit_id in who.units]
    done = [pair for pair in _filed_today(office, who.person_id) if pair[1].unit_id in who.units]
    last = drafts[0] if drafts and (not done or drafts[0][0].at >= done[0][0].at) else done[0] if done else None
    asked = None if filed else recalling.last(office, who.person_id)
    if asked and (last is None or asked.at > last[0].at):
        return asked
    return last and (last[1] if last[0].state == "draft" else last[0])


def _of_message(office: Office, who: Principal, replied: int) -> Task | Report | Request | None:
    row = outbox.of_message(office.session, who.chat_id, replied)
    if row is None or "sheet" in row.args:  # a sheet speaks of several
        return None
    if "request" in row.args:
        asked = requests.get(office.session, row.args["request"])
        return asked if asked and recalling.is_mine(office, asked) else None
    if "report" in row.args:
        named = reports.get(office.session, row.args["report"])
        if named is None or open_work.of_mine(office, who, named.task_id) is None:
            return None
        return named if named.state == "withdrawn" else reports.newest(office.session, named)
    found = binding.of_message(office, who, row)
    if len(found) != 1:
        return None
    draft, versions = reports.all_of(office.session, found[0].id)
    return found[0] if draft else versions[-1] if versions else None


def _filed_today(office: Office, person_id: int) -> list[tuple[Report, Task]]:
    lately = reports.filed_by(office.session, person_id, office.now - A_DAY)
    return [(report, task) for report, task in lately if office.rules.hours.today(report.at) == office.today]


def obstacle(office: Office, report: Report) -> str | None:
    """Why it cannot be taken back. Of what is locked the director hears, as of a correction."""
    task = tasks.get(office.session, report.task_id)
    assert task is not None
    if report.state == "withdrawn":
        return "withdrawn-already"
    if reports.newest(office.session, report) is not report:
        return "newer-version"
    if _is_anothers(office, task, report):
        return "filed-by-another"
    if any(locking.is_locked(office, other) for other in (task, *_counted(office, task, report))):
        filing.ask_to_reopen(office, task)
        return "locked"
    if reviews.is_accepted(office.session, report.id):  # opened again it may be corrected; the accepted one stays
        return "accepted-stays"
    return None


def _is_anothers(office: Office, task: Task, report: Report) -> bool:
    """Of two who answer for a department each takes back what is their own; of who has left whoever answers now."""
    return report.by != office.person_id and task.unit_id in listing.units_of(
        office, people.get(office.session, report.by)
    )


def withdraw(office: Office, report_id: int) -> str | None:
    report = reports.get(office.session, report_id)
    assert report is not None
    if problem := obstacle(office, report):
        return problem
    task = tasks.get(office.session, report.task_id)
    assert task is not None
    others = _counted(office, task, report)
    _take_out(office, report)
    for touched in (task, *others):
        _look_again(office, touched, report)
    auditing.record(
        office, "withdraw", f"report/{report.id}", task=task.id, version=report.version, in_force=report.replaces
    )
    for touched in (task, *others):
        reminding.refresh(office, touched)
    filing.tell_summaries(office, task)
    shown.show_again(office, task, report)
    return None


def _counted(office: Office, task: Task, report: Report) -> list[Task]:
    """The department's other tasks that its entry counts toward."""
    entry = reports.entry_of(office.session, report.id)
    if entry is None:
        return []
    rows = {row.id for _, row in reports.counted_for(office.session, entry.id)}
    found = [other for other in tasks.registers(office.session, task.unit_id, task.period) if other.id != task.id]
    return [other for other in found if rows & {row.id for row in demands.of_task(office, other)}]


def _take_out(office: Office, report: Report) -> None:
    """What it replaced may be replaced by another one; a correction of it that was begun corrects that one now."""
    report.state = "withdrawn"
    if entry := reports.entry_of(office.session, report.id):
        entry.replaces = None  # the report still says what it corrected
    draft = reports.draft(office.session, report.task_id)
    if draft and draft.replaces == report.id:
        draft.replaces = report.replaces
    office.session.flush()


def _look_again(office: Office, task: Task, report: Report) -> None:
    """Open, and reminded of as its calendar says, unless what is left is enough."""
    versions = reports.filed(office.session, task.id)
    task.rev += 1
    if not FORMS[task.form].stands(office, task):
        if task.state == "filed":
            lifecycle.carry(office, task, Event.LACK)
            reminding.reopened(office, task)
    elif task.state == "open":  # by the correction it had fallen short
        filing.complete(office, task)
        task.closed_at = max((r.at for r in versions), default=office.now)
    elif versions and task.closed_at == report.at:
        task.closed_at = versions[-1].at
    office.session.flush()


def facts_of(office: Office, report: Report, task: Task) -> work.Withdrawal:
    versions = reports.filed(office.session, task.id)
    before = next((other for other in versions if other.id == report.replaces), None)
    together = [pair for pair in _filed_with(office, report) if pair[0].id != report.id]
    return work.Withdrawal(
        filed=work.Filed(showing.task(office, task, report), showing.receipt(office, task, report, versions)),
        again=showing.receipt(office, task, before, versions) if before else None,
        others=tuple((other.id, titles.title(office, of)) for other, of in together[:OTHERS]),
    )


def _filed_with(office: Office, report: Report) -> list[tuple[Report, Task]]:
    return [pair for pair in reports.filed_by(office.session, report.by, report.at) if pair[0].at == report.at]
