"""What may go out now is claimed: rendered from the records of this moment, and written down before it leaves."""

import logging
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy.exc import OperationalError

from bot.logs import where
from bot.pace import Pace
from bot.rendering import Renderer
from bot.settling import give_up, shown
from bot.traffic import Fetch, Of, Reading, Round, Send
from db.queries import documents, outbox, reports
from db.tables import Outbox
from services import ahead, importing
from services.office import Office

log = logging.getLogger(__name__)


def round_of(
    office: Office,
    renderer: Renderer,
    pace: Pace,
    flying: Collection[int],
    fetching: Collection[tuple[Of, int]],
    reading: Collection[int],
    free: int,
) -> tuple[Round, list[Outbox]]:
    """What may go, be fetched and be read by what is known now, and the rows that left the queue."""
    now = office.now
    rows = outbox.due(office.session, now, {*flying, *pace.busy(now)}, min(free, pace.room(now)))
    found = claim(office, renderer, rows)
    for send in found:
        if send.counts and not send.wanted:
            pace.take(send.chat_id, now)
    sends, makings = [one for one in found if not one.wanted], [one for one in found if one.wanted]
    fetches = [one for one in _fetches(office, free) if one.key not in fetching]
    readings = [] if reading or not free else _readings(office)
    wake = min((t for t in (outbox.next_due(office.session), pace.next_free(now)) if t and t > now), default=None)
    return Round(sends, fetches, readings, makings, wake), rows


def claim(office: Office, renderer: Renderer, rows: Sequence[Outbox]) -> list[Send]:
    """They are on their way, as they are rendered now. A view that raises makes a row dead, one that is silent drops
    it."""
    held = ahead.of_messages(office.session, rows)
    calls = [(row, call) for row in rows if (call := _call(office, renderer, row)) is not None]
    del held
    # of a file the facts go to the sending side alone
    params = [(row, {key: value for key, value in call.items() if key != "document"}) for row, call in calls]
    outbox.claim(office.session, params, office.now)
    return [Send(row.id, row.chat_id, call) for row, call in calls]


def _call(office: Office, renderer: Renderer, row: Outbox) -> dict[str, Any] | None:
    original = outbox.get(office.session, row.edits) if row.edits else None
    try:
        with office.session.no_autoflush:
            call = None if original and original.message_id is None else renderer.call(office, row, original)
    except OperationalError:  # it is the records that fail, not this row: the whole round is done again
        raise
    except Exception as error:  # noqa: BLE001 - one row must not hold up the others
        log.error("outbox row %s (%s) cannot be rendered: %s", row.id, row.kind, where(error))
        row.since, row.error = office.now, type(error).__name__
        give_up(office, row)
        return None
    if call is None or (original and _is_as_shown(original, call)):
        row.since, row.state = office.now, "dropped"
        return None
    return call


def _is_as_shown(original: Outbox, call: dict[str, Any]) -> bool:
    """An edit that changes nothing; what it does not speak of stays."""
    params = original.params or {}
    before = shown(params)
    return not params.get("unsure") and before | shown(call) == before


def _fetches(office: Office, free: int) -> list[Fetch]:
    proofs = reports.wanted(office.session, office.now, free)
    papers = documents.wanted(office.session, office.now, free)
    return [
        *(Fetch("proof", p.id, p.file_id) for p in proofs),
        *(Fetch("document", d.id, d.file_id or "") for d in papers),
    ]


def _readings(office: Office) -> list[Reading]:
    """One at a time: it may take all there is."""
    kept = importing.to_read(office)
    return [Reading(kept.id, kept.hash or "", kept.name, importing.known(office))] if kept else []
