"""What was reported on a task, and the files that prove it."""

from db.queries import people, registers, reports, tasks
from db.tables import Entry, Proof, Report, Task
from domain.facts import drill as facts
from domain.pages import cut
from domain.people import Principal
from services import auditing, checking, drilling, history, showing, titles, urging
from services import registers as shelf
from services.office import Office


def of(office: Office, task: Task, page: int) -> facts.ReportView:
    """The version in force and all its files; of entries and meetings, those of all that stand."""
    versions = reports.ever_filed(office.session, task.id)
    standing = [report for report in versions if report.state == "filed"]
    newest = (standing or versions)[-1] if versions else None
    receipt = showing.receipt(office, task, newest, standing or versions) if newest else None
    found = [proof for report in standing or versions for proof in reports.proofs(office.session, report.id)]
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
        counts_only=task.form in history.COUNTS_ONLY,
    )


def obstacle(office: Office, who: Principal, task_id: int) -> str | None:
    """What keeps this person from looking into a task: it is that of another department, or is not there."""
    task = tasks.get(office.session, task_id)
    if task is None:
        return "no-matter"
    return None if _is_open_to(office, who, task) else "only-overseers"


def _is_open_to(office: Office, who: Principal, task: Task) -> bool:
    """To whoever oversees, to its department, and of a part to the lead that it is given to."""
    return who.sees_all or task.unit_id in who.units or bool(urging.leads(office, task) & set(who.units))


def line(proof: Proof) -> facts.ProofLine:
    return facts.ProofLine(proof.id, proof.name, proof.size, proof.state, proof.at)


def call_up(office: Office, who: Principal, proof_id: int) -> Proof | str:
    """The file, where this person may see it; that it leaves the safe is on the trail. Else what stands in the way."""
    proof = reports.proof(office.session, proof_id)
    if proof is None or not who.in_private:
        return "no-proof"
    if proof.entry_id is not None:
        entry = registers.entry(office.session, proof.entry_id)
        if entry is None or not shelf.may_see(office, who.seats, entry):
            return "no-proof"
    elif not _may_see(office, who, proof):
        return "no-proof"
    if proof.state != "kept":
        return "proof-on-its-way"
    auditing.record(office, "view proof", f"proof/{proof.id}", hash=proof.hash)
    return proof


def _may_see(office: Office, who: Principal, proof: Proof) -> bool:
    """Whoever may look into its task; of a draft nobody."""
    report = reports.get(office.session, proof.report_id or 0)
    task = tasks.get(office.session, report.task_id) if report else None
    if report is None or task is None or report.state == "draft":
        return False
    return _is_open_to(office, who, task)


def file(office: Office, proof_id: int) -> facts.Proof | None:
    proof = reports.proof(office.session, proof_id)
    if proof is None or proof.hash is None:
        return None
    report = reports.get(office.session, proof.report_id) if proof.report_id else None
    entry = registers.entry(office.session, proof.entry_id) if proof.entry_id else None
    return facts.Proof(proof.name, proof.hash, *(_of_task(office, report) if report else _of_entry(office, entry)))


def _of_task(office: Office, report: Report) -> tuple[str, str, str]:
    task = tasks.get(office.session, report.task_id)
    assert task is not None
    return people.unit(office.session, task.unit_id).name, titles.title(office, task), titles.period(task)


def _of_entry(office: Office, entry: Entry | None) -> tuple[str, str, str]:
    assert entry is not None
    return people.unit(office.session, entry.unit_id or 0).name, entry.register_name, ""
