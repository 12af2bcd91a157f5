"""Files of proof: wanted from the moment they are sent, kept by hash once they are fetched."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from db.queries import people, reports, tasks
from db.tables import Entry, Note, Proof, Report, Task
from domain.kinds import KINDS
from services import auditing, demands, drafting, ending, filing, locking
from services.forms import meeting, readings, register, words
from services.office import Office
from services.saying import Rank, say

LOOKS = {"meeting": meeting.look, "readings": readings.look, "register": register.look, "words": words.look}
FORMS = frozenset(LOOKS)
TRIES = 12  # five minutes apart: Telegram keeps a file's address for an hour
PAUSE = timedelta(minutes=5)


@dataclass(frozen=True)
class File:
    """A file as Telegram names it: a number for fetching, one for telling it apart, a name, its size in bytes."""

    file_id: str
    unique_id: str
    name: str
    size: int | None
    album: str | None = None  # sent together with others

    @property
    def suffix(self) -> str:
        return self.name.rpartition(".")[2].lower() if "." in self.name else ""


def wants(office: Office, task: Task) -> bool:
    """What the task asks for stands only with a proof: a file that comes by itself may be meant for it."""
    if task.form == "readings":
        return any(KINDS[row.kind].proof for row in demands.of_task(office, task))
    return task.form in FORMS


def is_asked(office: Office, task: Task) -> bool:
    """A file is what its draft waits for."""
    draft = reports.draft(office.session, task.id)
    return draft is not None and draft.asking in ("files", "proof", "minutes")


def of_album(office: Office, album: str) -> int | None:
    """The report that the other files of an album went into."""
    found = reports.proof_of_album(office.session, album, office.person_id)
    return found.report_id if found else None


def add_file(office: Office, task: Task, file: File, report_id: int | None) -> str | None:
    """Puts the file with the report named, the task's draft, or what was filed last; what stands in the way."""
    if task.form not in FORMS:
        return "no-file-wanted"
    if locking.is_locked(office, task) and not ending.now(office, task):  # before it is closed proof may still come
        filing.ask_to_reopen(office, task)
        return "locked"
    if problem := unfit(office, file):
        return problem
    report = _report(office, task, report_id)
    if _want(office, file, reports.proofs(office.session, report.id), report_id=report.id, covers=task.period):
        task.rev += 1
        _look(office, task, report)
    return None


def add_to_entry(office: Office, entry: Entry, file: File) -> str | None:
    """A file of an entry that has no report; what stands in the way."""
    if problem := unfit(office, file):
        return problem
    _want(office, file, reports.files_of_entry(office.session, entry.id), entry_id=entry.id, covers=str(entry.on_date))
    return None


def add_to_note(office: Office, note: Note, file: File) -> str | None:
    """What somebody said into the telephone: its kind is Telegram's to tell, and nobody has chosen it."""
    if too_large(office, file):
        return "file-too-large"
    _want(office, file, [], note_id=note.id, covers="")
    return None


def too_large(office: Office, file: File) -> bool:
    return file.size is not None and file.size > office.rules.largest_file


def unfit(office: Office, file: File) -> str | None:
    if too_large(office, file):
        return "file-too-large"
    return None if file.suffix in office.rules.file_kinds else "file-kind"


def _want(office: Office, file: File, known: list[Proof], **of: Any) -> bool:
    """It is to be fetched, once more where that was in vain; False where it is there already."""
    proof = next((proof for proof in known if proof.file_unique_id == file.unique_id), None)
    if proof is not None and proof.state != "refused":
        return False
    if proof is None:
        proof = Proof(
            file_id=file.file_id,
            file_unique_id=file.unique_id,
            name=file.name[:200],
            size=file.size,
            album=file.album,
            at=office.now,
            **of,
        )
        office.session.add(proof)
    proof.state, proof.file_id, proof.tries, proof.not_before = "wanted", file.file_id, 0, None
    office.session.flush()
    return True


def _look(office: Office, task: Task, report: Report) -> None:
    """With the file there, or gone, something else may be asked next."""
    if report.state == "draft":
        LOOKS[task.form](office, report)


def _report(office: Office, task: Task, report_id: int | None) -> Report:
    named = reports.get(office.session, report_id) if report_id else None
    draft = reports.draft(office.session, task.id)
    if named is not None:
        if named.state == "draft":
            return named
        if newest := reports.newest(office.session, named):
            return draft if draft and draft.replaces == newest.id else newest
    filed = reports.filed(office.session, task.id)
    if draft is None and task.state == "filed" and filed:
        return filed[-1]
    return drafting.begin(office, task)


def keep_file(office: Office, proof_id: int, digest: str, size: int) -> None:
    proof = reports.proof(office.session, proof_id)
    if proof is None or proof.state != "wanted":  # the draft was discarded meanwhile
        return
    proof.state, proof.hash, proof.size = "kept", digest, size
    auditing.record(office, "keep file", f"proof/{proof.id}", hash=digest)


def refuse_file(office: Office, proof_id: int, reason: str | None) -> None:
    """`reason` is None where another try may help."""
    proof = reports.proof(office.session, proof_id)
    if proof is None or proof.state != "wanted":
        return
    proof.tries += 1
    proof.not_before = office.now + PAUSE
    if reason is None and proof.tries < TRIES:
        return
    proof.state = "refused"
    auditing.record(office, "refuse file", f"proof/{proof.id}", reason=reason or "not to be had")
    if (sender := _sender(office, proof)) is not None:
        args = {"code": "file-not-kept", "name": proof.name}
        say(office, people.get(office.session, sender).telegram_id, "sentence", args, rank=Rank.EVENT)


def _sender(office: Office, proof: Proof) -> int | None:
    """Who is to hear that it is not to be had; of a report with another look at what it lacks now."""
    if proof.note_id is not None:
        return office.session.get_one(Note, proof.note_id).person_id
    if proof.report_id is None:
        return office.session.get_one(Entry, proof.entry_id).by
    report = reports.get(office.session, proof.report_id)
    assert report is not None
    task = tasks.get(office.session, report.task_id)
    assert task is not None
    task.rev += 1
    _look(office, task, report)
    return None if report.state == "withdrawn" else report.by
