"""Whatever was read goes out as sheets and comes back the same, and what a person typed over is read strictly."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from catalogue.papers.paper import Place
from catalogue.reading.amended import Fault, amended
from catalogue.reading.cells import Row
from catalogue.reading.draft import Draft
from catalogue.reading.drafting import draft_of
from catalogue.reading.put_right import put_right
from catalogue.reading.returned import returned
from catalogue.reading.settling import questions, settled
from catalogue.reading.sheets import HEADS, sheets_of
from catalogue.reading.storing import nameless, restored, stored
from domain.paper import Book, Mark
from exports.book import draw
from tests.documents.scoring import documents

MARK = Mark(7, 3, "0123456789abcdef")
FULL = [pytest.param(data, name, id=stem) for stem, name, data, _ in documents()]
FIRST = documents()[0][2], documents()[0][1]


def cells_of(draft: Draft) -> dict[str, dict[Place, str]]:
    found = returned(draw(Book(sheets_of(draft), MARK)), "表.xlsx")
    assert found is not None
    assert found.mark == MARK
    return found.cells


@pytest.mark.parametrize(("data", "name"), FULL)
def test_a_document_comes_back_as_it_went_out(data: bytes, name: str) -> None:
    draft = draft_of(data, name)
    assert restored(stored(draft)) == nameless(draft)
    back = put_right(draft, cells_of(draft))
    assert (back.changes, back.broken) == ((), ())
    assert back.draft.indicators == draft.indicators
    assert (back.draft.units, back.draft.doubts) == (draft.units, draft.doubts)


@pytest.mark.parametrize(("data", "name"), FULL)
def test_with_every_doubt_answered_as_suggested_none_is_left(data: bytes, name: str) -> None:
    draft = draft_of(data, name)
    done = settled(draft, {one.key: 0 for one in questions(draft)})
    assert questions(done) == ()
    assert len(done.indicators) == len(draft.indicators)


@pytest.mark.parametrize(("data", "name"), FULL[:3])
def test_with_some_doubts_answered_the_others_stay(data: bytes, name: str) -> None:
    draft = draft_of(data, name)
    every = questions(draft)
    done = settled(draft, {one.key: 0 for one in every[::2]})
    assert len(questions(done)) == len(every) - len(every[::2])


SENT = {
    "编号": "1.1.1",
    "序号": "1",
    "要求": "办结率",
    "比较": "不低于",
    "数值": "60",
    "单位": "%",
    "周期": "",
    "时限": "",
    "原文": "办结率达到60%",
}


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ({"数值": "65"}, {"value": Fraction(13, 20), "target": "65", "tag": "N"}),
        ({"数值": "６５％"}, {"value": Fraction(13, 20), "target": "65"}),
        ({"数值": "0", "比较": "="}, {"value": Fraction(0), "op": "=", "tag": "Z"}),
        ({"数值": "1,200", "单位": "件"}, {"value": Fraction(1200), "unit": "件"}),
        ({"比较": "≤"}, {"op": "<="}),
        ({"比较": "排名", "数值": "前列", "单位": "全市"}, {"op": "rank", "value": None, "tag": "R", "kind": "rank"}),
        ({"数值": "是", "比较": "等于", "单位": "是否"}, {"value": None, "tag": "B", "kind": "practice"}),
        ({"周期": "每季度"}, {"period": "quarter"}),
        ({"时限": "2026年6月30日"}, {"deadline": date(2026, 6, 30)}),
        ({"时限": "2026-6-30"}, {"deadline": date(2026, 6, 30)}),
    ],
)
def test_what_is_typed_over_is_read(typed: dict[str, str], wanted: dict[str, object]) -> None:
    found = amended(None, Row(2, SENT | typed, {}))
    assert {name: getattr(found, name) for name in wanted} == wanted
    assert found.doubt == ""


@pytest.mark.parametrize(
    ("typed", "column"),
    [
        ({"比较": "约等于"}, "比较"),
        ({"数值": ""}, "数值"),
        ({"数值": "六成5"}, "数值"),
        ({"数值": "65%", "单位": "件"}, "数值"),
        ({"周期": "偶尔"}, "周期"),
        ({"时限": "2026-02-30"}, "时限"),
        ({"时限": "年底"}, "时限"),
        ({"要求": ""}, "要求"),
    ],
)
def test_what_cannot_be_read_is_named_by_its_column(typed: dict[str, str], column: str) -> None:
    with pytest.raises(Fault) as caught:
        amended(None, Row(2, SENT | typed, {}))
    assert caught.value.column == column


def test_a_department_that_is_renamed_keeps_its_old_name_as_another_one() -> None:
    draft = draft_of(*FIRST)
    cells = cells_of(draft)
    old = draft.units[0]
    cells["部门"][1, HEADS["部门"].index("名称")] = f"{old.name}（新）"
    unit = put_right(draft, cells).draft.units[0]
    assert (unit.name, unit.aliases) == (f"{old.name}（新）", (*old.aliases, old.name))


def test_every_sheet_carries_text_alone_however_it_begins() -> None:
    draft = draft_of(*FIRST)
    area = draft.areas[0]
    one = replace(area.items[0].indicators[0], text="=1+1", notes="@SUM(A1)")
    item = replace(area.items[0], indicators=(one, *area.items[0].indicators[1:]))
    hostile = replace(draft, areas=(replace(area, items=(item, *area.items[1:])), *draft.areas[1:]))
    cells = cells_of(hostile)["指标"]
    assert (cells[1, 3], cells[1, 8]) == ("=1+1", "@SUM(A1)")
