"""From a paper to a draft of its notice: tables and numbered tasks, who does them, what they demand."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from catalogue.demands.reading import demands
from catalogue.papers.paper import Paper
from catalogue.reading import clauses, tables
from catalogue.reading.draft import Draft, DraftArea, DraftIndicator, DraftItem
from catalogue.reading.filling import Charge, charges
from catalogue.reading.front import Front, front
from catalogue.reading.mechanisms import mechanisms
from catalogue.reading.outline import AreaNode, Placed, outline
from catalogue.reading.repeats import with_contradictions, without_repeats
from catalogue.reading.roster import Roster
from catalogue.reading.seats import seats
from catalogue.reading.times import time_of, timed
from domain.notice import Doubt, Unit


def read(paper: Paper, known: Sequence[Unit] = ()) -> Draft:
    """`known` are the departments on record; without them names are judged by their form alone."""
    around = front(paper)
    outlined = outline([*tables.entries(paper), *clauses.entries(paper)])
    charged = charges(outlined)
    roster = Roster(known, (name for one in charged for name in (*one.lead, *one.responsible)))
    kept, repeated = without_repeats(list(_indicators(outlined, charged, roster, around.issued)))
    kept = with_contradictions(kept)
    return Draft(
        number=around.number,
        title=around.title,
        issued=around.issued,
        body=around.body,
        areas=tuple(_areas(outlined, kept, around.title)),
        units=roster.units(),
        posts=tuple(seats(paper.paragraphs)),
        mechanisms=tuple(mechanisms(paper.paragraphs)),
        doubts=(*_missing(around), *roster.doubts(name for one in charged for name in one.lead)),
        problems=(*paper.problems, *repeated),
    )


def _indicators(
    areas: Sequence[AreaNode], charged: Sequence[Charge], roster: Roster, issued: date | None
) -> Iterator[DraftIndicator]:
    """Numbered by position: area.item.indicator."""
    charge = iter(charged)
    for a, area in enumerate(areas, 1):
        for i, item in enumerate(area.items, 1):
            for n, placed in enumerate(item.placed, 1):
                yield _indicator(f"{a}.{i}.{n}", placed, next(charge), roster, issued)


def _indicator(code: str, placed: Placed, charge: Charge, roster: Roster, issued: date | None) -> DraftIndicator:
    row = placed.entries[0]
    text = _with_target(placed.text, placed.target, row.measure)
    notes = [Doubt("text", placed.text, f"这一格有批注：{row.row_note}", placed.text)] if row.row_note else []
    return DraftIndicator(
        code,
        text,
        charge.lead,
        charge.responsible,
        tuple(timed(one, time_of(row.deadline, issued)) for one in demands(text, issued)),
        row.deadline,
        row.points,
        row.notes,
        row.line,
        (
            *placed.doubts,
            *charge.doubts,
            *notes,
        ),
    )


def _with_target(text: str, target: str, measure: str) -> str:
    """门诊预约率 | ≥90 | %: as one phrase."""
    if not target:
        return text
    unit = measure if measure and measure not in target and not set(target) & set("%％") else ""
    return f"{text}：{target}{unit}" if len(target) > LONG else f"{text}{target}{unit}"


LONG = 12  # signs: a longer target is a sentence of its own


def _areas(outlined: Sequence[AreaNode], kept: Sequence[DraftIndicator], title: str) -> Iterator[DraftArea]:
    by_item = {key: tuple(rows) for key, rows in groupby(kept, key=lambda one: one.code.rpartition(".")[0])}
    for a, area in enumerate(outlined, 1):
        items = (
            DraftItem(item.number, item.title, by_item[f"{a}.{i}"])
            for i, item in enumerate(area.items, 1)
            if f"{a}.{i}" in by_item
        )
        yield DraftArea(a, area.title or title, tuple(items))


def _missing(around: Front) -> Iterator[Doubt]:
    if not around.number:
        yield Doubt("number", "", "没有找到文号", "无文号")
    if not around.title:
        yield Doubt("title", "", "没有找到标题", "无标题")
    if around.issued is None:
        yield Doubt("issued", "", "没有找到印发日期", "今天")
