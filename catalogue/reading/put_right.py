"""A draft as a person has corrected it in the sheets of what was read."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from catalogue.demands.demand import Demand
from catalogue.reading import cells as sheets_back
from catalogue.reading.amended import Fault, amended
from catalogue.reading.cells import Broken, Cells, Changed, NotASheet, Row, rows_of
from catalogue.reading.departments import names
from catalogue.reading.draft import Draft, DraftArea, DraftIndicator, DraftItem
from catalogue.reading.put_right_house import units, with_notice
from catalogue.reading.sheets import DEMANDS, INDICATORS, NOTICE, PLACES, UNITS, sheets_of
from domain.paper import Sheet

KEYS = {INDICATORS: ("编号",), DEMANDS: ("编号", "序号"), UNITS: ("名称",), NOTICE: ("栏目",)}
TOLD = {INDICATORS: "指标", DEMANDS: "要求", UNITS: "名称", NOTICE: "内容"}
_FIELDS = {column: field for field, column in PLACES.items()}


@dataclass(frozen=True)
class PutRight:
    """The draft stands only where nothing is broken."""

    draft: Draft
    changes: tuple[Changed, ...]
    broken: tuple[Broken, ...]


def put_right(draft: Draft, cells: Cells) -> PutRight:
    """What was changed is settled; all else keeps its doubts."""
    sent = [sheet for sheet in sheets_of(draft) if sheet.title in KEYS]
    try:
        rows = {sheet.title: _rows(sheet, cells) for sheet in sent}
    except NotASheet as gone:
        return PutRight(draft, (), (Broken("", str(gone)),))
    found = tuple(
        change
        for sheet in sent
        for change in sheets_back.changes(sheet, rows[sheet.title], KEYS[sheet.title], TOLD[sheet.title])
    )
    return _Correction(draft, rows).done(found)


def _rows(sheet: Sheet, cells: Cells) -> list[Row]:
    if sheet.title not in cells:
        raise NotASheet(f"没有工作表“{sheet.title}”")
    found = rows_of(sheet, cells[sheet.title], KEYS[sheet.title])
    if sheet.title == UNITS and len(found) == len(sheet.rows):  # in its old place under another name: it was renamed
        gone = [row for row in sheet.rows if row[0] not in {one.cells["名称"] for one in found}]
        old = {id(one): dict(zip(sheet.head, row, strict=True)) for one, row in zip(found, sheet.rows, strict=True)}
        return [
            replace(one, was=old[id(one)]) if not one.was and tuple(old[id(one)].values()) in gone else one
            for one in found
        ]
    return found


class _Correction:
    def __init__(self, draft: Draft, rows: Mapping[str, Sequence[Row]]) -> None:
        self._draft, self._rows = draft, rows
        self._known = {one.code: one for one in draft.indicators}
        self._broken: list[Broken] = []

    def done(self, found: tuple[Changed, ...]) -> PutRight:
        demands = self._demands()
        areas = self._areas(demands)
        draft = replace(self._draft, areas=areas)
        draft = replace(draft, units=units(draft, self._draft, self._rows[UNITS], self._fault))
        draft = with_notice(draft, self._draft, self._rows[NOTICE], self._fault)
        return PutRight(draft, found, tuple(self._broken))

    def _fault(self, sheet: str, row: Row, column: str, why: str) -> None:
        self._broken.append(Broken(sheets_back.place(sheet, row, column), why))

    # requirements

    def _demands(self) -> dict[str, list[Demand]]:
        """By the code that stands before them."""
        known = {
            (one.code, str(seq)): demand for one in self._draft.indicators for seq, demand in enumerate(one.demands, 1)
        }
        codes = Counter(row.cells["编号"] for row in self._rows[INDICATORS])
        found: dict[str, list[Demand]] = {}
        for row in self._rows[DEMANDS]:
            code = row.cells["编号"]
            if code not in codes:
                if not row.was:  # those of an indicator that is gone are gone with it
                    self._fault(DEMANDS, row, "编号", f"“{code}”不在“{INDICATORS}”表里")
                continue
            if not code and codes[code] > 1:
                self._fault(DEMANDS, row, "编号", "没有写编号，不知道是哪条新增指标的要求")
                continue
            before = known[code, row.cells["序号"]] if row.was else None
            try:
                found.setdefault(code, []).append(amended(before, row))
            except Fault as fault:
                self._fault(DEMANDS, row, fault.column, fault.why)
        return found

    # indicators

    def _areas(self, demands: Mapping[str, Sequence[Demand]]) -> tuple[DraftArea, ...]:
        """In the order of the sheet; an area or item whose words stand there already is that one."""
        homes = {one.code: (area, item) for area in self._draft.areas for item in area.items for one in item.indicators}
        areas: dict[str, dict[str, tuple[DraftItem, list[DraftIndicator]]]] = {}
        titles: dict[str, str] = {}
        seen: set[str] = set()
        for row in self._rows[INDICATORS]:
            code = row.cells["编号"]
            if not row.cells["指标"]:
                self._fault(INDICATORS, row, "指标", "没有写指标")
            if code and code in seen:
                self._fault(INDICATORS, row, "编号", f"“{code}”写了两次")
            seen.add(code)
            home = homes.get(code) if row.was else None
            stays = home is not None and not row.is_changed("领域")
            area = str(home[0].number) if home and stays else self._key(row.cells["领域"])
            titles.setdefault(area, row.cells["领域"])
            same = stays and not row.is_changed("项目")
            item = home[1] if home and same else self._item(row.cells["项目"])
            _, members = areas.setdefault(area, {}).setdefault(item.number + item.title, (item, []))
            members.append(self._indicator(row, demands.get(code)))
        return tuple(
            DraftArea(number, titles[key], tuple(_counted(number, list(items.values()))))
            for number, (key, items) in enumerate(areas.items(), 1)
        )

    def _key(self, title: str) -> str:
        return next((str(area.number) for area in self._draft.areas if area.title == title), title)

    def _item(self, words: str) -> DraftItem:
        items = (item for area in self._draft.areas for item in area.items)
        return next((item for item in items if item.number + item.title == words), DraftItem("", words, ()))

    def _indicator(self, row: Row, demands: Sequence[Demand] | None) -> DraftIndicator:
        text, limit = row.cells["指标"], row.cells["完成时限"]
        points, notes = row.cells["分值"], row.cells["备注"]
        if not row.was:
            lead, others = names(row.cells["牵头部门"]).all, names(row.cells["责任部门"]).all
            from catalogue.demands.reading import demands as read_demands  # a start need not wait for it

            asked = tuple(demands) if demands is not None else read_demands(text, self._draft.issued)
            return DraftIndicator("", text, lead, others, asked, limit, points, notes)
        one = self._known[row.cells["编号"]]
        settled = {_FIELDS[column] for column in row.cells if column in _FIELDS and row.is_changed(column)}
        return replace(
            one,
            text=text if row.is_changed("指标") else one.text,
            lead=names(row.cells["牵头部门"]).all if "lead" in settled else one.lead,
            responsible=names(row.cells["责任部门"]).all if "responsible" in settled else one.responsible,
            deadline=limit if "deadline" in settled else one.deadline,
            demands=tuple(demands or ()),
            doubts=tuple(doubt for doubt in one.doubts if doubt.field not in settled),
            points=points if row.is_changed("分值") else one.points,
            notes=notes if row.is_changed("备注") else one.notes,
        )


def _counted(area: int, items: Sequence[tuple[DraftItem, list[DraftIndicator]]]) -> Iterator[DraftItem]:
    for number, (item, members) in enumerate(items, 1):
        counted = (replace(one, code=f"{area}.{number}.{n}") for n, one in enumerate(members, 1))
        yield DraftItem(item.number, item.title, tuple(counted))
