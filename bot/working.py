"""One kept update is worked on: whoever it is of is let in, and the handlers are asked; or it is set aside."""

from collections.abc import Coroutine
from dataclasses import replace
from typing import Any

from telegram import Update

from bot import door, guard, reception
from bot.context import Answer, Desktop
from bot.vault.scribe import Scribe
from db.queries import people
from db.tables import Inbox
from services import saying, striking
from services.office import Office
from services.people import reachable_again


def work_on(office: Office, row: Inbox, app: Desktop, secret: bytes, scribe: Scribe | None) -> Answer | None:
    """`secret` is that of the buttons."""
    raw = row.raw
    if raw is None or door.of_outsider(raw):
        return reception.outsider(office, row.sender, raw or {})
    if scribe and (door.chat(raw) or 0) < 0:
        scribe.begin_update()  # whether it does anything decides what is kept of it
    office.said_at = door.written_at(raw)
    who = door.let_in(office.session, raw)
    if who is not None:
        office.person_id = who.person_id
        if who.state == "unreachable":
            reachable_again(office, people.get(office.session, who.person_id))
            who = replace(who, state="active")
    turn = reception.turn_of(office, raw, who)
    if turn.telegram_id == 0:
        return None
    if not reception.turned_away(turn) and reception.may_press(turn, secret):
        app.turn = turn
        finish(app.process_update(Update.de_json(raw, app.bot)))
    _forget_group(office, row, scribe)
    if who is None and not people.known(office.session, {turn.telegram_id}):
        row.raw = None  # somebody else had used the invitation before
    return turn.answer


def set_aside(office: Office, row: Inbox, scribe: Scribe | None) -> Answer | None:
    """It has done nothing; its sender is told under which reference to ask."""
    raw = row.raw or {}
    who = door.let_in(office.session, raw)
    if who is None:
        return None
    striking.strike_aside(office, who, row)
    _forget_group(office, row, scribe)
    saying.say(office, who.telegram_id, "sentence", {"code": "went-wrong", "reference": row.reference})
    number = door.pressed(raw)
    return Answer(number, who.language) if number else None


def _forget_group(office: Office, row: Inbox, scribe: Scribe | None) -> None:
    """What is said among the leaders is theirs: of it a remark alone is kept."""
    chat = door.chat(row.raw or {})
    if row.raw and chat is not None and chat < 0 and (bare := guard.framed(row.raw)) != row.raw:
        row.raw = bare
        office.session.info[striking.STRUCK] = True
        if scribe and scribe.acted:
            scribe.spare(row.update_id)


def finish(coroutine: Coroutine[Any, Any, Any]) -> None:
    """Runs it to its end without a loop: whoever awaits anything real on the desk fails at once."""
    try:
        coroutine.send(None)
    except StopIteration:
        return
    coroutine.close()
    raise RuntimeError("a handler awaited something: the desk thinks, it does not talk")
