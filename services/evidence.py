"""佐证材料: of every indicator of the notice at work, or of some, its course and its files of proof."""

from datetime import date

from db.queries import notices, people, reports, tasks, trail
from db.tables import Indicator
from domain.facts import evidence as facts
from domain.paper import Told
from services import assigning, drilling, history, matters, registers
from services.office import Office


def gather(office: Office, which: str, told: Told) -> facts.Evidence | None:
    """`which` is a code, or the number of an area. None where there is no such indicator, or no notice."""
    if not assigning.is_published(office):
        return None
    notice = notices.current(office.session)
    of = which.replace("-", ".")
    rows = [row for row in notices.indicators(office.session, notice.id) if _is_of(row, of)]
    found = []
    for n, row in enumerate(rows):
        told(n, len(rows))
        found.append(_dossier(office, row))
    last = trail.last(office.session)
    head = (last.n, last.hash) if last else (0, "")
    campaign = office.rules.campaign
    return facts.Evidence(campaign, notice.number, notice.title, office.now, head, tuple(found)) if found else None


def has(office: Office, which: str) -> bool:
    """Whether the notice has an indicator of this code, or an area of this number."""
    of = which.replace("-", ".")
    return any(_is_of(row, of) for row in notices.indicators(office.session, notices.current(office.session).id))


def _is_of(row: Indicator, of: str) -> bool:
    return not of or row.code == of or row.code.startswith(f"{of}.")


def _dossier(office: Office, row: Indicator) -> facts.Dossier:
    view = drilling.indicator(office, row.code)
    assert view is not None, "an indicator of the notice at work"
    found = matters.of(office, row)
    known = {task.id: task for task, _ in tasks.of_indicator(office.session, row.id)}
    courses = tuple(history.of(office, known[matter.line.task_id]) for matter in found)
    return facts.Dossier(view, found, courses, tuple(_entries(office, row)))


def _entries(office: Office, row: Indicator) -> list[facts.Entry]:
    """What the registers of the year have for it; of those that are looked into under log nothing leaves the house."""
    year = date(office.today.year, 1, 1), date(office.today.year, 12, 31)
    wanted = [demand.id for demand in notices.requirements(office.session, row.id) if demand.kind == "entries"]
    rows = {entry.id: entry for demand in wanted for entry in reports.entries(office.session, demand, *year)}
    found = []
    for entry in rows.values():
        register = registers.of_key(office, entry.register_key)
        if register is None or not register.is_logged:
            unit = people.unit(office.session, entry.unit_id).name
            files = () if entry.report_id else reports.files_of_entry(office.session, entry.id)
            found.append(
                facts.Entry(entry.on_date, entry.title, unit, entry.link or "", tuple(matters.file(f) for f in files))
            )
    return sorted(found, key=lambda entry: entry.on)
