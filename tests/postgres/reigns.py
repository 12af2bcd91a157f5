"""Who led when, as Telegram hears it: each call comes over its replica's own line, a leader's first one is getMe."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sandbox.telegram import Telegram

FIRST = "getMe"
ASKS = "getUpdates"  # one that is still waiting when its bot is killed ends later, and says nothing to anybody
BY = "by"  # the parameter in which a line says whose it is


class Call(NamedTuple):
    by: str
    method: str


class Reign(NamedTuple):
    """`number` counts them; one replica may have several."""

    number: int
    of: str


NOBODY = Reign(0, "")


class Listening(Telegram):
    """`heard` is what it was asked to do, in its order."""

    def __init__(self, **more: Any) -> None:
        super().__init__(**more)
        self.heard: list[Call] = []

    def call(self, method: str, params: Mapping[str, Any], files: Any = None) -> Any:
        given = dict(params)
        self.heard.append(Call(given.pop(BY), method))
        return super().call(method, given, files)


def reigns(calls: Sequence[Call]) -> Iterator[tuple[Reign, Call]]:
    """Each call with the reign in which it was made. KeyError for one that nobody began with getMe."""
    latest: dict[str, Reign] = {}
    for call in calls:
        if call.method == FIRST:
            latest[call.by] = Reign(1 + max(latest.values(), default=NOBODY).number, call.by)
        yield latest[call.by], call


def overlaps(calls: Sequence[Call]) -> list[str]:
    """Where one spoke although another had begun to."""
    found, now = [], NOBODY
    for reign, call in reigns([call for call in calls if call.method != ASKS]):
        if reign < now:
            found.append(f"{reign.of} calls {call.method} in its reign {reign.number}, in {now.of}'s {now.number}")
        now = max(now, reign)
    return found
