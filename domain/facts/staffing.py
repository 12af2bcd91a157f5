"""Of how posts are filled: the roster, where somebody is missing, who is in charge, who belongs to a group."""

from dataclasses import dataclass
from datetime import datetime

from domain.pages import Leaf


@dataclass(frozen=True)
class UnitPeople:
    unit_id: int
    unit: str
    contact: str  # held, invited, unreachable, vacant; empty where there is no such post


@dataclass(frozen=True)
class Summary:
    held: int  # posts
    posts: int
    contacts: int  # departments without one
    unreachable: int  # persons
    unsigned: int  # departments
    longest: int  # working days by which one of them is late
    uncharged: int  # departments without a leader in charge


@dataclass(frozen=True)
class Roster:
    summary: Summary
    units: tuple[UnitPeople, ...]
    claims: int  # waiting for the director
    given: bool  # the indicators are out
    leaf: Leaf


@dataclass(frozen=True)
class GapLine:
    """A department where something is missing, and what each list says of it."""

    unit_id: int
    unit: str
    invited: bool = False
    titles: tuple[str, ...] = ()
    unsigned: int = 0  # indicators
    left: int | None = None  # working days to sign, negative when late; None where nobody is there to sign

    @property
    def overdue(self) -> int:
        return max(0, -(self.left or 0))


@dataclass(frozen=True)
class Gap:
    what: str  # contact, unreachable, unsigned, charge
    units: tuple[GapLine, ...]


@dataclass(frozen=True)
class Charges:
    units: tuple[tuple[int, str, str | None], ...]  # id, name, the title of the leader in charge


@dataclass(frozen=True)
class Choice:
    """One of several for a department or a group: id and name of each, and which it is now."""

    unit_id: int
    unit: str
    among: tuple[tuple[int, str], ...]
    now: int | None

    @property
    def named(self) -> str | None:
        return dict(self.among).get(self.now) if self.now is not None else None


@dataclass(frozen=True)
class Codes:
    """The indicators in which the notice names a group."""

    lead: tuple[str, ...]
    responsible: tuple[str, ...]
    files: tuple[str, ...]


@dataclass(frozen=True)
class Groups:
    groups: tuple[tuple[int, str, int, bool], ...]  # id, name, how many members, confirmed


@dataclass(frozen=True)
class Group:
    group_id: int
    name: str
    members: tuple[str, ...]
    convenor: str | None
    codes: Codes
    confirmed: tuple[str, datetime] | None  # by whom, when


@dataclass(frozen=True)
class Members:
    group_id: int
    name: str
    departments: tuple[tuple[int, str, bool], ...]  # id, name, belongs to it


@dataclass(frozen=True)
class Invitations:
    """One-time codes for vacant posts, as they are drawn on paper."""

    bot: str  # its username
    posts: tuple[tuple[str, str], ...]  # title, code
    left_out: int  # posts for which there was no room
    made: datetime
    expires: datetime
