from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone, tzinfo
from pathlib import Path
from typing import Any

CHINA = timezone(timedelta(hours=8), "Asia/Shanghai")
Words = Mapping[str, str]  # a sentence in each language of the page: "zh", "en"
Json = dict[str, Any]


@dataclass(frozen=True)
class Event:
    """Something that will happen by itself."""

    at: datetime
    what: Words


@dataclass(frozen=True)
class Step:
    """Of the guided tour: what is to be done, by whom, in which chat; `clock` names the button of the clock that helps.
    `done` is read from what has happened."""

    title: Words
    text: Words
    person: int
    chat: int
    done: bool
    clock: str = ""


@dataclass(frozen=True)
class Part:
    """Who is played by the program: everybody but `held`, in this manner; "off" where nobody is."""

    manner: str
    held: int


async def _nothing() -> list[Event]:
    return []


async def _no_tour() -> list[Step]:
    return []


async def _no_queue() -> Json:
    return {}


def _nobody_says() -> list[str]:
    return []


def _idle() -> bool:
    return False


@dataclass
class Hooks:
    """What the page needs of whoever plays behind it; what is None is not offered.

    `move_to` must live through every event on the way; `next_morning` is when work begins again; `agenda` what will
    happen, soonest first; `notices` are lines shown on top; `busy` says that the world is being played on and buttons
    should wait; `play` lets the program play everybody but one, `played` says how it does; `queue` is what waits in
    the bot; `tour` has the steps while it is on; `typeface` is the file of a Chinese one, for machines without."""

    now: Callable[[], datetime]
    next_event: Callable[[], Awaitable[datetime | None]]
    move_to: Callable[[datetime], Awaitable[None]]
    next_morning: Callable[[], Awaitable[datetime]] | None = None
    agenda: Callable[[], Awaitable[list[Event]]] = _nothing
    start_empty: Callable[[], Awaitable[None]] | None = None
    notices: Callable[[], list[str]] = _nobody_says
    busy: Callable[[], bool] = _idle
    played: Callable[[], Part] | None = None
    play: Callable[[str, int], Awaitable[None]] | None = None
    queue: Callable[[], Awaitable[Json]] = _no_queue
    tour: Callable[[], Awaitable[list[Step]]] = _no_tour
    begin_tour: Callable[[], Awaitable[None]] | None = None
    leave_tour: Callable[[], Awaitable[None]] | None = None
    zone: tzinfo = CHINA
    typeface: Path | None = None
