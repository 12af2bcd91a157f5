"""双人办理: what one of the office asks for, before another of the office."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Consent:
    """Of a seat who comes and who leaves, of a notice what it is."""

    id: int
    kind: str  # seat, notice, room
    state: str  # asked, agreed, refused, lapsed
    by: str  # by title
    post: str = ""
    name: str = ""
    telegram_id: int = 0
    holder: str | None = None
    number: str = ""
    departments: int = 0
