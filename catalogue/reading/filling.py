"""Who leads and who is responsible: what is printed, what a merge or 同上 hands down, what is asked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from catalogue.reading.departments import ABOVE, Names, names
from catalogue.reading.draft import NOBODY
from catalogue.reading.entries import Entry, Printed, Who
from catalogue.reading.outline import AreaNode, Placed
from domain.notice import Doubt


@dataclass(frozen=True)
class Charge:
    """Who answers for one indicator."""

    lead: tuple[str, ...] = ()
    responsible: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()


Near = Literal["same item", "same area", "another area"]  # where the row above stands


def charges(areas: Sequence[AreaNode]) -> list[Charge]:
    """One for each indicator, in their order."""
    found: list[Charge] = []
    above = Charge()
    for area in areas:
        near: Near = "another area"
        for item in area.items:
            charged = []
            for placed in item.placed:
                above = _charge(placed, above, near)
                charged.append(above)
                near = "same item"
            found.extend(_fragments(item.placed, charged))
            near = "same area"
    return found


def _fragments(placed: Sequence[Placed], charged: Sequence[Charge]) -> list[Charge]:
    """Other departments on each row of an item whose lead is lost: one merged cell may have fallen into lines."""
    alone = [
        one.entries[0].is_flat
        and one.entries[0].who.lead.standing == "lost"
        and bool(_named_in(one.entries[0].who.responsible))
        for one in placed
    ]
    every = tuple(dict.fromkeys(name for charge in charged for name in charge.responsible))
    if not any(alone) or len({charge.responsible for charge in charged}) < 2:
        return list(charged)
    return [
        replace(charge, doubts=_with_fragment(charge, _printed(one), every)) if _printed(one) else charge
        for one, charge in zip(placed, charged, strict=True)
    ]


def _with_fragment(charge: Charge, printed: str, every: Sequence[str]) -> tuple[Doubt, ...]:
    """Where the cell is doubted already, the whole list is one more reading of it."""
    doubts = [one for one in charge.doubts if one.field == "responsible"]
    if not doubts:
        return (*charge.doubts, _doubt("responsible", printed, FRAGMENT, charge.responsible, _list(every)))
    first = replace(doubts[0], alternatives=tuple(dict.fromkeys((*doubts[0].alternatives, _list(every)))))
    return tuple(first if one is doubts[0] else one for one in charge.doubts)


def _printed(placed: Placed) -> str:
    return "；".join(cell.text for cell in placed.entries[0].who.responsible if cell.text)


FRAGMENT = "同一项目里责任一栏逐行不同，可能是一个合并格分成了几行"


def _charge(placed: Placed, above: Charge, near: Near) -> Charge:
    first, *rest = placed.entries
    for more in rest:
        first = replace(first, who=_together(first.who, more.who))
    return _of_entry(first, above, near)


def _together(one: Who, other: Who) -> Who:
    """Cells beside one text that is merged over two rows."""
    return Who(
        _joined(one.lead, other.lead),
        (*one.responsible, *(cell for cell in other.responsible if cell.standing == "printed")),
        _joined(one.shared, other.shared),
    )


def _joined(one: Printed, other: Printed) -> Printed:
    if other.standing != "printed" or other.text == one.text:
        return one
    return replace(one, text="、".join(filter(None, (one.text, other.text))), standing="printed")


def _union(one: Iterable[str], other: Iterable[str] = ()) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one, *other)))


def _of_entry(entry: Entry, above: Charge, near: Near) -> Charge:
    who = entry.who
    if who.lead.standing == "absent":
        lead, others, doubts = _unled(entry, above, near)
    else:
        lead, spare, doubts = _lead(entry, above, near)
        named, more = _others(entry, above, has_lead=bool(who.lead.text))
        others, doubts = _union(spare, named), doubts + more
    cells = (("lead", who.lead, lead), *(("responsible", cell, others) for cell in who.responsible))
    notes = [
        Doubt(field, cell.text, f"这一格有批注：{cell.note}", _list(names))
        for field, cell, names in cells
        if cell.note and cell.standing == "printed"
    ]
    return Charge(lead, others, (*doubts, *notes))


def _list(found: Iterable[str]) -> str:
    return "、".join(found) or NOBODY


def _lead(entry: Entry, above: Charge, near: Near) -> tuple[tuple[str, ...], tuple[str, ...], tuple[Doubt, ...]]:
    """Of a column of leads: who leads, who else is named in that cell, what is doubtful."""
    cell = entry.who.lead
    if cell.text in ABOVE:
        return above.lead, (), ()
    found = names(cell.text)
    if not found.all:
        return _blank_lead(entry, above, near)
    lead = found.lead or found.others
    spare = found.others if found.lead else ()
    if cell.standing == "moved":
        other = _list(above.lead)
        return lead, spare, (_doubt("lead", cell.text, "这一格没有对齐牵头一栏", lead, other),)
    if len(lead) > 1:
        each = list(lead[1:])
        doubt = Doubt("lead", cell.text, "牵头一栏不止一个部门，请定一个牵头", lead[0], tuple(each))
        return lead, spare, (doubt,)
    return lead, spare, ()


def _blank_lead(entry: Entry, above: Charge, near: Near) -> tuple[tuple[str, ...], tuple[str, ...], tuple[Doubt, ...]]:
    """Lost cells are those of a merge within one item; whatever else is blank is asked about."""
    named = _named_in(entry.who.responsible)
    if entry.who.lead.standing == "lost" and above.lead:
        if near == "same item" or (near == "same area" and not named):
            return above.lead, (), ()
        return above.lead, (), (_doubt("lead", "", "牵头一栏空着，按上一项目的牵头部门下延", above.lead, *named[:2]),)
    likely = above.lead if near == "same item" and above.lead else named[:1]
    others = [one for one in (_list(named[:1]), _list(above.lead)) if one != NOBODY]
    return tuple(likely), (), (_doubt("lead", entry.who.lead.text, "牵头一栏空着", likely, *others, NOBODY),)


def _named_in(cells: Iterable[Printed]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for cell in cells for name in names(cell.text).all))


def _doubt(field: str, printed: str, reason: str, reading: Iterable[str], *others: str) -> Doubt:
    likely = _list(reading)
    return Doubt(field, printed, reason, likely, tuple(dict.fromkeys(one for one in others if one != likely)))


def _others(entry: Entry, above: Charge, *, has_lead: bool) -> tuple[tuple[str, ...], tuple[Doubt, ...]]:
    """Of the columns of the other departments."""
    found: list[str] = []
    doubts: list[Doubt] = []
    cells = entry.who.responsible
    for cell in cells:
        if cell.text in ABOVE:
            found.extend(above.responsible)
            continue
        listed = names(cell.text)
        found.extend(listed.all)
        if listed.is_open:
            doubts.append(_doubt("responsible", cell.text, "写着“等”，没有列全", listed.all))
        if cell.standing == "moved":
            doubts.append(
                _doubt("responsible", cell.text, "这一格没有对齐责任一栏", listed.all, _list(above.responsible))
            )
    if found or not cells:
        return _union(found), tuple(doubts)
    if all(cell.standing == "lost" for cell in cells):
        more = (_doubt("responsible", "", "责任一栏空着，按上一行下延", above.responsible, NOBODY),) if has_lead else ()
        return above.responsible, more
    if entry.supports:
        return (), ()
    return (), (_doubt("responsible", "", "责任一栏空着", (), _list(above.responsible)),)


def _unled(entry: Entry, above: Charge, near: Near) -> tuple[tuple[str, ...], tuple[str, ...], tuple[Doubt, ...]]:
    """Without a column of leads: the cell itself may say who leads; otherwise the first one named is asked about."""
    cells = [cell for cell in (entry.who.shared, *entry.who.responsible) if cell.standing != "absent"]
    if any(cell.text in ABOVE for cell in cells) or (
        cells and near == "same item" and all(cell.standing == "lost" for cell in cells)
    ):
        return above.lead, above.responsible, ()
    listed = [names(cell.text) for cell in cells]
    lead = _union([name for one in listed for name in one.lead], ())
    others = tuple(name for name in _union([name for one in listed for name in one.others], ()) if name not in lead)
    printed = "；".join(cell.text for cell in cells if cell.text)
    open_ended = [_doubt("responsible", printed, "写着“等”，没有列全", others)] if any(map(_is_open, listed)) else []
    if lead:
        return lead, others, tuple(open_ended)
    if not others:
        likely = above.lead if cells else ()
        return likely, (), (_doubt("lead", printed, "没有写牵头部门", likely, NOBODY),)
    reason = "牵头和责任写在一格" if entry.who.shared.text else "只印了责任部门，没有印牵头部门"
    doubt = _doubt("lead", printed, reason, others[:1], *others[1:4])
    if entry.who.shared.text and len(others) == 1:
        return others, others, ()
    return others[:1], others[1:] if entry.who.shared.text else others, (doubt, *open_ended)


def _is_open(found: Names) -> bool:
    return found.is_open
