"""What messages show of registers: the list, a page, an entry with its versions, and one that is being told."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from db.queries import people, registers, reports
from db.tables import Entry, Outbox, Request
from domain.facts import registers as facts
from domain.pages import cut
from domain.registers import Register, Value, Values, counts_by_itself, may_count
from services import entering, entries, linking, peopling
from services import registers as shelf
from services.office import Office

PAGE, LIST = 8, 12  # entries of a page, registers of a list


def year_of(office: Office) -> tuple[date, date]:
    return date(office.today.year, 1, 1), date(office.today.year, 12, 31)


def listed(office: Office, args: dict[str, Any], row: Outbox) -> facts.Registers:
    seats = shelf.seats_of(office, row.chat_id)
    found = shelf.open_to(office, seats)
    tally = registers.tally(office.session, *year_of(office))
    shown = cut(found, args.get("page", 1), LIST)
    lines = tuple(_line(office, seats, register, tally) for register in shown.rows)
    mine = (register.title for register in found if shelf.adds_for(office, seats, register))
    return facts.Registers(lines, next(mine, None), shown.leaf)


def _line(office: Office, seats: shelf.Seats, register: Register, tally: dict[tuple[str, int], int]) -> facts.Line:
    units = shelf.seen(office, seats, register)
    n = sum(n for (key, unit), n in tally.items() if key == register.key and (units is None or unit in units))
    lacking = [unit for unit in shelf.keepers(office, register) if not tally.get((register.key, unit.id))]
    return facts.Line(register.key, register.title, n, len(lacking) if register.every and units is None else 0)


def page(office: Office, args: dict[str, Any], row: Outbox) -> facts.Page | None:
    register, seats = shelf.of_key(office, args["key"]), shelf.seats_of(office, row.chat_id)
    if register is None or not shelf.is_open_to(office, seats, register):
        return None
    units = shelf.seen(office, seats, register)
    demands = shelf.shown_demands(office, register)
    found = registers.standing(office.session, register.key, demands, units, date.min, office.today)
    of_units = [entry.unit_id for entry in found if entry.on_date.year == office.today.year]
    keepers = shelf.keepers(office, register)
    names = {unit.id: unit.name for unit in people.units(office.session)}
    shown = cut(found, args.get("page", 1), PAGE)
    return facts.Page(
        key=register.key,
        title=register.title,
        note=register.note,
        year=office.today.year,
        total=len(of_units),
        entries=tuple(
            _entry_line(entry, "" if units is not None and len(units) == 1 else names[entry.unit_id])
            for entry in shown.rows
        ),
        by_unit=tuple((names[unit], of_units.count(unit)) for unit in dict.fromkeys(of_units)) if units is None else (),
        missing=tuple(u.name for u in keepers if u.id not in of_units) if register.every and units is None else (),
        adds=tuple((unit, names[unit]) for unit in shelf.adds_for(office, seats, register)),
        leaf=shown.leaf,
    )


def _entry_line(entry: Entry, unit: str) -> facts.EntryLine:
    own = entry.id if entry.register_key else None
    return facts.EntryLine(own, entry.on_date, entry.title, unit)


def cells(register: Register, values: Values) -> tuple[facts.Cell, ...]:
    """In the order of the columns; what was never said is left out."""
    return tuple(facts.Cell(c.name, c.kind, c.unit, values[c.name]) for c in register.columns if c.name in values)


def draft(office: Office, args: dict[str, Any], row: Outbox) -> facts.Draft | None:
    request = _mine(office, args, row)
    register = entering.register_of(office, request) if request else None
    if request is None or register is None or request.kind != registers.NEW:
        return None
    before = entering.entry_of(office, request)
    return facts.Draft(
        request_id=request.id,
        rev=entering.rev(request),
        title=register.title,
        unit=people.unit(office.session, request.to_unit_id or 0).name,
        note=register.note,
        cells=cells(register, request.data),
        columns=register.columns,
        asking=next((c for c in register.columns if c.name == request.asking), None),
        counts=tuple(_would_count(office, register, request.data, before)),
        counts_only=register.counts_only,
        corrects=before.version if before else None,
        choosing=bool(args.get("choosing")),
        problem=tuple(args["problem"]) if args.get("problem") else None,
        left=args.get("left") or "",
    )


def _would_count(office: Office, register: Register, values: Values, before: Entry | None) -> Iterator[str]:
    """What it will count toward as it stands: by its columns, and what its version before was said to."""
    was = {c.requirement_id for c in registers.counts(office.session, before.id)} if before else set()
    for fit in register.fits:
        row = shelf.demand(office, fit)
        if row and (counts_by_itself(fit, values) or (row.id in was and may_count(fit, values))):
            yield f"{row.name}（{fit.code}）"


def removal(office: Office, args: dict[str, Any], row: Outbox) -> facts.Removal | None:
    request = _mine(office, args, row)
    entry = entering.entry_of(office, request) if request else None
    register = entering.register_of(office, request) if request else None
    if request is None or entry is None or register is None:
        return None
    return facts.Removal(
        request.id,
        entering.rev(request),
        register.title,
        entry.title,
        entry.on_date,
        request.reason,
        register.counts_only,
    )


def _mine(office: Office, args: dict[str, Any], row: Outbox) -> Request | None:
    """What the reader of this chat is telling; nothing once it is kept or dropped."""
    request, person = registers.request(office.session, args["request"]), peopling.reader(office, row.chat_id)
    return request if request and person and request.by == person.id and request.state == "draft" else None


def entry(office: Office, args: dict[str, Any], row: Outbox) -> facts.EntryView | None:
    found, seats = registers.entry(office.session, args["entry"]), shelf.seats_of(office, row.chat_id)
    register = shelf.of_key(office, found.register_key) if found else None
    if found is None or register is None or not shelf.may_see(office, seats, found):
        return None
    files = [file for file in reports.files_of_entry(office.session, found.id) if file.state != "refused"]
    counts = linking.names(office, found)
    mine = found.unit_id in shelf.adds_for(office, seats, register) and entries.stands(office, found)
    return facts.EntryView(
        entry_id=found.id,
        key=register.key,
        title=register.title,
        unit=people.unit(office.session, found.unit_id).name,
        cells=cells(register, found.data),
        counts=counts,
        files=len(files),
        stands=bool(found.link or files or not counts),
        version=found.version,
        versions=tuple(_versions(office, register, found)),
        removed=found.reason if found.state == "removed" else None,
        mine=mine,
        others=len(linking.others(office, found)) if mine else 0,
    )


def _versions(office: Office, register: Register, newest: Entry) -> Iterator[facts.Version]:
    """From the newest one to the first, each with what it changed."""
    now: Entry | None = newest
    while now is not None:
        before = registers.entry(office.session, now.replaces) if now.replaces else None
        who = peopling.title_on(office, now.by, now.at)
        yield facts.Version(now.version, now.at, who, _changes(register, now.data, before.data if before else None))
        now = before


def _changes(register: Register, now: Values, before: Values | None) -> tuple[tuple[facts.Cell, Value | None], ...]:
    if before is None:
        return ()
    return tuple((cell, before.get(cell.name)) for cell in cells(register, now) if before.get(cell.name) != cell.value)


def links(office: Office, args: dict[str, Any], row: Outbox) -> facts.Linking | None:
    found = registers.entry(office.session, args["entry"])
    if found is None or not shelf.may_see(office, shelf.seats_of(office, row.chat_id), found):
        return None
    others = tuple((row.id, f"{row.name}（{fit.code}）") for fit, row in linking.others(office, found))
    return facts.Linking(found.id, found.title, found.on_date, linking.names(office, found), others)
