"""What somebody hears unasked and no ladder knows of: it waits for the card of a day, and is a line on it."""

from datetime import datetime
from typing import Any

from db.queries import outbox, people, tidings
from db.tables import Outbox, Person, Tiding
from services import daily
from services.office import Office
from services.saying import edit


def tell(office: Office, person: Person, kind: str, args: dict[str, Any], *, key: str) -> None:
    """Told once under this key; said again, the card that tells it shows it anew."""
    row = tidings.by_key(office.session, key)
    if row is None:
        row = Tiding(key=key, person_id=person.id, kind=kind, args=args, at=office.now)
        office.session.add(row)
        office.session.flush()
        _place(office, row)
    elif row.outbox_id is not None:
        edit(office, outbox.get(office.session, row.outbox_id))


def tell_director(office: Office, kind: str, args: dict[str, Any], *, key: str) -> None:
    """Each who holds that post, under a key of their own."""
    for _, director in people.holders(office.session, "director"):
        tell(office, director, kind, args, key=f"{key}/{director.id}")


def place(office: Office, limit: int) -> bool:
    """Puts on cards whatever waits for one. True where more is left."""
    found = tidings.waking(office.session, office.now, limit)
    for row in found:
        _place(office, row)
    office.session.flush()
    return len(found) == limit


def _place(office: Office, row: Tiding) -> None:
    """Today's card in office hours; tomorrow's where today's takes nothing any more, or nobody can be reached."""
    row.wake_at = office.next_hour()
    if row.wake_at > office.now:
        return
    person = people.get(office.session, row.person_id)
    if person.state == "gone":
        row.wake_at = None
        return
    card = daily.card(office, person) if person.state == "active" else None
    if card is None:
        row.wake_at = office.rules.hours.opening(office.calendar.shift(office.today, 1))
        return
    row.outbox_id, row.at, row.wake_at = card.id, office.now, None
    edit(office, card)


def undelivered(office: Office, card: Outbox, since: datetime | None = None) -> None:
    """Nobody was told by this card: what stood on it waits for another one. `since` as in reminding.undelivered."""
    for row in tidings.on_card(office.session, card.id):
        if since is None or row.at > since:
            row.outbox_id, row.wake_at = None, office.now


def next_due(office: Office) -> datetime | None:
    return tidings.next_wake(office.session, office.now)
