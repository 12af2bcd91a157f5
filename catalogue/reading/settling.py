"""Doubts of a draft as questions, one at a time, and the draft as their answers make it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from catalogue.demands.choices import NOT_DEMANDED
from catalogue.demands.demand import Alternative, Demand
from catalogue.demands.sayings import said
from catalogue.reading.draft import NOBODY, Draft, DraftArea, DraftIndicator, DraftItem, DraftUnit
from catalogue.reading.roster import EVERY, NO_UNIT, NOT_YET
from domain.notice import Doubt

Answers = Mapping[str, int]  # key of the question → number of the option


@dataclass(frozen=True)
class Question:
    """One doubtful cell; the first option is the likely one."""

    key: str
    code: str  # of the indicator; empty where it is about the whole paper
    text: str  # what the indicator says
    field: str
    printed: str
    reason: str
    options: tuple[str, ...]
    alike: int  # how many questions have this reason


def questions(draft: Draft) -> tuple[Question, ...]:
    """Those of the whole paper first, then in the order of the notice."""
    found = [*_of_paper(draft), *(one for indicator in draft.indicators for one in _of_indicator(indicator))]
    alike = Counter((one.field.partition(" ")[0], one.reason) for one in found)
    return tuple(replace(one, alike=alike[one.field.partition(" ")[0], one.reason]) for one in found)


def alternatives(demand: Demand) -> tuple[Alternative, ...]:
    """Its own, and always that it is no demand at all."""
    drops = any(not other.changes for other in demand.alternatives)
    return demand.alternatives if drops else (*demand.alternatives, NOT_DEMANDED)


def _of_paper(draft: Draft) -> Iterator[Question]:
    for doubt in draft.doubts:
        yield _question(f"*/{doubt.field}", "", "", doubt)


def _of_indicator(one: DraftIndicator) -> Iterator[Question]:
    for key, doubt in keyed(one):
        yield _question(key, one.code, one.text, doubt)
    for seq, demand in enumerate(one.demands, 1):
        if demand.doubt:
            options = (said(demand), *(other.words for other in alternatives(demand)))
            field = f"requirement {seq}"
            yield Question(f"{one.code}/{field}", one.code, one.text, field, demand.source, demand.doubt, options, 1)


def keyed(one: DraftIndicator) -> Iterator[tuple[str, Doubt]]:
    """The doubts of an indicator, each with its key."""
    times: Counter[str] = Counter()
    for doubt in one.doubts:
        times[doubt.field] += 1
        number = f"/{times[doubt.field]}" if times[doubt.field] > 1 else ""
        yield f"{one.code}/{doubt.field}{number}", doubt


def _question(key: str, code: str, text: str, doubt: Doubt) -> Question:
    return Question(key, code, text, doubt.field, doubt.printed, doubt.reason, options_of(doubt), 1)


def options_of(doubt: Doubt) -> tuple[str, ...]:
    return tuple(dict.fromkeys((doubt.reading, *doubt.alternatives)))


def settled(draft: Draft, answers: Answers) -> Draft:
    """What is not answered stays as it was read, its doubts beside it; codes count anew where an indicator moved."""
    homes = {one.code: _home(one, draft, answers) for one in draft.indicators}
    gone = _refused_names(draft, answers)
    indicators = [_indicator(one, gone, answers) for one in draft.indicators]
    return replace(
        draft,
        areas=tuple(_areas(draft, indicators, homes)),
        units=tuple(_units(draft, answers)),
        doubts=tuple(doubt for doubt in draft.doubts if f"*/{doubt.field}" not in answers),
    )


def _refused_names(draft: Draft, answers: Answers) -> frozenset[str]:
    """However the paper writes what is no department."""
    gone = _refused(draft, answers)
    return gone | {alias for unit in draft.units if unit.name in gone for alias in unit.aliases}


def _refused(draft: Draft, answers: Answers) -> frozenset[str]:
    asked = (doubt for doubt in draft.doubts if doubt.field.startswith("unit ") and NO_UNIT in doubt.alternatives)
    return frozenset(doubt.printed for doubt in asked if answers.get(f"*/{doubt.field}"))


def _indicator(one: DraftIndicator, gone: frozenset[str], answers: Answers) -> DraftIndicator:
    lead, responsible = (tuple(name for name in names if name not in gone) for names in (one.lead, one.responsible))
    one = replace(one, lead=lead, responsible=responsible)
    for _, doubt, option in _chosen(one, answers):
        if doubt.field in ("lead", "responsible"):
            names = () if option == NOBODY else tuple(option.split("、"))
            one = replace(one, lead=names) if doubt.field == "lead" else replace(one, responsible=names)
        elif doubt.field == "deadline":
            one = replace(one, deadline=option)
    if len(one.lead) > 1:
        one = replace(one, lead=_one_lead(one, answers))
    if one.lead and set(one.lead) < set(lead):  # whoever was named beside the one that leads has a part in it still
        beside = (name for name in lead if name not in one.lead)
        one = replace(one, responsible=tuple(dict.fromkeys((*beside, *one.responsible))))
    keys = (f"{one.code}/requirement {seq}" for seq in range(1, len(one.demands) + 1))
    demands = (_demand(demand, answers.get(key)) for key, demand in zip(keys, one.demands, strict=True))
    left = tuple(doubt for key, doubt in keyed(one) if key not in answers)
    return replace(one, demands=tuple(demand for demand in demands if demand is not None), doubts=left)


def _one_lead(one: DraftIndicator, answers: Answers) -> tuple[str, ...]:
    """Of several the likely one, once that is confirmed."""
    confirmed = (doubt for key, doubt in keyed(one) if answers.get(key) == 0 and doubt.field == "lead")
    likely = next((doubt.reading for doubt in confirmed if doubt.alternatives), "")
    return (likely,) if likely in one.lead else one.lead


def _chosen(one: DraftIndicator, answers: Answers) -> Iterator[tuple[str, Doubt, str]]:
    """Doubts answered by another option than the likely one, and that option."""
    for key, doubt in keyed(one):
        if number := answers.get(key, 0):
            yield key, doubt, options_of(doubt)[number]


def _demand(demand: Demand, number: int | None) -> Demand | None:
    if number is None:
        return demand
    if number == 0:
        return replace(demand, doubt="", alternatives=())
    return alternatives(demand)[number - 1].of(demand)


def _home(one: DraftIndicator, draft: Draft, answers: Answers) -> str:
    """The item to which it belongs, as area.item."""
    for _, doubt, option in _chosen(one, answers):
        if doubt.field == "item":
            wanted = option.rstrip("…")
            for area in draft.areas:
                for number, item in enumerate(area.items, 1):
                    if f"{item.number}{item.title}".startswith(wanted):
                        return f"{area.number}.{number}"
    return one.code.rpartition(".")[0]


def _areas(draft: Draft, indicators: Sequence[DraftIndicator], homes: Mapping[str, str]) -> Iterator[DraftArea]:
    for area in draft.areas:
        items: list[DraftItem] = []
        for number, item in enumerate(area.items, 1):
            home = f"{area.number}.{number}"
            mine = [one for one in indicators if homes[one.code] == home]
            if mine:
                there = f"{area.number}.{len(items) + 1}"
                counted = tuple(replace(one, code=f"{there}.{n}") for n, one in enumerate(mine, 1))
                items.append(DraftItem(item.number, item.title, counted))
        yield DraftArea(area.number, area.title, tuple(items))


def _units(draft: Draft, answers: Answers) -> Iterator[DraftUnit]:
    """A short name that is a department of its own stands beside the other one, a group has members or not yet, and
    what is no department is left out."""
    given = ((doubt, answers.get(f"*/{doubt.field}")) for doubt in draft.doubts)
    said = {doubt.field: options_of(doubt)[number] for doubt, number in given if number is not None}
    gone = _refused(draft, answers)
    apart = {
        doubt.printed
        for doubt in draft.doubts
        if doubt.field.startswith("unit ") and answers.get(f"*/{doubt.field}") and doubt.printed not in gone
    }
    for unit in draft.units:
        members, convenor = said.get(f"members {unit.name}"), said.get(f"convenor {unit.name}", unit.convenor)
        if unit.name not in gone:
            yield replace(
                unit,
                aliases=tuple(alias for alias in unit.aliases if alias not in apart),
                has_all=members == EVERY if members else unit.has_all,
                convenor="" if convenor == NOT_YET else convenor,
            )
        yield from (DraftUnit(alias) for alias in unit.aliases if alias in apart)
