"""Rows of a table, or paragraphs, as entries: what is demanded, of whom, by when, and how surely each stands there."""

from dataclasses import dataclass, field
from typing import Literal

Standing = Literal[
    "printed",  # in its own place
    "covered",  # a cell begun above covers this row too
    "blank",  # an empty cell is drawn
    "lost",  # nothing is there, and the form cannot say whether something was
    "absent",  # there is no such column
    "moved",  # printed, but not below its head
]


@dataclass(frozen=True)
class Printed:
    text: str = ""
    standing: Standing = "absent"
    note: str = ""  # a comment pinned to the cell


@dataclass(frozen=True)
class Who:
    """The cells that say who does it; `shared` holds leads and others in one cell."""

    lead: Printed = field(default_factory=Printed)
    responsible: tuple[Printed, ...] = ()
    shared: Printed = field(default_factory=Printed)


@dataclass(frozen=True)
class Entry:
    """One row: a title of area or item that is printed on it, an indicator, or both."""

    line: int
    area: str = ""
    item: str = ""
    name: str = ""
    text: str = ""
    who: Who = field(default_factory=Who)
    target: str = ""
    measure: str = ""
    deadline: str = ""
    cycle: str = ""
    points: str = ""
    notes: str = ""
    supports: bool = False  # the other departments only support (配合, 协办): a blank among them is natural
    is_page_new: bool = False  # the first one of a table that goes on
    is_flat: bool = False  # from a form that loses merged cells
    row_note: str = ""  # comments pinned to the cells of its words
    is_whole: bool = False  # its points are parts of one demand
    is_continued: bool = False  # its text belongs to the row above, it only names more departments
