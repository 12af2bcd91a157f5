"""Entries of the catalogue's registers: kept, corrected by a newer version, removed with a reason."""

from collections.abc import Mapping
from datetime import date

from db.queries import registers, reports
from db.tables import Entry, Proof
from domain.registers import Register, Value, Values, heading
from services import auditing, filing, linking
from services.office import Office


def stands(office: Office, entry: Entry) -> bool:
    """It is the newest version, and was not removed."""
    return entry.state == "kept" and registers.newer(office.session, entry.id) is None


def enter(
    office: Office, register: Register, unit_id: int, values: Mapping[str, Value], before: Entry | None = None
) -> Entry:
    """The next version of `before`, which stays as it is."""
    assert office.person_id is not None
    link = next((c.name for c in register.columns if c.kind == "link"), "")
    entry = Entry(
        register_name=register.title,
        register_key=register.key,
        data=dict(values),
        unit_id=unit_id,
        on_date=date.fromisoformat(str(values[register.day.name])),
        title=heading(register, values),
        link=str(values[link]) if link in values else None,
        version=before.version + 1 if before else 1,
        replaces=before.id if before else None,
        by=office.person_id,
        at=office.now,
    )
    office.session.add(entry)
    office.session.flush()
    for file in reports.files_of_entry(office.session, before.id) if before else ():
        office.session.add(Proof(**file.model_dump(exclude={"id", "entry_id"}), entry_id=entry.id))
    verb = "correct entry" if before else "enter"
    auditing.record(office, verb, f"entry/{entry.id}", register=register.key, version=entry.version)
    linking.link(office, entry, before)
    return entry


def is_known(office: Office, register: Register, unit_id: int, values: Values, before: Entry | None) -> bool:
    """One thing is entered once, however often it is told; counts have no title to tell them apart by."""
    if not register.heading:
        return False
    day = date.fromisoformat(str(values[register.day.name]))
    found = registers.standing(office.session, register.key, (), [unit_id], day, day)
    return any(e.title == heading(register, values) and (before is None or e.id != before.id) for e in found)


def obstacle(office: Office, entry: Entry) -> str | None:
    """The code of what stands in the way of a change; the director hears of one that comes too late."""
    if not stands(office, entry):
        return "card-changed"
    if (task := linking.locked(office, entry)) is None:
        return None
    filing.ask_to_reopen(office, task)
    return "locked"


def newest(office: Office, entry: Entry) -> Entry:
    while (newer := registers.newer(office.session, entry.id)) is not None:
        entry = newer
    return entry


def remove(office: Office, entry: Entry, reason: str) -> None:
    """It stays on record, and counts no more."""
    entry.state, entry.reason = "removed", reason
    office.session.flush()
    auditing.record(office, "remove entry", f"entry/{entry.id}", register=entry.register_key)
    linking.settle_all(office, entry)


def none_of_its_own(office: Office, register: Register, unit_id: int) -> Entry | None:
    """The answer no to what a department is asked once; None where it has answered before."""
    if registers.has_any(office.session, register.key, unit_id):
        return None
    answer = next(column.name for column in register.columns if column.kind == "yes or no")
    return enter(office, register, unit_id, {register.day.name: office.today.isoformat(), answer: False})
