"""The collected replies of all forms go through the guard: it speaks up where there is cause, and nowhere else."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from domain.privacy import Kind, blacken
from domain.roll_call.names import counted, hints, tells

FOLDER = Path(__file__).parents[1] / "replies"
FALSE_ALARMS = 0.01
# in these a number stands that must not be kept, whatever else is reported beside it
WITH_CAUSE: dict[str, list[Kind]] = {
    "（2026）沪0114民初3312号入选典型案例": ["case"],
    "（2026）沪0114民初4871号什么时候开庭": ["case"],
    "座机39521234，诉前调解成功487件": ["phone"],
}
ASKED_ABOUT = ("一条 亲友打听案件进度", "听说有人被打招呼，没记")
UNITS = (
    "立案庭", "民事审判庭", "执行裁判庭", "安亭法庭", "南翔法庭", "审判监督庭", "机关党委", "派驻纪检监察组",
    "家事案件综合审判庭",
)  # fmt: skip


def _texts(value: Any) -> list[str]:
    if isinstance(value, list):
        return [text for inner in value for text in _texts(inner)]
    if not isinstance(value, dict):
        return []
    own = [value["text"]] if isinstance(value.get("text"), str) else []
    return own + [text for inner in value.values() for text in _texts(inner)]


def texts(pattern: str) -> list[str]:
    return [text for path in sorted(FOLDER.glob(pattern)) for text in _texts(tomllib.loads(path.read_text("utf-8")))]


REPLIES, ROUND = texts("*.toml"), texts("2.1.1-*.toml")


def test_a_reply_is_let_be_unless_such_a_number_stands_in_it() -> None:
    assert len(REPLIES) > 900
    alarms = {text: kinds for text in REPLIES if (kinds := blacken(text)[1] or blacken(text, of_file=True)[1])}
    wrong = {text: kinds for text, kinds in alarms.items() if WITH_CAUSE.get(text) != kinds}
    assert len(wrong) / len(REPLIES) < FALSE_ALARMS, wrong
    assert alarms == WITH_CAUSE
    print(f"{len(REPLIES)} replies, {len(alarms)} alarms, {len(wrong)} of them without cause")


def test_beside_the_number_the_reply_stays_as_it_is() -> None:
    assert blacken("座机39521234，诉前调解成功487件")[0] == "座机■■■■，诉前调解成功487件"


def test_a_reply_that_may_answer_several_questions_is_not_taken_for_a_story() -> None:
    assert [text for text in REPLIES if hints(text)] == list(ASKED_ABOUT)


@pytest.mark.parametrize("form", ["{unit}{text}", "{unit}：{text}", "{text}（{unit}）", "{text}，{unit}庭长已核对"])
def test_an_answer_to_the_round_keeps_its_words_whatever_the_department_is_called(form: str) -> None:
    assert len(ROUND) > 100
    assert [text for text in ROUND if tells(text)] == list(ASKED_ABOUT)
    written = [form.format(unit=unit, text=text) for unit in UNITS for text in ROUND if text not in ASKED_ABOUT]
    assert [text for text in written if counted(text) != text] == []
