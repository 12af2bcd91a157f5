"""Two months in which nobody answers: who is asked to sign what, and on which day."""

from collections import Counter
from datetime import date, datetime

from bot.rehearse import Line, rehearse
from tests.house import DIRECTOR, PRESIDENT
from tests.settings import SHIPPED

SILENT = date(2026, 3, 2), date(2026, 4, 30)


def asked(lines: list[Line], task: str) -> list[tuple[str, str]]:
    """Day and post of every card that brings a proposal about a task."""
    found = []
    for line in lines:
        if line.kind == "card":
            parts = (part.rsplit(" ", 2) for part in line.subject.split("; "))
            if any(part[0] == task and part[2].startswith("order-") and "again" not in part[2] for part in parts):
                found.append((f"{datetime.fromisoformat(line.at):%m-%d}", line.to))
    return found


def test_proposals_come_to_their_signers_on_the_days_of_the_rules() -> None:
    lines = list(rehearse(None, SHIPPED, *SILENT, "none"))
    # due on 4 March and 3 April: yellow three working days later, red ten
    assert asked(lines, "2.1.1 filing 立案庭 2026-02") == [("03-09", DIRECTOR), ("03-18", PRESIDENT)]
    assert asked(lines, "2.1.1 filing 立案庭 2026-03") == [("04-09", DIRECTOR), ("04-20", PRESIDENT)]
    assert asked(lines, "5.2.1 monthly-late 立案庭 2026-02") == [("03-16", DIRECTOR), ("03-25", PRESIDENT)]
    # the director does not sign about the own department
    assert ("03-09", DIRECTOR) not in asked(lines, "2.1.1 filing 政治部 2026-02")
    # 派驻组 is never ordered anything, and the group hears nothing
    assert not [line for line in lines if "派驻组" in line.subject and "order-" in line.subject.split("派驻组")[1][:40]]
    assert not [line for line in lines if line.kind == "order" or (line.to == "领导小组群" and "督办单" in line.text)]
    cards = Counter((line.to, line.at[:10]) for line in lines if line.kind == "card")
    assert max(cards.values()) == 1
