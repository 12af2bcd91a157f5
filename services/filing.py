"""A report is filed: version, receipt, on time or late; late is accepted and told apart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from db.queries import people, reports, requests, reviews, tasks
from db.tables import Note, Report, Request, Task
from domain.lifecycle import AT_HEAD, TABLE, Event, Step
from domain.privacy import BLACK, legible
from domain.reader.asked import LONGEST, Doubt
from domain.roll_call.names import counted, counts_in
from services import (
    assigning,
    auditing,
    confirming,
    drafting,
    gathered,
    gathering,
    lifecycle,
    locking,
    reminding,
    reviewers,
    rounds,
    striking,
    tidings,
)
from services.forms import FORMS, HEARING, hearing, summary
from services.office import Office


def take(
    office: Office, task: Task, note: Note, *, replaces: int | None = None, asked: str | None = None
) -> Doubt | None:
    """Reads what somebody wrote into the task's draft; why, where no form takes it.

    `asked` is the field that it answers, where it is an earlier answer that was edited.
    """
    note.task_id = task.id
    if task.form == striking.FORM and striking.strike(office, note):
        if not note.text:
            return Doubt("counts-only")
        striking.tell(office, note.message_id)
    if task.form == "signing":
        assigning.explain(office, task, note)
    if replaces is None and task.state == "filed" and reports.draft(office.session, task.id) is None:
        latest = reports.filed(office.session, task.id)
        replaces = latest[-1].id if latest else None
    if locking.is_locked(office, task):
        ask_to_reopen(office, task)
        return Doubt("locked")
    if replaces is None:
        replaces = _returned(office, task)
    if replaces is not None and (before := reports.get(office.session, replaces)):
        newest = reports.newest(office.session, before)
        replaces = newest.id if newest else None
    if _is_repeated(office, task, note, replaces):
        return None
    try:
        _read_whole(office, task, note, replaces, asked)
    except NotTaken as error:
        note.asked = error.question
        nothing = hearing.nothing(office, task, _readable(task, note.text)) if task.form == "readings" else None
        return nothing or error.doubt
    return None


def _returned(office: Office, task: Task) -> int | None:
    """What came back is mended where it is, not begun anew."""
    if task.step != Step.RETURNED or task.form in locking.ONE_BY_ONE or reports.draft(office.session, task.id):
        return None
    last = reviews.last_return(office.session, task.id)
    return last[0].id if last else None


def would_take(office: Office, task: Task, text: str) -> bool:
    """Whether its form can read a text; nothing of it stays."""
    return _tried(office, task, text).certain


def that_hear(office: Office, found: Sequence[Task], text: str) -> list[Task]:
    """Those that hear most of a text: what one reader passes over may be the answer to another's question.

    Of as much heard with certainty and as probable by others, the certain ones.
    """
    reports.drafts_of(office.session, [task.id for task in found])  # looked up together
    tried = [(task, _tried(office, task, text)) for task in found]
    most = max((one.values for _, one in tried), default=0)
    best = [(task, one) for task, one in tried if one.values == most > 0]
    return [task for task, one in best if one.certain] or [task for task, _ in best]


@dataclass(frozen=True)
class Tried:
    """How many values a form hears in a text, and whether it would take them without asking back."""

    values: int
    certain: bool


def _tried(office: Office, task: Task, text: str) -> Tried:
    if task.form in HEARING:
        draft = reports.draft(office.session, task.id)
        known = reports.figures(office.session, draft.id) if draft else {}
        found = _foreheard(office, task, known, draft.asking if draft else None, text)
        return Tried(0, certain=False) if isinstance(found, Doubt) else Tried(max(1, found), certain=True)
    trial = office.session.begin_nested()
    try:
        report = drafting.begin(office, task)
        before = _said(office, report)
        doubt = _heard(office, task, report, text)
        if doubt is not None:
            return Tried(max((len(one) for one in doubt.likely), default=0), certain=False)
        return Tried(max(1, len(_said(office, report) - before)), certain=True)  # a planned day is no value
    finally:
        trial.rollback()


def _said(office: Office, report: Report) -> set[tuple[str, int | None, int | None, str | None]]:
    return {(r.field, r.num, r.den, r.text) for r in reports.readings(office.session, report.id).values()}


def _heard(office: Office, task: Task, report: Report, text: str) -> Doubt | None:
    readable = _readable(task, text)
    if len(readable) > LONGEST:
        return Doubt("too-long")
    return FORMS[task.form].take(office, task, report, readable)


def _foreheard(office: Office, task: Task, known: Mapping[str, int], asked: str | None, text: str) -> int | Doubt:
    readable = _readable(task, text)
    return (
        Doubt("too-long") if len(readable) > LONGEST else HEARING[task.form].heard(office, task, known, asked, readable)
    )


def _readable(task: Task, text: str) -> str:
    """An answer is read without what is not kept of it."""
    if task.form != striking.FORM:
        return legible(text)
    return counts_in(legible(text)) if BLACK in text else counted(text)


class NotTaken(Exception):
    """A text that no form takes, and the question that it was read as an answer to."""

    def __init__(self, doubt: Doubt, question: str | None) -> None:
        super().__init__(doubt.reason)
        self.doubt, self.question = doubt, question


def _read_whole(office: Office, task: Task, note: Note, replaces: int | None, asked: str | None) -> None:
    """NotTaken where no form takes it: what was begun before stands."""
    if task.form in HEARING:
        _hear_first(office, task, note, replaces, asked)
        return _read(office, task, note, replaces, asked)
    with office.session.begin_nested():
        _read(office, task, note, replaces, asked)


def _hear_first(office: Office, task: Task, note: Note, replaces: int | None, asked: str | None) -> None:
    """NotTaken before anything is written."""
    draft = reports.draft(office.session, task.id)
    goes_on = draft is not None and replaces in (None, draft.replaces)
    begins_with = draft.id if draft and goes_on else replaces
    known = reports.figures(office.session, begins_with) if begins_with else {}
    question = asked or (draft.asking if draft and goes_on else None)
    if isinstance(doubt := _foreheard(office, task, known, question, note.text), Doubt):
        raise NotTaken(doubt, question)


def _read(office: Office, task: Task, note: Note, replaces: int | None, asked: str | None) -> None:
    report = drafting.begin(office, task, replaces=replaces)
    question = report.asking = asked or report.asking
    before = reports.figures(office.session, report.id)
    if doubt := _heard(office, task, report, note.text):
        raise NotTaken(doubt, question)
    task.rev += 1
    note.asked = question
    if task.form == "readings" and (labels := _labels_changed(office, report, before)):
        note.asked = " ".join(("figures", *labels))  # an edit of the message is about these again
    if reports.draft(office.session, task.id):  # a planned day is no report
        note.report_id = report.id


def _labels_changed(office: Office, report: Report, before: dict[str, int]) -> list[str]:
    """The figures that a text has set, by their labels."""
    now = reports.readings(office.session, report.id).values()
    return [r.field for r in now if r.requirement_id is None and r.num is not None and before.get(r.field) != r.num]


def _is_repeated(office: Office, task: Task, note: Note, replaces: int | None) -> bool:
    """Said once more to the same question, since no answer was seen: it changes nothing.

    Two figures asked for one after the other may well be the same.
    """
    if task.form == "readings":
        return False
    draft = reports.draft(office.session, task.id)
    if draft is None or replaces not in (None, draft.replaces):
        return False
    last = reports.last_words(office.session, draft.id)
    if last is None or last.text != note.text or draft.asking not in (None, last.asked):
        return False
    note.report_id = draft.id
    return True


def correct(office: Office, report: Report) -> str | None:
    """Begins a new version of a report; what stands in the way of it, if something does."""
    task = tasks.get(office.session, report.task_id)
    assert task is not None
    if locking.is_locked(office, task):
        ask_to_reopen(office, task)
        return "locked-now"
    newest = reports.newest(office.session, report)
    if newest is None:
        return "corrects-nothing"
    drafting.discard(office, task)
    asking = {"roll-call": "all", "meeting": "day", "register": "entry"}.get(task.form)
    drafting.begin(office, task, asking=asking, replaces=newest.id)
    return None


def ask_to_reopen(office: Office, task: Task) -> None:
    """Who wants to correct what is locked is heard by whoever decides on it, once a day."""
    request = _to_reopen(office, task)
    args = {"task": task.id, "person": office.person_id, "request": request.id if request else None}
    for _, person in reviewers.deciders(office, task)[:1]:
        tidings.tell(office, person, "reopen", args, key=f"reopen/{task.id}/{office.today}/{person.id}")


def _to_reopen(office: Office, task: Task) -> Request | None:
    """What waits for a decision already is not asked for twice; None where it could not be opened."""
    assert office.person_id is not None
    if (Step(task.step), Event.REOPEN) not in TABLE:
        return None
    waiting = [one for one in requests.of_task(office.session, task.id, "reopen") if one.state == "asked"]
    if waiting:
        return waiting[-1]
    request = Request(kind="reopen", task_id=task.id, state="asked", by=office.person_id, at=office.now)
    office.session.add(request)
    office.session.flush()
    return request


def file(office: Office, task: Task) -> bool:
    """To the head or out of the department; False where nothing is ready to go: the card shows what is missing."""
    report = reports.draft(office.session, task.id)
    if report is None or not FORMS[task.form].ready(office, report) or locking.is_locked(office, task):
        return False
    if Step(task.step) in AT_HEAD or task.step == Step.DISPUTED:
        return False
    if confirming.is_wanted(office, task, report):
        confirming.submit(office, task)
    else:
        leave(office, task, report)
    return True


def leave(office: Office, task: Task, report: Report) -> Report:
    """What is ready leaves the department: by its head's word where that is wanted, and to whoever reviews it."""
    on_time = _on_time(office, task, report)
    task.rev += 1
    if Step(task.step) in AT_HEAD:
        confirming.confirm(office, task, report)
        FORMS[task.form].filed(office, task, report)
    elif FORMS[task.form].filed(office, task, report):
        complete(office, task)
    elif task.state == "filed":  # corrected, and short of the number again
        lifecycle.carry(office, task, Event.LACK)
    report.state, report.at, report.asking, report.on_time = "filed", office.now, None, on_time
    auditing.record(office, "file", f"report/{report.id}", task=task.id, version=report.version)
    reminding.refresh(office, task)
    if lead := gathering.lead_of(office, task):
        gathered.look(office, lead)
    tell_summaries(office, task)
    return report


