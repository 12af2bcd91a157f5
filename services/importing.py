"""A notice comes in: wanted from the moment it is sent, kept by its hash, read, and then reviewed."""

from collections.abc import Sequence
from typing import Any, Literal

from catalogue.reading.refusals import stopped
from db.queries import documents, outbox, people
from db.tables import Document, Outbox, Task
from domain.notice import Unit
from domain.people import Principal
from services import auditing, correcting, proving, saying
from services.office import Office
from services.proving import PAUSE, TRIES, File
from services.saying import Rank

READS = 3  # begun so often and never ended: whatever it is, it ends the bot
OPEN = ("wanted", "kept", "read")
LOST = ("unknown", "dead", "unreachable")
WORDS = ("/import", "导入")
KINDS = ("document", "correction", "paper-doubt", "paper-copy")
SHOWN = ("wanted", "kept", "read", "refused", "published")


Meant = Literal["notice", "proof", "either"]


def meant(office: Office, who: Principal, caption: str, tasks: Sequence[Task], replied: int | None) -> Meant:
    """What a file is for: a reply and a question that waits say it, and so does the word import."""
    if not who.is_director:
        return "proof"
    about = outbox.of_message(office.session, who.chat_id, replied) if replied else None
    last = about or outbox.newest(office.session, who.chat_id)
    if caption.strip().lower() in WORDS or (last is not None and _speaks_of_it(last)):
        return "notice"
    if about is not None and tasks:
        return "proof"
    if any(proving.is_asked(office, task) for task in tasks):
        return "proof"
    return "either" if tasks else "notice"


def _speaks_of_it(row: Outbox) -> bool:
    return row.kind in KINDS or (row.kind == "sentence" and row.args["code"] == "import-how")


def take(office: Office, chat_id: int, file: File) -> str | None:
    """Of a file that the director sent; what stands in the way."""
    if file.size is not None and file.size > office.rules.largest_file:
        return "file-too-large"
    assert office.person_id is not None
    row = Document(name=file.name[:200], file_id=file.file_id, size=file.size, by=office.person_id, at=office.now)
    office.session.add(row)
    office.session.flush()
    auditing.record(office, "import", f"document/{row.id}")
    saying.say(office, chat_id, "document", {"document": row.id}, key=_key(row.id))
    return None


def take_read(office: Office, name: str, digest: str, size: int, draft: dict[str, Any]) -> Document | None:
    """Of a file that was read at the terminal: the directors get its card. None where there is no director yet."""
    directors = [person for _, person in people.holders(office.session, "director")]
    if not directors:
        return None
    known = documents.under_review(office.session, digest)
    row = known or Document(
        name=name[:200], hash=digest, size=size, state="read", reading=draft, by=directors[0].id, at=office.now
    )
    office.session.add(row)
    office.session.flush()
    auditing.record(office, "import", f"document/{row.id}", hash=digest)
    for person in directors:
        saying.say(office, person.telegram_id, "document", {"document": row.id}, rank=Rank.EVENT)
    return row


def current(office: Office) -> Document | None:
    """What is being read or reviewed, else what came in last."""
    found = documents.newest(office.session, OPEN) or documents.newest(office.session, SHOWN)
    return found[0] if found else None


def known(office: Office) -> tuple[Unit, ...]:
    """The departments on record."""
    return tuple(
        Unit(unit.name, unit.kind, tuple(unit.aliases))  # type: ignore[arg-type]
        for unit in people.units(office.session)
    )


def to_read(office: Office) -> Document | None:
    """Claimed by this: one whose reading has ended the process again and again is not begun any more."""
    row = documents.kept(office.session)
    if row is None:
        return None
    if row.tries >= READS:
        refuse(office, row, stopped(row.name))
        return None
    row.tries += 1
    return row


def keep_file(office: Office, document_id: int, digest: str, size: int) -> None:
    row = documents.get(office.session, document_id)
    if row is None or row.state != "wanted":
        return
    row.hash, row.size, row.tries = digest, size, 0
    auditing.record(office, "keep file", f"document/{row.id}", hash=digest)
    if same := documents.under_review(office.session, digest):  # it is before the director's eyes already
        row.state = "dropped"
        return shown(office, row, "document", {"document": same.id})
    row.state = "kept"


def refuse_file(office: Office, document_id: int, reason: str | None) -> None:
    """`reason` is None where another try may help."""
    row = documents.get(office.session, document_id)
    if row is None or row.state != "wanted":
        return
    row.tries += 1
    row.not_before = office.now + PAUSE
    if reason is not None or row.tries >= TRIES:
        refuse(office, row, "")


def is_being_read(office: Office, document_id: int, step: str, seconds: int) -> None:
    row = documents.get(office.session, document_id)
    if row is not None and row.state == "kept":
        shown(office, row, "document", {"document": row.id, "step": step, "seconds": seconds})


def was_read(
    office: Office, document_id: int, draft: dict[str, Any] | None, returned: dict[str, Any] | None, refused: str
) -> None:
    row = documents.get(office.session, document_id)
    if row is None or row.state != "kept":
        return
    if returned is not None:
        refused = correcting.compare(office, row, returned)
    if refused:
        return refuse(office, row, refused)
    if draft is not None:
        row.reading = draft
    row.state = "read"
    auditing.record(office, "read document", f"document/{row.id}", corrects=row.corrects)
    shown(office, row, "correction" if row.corrects else "document", {"document": row.id})


def give_up(office: Office, document_id: int) -> None:
    """Something went wrong with what was read in it."""
    row = documents.get(office.session, document_id)
    if row is not None and row.state == "kept":
        refuse(office, row, stopped(row.name))


def refuse(office: Office, row: Document, reason: str) -> None:
    """`reason` is a sentence for the sender; empty where the file could not even be fetched."""
    row.state, row.problem = "refused", reason
    auditing.record(office, "refuse document", f"document/{row.id}")
    shown(office, row, "document", {"document": row.id})


def shown(office: Office, row: Document, kind: str, args: dict[str, Any]) -> None:
    """In the message that stands for what came in; in a new one where that perhaps never arrived."""
    said = outbox.by_key(office.session, _key(row.id))
    if said is not None and said.state not in LOST:
        saying.edit(office, said, kind, args)
    elif row.state != "kept":
        person = people.get(office.session, row.by)
        saying.say(office, person.telegram_id, kind, args, rank=Rank.EVENT)


def _key(document_id: int) -> str:
    return f"document/{document_id}"
