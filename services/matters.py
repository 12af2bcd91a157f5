"""Everything on record of an indicator, for whoever oversees: what leaves the house in documents is made of it."""

from db.queries import people, reports, reviews, tasks
from db.tables import Indicator, Proof, Report, Task
from domain.facts import matters as facts
from services import drilling, peopling, recording, showing
from services.forms import FORMS
from services.office import Office


def of(office: Office, indicator: Indicator) -> tuple[facts.Matter, ...]:
    """By period; what was withdrawn and never answered is left out."""
    found = [(task, part, _filed(office, task)) for task, part in tasks.of_indicator(office.session, indicator.id)]
    return tuple(
        _matter(office, task, part, filed) for task, part, filed in found if filed or task.state != "withdrawn"
    )


def _filed(office: Office, task: Task) -> list[Report]:
    return reports.ever_filed(office.session, task.id)


def _matter(office: Office, task: Task, part: str, filed: list[Report]) -> facts.Matter:
    unit = office.once(("unit", task.unit_id), lambda: people.unit(office.session, task.unit_id).name)
    versions = tuple(_version(office, task, report, filed) for report in filed)
    told = tuple(file(proof) for proof in recording.of(office, task))
    return facts.Matter(drilling.line(office, task), part, unit, task.step, versions, told)


def _version(office: Office, task: Task, report: Report, filed: list[Report]) -> facts.Version:
    corrected = any(other.replaces == report.id and other.state == "filed" for other in filed)
    before = next((other for other in filed if other.id == report.replaces), None)
    said = reviews.of(office.session, report.id)
    return facts.Version(
        number=_number(office, report),
        version=len(showing.chain(report, filed)),
        at=report.at,
        by=peopling.title_on(office, report.by, report.at),
        state="corrected" if corrected and report.state == "filed" else report.state,
        on_time=bool(report.on_time),
        form=FORMS[task.form].form(office, task, report),
        corrects=_number(office, before) if before else "",
        confirmed=(peopling.title_on(office, report.confirmed_by, report.confirmed_at), report.confirmed_at)
        if report.confirmed_by and report.confirmed_at
        else None,
        reviewed=(said.verdict, peopling.title_on(office, said.by, said.at), said.at, said.reason) if said else None,
        files=tuple(file(proof) for proof in reports.proofs(office.session, report.id)),
    )


def file(row: Proof) -> facts.File:
    return facts.File(row.id, row.name, row.state, row.hash or "", row.size or 0, row.at)


def _number(office: Office, report: Report) -> str:
    return showing.number(report, office.rules.hours.today(report.at))
