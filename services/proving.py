"""Files of proof: wanted from the moment they are sent, kept by hash once they are fetched."""

from datetime import timedelta

from db.queries import people, reports, tasks
from db.tables import Proof, Report, Task
from services import auditing, drafting
from services.forms import meeting
from services.office import Office
from services.saying import Rank, say

TRIES = 12  # five minutes apart: Telegram keeps a file's address for an hour
PAUSE = timedelta(minutes=5)


def add_file(office: Office, task: Task, file_id: str, unique_id: str, name: str, size: int | None) -> str | None:
    """Puts the file with the task's draft, or with what was filed last; what stands in the way, if something does."""
    if task.form != "meeting":
        return "no-file-wanted"
    if size is not None and size > office.rules.largest_file:
        return "file-too-large"
    report = _report(office, task)
    if any(proof.file_unique_id == unique_id for proof in reports.proofs(office.session, report.id)):
        return None
    office.session.add(
        Proof(
            report_id=report.id,
            file_id=file_id,
            file_unique_id=unique_id,
            name=name[:200],
            size=size,
            covers=task.period,
            at=office.now,
        )
    )
    task.rev += 1
    office.session.flush()
    if report.state == "draft":
        meeting.look(office, report)
    return None


def _report(office: Office, task: Task) -> Report:
    filed = reports.filed(office.session, task.id)
    if reports.draft(office.session, task.id) is None and task.state == "filed" and filed:
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
    report = reports.get(office.session, proof.report_id)
    assert report is not None
    task = tasks.get(office.session, report.task_id)
    assert task is not None
    task.rev += 1
    person = people.get(office.session, report.by)
    args = {"code": "file-not-kept", "name": proof.name}
    say(office, person.telegram_id, "sentence", args, rank=Rank.EVENT)
