"""An entry of a register: asked column by column, shown before it counts, with its versions, linked, removed."""

from datetime import date

from bot.translator import Translator
from bot.views import names
from bot.views.message import Button, Message, lines, rows
from domain.facts import registers as facts
from domain.registers import REASONS, Column, Value

CHANGES = 3  # versions that are shown


def draft(found: facts.Draft, t: Translator) -> Message:
    what = names.joined(t, found.title, found.unit)
    version = t("It corrects version {n}; that one stays on record.", n=found.corrects) if found.corrects else None
    shown = [_cell(cell, t) for cell in found.cells]
    trouble = [_problem(found, t), t("Not placed in any column: {words}", words=found.left) if found.left else None]
    drop = Button(t("Do not enter it"), "entry-drop", found.request_id, found.rev)
    if found.choosing:
        return Message(lines(what, *shown, t("Which part is to be changed?")), (*_columns(found), (drop,)))
    if found.asking is None:
        counts = t("It will count toward: {names}", names=t.items(list(found.counts))) if found.counts else None
        keep = Button(t("Correct, register it"), "entry-keep", found.request_id, found.rev)
        change = Button(t("Change"), "entry-change", found.request_id, found.rev)
        head = t("Please check: {matter}", matter=what)
        return Message(lines(head, *shown, counts, version, *trouble), ((keep, change, drop),))
    question = _question(found.asking, t)
    how = None if found.cells else _how(found, t)
    head = t("[Register] {what}", what=what)
    return Message(lines(head, found.note, *shown, *trouble, question, how), (*_options(found, t), (drop,)))


def _how(found: facts.Draft, t: Translator) -> str:
    """What one line may say at once."""
    wanted = [column.name for column in found.columns if column.required and column.kind != "file"]
    also = [column.name for column in found.columns if not column.required and column.kind != "file"]
    extra = t("If you like: {columns}, each with its name", columns=t.items(also)) if also else None
    return lines(t("One line may say it all: {columns}", columns=t.items(wanted)), extra)


def _question(column: Column, t: Translator) -> str:
    if column.kind in ("choice", "yes or no"):
        return t("{column}: please choose.", column=column.name)
    if column.kind == "date":
        return t("{column}: please reply with the day, for example 18 November.", column=column.name)
    if column.kind == "number":
        unit = f"（{column.unit}）" if column.unit else ""
        return t("{column}: please reply with the number.", column=f"{column.name}{unit}")
    return t("{column}: please reply in a few words.", column=column.name)


def _options(found: facts.Draft, t: Translator) -> tuple[tuple[Button, ...], ...]:
    column = found.asking
    assert column is not None
    place = found.columns.index(column)
    labels = [choice.name for choice in column.choices] or [t("Yes"), t("No")]
    if column.kind not in ("choice", "yes or no"):
        return ()
    buttons = [
        Button(label, "entry-choose", f"{found.request_id}-{place}-{number}", found.rev)
        for number, label in enumerate(labels)
    ]
    return rows(*buttons, width=2)


def _columns(found: facts.Draft) -> tuple[tuple[Button, ...], ...]:
    buttons = [
        Button(column.name, "entry-ask", f"{found.request_id}-{place}", found.rev)
        for place, column in enumerate(found.columns)
        if column.kind != "file"
    ]
    return rows(*buttons, width=3)


def _problem(found: facts.Draft, t: Translator) -> str | None:
    if found.problem is None:
        return None
    column, code = found.problem
    return t("{column}: {problem}", column=column, problem=PROBLEMS[code](t))


def _cell(cell: facts.Cell, t: Translator) -> str:
    return t("{column}: {value}", column=cell.name, value=_value(cell, cell.value, t))


def _value(cell: facts.Cell, value: Value | None, t: Translator) -> str:
    if value is None:
        return t("not said")
    if isinstance(value, bool):
        return t("yes") if value else t("no")
    if cell.kind == "date":
        return t.full_day(date.fromisoformat(value))
    return f"{value}{names.spaced(cell.unit)}" if cell.kind == "number" else value


