"""A notice that was read is reviewed: its doubts are settled one by one, any answer can be taken back."""

from typing import Any

from catalogue.reading.draft import Draft
from catalogue.reading.settling import Question
from catalogue.reading.settling import questions as questions_of
from catalogue.reading.storing import restored
from db.queries import documents
from db.tables import Document
from services import auditing
from services.office import Office

Paper = Document


def draft(office: Office, row: Document) -> Draft:
    """As it was read, or corrected by hand; what is answered since is not in it."""
    return _read(office, row)[0]


def questions(office: Office, row: Document) -> tuple[Question, ...]:
    return _read(office, row)[1]


def _read(office: Office, row: Document) -> tuple[Draft, tuple[Question, ...]]:
    """Large ones take a while: made once for as long as the session lasts."""
    known: dict[int, tuple[Any, Draft, tuple[Question, ...]]] = office.session.info.setdefault("drafts", {})
    if row.id not in known or known[row.id][0] is not row.reading:
        assert row.reading is not None
        found = restored(row.reading)
        known[row.id] = row.reading, found, questions_of(found)
    return known[row.id][1:]


def answers(row: Document) -> dict[str, int]:
    """Key of the question → number of the option; of several answers the last one."""
    return {key: option for key, option, _ in row.answers}


def open_(office: Office, row: Document) -> list[int]:
    """Places of the questions that nobody has answered."""
    given = answers(row)
    return [number for number, question in enumerate(questions(office, row)) if question.key not in given]


def next_open(office: Office, row: Document, behind: int) -> int | None:
    found = open_(office, row)
    return next((number for number in found if number > behind), found[0] if found else None)


def alike(office: Office, row: Document, number: int) -> list[int]:
    """Places of the open questions that are in doubt for the same reason, this one among them."""
    every = questions(office, row)
    wanted = _sort(every[number])
    return [other for other in open_(office, row) if _sort(every[other]) == wanted]


def _sort(question: Question) -> tuple[str, str]:
    return question.field.partition(" ")[0], question.reason


def answer(office: Office, row: Document, numbers: list[int], option: int) -> None:
    """One press, however many questions it answers. The trail names their places: a name may stand in a cell."""
    every = questions(office, row)
    keys = [every[number].key for number in numbers]
    step = row.answers[-1][2] + 1 if row.answers else 1
    row.answers = [*row.answers, *([key, option, step] for key in keys)]
    row.rev += 1
    auditing.record(office, "answer document", f"document/{row.id}", questions=numbers, option=option)


def undo(office: Office, row: Document) -> int | None:
    """Takes the last press back; the place of the first question that is open again. None where nothing is left."""
    if not row.answers:
        return None
    last = row.answers[-1][2]
    undone = [key for key, _, step in row.answers if step == last]
    row.answers = [one for one in row.answers if one[2] != last]
    row.rev += 1
    places = [number for number, question in enumerate(questions(office, row)) if question.key in undone]
    auditing.record(office, "undo answer", f"document/{row.id}", questions=places)
    return places[0]


def replace_draft(office: Office, row: Document, reading: dict[str, Any]) -> None:
    """What was answered before is in it."""
    row.reading, row.answers = reading, []
    row.rev += 1
    office.session.flush()


def drop(office: Office, row: Document) -> None:
    row.state = "dropped"
    row.rev += 1
    auditing.record(office, "drop document", f"document/{row.id}")


def take_up(office: Office, row: Document) -> None:
    """What was dropped is reviewed after all; the answers are still there."""
    row.state = "read"
    row.rev += 1
    auditing.record(office, "take document up", f"document/{row.id}")


def of_mine(office: Office, document_id: int, *states: str) -> Document | None:
    row = documents.get(office.session, document_id)
    return row if row is not None and row.state in states else None


def waiting(office: Office) -> list[Document]:
    """What is before the director, the newest first."""
    return documents.newest(office.session, ("read",))
