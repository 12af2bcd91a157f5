"""台账, 登记宣传 …, and the answer to what is asked of an entry: plain words that speak of a register."""

import re
from typing import Any

from db.queries import outbox, registers
from db.tables import Entry, Outbox, Request
from domain.people import Principal
from domain.registers import Register
from services import entering, entries, striking
from services import registers as shelf
from services.office import Office
from services.saying import message

LIST = ("台账", "登记", "台帐")
OPEN = re.compile(r"\s*(?:(?P<add>登记)|台[账帐])\s*[:：]?\s*(?P<rest>.+)", re.DOTALL)
NAMED = re.compile(r"\s*(?P<name>[^\s:：，,。]{1,16}?)(?:的)?台[账帐]\s*[?？。]?\s*")
DRAFTS = ("entry-draft", "entry-removal")
Shown = tuple[str, dict[str, Any]]


def hear(office: Office, who: Principal, text: str, replied: int | None, message_id: int) -> list[Shown] | None:
    """What is said to it; None where it speaks of no register."""
    if replied is None and (shown := _called(office, who, text, message_id)) is not None:
        return shown
    request = _told_last(office, who, replied)
    return _told(office, who, request, text, message_id) if request else None


def _told(office: Office, who: Principal, request: Request, text: str, message_id: int) -> list[Shown]:
    """The draft with what was understood, and a word on what was not."""
    taken = entering.take(office, who, request, text, message_id)
    problem = [taken.problem.column, taken.problem.code] if taken.problem else None
    shown = _card(request, problem=problem, left=taken.left)
    return [("sentence", {"code": taken.refused}), shown] if taken.refused else [shown]


def _card(request: Request, **more: Any) -> Shown:
    if request.kind == registers.REMOVAL:
        return "entry-removal", {"request": request.id}
    return "entry-draft", {"request": request.id, **more}


def edited(office: Office, who: Principal, text: str, message_id: int) -> list[Shown] | None:
    """A changed message is told anew where it names its register; otherwise a part is changed by its button."""
    if (shown := _called(office, who, text, message_id)) is not None:
        return shown
    request = _told_last(office, who, None)
    return [_card(request, choosing=True)] if request else None


def cancelled(office: Office, who: Principal, replied: int | None) -> bool:
    """取消, of what is being told."""
    request = _told_last(office, who, replied)
    if request is None:
        return False
    entering.drop(office, request)
    return True


def _told_last(office: Office, who: Principal, replied: int | None) -> Request | None:
    """What is being told, where its card is the one that is meant."""
    row = _under(office, who, replied)
    return entering.of_mine(office, who, row.args["request"]) if row is not None and row.kind in DRAFTS else None


def _under(office: Office, who: Principal, replied: int | None) -> Outbox | None:
    """The message replied to, else the one that was said last."""
    chat = who.telegram_id
    return message(office, chat, replied) if replied else outbox.newest(office.session, chat)


def _called(office: Office, who: Principal, text: str, message_id: int) -> list[Shown] | None:
    if text.strip() in LIST:
        return [("registers", {"page": 1})]
    if match := NAMED.fullmatch(text):
        register = shelf.called(office, match["name"])
        return _page(office, who, register) if register else None
    match = OPEN.fullmatch(text)
    register, rest = _named(office, match["rest"]) if match else (None, "")
    if match is None or register is None:
        return None
    units = shelf.adds_for(office, who.seats, register)
    if not match["add"] and not (rest and units):
        return _page(office, who, register)
    if not units:
        if register.counts_only and rest:
            striking.strike_words(office, who, message_id)
        return [("sentence", {"code": "no-register"})]
    request = entering.begin(office, register, units[0])
    return _told(office, who, request, rest, message_id) if rest else [_card(request)]


def _named(office: Office, text: str) -> tuple[Register | None, str]:
    """The register whose name the text begins with, the longest one, and what is said behind it."""
    names = {name: register for register in shelf.all_of(office) for name in register.names}
    for name in sorted(names, key=len, reverse=True):
        if match := re.match(rf"{re.escape(name)}(?:台[账帐])?(?:$|[\s:：，,]|(?=[0-9]))", text):
            return names[name], text[match.end() :].strip()
    return None, ""


def _page(office: Office, who: Principal, register: Register) -> list[Shown]:
    if shelf.look(office, who, register.key) is None:
        return [("sentence", {"code": "no-register"})]
    return [("register", {"key": register.key, "page": 1})]


def entry_for_file(office: Office, who: Principal, replied: int | None) -> Entry | None:
    """The entry that a file proves: as a reply to its card, or right below it."""
    row = _under(office, who, replied)
    entry = shelf.of_mine(office, who, row.args["entry"]) if row is not None and row.kind == "entry" else None
    entry = entries.newest(office, entry) if entry else None
    register = shelf.of_key(office, entry.register_key) if entry else None
    return entry if entry and entry.state == "kept" and register and not register.counts_only else None
