"""A Telegram that is a file: it outlives who speaks to it, and is written before the call returns."""

import json
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.traffic import Fetch, Send

Json = dict[str, Any]
BATCH = 3  # updates handed out at once
FIRST = 800_000  # numbers of messages that were not there before


@dataclass
class Paper:
    """Updates in, messages out, as `bot.play.Outside` wants them. `step` is told of each moment that matters."""

    path: Path
    updates_to_come: list[Json]
    step: Callable[[], None]
    numbers: int = 0
    confirmed: int = -1
    _handed: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        for line in told(self.path):
            self.numbers += "row" in line
            self.confirmed = max(self.confirmed, line.get("confirmed", -1))

    def updates(self) -> list[Json]:
        """Asking for the next ones confirms those before."""
        if self._handed:
            self.step()
            self.confirmed = max(self._handed)
            self._write({"confirmed": self.confirmed})
        found = [raw for raw in self.updates_to_come if raw["update_id"] > self.confirmed][:BATCH]
        self._handed = [raw["update_id"] for raw in found]
        if found:
            self._write({"handed": self._handed})
        return found

    def send(self, send: Send) -> int | None:
        """May be the last thing that the caller does: before Telegram has it, or after."""
        call = send.call
        self.step()
        self.numbers += 1
        number: int = call.get("message_id") or FIRST + self.numbers
        text = call.get("text") or call.get("caption") or ""
        self._write({"row": send.outbox_id, "chat": send.chat_id, "method": call["method"], "text": text})
        self.step()
        return None if call["method"] in ("set_my_commands", "leave_chat") else number

    def fetch(self, fetch: Fetch) -> bytes:
        return fetch.file_id.encode()

    def _write(self, line: Json) -> None:
        content = json.dumps(line, ensure_ascii=False) + "\n"
        descriptor = os.open(self.path, os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)
        os.write(descriptor, content.encode())
        os.close(descriptor)


def told(path: Path) -> list[Json]:
    """All that has happened at Telegram, in order."""
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def handed_out(lines: list[Json]) -> set[int]:
    return {number for line in lines for number in line.get("handed", ())}


def moment(start: datetime) -> int:
    return int(start.timestamp())
