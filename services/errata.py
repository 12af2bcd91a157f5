"""更正: which counts of an issue would be others, had it known what was put right or taken back since.

Whatever has been put right since the last issue is listed by the next one, in whichever issue it stood.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from db.queries import corrections, digests, records, reports, tasks
from db.tables import Indicator, Report, Task
from domain.facts import digest as facts
from services import frozen, judging, titles
from services.office import Office

Matter = tuple[str, str]  # title and period
Figures = dict[tuple[int, str], int]  # number of an issue and name of a count → what it is


@dataclass(frozen=True)
class Span:
    """What was told by `told`, and put right between the two instants."""

    told: datetime
    since: datetime
    until: datetime


def of(office: Office) -> tuple[facts.Errata, ...]:
    """The newest issue first. `office` is at the cut-off of the issue that lists them."""
    issues = [frozen.read(row) for row in digests.numbered(office.session)]
    if not issues or not _anything(office, Span(office.now, issues[0].cut_off, office.now)):
        return ()
    said = _said(issues)
    found = (_of_issue(office, issue, issues[0].cut_off, said) for issue in issues)
    return tuple(one for one in found if one)


def _anything(office: Office, span: Span) -> bool:
    return bool(touched(office, span) or corrections.withdrawn(office.session, *_instants(span)))


def _said(issues: Iterable[facts.Digest]) -> Figures:
    """What an issue was corrected to by a later one, the last word on it."""
    found: Figures = {}
    for issue in issues:
        for one in filter(None, (issue.errata, *issue.earlier)):
            for figure in one.figures:
                found.setdefault((one.number, figure.name), figure.right)
    return found


def _of_issue(office: Office, issue: facts.Digest, last: datetime, said: Figures) -> facts.Errata | None:
    """None where every count stands as it was said last."""
    newly = Span(issue.cut_off, last, office.now)
    corrected, gone = touched(office, newly), _taken_back(office, newly)
    if not issue.standing.codes or not (
        corrected or gone
    ):  # frozen before it was kept which indicator had which verdict
        return None
    ever = Span(issue.cut_off, issue.cut_off, office.now)
    changed, verdicts = _verdicts(office, issue, touched(office, ever))
    filings = _filings(office, issue, _taken_back(office, ever))
    was = dict(issue.standing.verdicts) | _counts(issue)
    right = verdicts | filings
    figures = _different({name: said.get((issue.number, name), n) for name, n in was.items()}, right)
    matters = [(f"{one.title}（{one.code}）", "") for code, one in corrected.items() if code in changed] + [
        (titles.title(office, task), titles.period(task)) for task in gone if task.id in issue.standing.done
    ]
    return facts.Errata(issue.number, tuple(figures), tuple(dict.fromkeys(matters))) if figures else None


def _verdicts(office: Office, issue: facts.Digest, touched: dict[str, Indicator]) -> tuple[set[str], Counter[str]]:
    """The indicators whose verdict is another one, and how many there are of each then."""
    was = issue.standing
    counts = Counter(was.verdicts)
    if not touched:
        return set(), counts
    right = judging.all_of_them(office.at(issue.cut_off), begun=issue.cut_off).indicators
    changed = {code for code in touched if code in right and right[code].value != was.codes.get(code)}
    for code in changed:
        counts[was.codes[code]] -= 1
        counts[right[code].value] += 1
    return changed, counts


def touched(office: Office, span: Span) -> dict[str, Indicator]:
    """By code; what reads the figures of a corrected report beside it too."""
    session, instants = office.session, _instants(span)
    found = [*corrections.corrected(session, *instants), *corrections.withdrawn(session, *instants)]
    told = {task.id: task for report in found if (task := tasks.get(session, report.task_id))}
    beside = [one for task in told.values() for one in corrections.indicators_beside(session, task)]
    entries = corrections.entries(session, *instants)
    return {
        one.code: one
        for one in (*beside, *(one for entry in entries for one in corrections.indicators_of(session, entry)))
    }


def _instants(span: Span) -> tuple[datetime, datetime, datetime]:
    return span.told, span.since, span.until


def _counts(issue: facts.Digest) -> dict[str, int]:
    was = issue.standing
    overdue = was.overdue - was.earlier
    late = was.filed - was.on_time
    return {
        "on time": was.on_time,
        "late": late,
        "overdue": overdue,
        "not due yet": was.asked - was.filed - overdue - was.vacant,
    }


def _filings(office: Office, issue: facts.Digest, gone: Iterable[Task]) -> Counter[str]:
    """What was filed by then and taken back since was not filed."""
    counts, day = Counter(_counts(issue)), office.rules.hours.today(issue.cut_off)
    for task in gone:
        if task.id in issue.standing.done:
            counts["on time" if issue.standing.done[task.id] else "late"] -= 1
            counts["overdue" if task.limit < day else "not due yet"] += 1
    return counts


def _taken_back(office: Office, span: Span) -> list[Task]:
    session, found = office.session, dict[int, Task]()
    for report in corrections.withdrawn(session, *_instants(span)):
        task = tasks.get(session, report.task_id)
        if task is not None and not any(_stood(office, one, span.told) for one in reports.filed(session, task.id)):
            found[task.id] = task
    return list(found.values())


def _stood(office: Office, report: Report, told: datetime) -> bool:
    return records.begun_by(office.session, report, told)


def _different(said: dict[str, int], right: Counter[str]) -> list[facts.Figure]:
    names = dict.fromkeys((*said, *right))
    return [facts.Figure(n, said.get(n, 0), right[n]) for n in names if said.get(n, 0) != right[n]]
