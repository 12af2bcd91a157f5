"""The table of a matter's life: every state × event × part is tried, and every state leads somewhere."""

from itertools import chain, combinations
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.lifecycle import ENDED, HOLDER, LOCKED, OPEN, SAYS, TABLE, Event, Part, Step, next_step, state

PARTS: tuple[Part, ...] = get_args(Part)
SIDES = [frozenset(found) for found in chain.from_iterable(combinations(PARTS, n) for n in range(len(PARTS) + 1))]


@pytest.mark.parametrize("step", Step)
@pytest.mark.parametrize("event", Event)
def test_only_what_the_table_allows_happens_and_only_by_whom_it_names(step: Step, event: Event) -> None:
    row = TABLE.get((step, event))
    for parts in SIDES:
        found = next_step(step, event, parts)
        assert (found is not None) == (row is not None and bool(row.who & parts))
        assert found is None or found.to is row.to  # type: ignore[union-attr]


@pytest.mark.parametrize("step", Step)
def test_who_waits_is_one_and_who_is_done_waits_for_nobody(step: Step) -> None:
    assert (step in HOLDER) != (step in ENDED)
    assert (step in SAYS) == (step in HOLDER)  # and hears what is wanted


@pytest.mark.parametrize(("step", "event"), TABLE)
def test_whatever_happens_says_who_holds_it_then_and_what_is_wanted_of_them(step: Step, event: Event) -> None:
    row = TABLE[step, event]
    assert (row.holder, row.says) == (HOLDER.get(row.to), SAYS.get(row.to))
    assert (row.holder is None) == (row.to in ENDED)


@pytest.mark.parametrize("step", [step for step in Step if step not in ENDED])
def test_whoever_has_the_ball_can_play_it(step: Step) -> None:
    """The contact plays for the responsible departments as well: the lead may go on without them."""
    mover: Part = "contact" if HOLDER[step] == "responsible" else HOLDER[step]
    assert any(row.who & {mover} for (at, _), row in TABLE.items() if at is step)


def reachable(start: Step) -> set[Step]:
    found, edge = {start}, [start]
    while edge:
        at = edge.pop()
        for (step, _), row in TABLE.items():
            if step is at and row.to not in found:
                found.add(row.to)
                edge.append(row.to)
    return found


@pytest.mark.parametrize("step", Step)
def test_there_is_no_dead_end_before_the_end(step: Step) -> None:
    assert reachable(step) & ENDED
    assert reachable(Step.ASKED) == set(Step)


@pytest.mark.parametrize("step", sorted(LOCKED))
def test_an_accepted_version_is_touched_only_through_the_office(step: Step) -> None:
    out = {event: row for (at, event), row in TABLE.items() if at is step and row.to not in LOCKED}
    if reopens := out.pop(Event.REOPEN, None):
        assert reopens.who == {"office"}
    assert set(out) <= {Event.ADD, Event.LACK}  # one entry more, or one less: the others stay as they are


@given(st.lists(st.tuples(st.sampled_from(Event), st.sampled_from(SIDES)), max_size=60))
def test_any_life_is_in_one_state_at_a_time(events: list[tuple[Event, frozenset[Part]]]) -> None:
    step = Step.ASKED
    for event, parts in events:
        if move := next_step(step, event, parts):
            step = move.to
        assert (state(step) == "open") == (step in OPEN)
