"""Of posts and persons."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Welcome:
    titles: tuple[str, ...]
    director: bool
    answers: bool  # for a department
    vacant: int  # departments without a contact
    room_bound: bool
    given: bool  # the indicators are out
    doubts: int  # places of the notice whose reading the director has not settled
    published: bool = True  # there is a notice
    ground: str = ""  # office, group: on which the seat has passed


@dataclass(frozen=True)
class Giving:
    """Before the indicators are given out: how many, to how many, and who has no contact yet."""

    notice: str
    indicators: int
    units: int
    vacant: tuple[str, ...]


@dataclass(frozen=True)
class Invitation:
    title: str
    link: str
    expires: datetime


@dataclass(frozen=True)
class Claim:
    invite_id: int
    title: str
    name: str
    telegram_id: int
    state: str  # waiting, confirmed, refused
    holder: str | None  # who leaves the post by it
    ground: str = ""  # a seat of the office (自然替补), of the leading group, or of none
    twin: str = ""  # the seat of the leading group that the one before holds besides
    asked: bool = False  # confirmed by one, and waits for another of the office


@dataclass(frozen=True)
class PostState:
    post_id: int
    title: str
    state: str  # held, invited, unreachable, vacant
    may_be_away: bool = False  # held, and another may act in it


@dataclass(frozen=True)
class UnitPosts:
    unit_id: int
    unit: str
    posts: tuple[PostState, ...]
    chargeable: bool  # a department of the house
    charge: str | None  # the leader in charge of it


@dataclass(frozen=True)
class RoomOffer:
    bound: bool


@dataclass(frozen=True)
class Unreachable:
    name: str
    titles: tuple[str, ...]


@dataclass(frozen=True)
class Help:
    """What this person can do here; the command menu is made of the same."""

    in_group: bool
    director: bool
    sees_all: bool
    answers: bool
    titles: tuple[str, ...] = ()
    office_name: str = ""
    published: bool = True  # there is a notice


@dataclass(frozen=True)
class Stranger:
    pass


@dataclass(frozen=True)
class Leaving:
    pass


@dataclass(frozen=True)
class Languages:
    pass


@dataclass(frozen=True)
class Objection:
    title: str
    unit: str
    words: str | None  # what was written about it; None for the objection itself


@dataclass(frozen=True)
class Uncertain:
    """A message of which nobody knows whether it arrived, or that was refused. `to` is empty for the group."""

    outbox_id: int
    to: str
    since: datetime
    refused: bool
    settled: bool


@dataclass(frozen=True)
class Unsure:
    """How many of them wait for the director."""

    n: int


@dataclass(frozen=True)
class Unsettled:
    """The oldest of them, of so many."""

    messages: tuple[Uncertain, ...]
    n: int
