"""The words of one indicator become demands."""

from collections import defaultdict
from dataclasses import replace
from datetime import date

from catalogue.demands import naming
from catalogue.demands.alls import alls
from catalogue.demands.benchmarks import benchmarks
from catalogue.demands.demand import Demand
from catalogue.demands.limits import Limit, limits
from catalogue.demands.naming import LONGEST
from catalogue.demands.practices import SHORTEST, practices
from catalogue.demands.quantities import quantities
from catalogue.demands.ranks import ranks
from catalogue.demands.said import Said, Sentence, sentences
from catalogue.demands.trends import trends
from catalogue.demands.units import often
from catalogue.demands.wording import wording
from catalogue.demands.zeros import zeros
from domain.patterns import pattern_of

FIGURE = pattern_of("[0-9]")
TOO_LONG = "文字过长，这以后的部分没有逐项读"
MOST = 3_000  # signs; no indicator is a third of it
PLAIN = (ranks, benchmarks, zeros, trends)  # of what two of them read the first one counts


def demands(text: str, issued: date | None = None) -> tuple[Demand, ...]:
    """In the order of the text, at least one where it says anything; years left out are those of `issued`."""
    text, rest = text[:MOST], text[MOST:].strip()
    ready = wording(text)
    found: list[Demand] = []
    for sentence in sentences(ready, limits(ready.plain, issued)):
        found += [_dated(sentence, one) for one in _said(sentence)]
    if not found and text.strip():
        words = " ".join(text.split())
        found.append(Demand(words[:LONGEST], "=", None, "是", "是否", "B", "practice", text.strip()))
    if rest:
        found.append(Demand(rest[:LONGEST], "=", None, "是", "是否", "B", "practice", rest, doubt=TOO_LONG))
    return _contradictions(tuple(dict.fromkeys(found)))


def _said(sentence: Sentence) -> list[Said]:
    found: list[Said] = []
    for read in PLAIN:
        spans = {(one.start, one.end) for one in found}
        found += [one for one in read(sentence) if not any(start < one.end and one.start < end for start, end in spans)]
    rest = sentence.without(found)
    found += quantities(rest, found)
    found += [one for one in alls(rest) if not any(other.start < one.end and one.start < other.end for other in found)]
    found += practices(sentence, found)
    return sorted(found, key=lambda one: (one.start, one.end))


def _dated(sentence: Sentence, one: Said) -> Demand:
    """By the last limit before it in its sentence; by the one behind it in the same clause where none is."""
    demand = one.demand
    clause = sentence.clause_start(one.start), sentence.clause_end(one.end)
    before = [limit for limit in sentence.limits if limit.start <= one.start]
    inside = [limit for limit in sentence.limits if clause[0] <= limit.start < clause[1]]
    before = [limit for limit in inside if limit.start <= one.start] or ([] if inside else before)
    alone = [limit for limit in sentence.limits if limit.start >= one.end and _is_alone(sentence, limit)]
    limit = before[-1] if before else inside[0] if inside else alone[0] if alone else None
    if not demand.period:
        demand = replace(demand, period=often(sentence.plain[clause[0] : one.end])[0])
    if limit is None:
        return demand
    reasons = "；".join(reason for reason in (demand.doubt, limit.doubt) if reason)
    period = demand.period or ("year" if limit.of_year else "once")
    return replace(demand, deadline=limit.day, period=period, doubt=reasons)


def _is_alone(sentence: Sentence, limit: Limit) -> bool:
    """12月底前完工: a clause that says no more is the limit of what stands before it."""
    start, end = sentence.clause_start(limit.start), sentence.clause_end(limit.end)
    return not FIGURE.search(sentence.masked, start, end) and len(naming.own(sentence, start, end)) <= SHORTEST


def _contradictions(found: tuple[Demand, ...]) -> tuple[Demand, ...]:
    """One name with two figures that are compared the same way is doubtful both times."""
    same: dict[tuple[object, ...], set[object]] = defaultdict(set)
    for one in found:
        if one.tag == "N":
            same[one.name, one.op, one.unit, one.deadline, one.period].add(one.value)
    return tuple(
        replace(one, doubt="同一项写了两个不同的数")
        if one.tag == "N" and not one.doubt and len(same[one.name, one.op, one.unit, one.deadline, one.period]) > 1
        else one
        for one in found
    )
