from collections.abc import Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any

from sandbox.errors import ApiError, LineHangs, LineReset

WORDS: Mapping[str, str] = {
    "400": "Bad Request: chat not found",
    "401": "Unauthorized",
    "403": "Forbidden: bot was blocked by the user",
    "404": "Not Found",
    "409": "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    "429": "Too Many Requests: retry after {retry_after}",
    "500": "Internal Server Error",
    "502": "Bad Gateway",
    "accepted-500": "Internal Server Error",
}
LINES = ("reset-before", "reset-after", "hang-after")
AFTER = ("reset-after", "hang-after", "accepted-500")


@dataclass
class Fault:
    """`after` calls of `method` go well, the next `times` do not. `struck` counts them.

    `method` is a name or a pattern, several apart by "|": "send*|edit*"; "*" is any."""

    method: str
    kind: str
    times: int = 1
    after: int = 0
    text: str | None = None
    parameters: dict[str, Any] | None = None
    struck: int = 0

    def meets(self, method: str) -> bool:
        return any(fnmatchcase(method, one) for one in self.method.split("|"))

    @property
    def carried_out(self) -> bool:
        """Whether Telegram does what it was asked before things go wrong."""
        return self.kind in AFTER

    def error(self) -> Exception:
        if self.kind.startswith("reset"):
            return LineReset(self.kind)
        if self.kind == "hang-after":
            return LineHangs(self.kind)
        parameters = dict(self.parameters or {})
        if self.kind == "429":
            parameters.setdefault("retry_after", 1)
        words = self.text or WORDS[self.kind].format(**parameters)
        return ApiError(int(self.kind.removeprefix("accepted-")), words, parameters or None)


class Faults:
    """Misfortunes to come, in the order in which they were added; a call meets at most one."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []

    def add(
        self,
        method: str = "*",
        kind: str = "500",
        times: int = 1,
        after: int = 0,
        text: str | None = None,
        parameters: dict[str, Any] | None = None,
    ) -> Fault:
        if kind not in WORDS and kind not in LINES:
            raise ValueError(f"unknown kind of fault: {kind}; known: {', '.join([*WORDS, *LINES])}")
        fault = Fault(method, kind, times, after, text, parameters)
        self._waiting.append(fault)
        return fault

    def clear(self) -> None:
        self._waiting.clear()

    def waiting(self) -> list[dict[str, Any]]:
        return [{"kind": one.kind, "method": one.method, "left": one.times - one.struck} for one in self._waiting]

    def strike(self, method: str) -> Fault | None:
        for fault in self._waiting:
            if not fault.meets(method):
                continue
            if fault.after > 0:
                fault.after -= 1
                continue
            fault.struck += 1
            if fault.struck >= fault.times:
                self._waiting.remove(fault)
            return fault
        return None
