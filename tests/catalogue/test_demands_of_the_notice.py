"""The shipped notice read from its words alone, beside the checked reading of it."""

import tomllib
from collections import Counter
from fractions import Fraction
from pathlib import Path

import pytest

from catalogue.demands.demand import Demand
from catalogue.demands.reading import demands
from domain.notice import Notice

TEXTS = tomllib.loads((Path(__file__).parent / "texts.toml").read_text(encoding="utf-8"))
FIGURED = ("N", "Z", "R", "X", "T")  # B is worded freely, D is inferred by people


def _value(written: str, unit: str) -> Fraction | str:
    try:
        return Fraction(written) / (100 if unit == "%" else 1)
    except ValueError:
        return written


def _is_said(row: dict[str, str], one: Demand) -> bool:
    if one.tag != row["tag"] or one.op != row["op"]:
        return False
    if row["tag"] in ("R", "T"):
        return one.target == row["value"] and one.unit == row["unit"]
    if row["tag"] == "Z":
        return True
    if row["tag"] == "X":
        return one.unit == row["unit"] and (one.target == row["value"] or bool(one.doubt))
    return one.value == _value(row["value"], row["unit"]) and one.unit == row["unit"]


def _match(rows: list[dict[str, str]], found: list[Demand]) -> tuple[Counter[str], list[str]]:
    left, of, notes = list(found), Counter[str](), list[str]()
    for row in rows:
        one = next((one for one in left if _is_said(row, one)), None)
        if one is None:
            of["missed"] += 1
            notes.append(f"{row['code']} missed {row['name']} {row['op']} {row['value']} {row['unit']}")
            continue
        left.remove(one)
        of["doubted" if one.doubt else "right"] += 1
    of["wrong"] += len(left)
    notes += [f"{rows[0]['code'] if rows else '?'} wrong {one}" for one in left]
    return of, notes


@pytest.fixture(scope="module")
def reading(notice: Notice, requirement_rows: list[dict[str, str]]) -> tuple[dict[str, Counter[str]], list[str]]:
    by_tag: dict[str, Counter[str]] = {tag: Counter() for tag in FIGURED}
    notes = []
    for indicator in notice.indicators:
        found = demands(TEXTS[indicator.code], notice.issued)
        for tag in FIGURED:
            rows = [row for row in requirement_rows if row["code"] == indicator.code and row["tag"] == tag]
            of, some = _match(rows, [one for one in found if one.tag == tag])
            by_tag[tag] += of
            notes += [f"{indicator.code}: {note}" for note in some]
    return by_tag, notes


def test_every_indicator_of_the_notice_is_here(notice: Notice) -> None:
    assert set(TEXTS) == {one.code for one in notice.indicators}


def test_every_printed_figure_of_the_notice_is_found_and_no_other_one(
    reading: tuple[dict[str, Counter[str]], list[str]],
) -> None:
    by_tag, notes = reading
    columns = ("right", "doubted", "missed", "wrong")
    print("\n" + " " * 4 + "".join(f"{column:>9}" for column in columns))
    for tag, of in by_tag.items():
        print(f"{tag:4}" + "".join(f"{of[column]:>9}" for column in columns))
    assert notes == []
    assert sum(of["doubted"] for of in by_tag.values()) <= 8


def test_a_deadline_is_the_day_that_the_notice_names(notice: Notice, requirement_rows: list[dict[str, str]]) -> None:
    for row in requirement_rows:
        if row["deadline"]:
            found = demands(TEXTS[row["code"]], notice.issued)
            assert row["deadline"] in {str(one.deadline) for one in found}, row


def test_a_limit_behind_the_notice_carries_a_doubt(notice: Notice) -> None:
    (founded,) = demands(TEXTS["3.1.1"], notice.issued)
    assert founded.kind == "milestone"
    assert founded.doubt
