"""Indicators that a paper prints twice: once where they agree, asked about where they do not."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from catalogue.demands.demand import Demand
from catalogue.reading.draft import DraftIndicator
from domain.notice import Doubt

SHORTEST = 6  # signs of a text that can be told from another one


def without_repeats(indicators: Sequence[DraftIndicator]) -> tuple[list[DraftIndicator], list[str]]:
    """Those that remain, in order, and a sentence for each that was left out."""
    kept: dict[str, DraftIndicator] = {}
    said: list[str] = []
    for number, one in enumerate(indicators):
        key = re.sub(r"[\s，。；、,.;]", "", one.text)
        first = kept.get(key)
        if first is None or len(key) < SHORTEST:
            kept[key if len(key) >= SHORTEST else f"{number} {key}"] = one
            continue
        said.append(f"“{one.text[:20]}”印了两次，只留一条（{first.code}）。")
        kept[key] = replace(first, doubts=(*first.doubts, *_conflicts(first, one)))
    return list(kept.values()), said


def with_contradictions(indicators: Sequence[DraftIndicator]) -> list[DraftIndicator]:
    """The same demand with another figure in another indicator: both are asked about."""
    told: dict[tuple[object, ...], dict[object, str]] = {}
    for one in indicators:
        for demand in one.demands:
            told.setdefault(_what(demand), {}).setdefault(demand.value, one.code)
    return [
        replace(one, demands=tuple(_doubted(demand, one.code, told) for demand in one.demands)) for one in indicators
    ]


def _what(demand: Demand) -> tuple[object, ...]:
    return demand.name, demand.unit


def _doubted(demand: Demand, code: str, told: Mapping[tuple[object, ...], Mapping[object, str]]) -> Demand:
    others = [other for value, other in told[_what(demand)].items() if value != demand.value and other != code]
    if demand.tag != "N" or len(demand.name) < SHORTEST or not others:
        return demand
    reason = f"{others[0]} 写的是另一个数"
    return replace(demand, doubt="；".join(filter(None, (demand.doubt, reason))))


def _conflicts(first: DraftIndicator, other: DraftIndicator) -> list[Doubt]:
    pairs = (
        ("lead", first.lead, other.lead),
        ("responsible", first.responsible, other.responsible),
    )
    doubts = [
        Doubt(
            field, "、".join(one), "同一指标印了两次，部门不一样", "、".join(one) or "空着", ("、".join(two) or "空着",)
        )
        for field, one, two in pairs
        if set(one) != set(two)
    ]
    if first.deadline != other.deadline and first.deadline and other.deadline:
        doubts.append(
            Doubt("deadline", first.deadline, "同一指标印了两次，时限不一样", first.deadline, (other.deadline,))
        )
    return doubts
