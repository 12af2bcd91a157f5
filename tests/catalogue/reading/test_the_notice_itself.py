"""The first notice from its digitised text: what the reader gets right of it, and what it asks."""

import csv
from functools import cache
from pathlib import Path

import pytest

from catalogue.reading.draft import Draft
from catalogue.reading.drafting import draft_of

HERE = Path(__file__).parents[1]
DOUBTFUL = {
    "1.2.1": {"lead", "responsible"},
    "1.2.2": {"responsible"},
    "1.2.3": {"item", "lead", "responsible"},
    "1.3.1": {"item", "lead", "responsible"},
    "4.3.1": {"lead", "responsible"},
    "4.3.2": {"responsible"},
    "4.3.3": {"responsible"},
    "4.4.3": {"lead", "responsible"},
    "5.3.3": {"item"},
    "5.3.4": {"item"},
    "6.2.1": {"lead", "responsible"},
    "6.2.2": {"responsible"},
    "6.3.1": {"item", "lead"},
    "6.3.2": {"item"},
    "6.3.3": {"item"},
}


@cache
def draft() -> Draft:
    return draft_of((HERE / "annex.txt").read_bytes(), "annex.txt")


def rows() -> list[dict[str, str]]:
    with (HERE / "indicators.tsv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_areas_items_and_indicators() -> None:
    found = draft()
    assert (len(found.areas), sum(len(area.items) for area in found.areas), len(found.indicators)) == (6, 23, 51)
    assert (found.number, str(found.issued)) == ("嘉法发〔2022〕16号", "2022-06-23")


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["code"])
def test_departments_are_those_of_the_right_reading(row: dict[str, str]) -> None:
    found = next(one for one in draft().indicators if one.code == row["code"])
    assert "；".join(found.lead) == row["lead_departments"]
    assert list(found.responsible) == row["responsible_departments"].split(";")


def test_what_is_doubtful_is_asked_and_nothing_else() -> None:
    asked = {one.code: {doubt.field for doubt in one.doubts} for one in draft().indicators if one.doubts}
    assert asked == DOUBTFUL
