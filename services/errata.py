"""更正: which counts of the issue before would be others, had it known what was put right or taken back since."""

from collections import Counter

from db.queries import corrections, records, reports, tasks
from db.tables import Digest, Indicator, Report, Task
from domain.facts import digest as facts
from domain.facts.overview import Standing
from services import frozen, judging, titles
from services.office import Office

Matter = tuple[str, str]  # title and period


def of(office: Office, before: Digest) -> facts.Errata | None:
    """None where every count stands. `office` is at the cut-off of the issue that lists them."""
    then = frozen.read(before)
    if not then.standing.codes:  # frozen before it was kept which indicator had which verdict
        return None
    at_the_time = office.at(then.cut_off)
    verdicts, indicators = _verdicts(at_the_time, office, then.standing)
    filings, matters = _filings(at_the_time, office, then.standing)
    figures = (*verdicts, *filings)
    return facts.Errata(then.number, figures, tuple(dict.fromkeys((*indicators, *matters)))) if figures else None


def _verdicts(then: Office, now: Office, was: Standing) -> tuple[list[facts.Figure], list[Matter]]:
    touched = {one.code: one for one in _touched(then, now)}
    if not touched:
        return [], []
    right = judging.all_of_them(then, begun=then.now).indicators
    changed = [code for code in touched if code in right and right[code].value != was.codes.get(code)]
    counts = Counter(was.verdicts)
    for code in changed:
        counts[was.codes[code]] -= 1
        counts[right[code].value] += 1
    return _different(dict(was.verdicts), counts), [(f"{touched[code].title}（{code}）", "") for code in changed]


def _touched(then: Office, now: Office) -> list[Indicator]:
    span = then.now, now.now
    session = now.session
    found = [*corrections.corrected(session, *span), *corrections.withdrawn(session, *span)]
    told = {task.id: task for report in found if (task := tasks.get(session, report.task_id))}
    beside = [one for task in told.values() for one in corrections.indicators_beside(session, task)]
    entries = corrections.entries(session, *span)
    return [*beside, *(one for entry in entries for one in corrections.indicators_of(session, entry))]


def _filings(then: Office, now: Office, was: Standing) -> tuple[list[facts.Figure], list[Matter]]:
    """What was filed by then and taken back since was not filed."""
    gone = [task for task in _taken_back(then, now) if task.id in was.done]
    late_then = was.filed - was.on_time
    said = {"on time": was.on_time, "late": late_then, "overdue": was.overdue - was.earlier}
    said["not due yet"] = was.asked - was.filed - said["overdue"]
    counts = Counter(said)
    for task in gone:
        counts["on time" if was.done[task.id] else "late"] -= 1
        counts["overdue" if task.limit < then.today else "not due yet"] += 1
    return _different(said, counts), [(titles.title(now, task), titles.period(task)) for task in gone]


def _taken_back(then: Office, now: Office) -> list[Task]:
    found: dict[int, Task] = {}
    for report in corrections.withdrawn(now.session, then.now, now.now):
        task = tasks.get(now.session, report.task_id)
        if task is not None and not any(_stood(then, other) for other in reports.filed(now.session, task.id)):
            found[task.id] = task
    return list(found.values())


def _stood(then: Office, report: Report) -> bool:
    return records.begun_by(then.session, report, then.now)


def _different(said: dict[str, int], right: Counter[str]) -> list[facts.Figure]:
    names = dict.fromkeys((*said, *right))
    return [facts.Figure(n, said.get(n, 0), right[n]) for n in names if said.get(n, 0) != right[n]]
