"""An entry of a register is told in words and by buttons, and looked at before it counts; so are its end and reason.

What is being told is a request in state draft, one a person: `subject` is the register's key, or key/entry for one that
is corrected or removed, `data` has the columns, `asking` is the column that it waits for.
"""

import json
import zlib
from dataclasses import dataclass

from db.queries import registers
from db.tables import Entry, Request
from domain.people import Principal
from domain.privacy import BLACK, legible
from domain.register_lines import read
from domain.register_values import Problem
from domain.registers import Column, Register, Value, Values, missing
from services import entries, striking
from services import registers as shelf
from services.office import Office

Telling = Request  # what is being told, or removed
REASON = "reason"
REASON_AT_MOST = 300  # signs, as of any decision


@dataclass(frozen=True)
class Taken:
    """What was not understood of an answer; `refused` says why nothing of it was kept."""

    problem: Problem | None = None
    left: str = ""
    refused: str | None = None


# begun


def begin(office: Office, register: Register, unit_id: int) -> Request:
    """Whoever enters what is asked once has it."""
    has = {column.name: True for column in register.columns if register.once and column.kind == "yes or no"}
    return _draft(office, registers.NEW, register.key, unit_id, has)


def correct(office: Office, entry: Entry) -> Request | str:
    """The code of what stands in the way, where something does."""
    if problem := entries.obstacle(office, entry):
        return problem
    return _draft(office, registers.NEW, f"{entry.register_key}/{entry.id}", entry.unit_id, entry.data)


def remove(office: Office, entry: Entry) -> Request | str:
    if problem := entries.obstacle(office, entry):
        return problem
    request = _draft(office, registers.REMOVAL, f"{entry.register_key}/{entry.id}", entry.unit_id, {})
    request.asking = REASON
    return request


def _draft(office: Office, kind: str, subject: str, unit_id: int, values: Values) -> Request:
    """Whatever else this person had begun is dropped."""
    assert office.person_id is not None
    while (old := registers.draft(office.session, office.person_id)) is not None:
        old.state = "dropped"
        office.session.flush()
    request = Request(
        kind=kind, subject=subject, data=dict(values), to_unit_id=unit_id, by=office.person_id, at=office.now
    )
    office.session.add(request)
    office.session.flush()
    _look(office, request)
    return request


def of_mine(office: Office, who: Principal, request_id: int) -> Request | None:
    """The draft of this person, who still answers for its department."""
    request = registers.request(office.session, request_id)
    if request is None or request.by != who.person_id or request.state != "draft" or not who.in_private:
        return None
    register = register_of(office, request)
    return request if register and request.to_unit_id in shelf.adds_for(office, who.seats, register) else None


def register_of(office: Office, request: Request) -> Register | None:
    return shelf.of_key(office, request.subject.partition("/")[0])


def entry_of(office: Office, request: Request) -> Entry | None:
    """The one that is corrected or removed."""
    number = request.subject.partition("/")[2]
    return registers.entry(office.session, int(number)) if number else None


def rev(request: Request) -> int:
    """Of what it says now: a card that shows something else is stale."""
    state = json.dumps(
        [request.state, request.asking, request.reason, request.data], ensure_ascii=False, sort_keys=True
    )
    return zlib.crc32(state.encode()) & 0xFFFFFF


# told


def take(office: Office, who: Principal, request: Request, text: str, message_id: int) -> Taken:
    """Of a register of mere counts nothing is taken from a message that says more than counts."""
    text = legible(text) if BLACK in text else text
    register = register_of(office, request)
    assert register is not None
    if request.kind == registers.REMOVAL:
        if register.counts_only:  # of these the buttons say why
            striking.strike_words(office, who, message_id)
            return Taken(refused="counts-only-here")
        return Taken(refused=give_reason(request, text))
    found = read(
        text, register, office.today, shelf.departments(office), known=tuple(request.data), asked=request.asking
    )
    if register.counts_only and (found.left or found.problems):  # what was not understood may be words
        striking.strike_words(office, who, message_id)
        if found.left or not any(sign.isdigit() for sign in text):
            return Taken(refused="counts-only-here")
    request.data = {**request.data, **found.values}
    _look(office, request)
    return Taken(found.problems[0] if found.problems else None, found.left)


def choose(office: Office, request: Request, place: int, number: int) -> None:
    """The button of a choice, by the places of the column and of the choice."""
    column = _column(office, request, place)
    options = options_of(column) if column else ()
    if column is not None and number < len(options):
        request.data = {**request.data, column.name: options[number]}
        _look(office, request)


def give_reason(request: Request, text: str) -> str | None:
    """Why it is not taken, or nothing. Without one the question stays."""
    reason = " ".join(text.split())
    if len(reason) > REASON_AT_MOST:
        return "reason-long"
    request.reason = reason
    request.asking = None if reason else REASON
    return None


def options_of(column: Column) -> tuple[Value, ...]:
    """What may be pressed instead of said."""
    return (True, False) if column.kind == "yes or no" else tuple(choice.name for choice in column.choices)


def ask(office: Office, request: Request, place: int) -> None:
    """This column anew."""
    if (column := _column(office, request, place)) is not None:
        request.asking = column.name


def _column(office: Office, request: Request, place: int) -> Column | None:
    register = register_of(office, request)
    return register.columns[place] if register and place < len(register.columns) else None


def drop(office: Office, request: Request) -> Entry | None:
    """The entry that stays as it is, where one was to be corrected or removed."""
    request.state = "dropped"
    return entry_of(office, request)


def _look(office: Office, request: Request) -> None:
    register = register_of(office, request)
    assert register is not None
    lacking = missing(register, request.data)
    request.asking = lacking[0].name if lacking else None
    office.session.flush()


# kept


def keep(office: Office, request: Request) -> Entry | str:
    """The entry that counts from now on, or the code of what stands in the way."""
    register, before = register_of(office, request), entry_of(office, request)
    if register is None or missing(register, request.data):
        return "card-changed"
    if before is not None and (problem := entries.obstacle(office, before)):
        return problem
    assert request.to_unit_id is not None
    if entries.is_known(office, register, request.to_unit_id, request.data, before):
        return "entry-known"
    _done(office, request)
    return entries.enter(office, register, request.to_unit_id, request.data, before)


def keep_removal(office: Office, request: Request) -> Entry | str:
    entry = entry_of(office, request)
    if entry is None or not request.reason:
        return "card-changed"
    if problem := entries.obstacle(office, entry):
        return problem
    _done(office, request)
    entries.remove(office, entry, request.reason)
    return entry


def _done(office: Office, request: Request) -> None:
    request.state, request.decided_at, request.decided_by = "granted", office.now, office.person_id
