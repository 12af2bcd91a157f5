"""The beginning of a year, played by the program and worked out by an independent planner (I-04).

`make torture` compares three whole years.
"""

from tests.torture import years


def test_every_reminder_of_the_first_weeks_is_planned_and_every_planned_one_is_sent() -> None:
    told, cards, wrong = years.compare(2028, "01-07")
    assert wrong == []
    assert told > 300
    assert cards > 50
