"""批示: to the leader what became of it, to the director 拟办."""

from datetime import date
from itertools import groupby

from bot.translator import Translator
from bot.views import names
from bot.views.message import NUMBERS, Button, Message, cut, lines, rows
from domain.facts import remarks as facts
from domain.lifecycle import OPEN, Step

SHORT = 40  # signs of a remark on one line
ANSWER = 200  # signs of what was answered


def remark(row: facts.Remark, t: Translator) -> Message:
    """Below the leader's own words, renewed with whatever becomes of it."""
    if row.state == "read":
        return Message(t("Noted that you have read weekly report no. {number}.", number=row.digest))
    return Message(lines(*_status(row, t), t("“{text}”", text=cut(row.text, ANSWER)), *_answers(row, t)))


def _status(row: facts.Remark, t: Translator) -> list[str]:
    """One line, and where some departments are further than others one for each of these."""
    if row.state == "proposed":
        return [t("Your remark is kept; {office} proposes who does it and by when.")]
    if row.state == "dropped":
        return [t("Your remark is noted as read only. Reason: {reason}", reason=row.reason)]
    by_far = groupby(sorted(row.doers, key=_far), _far)
    return [_given(row, far, t.items([doer.unit for doer in doers]), t) for far, doers in by_far]


def _far(doer: facts.Doer) -> tuple[bool, bool, date]:
    """Done, on which day; or still to be answered."""
    return doer.done_on is not None, Step(doer.step) in OPEN, doer.done_on or date.min


def _given(row: facts.Remark, far: tuple[bool, bool, date], units: str, t: Translator) -> str:
    done, is_open, day = far
    if done:
        return t("Your remark: {unit} has done it, {day}.", unit=units, day=t.day(day))
    if is_open:
        assert row.day is not None
        return t("Your remark is given to {unit}, to be done by {day}.", unit=units, day=t.day(row.day))
    return t("Your remark: {unit} has answered; it is being reviewed.", unit=units)


def _answers(row: facts.Remark, t: Translator) -> list[str]:
    answered = [(doer.unit, cut(doer.answer, ANSWER)) for doer in row.doers if doer.answer]
    if len(row.doers) == 1:
        return [t("Answered: {text}", text=text) for _, text in answered]
    return [t("{unit} answered: {text}", unit=unit, text=text) for unit, text in answered]


def listed(found: facts.List, t: Translator) -> Message:
    """待拟办, and who has read the newest weekly report."""
    read = readers(found.digest, found.readers, t)
    if not found.remarks:
        return Message(lines(t("No remark waits for you."), read))
    pairs = list(zip(NUMBERS, found.remarks, strict=False))
    entries = [f"{number} {row.title}：{cut(row.text, SHORT)}" for number, row in pairs]
    buttons = [Button(number, "remark", row.remark_id) for number, row in pairs]
    head = t("Remarks to be given out: {n}", n=len(found.remarks))
    return Message(lines(head, *entries, read), rows(*buttons, width=5))


def waiting(found: facts.List, t: Translator) -> Message:
    """One line of the director's card."""
    n, first = len(found.remarks), found.remarks[0]
    said = t("Remarks to be given out: {n}", n=n)
    return Message(names.joined(t, said, f"{first.title}：{cut(first.text, SHORT)}"), ((Button(said, "remarks"),),))


def readers(number: int | None, titles: tuple[str, ...], t: Translator) -> str | None:
    if number is None or not titles:
        return None
    return t("No. {number}: read by {n}: {titles}", number=number, n=len(titles), titles=t.items(list(titles)))


def draft(found: facts.Draft | facts.Remark, t: Translator) -> Message:
    if isinstance(found, facts.Remark):
        return _decided(found, t)
    row = found.remark
    mark = t("suggested") if row.rev == 0 else ""
    unit = t.items([doer.unit for doer in row.doers]) or t("to be chosen")
    day = t.day(row.day) if row.day else t("to be chosen")
    where = {"number": row.digest, "moment": t.moment(row.at)}
    text = lines(
        t("[Remark] {title}, weekly report no. {number}, {moment}", title=row.title, **where),
        t("“{text}”", text=row.text),
        t("To be done by: {unit}", unit=_marked(unit, mark if row.doers else "")),
        t("Limit: {day}", day=_marked(day, mark if row.day else "")),
    )  # fmt: skip
    choose = [_unit(name, f"{row.remark_id}-{unit_id}", found) for unit_id, name in found.units]
    limits = [
        Button(t.many("{n} working day", "{n} working days", n), "remark-days", f"{row.remark_id}-{n}", row.rev)
        for n in found.limits
    ]
    others = [Button(t("Another day"), "remark-day", row.remark_id, row.rev)]
    if not found.units:
        others.append(Button(t("Another department"), "remark-units", row.remark_id, row.rev))
        others.append(Button(t("One department more"), "remark-more", row.remark_id, row.rev))
    ready = (Button(t("Give it out"), "remark-give", row.remark_id, row.rev),) if row.doers and row.day else ()
    last = (*ready, Button(t("Read only"), "remark-drop", row.remark_id, row.rev))
    back = (Button(t("All that waits"), "remarks"),) if found.left else ()
    return Message(text, tuple(r for r in (*rows(*choose, width=3), tuple(limits), tuple(others), last, back) if r))


def _unit(name: str, subject: str, found: facts.Draft) -> Button:
    rev = found.remark.rev
    return Button(name, "remark-add", subject, rev) if found.beside else Button(name, "remark-unit", subject, rev)


def _marked(said: str, mark: str) -> str:
    return f"{said}（{mark}）" if mark else said


def _decided(row: facts.Remark, t: Translator) -> Message:
    head = t("{title} remarked: “{text}”", title=row.title, text=cut(row.text, SHORT))
    if row.state == "given" and row.day:
        units = t.items([doer.unit for doer in row.doers])
        said = t("Given to {unit}, to be done by {day}.", unit=units, day=t.day(row.day))
    else:
        said = t("Noted as read only. Reason: {reason}", reason=row.reason or t("changed by the leader"))
    return Message(lines(head, said), ((Button(t("All that waits"), "remarks"),),))
