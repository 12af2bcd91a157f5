"""Misfortunes between a bot and Telegram: told one by one, or as weather that a seed decides."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from random import Random
from typing import Any

from sandbox.errors import AnswerSpoilt, ApiError, LineHangs, LineReset

BLOCKED = "Forbidden: bot was blocked by the user"
TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"
OTHER_POLL = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
# Telegram's own words for each no: the first of a code is what is said where none are named.
FORBIDDEN = (
    BLOCKED,
    "Forbidden: user is deactivated",
    "Forbidden: bot can't initiate conversation with a user",
    "Forbidden: bot was kicked from the group chat",
    "Forbidden: bot was kicked from the supergroup chat",
    "Forbidden: bot is not a member of the supergroup chat",
)
BAD = (
    "Bad Request: chat not found",
    "Bad Request: message is not modified",
    "Bad Request: message to edit not found",
    "Bad Request: can't parse entities",
    "Bad Request: PHOTO_INVALID_DIMENSIONS",
)
WORDS: Mapping[str, str] = {
    "400": BAD[0],
    "401": "Unauthorized",
    "403": BLOCKED,
    "404": "Not Found",
    "409": OTHER_POLL,
    "429": "Too Many Requests: retry after {retry_after}",
    "500": "Internal Server Error",
    "502": "Bad Gateway",
    "accepted-500": "Internal Server Error",
    "expired": TOO_OLD,
    "migrated": "Bad Request: group chat was upgraded to a supergroup chat",
}
CODES = {"expired": 400, "migrated": 400, "accepted-500": 500}
LINES = ("reset-before", "reset-after", "hang-after")
# The answer is made, and comes to the bot as no answer should: in crumbs, cut in two, under another name of its kind.
# A page is what something between the two says in Telegram's place.
SPOILT = ("slow-drip", "truncated", "wrong-type", "page")
# Of what getUpdates hands out: everything twice, or in any order.
BATCHES = ("twice", "shuffled")
KINDS = (*WORDS, *LINES, *SPOILT, *BATCHES)
AFTER = ("reset-after", "hang-after", "accepted-500", "slow-drip", "truncated", "wrong-type", *BATCHES)
CRUMB_SECONDS = 1.0  # between two bytes of a slow answer, unless `parameters` have other `seconds`


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

    def spoil(self, result: Any) -> Any:
        """What the bot gets of what was carried out: the updates otherwise than they were, or an exception."""
        if self.kind == "twice":
            return [*result, *result]
        if self.kind == "shuffled":
            return Random(len(result)).sample(result, len(result))  # foretold  # noqa: S311  # nosec B311
        raise self.error(result)

    def error(self, result: Any = None) -> Exception:
        if self.kind in SPOILT:
            return AnswerSpoilt(self.kind, result, (self.parameters or {}).get("seconds", CRUMB_SECONDS))
        if self.kind.startswith("reset"):
            return LineReset(self.kind)
        if self.kind == "hang-after":
            return LineHangs(self.kind)
        parameters = dict(self.parameters or {})
        if self.kind == "429":
            parameters.setdefault("retry_after", 1)
        words = self.text or WORDS[self.kind].format(**parameters)
        return ApiError(CODES.get(self.kind) or int(self.kind), words, parameters or None)


@dataclass(frozen=True)
class Weather:
    """Each call of `method` meets each kind with its own chance. What meets the n-th call of a method for a chat hangs
    on the seed alone, in whatever order chats are spoken to."""

    seed: int
    chances: Mapping[str, float]
    method: str = "*"
    parameters: Mapping[str, dict[str, Any]] | None = None  # by kind

    def fault(self, method: str, chat: str, n: int) -> Fault | None:
        if not Fault(self.method, "500").meets(method):
            return None
        luck = Random(f"{self.seed} {method} {chat} {n}").random()  # foretold  # noqa: S311  # nosec B311
        for kind, chance in self.chances.items():
            luck -= chance
            if luck < 0:  # what cannot meet this method leaves it in peace, and gives its chance to no other
                fits = kind not in BATCHES or method == "getUpdates"
                return Fault(method, kind, parameters=(self.parameters or {}).get(kind)) if fits else None
        return None


class Faults:
    """Misfortunes to come, in the order in which they were added; a call meets at most one."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []
        self._weather: Weather | None = None
        self._calls: Counter[tuple[str, str]] = Counter()

    def add(
        self,
        method: str = "*",
        kind: str = "500",
        times: int = 1,
        after: int = 0,
        text: str | None = None,
        parameters: dict[str, Any] | None = None,
    ) -> Fault:
        if _known(kind) in BATCHES and method != "getUpdates":
            raise ValueError(f"{kind} is of getUpdates alone")
        fault = Fault(method, kind, times, after, text, parameters)
        self._waiting.append(fault)
        return fault

    def set_in(self, weather: Weather | None) -> None:
        """From now on; None is fair weather."""
        for kind in weather.chances if weather else ():
            _known(kind)
        self._weather = weather
        self._calls.clear()

    def clear(self) -> None:
        self._waiting.clear()
        self._weather = None

    def waiting(self) -> list[dict[str, Any]]:
        return [{"kind": one.kind, "method": one.method, "left": one.times - one.struck} for one in self._waiting]

    def strike(self, method: str, chat: object = "") -> Fault | None:
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
        if self._weather is None:
            return None
        self._calls[method, str(chat)] += 1
        return self._weather.fault(method, str(chat), self._calls[method, str(chat)])


def _known(kind: str) -> str:
    if kind not in KINDS:
        raise ValueError(f"unknown kind of fault: {kind}; known: {', '.join(KINDS)}")
    return kind
