"""Verdicts from what is on record. What nobody has answered has no data, and says so."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from fractions import Fraction
from itertools import groupby

from db.queries import notices
from db.tables import Benchmark, Indicator, Requirement
from domain.pace import Pace
from domain.verdicts import Demand, Found, Verdict, is_history, judge, together
from services import pace, records, weighing
from services.office import Office
from services.records import Records
from services.weighing import Weighed

Rule = tuple[Indicator, Requirement, Requirement | None]


@dataclass(frozen=True)
class Judged:
    requirement: Requirement
    verdict: Verdict
    weighed: Weighed
    benchmark: Benchmark | None
    coming: Requirement | None = None  # the rule of the periods that have not been reported yet
    pace: Pace | None = None


@dataclass(frozen=True)
class Judgement:
    """Of all demands at one moment."""

    indicators: dict[str, Verdict]  # code → of the whole indicator
    demands: dict[int, Verdict]  # requirement → its own
    cadences: dict[tuple[int, str], Verdict]  # indicator and cadence → of what is asked together
    behind: frozenset[tuple[int, str]]  # the same, where one is behind pace and none is missed for good
    records: Records
    paces: dict[int, tuple[tuple[Pace, str], ...]]  # indicator → of its demands that are behind, each with its unit
    missed: dict[int, tuple[str, ...]]  # indicator → its demands that are not met


def each(office: Office, then: datetime | None = None) -> list[tuple[Indicator, Judged]]:
    """Every demand of the notice at work; with `then` by what was known then."""
    notice = notices.current(office.session)
    known = records.gather(office, notice.issued, then=then)
    rules = _at_work(known, notices.rules_of_all(office.session, notice.id))
    return [(of, replace(_judge(office, known, of, row), coming=coming)) for of, row, coming in rules]


def all_of_them(office: Office, begun: datetime | None = None) -> Judgement:
    """With `begun` by what was told by then, as it was put right since."""
    notice = notices.current(office.session)
    known = records.gather(office, notice.issued, begun=begun)
    demands: dict[int, Verdict] = {}
    codes: dict[str, list[Verdict]] = {}
    cadences: dict[tuple[int, str], list[Verdict]] = {}
    behind: set[tuple[int, str]] = set()
    missed: set[tuple[int, str]] = set()
    paces: dict[int, tuple[tuple[Pace, str], ...]] = {}
    names: dict[int, tuple[str, ...]] = {}
    for indicator, row, _ in _at_work(known, notices.rules_of_all(office.session, notice.id)):
        one = _judge(office, known, indicator, row)
        verdict = demands[row.id] = one.verdict
        if one.pace and one.pace.behind:
            behind.add((indicator.id, row.cadence))
            paces[indicator.id] = (*paces.get(indicator.id, ()), (one.pace, row.unit))
        elif verdict is Verdict.NOT_MET:
            missed.add((indicator.id, row.cadence))
            names[indicator.id] = (*names.get(indicator.id, ()), row.name)
        codes.setdefault(indicator.code, []).append(verdict)
        cadences.setdefault((indicator.id, row.cadence), []).append(verdict)
    return Judgement(
        {code: together(found) for code, found in codes.items()},
        demands,
        {key: together(found) for key, found in cadences.items()},
        frozenset(behind - missed),
        known,
        paces,
        names,
    )


def requirements(office: Office, indicator: Indicator) -> list[Judged]:
    notice = notices.current(office.session)
    known = records.gather(office, notice.issued, indicator.id)
    rules = [(indicator, row) for row in notices.all_rules(office.session, indicator.id)]
    return [replace(_judge(office, known, of, row), coming=coming) for of, row, coming in _at_work(known, rules)]


def _at_work(known: Records, rules: list[tuple[Indicator, Requirement]]) -> Iterator[Rule]:
    """What is demanded still, each by the rule of the last period that was reported; behind it the one that comes."""
    for _, found in groupby(rules, key=lambda pair: (pair[0].id, pair[1].seq)):
        *before, (indicator, newest) = found
        if newest.until is not None:
            continue
        if before and newest.kind != "entries" and not _is_reported(known, indicator, newest):
            told = next((row for _, row in reversed(before) if _is_reported(known, indicator, row)), None)
            if told is not None:
                yield indicator, told, newest
                continue
        yield indicator, newest, None


def _is_reported(known: Records, indicator: Indicator, row: Requirement) -> bool:
    return any(task.id in known.reports for task in known.of(indicator.id, row))


def _judge(office: Office, known: Records, indicator: Indicator, row: Requirement) -> Judged:
    weighed = weighing.weigh(office, known, indicator, row)
    ahead = pace.of(office, known, indicator, row, weighed.found, () if weighed.share_alone else weighed.periods)
    return Judged(row, verdict(office, known, row, weighed), weighed, known.benchmarks.get(row.id), pace=ahead)


def verdict(office: Office, known: Records, row: Requirement, weighed: Weighed) -> Verdict:
    found = Found() if weighed.stale else weighed.found
    if row.verifier:  # whoever declares it of himself has said it, and no more
        found = replace(found, verified=all(report.id in known.accepted for report in weighed.reports))
    begun = row.since or office.once("begun", lambda: notices.first(office.session).issued)
    return judge(demand(row, known.benchmarks.get(row.id), begun), found)


def demand(row: Requirement, benchmark: Benchmark | None, begun: date) -> Demand:
    """What has to be met, as the rules compare it."""
    external = row.tag == "X"
    op, target = row.op, Fraction(row.num, row.den) if row.num is not None and row.den else None
    if external and benchmark:
        target = Fraction(benchmark.num, benchmark.den)
    if row.kind in ("practice", "milestone", "all"):  # in place, done, all of them
        op, target = "=", Fraction(1)
    if row.kind in ("trend", "growth") and row.op == "trend":
        op = row.better
    return Demand(
        op=op,
        target=target,
        external=external,
        soft=row.soft,
        none=Verdict(row.none),
        defined=row.defined,
        history=is_history(row.deadline, begun),
    )
