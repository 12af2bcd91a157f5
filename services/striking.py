"""What an answer to the monthly round must not hold is struck out of everything that was kept of it."""

from collections.abc import Callable, Iterable
from typing import Any

from db.queries import inbox, people, tasks
from db.tables import Inbox, Note, Task
from domain.people import Principal
from domain.privacy import BLACK
from domain.roll_call.names import counted, hints, tells
from services.office import Office
from services.saying import say

Json = dict[str, Any]
STRUCK = "struck"  # in the session: what was overwritten is to be wiped once this is committed
FORM = "roll-call"
MESSAGES = ("message", "edited_message")
WORDS = {"text": "entities", "caption": "caption_entities"}


def strike(office: Office, note: Note) -> bool:
    """Leaves of an answer what counts; True where something was struck out. The trail tells nothing of it."""
    clean = counted(note.text)
    if clean == note.text:
        return False
    note.text = clean
    sender = people.get(office.session, note.person_id).telegram_id
    for row in inbox.of_message(office.session, sender, note.message_id):
        row.raw = without(row.raw or {})
    office.session.info[STRUCK] = True
    office.session.flush()
    return True


def strike_early(office: Office, note: Note, found: Iterable[Task]) -> bool:
    """Before anybody has said which of these tasks a text answers: one that tells of a case is not to wait for it."""
    asked = any(task.form == FORM for task in found)
    return asked and hints(note.text) and strike(office, note)


def strike_name(office: Office, who: Principal, message_id: int, name: str) -> bool:
    """A file that no task asks for may still tell of a case by its name: the round is what such a name answers."""
    if not hints(name) or not _is_asked(office, who):
        return False
    for row in inbox.of_message(office.session, who.telegram_id, message_id):
        row.raw = _each(row.raw or {}, _nameless)
    office.session.info[STRUCK] = True
    office.session.flush()
    return True


def strike_words(office: Office, who: Principal, message_id: int) -> None:
    """Nothing of what was said is kept: it went where dates and counts alone have a place."""
    for row in inbox.of_message(office.session, who.telegram_id, message_id):
        row.raw = _each(row.raw or {}, _speechless)
    office.session.info[STRUCK] = True
    office.session.flush()


def _speechless(message: Json) -> Json:
    return {key: BLACK if key in WORDS else value for key, value in message.items() if key not in WORDS.values()}


def strike_aside(office: Office, who: Principal, row: Inbox) -> None:
    """Of an update that nobody could work on: it stays kept until somebody has looked after it."""
    if not _is_asked(office, who):
        return
    parts = [part for key, part in (row.raw or {}).items() if key in MESSAGES and isinstance(part, dict)]
    texts = [part.get(key) for part in parts for key in WORDS]
    if any(isinstance(text, str) and hints(text) for text in texts):  # it may be no update as Telegram promises them
        row.raw = without(row.raw or {})
        office.session.info[STRUCK] = True


def _is_asked(office: Office, who: Principal) -> bool:
    return any(task.form == FORM for task in tasks.held_by_units(office.session, who.units))


def tell(office: Office, message_id: int) -> None:
    """Once a message, whatever of it was struck out."""
    person = people.get(office.session, office.person_id or 0)
    key = f"struck/{person.id}/{message_id}/{office.now.isoformat()}"
    say(office, person.telegram_id, "sentence", {"code": "counts-only"}, key=key)


def without(raw: Json) -> Json:
    """A kept update with nothing but what counts in its words, and no name in that of its file."""
    return _each(raw, lambda message: _nameless(_wordless(message)))


def _each(raw: Json, clean: Callable[[Json], Json]) -> Json:
    return {key: clean(part) if key in MESSAGES else part for key, part in raw.items()}


def _wordless(message: Json) -> Json:
    kept = dict(message)
    for key, places in WORDS.items():
        if isinstance(kept.get(key), str):
            kept[key] = counted(kept[key])
            kept.pop(places, None)
    return kept


def _nameless(message: Json) -> Json:
    file = message.get("document")
    name = file.get("file_name") if isinstance(file, dict) else None
    if not isinstance(file, dict) or not isinstance(name, str):
        return message
    return message | {"document": file | {"file_name": nameless(name)}}


def nameless(name: str) -> str:
    """The name of a file as it may be kept."""
    if not tells(name):
        return name
    return f"{BLACK}.{name.rpartition('.')[2]}" if "." in name else BLACK
