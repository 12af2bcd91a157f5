"""What becomes of an outbox row that was claimed: sent, put off, uncertain or given up."""

import logging
from collections.abc import Collection
from datetime import timedelta
from typing import Any

from sqlalchemy.exc import OperationalError

from bot.logs import where
from bot.rendering import reference
from bot.safe import Gone
from bot.traffic import Happened, Making, Progress, Sent, WasMade, WasRead
from bot.wire import Fate
from db.queries import digests, outbox
from db.tables import Outbox
from services import (
    answered,
    auditing,
    consenting,
    exporting,
    importing,
    issuing,
    people,
    proving,
    reminding,
    rooms,
    unsure,
    watching,
)
from services.office import Office
from services.planning import look_again
from services.saying import Rank, say

log = logging.getLogger(__name__)
AGAIN = timedelta(seconds=30)  # a line that has just failed is given a moment
REPEATABLE = ("set_my_commands", "leave_chat")  # saying it twice changes nothing


def record(office: Office, outcomes: Collection[Happened]) -> None:
    """Writes down what became of sends, fetches and readings. Nearly all are messages and edits that have arrived: of
    those all is said in one statement, and in another one what a message shows now."""
    sends = {outcome.outbox_id: outcome for outcome in outcomes if isinstance(outcome, Sent)}
    arrived = {number for number, sent in sends.items() if sent.verdict.fate is Fate.SENT}
    more = outbox.changing_more(office.session, arrived)
    apart = {row.id for row in more if row.kind == outbox.INVITATION} | sends.keys() - arrived
    simply = sends.keys() - apart
    outbox.arrived(office.session, {number: sends[number].message_id for number in simply}, office.now)
    edits = [(outbox.get(office.session, row.edits), row) for row in more if row.edits and row.id in simply]
    outbox.show(office.session, [(original, _with(original, edit)) for original, edit in edits])
    for outcome in outcomes:
        if not (isinstance(outcome, Sent) and outcome.outbox_id in simply):
            _record(office, outcome)


def _record(office: Office, outcome: Happened) -> None:
    if isinstance(outcome, Sent):
        _record_send(office, outcome)
    elif isinstance(outcome, Progress):
        importing.is_being_read(office, outcome.document_id, outcome.step, outcome.seconds)
    elif isinstance(outcome, WasRead):
        _record_reading(office, outcome)
    elif isinstance(outcome, Making):
        exporting.is_being_made(office, outcome.outbox_id, outcome.done, outcome.of)
    elif isinstance(outcome, WasMade):
        _record_making(office, outcome)
    else:
        keeper = importing if outcome.of == "document" else proving
        if outcome.hash is not None:
            keeper.keep_file(office, outcome.id, outcome.hash, outcome.size or 0)
        else:
            keeper.refuse_file(office, outcome.id, outcome.refused)


def _record_making(office: Office, made: WasMade) -> None:
    if made.problem:
        exporting.was_not_made(office, made.outbox_id, made.problem, made.megabytes)
    else:
        exporting.was_made(office, made.outbox_id, made.at, made.sha256, made.size)


def _record_reading(office: Office, read: WasRead) -> None:
    try:
        importing.was_read(office, read.document_id, read.draft, read.returned, read.refused)
    except OperationalError:
        raise
    except Exception as error:  # noqa: BLE001 - one document must not hold up everything else
        log.error("document %s cannot be taken: %s", read.document_id, where(error))
        importing.give_up(office, read.document_id)


def _record_send(office: Office, sent: Sent) -> None:
    row = outbox.get(office.session, sent.outbox_id)
    verdict = sent.verdict
    row.since, row.error = office.now, verdict.error or None
    match verdict.fate:
        case Fate.SENT:
            row.state, row.message_id = "sent", sent.message_id
            _forget_link(office, row)
        case Fate.LATER | Fate.LOCKED_OUT:
            _put_off(office, row, verdict.wait)
        case Fate.MOVED:
            assert verdict.moved_to is not None
            rooms.migrated(office, row.chat_id, verdict.moved_to)
            row.chat_id = verdict.moved_to
            _put_off(office, row, timedelta(0))
        case Fate.UNREACHABLE:
            row.state = "unreachable"
            people.unreachable(office, row.chat_id)
            consenting.room_lost(office, row.chat_id)
            _somebody_else(office, row)
        case Fate.REFUSED:
            log.error("outbox row %s (%s) refused: %s", row.id, row.kind, verdict.error)
            give_up(office, row)
        case Fate.UNKNOWN:
            uncertain(office, row, AGAIN)


