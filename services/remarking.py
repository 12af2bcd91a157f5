"""批示: what a leader answers to a weekly report is kept, proposed to the director, and becomes a task (拟办)."""

from datetime import date, datetime

from db.queries import digests, notices, outbox, people, remarks
from db.tables import Digest, Doer, Remark, Task
from domain import remarks as words
from domain.people import Principal
from services import auditing, lifecycle, tidings
from services.following import REMARK, key_of
from services.office import Office
from services.saying import edit, say

LIMITS = (3, 5, 10)  # working days, for buttons
TITLE = 24  # signs of the leader's words
UNLOCKED = 20  # working days after the limit


def digest_of(office: Office, who: Principal, replied: int | None) -> Digest | None:
    """The weekly report that a leader replies to; nobody else's words to one are a remark."""
    if replied is None or not who.holds("leader"):
        return None
    row = outbox.of_message(office.session, who.chat_id, replied)
    return digests.get(office.session, row.args["digest"]) if row and row.kind == "digest" else None


def take(office: Office, who: Principal, digest: Digest, text: str, message_id: int) -> Remark:
    """Word for word. 圈阅 is on record and asks for nothing; the leader is answered in private."""
    row = Remark(
        digest_id=digest.id,
        by=who.person_id,
        chat_id=who.chat_id,
        message_id=message_id,
        text=text,
        at=office.now,
        state="read",
    )
    _read(office, row)
    office.session.add(row)
    office.session.flush()
    auditing.record(office, "remark", f"remark/{row.id}", digest=digest.number, state=row.state)
    if row.state == "proposed" or who.in_private:
        say(office, who.telegram_id, "remark", {"remark": row.id}, key=key_of(row.id))
    return row


def _read(office: Office, row: Remark) -> None:
    """With whose it may be and by when, where the words say so."""
    if words.is_read(row.text):
        row.state = "read"
        return
    row.state = "proposed"
    office.session.add(row)
    office.session.flush()
    put_units(office, row, _owners(office, row.text))
    row.due = words.limit(row.text, office.today, office.calendar)
    propose(office)


def _owners(office: Office, text: str) -> list[int]:
    found = people.reporting(office.session)
    named = {name: unit for unit in found for name in (unit.name, *unit.aliases)}
    asked = notices.all_requirements(office.session, notices.current(office.session).id)
    indicators = notices.indicators(office.session, notices.current(office.session).id)
    matters = {row.title: row.lead for row in indicators} | {demand.name: row.lead for row, demand in asked}
    owners = words.owners(text, named, {row.code: row.lead for row in indicators}, matters)
    return list(dict.fromkeys(named[name].id for name in owners if name in named))


def put_units(office: Office, row: Remark, unit_ids: list[int]) -> None:
    """The departments that it is for, and no others."""
    for doer in remarks.doers(office.session, row.id):
        office.session.delete(doer)
    office.session.flush()
    office.session.add_all(Doer(remark_id=row.id, unit_id=unit_id) for unit_id in unit_ids)
    office.session.flush()


def edited(office: Office, who: Principal, message_id: int, text: str) -> bool:
    """What a leader has changed in a remark is what it says, as long as nothing was done on it. False where the
    message is no remark."""
    row = remarks.of_message(office.session, who.chat_id, message_id)
    if row is None or row.by != who.person_id:
        return False
    if row.state in ("read", "proposed"):
        row.text, row.rev = text, row.rev + 1
        _read(office, row)
        auditing.record(office, "remark changed", f"remark/{row.id}", state=row.state)
        say(office, who.telegram_id, "remark", {"remark": row.id}, key=key_of(row.id))
        _show_anew(office, row)
    else:
        say(office, who.telegram_id, "sentence", {"code": "remark-given-already"})
    return True


def propose(office: Office) -> None:
    """What waits for the director stands on the card of every working day, until it is decided."""
    tidings.tell_director(office, "remarks-waiting", {"day": office.today.isoformat()}, key=f"remarks/{office.today}")


def remind(office: Office) -> None:
    if remarks.proposed(office.session):
        propose(office)


def next_due(office: Office) -> datetime | None:
    if not remarks.proposed(office.session):
        return None
    return office.rules.hours.opening(office.calendar.shift(office.today, 1))


def waiting(office: Office, remark_id: int, rev: int | None = None) -> Remark | None:
    """One that is not decided yet, and is as it was shown."""
    row = remarks.get(office.session, remark_id)
    if row is None or row.state != "proposed" or rev not in (None, row.rev):
        return None
    return row


def put(office: Office, row: Remark, due: date) -> None:
    """By when."""
    row.due, row.rev = due, row.rev + 1


# what the director's buttons do; each gives back the code of what came of it, if something is to be said


def put_unit(office: Office, remark_id: int, rev: int, unit_id: int, *, beside: bool = False) -> str | None:
    """That department instead of others, or `beside` them."""
    row = waiting(office, remark_id, rev)
    if row is None or not people.has_contact_post(office.session, unit_id):
        return "card-changed"
    others = [doer.unit_id for doer in remarks.doers(office.session, row.id)] if beside else []
    put_units(office, row, list(dict.fromkeys([*others, unit_id])))
    row.rev += 1
    return None


def put_days(office: Office, remark_id: int, rev: int, days: int) -> str | None:
    row = waiting(office, remark_id, rev)
    if row is None or days not in LIMITS:
        return "card-changed"
    put(office, row, office.calendar.shift(office.today, days))
    return None


def give(office: Office, remark_id: int, rev: int) -> str:
    """It is confirmed: from now on it is a task of each department."""
    row = waiting(office, remark_id, rev)
    if row is None:
        return "card-changed"
    doers = remarks.doers(office.session, row.id)
    if not doers:
        return "remark-whose"
    if row.due is None:
        return "remark-when"
    if row.due < office.today:
        return "remark-past"
    opens = office.calendar.on_or_after(office.rules.hours.today(office.next_hour()))
    row.due = max(row.due, opens)
    for doer in doers:
        doer.task_id = _task(office, row, doer.unit_id, opens, row.due).id
    _decide(office, row, "given", [doer.task_id for doer in doers])
    return "remark-given"


def _task(office: Office, row: Remark, unit_id: int, opens: date, due: date) -> Task:
    task = Task(
        unit_id=unit_id,
        cadence=REMARK,
        form="words",
        title=f"{office.rules.title(REMARK)}：{words.headline(row.text, TITLE)}",
        period=office.today.isoformat(),
        opens=opens,
        due=due,
        locks=office.calendar.shift(due, UNLOCKED),
        wake_at=office.now,
    )
    office.session.add(task)
    office.session.flush()
    lifecycle.hold(office, task)
    return task


def drop(office: Office, row: Remark, reason: str) -> None:
    """It was only read, the director says, and why."""
    row.reason = reason
    _decide(office, row, "dropped", [])


def _decide(office: Office, row: Remark, state: str, given: list[int | None]) -> None:
    row.state, row.decided_by, row.decided_at, row.rev = state, office.person_id, office.now, row.rev + 1
    auditing.record(office, "decide remark", f"remark/{row.id}", state=state, tasks=given, reason=row.reason)
    _show_anew(office, row)


def _show_anew(office: Office, row: Remark) -> None:
    if said := outbox.by_key(office.session, key_of(row.id)):
        edit(office, said)
