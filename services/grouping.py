"""Groups of departments (各部门, 派出法庭): who belongs to one, who convenes it, and the director's word for it."""

from datetime import datetime
from typing import Any

from db.queries import groups, notices, people
from db.tables import Member, Outbox, Unit
from domain.facts import staffing as facts
from services import auditing, peopling, sharing
from services.charging import departments
from services.office import Office


def confirm(office: Office, group_id: int) -> str | None:
    """The list stands as the director has seen it; what stands in the way, if something does."""
    group = people.unit(office.session, group_id)
    if not _members(office, group):
        return "group-empty"
    if leads(office, group) and _convenor(office, group) is None:
        return "group-no-convenor"
    group.confirmed_at, group.confirmed_by = office.now, office.person_id
    auditing.record(office, "confirm group", f"unit/{group.id}", members=[unit.id for unit in _members(office, group)])
    return None


def add(office: Office, group_id: int, unit_id: int) -> None:
    """From today on. Whoever left today comes back as if nothing had been."""
    if groups.member(office.session, group_id, unit_id, office.today):
        return
    _begin(office, group_id, unit_id, convenor=False)
    _changed(office, group_id, "join group", unit_id)


def remove(office: Office, group_id: int, unit_id: int) -> str | None:
    """From today on. Whoever convenes a group that leads stays until somebody else does."""
    row = groups.member(office.session, group_id, unit_id, office.today)
    if row is None:
        return None
    if row.convenor and leads(office, people.unit(office.session, group_id)):
        return "convenor-first"
    row.until = office.today
    _changed(office, group_id, "leave group", unit_id)
    return None


def convene(office: Office, group_id: int, unit_id: int) -> None:
    """This department answers where the group leads, from today on, and belongs to it."""
    before = _convenor(office, people.unit(office.session, group_id))
    if before is not None and before.id == unit_id:
        return
    if before is not None:
        _begin(office, group_id, before.id, convenor=False)
    _begin(office, group_id, unit_id, convenor=True)
    _changed(office, group_id, "convene group", unit_id)


def _begin(office: Office, group_id: int, unit_id: int, *, convenor: bool) -> None:
    """A row from today on, in place of the one before; of one day there is one row, and what was said last."""
    before = groups.member(office.session, group_id, unit_id, office.today)
    today = groups.member_since(office.session, group_id, unit_id, office.today)
    if today is not None:
        today.until, today.convenor = None, convenor
    else:
        if before is not None:
            before.until = office.today
        office.session.add(Member(group_id=group_id, unit_id=unit_id, since=office.today, convenor=convenor))
    office.session.flush()


def _changed(office: Office, group_id: int, verb: str, unit_id: int) -> None:
    """What was confirmed was another list."""
    office.session.flush()
    group = people.unit(office.session, group_id)
    group.confirmed_at = group.confirmed_by = None
    auditing.record(office, verb, f"unit/{group_id}", unit=unit_id)
    sharing.share_out(office, group)


def leads(office: Office, group: Unit) -> bool:
    return bool(_codes(office, group).lead)


def _members(office: Office, group: Unit) -> list[Unit]:
    return people.members(office.session, group.id, office.today)


def _convenor(office: Office, group: Unit) -> Unit | None:
    found = people.members(office.session, group.id, office.today, convenor=True)
    return found[0] if found else None


def _codes(office: Office, group: Unit) -> facts.Codes:
    """The indicators in which the notice names the group."""
    rows = notices.indicators(office.session, notices.current(office.session).id)
    return facts.Codes(
        lead=tuple(row.code for row in rows if row.lead == group.name),
        responsible=tuple(row.code for row in rows if group.name in row.responsible),
        files=tuple(row.code for row in rows if row.files == group.name),
    )


def all_groups(office: Office, args: dict[str, Any], row: Outbox) -> facts.Groups:
    found = [(unit, len(_members(office, unit))) for unit in groups.groups(office.session)]
    return facts.Groups(tuple((unit.id, unit.name, n, unit.confirmed_at is not None) for unit, n in found))


def group(office: Office, args: dict[str, Any], row: Outbox) -> facts.Group:
    unit = people.unit(office.session, args["group"])
    convenor = _convenor(office, unit)
    return facts.Group(
        group_id=unit.id,
        name=unit.name,
        members=tuple(member.name for member in _members(office, unit)),
        convenor=convenor.name if convenor else None,
        codes=_codes(office, unit),
        confirmed=_confirmed(office, unit),
    )


def _confirmed(office: Office, unit: Unit) -> tuple[str, datetime] | None:
    if unit.confirmed_at is None or unit.confirmed_by is None:
        return None
    return peopling.title_on(office, unit.confirmed_by, unit.confirmed_at, ("director",)), unit.confirmed_at


def members(office: Office, args: dict[str, Any], row: Outbox) -> facts.Members:
    """Every department of the house, in the group or not."""
    unit = people.unit(office.session, args["group"])
    inside = {member.id for member in _members(office, unit)}
    found = tuple((one.id, one.name, one.id in inside) for one in departments(office))
    return facts.Members(unit.id, unit.name, found)


def convenors(office: Office, args: dict[str, Any], row: Outbox) -> facts.Choice:
    unit = people.unit(office.session, args["group"])
    now = _convenor(office, unit)
    found = tuple((member.id, member.name) for member in _members(office, unit))
    return facts.Choice(unit.id, unit.name, found, now.id if now else None)
