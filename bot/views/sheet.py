"""A sheet: what is asked together, as one list. Where everything is answered, all of it is checked at once."""

from bot.translator import Translator
from bot.views import names, readings, register
from bot.views.message import NUMBERS, Button, Message, lines, rows
from domain.facts import work
from domain.lifecycle import AT_HEAD


def title(sheet: work.Sheet, t: Translator) -> str:
    """11月业务数据 6 项"""
    first = sheet.first
    n = len(sheet.open) or len(sheet.tasks)
    matter = names.matter(t, first.sheet, first.period)
    return t.many("{matter}, {n} item", "{matter}, {n} items", n, matter=matter)


def wanted(sheet: work.Sheet, t: Translator) -> str:
    """What the open ones ask for, in kinds."""
    tasks = sheet.open or sheet.tasks
    return readings.wanted(tuple(task.form for task in tasks if isinstance(task.form, work.Readings)), t)


def sheet(facts: work.Sheet, t: Translator) -> Message:
    first = facts.first
    if facts.closed:
        return _filed(facts, t)
    is_register = isinstance(first.form, work.Register)
    if facts.open and len(facts.at_head) == len(facts.open):
        return Message(
            lines(
                t("With the head of {unit} for confirmation: {matter}", unit=first.unit, matter=title(facts, t)),
                t("It is filed with that word. To change something, press its number."),
                names.urgent(t, first),
            ),
            _numbers(facts),
        )
    if facts.open and len(facts.ready) == len(facts.open) and not is_register:
        return _check(facts, t)
    head = (
        t("[Reminder] {matter}", matter=title(facts, t))
        if first.left < 0
        else t("[To file] {matter}", matter=title(facts, t))
    )
    entries = [f"{number} {_line(task, t)}" for number, task in zip(NUMBERS, facts.tasks, strict=False)]
    ready = len(facts.ready)
    begun = any(task.state == "draft" and task.step not in AT_HEAD for task in facts.open)
    walk = t("Go on, one by one") if begun else t("Fill in one by one")
    buttons = [] if is_register else [_button(facts, walk, "walk")]
    if ready and not is_register:
        buttons.append(_button(facts, t("File the {n} answered", n=ready), "file-all"))
    return Message(
        lines(head, wanted(facts, t) or None, *entries, readings.due(first, t)),
        (*((tuple(buttons),) if buttons else ()), *_numbers(facts)),
    )


def _line(task: work.Task, t: Translator) -> str:
    if isinstance(task.form, work.Register):
        return f"{task.title}　{register.progress(task.form, t)}"
    state = readings.wanted((task.form,), t) if isinstance(task.form, work.Readings) else ""
    if task.closed:
        state = t("filed")
    elif task.step in AT_HEAD:
        state = t("with the head")
    elif task.reason:
        state = t("returned by the head")
    elif task.state == "draft":
        state = t("answered, not filed") if task.asking is None else t("begun")
    return f"{task.title}　{state}"


def _check(facts: work.Sheet, t: Translator) -> Message:
    """Everything stands here before it counts."""
    entries: list[str] = []
    for number, task in zip(NUMBERS, facts.tasks, strict=False):
        if not task.closed and isinstance(task.form, work.Readings):
            entries.append(f"{number} {task.title}" + (f"　{t('returned by the head')}" if task.reason else ""))
            entries += ["　" + t("Reason: {reason}", reason=task.reason)] if task.reason else []
            entries += [f"　{line}" for line in readings.answers(task.form, t)]
    file = _button(facts, t("Correct, file all {n}", n=len(facts.open)), "file-all")
    return Message(
        lines(t("Please check: {matter}", matter=title(facts, t)), *entries, names.urgent(t, facts.first)),
        ((file,), *_numbers(facts)),
    )


def _filed(facts: work.Sheet, t: Translator) -> Message:
    """The receipt of all of them."""
    receipts = [task.receipt for task in facts.tasks if task.receipt]
    late = [receipt for receipt in receipts if not receipt.on_time]
    how = t("on time") if not late else t("{n} of them late", n=len(late))
    return Message(
        lines(
            t("Filed: {matter}, {how}.", matter=title(facts, t), how=how),
            _receipts(receipts, t),
            t("To correct or to prove one of them, press its number."),
        ),
        _numbers(facts),
    )


def _receipts(receipts: list[work.Receipt], t: Translator) -> str | None:
    if not receipts:
        return None
    numbers = {"first": receipts[0].number, "last": receipts[-1].number}
    return t("Receipts {first} to {last}, {moment}.", **numbers, moment=t.moment(max(r.at for r in receipts)))


def _numbers(facts: work.Sheet) -> tuple[tuple[Button, ...], ...]:
    pairs = zip(NUMBERS, facts.tasks, strict=False)
    return rows(*(Button(number, "task", task.task_id) for number, task in pairs), width=5)


def _button(facts: work.Sheet, label: str, verb: str) -> Button:
    return Button(label, verb, facts.first.task_id, facts.rev)
