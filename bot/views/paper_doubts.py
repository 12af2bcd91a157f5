"""The doubts of a notice that came in, one at a time."""

from bot.translator import Translator
from bot.views import names
from bot.views.message import NUMBERS, Button, Message, cut, lines, rows
from domain.facts.documents import Question

LABEL = 20  # characters that a button shows on a phone
LONGEST = 160  # signs of an indicator that a card shows
READING = 240  # signs of a reading: as many departments are more than anybody reads


def question(facts: Question, t: Translator) -> Message:
    likely, others = facts.options[0], facts.options[1:]
    long = any(len(option) > LABEL for option in others)
    chosen = cut(facts.options[facts.chosen], READING) if facts.chosen is not None else None
    return Message(
        lines(
            t(
                "To confirm {place}/{total}, {open} open",
                place=facts.number + 1,
                total=facts.total,
                open=facts.open,
            ),
            f"{facts.code} {cut(facts.text, LONGEST)}" if facts.code else None,
            t("Printed ({place}): {printed}", place=_place(facts.field, t), printed=cut(facts.printed, LONGEST) or "—"),
            t("In doubt because: {reason}", reason=cut(facts.reason, READING)),
            t("Suggested: {reading}", reading=cut(likely, READING)),
            *((f"{NUMBERS[i]} {cut(option, READING)}" for i, option in enumerate(others)) if long else ()),
            t("Confirmed: {reading}", reading=chosen) if chosen else None,
        ),
        (
            (_answer(facts, 0, t("As suggested")),),
            *((_answer(facts, i + 1, t("Take {n}", n=NUMBERS[i]) if long else o),) for i, o in enumerate(others)),
            *_around(facts, t),
        ),
    )


def _answer(facts: Question, option: int, label: str) -> Button:
    return Button(label, "paper-answer", f"{facts.document_id}-{facts.number}-{option}", facts.rev)


def _around(facts: Question, t: Translator) -> tuple[tuple[Button, ...], ...]:
    found = []
    if facts.alike > 1:
        same = t("All {n} of this sort as suggested", n=facts.alike)
        found.append(Button(same, "paper-alike", f"{facts.document_id}-{facts.number}", facts.rev))
    turn = []
    if facts.number:
        turn.append(Button(t("Previous one"), "paper-doubt", f"{facts.document_id}-{facts.number - 1}"))
    if facts.number + 1 < facts.total:
        turn.append(Button(t("Next one"), "paper-doubt", f"{facts.document_id}-{facts.number + 1}"))
    rest = [Button(t("Undo the last answer"), "paper-undo", facts.document_id, facts.rev)] if facts.undoable else []
    rest.append(Button(t("Back to the notice"), "paper", facts.document_id))
    return tuple(row for row in (*rows(*found), tuple(turn), tuple(rest)) if row)


def _place(field: str, t: Translator) -> str:
    """Where the paper is doubtful: lead, requirement 2, unit 立案庭, number …"""
    kind, _, what = field.partition(" ")
    if kind == "requirement":
        return t("demand {n}", n=what)
    known = {
        "lead": t("lead"),
        "responsible": t("responsible"),
        "item": t("item"),
        "text": t("indicator"),
        "deadline": t("limit"),
        "number": t("document number"),
        "title": t("title"),
        "issued": t("date of issue"),
        "unit": t("department"),
        "members": t("members of a group"),
        "convenor": t("convenor"),
    }
    return names.joined(t, known.get(kind, kind), what or None)