def _somebody_else(office: Office, row: Outbox) -> None:
    """What could not be said to one is said to the next: a card to whoever answers now, a digest to the director."""
    if row.edits is not None:
        card = outbox.get(office.session, row.edits)
        return reminding.undelivered(office, card, since=card.since)
    if row.kind == "digest" and row.chat_id < 0 and (lost := digests.get(office.session, row.args["digest"])):
        issuing.to_director(office, lost)
    reminding.undelivered(office, row)


def _forget_link(office: Office, row: Outbox) -> None:
    """It was for one pair of eyes: the records keep its hash alone."""
    if row.edits:
        original = outbox.get(office.session, row.edits)
        original.params = _with(original, row)
    row.args, row.params = {"invite": row.args["invite"], "link": ""}, None


def _with(original: Outbox, edit: Outbox) -> dict[str, Any]:
    """What a message shows once an edit of it has arrived."""
    before = {key: value for key, value in (original.params or {}).items() if key != "unsure"}
    return before | shown(edit.params or {})


def recover(office: Office) -> None:
    """What was going on when the last process ended is begun anew; what was on its way may have arrived or not."""
    watching.look_back(office)
    look_again(office)
    exporting.begin_anew(office)
    for row in outbox.sending(office.session):
        row.since, row.error = office.now, "the process ended while it was being sent"
        uncertain(office, row, timedelta(0))


def uncertain(office: Office, row: Outbox, wait: timedelta) -> None:
    """Perhaps sent. An edit repeats harmlessly, a reminder goes once more, after `wait`, and says so, an answer never.

    A digest, and a reminder that is uncertain for the second time, is for a person to look at. The trail says which
    messages may be there twice.
    """
    if row.edits is not None:  # until the next one has come nobody knows what the message shows
        original = outbox.get(office.session, row.edits)
        original.params = (original.params or {}) | {"unsure": True}
    if row.edits is not None or (row.params or {}).get("method") in REPEATABLE:
        return _put_off(office, row, wait)
    auditing.record(office, "uncertain", f"outbox/{row.id}", attempt=row.attempt)
    if row.rank in (Rank.EVENT, Rank.REMINDER) and row.attempt == 0:
        row.attempt = 1
        return _put_off(office, row, wait)
    row.state = "unknown"
    unsure.tell(office, row)


def give_up(office: Office, row: Outbox) -> None:
    """Refused for good: nothing that somebody should have heard is lost in silence."""
    row.state = "dead"
    unsure.tell(office, row)
    _apologise(office, row)


def _apologise(office: Office, row: Outbox) -> None:
    """Whoever asked something is not left without a word."""
    if row.kind == "proof" and row.error == Gone.__name__:
        answered.miss(office, row.args["proof"])
        say(office, row.chat_id, "proof-gone", row.args)
    elif row.rank == Rank.ANSWER and row.kind != "sentence" and row.chat_id > 0:
        say(office, row.chat_id, "sentence", {"code": "went-wrong", "reference": reference(row.id)})


def _put_off(office: Office, row: Outbox, wait: timedelta) -> None:
    """Later; an edit that a newer one has overtaken is not needed any more."""
    if row.edits and outbox.pending_edit(office.session, row.edits):
        row.state = "dropped"
    else:
        row.state, row.not_before = "pending", office.now + wait


def shown(call: dict[str, Any]) -> dict[str, Any]:
    """What a reader sees of a message."""
    return {key: call[key] for key in ("text", "caption", "photo", "keyboard") if key in call}
