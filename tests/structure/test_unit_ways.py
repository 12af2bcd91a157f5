"""The way down in one message: what leads back to where."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import ways
from db.tables import Outbox
from tests.house import at

Page = tuple[str, dict[str, Any]]
UNIT: Page = ("unit", {"unit": 5, "page": 1})
SECOND: Page = ("unit", {"unit": 5, "page": 2})
OTHER: Page = ("unit", {"unit": 6, "page": 1})
INDICATOR: Page = ("indicator", {"code": "5.2.1"})
HISTORY: Page = ("history", {"task": 7, "page": 1})
TOP: Page = ("status", {"words": True})


def shown(kind: str, args: dict[str, Any]) -> Outbox:
    now = at("2026-03-02 09:00")
    return Outbox(key="x", chat_id=1, kind=kind, args=args, rank=0, not_before=now, since=now)


def walked(*pages: Page) -> Outbox:
    """The message after these pages were opened in it, one from the other."""
    (kind, args), *rest = pages
    row = shown(kind, args)
    for kind, args in rest:
        row = shown(kind, ways.down(row, kind, args))
    return row


@pytest.mark.parametrize(
    ("pages", "above"),
    [
        ([TOP], []),
        ([TOP, UNIT], [TOP]),
        ([ways.TOP, UNIT], [ways.TOP]),  # in its picture
        ([("digest", {"digest": 3}), UNIT], [ways.TOP]),  # the issue stays, and below it is today
        ([TOP, UNIT, INDICATOR, HISTORY], [TOP, UNIT, INDICATOR]),
        ([TOP, UNIT, SECOND], [TOP]),  # turned over it is the same page
        ([TOP, UNIT, SECOND, HISTORY], [TOP, SECOND]),  # and one comes back to where one was
        ([TOP, UNIT, INDICATOR, HISTORY, INDICATOR], [TOP, UNIT]),  # a page passed already is gone back to
        ([TOP, UNIT, OTHER], [TOP, UNIT]),
        ([TOP, UNIT, TOP], []),
    ],
)
def test_what_leads_to_a_page(pages: list[Page], above: list[Page]) -> None:
    assert ways.above(walked(*pages).args) == above


def test_a_card_is_no_page_and_stays_what_it_is() -> None:
    assert not ways.is_page(shown("card", {}))
    assert ways.down(shown("card", {}), *UNIT) == UNIT[1]


@given(st.lists(st.sampled_from([TOP, UNIT, SECOND, OTHER, INDICATOR, HISTORY]), min_size=1, max_size=40))
def test_however_one_walks_one_comes_to_the_top_and_no_page_twice(pages: list[Page]) -> None:
    row, seen = walked(*pages), 0
    while (found := ways.up(row)) is not None:
        row, seen = shown(*found), seen + 1
    assert seen <= ways.DEEPEST
    subjects = [(kind, str(args)) for kind, args in ways.above(walked(*pages).args)]
    assert len(subjects) == len(set(subjects))
