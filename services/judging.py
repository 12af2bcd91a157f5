"""Verdicts from what is on record. What nobody asks yet has no data, and says so."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from db.queries import notices, reports, tasks
from db.tables import Indicator, Notice, Requirement
from domain.verdicts import Verdict, judge, together
from services.office import Office


@dataclass(frozen=True)
class Judged:
    requirement: Requirement
    verdict: Verdict
    value: Fraction | None


def indicators(office: Office) -> dict[str, Verdict]:
    """Code → verdict of the whole indicator."""
    notice = notices.current(office.session)
    found: dict[str, list[Verdict]] = {}
    for indicator, requirement in notices.all_requirements(office.session, notice.id):
        found.setdefault(indicator.code, []).append(_judge(office, notice, indicator, requirement).verdict)
    return {code: together(verdicts) for code, verdicts in found.items()}


def requirements(office: Office, indicator: Indicator) -> list[Judged]:
    notice = notices.current(office.session)
    return [_judge(office, notice, indicator, row) for row in notices.requirements(office.session, indicator.id)]


def _judge(office: Office, notice: Notice, indicator: Indicator, row: Requirement) -> Judged:
    cadence = office.rules.cadences.get(row.cadence)
    value, proven, over = None, True, True
    if cadence and cadence.form == "meeting":
        value, proven, over = _meetings(office, row)
    elif cadence and cadence.form == "summary":
        value, over = _months(office, indicator, row)
    target = Fraction(row.num, row.den) if row.num is not None and row.den else None
    verdict = judge(row.op, target, row.tag, value, proven=proven, deadline=row.deadline, issued=notice.issued)
    if verdict is Verdict.NOT_MET and not over:
        verdict = Verdict.NO_DATA  # the year is not over: what is still to come may meet it
    return Judged(row, verdict, value)


def _meetings(office: Office, row: Requirement) -> tuple[Fraction | None, bool, bool]:
    """Meetings of this year, whether their minutes are kept, and whether no more can come."""
    entries = reports.entries(office.session, row.id, date(office.today.year, 1, 1), office.today)
    files = [proof for entry in entries for proof in reports.proofs(office.session, entry.report_id)]
    kept = {proof.report_id for proof in files if proof.state == "kept"}
    proven = all(entry.report_id in kept for entry in entries)
    return (Fraction(len(entries)) if entries else None), proven, False


def _months(office: Office, indicator: Indicator, row: Requirement) -> tuple[Fraction | None, bool]:
    """The last month's share where the demand is one, otherwise the months of this year with figures."""
    figures = reports.latest_figures(office.session, row.cadence)
    filed = {
        task.period: figures[task.id] for task in tasks.of_lead(office.session, indicator.id) if task.id in figures
    }
    if not filed:
        return None, True
    if row.unit == "%":
        last = filed[max(filed)]
        whole = last["departments"] == last["expected"] and last["should"]
        return (Fraction(last["filed"], last["should"]) if whole else None), True
    months = [period for period in filed if period.startswith(str(office.today.year))]
    return Fraction(len(months)), False
