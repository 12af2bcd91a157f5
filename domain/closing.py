"""销号: what ends is struck off once it is proven and verified; what is asked again is settled for a period."""

from datetime import date
from typing import Literal

from domain.cadences import Every, Period
from domain.lifecycle import Step

Ending = Literal["", "strike", "settle"]
# a sum and a round are no matters of their own
ENDING_FORMS = ("readings", "register", "meeting", "words")


def ending(form: str, every: Every | None, *, is_part: bool) -> Ending:
    """How a matter may end; `every` is None of what is answered in words. Parts end with their report."""
    if form not in ENDING_FORMS or is_part:
        return ""
    return "strike" if every in (None, "once") else "settle"


def obstacle(step: Step, how: Ending, period: Period | None, today: date, *, proven: bool) -> str | None:
    """The code of what stands in the way of asking for it."""
    if step is Step.CLOSING:
        return "closing-asked"
    if step in (Step.STRUCK, Step.SETTLED):
        return "closed-already"
    if not how:
        return "never-closed"
    if step is not Step.ACCEPTED:
        return "not-accepted"
    if how == "settle" and period is not None and today <= period.end:
        return "period-not-over"
    return None if proven else "proof-missing"
