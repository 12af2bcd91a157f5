"""From when to when the present step of a task runs, and who is reminded of it: its own period, a review, 补正 …"""

from dataclasses import dataclass
from datetime import date

from db.queries import holds
from db.tables import Task
from domain.ladder import Audience, Ladder
from domain.lifecycle import HOLDER, Holder, Step
from services.office import Office

AUDIENCE: dict[Holder, Audience] = {
    "contact": "contact", "responsible": "contact", "head": "reviewer", "reviewer": "reviewer", "office": "office",
}  # fmt: skip


@dataclass(frozen=True)
class Stretch:
    """`holder` is the audience of who has the ball: others hear of it later. `round` tells apart two of a kind."""

    ladder: Ladder
    opens: date
    due: date
    holder: Audience
    round: int = 0


def of(office: Office, task: Task) -> Stretch:
    """KeyError where the settings have lost its cadence. A task that is asked runs in its period; any other step of it
    from the day on which its holder got it."""
    step = Step(task.step)
    known = office.rules.stretches.get(step)
    hold = holds.current(office.session, task.id) if known else None
    if known is None or hold is None:
        return Stretch(office.rules.ladder(task.cadence), task.opens, task.due, "contact")
    opens = office.calendar.on_or_after(office.rules.hours.today(hold.since))
    due = office.calendar.shift(opens, known.within)
    return Stretch(known.ladder, opens, due, AUDIENCE[HOLDER[step]], hold.id)
