"""Who is affected by a newer notice, and by what: before it is published, and to be told once it is."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from db.queries import people
from domain import notice as read
from domain.amendment import Amendment, Pair
from domain.facts.publishing import Item, Line, News, Part, Target
from services.office import Office

Parts = dict[str, Part]  # department → what it has in an indicator; whoever leads is not named twice


@dataclass
class Heard:
    """What one department has to hear."""

    added: list[Item] = field(default_factory=list)
    changed: list[Item] = field(default_factory=list)
    gone: list[Item] = field(default_factory=list)


def by_department(office: Office, notice: read.Notice, changes: Amendment) -> dict[str, Heard]:
    """Only of those that are affected, by name."""
    found: defaultdict[str, Heard] = defaultdict(Heard)
    house = House(office, notice)
    for one in changes.added:
        for unit, part in house.parts(one).items():
            found[unit].added.append(item(one, part))
    for one in changes.removed:
        for unit, part in house.parts(one).items():
            found[unit].gone.append(item(one, part))
    for pair in changes.changed:
        before, after = house.parts(pair.old), house.parts(pair.new)
        for unit in dict.fromkeys((*before, *after)):
            if unit not in after:
                found[unit].gone.append(item(pair.old, before[unit]))
            elif unit not in before:
                found[unit].added.append(item(pair.new, after[unit]))
            elif felt := tuple(_felt(pair, before[unit], after[unit])):
                found[unit].changed.append(item(pair.new, after[unit], felt))
    return dict(found)


def _felt(pair: Pair, before: Part, after: Part) -> Iterator[Line]:
    """By whoever keeps a part: another demand or wording, and where it leads now, or leads no more."""
    for line in lines(pair):
        if line.field in ("demand", "text") or (line.field == "lead" and before != after):
            yield line


def lines(pair: Pair) -> Iterator[Line]:
    """Every difference of an indicator. Another wording is told where no demand tells what changed in it."""
    for change in pair.demands:
        named = change.new or change.old
        assert named is not None
        yield Line("demand", name=named.name, before=_target(change.old), after=_target(change.new))
    for one in pair.fields:
        if one.name != "text" or not pair.demands:
            yield Line(one.name, one.old, one.new)  # type: ignore[arg-type]


def _target(row: read.Requirement | None) -> Target | None:
    if row is None:
        return None
    return Target(row.op, row.target, row.unit, row.period, row.office_set, row.deadline)


def item(one: read.Indicator, part: Part | None = None, found: tuple[Line, ...] = ()) -> Item:
    return Item(one.code, one.title, one.lead, part, found)


class House:
    """Which departments stand behind a name: those on record, and those that the notice brings along."""

    def __init__(self, office: Office, notice: read.Notice) -> None:
        self._office = office
        self._rows = {unit.name: unit for unit in people.units(office.session)}
        self._new = {unit.name: unit for unit in notice.units if unit.name not in self._rows}

    def parts(self, one: read.Indicator) -> Parts:
        found: Parts = {unit: "responsible" for name in one.responsible for unit in self._behind(name, "responsible")}
        return found | dict.fromkeys(self._behind(one.lead, "lead"), "lead")

    def _behind(self, name: str, part: Part) -> Sequence[str]:
        row = self._rows.get(name)
        if row is None:
            unit = self._new.get(name, read.Unit(name))
            if unit.kind != "group":
                return (name,)
            return (unit.convenor,) if part == "lead" and unit.convenor else unit.members if part != "lead" else ()
        if row.kind != "group":
            return (name,)
        session, today = self._office.session, self._office.today
        return [unit.name for unit in people.members(session, row.id, today, convenor=part == "lead")]


def by_person(
    office: Office, heard: Mapping[str, Heard], number: str, edition: int
) -> dict[int, tuple[News, list[int]]]:
    """Whoever answers for one of these departments: what all of them hear, each indicator once, and their ids."""
    units = {unit.name: unit.id for unit in people.units(office.session)}
    found: dict[int, tuple[News, list[int]]] = {}
    for name, one in heard.items():
        answering = people.answering(office.session, units[name]) if name in units else None
        if answering is None:
            continue
        person = answering[1].id
        news, ids = found.get(person, (News(number, edition), []))
        found[person] = _joined(news, one), [*ids, units[name]]
    return found


def _joined(news: News, heard: Heard) -> News:
    def both(before: tuple[Item, ...], more: list[Item]) -> tuple[Item, ...]:
        known = {one.code for one in before}
        return (*before, *(one for one in more if one.code not in known))

    return News(
        news.number,
        news.edition,
        both(news.added, heard.added),
        both(news.changed, heard.changed),
        both(news.gone, heard.gone),
    )
