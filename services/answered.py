"""What was reported on a task, and the files that prove it."""

from typing import Any

from db.queries import people, registers, reports, tasks, trail
from db.tables import Entry, Note, Outbox, Proof, Task
from domain.facts import drill as facts
from domain.pages import cut
from domain.people import Principal
from services import auditing, checking, drilling, peopling, recording, showing, titles, urging
from services import registers as shelf
from services.office import Office

MISSED = "miss proof"


def of(office: Office, task: Task, page: int) -> facts.ReportView:
    """The version in force and all its files; of entries and meetings, of all that stand; what was told beside."""
    versions = reports.ever_filed(office.session, task.id)
    standing = [report for report in versions if report.state == "filed"]
    newest = (standing or versions)[-1] if versions else None
    receipt = showing.receipt(office, task, newest, standing or versions) if newest else None
    found = [proof for report in standing or versions for proof in reports.proofs(office.session, report.id)]
    found += recording.of(office, task)
    shown = cut([proof for proof in found if proof.state != "refused"], page)
    return facts.ReportView(
        task_id=task.id,
        unit=people.unit(office.session, task.unit_id).name,
        line=drilling.line(office, task),
        look=checking.look(office, task, newest) if newest else None,
        number=receipt.number if receipt else "",
        version=receipt.version if receipt else 0,
        withdrawn=newest is not None and newest.state == "withdrawn",
        review=receipt.review if receipt else "",
        reason=receipt.reason if receipt else "",
        files=tuple(line(proof) for proof in shown.rows),
        leaf=shown.leaf,
    )


def obstacle(office: Office, who: Principal, task_id: int) -> str | None:
    """What keeps this person from looking into a task: it is that of another department, or is not there."""
    task = tasks.get(office.session, task_id)
    if task is None:
        return "no-matter"
    return None if is_open_to(office, who.telegram_id, task) else "only-overseers"


def is_open_to(office: Office, chat_id: int, task: Task) -> bool:
    """To whoever oversees, to its department, and of a part to the lead that it is given to; never to a group."""
    if peopling.may_see(office, chat_id, task):
        return True
    return bool(urging.leads(office, task) & peopling.units_answered(office, chat_id))


def line(proof: Proof) -> facts.ProofLine:
    return facts.ProofLine(proof.id, proof.name, proof.size, proof.state, proof.at)


def call_up(office: Office, who: Principal, proof_id: int) -> Proof | str:
    """The file, where this person may see it; that it leaves the safe is on the trail. Else what stands in the way."""
    proof = reports.proof(office.session, proof_id)
    if proof is None or not who.in_private or not _may_see(office, who.telegram_id, proof):
        return "no-proof"
    if proof.state != "kept":
        return "proof-on-its-way"
    auditing.record(office, "view proof", f"proof/{proof.id}", hash=proof.hash)
    return proof


def miss(office: Office, proof_id: int) -> None:
    """It is not there as it was kept: when that was seen first is on the trail."""
    proof = reports.proof(office.session, proof_id)
    if proof is not None and not trail.of(office.session, MISSED, [f"proof/{proof.id}"]):
        auditing.record(office, MISSED, f"proof/{proof.id}", hash=proof.hash)


def missing(office: Office, args: dict[str, Any], message: Outbox) -> facts.Missing | None:
    found = file(office, message.chat_id, args["proof"])
    seen = trail.of(office.session, MISSED, [f"proof/{args['proof']}"])
    return facts.Missing(found, seen[0].at) if found and seen else None


def _may_see(office: Office, chat_id: int, proof: Proof) -> bool:
    """Whoever may look into its task, or its register; of a draft nobody."""
    if proof.note_id is not None:
        task = _told_beside(office, proof)
        return task is not None and task.form not in recording.COUNTS_ONLY and is_open_to(office, chat_id, task)
    if proof.entry_id is not None:
        entry = registers.entry(office.session, proof.entry_id)
        return entry is not None and shelf.may_see(office, shelf.seats_of(office, chat_id), entry)
    report = reports.get(office.session, proof.report_id or 0)
    task = tasks.get(office.session, report.task_id) if report else None
    return report is not None and report.state != "draft" and task is not None and is_open_to(office, chat_id, task)


def _told_beside(office: Office, proof: Proof) -> Task | None:
    note = office.session.get_one(Note, proof.note_id)
    return tasks.get(office.session, note.task_id) if note.task_id else None


def file(office: Office, chat_id: int, proof_id: int) -> facts.Proof | None:
    """As it is sent: nothing where the reader may not see it any more."""
    proof = reports.proof(office.session, proof_id)
    if proof is None or proof.hash is None or not _may_see(office, chat_id, proof):
        return None
    return facts.Proof(proof.name, proof.hash, *_of(office, proof))


def _of(office: Office, proof: Proof) -> tuple[str, str, str]:
    """Department, title and period of what it proves."""
    if proof.entry_id is not None:
        return _of_entry(office, registers.entry(office.session, proof.entry_id))
    report = reports.get(office.session, proof.report_id) if proof.report_id else None
    task = tasks.get(office.session, report.task_id) if report else _told_beside(office, proof)
    assert task is not None
    return people.unit(office.session, task.unit_id).name, titles.title(office, task), titles.period(task)


def _of_entry(office: Office, entry: Entry | None) -> tuple[str, str, str]:
    assert entry is not None
    return people.unit(office.session, entry.unit_id or 0).name, entry.register_name, ""
