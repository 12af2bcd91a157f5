"""What passes between the desk and the loop that talks: sends and fetches out, their outcomes back."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.context import Answer
from bot.wire import Verdict


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


@dataclass(frozen=True)
class Fetch:
    """A file that a report wants."""

    proof_id: int
    file_id: str


@dataclass(frozen=True)
class Sent:
    """What became of a send."""

    outbox_id: int
    verdict: Verdict
    message_id: int | None = None


@dataclass(frozen=True)
class Fetched:
    """What became of a fetch: a file kept under its hash, a refusal for good, or another try later."""

    proof_id: int
    hash: str | None = None
    size: int | None = None
    refused: str | None = None


@dataclass(frozen=True)
class Round:
    """What may go out now, and when to look again."""

    sends: list[Send]
    fetches: list[Fetch]
    wake: datetime | None


@dataclass(frozen=True)
class Worked:
    """How many updates were dealt with, and the answers to the presses among them."""

    handled: int
    answers: list[Answer]
