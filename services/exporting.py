"""A document that somebody asked for: a row of the outbox is the queue of what is to be made, and sends what was made.

Claimed without a hash it is made off the desk; then it waits again, with its hash, and is sent as any other.
"""

import dataclasses
from datetime import datetime
from typing import Any

from db.queries import notices, outbox
from db.tables import Outbox
from domain.facts import cabinet as facts
from services import auditing, cabinet, calendar, evidence, order_sheet, registers, saying
from services.office import Office

KIND = "export"


def ask(office: Office, chat_id: int, name: str, which: str) -> None:
    """Pressed once more while it is being made it is made once."""
    args = {"name": name, "which": which, "person": office.person_id}
    coming = outbox.of_kind(office.session, KIND, ("pending", "sending"))
    if not any(row.chat_id == chat_id and _asked(row) == args for row in coming):
        saying.say(office, chat_id, "export", args)


def knows(office: Office, takes: cabinet.Takes, which: str) -> bool:
    """Whether there is what a document is to be of; there may be nothing to say of it yet."""
    match takes:
        case "order":
            return order_sheet.has(office, which)
        case "code":
            return evidence.has(office, which)
        case "department":
            return calendar.has(office, which)
    return True


def _asked(row: Outbox) -> dict[str, Any]:
    """Without what was made of it."""
    return {key: row.args[key] for key in ("name", "which", "person")}


def shelf(office: Office, args: dict[str, Any], row: Outbox) -> facts.Shelf | None:
    names = cabinet.open_to(registers.seats_of(office, row.chat_id))
    return facts.Shelf(names) if names else None


def export(office: Office, args: dict[str, Any], row: Outbox) -> facts.Export | None:
    """Nothing is made, or sent, for somebody who may not have it any more."""
    if not cabinet.may(registers.seats_of(office, row.chat_id), args["name"], args["which"]):
        return None
    at = datetime.fromisoformat(args["at"]) if "at" in args else office.now
    return facts.Export(
        number=row.id,
        name=args["name"],
        which=args["which"],
        suffix=cabinet.EXPORTS[args["name"]].suffix,
        person_id=args["person"],
        today=office.rules.hours.today(at),
        at=at,
        sha256=args.get("sha256", ""),
        seal=auditing.seal(office.session) if "sha256" in args else None,
    )


def making(office: Office, args: dict[str, Any], row: Outbox) -> facts.Making:
    areas: tuple[int, ...] = ()
    if args.get("outcome") == "too-large" and not args["which"]:
        found = notices.indicators(office.session, notices.current(office.session).id)
        areas = tuple(dict.fromkeys(indicator.area for indicator in found))
    keys = ("done", "of", "outcome", "megabytes")
    return facts.Making(args["name"], areas=areas, **{key: args[key] for key in keys if key in args})


def is_being_made(office: Office, number: int, done: int, of: int) -> None:
    row = outbox.get(office.session, number)
    tell(office, row, "export-making", done=done, of=of)


def was_made(office: Office, number: int, at: datetime, sha256: str, size: int) -> None:
    """Of the records of that moment. It is sent from here on; that it was taken out of them is on the trail before it
    leaves."""
    row = outbox.get(office.session, number)
    row.args = row.args | {"sha256": sha256, "at": at.isoformat()}
    row.state, row.since = "pending", office.now
    by = dataclasses.replace(office, person_id=row.args["person"])
    record(by, row.args["name"], row.args["which"], sha256, size)
    if outbox.by_key(office.session, _key(row)):
        tell(office, row, "export-making", outcome="made")


def was_not_made(office: Office, number: int, outcome: str, megabytes: int) -> None:
    row = outbox.get(office.session, number)
    row.state, row.since = "dropped", office.now
    tell(office, row, "export-making", outcome=outcome, megabytes=megabytes)


def begin_anew(office: Office) -> None:
    """At the start: what was being made was not sent, and what lay ready is gone."""
    for row in outbox.of_kind(office.session, KIND, ("pending", "sending")):
        if row.state == "pending" or "sha256" not in row.args:
            row.args = _asked(row)
            row.state = "pending"


def record(office: Office, name: str, which: str, sha256: str, size: int) -> None:
    auditing.record(office, "export", name, which=which, sha256=sha256, size=size)


def tell(office: Office, row: Outbox, kind: str, **how: Any) -> None:
    """In one message, edited."""
    saying.say_once(
        office, row.chat_id, kind, {"name": row.args["name"], "which": row.args["which"], **how}, key=_key(row)
    )


def _key(row: Outbox) -> str:
    return f"export/{row.id}"
