"""The plainest answers to the monthly round, in every combination of their parts: what is read is what is said, and
nearly all of them are read."""

import tomllib
from itertools import product

import pytest

from domain.reader.hear import hear
from domain.reader.question import Question
from tests.scoring import REPLIES, question_of

SHOULD = ("应填{n}", "应填{n}人", "应填报{n}人", "{n}", "{n}人", "本庭{n}人", "我们庭{n}个人", "应填人数{n}", "应报{n}")
FILED = (
    "实填{n}", "已填{n}", "已填{n}人", "全部已填", "都填了", "全填了", "均已填报", "{n}", "{n}人", "实际填报{n}人",
    "已报{n}人", "全员填报", "{n}人已填",
)  # fmt: skip
RECORDS = (
    "零记录", "无记录", "记录0", "记录0条", "没有记录", "无", "0", "零报告", "记录为零", "0条记录", "没有",
    "过问记录0条", "无过问", "没人过问", "记录没有",
)  # fmt: skip
BETWEEN = ("，", " ", "、", "；", "\n")
NUMBER = 30
READ = 0.93  # of all: 30 30 0 without a word may be anything


def question(before: int | None) -> Question:
    """The monthly round of a department of which so many were on record."""
    sheet = tomllib.loads((REPLIES / "2.1.1-all.toml").read_text(encoding="utf-8"))
    last = {} if before is None else {"should": before, "filed": before, "records": 0}
    return question_of(sheet | {"last": last})


@pytest.mark.parametrize("before", [None, 30, 31, 45])
def test_nothing_is_read_otherwise_than_it_is_said(before: int | None) -> None:
    """Whatever number is on record of the month before."""
    asked, wanted = question(before), {"should": NUMBER, "filed": NUMBER, "records": 0}
    texts = [
        BETWEEN[(n + n // len(RECORDS)) % len(BETWEEN)].join(parts).format(n=NUMBER)  # each part meets every mark
        for n, parts in enumerate(product(SHOULD, FILED, RECORDS))
    ]
    heard = {text: hear(text, asked) for text in texts}
    certain = {text: one.values for text, one in heard.items() if one.doubt is None}
    wrong = [text for text, values in certain.items() if any(wanted[name] != value for name, value in values.items())]
    assert wrong == []
    whole = sum(len(values) == len(wanted) for values in certain.values())
    print(f"\n{whole} of {len(texts)} read whole, with {before} on record")
    assert before not in (30, 31) or whole >= READ * len(texts)