def entry(found: facts.EntryView, t: Translator) -> Message:
    """With what has changed since it was first told."""
    removed = t("Removed: {reason}", reason=found.removed) if found.removed is not None else None
    counts = t("It counts toward: {names}", names=t.items(list(found.counts))) if found.counts else None
    files = t.many("Proof: {n} file", "Proof: {n} files", found.files) if found.files else None
    wanted = t("Proof is still missing: please reply to this message with a file.") if not found.stands else None
    versions = [_version(version, t) for version in found.versions[:CHANGES]]
    return Message(
        lines(
            names.joined(t, found.title, found.unit),
            removed,
            *(_cell(cell, t) for cell in found.cells),
            counts,
            files,
            wanted if found.mine else None,
            *versions,
        ),
        (*_changes(found, t), (Button(t("Back to the register"), "register", f"{found.key}-1"),)),
    )


def _changes(found: facts.EntryView, t: Translator) -> tuple[tuple[Button, ...], ...]:
    if not found.mine:
        return ()
    also = (Button(t("Count it elsewhere too"), "entry-also", found.entry_id),) if found.others else ()
    correct = Button(t("Correct it"), "entry-correct", found.entry_id)
    return tuple(row for row in ((correct, Button(t("Remove it"), "entry-remove", found.entry_id)), also) if row)


def _version(version: facts.Version, t: Translator) -> str:
    """第 2 版，11月5日 10:00，立案庭联络员：级别 地方 → 省级."""
    changed = t.items(
        [f"{cell.name} {_value(cell, before, t)} → {_value(cell, cell.value, t)}" for cell, before in version.changed]
    )
    head = t("version {n}, {moment}, {who}", n=version.version, moment=t.moment(version.at), who=version.who)
    return f"{head}：{changed}" if changed else head


def links(found: facts.Linking, t: Translator) -> Message:
    """One thing, several numbers: allowed where it fits both, and said in every sum."""
    buttons = [Button(name, "entry-count", f"{found.entry_id}-{number}") for number, name in found.others]
    return Message(
        lines(
            names.joined(t, t.day(found.day), found.title),
            t("It counts toward: {names}", names=t.items(list(found.counts))) if found.counts else None,
            t("What else does it count toward? What counts twice is marked in the sums.")
            if buttons
            else t("There is nothing else that it could count toward."),
        ),
        (*rows(*buttons, width=1), (Button(t("Back"), "entry", found.entry_id),)),
    )


def removal(found: facts.Removal, t: Translator) -> Message:
    drop = Button(t("Leave it in"), "entry-drop", found.request_id, found.rev)
    what = names.joined(t, found.title, t.day(found.day), found.entry)
    if not found.reason:
        why = t("Why is it removed? Please press, or reply in one sentence.")
        if found.counts_only:
            why = t("Why is it removed? Please press; words are not kept here.")
        known = [
            Button(reason, "entry-reason", f"{found.request_id}-{n}", found.rev) for n, reason in enumerate(REASONS)
        ]
        return Message(lines(what, why), (tuple(known), (drop,)))
    sure = Button(t("Remove it"), "entry-gone", found.request_id, found.rev)
    stays = t("It stays on record as removed, and counts no more.")
    return Message(lines(what, t("Reason: {reason}", reason=found.reason), stays), ((sure, drop),))


PROBLEMS = {
    "column-day": lambda t: t("this is no day; please write for example 18 November."),
    "column-two-days": lambda t: t("several days are named; which one is it?"),
    "column-near-day": lambda t: t("please write the very day."),
    "column-no-such-day": lambda t: t("there is no such day."),
    "column-still-to-come": lambda t: t("that day is still to come."),
    "column-number": lambda t: t("this is no number with its unit, or it could belong to several columns."),
    "column-choice": lambda t: t("please choose one of those offered."),
    "column-two-choices": lambda t: t("several are named; please choose one."),
    "column-department": lambda t: t("there is no such department."),
    "column-yes-or-no": lambda t: t("please answer yes or no."),
    "column-link": lambda t: t("this is no address of a page."),
    "column-text": lambda t: t("please write a few words."),
}
