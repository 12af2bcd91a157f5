"""What was asked, for which an answer is read."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from domain.cadences import Period
from domain.calendar import Calendar
from domain.reader.asked import Asked
from domain.reader.point_names import Point

Shape = Literal["figures", "yes", "occurrence", "day", "rank", "roll-call", "meeting", "entries"]
HELD_ONCE = ("day", "meeting", "entries")  # on one day, which is told
DATED = ("day", "occurrence", "meeting", "entries")


@dataclass(frozen=True)
class Question:
    """What was asked: figures, one point of an indicator by its number, a round, a meeting, or an entry.

    `field` is what the last question was about: a name of the round's fields, day or topic of a meeting.
    `calendar` counts working days in what is promised; without it Monday to Friday are worked.
    """

    shape: Shape
    today: date
    asked: Asked = field(default_factory=lambda: Asked((), ()))
    period: Period | None = None
    seq: int = 0  # of the point
    points: tuple[Point, ...] = ()  # of the indicator
    field: str = ""
    headcount: int | None = None
    calendar: Calendar | None = None
