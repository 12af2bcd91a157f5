"""From when to when the present step of a task runs, and who is reminded of it: its own period, a review, 补正 …"""

from dataclasses import dataclass
from datetime import date

from db.queries import holds, requests
from db.tables import Task
from domain.ladder import Audience, Ladder
from domain.lifecycle import HOLDER, Holder, Step
from services.office import Office

OPEN = "open"
TOLD = (Step.RETURNED, Step.REOPENED)  # with a limit that may be later than theirs

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
    from the day on which its holder got it; what came back until the limit that was told with it."""
    step = Step(task.step)
    known = office.rules.stretches.get(step)
    hold = holds.current(office.session, task.id) if known else None
    if known is None or hold is None:
        return _asked(office, task)
    opens = office.calendar.on_or_after(office.rules.hours.today(hold.since))
    told = task.mend_by if step in TOLD else None
    due = told or office.calendar.shift(opens, known.within)
    return Stretch(known.ladder, opens, due, AUDIENCE[HOLDER[step]], hold.id)


def _asked(office: Office, task: Task) -> Stretch:
    """Where the limit was moved the rungs before the new one come anew, those behind the grant alone: whoever asked was
    told of it."""
    ladder = office.rules.ladder(task.cadence)
    granted = requests.granted(office.session, task.id, "extension") if task.first_due else None
    if granted is None or granted.decided_at is None or granted.unit_id != task.unit_id:
        return Stretch(ladder, task.opens, task.limit, "contact")
    ladder = {audience: tuple(rung for rung in rungs if rung != OPEN) for audience, rungs in ladder.items()}
    return Stretch(ladder, office.rules.hours.today(granted.decided_at), task.limit, "contact", -granted.id)
