"""Of leaders' remarks (批示): what was written, what is to become of it, who has read a weekly report."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class Remark:
    """`unit` and `day` are suggested as long as `rev` is 0. `step` and `answer` are of the task that came of it."""

    remark_id: int
    rev: int
    title: str  # of the leader's post
    text: str
    at: datetime
    digest: int  # the number of the weekly report
    state: str  # read, proposed, given, dropped
    unit: str
    day: date | None
    reason: str = ""
    step: str = ""
    done_on: date | None = None
    answer: str = ""


@dataclass(frozen=True)
class Draft:
    """拟办. `units` are the departments to choose from, where they are to be shown."""

    remark: Remark
    units: tuple[tuple[int, str], ...]
    limits: tuple[int, ...]  # working days
    left: int  # others that wait


@dataclass(frozen=True)
class List:
    """What waits for the director, and who has read the newest weekly report."""

    remarks: tuple[Remark, ...]
    digest: int | None
    readers: tuple[str, ...]  # by title
