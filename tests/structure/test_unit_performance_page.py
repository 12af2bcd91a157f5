"""Of the page of figures a section is renewed, and what is missed is listed of all."""

from datetime import date

from tests.bench.figures import Figure, Table
from tests.bench.page import renewed

DAY = date(2026, 11, 26)
SLOW = Table("Replies", "peer", [Figure("replies", "/s", 100, 300, least=900)], "In turn.")
QUICK = Table("Replies", "peer", [Figure("replies", "/s", 1000, 300, least=900)], "In turn.")
OTHER = Table("Start", "peer", [Figure("start", "s", 2, 1, most=1), Figure("tick", "ms", 1, 1, most=5)])


def test_a_table_that_is_measured_again_takes_the_place_of_its_section() -> None:
    first = renewed("", [SLOW, OTHER], DAY, 0.5)
    assert first.endswith("## Goals\n\nMissed:\n\n- Replies: replies\n- Start: start\n")
    second = renewed(first, [QUICK], date(2026, 11, 27), 0.5)
    assert second.endswith("## Goals\n\nMissed:\n\n- Start: start\n")
    assert [line for line in second.splitlines() if line.startswith("## ")] == ["## Replies", "## Start", "## Goals"]
    assert "Measured on 2026-11-27" in second.partition("## Start")[0]
    assert "Measured on 2026-11-26" in second.partition("## Start")[2]
    assert renewed(second, [OTHER], DAY, 0.5) == second
