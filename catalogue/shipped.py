"""The shipped notices: one folder each, notice.toml for the house and area-1.toml … for the indicators."""

from datetime import date
from pathlib import Path
from typing import Any, Literal

from catalogue.cells import CatalogueError, Cells, figure, open_file
from catalogue.coherence import check
from domain.kinds import KindName, usual
from domain.notice import (
    Area,
    Doubt,
    Indicator,
    Item,
    Notice,
    Op,
    Post,
    Requirement,
    Role,
    Tag,
    Unit,
    UnitKind,
)

__all__ = ["CatalogueError", "contacts", "load", "names", "read", "unpublished"]

Confidence = Literal["high", "medium", "low"]
Better = Literal["", "higher", "lower"]
Nothing = Literal["undecided", "not applicable"]

SHELF = Path(__file__).with_name("shipped")


def names() -> list[str]:
    return sorted(path.parent.name for path in SHELF.glob("*/notice.toml"))


def load(name: str) -> Notice:
    """A shipped notice by the name of its folder; CatalogueError if there is none or it is broken."""
    if name not in names():
        known = ", ".join(names()) or "—"
        raise CatalogueError(name, "catalogue", f"no such notice, there is {known}", "no-such-notice", known=known)
    return read(SHELF / name)


def read(folder: Path) -> Notice:
    """The notice in this folder, whole and checked; CatalogueError names the first fault."""
    cells = open_file(folder / "notice.toml")
    notice = Notice(
        number=cells.text("number"),
        edition=cells.whole("edition"),
        title=cells.text("title"),
        issued=cells.day("issued"),
        body=cells.text("body"),
        units=tuple(_unit(_row(cells, "unit", row)) for row in cells.tables("units")),
        posts=tuple(_post(_row(cells, "post", row, "title")) for row in cells.tables("posts")),
        areas=tuple(_area(path) for path in _area_files(folder)),
    )
    cells.done()
    check(notice)
    return notice


def unpublished(office_name: str) -> Notice:
    """What an installation starts with that has no notice yet: the office, its director and its members."""
    office = Unit(office_name, "outside", ranked=False)
    posts = (
        Post(f"{office_name}主任", office_name, "director", body=office_name, part="主任"),
        Post(f"{office_name}成员", office_name, "office", body=office_name, part="成员"),
    )
    return Notice("", 1, "", date.min, "", (office,), posts, ())


def contacts(notice: Notice) -> tuple[Post, ...]:
    """Contact and deputy of every department, and of an outside body that leads or answers for an indicator."""
    asked = {name for i in notice.indicators for name in (i.lead, *i.responsible)}
    return tuple(
        post
        for unit in notice.units
        if unit.kind == "unit" or (unit.kind == "outside" and unit.name in asked)
        for post in (
            Post(title=f"{unit.name}联络员", unit=unit.name, role="contact"),
            Post(title=f"{unit.name}联络员（B岗）", unit=unit.name, role="deputy"),
        )
    )


def _area_files(folder: Path) -> list[Path]:
    found = {int(path.stem[5:]): path for path in folder.glob("area-*.toml") if path.stem[5:].isdecimal()}
    return [found[number] for number in sorted(found)]


def _row(parent: Cells, word: str, row: dict[str, Any], key: str = "name") -> Cells:
    return Cells(row, parent.file, f"{word} {row.get(key, '?')}")


def _unit(cells: Cells) -> Unit:
    unit = Unit(
        name=cells.text("name"),
        kind=cells.one_of("kind", UnitKind, "unit"),
        aliases=cells.texts("aliases"),
        members=cells.texts("members"),
        convenor=cells.text_or_none("convenor"),
        shares_staff_with=cells.text_or_none("shares_staff_with"),
        ranked=cells.flag("ranked", True),
        note=cells.text("note", ""),
    )
    cells.done()
    return unit


def _post(cells: Cells) -> Post:
    post = Post(
        title=cells.text("title"),
        unit=cells.text("unit"),
        role=cells.one_of("role", Role),
        body=cells.text("body", ""),
        seat=cells.whole("seat", 1),
        part=cells.text("part", ""),
        same_holder_as=cells.text_or_none("same_holder_as"),
        note=cells.text("note", ""),
    )
    cells.done()
    return post


