"""The draft of the weekly report, as the group would see it, with what the director may do to it."""

from bot.translator import Translator
from bot.views import names, pages
from bot.views.board import board
from bot.views.digest import text, title
from bot.views.message import NUMBERS, Button, Message, cut, lines, rows
from domain.facts.digest import Draft, Ready, Row, Rows

WAITING = ("frozen", "held")
REASON = 40  # signs of why a row is left out


def draft(facts: Draft, t: Translator) -> Message:
    return Message(
        lines(
            _head(facts, t),
            text(facts.digest, t),
            names.sealed(facts.seal, t) if facts.state in WAITING else None,
        ),
        _buttons(facts, t),
        picture=board(facts.digest.standing, t, title(facts.digest, t)),
    )


def _head(facts: Draft, t: Translator) -> str:
    number = facts.digest.number
    match facts.state:
        case "issued":
            return t("[Issued] Weekly report no. {number}, {moment}", number=number, moment=t.moment(facts.at))
        case "dropped":
            return t("[Not issued] The number {number} goes on to the next weekly report.", number=number)
        case "held":
            return t("[Draft, held] It is issued when you press.")
    local = facts.at.astimezone(t.zone)
    when = {"day": t.day(local.date()), "hour": f"{local:%H:%M}"}
    return t("[Draft] Please look through it. Unless held it is issued on {day} at {hour}.", **when)


def _buttons(facts: Draft, t: Translator) -> tuple[tuple[Button, ...], ...]:
    if facts.state not in WAITING:
        return ()
    of, rev = facts.digest_id, facts.rev
    hold = [Button(t("Hold it"), "digest-hold", of, rev)] if facts.state == "frozen" else []
    note = [Button(t("Change the note") if facts.digest.note else t("Add a note"), "digest-note", of, rev)]
    bare = [Button(t("Without a note"), "digest-unnote", of, rev)] if facts.digest.note else []
    leave = [Button(t("Leave rows out"), "digest-rows", f"{of}-1")] if facts.rows else []
    return ((Button(t("Issue it now"), "digest-issue", of, rev), *hold), (*note, *bare, *leave))


def rows_(facts: Rows, t: Translator) -> Message:
    back = (Button(t("Look at the draft"), "digest-draft", facts.digest_id),)
    if not facts.rows:
        return Message(t("Nobody would be named in this report."), (back,))
    numbered = list(zip(NUMBERS, facts.rows, strict=False))
    head = t("Weekly report no. {number}, what would be named. Press what is not to be.", number=facts.number)
    turn = pages.turn(facts.leaf, lambda label, page: Button(label, "digest-rows", f"{facts.digest_id}-{page}"))
    buttons = rows(*(_button(facts, number, row, t) for number, row in numbered), width=4)
    return Message(lines(head, *(_row(number, row, t) for number, row in numbered)), (*buttons, *turn, back))


def _row(number: str, row: Row, t: Translator) -> str:
    matter = names.matter(t, row.title, row.period)
    entry = names.joined(t, row.unit, f"{matter}（{row.n}）" if row.n > 1 else matter, names.overdue(t, row.days))
    out = t(" (left out: {reason})", reason=cut(row.reason, REASON)) if row.reason else ""
    return f"{number} {entry}{out}"


def _button(facts: Rows, number: str, row: Row, t: Translator) -> Button:
    which = f"{facts.digest_id}-{row.task_id}"
    if row.reason:
        return Button(t("{number} list it", number=number), "digest-relist", which, facts.rev)
    return Button(t("{number} leave out", number=number), "digest-leave", which, facts.rev)


def held(facts: Ready, t: Translator) -> Message:
    """A line of the director's card."""
    return Message(
        t("Weekly report no. {number} is held and not issued yet.", number=facts.number),
        ((Button(t("Look at the draft"), "digest-draft", facts.digest_id),),),
    )
