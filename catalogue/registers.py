"""The registers of a shipped notice: registers.toml in its folder, read, checked against the notice, handed over."""

from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import Any

from catalogue import shipped
from catalogue.cells import CatalogueError, Cells, open_file
from domain.notice import Notice
from domain.registers import LEADERS, OFFICE, OWN, SPOKEN, Choice, Column, Conditions, Fit, Kind, Register

FILE = "registers.toml"
LONGEST_KEY = 14  # signs: a button has room for it and a number
ANSWERS = ("是", "否")


@cache
def load(name: str) -> tuple[Register, ...]:
    """Of the shipped notice in this folder; none where nothing is shipped. CatalogueError names the first fault."""
    folder = shipped.SHELF / name
    if not name or not (folder / FILE).exists():
        return ()
    return read(open_file(folder / FILE), shipped.load(name))


def read(cells: Cells, notice: Notice) -> tuple[Register, ...]:
    found = tuple(
        _register(Cells(row, cells.file, f"register {row.get('key', '?')}")) for row in cells.tables("registers")
    )
    cells.done()
    for word, values in (("key", [r.key for r in found]), ("name", [name for r in found for name in r.names])):
        if again := _twice(values):
            raise CatalogueError(cells.file, f"register {again}", f"the {word} is used twice", "used-twice", key=word)
    for register in found:
        _check(register, notice, Cells({}, cells.file, f"register {register.key}"))
    return found


def _twice(values: Iterable[str]) -> str | None:
    return next((value for value, times in Counter(values).items() if times > 1), None)


def _row(parent: Cells, word: str, row: dict[str, Any], key: str) -> Cells:
    return Cells(row, parent.file, f"{word} {row.get(key, '?')}")


def _register(cells: Cells) -> Register:
    register = Register(
        key=cells.text("key"),
        title=cells.text("title"),
        aliases=cells.texts("aliases"),
        kept_by=cells.texts("kept_by"),
        seen_by=cells.texts("seen_by"),
        columns=tuple(_column(_row(cells, f"{cells.where}, column", row, "name")) for row in cells.tables("columns")),
        heading=cells.text("heading", ""),
        fits=tuple(_fit(_row(cells, f"{cells.where}, counts", row, "code")) for row in cells.tables("counts")),
        told=cells.texts("told"),
        counts_only=cells.flag("counts_only"),
        restricted=cells.flag("restricted"),
        every=cells.flag("every"),
        once=cells.flag("once"),
        printed=cells.flag("printed"),
        note=cells.text("note", ""),
    )
    cells.done()
    return register


def _column(cells: Cells) -> Column:
    column = Column(
        name=cells.text("name"),
        kind=cells.one_of("kind", Kind),
        required=cells.flag("required", True),
        unit=cells.text("unit", ""),
        choices=tuple(_choice(text) for text in cells.texts("choices")),
        aliases=cells.texts("aliases"),
        coming=cells.flag("coming"),
    )
    cells.done()
    if (column.kind == "choice") != bool(column.choices):
        raise cells.fault("a choice, and nothing else, has choices", "choices")
    if column.unit and column.kind != "number":
        raise cells.fault("only a number has a unit", "unit-of-number")
    if column.coming and column.kind != "date":
        raise cells.fault("only a date may be coming", "coming-date")
    if again := _twice(name for choice in column.choices for name in (choice.name, *choice.aliases)):
        raise cells.fault(f"the choice {again} is there twice", "choice-twice", name=again)
    return column


def _choice(text: str) -> Choice:
    name, *aliases = text.split("|")
    return Choice(name, tuple(aliases))


def _fit(cells: Cells) -> Fit:
    fit = Fit(
        code=cells.text("code"),
        demand=cells.text("demand"),
        part=cells.text("part", ""),
        needs=_conditions(cells, "needs"),
        when=_conditions(cells, "when"),
    )
    cells.done()
    return fit


def _conditions(cells: Cells, key: str) -> Conditions | None:
    rows: dict[str, Any] = cells.table(key)
    inner = Cells(rows, cells.file, f"{cells.where}, {key}")
    return {name: inner.texts(name) for name in rows} or None


