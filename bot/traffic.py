"""What passes between the desk and the loop that talks: sends and fetches out, their outcomes back."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from bot.context import Answer
from bot.wire import Verdict
from domain.notice import Unit


@dataclass(frozen=True)
class Send:
    """A claimed row, on its way."""

    outbox_id: int
    chat_id: int
    call: dict[str, Any]

    @property
    def counts(self) -> bool:
        """Toward Telegram's limits: messages and edits do."""
        return "text" in self.call or "caption" in self.call

    @property
    def wanted(self) -> dict[str, Any] | None:
        """The facts of a document that is to be made before anything can be sent."""
        file = self.call.get("document")
        return file["facts"] if file and file["kind"] == "export" else None

    @property
    def made(self) -> int | None:
        """The number under which the workshop keeps a document that is sent now."""
        file = self.call.get("document")
        return int(file["facts"]["number"]) if file and file["kind"] == "made" else None


Of = Literal["proof", "document"]


@dataclass(frozen=True)
class Fetch:
    """A file that is wanted: proof of a report, or a notice that comes in."""

    of: Of
    id: int  # of its row
    file_id: str

    @property
    def key(self) -> tuple[Of, int]:
        return self.of, self.id


@dataclass(frozen=True)
class Reading:
    """A document that is kept and is to be read."""

    document_id: int
    hash: str
    name: str
    known: tuple[Unit, ...]  # departments on record


@dataclass(frozen=True)
class Sent:
    """What became of a send."""

    outbox_id: int
    verdict: Verdict
    message_id: int | None = None


@dataclass(frozen=True)
class Fetched:
    """What became of a fetch: a file kept under its hash, a refusal for good, or another try later."""

    of: Of
    id: int
    hash: str | None = None
    size: int | None = None
    refused: str | None = None


@dataclass(frozen=True)
class Progress:
    """How far the reading of a document is."""

    document_id: int
    step: str
    seconds: int


@dataclass(frozen=True)
class WasRead:
    """What came of a reading: one of the three."""

    document_id: int
    draft: dict[str, Any] | None = None
    returned: dict[str, Any] | None = None
    refused: str = ""


@dataclass(frozen=True)
class Making:
    """How far the making of a document is."""

    outbox_id: int
    done: int
    of: int


@dataclass(frozen=True)
class WasMade:
    """What came of it, by the records of that moment: hash and size, or why there are none: nothing, too-large,
    given-up."""

    outbox_id: int
    at: datetime
    sha256: str = ""
    size: int = 0
    problem: str = ""
    megabytes: int = 0


Happened = Sent | Fetched | Progress | WasRead | Making | WasMade


@dataclass(frozen=True)
class Round:
    """What may go out now, and when to look again."""

    sends: list[Send]
    fetches: list[Fetch]
    readings: list[Reading]
    makings: list[Send]  # of which a document is to be made first
    wake: datetime | None


@dataclass(frozen=True)
class Worked:
    """How many updates were dealt with, and the answers to the presses among them."""

    handled: int
    answers: list[Answer]
