"""`rehearse`: what a year would bring, before it comes."""

import dataclasses
import json
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

import chinese_calendar
import pytest

from bot.player import Manner
from bot.rehearse import Line, rehearse
from tests.settings import SETTINGS, SHIPPED

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
SPRING = date(2026, 3, 2), date(2026, 4, 17)
MARCH = date(2026, 3, 6)  # its first week
FILING = 15  # departments of the house
UNASKED = ("card", "digest", "claim", "uncertain", "welcome", "sentence")
CARD, DIGEST = "card", "digest"


def played(start: date, end: date, manner: Manner) -> list[Line]:
    return list(rehearse(None, SETTINGS, start, end, manner))


def at(line: Line) -> datetime:
    return datetime.fromisoformat(line.at)


def reminders(lines: list[Line]) -> Iterator[tuple[Line, str, str, str]]:
    """(line, task, audience, rung) of whatever a card reminds of: `2.1.1 filing 立案庭 2026-03 contact T-1`."""
    for line in lines:
        for part in line.subject.split("; ") if line.kind == CARD else []:
            if " " in part:  # otherwise something that happened, and is no reminder
                task, audience, rung = part.rsplit(" ", 2)
                yield line, task, audience, rung


def is_worked(day: date) -> bool:
    return bool(chinese_calendar.is_workday(day))


def weeks(first: date, last: date) -> list[str]:
    """The ISO weeks with a working day, in their order."""
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return list(dict.fromkeys("{}-W{:02d}".format(*day.isocalendar()[:2]) for day in days if is_worked(day)))


# One rehearsal a test, since each plays months: the promises that it keeps are the functions here.


def a_year_brings_twelve_rounds_to_every_filing_department(year: list[Line]) -> None:
    asked = Counter(task for _, task, audience, rung in reminders(year) if (audience, rung) == ("contact", "open"))
    filing = [task.split(" ") for task in asked if " filing " in task]
    rounds = defaultdict(set)
    for _, _, unit, period in filing:
        rounds[unit].add(period)
    months = {"2025-12", *(f"2026-{month:02d}" for month in range(1, 12))}
    assert len(rounds) == FILING
    assert all(periods == months for periods in rounds.values())
    assert set(asked.values()) == {1}
    rungs = {(audience, rung) for _, task, audience, rung in reminders(year) if " filing " in task}
    assert rungs == {("contact", "open")}  # whoever has filed is not reminded
    sums = [task for task in asked if " filing-summary 派驻组 " in task]
    assert len(sums) == 12


def a_meeting_is_asked_for_in_each_half_and_not_again_once_it_was_held(year: list[Line]) -> None:
    told = [(task[-2:], rung) for _, task, _, rung in reminders(year) if " meeting " in task]
    assert told == [("H1", "open"), ("H1", "T-60"), ("H2", "open"), ("H2", "T-60")]


def nobody_is_spoken_to_unasked_outside_working_days_and_hours(lines: list[Line]) -> None:
    for line in lines:
        if line.kind in UNASKED:
            moment = at(line)
            assert is_worked(moment.date()), line
            assert time(9) <= moment.time() <= time(17), line


def each_rung_is_told_once(lines: list[Line]) -> None:
    told = Counter((task, audience, rung) for _, task, audience, rung in reminders(lines))
    assert told
    assert set(told.values()) == {1}


def there_is_a_digest_for_each_week_that_has_a_working_day(year: list[Line]) -> None:
    digests = [line for line in year if line.kind == DIGEST]
    wanted = weeks(FIRST, LAST)
    assert "2026-W08" not in wanted
    assert "2026-W53" not in [line.subject for line in digests]  # its first working day after is in 2027
    assert [line.subject for line in digests] == [week for week in wanted if week != "2026-W53"]
    assert {line.to for line in digests} == {"领导小组群"}
    assert [f"第 {n} 期" in line.text for n, line in enumerate(digests, start=1)] == [True] * len(digests)
    assert all(at(line).time() == time(9) for line in digests)


def a_person_hears_at_most_one_thing_unasked_a_working_day(lines: list[Line]) -> None:
    heard = Counter((line.to, at(line).date()) for line in lines if line.kind in UNASKED)
    assert max(heard.values()) == 1


def with_everyone_on_time_nobody_but_the_contacts_is_reminded(year: list[Line]) -> None:
    assert not [line for line, _, audience, _ in reminders(year) if audience != "contact"]


