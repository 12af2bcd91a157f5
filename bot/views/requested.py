"""延期 and 转办 in the history of a task, a line each."""

from collections.abc import Callable
from typing import Any

from bot.translator import Translator
from domain.facts import overview

Data = dict[str, Any]


def event(event: overview.Event, t: Translator) -> str:
    data: Data = {"who": event.who, **event.data}
    return SAID[event.what][str(data["state"])](t, data)


SAID: dict[str, dict[str, Callable[[Translator, Data], str]]] = {
    "extension": {
        "asked": lambda t, d: t("{who} asked for an extension to {day}: {reason}", day=t.day(d["until"]), **_of(d)),
        "granted": lambda t, d: t("{who} moved the limit from {first} to {day}", first=t.short_day(d["since"]),
                                  day=t.day(d["until"]), **_of(d)),
        "refused": lambda t, d: t("{who} did not extend it: {reason}", **_of(d)),
    },
    "passing": {
        "asked": lambda t, d: t("{who} would pass it on to {to}: {reason}", **_of(d)),
        "granted": lambda t, d: t("{who} took it: from {unit} to {to}", unit=d["from"], **_of(d)),
        "refused": lambda t, d: t("{who} did not take it: {reason}", **_of(d)),
    },
    "ruling": {
        "granted": lambda t, d: t("{who} decided: from {unit} to {to}", unit=d["from"], **_of(d)),
        "refused": lambda t, d: t("{who} decided: it stays with {unit}", unit=d["from"], **_of(d)),
    },
}  # fmt: skip


def _of(data: Data) -> Data:
    return {name: data[name] for name in ("who", "to", "reason")}
