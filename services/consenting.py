"""双人办理: what would change the office itself, the notice or the leading group's chat needs two of the office.

One asks, all others of the office hear of it on their cards, and the first who agrees does it in the asker's name.
Where nobody else is there it is done on the server.
"""

import dataclasses
from typing import Any

from db.queries import consents, documents, notices, outbox, people
from db.tables import Consent, Outbox
from domain import consent as rule
from domain.facts import consent as facts
from services import auditing, peopling, releasing, reviewers, rooms, succession, tidings
from services import people as seats
from services.office import Office
from services.saying import edit


def seat(office: Office, invite_id: int) -> str | None:
    """The subject, where a seat of the office would pass by this claim. An invitation made on the server has
    its second one already."""
    row = people.invite(office.session, invite_id)
    if row is None or row.by is None or row.claimed_by is None or row.settled_at:
        return None
    post = people.post(office.session, row.post_id)
    assert post is not None
    along = succession.go_along(office, post, people.holder(office.session, post.id))
    return str(row.id) if rule.changes_the_office([one.role for one in (post, *along)]) else None


def notice(office: Office, document_id: int, rev: int) -> str | None:
    """The subject, where one that is at work would be replaced."""
    standing = notices.current(office.session)
    return None if standing.given_on is None else f"{document_id}-{rev}-{standing.id}"


def room(office: Office, chat_id: int) -> str | None:
    """The subject, where another group would have what one has, or had until the bot was put out of it."""
    last = people.last_room(office.session, rooms.LEADING)
    return None if last is None or last.chat_id == chat_id else str(chat_id)


def of_office(office: Office) -> dict[int, Any]:
    """Whoever sits in the office, each once."""
    return {person.id: person for _, person in reviewers.office_seats(office)}


def ask(office: Office, kind: rule.Kind, subject: str, on: Outbox | None) -> str:
    """The word for who asked, on this message."""
    assert office.person_id is not None
    row, known = consents.about(office.session, kind, subject), True
    if row is None:
        shown = on.id if on else None
        row = Consent(kind=kind, subject=subject, outbox_id=shown, by=office.person_id, at=office.now)
        known = False
        office.session.add(row)
        office.session.flush()
        auditing.record(office, "ask consent", f"consent/{row.id}", kind=kind, about=subject)
    everybody = of_office(office)
    for person_id in everybody.keys() - {row.by}:
        _tell(office, row, person_id)
    if rule.is_alone(row.by, everybody):
        return "consent-alone"
    return "consent-waits" if known else "consent-asked"


def _tell(office: Office, row: Consent, person_id: int) -> None:
    person = people.get(office.session, person_id)
    tidings.tell(office, person, "consent", {"consent": row.id}, key=f"consent/{row.id}/{person_id}")


def agree(office: Office, consent_id: int, *, here: bool = False) -> str:
    """Done as it was asked for, or not at all where anything has changed since. `here` is on the server."""
    row = consents.get(office.session, consent_id)
    if row is None or row.state != "asked":
        return "claim-settled"
    if not here and not rule.may_agree(row.by, office.person_id or 0, of_office(office)):
        return "consent-own" if office.person_id == row.by else "only-office"
    _decide(office, row, "agreed")
    if not DO[row.kind](dataclasses.replace(office, person_id=row.by), row.subject):
        row.state = "lapsed"
    _settled(office, row)
    return "consent-given" if row.state == "agreed" else "overtaken"


def refuse(office: Office, consent_id: int, *, here: bool = False) -> str:
    """Whoever asked may take it back too."""
    row = consents.get(office.session, consent_id)
    if row is None or row.state != "asked":
        return "claim-settled"
    if not here and office.person_id not in of_office(office):
        return "only-office"
    _decide(office, row, "refused")
    _settled(office, row)
    return "refused"


def room_lost(office: Office, chat_id: int) -> None:
    """The bot was put out of a group: nobody agrees any more to what nobody would read."""
    rooms.lost(office, chat_id)
    row = consents.about(office.session, "room", str(chat_id))
    if row is None:
        return
    row.state, row.decided_at = "lapsed", office.now
    auditing.record(office, "consent lapsed", f"consent/{row.id}", asked_by=row.by)
    _settled(office, row)


def _decide(office: Office, row: Consent, state: str) -> None:
    row.state, row.decided_by, row.decided_at = state, office.person_id, office.now
    auditing.record(office, "agree" if state == "agreed" else "refuse consent", f"consent/{row.id}", asked_by=row.by)


def _settled(office: Office, row: Consent) -> None:
    """Who asked and did not press hears what came of it; wherever it stood it asks no more."""
    office.session.flush()
    if row.outbox_id is not None:
        edit(office, outbox.get(office.session, row.outbox_id))
    for person_id in {*of_office(office), row.by} - {office.person_id}:
        _tell(office, row, person_id)


def _take_seat(office: Office, subject: str) -> bool:
    return seats.settle(office, int(subject), True)


def _publish(office: Office, subject: str) -> bool:
    document_id, rev, standing = (int(part) for part in subject.split("-"))
    row = documents.get(office.session, document_id)
    same = row is not None and (row.state, row.rev, releasing.standing(office)) == ("read", rev, standing)
    if row is None or not same or releasing.stands_in_the_way(office, row):
        return False
    releasing.publish(office, row)
    return True


def _bind(office: Office, subject: str) -> bool:
    rooms.bind(office, int(subject))
    return True


DO = {"seat": _take_seat, "notice": _publish, "room": _bind}


# as messages show it


def shown(office: Office, args: dict[str, Any], row: Outbox) -> facts.Consent | None:
    """For the office alone."""
    found = consents.get(office.session, args["consent"])
    reader = people.by_telegram(office.session, row.chat_id)
    if found is None or reader is None or reader.id not in of_office(office):
        return None
    return fact(office, found)


def fact(office: Office, row: Consent) -> facts.Consent:
    by = peopling.title(office, people.get(office.session, row.by))
    found = facts.Consent(row.id, row.kind, row.state, by)
    if row.kind == "seat" and (claim := peopling.claimed(office, int(row.subject))):
        number, holder = claim.telegram_id, claim.holder
        return dataclasses.replace(found, post=claim.title, name=claim.name, telegram_id=number, holder=holder)
    if row.kind == "notice" and (document := documents.get(office.session, int(row.subject.partition("-")[0]))):
        if row.state != "asked" or document.state != "read" or releasing.stands_in_the_way(office, document):
            return found
        change = releasing.change(office, document)
        return dataclasses.replace(found, number=change.number, departments=change.departments)
    return found
