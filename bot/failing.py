"""Jobs whose last turn failed: what fails for longer than a lock that is held, the office is to hear of."""

from datetime import datetime, timedelta

PATIENCE = timedelta(minutes=10)


class Failing:
    def __init__(self) -> None:
        self._since: dict[str, datetime] = {}  # job → since when, or when that was last written down

    def __len__(self) -> int:
        return len(self._since)

    def failed(self, job: str, now: datetime) -> bool:
        """Whether it is to be written down."""
        return now - self._since.setdefault(job, now) >= PATIENCE

    def written_down(self, job: str, now: datetime) -> None:
        self._since[job] = now

    def is_over(self, job: str) -> None:
        self._since.pop(job, None)
