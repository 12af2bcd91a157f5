"""Verdicts from what is on record. What nobody has answered has no data, and says so."""

from dataclasses import dataclass
from fractions import Fraction

from db.queries import notices
from db.tables import Benchmark, Indicator, Notice, Requirement
from domain.verdicts import Demand, Found, Verdict, is_history, judge, together
from services import records, weighing
from services.office import Office
from services.records import Records
from services.weighing import Weighed


@dataclass(frozen=True)
class Judged:
    requirement: Requirement
    verdict: Verdict
    weighed: Weighed
    benchmark: Benchmark | None


@dataclass(frozen=True)
class Judgement:
    """Of all demands at one moment."""

    indicators: dict[str, Verdict]  # code → of the whole indicator
    demands: dict[int, Verdict]  # requirement → its own
    cadences: dict[tuple[int, str], Verdict]  # indicator and cadence → of what is asked together
    records: Records


def all_of_them(office: Office) -> Judgement:
    notice = notices.current(office.session)
    known = records.gather(office, notice.issued)
    demands: dict[int, Verdict] = {}
    codes: dict[str, list[Verdict]] = {}
    cadences: dict[tuple[int, str], list[Verdict]] = {}
    for indicator, row in notices.all_requirements(office.session, notice.id):
        verdict = demands[row.id] = _judge(office, notice, known, indicator, row).verdict
        codes.setdefault(indicator.code, []).append(verdict)
        cadences.setdefault((indicator.id, row.cadence), []).append(verdict)
    return Judgement(
        {code: together(found) for code, found in codes.items()},
        demands,
        {key: together(found) for key, found in cadences.items()},
        known,
    )


def requirements(office: Office, indicator: Indicator) -> list[Judged]:
    notice = notices.current(office.session)
    known = records.gather(office, notice.issued, indicator.id)
    rows = notices.requirements(office.session, indicator.id)
    return [_judge(office, notice, known, indicator, row) for row in rows]


def _judge(office: Office, notice: Notice, known: Records, indicator: Indicator, row: Requirement) -> Judged:
    weighed = weighing.weigh(office, known, indicator, row)
    benchmark = known.benchmarks.get(row.id)
    found = Found() if weighed.stale else weighed.found
    return Judged(row, judge(demand(notice, row, benchmark), found), weighed, benchmark)


def demand(notice: Notice, row: Requirement, benchmark: Benchmark | None) -> Demand:
    """What has to be met, as the rules compare it."""
    external = row.tag == "X"
    op, target = row.op, Fraction(row.num, row.den) if row.num is not None and row.den else None
    if external and benchmark:
        target = Fraction(benchmark.num, benchmark.den)
    if row.kind in ("practice", "milestone", "all"):  # in place, done, all of them
        op, target = "=", Fraction(1)
    if row.op == "trend":
        op = row.better
    return Demand(
        op=op,
        target=target,
        external=external,
        soft=row.soft,
        none=Verdict(row.none),
        defined=row.defined,
        history=is_history(row.deadline, notice.issued),
    )
