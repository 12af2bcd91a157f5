"""Of leaders' remarks (批示): what was written, what is to become of it, who has read a weekly report."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class Doer:
    """A department that it is for. `step` and `answer` are of the task that came of it."""

    unit: str
    step: str = ""
    done_on: date | None = None
    answer: str = ""


@dataclass(frozen=True)
class Remark:
    """`doers` and `day` are suggested as long as `rev` is 0."""

    remark_id: int
    rev: int
    title: str  # of the leader's post
    text: str
    at: datetime
    digest: int  # the number of the weekly report
    state: str  # read, proposed, given, dropped
    doers: tuple[Doer, ...]
    day: date | None
    reason: str = ""

    @property
    def done_on(self) -> date | None:
        """The day on which the last of them had done it."""
        days = [doer.done_on for doer in self.doers if doer.done_on]
        return max(days) if days and len(days) == len(self.doers) else None


@dataclass(frozen=True)
class Draft:
    """拟办. `units` are the departments to choose from, where they are to be shown: another one, or one `beside`."""

    remark: Remark
    units: tuple[tuple[int, str], ...]
    limits: tuple[int, ...]  # working days
    left: int  # others that wait
    beside: bool = False


@dataclass(frozen=True)
class List:
    """What waits for the director, and who has read the newest weekly report."""

    remarks: tuple[Remark, ...]
    digest: int | None
    readers: tuple[str, ...]  # by title
