"""The examination itself: each document says what its right reading says, and the score sees what is wrong."""

import re
from copy import deepcopy
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from lxml import html
from openpyxl import load_workbook

from tests.documents.comparing import is_same_figure, norm
from tests.documents.scoring import documents, score

Json = dict[str, Any]
ALL = documents()
FULL = [pytest.param(data, name, right, id=stem) for stem, name, data, right in ALL]


def shown(data: bytes, name: str) -> str:
    """All that the document says, anywhere in it."""
    if name.endswith(".docx"):
        return "".join(Document(BytesIO(data)).element.body.itertext())
    if name.endswith(".xlsx"):
        sheets = load_workbook(BytesIO(data)).worksheets
        return "\n".join(f"{sheet.title}\n" + "\n".join(_cells(sheet)) for sheet in sheets)
    try:
        text = data.decode()
    except UnicodeDecodeError:
        text = data.decode("gb18030")
    page = html.fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8"))
    return "".join(map(str, page.itertext()))


def _cells(sheet: Any) -> list[str]:
    return [str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None]


def perfect(right: Json) -> Json:
    """The draft that makes no mistake and asks wherever a clerk would."""
    areas: list[Json] = []
    for one in right["indicators"]:
        if not areas or areas[-1]["title"] != one["area"]:
            areas.append({"title": one["area"], "items": []})
        items = areas[-1]["items"]
        if not items or items[-1]["title"] != one["item"]:
            items.append({"title": one["item"], "indicators": []})
        figures = [dict(zip(("name", "op", "value", "unit"), figure, strict=True)) for figure in one.get("figures", ())]
        items[-1]["indicators"].append(
            {
                "text": one["text"],
                "lead": one["lead"],
                "responsible": one["responsible"],
                "requirements": [{**figure, "op": figure["op"].split()[0], "doubt": ""} for figure in figures],
                "doubts": [{"field": field} for field in one.get("doubtful", ())],
            }
        )
    return {"number": right["number"], "title": right["title"], "areas": areas}


@pytest.mark.parametrize(("data", "name", "right"), FULL)
def test_a_document_says_what_its_reading_says(data: bytes, name: str, right: Json) -> None:
    said = re.sub(r"\W", "", shown(data, name))
    wanted = [right["number"], right["title"]]
    for one in right["indicators"]:
        wanted += [one["area"], one["item"], one["text"], *one["lead"], *one["responsible"]]
    assert [text for text in wanted if re.sub(r"\W", "", text) not in said] == []


@pytest.mark.parametrize(("data", "name", "right"), FULL)
def test_no_two_indicators_of_a_document_are_one(data: bytes, name: str, right: Json) -> None:
    places = [(one["area"], one["item"], norm(one["text"])) for one in right["indicators"]]
    assert len(set(places)) == len(places)
    assert 12 <= len(places) <= 70


@pytest.mark.parametrize(("data", "name", "right"), FULL)
def test_a_perfect_draft_loses_nothing(data: bytes, name: str, right: Json) -> None:
    result = score(name, right, perfect(right))
    assert result.mistakes == []
    number = len(right["indicators"])
    assert (result.counts["found"], result.counts["cells_right"]) == (number, 2 * number)
    assert result.counts["figures_right"] == sum(len(one.get("figures", ())) for one in right["indicators"])


def spoilt(field: str, value: object, doubt: str = "") -> Json:
    """The first document's perfect draft with one field of its first indicator wrong."""
    draft = deepcopy(perfect(ALL[0][3]))
    one = draft["areas"][0]["items"][0]["indicators"][0]
    one[field] = value
    one["doubts"] = [{"field": doubt}] if doubt else []
    return draft


WRONG_FIGURE = [{"name": "浓度", "op": ">=", "value": "33", "unit": "微克/立方米", "doubt": ""}]


@pytest.mark.parametrize(
    ("field", "value", "doubt", "names"),
    [
        ("text", "另一项毫不相干的任务", "", {"lost", "extra"}),
        ("lead", ["区水务局"], "", {"cells_wrong"}),
        ("lead", ["区水务局"], "lead", {"cells_doubted"}),
        ("responsible", [], "", {"cells_wrong"}),
        ("requirements", WRONG_FIGURE, "", {"figures_wrong", "figures_missed"}),
        ("requirements", WRONG_FIGURE, "figure", {"figures_doubted"}),
        ("requirements", [], "", {"figures_missed"}),
    ],
)
def test_a_mistake_is_seen(field: str, value: object, doubt: str, names: set[str]) -> None:
    mistakes = score("", ALL[0][3], spoilt(field, value, doubt)).mistakes
    assert {mistake.partition(":")[0] for mistake in mistakes} == names


def test_an_indicator_under_another_item_is_not_found() -> None:
    draft = perfect(ALL[0][3])
    draft["areas"][0]["title"] = "另一领域"
    result = score("", ALL[0][3], draft)
    assert 0 < result.counts["misplaced"] == len(ALL[0][3]["indicators"]) - result.counts["found"]


@pytest.mark.parametrize(
    ("figure", "said", "is_same"),
    [
        (["治理率", ">= =", "65", "%"], (">=", "65", "％"), True),
        (["治理率", ">= =", "65", "%"], ("≥", "65.0", "%"), True),
        (["治理率", ">=", "65", "%"], ("=", "65", "%"), False),
        (["治理率", ">=", "65", "%"], (">=", "65", "个百分点"), False),
        (["演练", ">=", "2", "次/年"], (">=", "2", "次"), True),
        (["投资", ">=", "2.3", "亿元"], (">=", "230000000", "元"), True),
        (["事故", "=", "0", "起"], ("=", "0", "件"), True),
        (["事故", "=", "0", "起"], ("=", "0", "%"), False),
        (["满意度", "rank", "前三", ""], ("rank", "前三", "全市"), True),
        (["满意度", "rank", "前三", ""], ("<=", "3", "名"), True),
        (["满意度", "rank", "前三", ""], ("rank", "前五", ""), False),
    ],
)
def test_a_figure_is_right_by_operator_value_and_unit(
    figure: list[str], said: tuple[str, str, str], is_same: bool
) -> None:
    assert is_same_figure(figure, dict(zip(("op", "value", "unit"), said, strict=True))) is is_same
