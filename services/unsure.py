"""Messages of which nobody knows whether they arrived, or that Telegram refused: the director settles each of them.

The director is told at once and, until it is settled, by a line on the card of every working day.
"""

from datetime import datetime
from typing import Any

from db.queries import outbox, people
from db.tables import Outbox
from domain.facts import people as facts
from services import auditing, peopling, reminding, tidings
from services.office import Office
from services.saying import Rank, say

STATES = ("unknown", "dead")  # perhaps sent, or refused by Telegram
SHOWN = 5


def tell(office: Office, row: Outbox) -> None:
    """Nothing that somebody should have heard is lost in silence."""
    if row.edits is not None or row.rank == Rank.ANSWER or row.kind in outbox.UNMISSED:
        return
    for _, director in people.holders(office.session, "director"):
        say(
            office,
            director.telegram_id,
            "uncertain",
            {"outbox": row.id},
            key=f"uncertain/{row.id}/{row.attempt}",
            rank=Rank.EVENT,
            in_hours=True,
        )


# what the director does about it; False where it is settled already


def again(office: Office, outbox_id: int) -> bool:
    row = _waiting(office, outbox_id, "say again")
    if row is not None:
        row.state, row.not_before, row.attempt = "pending", office.now, row.attempt + 1
    return row is not None


def arrived(office: Office, outbox_id: int) -> bool:
    """Somebody has seen that it is there."""
    row = _waiting(office, outbox_id, "seen")
    if row is not None:
        row.state = "sent"
    return row is not None


def drop(office: Office, outbox_id: int) -> bool:
    """It is not said any more; what stood on a card stands on the next one."""
    row = _waiting(office, outbox_id, "not again")
    if row is not None:
        row.state = "dropped"
        reminding.undelivered(office, row)
    return row is not None


def _waiting(office: Office, outbox_id: int, verb: str) -> Outbox | None:
    row = outbox.get(office.session, outbox_id)
    if row.state not in STATES:
        return None
    row.since = office.now
    auditing.record(office, verb, f"outbox/{row.id}")
    return row


# on the card of every working day until it is settled


def remind(office: Office) -> None:
    if outbox.unsure(office.session):
        tidings.tell_director(office, "unsure", {"day": office.today.isoformat()}, key=f"unsure/{office.today}")


def next_due(office: Office) -> datetime | None:
    if not outbox.unsure(office.session):
        return None
    return office.rules.hours.opening(office.calendar.shift(office.today, 1))


# as messages show it


def one(office: Office, args: dict[str, Any], message: Outbox) -> facts.Uncertain:
    return _shown(office, outbox.get(office.session, args["outbox"]))


def line(office: Office, args: dict[str, Any], message: Outbox) -> facts.Unsure | None:
    """Nothing once they are settled; each day's card has its own line."""
    found = outbox.unsure(office.session)
    return facts.Unsure(len(found)) if found and args["day"] == message.args["day"] else None


def page(office: Office, args: dict[str, Any], message: Outbox) -> facts.Unsettled | None:
    """Nothing for one who directs no more."""
    if not peopling.directs(office, message.chat_id):
        return None
    found = outbox.unsure(office.session)
    return facts.Unsettled(tuple(_shown(office, row) for row in found[:SHOWN]), len(found))


def _shown(office: Office, row: Outbox) -> facts.Uncertain:
    person = people.by_telegram(office.session, row.chat_id)
    to = peopling.title(office, person) if person else ""
    return facts.Uncertain(row.id, to, row.since, refused=row.state == "dead", settled=row.state not in STATES)
