"""A report is filed: version, receipt, on time or late; late is accepted and told apart."""

from db.queries import people, reports, tasks
from db.tables import Note, Report, Task
from services import auditing, drafting, reminding
from services.forms import FORMS, summary
from services.office import Office
from services.saying import Rank, edit, say


def take_text(office: Office, task: Task, text: str, *, replaces: int | None = None) -> str | None:
    """Reads a text into the task's draft. Where no form takes it, it is kept with the task and the reason returned."""
    if replaces is None and task.state == "filed" and reports.draft(office.session, task.id) is None:
        latest = reports.filed(office.session, task.id)
        replaces = latest[-1].id if latest else None
    if replaces is not None and (locked := _locked(office, task)):
        keep_note(office, text, task)
        return locked
    began = reports.draft(office.session, task.id) is None
    report = drafting.begin(office, task, replaces=replaces)
    problem: str | None = FORMS[task.form].take(office, task, report, text)
    if problem:
        keep_note(office, text, task)
        if began:
            drafting.discard(office, task)
    else:
        task.rev += 1
    return problem


def correct(office: Office, report: Report) -> str | None:
    """Begins a new version of a report; what stands in the way of it, if something does."""
    task = tasks.get(office.session, report.task_id)
    assert task is not None
    if locked := _locked(office, task):
        return locked
    drafting.discard(office, task)
    asking = {"roll-call": "all", "meeting": "day"}.get(task.form)
    draft = drafting.begin(office, task, asking=asking, replaces=report.id)
    if task.form == "meeting":
        copy_proofs(office, report, draft)
    return None


def copy_proofs(office: Office, old: Report, new: Report) -> None:
    """A corrected day or topic is proven by the same minutes."""
    for proof in reports.proofs(office.session, old.id):
        values = proof.model_dump(exclude={"id", "report_id"})
        office.session.add(type(proof)(**values, report_id=new.id))
    office.session.flush()


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
        not_before=office.next_hour(),
    )
    edit(office, row)


def keep_note(office: Office, text: str, task: Task | None = None) -> Note:
    """Nothing that a person wrote is lost, whatever came of it."""
    assert office.person_id is not None
    note = Note(task_id=task.id if task else None, person_id=office.person_id, text=text, at=office.now)
    office.session.add(note)
    office.session.flush()
    return note