def complete(office: Office, task: Task) -> None:
    """The department has done its part."""
    if not office.rules.review(task.cadence):
        lifecycle.carry(office, task, Event.FILE)
    elif task.step == Step.ACCEPTED:
        lifecycle.carry(office, task, Event.ADD)
    else:
        lifecycle.carry(office, task, Event.HAND_IN)


def _on_time(office: Office, task: Task, report: Report) -> bool:
    """A correction is as much on time as what it corrects. What was written in time, and read later because the bot
    was away, is on time where it is confirmed on the day on which it was read."""
    before = reports.get(office.session, report.replaces) if report.replaces else None
    if before is not None:
        return bool(before.on_time)
    today = office.rules.hours.today
    written = today(report.said_at) if report.said_at else office.today
    heard_late = written < today(report.at) == office.today
    return (written if heard_late else office.today) <= task.due


def tell_summaries(office: Office, task: Task) -> None:
    """Whatever adds up what this task was answered with is another sum now."""
    rounds.refresh(office, task)
    for other in summary.follow(office, task):
        reminding.refresh(office, other)
        _tell_outdated(office, other)


def _tell_outdated(office: Office, task: Task) -> None:
    """A sum that was filed is no longer the sum: whoever filed it is told once a version, and may add up again."""
    versions = reports.filed(office.session, task.id)
    holder = people.answering(office.session, task.unit_id)
    if not versions or holder is None:
        return
    tidings.tell(office, holder[1], "outdated", {"task": task.id}, key=f"outdated/{versions[-1].id}")
