"""How far the clock of this machine is from Telegram's, by the Date of its answers."""

from datetime import datetime, timedelta

MOST = timedelta(seconds=60)
KEPT = 3


class Drift:
    """The middle one of the last three: an answer that lay in a proxy, or a clock that was set meanwhile, is one."""

    def __init__(self) -> None:
        self._last: tuple[timedelta, ...] = ()

    def tell(self, theirs: datetime, ours: datetime) -> None:
        self._last = (*self._last, ours - theirs)[-KEPT:]

    @property
    def now(self) -> timedelta | None:
        """Positive where ours is ahead; None before the first answer."""
        return sorted(self._last)[len(self._last) // 2] if self._last else None

    @property
    def wrong(self) -> timedelta | None:
        """The same, where it is too far for anybody to be escalated by it."""
        found = self.now
        return found if found is not None and abs(found) > MOST else None
