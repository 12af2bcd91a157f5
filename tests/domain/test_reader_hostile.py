"""Whatever is sent is read as text: no exception, no value, and no more work than for an answer.

How long it takes is measured in `make bench`; a pattern that goes back over its steps would not end here at all.
"""

import inspect
import re

import pytest

from domain.reader import amounts, figures, masking, names, placing, words
from tests.domain.figures_wanted import MEDIATION, RATE

LONGEST = 4096  # signs of a message
MODULES = (amounts, masking, names, placing, words)
PATTERNS = "".join(inspect.getsource(module) for module in MODULES)
SIGNS = sorted(set(re.sub(r"\s", "", PATTERNS)) | set(" \n\t\r\0\x07½②٣۳٪𝟙😀\u200f\u202e\ufeff\u0301"))
TOGETHER = (
    "1,", "1.", "1/", "1%", "12件", "第1", "一件", "百分之", "分之", "件中", "人中1", "其中", "一万", "万亿", "不是",
    "目标", "上月",
    "成功率", "诉前调解成功", "诉前调解", "10月", "〔2026〕", "(2026)沪", "1:", "1到", "1-", "约1", "1多", "与一",
    "中个", "比1", "1人x",
    "一、", "附件1", "https://", "去年同期", "总共", "1成", "个百分点", "1w", "为是", "没有未", "都已", "a1", "3。",
    "1件半", "\n1", "| ",
)  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "\n", "\0", "\x1b[31m", "\u202e3.25", "\u200f", "=1+1", "=SUM(A1:A9)", "+cmd|' /C calc'!A0",
        "@SUM(1)", "-1",
        "<b>487</b><script>alert(1)</script>", "&lt;487&gt;", "'; DROP TABLE report; --", "{{7*7}}", "%s%n",
        "../../etc/passwd",
        "NaN", "inf", "1e3", "0x1F", "½", "45²", "٣٤", "1٫5", "Ⅳ", "㊿", "🕐", "👨‍👩‍👧", "é" * 50, "\ud83d",
    ],
)  # fmt: skip
def test_what_is_no_answer_is_no_value(text: str) -> None:
    assert not figures.read(text, MEDIATION).values
    assert not figures.read(text, RATE).values


@pytest.mark.parametrize(
    "text", ["😀" * LONGEST, "👍🏻" * 1000, "👨‍👩‍👧" * 500, "\u200f" * LONGEST, " " * LONGEST, "\n" * LONGEST]
)
def test_as_many_signs_as_a_message_holds(text: str) -> None:
    assert not figures.read(text, MEDIATION).values
    assert figures.read(f"成功率52.3%{text[:-10]}", MEDIATION).values == figures.read("成功率52.3%", MEDIATION).values


@pytest.mark.parametrize("sign", [*SIGNS, *TOGETHER])
def test_no_sign_of_the_patterns_repeated_makes_a_value(sign: str) -> None:
    for length in (400, LONGEST):
        row = (sign * length)[:length]
        for text in (row, f"1{row[:-2]}1", f"成功率{row[:-8]}52.3%", f"{row[:-12]}诉前调解成功487件"):
            found = figures.read(text, MEDIATION)
            assert (found.doubt is None) == bool(found.values)
            assert not found.values or text is not row, text[:20]
