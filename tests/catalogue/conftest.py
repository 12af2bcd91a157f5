import csv
from pathlib import Path

import pytest

from catalogue.shipped import load
from domain.notice import Notice

HERE = Path(__file__).parent


def _rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.fixture(scope="session")
def notice() -> Notice:
    return load("jiading-2022")


@pytest.fixture(scope="session")
def indicator_rows() -> list[dict[str, str]]:
    """The checked reading of annex 3, one row an indicator; kept apart from the shipped files on purpose."""
    return _rows("indicators.tsv")


@pytest.fixture(scope="session")
def requirement_rows() -> list[dict[str, str]]:
    return _rows("requirements.tsv")
