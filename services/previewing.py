"""The draft of the weekly report before the director, who issues it at once, holds it or adds a remark."""

import dataclasses
from datetime import datetime, timedelta
from typing import Any

from db.queries import digests, outbox, people
from db.tables import Digest, Outbox
from domain.facts import digest as facts
from services import auditing, frozen, issuing, omitting, peopling, tidings, weeks
from services.office import Office
from services.saying import Rank, edit, say

EVENING = timedelta(hours=1)  # after the cut-off, in which the draft still goes out by itself


def show(office: Office, row: Digest) -> None:
    """At the cut-off, to who directs then. A bot that was off calls nobody in the night for it: /digest has it."""
    found = people.holders(office.session, "director")
    if found and office.now <= frozen.read(row).cut_off + EVENING:
        person = found[0][1]  # whoever acts before the one who is away
        say(
            office,
            person.telegram_id,
            "digest-draft",
            {"digest": row.id},
            key=f"{_prefix(row)}{person.id}",
            rank=Rank.EVENT,
        )


def show_again(office: Office, digest_id: int, chat_id: int) -> str | None:
    """Asked for: below, where the reader is."""
    row = digests.get(office.session, digest_id)
    if row is None:
        return "digest-none"
    say(office, chat_id, "digest-draft", {"digest": row.id}, key=f"{_prefix(row)}{chat_id}/{office.turn}")
    return None


def refresh(office: Office, row: Digest) -> None:
    """Wherever it stands it shows what it is now; what has not come by now does not come after it."""
    for shown in outbox.under(office.session, _prefix(row)):
        if shown.state == "pending" and _is_too_late(office, row, shown):
            shown.state = "dropped"
        else:
            edit(office, shown)


def _prefix(row: Digest) -> str:
    return f"digest-draft/{row.week}/"


def waiting(office: Office) -> Digest | None:
    """The newest draft."""
    return max(digests.waiting(office.session), key=lambda row: row.week, default=None)


# what the director's buttons do; each gives back the code of what came of it


def obstacle(row: Digest | None, rev: int | None = None) -> str | None:
    """Why nothing more can be done to it. Without `rev` it may have changed since it was shown."""
    if row is None:
        return "digest-none"
    if row.state == "dropped":
        return "digest-overtaken"
    if row.state == "issued":
        return "digest-is-issued"
    return "card-changed" if rev not in (None, row.rev) else None


def obstacle_to(office: Office, digest_id: int, rev: int) -> str | None:
    return obstacle(digests.get(office.session, digest_id), rev)


def issue(office: Office, digest_id: int, rev: int) -> str:
    row = digests.get(office.session, digest_id)
    if problem := obstacle(row, rev):
        return problem
    assert row is not None
    issuing.issue(office, row)
    refresh(office, row)
    return "digest-issued" if office.next_hour() == office.now else "digest-issued-later"


def hold(office: Office, digest_id: int, rev: int) -> str:
    row = digests.get(office.session, digest_id)
    if row is not None and row.state == "held":
        return "digest-is-held"
    if problem := obstacle(row, rev):
        return problem
    assert row is not None
    row.state = "held"
    auditing.record(office, "hold digest", f"digest/{row.number}", week=row.week)
    changed(office, row)
    return "digest-held"


def unnote(office: Office, digest_id: int, rev: int) -> str:
    row = digests.get(office.session, digest_id)
    if problem := obstacle(row, rev):
        return problem
    assert row is not None
    note(office, row, "")
    return "digest-bare"


def relist(office: Office, digest_id: int, rev: int, task_id: int) -> str:
    """A row that was left out."""
    row = digests.get(office.session, digest_id)
    if problem := obstacle(row, rev):
        return problem
    assert row is not None
    if not omitting.put_back(office, row, task_id):
        return "digest-row-gone"
    changed(office, row)
    return "digest-relisted"


def note(office: Office, row: Digest, text: str) -> None:
    """按: one line above the figures; an empty one takes it away."""
    frozen.keep(row, dataclasses.replace(frozen.read(row), note=text))
    auditing.record(office, "note on digest", f"digest/{row.number}", week=row.week, text=text)
    changed(office, row)


def changed(office: Office, row: Digest) -> None:
    row.rev += 1
    office.session.flush()
    refresh(office, row)


# one that is held


def remind(office: Office) -> None:
    """On the director's card of every working day until it is issued."""
    for row in digests.held(office.session):
        args = {"digest": row.id, "day": office.today.isoformat()}
        tidings.tell_director(office, "digest-held", args, key=f"digest-held/{office.today}")


def next_due(office: Office) -> datetime | None:
    if not digests.held(office.session):
        return None
    return office.rules.hours.opening(office.calendar.shift(office.today, 1))


# as messages show it


def draft(office: Office, args: dict[str, Any], message: Outbox) -> facts.Draft | None:
    """Nothing for one who directs no more."""
    row = digests.get(office.session, args["digest"])
    if row is None or _is_too_late(office, row, message) or not peopling.directs(office, message.chat_id):
        return None
    found = frozen.read(row)
    waits = obstacle(row) is None
    return facts.Draft(
        digest_id=row.id,
        rev=row.rev,
        state=row.state,
        digest=issuing.reviewed(office, found, issuing.day_of(office, row)) if waits else found,
        at=row.issued_at or weeks.issue_at(office, row.week),
        rows=len(omitting.rows(office, row)) if waits else 0,
        seal=auditing.seal(office.session),
    )


def _is_too_late(office: Office, row: Digest, message: Outbox) -> bool:
    """One that could not be delivered in the evening comes neither in the night nor after the issue."""
    unasked = message.rank != Rank.ANSWER and message.edits is None
    return unasked and office.now > row.frozen_at + EVENING


def held(office: Office, args: dict[str, Any], message: Outbox) -> facts.Ready | None:
    """Nothing once it is issued; each day's card has its own line."""
    row = digests.get(office.session, args["digest"])
    if row is None or row.state != "held" or row.number is None or args["day"] != message.args["day"]:
        return None
    return facts.Ready(row.id, row.number)
