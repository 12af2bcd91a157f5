"""What came in becomes rows: of an outsider hardly more than the number, of the office what the guard leaves."""

import logging
from collections.abc import Collection
from typing import Any

from sqlalchemy.exc import DataError, IntegrityError, StatementError
from sqlmodel import Session

from bot import door, guard
from bot.legible import legible
from db.queries import inbox, people
from services.office import Office
from services.people import can_claim
from services.striking import STRUCK

OF_WHAT_CAME = (
    DataError,
    IntegrityError,
    ArithmeticError,
    LookupError,
    TypeError,
    ValueError,
    AttributeError,
    RecursionError,
)
log = logging.getLogger(__name__)
Row = dict[str, Any]  # of the table Inbox


def numbered(raws: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Those that can be told apart."""
    found = [raw for raw in raws if door.number(raw) is not None]
    if len(found) < len(raws):
        log.error("%s updates without a number are passed over", len(raws) - len(found))
    return found


def keep(office: Office, raws: list[dict[str, Any]]) -> list[Row]:
    """The rows that are new; whatever came before is left out."""
    senders = {telegram_id for raw in raws if (telegram_id := door.sender(raw))}
    known = people.known(office.session, senders)
    present = inbox.present(office.session, [raw["update_id"] for raw in raws])
    rows = []
    for raw in raws:
        if raw["update_id"] in present:
            continue
        present.add(raw["update_id"])
        rows.append(_row(office, raw, known))
    for album in {album for row in rows if (album := door.album(row["raw"] or {}))}:
        _drop_marked(office.session, album, rows)
    inbox.add(office.session, rows)
    return rows


def is_of_the_records(error: Exception) -> bool:
    """Or of the machine, rather than of what was to be written: it is asked for again, and kept then."""
    # what no statement can be made of is no error of the database's
    return not isinstance(error, OF_WHAT_CAME) and type(error) is not StatementError


def _row(office: Office, raw: dict[str, Any], known: Collection[int]) -> Row:
    sender, token = door.sender(raw), door.claimed_token(raw)
    row = {"update_id": raw["update_id"], "sender": sender, "kept_at": office.now, "state": "new", "raw": None}
    try:
        raw = legible(raw)
        if sender in known or (token is not None and can_claim(office, token)):
            row["raw"] = guard.black_out(raw)
        else:
            row |= {"raw": door.outside(raw), "sender": sender if door.chat(raw) == sender else None}
    except Exception as error:  # noqa: BLE001 - what cannot be looked through must not be stored, nor stop the others
        log.error("update %s cannot be read (%s)", raw["update_id"], type(error).__name__)
        row["state"] = "aside"
    return row


def _drop_marked(session: Session, album: str, rows: list[Row]) -> None:
    """A mark of secrecy stands under one page of an album, and Telegram brings each page by itself."""
    before = [page for page in inbox.of_album(session, album) if page.raw]
    new = [row for row in rows if door.album(row["raw"] or {}) == album]
    if not any(guard.is_marked(raw) for raw in [*(page.raw for page in before), *(row["raw"] for row in new)] if raw):
        return
    for page in before:
        page.raw = guard.emptied(page.raw or {})
        session.info[STRUCK] = True
    for row in new:
        row["raw"] = guard.emptied(row["raw"])
