"""台账, 登记宣传 …, and the answer to what is asked of an entry: plain words that speak of a register."""

import re
from typing import Any

from db.queries import outbox, registers
from db.tables import Entry, Outbox
from domain.people import Principal
from domain.registers import Register
from services import entering, entries
from services import registers as shelf
from services.office import Office

LIST = ("台账", "登记", "台帐")
OPEN = re.compile(r"\s*(?:(?P<add>登记)|台[账帐])\s*[:：]?\s*(?P<rest>.+)", re.DOTALL)
NAMED = re.compile(r"\s*(?P<name>[^\s:：，,。]{1,16}?)(?:的)?台[账帐]\s*[?？。]?\s*")
DRAFTS = ("entry-draft", "entry-removal")
Shown = tuple[str, dict[str, Any]]


def hear(office: Office, who: Principal, text: str, replied: int | None, message_id: int) -> list[Shown] | None:
    """What is said to it; None where it speaks of no register."""
    if replied is None and (shown := _called(office, who, text, message_id)) is not None:
        return shown
    row = _under(office, who, replied)
    if row is None or row.kind not in DRAFTS:
        return None
    request = entering.of_mine(office, who, row.args["request"])
    if request is None:
        return None if replied is None else [("sentence", {"code": "card-changed"})]
    return told(office, who, request.id, text, message_id)


def told(office: Office, who: Principal, request_id: int, text: str, message_id: int) -> list[Shown]:
    """The draft with what was understood, and a word on what was not."""
    request = entering.of_mine(office, who, request_id)
    assert request is not None
    taken = entering.take(office, who, request, text, message_id)
    if request.kind == registers.REMOVAL:
        return [("entry-removal", {"request": request.id})]
    problem = [taken.problem.column, taken.problem.code] if taken.problem else None
    draft: Shown = ("entry-draft", {"request": request.id, "problem": problem, "left": taken.left})
    return [("sentence", {"code": "counts-only-here"}), draft] if taken.struck else [draft]


def _under(office: Office, who: Principal, replied: int | None) -> Outbox | None:
    """The message replied to, else the one that was said last."""
    chat = who.telegram_id
    return outbox.of_message(office.session, chat, replied) if replied else outbox.newest(office.session, chat)


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
    if not match["add"] and not rest:
        return _page(office, who, register)
    units = shelf.adds_for(office, who.seats, register)
    if not units:
        return _page(office, who, register) if not match["add"] else [("sentence", {"code": "no-register"})]
    request = entering.begin(office, register, units[0])
    if rest:
        return told(office, who, request.id, rest, message_id)
    return [("entry-draft", {"request": request.id})]


def _named(office: Office, text: str) -> tuple[Register | None, str]:
    """The register whose name the text begins with, the longest one, and what is said behind it."""
    names = {name: register for register in shelf.all_of(office) for name in register.names}
    for name in sorted(names, key=len, reverse=True):
        if match := re.match(rf"{re.escape(name)}(?:台[账帐])?(?:$|[\s:：，,])", text):
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
