"""The one card of a day for one person: whatever is said unasked stands on it."""

from db.queries import outbox, rungs, tidings
from db.tables import Outbox, Person
from services.office import Office
from services.saying import Rank, say


def card(office: Office, person: Person) -> Outbox | None:
    """The person's one card of this day; None where it stands for something else by now.

    Cards of earlier days that never left are not sent after it: this one says what they would have said.
    """
    key = f"card/{person.id}/{office.today}"
    args = {"person": person.id, "day": office.today.isoformat()}
    today = office.known.get(key) or say(
        office, person.telegram_id, "card", args, key=key, rank=Rank.REMINDER, in_hours=True
    )
    if today not in office.session.new:
        office.known[key] = today  # for as long as this turn lasts
        return today if _takes(today) else None
    office.session.flush()  # what it tells of refers to it
    for old in outbox.unsent(office.session, person.telegram_id, f"card/{person.id}/"):
        if old is not today:
            rungs.retell(office.session, old.id, today.id)
            tidings.retell(office.session, old.id, today.id)
            old.state = "dropped"
    return today


def next_card(office: Office, person: Person) -> Outbox:
    """The card of the next working day, begun today: what today's takes no more waits on it."""
    day = office.calendar.shift(office.today, 1)
    args = {"person": person.id, "day": day.isoformat()}
    key = f"card/{person.id}/{day}"
    made = say(office, person.telegram_id, "card", args, key=key, rank=Rank.REMINDER, in_hours=True)
    made.not_before = max(made.not_before, office.rules.hours.opening(day))
    office.session.flush()  # what it tells of refers to it
    return made


def _takes(card: Outbox) -> bool:
    """One that waits takes everything; one that is there takes more while it is still a list of reminders."""
    return card.state == "pending" or (card.state in ("sending", "sent") and card.kind == "card")
