"""The people of these tests, by post."""

from datetime import datetime, timedelta, timezone

from sandbox.personas import Persona

TOKEN = "7000000001:canary"
MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=timezone(timedelta(hours=8)))
CONTACT = Persona(101, "立案庭联络员", "contact")
DIRECTOR = Persona(102, "创建办主任", "director")
OUTSIDER = Persona(103, "外人", "outsider", "en", in_group=False)
CAST = (CONTACT, DIRECTOR, OUTSIDER)


class Watch:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.time = MONDAY

    def now(self) -> datetime:
        return self.time

    def wait(self, seconds: float) -> None:
        self.time += timedelta(seconds=seconds)

    async def move_to(self, moment: datetime) -> None:
        self.time = moment

    async def next_event(self) -> datetime | None:
        return self.time + timedelta(hours=2)
