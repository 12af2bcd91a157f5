"""The registers of the notice at work: who may enter something, who may look, and what is logged of it."""

from collections.abc import Collection, Iterable

from catalogue import registers as catalogue
from db.queries import notices, people, registers
from db.tables import Entry, Requirement, Unit
from domain.people import Principal, Seat
from domain.registers import Fit, Register, keeps, sees
from services import auditing
from services.office import Office

Seats = Collection[Seat]


def all_of(office: Office) -> tuple[Register, ...]:
    return catalogue.load(office.rules.notice)


def of_key(office: Office, key: str) -> Register | None:
    return next((register for register in all_of(office) if register.key == key), None)


def called(office: Office, name: str) -> Register | None:
    return next((register for register in all_of(office) if name in register.names), None)


def seats_of(office: Office, chat_id: int) -> tuple[Seat, ...]:
    """Of the reader of a private chat; of a group nobody's."""
    person = people.by_telegram(office.session, chat_id)
    found = people.seats(office.session, person.id) if person else []
    return tuple(Seat(post.id, post.title, post.role, unit.id, unit.name) for post, unit in found)  # type: ignore[arg-type]


def keepers(office: Office, register: Register) -> list[Unit]:
    """The departments that keep it, a group with its members of today."""
    return office.once(("keepers", register.key), lambda: _expanded(office, register.kept_by))


def _expanded(office: Office, names: Iterable[str]) -> list[Unit]:
    def expand() -> dict[str, list[Unit]]:
        units = people.units(office.session)
        return {u.name: people.members(office.session, u.id, office.today) if u.kind == "group" else [u] for u in units}

    known = office.once("units by name", expand)
    found = {unit.id: unit for name in names for unit in known.get(name, [])}
    return sorted(found.values(), key=lambda unit: unit.position)


def adds_for(office: Office, seats: Seats, register: Register) -> tuple[int, ...]:
    """The departments for which these seats may enter something."""
    return keeps(register, seats, [unit.id for unit in keepers(office, register)])


def seen(office: Office, seats: Seats, register: Register) -> frozenset[int] | None:
    """The departments whose entries these seats may look at; None is all of them."""
    readers = _expanded(office, register.seen_by)
    return sees(register, seats, [unit.id for unit in keepers(office, register)], [unit.id for unit in readers])


def is_open_to(office: Office, seats: Seats, register: Register) -> bool:
    return seen(office, seats, register) != frozenset() or bool(adds_for(office, seats, register))


def open_to(office: Office, seats: Seats) -> list[Register]:
    return [register for register in all_of(office) if is_open_to(office, seats, register)]


def look(office: Office, who: Principal, key: str) -> Register | None:
    """The register, where this person may look into it; who looks into a restricted one is on the trail."""
    register = of_key(office, key)
    if register is None or not who.in_private or not is_open_to(office, who.seats, register):
        return None
    if register.is_logged:
        auditing.record(office, "view register", f"register/{key}")
    return register


def may_see(office: Office, seats: Seats, entry: Entry) -> bool:
    register = of_key(office, entry.register_key)
    units = seen(office, seats, register) if register else frozenset()
    return units is None or entry.unit_id in units


def look_at(office: Office, who: Principal, entry_id: int) -> Entry | None:
    """The entry, where this person may look at it."""
    entry = registers.entry(office.session, entry_id)
    if entry is None or not who.in_private or not may_see(office, who.seats, entry):
        return None
    register = of_key(office, entry.register_key)
    if register is not None and register.is_logged:
        auditing.record(office, "view entry", f"entry/{entry_id}")
    return entry


def of_mine(office: Office, who: Principal, entry_id: int) -> Entry | None:
    """The entry, where this person may change it; to take up one of a restricted register is to look at it."""
    entry = registers.entry(office.session, entry_id)
    register = of_key(office, entry.register_key) if entry else None
    if entry is None or register is None or entry.unit_id not in adds_for(office, who.seats, register):
        return None
    if register.is_logged:
        auditing.record(office, "view entry", f"entry/{entry_id}")
    return entry


def to_add(office: Office, who: Principal, key: str, unit_id: int) -> Register | None:
    """The register, where this person may enter something for that department."""
    register = of_key(office, key)
    mine = register is not None and who.in_private and unit_id in adds_for(office, who.seats, register)
    return register if mine else None


def departments(office: Office) -> dict[str, str]:
    """Name or alias → name of every department."""
    units = [unit for unit in people.units(office.session) if unit.kind != "group"]
    return {name: unit.name for unit in units for name in (unit.name, *unit.aliases)}


def demand(office: Office, fit: Fit) -> Requirement | None:
    """What the notice at work demands by that name; another notice may have another demand under the code."""
    notice = notices.current(office.session)
    found = registers.demands(office.session, notice.id, fit.code)
    return next((row for row in found if row.name == fit.demand), None)


def shown_demands(office: Office, register: Register) -> list[int]:
    """What asks for entries of the same sort by tasks of its own."""
    notice = notices.current(office.session)
    rows = [demand(office, fit) for fit in register.fits]
    rows += [row for code in register.told for row in registers.demands(office.session, notice.id, code)]
    return [row.id for row in rows if row]


def _keeping(office: Office, register: Register) -> frozenset[int]:
    key = "keeping", register.key
    return office.once(key, lambda: frozenset(unit.id for unit in keepers(office, register)))


def asked_once(office: Office, unit_id: int) -> Register | None:
    """What a department is asked once, and has said nothing about yet."""
    for register in all_of(office):
        if register.once and unit_id in _keeping(office, register):
            return None if registers.has_any(office.session, register.key, unit_id) else register
    return None
