"""A figure without a name while several are open: which of them it is, is asked by buttons that name the open ones.

Several sent one after the other, as many as are open, are put before the person in the order of the card. Nothing of it
is taken without a press; a press on a question of before counts as long as what it names is open.
"""

from collections.abc import Mapping
from typing import Any

from db.queries import outbox, people, reports
from db.tables import Note, Outbox, Task
from domain.lifecycle import Step
from domain.people import Principal
from domain.reader import bare
from domain.reader.asked import Doubt
from domain.reader.question import Question
from services import doubted
from services.forms import hearing
from services.office import Office

MANY = 30  # questions that are looked through, more than there are figures in one
BARE = "bare"  # in the facts of such a question: the number of its message, and the figure as it was sent
ROW = "row"  # the same of each that was sent before it, where they are put in order
OPEN = (Step.ASKED, Step.GATHERING)


def asked(office: Office, task: Task, note: Note, doubt: Doubt) -> dict[str, Any] | None:
    """The facts of the question; None where it is another doubt."""
    if task.form != "readings" or doubt.reason != "which":
        return None
    question = _question(office, task)
    found = _which(question, note.text)
    if found is None:
        return None
    texts = _before(office, task, note) | {note.message_id: note.text}
    row = sorted(texts.items())
    if together := bare.in_order([text for _, text in row], question):
        found = Doubt("in-order", (together,))
    in_row = {ROW: row} if together else {}
    return doubted.args_of(task, found) | {BARE: [note.message_id, note.text]} | in_row


def anew(office: Office, task: Task, args: Mapping[str, Any]) -> dict[str, Any] | None:
    """The question by what is open now; None where that leaves nothing to ask."""
    found = _which(_question(office, task), args[BARE][1]) if BARE in args and _is_asked(office, task) else None
    return doubted.args_of(task, found) | {BARE: args[BARE]} if found else None


def holds(office: Office, who: Principal, task: Task, args: Mapping[str, Any], which: int, rev: int) -> bool:
    """Whether a press on such a question says what is open still: no message that it is of was edited since, and it
    was shown as it was asked."""
    if any(_is_edited(office, who, *one) for one in (args[BARE], *args.get(ROW, ()))):
        return False
    if args["rev"] != rev or not _is_asked(office, task):
        return False
    open_ones = {quantity.label for quantity in _question(office, task).asked.wanted}
    return set(args["likely"][which]) <= open_ones


def _is_edited(office: Office, who: Principal, number: int, text: str) -> bool:
    note = reports.note_of_message(office.session, who.person_id, number)
    return note is None or note.text != text


def _is_asked(office: Office, task: Task) -> bool:
    draft = reports.draft(office.session, task.id)
    return draft is not None and draft.asking == "figures" and Step(task.step) in OPEN


def _question(office: Office, task: Task) -> Question:
    return hearing.question(office, task, reports.draft(office.session, task.id))


def _which(question: Question, text: str) -> Doubt | None:
    amount = bare.figure(text) if question.shape == "figures" and len(question.asked.wanted) > 1 else None
    found = bare.readings(amount, question.asked.wanted) if amount else []
    return Doubt("bare", tuple(found)) if found else None


def _before(office: Office, task: Task, note: Note) -> dict[int, str]:
    """The figures that were sent right before, one after the other, and that nobody has said the name of: by message,
    of which an edited one counts as it is now."""
    chat = people.get(office.session, note.person_id).telegram_id
    found: dict[int, str] = {}
    for row in outbox.newest_ones(office.session, chat, MANY):
        if not _is_of(office, row, task):
            break
        number, text = row.args[BARE]
        found.setdefault(number, text)
    return found


def _is_of(office: Office, row: Outbox, task: Task) -> bool:
    args, today = row.args, office.rules.hours.today
    same = args.get("task") == task.id and args.get("rev") == task.rev and today(row.since) == office.today
    return row.kind == "problem" and BARE in args and same
