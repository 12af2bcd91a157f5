"""Private first, and one unasked message a working day: whatever happens over seven weeks, and in whichever manner."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date

import pytest
from pydantic import TypeAdapter
from sqlmodel import select

from bot.player import Manner
from bot.rehearse import GROUP, Ledger, play
from db.queries import fairness
from db.tables import Digest, Outbox, Reminder, Task, Unit
from domain.facts import digest as facts
from domain.fairness import Held, is_needless
from services.saying import Rank
from tests.settings import SHIPPED
from tests.stories.walking import walk

SPRING = date(2026, 3, 2), date(2026, 4, 17)
SET_UP = ("menu", "leave")  # no messages: the command menu of a chat, and leaving a group
FACTS = TypeAdapter(facts.Digest)
DRAFT = "digest-draft"  # to be signed, as an order is: decision 0032


def unasked(ledger: Ledger) -> Iterator[Outbox]:
    """All that somebody was sent in private who had neither pressed nor written anything."""
    found = select(Outbox).where(Outbox.rank > Rank.ANSWER, Outbox.state == "sent", Outbox.chat_id > 0)
    for row in ledger.desk.session.exec(found):
        if row.edits is None and row.kind not in (*SET_UP, DRAFT):
            yield row


def day_of(ledger: Ledger, row: Outbox) -> date:
    return ledger.desk.rules.hours.today(row.since)


def nobody_gets_two_unasked_messages_a_day(ledger: Ledger) -> None:
    heard: defaultdict[tuple[int, date], list[str]] = defaultdict(list)
    for row in unasked(ledger):
        heard[row.chat_id, day_of(ledger, row)].append(row.kind)
    assert heard
    assert {key: kinds for key, kinds in heard.items() if len(kinds) > 1} == {}


def whoever_is_named_in_the_group_was_told_a_working_day_before(ledger: Ledger) -> int:
    """By the records of what was sent, not by what the report itself says; how many were named."""
    session, named = ledger.desk.session, 0
    calendar, first = ledger.desk.calendar, first_told(ledger)
    units = {unit.name: unit for unit in session.exec(select(Unit))}
    for row in session.exec(select(Outbox).where(Outbox.kind == "digest", Outbox.chat_id == GROUP)):
        day = day_of(ledger, row)
        digest = session.get_one(Digest, row.args["digest"])
        shown = FACTS.validate_python(digest.facts)
        for late in shown.behind:
            assert calendar.count(first[late.task_id], day) >= 1, late
            assert units[late.unit].ranked, late
        behind = Counter(late.unit for late in shown.behind)
        for one in shown.standing.units:
            assert one.overdue <= behind[one.unit], one  # the picture says no more than the words
        named += len(shown.behind)
    return named


def first_told(ledger: Ledger) -> dict[int, date]:
    """Task → the day on which the one who holds it first had it in the private chat."""
    hours, found = ledger.desk.rules.hours, dict[int, date]()
    for reminder, at in fairness.told(ledger.desk.session, *SPRING):
        if reminder.audience == "contact":
            day = hours.today(at)
            found[reminder.task_id] = min(day, found.get(reminder.task_id, day))
    return found


def nobody_is_reminded_of_what_is_with_somebody_else(ledger: Ledger) -> None:
    session = ledger.desk.session
    told = [pair for pair in fairness.told(session, *SPRING) if pair[0].audience == "contact"]
    holds = fairness.holds(session, {reminder.task_id for reminder, _ in told})
    for reminder, at in told:
        task = session.get_one(Task, reminder.task_id)
        held = [Held(hold.unit_id, hold.since, hold.until) for hold in holds[task.id]]
        assert not is_needless(at, task.unit_id, held), (task, reminder, at)


def nothing_of_the_inspection_group_is_said_in_the_group(ledger: Ledger) -> None:
    assert not [line for line in ledger.lines if line.to == "领导小组群" and "派驻组" in line.text]


def heads_and_office_hear_after_the_holder(ledger: Ledger) -> None:
    first = first_told(ledger)
    rows = ledger.desk.session.exec(select(Reminder).where(Reminder.audience == "head"))
    assert not [row for row in rows if row.on_date <= first[row.task_id]]


@pytest.mark.parametrize(
    "manner", ["late", *(pytest.param(manner, marks=pytest.mark.long) for manner in ("on-time", "none"))]
)
def test_a_quarter_is_fair(manner: Manner) -> None:
    ledger = play(None, SHIPPED, *SPRING, manner)
    nobody_gets_two_unasked_messages_a_day(ledger)
    named = whoever_is_named_in_the_group_was_told_a_working_day_before(ledger)
    assert (named > 0) == (manner == "none")
    nobody_is_reminded_of_what_is_with_somebody_else(ledger)
    nothing_of_the_inspection_group_is_said_in_the_group(ledger)
    heads_and_office_hear_after_the_holder(ledger)
    assert walk(ledger.desk, SPRING[1], of_each=10) > 200
    ledger.desk.close()


@pytest.mark.long
def test_no_page_of_a_played_year_is_too_long_for_the_caption_of_its_picture() -> None:
    ledger = play(None, SHIPPED, SPRING[0], date(2026, 12, 31), "on-time")
    tasks = len(ledger.desk.session.exec(select(Task)).all())
    assert walk(ledger.desk, date(2026, 12, 31)) > 2 * tasks > 600  # each has its story and its report
    ledger.desk.close()
