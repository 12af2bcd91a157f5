"""Of the bot itself."""

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True)
class DidNotRun:
    """Since it was last told of: from when to when nobody was there, which jobs failed; and by how
    much the clock is ahead now, where that is too much."""

    off: tuple[tuple[datetime, datetime], ...] = ()
    jobs: tuple[str, ...] = ()
    drift: timedelta | None = None