def the_heaviest_load_fits_one_card_a_month(year: list[Line]) -> None:
    """The contact of 立案庭 answers 24 demands a month, and whatever else falls due, from the card of one day."""
    cards = Counter(line.at[:7] for line in year if line.kind == CARD and line.to == "立案庭联络员")
    assert cards == Counter({f"2026-{month:02d}": 1 for month in range(1, 13)})
    monthly = {task for _, task, _, _ in reminders(year) if " monthly-late 立案庭 " in task}
    assert len(monthly) == 6 * 12


def with_nobody_answering_every_rung_comes_and_heads_and_office_hear_of_it(silent: list[Line]) -> None:
    told = [
        (f"{at(line):%m-%d}", audience, rung)
        for line, task, audience, rung in reminders(silent)
        if "filing 立案庭 2026-03" in task
    ]
    assert sorted(told) == [
        ("04-01", "contact", "open"),
        ("04-02", "contact", "T-1"),
        ("04-03", "contact", "T"),
        ("04-07", "contact", "T+1"),
        ("04-07", "head", "T+1"),
        ("04-09", "contact", "T+3"),
        ("04-09", "office", "T+3"),
    ]
    cards = Counter((line.to, at(line).date()) for line in silent if line.kind == CARD)
    assert max(cards.values()) == 1
    named = [line for line in silent if line.kind == DIGEST and "立案庭" in line.text]
    first = min(at(line) for line in silent if line.kind == CARD and line.to == "立案庭联络员")
    assert named
    assert at(named[0]) > first + timedelta(days=1)
    assert not [line for line in silent if line.to == "领导小组群" and "派驻组" in line.text]


def with_everyone_late_nobody_is_reminded_after_the_report_has_come(late: list[Line]) -> None:
    rungs = {(audience, rung) for _, task, audience, rung in reminders(late) if " filing " in task}
    assert rungs == {("contact", rung) for rung in ("open", "T-1", "T", "T+1")} | {("head", "T+1")}
    digests = [line.text for line in late if line.kind == DIGEST]
    assert "按时 0" in digests[-1]
    assert not [text for text in digests if "请关注" in text]  # two working days: nobody is named


@pytest.mark.long
def test_a_year_with_everyone_on_time() -> None:
    year = played(FIRST, LAST, "on-time")
    a_year_brings_twelve_rounds_to_every_filing_department(year)
    a_meeting_is_asked_for_in_each_half_and_not_again_once_it_was_held(year)
    nobody_is_spoken_to_unasked_outside_working_days_and_hours(year)
    each_rung_is_told_once(year)
    there_is_a_digest_for_each_week_that_has_a_working_day(year)
    a_person_hears_at_most_one_thing_unasked_a_working_day(year)
    with_everyone_on_time_nobody_but_the_contacts_is_reminded(year)
    the_heaviest_load_fits_one_card_a_month(year)


def test_spring_with_nobody_answering() -> None:
    silent = played(*SPRING, "none")
    nobody_is_spoken_to_unasked_outside_working_days_and_hours(silent)
    each_rung_is_told_once(silent)
    with_nobody_answering_every_rung_comes_and_heads_and_office_hear_of_it(silent)
    a_person_hears_at_most_one_thing_unasked_a_working_day(silent)


def test_spring_with_everyone_late_and_the_same_lines_once_more() -> None:
    late = played(*SPRING, "late")
    nobody_is_spoken_to_unasked_outside_working_days_and_hours(late)
    each_rung_is_told_once(late)
    with_everyone_late_nobody_is_reminded_after_the_report_has_come(late)
    a_person_hears_at_most_one_thing_unasked_a_working_day(late)
    again = played(SPRING[0], MARCH, "late")
    assert again == late[: len(again)]


def test_every_line_is_one_json_object_on_the_terminal(tmp_path: Path) -> None:
    day = date(2026, 2, 27)
    dates = ("--from", f"{day}", "--to", f"{day}")
    done = subprocess.run(
        [sys.executable, "-m", "bot", "rehearse", *dates, "--json"],
        env={"DUBAN_DATA_DIR": str(tmp_path), "PATH": ""},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, "")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert rows
    assert {tuple(row) for row in rows} == {("at", "to", "kind", "subject", "text")}
    lines = rehearse(None, SHIPPED, day, day, "on-time")
    assert rows == [dataclasses.asdict(line) for line in lines]
    assert not list(tmp_path.iterdir())  # nothing is written
