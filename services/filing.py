"""A report is filed: version, receipt, on time or late; late is accepted and told apart."""

from db.queries import people, reports, tasks
from db.tables import Note, Report, Task
from services import assigning, auditing, drafting, reminding
from services.forms import FORMS, summary
from services.office import Office
from services.saying import Rank, edit, say


def take(
    office: Office, task: Task, note: Note, *, replaces: int | None = None, asked: str | None = None
) -> str | None:
    """Reads what somebody wrote into the task's draft; the reason where no form takes it.

    `asked` is the field that it answers, where it is an earlier answer that was edited.
    """
    note.task_id = task.id
    if task.form == "signing":
        assigning.explain(office, task, note)
    if replaces is None and task.state == "filed" and reports.draft(office.session, task.id) is None:
        latest = reports.filed(office.session, task.id)
        replaces = latest[-1].id if latest else None
    if replaces is not None and (locked := _locked(office, task)):
        return locked
    began = reports.draft(office.session, task.id) is None
    report = drafting.begin(office, task, replaces=replaces)
    stood = report.asking
    report.asking = note.asked = asked or stood
    problem: str | None = FORMS[task.form].take(office, task, report, note.text)
    if problem:
        report.asking = stood
        if began:
            drafting.discard(office, task)
    else:
        task.rev += 1
        if reports.draft(office.session, task.id):  # a planned day is no report
            note.report_id = report.id
    return problem


def correct(office: Office, report: Report) -> str | None:
    """Begins a new version of a report; what stands in the way of it, if something does."""
    task = tasks.get(office.session, report.task_id)
    assert task is not None
    if locked := _locked(office, task):
        return locked
    drafting.discard(office, task)
    asking = {"roll-call": "all", "meeting": "day"}.get(task.form)
    drafting.begin(office, task, asking=asking, replaces=report.id)
    return None


def _locked(office: Office, task: Task) -> str | None:
    return "locked" if task.state == "filed" and office.today > task.locks else None


def file(office: Office, task: Task) -> Report | None:
    """None where nothing is ready to be filed: the card shows what is missing."""
    report = reports.draft(office.session, task.id)
    form = FORMS[task.form]
    if report is None or not form.ready(office, report):
        return None
    done = form.filed(office, task, report)
    report.state, report.at, report.asking = "filed", office.now, None
    report.on_time = office.today <= task.due
    task.rev += 1
    if done and task.state == "open":
        task.state, task.closed_at, task.wake_at = "filed", office.now, None
    office.session.flush()
    auditing.record(office, "file", f"report/{report.id}", task=task.id, version=report.version)
    reminding.refresh(office, task)
    for other in summary.follow(office, task):
        reminding.refresh(office, other)
        _tell_outdated(office, other)
    return report


def _tell_outdated(office: Office, task: Task) -> None:
    """A sum that was filed is no longer the sum: whoever filed it is told once a version, and may add up again."""
    versions = reports.filed(office.session, task.id)
    holder = people.answering(office.session, task.unit_id)
    if not versions or holder is None:
        return
    row = say(
        office,
        holder[1].telegram_id,
        "outdated",
        {"task": task.id},
        key=f"outdated/{versions[-1].id}",
        rank=Rank.EVENT,
        in_hours=True,
    )
    edit(office, row)
