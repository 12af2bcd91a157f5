"""A settled draft becomes a notice: codes, short titles, departments with their groups, demands with their cadences."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from catalogue.coherence import check
from catalogue.demands.demand import Demand
from catalogue.reading import shortening
from catalogue.reading.asking import requirement
from catalogue.reading.chairs import OFFICE, posts
from catalogue.reading.departments import kind_of
from catalogue.reading.draft import Draft, DraftArea, DraftIndicator, DraftUnit
from domain.notice import Area, Indicator, Item, Notice, Post, Unit

UNNUMBERED = "无文号"
ITEM = 40  # signs of an item's title
DIGITS = "一二三四五六七八九十"


def notice_of(draft: Draft, standing: Sequence[Unit], today: date, office: str = OFFICE) -> Notice:
    """Whole and coherent. `standing` are the departments on record, which keep their names; what names nobody is
    led by `office`. CatalogueError where the draft holds no indicator."""
    issued = draft.issued or today
    units = _units(draft, standing)
    seats = tuple(posts(draft.posts, units))
    units = _grouped([*units, *_of_seats(seats, units)], draft)
    kept = {name: unit.name for unit in units for name in unit.names}
    kept |= {alias: kept.get(unit.name, unit.name) for unit in draft.units for alias in unit.aliases}
    areas = tuple(_areas(draft, kept, office, issued))
    led = {one.lead for area in areas for item in area.items for one in item.indicators}
    if office in led and office not in kept:
        units.append(Unit(office))
    notice = Notice(
        number=draft.number or UNNUMBERED,
        edition=1,
        title=draft.title or draft.number or UNNUMBERED,
        issued=issued,
        body=draft.body,
        units=tuple(units),
        posts=seats,
        areas=areas,
    )
    check(notice, is_convened=False)
    return notice


def _units(draft: Draft, standing: Sequence[Unit]) -> list[Unit]:
    """Those on record, and the new ones that the paper names."""
    taken = {name for unit in standing for name in unit.names} | {unit.name for unit in draft.units}
    found = {unit.name: unit for unit in standing}
    known = {name: unit.name for unit in standing for name in unit.names}
    for unit in draft.units:
        aliases = tuple(alias for alias in unit.aliases if alias not in taken)
        taken |= set(aliases)
        before = found.get(known.get(unit.name, unit.name))
        found[before.name if before else unit.name] = (
            replace(before, aliases=(*before.aliases, *aliases)) if before else Unit(unit.name, unit.kind, aliases)
        )
    named = dict.fromkeys(name for one in draft.indicators for name in draft.names((*one.lead, *one.responsible)))
    return [*found.values(), *(Unit(name, kind_of(name)) for name in named if name not in taken)]


def _of_seats(seats: Sequence[Post], units: Sequence[Unit]) -> list[Unit]:
    """Departments that only a seat names, and whoever sits there for the house."""
    known = {unit.name for unit in units}
    named = dict.fromkeys(post.unit for post in seats if post.unit not in known)
    leading = {post.unit for post in seats if post.role == "leader"}
    return [
        Unit(name, "outside", ranked=False) if name in leading and name.endswith("领导班子") else Unit(name)
        for name in named
    ]


def _grouped(units: list[Unit], draft: Draft) -> list[Unit]:
    """New groups with their members: every department that this notice names, or none yet."""
    drafted = {unit.name: unit for unit in draft.units}
    named = {unit.name for unit in draft.units}
    departments = tuple(unit.name for unit in units if unit.kind == "unit" and (named & unit.names or not draft.units))
    departments += tuple(unit.name for unit in _houses(units, draft) if unit.name not in departments)
    return [_with_members(unit, drafted.get(unit.name), departments) for unit in units]


def _houses(units: Sequence[Unit], draft: Draft) -> Iterator[Unit]:
    """Departments that the seats of the paper name."""
    seated = {post.unit for post in posts(draft.posts, units)}
    yield from (unit for unit in units if unit.kind == "unit" and unit.name in seated)


def _with_members(unit: Unit, drafted: DraftUnit | None, departments: tuple[str, ...]) -> Unit:
    if unit.kind != "group" or drafted is None or unit.members:
        return unit
    members = departments if drafted.has_all else ()
    convenor = drafted.convenor if drafted.convenor in departments else None
    if convenor is not None and convenor not in members:
        members = (*members, convenor)
    return replace(unit, members=members, convenor=convenor)


def _areas(draft: Draft, kept: dict[str, str], office: str, issued: date) -> Iterator[Area]:
    """Numbered by position; areas and items that an answer has emptied are left out."""
    filled = [area for area in draft.areas if any(item.indicators for item in area.items)]
    titles = [shortening.bare(area.title) or draft.title or UNNUMBERED for area in filled]
    shorts = shortening.columns(titles)
    for number, (area, title, short) in enumerate(zip(filled, titles, shorts, strict=True), 1):
        yield Area(number, title, short, tuple(_items(area, number, kept, office, issued)))


def _items(area: DraftArea, number: int, kept: dict[str, str], office: str, issued: date) -> Iterator[Item]:
    filled = [item for item in area.items if item.indicators]
    printed = [item.number for item in filled]
    numbers = printed if len(set(printed)) == len(printed) else [_numeral(n) for n in range(1, len(filled) + 1)]
    for place, (item, numeral) in enumerate(zip(filled, numbers, strict=True), 1):
        indicators = (
            _indicator(one, f"{number}.{place}.{n}", kept, office, issued) for n, one in enumerate(item.indicators, 1)
        )
        yield Item(numeral, shortening.cut(" ".join(item.title.split()), ITEM), tuple(indicators))


def _numeral(number: int) -> str:
    tens, ones = divmod(number, 10)
    if tens > len(DIGITS):
        return f"（{number}）"
    words = DIGITS[ones - 1] if ones else ""
    return f"（{DIGITS[tens - 1] if tens > 1 else ''}{'十' if tens else ''}{words}）"


def _indicator(one: DraftIndicator, code: str, kept: dict[str, str], office: str, issued: date) -> Indicator:
    """Nobody responsible is the lead alone; without a lead the first who is responsible leads. Whoever is named as
    lead behind the first is responsible with the others."""

    def names(printed: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(kept.get(name, name) for name in printed))

    lead, responsible = names(one.lead), names(one.responsible)
    leading = (*lead, *responsible, office)[0]
    demands = one.demands or (_plain(one.text),)
    return Indicator(
        code=code,
        title=shortening.title(one.text, one.demands),
        measure="",
        lead=leading,
        responsible=tuple(dict.fromkeys((*lead[1:], *responsible))) or (leading,),
        requirements=tuple(requirement(demand, seq, one.deadline, issued) for seq, demand in enumerate(demands, 1)),
        source_line=one.line,
        text=one.text,
    )


def _plain(text: str) -> Demand:
    """What is given has to be answered for: whether it is in place, where nothing more is demanded."""
    words = " ".join(text.split())
    return Demand(words[: shortening.TITLE], "=", None, "是", "是否", "B", "practice", words)
