"""Weekly reports that were issued, as they are read: the newest, and those of years ago."""

from typing import Any

from db.queries import digests
from db.tables import Digest, Outbox
from domain.facts import digest as facts
from services import frozen, issuing, peopling, previewing, remarks
from services.office import Office


def issue(office: Office, args: dict[str, Any], message: Outbox) -> facts.Issue | None:
    """With `shelf` the reader may page."""
    row = digests.get(office.session, args["digest"])
    if row is None or row.number is None:
        return None
    if message.key == issuing.key_of(row) and message.state == "pending":
        issuing.review(office, row)  # Telegram may have been away since it was issued
    directs = peopling.directs(office, message.chat_id)
    newer = digests.newer(office.session, row.number)
    older = digests.older(office.session, row.number)
    shelf, draft = bool(args.get("shelf")), previewing.waiting(office)
    return facts.Issue(
        digest=frozen.read(row),
        to_director=bool(args.get("to_director")),
        read=remarks.readers(office, row.id) if directs else (),
        older=older.number if older and shelf else None,
        newer=newer.number if newer and shelf else None,
        issued_on=office.rules.hours.today(row.issued_at) if newer and row.issued_at else None,
        draft=draft.id if draft and shelf and directs else None,
    )


def ready(office: Office, args: dict[str, Any], message: Outbox) -> facts.Ready | None:
    """The newest one alone."""
    last = digests.last_issued(office.session)
    return facts.Ready(last.id, last.number) if last and last.number and last.id == args["digest"] else None


def last(office: Office) -> Digest | None:
    return digests.last_issued(office.session)


def numbered(office: Office, number: int) -> Digest | None:
    return digests.of_number(office.session, number)
