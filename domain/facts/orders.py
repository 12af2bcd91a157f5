"""Of orders (督办单): what a signer decides about, what a department is given, and the list of them."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from domain.orders import Colour, Ground
from domain.pages import Leaf

What = Literal["sign", "close"]
Which = Literal["open", "done"]


@dataclass(frozen=True)
class Matter:
    """What an order is about, and why."""

    colour: Colour
    unit: str
    title: str
    period: str
    ground: Ground
    n: int  # the figure of the ground: working days, or returns
    before: str = ""  # number of the order that has expired


@dataclass(frozen=True)
class Proposal:
    """For the signer alone. `held` is who had the ball for how many office hours, "" being the office."""

    order_id: int
    rev: int
    matter: Matter
    rule: str
    due: date  # of what it is about
    reminded: int
    last_reminded: datetime | None
    returned: int
    held: tuple[tuple[str, int], ...]
    explain_by: date
    done_by: date
    leader: str  # in charge; empty where none is set


@dataclass(frozen=True)
class Settled:
    """A proposal that waits no more: signed, refused, lapsed."""

    state: str
    matter: Matter
    number: str
    left: int  # that wait for the same signer still


@dataclass(frozen=True)
class Order:
    """As issued, and how far it has come. The buttons are those of its reader."""

    order_id: int
    number: str
    matter: Matter
    explain_by: date
    done_by: date
    leader: str
    signer: str
    signed_on: date
    received: tuple[str, datetime] | None
    state: str  # signed, raised, done
    step: str  # of the explanation
    filed: bool  # what it is about
    done_on: date | None
    overdue: int  # working days
    kept: str  # why it was not closed yet
    task_id: int
    task_rev: int
    paper: str = ""  # under which its document is had: 2026-7; empty for whoever may not have it
    may_receive: bool = False
    may_explain: bool = False
    may_ask: bool = False


@dataclass(frozen=True)
class Closing:
    """An order to be verified: what was explained, and what became of its matter."""

    order: Order
    rev: int
    text: str
    files: int
    filed_on: date | None


@dataclass(frozen=True)
class Sheet:
    """An order as it is printed and put on file."""

    order: Order
    court: str
    notice: str
    code: str  # of the indicator that it is about; empty of the monthly round
    rule: str
    reminded: int  # before it was signed
    text: str  # of the explanation
    explained: tuple[str, datetime] | None  # by whom and when
    files: int
    filed_on: date | None


@dataclass(frozen=True)
class Line:
    order_id: int
    number: str
    matter: Matter
    due: date | None
    overdue: int
    state: str


@dataclass(frozen=True)
class Waiting:
    """What waits for one person: proposals to sign, orders to close."""

    what: What
    lines: tuple[Line, ...]
    leaf: Leaf


@dataclass(frozen=True)
class Listed:
    """The orders that were issued, of one department or of all."""

    which: Which
    unit_id: int  # 0 is all
    unit: str
    open: int
    done: int
    lines: tuple[Line, ...]
    leaf: Leaf


@dataclass(frozen=True)
class ByUnit:
    units: tuple[tuple[int, str, int, int], ...]  # id, name, open, done