def _area(path: Path) -> Area:
    cells = open_file(path)
    area = Area(
        number=cells.whole("number"),
        title=cells.text("title"),
        short=cells.text("short"),
        items=tuple(_item(_row(cells, "item", row, "number")) for row in cells.tables("items")),
    )
    if path.name != f"area-{area.number}.toml":
        raise cells.fault(f"number {area.number} does not match the file's name", "file-number", found=area.number)
    cells.done()
    return area


def _item(cells: Cells) -> Item:
    item = Item(
        number=cells.text("number"),
        title=cells.text("title"),
        indicators=tuple(_indicator(_row(cells, "indicator", row, "code")) for row in cells.tables("indicators")),
    )
    cells.done()
    return item


def _indicator(cells: Cells) -> Indicator:
    period, office_set = cells.text("period"), cells.flag("office_set")
    indicator = Indicator(
        code=cells.text("code"),
        title=cells.text("title"),
        measure=cells.text("measure"),
        lead=cells.text("lead"),
        responsible=cells.texts("responsible"),
        requirements=tuple(
            _requirement(
                Cells(
                    {"period": period, "office_set": office_set, **row}, cells.file, _line(cells, row.get("seq", "?"))
                )
            )
            for row in cells.tables("requirements")
        ),
        evidence=cells.texts("evidence"),
        files=cells.text_or_none("files"),
        files_cadence=cells.text_or_none("files_cadence"),
        confidence=cells.one_of("confidence", Confidence, "high"),
        source_line=cells.whole("line"),
        note=cells.text("note", ""),
        doubts=tuple(_doubt(Cells(row, cells.file, f"{cells.where}, doubt")) for row in cells.tables("doubts")),
        text=cells.text("text", ""),
    )
    cells.done()
    return indicator


def _line(cells: Cells, seq: object) -> str:
    return f"{cells.where}, requirement {seq}"


def _requirement(cells: Cells) -> Requirement:
    """Period and office_set come from the indicator unless the row has its own; a B asks 是 and says no more."""
    tag: Tag = cells.one_of("tag", Tag)
    yes = tag == "B"
    op: Op = cells.one_of("op", Op, "=") if yes else cells.one_of("op", Op)
    target = cells.text("target", "是") if yes else cells.text("target")
    found = figure(target)
    if found is None and tag in ("N", "Z", "D"):
        raise cells.fault(f"target {target!r} is no figure, which tag {tag} needs", "no-figure", found=target, tag=tag)
    if found is not None and tag in ("B", "R", "X", "T"):
        problem = f"target {target!r} is a figure, which tag {tag} cannot have"
        raise cells.fault(problem, "a-figure", found=target, tag=tag)
    if (tag == "R") != (op == "rank") or (tag == "T") != (op == "trend"):
        raise cells.fault(f"op {op} does not go with tag {tag}", "op-of-tag", op=op, tag=tag)
    percent = found[1] if found else ""
    unit = percent or (cells.text("unit", "是否") if yes else cells.text("unit"))
    if found is not None and unit == "%" and not percent:
        problem = f"target {target!r} in the unit % should be written {target + '%'!r}"
        raise cells.fault(problem, "percent-sign", found=target)
    requirement = Requirement(
        seq=cells.whole("seq"),
        name=cells.text("name"),
        op=op,
        value=found[0] if found else None,
        target=target.removesuffix("%"),
        unit=unit,
        tag=tag,
        cadence=cells.text("cadence"),
        period=cells.text("period"),
        office_set=cells.flag("office_set"),
        deadline=cells.day_or_none("deadline"),
        calculation=cells.text("calculation", ""),
        kind=cells.one_of("kind", KindName, usual(tag, op, unit)),
        parts=cells.texts("parts"),
        whole=cells.flag("whole", True),
        split=cells.flag("split"),
        better=cells.one_of("better", Better, ""),
        months=cells.whole("months") if cells.has("months") else None,
        none=cells.one_of("none", Nothing, "undecided"),
        defined=cells.flag("defined", True),
        outside=cells.flag("outside"),
        verifier=cells.text("verifier", ""),
    )
    cells.done()
    return requirement


def _doubt(cells: Cells) -> Doubt:
    doubt = Doubt(
        field=cells.text("field"),
        printed=cells.text("printed"),
        reason=cells.text("reason"),
        reading=cells.text("reading"),
        alternatives=cells.texts("alternatives"),
        effects=cells.tables("effects"),
    )
    cells.done()
    return doubt
