"""The timetable: jobs in the order in which a beat runs them.

A job has `run(office, units) -> bool`, True where more is left, and `next_due(office)`, when it will have something.
Jobs derive what should exist by now; they remember nothing.
"""

from datetime import datetime
from typing import Protocol

from bot.jobs import act, decide, look, mornings, open_tasks, orders, remind, tell, tidy, weekly
from services.office import Office


class Job(Protocol):
    __name__: str

    def run(self, office: Office, units: int, /) -> bool: ...

    def next_due(self, office: Office, /) -> datetime | None: ...


TIMETABLE: tuple[Job, ...] = (act, open_tasks, remind, decide, look, orders, mornings, tell, weekly, tidy)