# what must agree


def _check(register: Register, notice: Notice, at: Cells) -> None:
    if not register.key.isascii() or not register.key.islower() or not register.key.isalpha():
        raise at.fault(f"key should be small letters, found {register.key!r}", "small-letters", found=register.key)
    if len(register.key) > LONGEST_KEY:
        raise at.fault(f"key has more than {LONGEST_KEY} letters", "key-long", most=LONGEST_KEY)
    units = {unit.name for unit in notice.units}
    readers = {OWN, OFFICE, LEADERS}
    for key, names, words in (("kept_by", register.kept_by, {OFFICE}), ("seen_by", register.seen_by, readers)):
        if not names:
            raise at.fault(f"{key} is missing", "missing", key=key)
        if unknown := next((name for name in names if name not in units | words), None):
            problem = f"{key} names {unknown}, which is no department of this notice"
            raise at.fault(problem, "no-department", key=key, name=unknown)
    _check_columns(register, at)
    for fit in register.fits:
        _check_fit(fit, register, notice, at)
    codes = {indicator.code for indicator in notice.indicators}
    if unknown := next((code for code in register.told if code not in codes), None):
        raise at.fault(f"told names {unknown}, which is no indicator of this notice", "no-indicator", name=unknown)


def _check_columns(register: Register, at: Cells) -> None:
    names = [name for column in register.columns for name in (column.name, *column.aliases)]
    if again := _twice(names):
        raise at.fault(f"the column {again} is there twice", "column-twice", name=again)
    first = register.columns[0] if register.columns else None
    if first is None or first.kind != "date" or not first.required or first.coming:
        raise at.fault("the first column should be a required date", "first-date")
    texts = [column.name for column in register.columns if column.kind == "text" and column.required]
    if (register.heading not in texts) if (texts or register.heading) else False:
        raise at.fault("heading should be a required text column", "heading-text")
    if register.counts_only and (told := next((c for c in register.columns if c.kind in SPOKEN), None)):
        problem = f"keeps counts only, and its column {told.name} is a {told.kind}"
        raise at.fault(problem, "counts-only", name=told.name, kind=told.kind)
    if register.printed and not register.heading:
        raise at.fault("what is printed should have a heading", "printed-heading")
    if register.printed and (register.is_logged or LEADERS not in register.seen_by):
        problem = "what is printed should be read by leaders, and no view of it logged"
        raise at.fault(problem, "printed-readers")
    if register.once and [c.kind for c in register.columns].count("yes or no") != 1:
        raise at.fault("what is asked once should have one column of yes or no", "once-yes-no")


def _check_fit(fit: Fit, register: Register, notice: Notice, at: Cells) -> None:
    demands = [r for i in notice.indicators if i.code == fit.code for r in i.requirements if r.name == fit.demand]
    if not demands:
        problem = f"counts toward {fit.code} {fit.demand}, which this notice does not demand"
        raise at.fault(problem, "no-demand", indicator=fit.code, demand=fit.demand)
    if demands[0].kind != "entries":
        problem = f"counts toward {fit.code} {fit.demand}, which counts no entries"
        raise at.fault(problem, "no-entries", indicator=fit.code, demand=fit.demand)
    if (fit.part not in demands[0].parts) if (fit.part or demands[0].parts) else False:
        problem = f"counts toward {fit.code} {fit.demand}, which has no part {fit.part or '(none)'}"
        raise at.fault(problem, "no-part", indicator=fit.code, demand=fit.demand, part=fit.part or "—")
    for conditions in (fit.needs or {}, fit.when or {}):
        for name, allowed in conditions.items():
            known = _values(next((c for c in register.columns if c.name == name), None))
            if unknown := next((value for value in allowed if value not in known), None):
                problem = f"counts toward {fit.code} where {name} is {unknown}, which it never is"
                raise at.fault(problem, "never-is", indicator=fit.code, column=name, value=unknown)


def _values(column: Column | None) -> tuple[str, ...]:
    """What a condition may ask of a column."""
    if column is None:
        return ()
    return ANSWERS if column.kind == "yes or no" else tuple(choice.name for choice in column.choices)
