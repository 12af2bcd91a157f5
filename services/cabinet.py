"""The documents that are made of the records, one line each: what gathers its facts, its kind of file, who may have it.

What draws them stands under the same names in bot/drawn.py. `gather` is given what the document is of, and says how far
it is; it reads for as long as it takes, off the desk. None where there is nothing of the kind.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any, Literal

from domain.notice import Role
from domain.paper import Told
from domain.people import ANSWERING, OVERSEEING, Seat
from services import bulletin, calendar, evidence, ledger, order_sheet
from services.office import Office

Takes = Literal["", "month", "order", "code", "department"]
OWN = "own"  # of the reader's own departments


@dataclass(frozen=True)
class Export:
    gather: Callable[[Office, str, Told], Any]
    suffix: str
    roles: tuple[Role, ...]  # who may have it of the whole
    takes: Takes = ""  # what it may be of
    for_departments: bool = False  # whoever answers for a department may have it of the own
    listed: bool = True  # among the documents of the whole


EXPORTS: dict[str, Export] = {
    "bulletin": Export(bulletin.gather, "docx", OVERSEEING, "month"),
    "ledger": Export(ledger.gather, "xlsx", OVERSEEING),
    "order": Export(order_sheet.gather, "docx", OVERSEEING, "order", listed=False),
    "calendar": Export(calendar.gather, "ics", OVERSEEING, "department", for_departments=True),
    "evidence": Export(evidence.gather, "zip", ("director", "office"), "code"),
}


def may(seats: Collection[Seat], name: str, which: str) -> bool:
    """Whether somebody on these seats may have the document, of that."""
    found = EXPORTS.get(name)
    if found is None:
        return False
    if which == OWN:
        return found.for_departments and any(seat.role in ANSWERING for seat in seats)
    return any(seat.role in found.roles for seat in seats)


def open_to(seats: Collection[Seat]) -> tuple[str, ...]:
    """The documents of the whole that somebody on these seats may have."""
    return tuple(name for name, found in EXPORTS.items() if found.listed and may(seats, name, ""))
