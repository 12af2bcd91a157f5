"""What people write is kept first, and read then: nothing is lost, whatever comes of it."""

from db.queries import reports
from db.tables import Note
from domain.people import Principal
from services.office import Office


def keep(office: Office, text: str, message_id: int) -> Note:
    assert office.person_id is not None
    note = Note(person_id=office.person_id, message_id=message_id, text=text, at=office.now)
    office.session.add(note)
    return note


def number(office: Office, note: Note) -> int:
    """By which it is found again."""
    if note.id is None:
        office.session.flush()
    return note.id


def divide(office: Office, note: Note, texts: list[str]) -> list[Note]:
    """A note of its own for each part of what somebody wrote, all of the same message."""
    note.text, rest = texts[0], texts[1:]
    others = [Note(person_id=note.person_id, message_id=note.message_id, text=text, at=note.at) for text in rest]
    office.session.add_all(others)
    office.session.flush()
    return [note, *others]


def waiting(office: Office, who: Principal, note_id: int) -> Note | None:
    """A note of this person that nobody has said the task of yet."""
    note = reports.note(office.session, note_id)
    return note if note and note.person_id == who.person_id and note.task_id is None else None


def before_edit(office: Office, who: Principal, message_id: int) -> Note | None:
    """What this message said when it was last read."""
    return reports.note_of_message(office.session, who.person_id, message_id)
