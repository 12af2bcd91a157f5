"""The course of a task, line by line: what happened to it, and by whom."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from bot.translator import Translator
from bot.views import names, orders, requested
from bot.views.message import lines
from domain.facts import overview

SHOWN = 120  # characters of what somebody wrote
Line = Callable[[overview.Event, Translator], str]


def line(event: overview.Event, t: Translator) -> str:
    event = replace(event, who=names.told(t, event.who))
    return requested.event(event, t) if event.what in requested.SAID else LINES[event.what](event, t)


def _ordered(event: overview.Event, t: Translator) -> str:
    order = t("{title} {number}", title=orders.title(str(event.data["colour"]), t), number=event.data["number"])
    return t("{who} issued {order}", who=event.who, order=order)


def _note(event: overview.Event, t: Translator) -> str:
    """What is written to the monthly round is for no eyes but the writer's."""
    if "text" not in event.data:
        return t("{who} wrote something that was not taken", who=event.who)
    return t("{who} wrote: {text}", who=event.who, text=" ".join(str(event.data["text"]).split())[:SHOWN])


def _filed(event: overview.Event, t: Translator) -> str:
    when = t("on time") if event.data["on_time"] else t("late")
    filed = t("{who} filed version {version}, {when}", who=event.who, version=event.data["version"], when=when)
    return lines(names.joined(t, filed, _figures(event, t)), _words(event, t))


def _words(event: overview.Event, t: Translator) -> str | None:
    """Where the figures come from."""
    words = event.data.get("words")
    if not isinstance(words, list):
        return None
    return t("　As written: {text}", text=" / ".join(" ".join(text.split()) for text in words)[:SHOWN])


def _figures(event: overview.Event, t: Translator) -> str | None:
    data = event.data
    known = [
        t("{n} should file", n=data["should"]) if "should" in data else None,
        t("{n} have filed", n=data["filed"]) if "filed" in data else None,
        t("{n} records", n=data["records"]) if "records" in data else None,
        t("held on {day}", day=t.day(data["day"])) if "day" in data else None,  # type: ignore[arg-type]
        t("topic: {topic}", topic=data["topic"]) if "topic" in data else None,
        t.many("{n} file", "{n} files", data["files"]) if data.get("files") else None,  # type: ignore[arg-type]
        str(data["answers"]) if data.get("answers") else None,
        t("without {units}", units=data["without"]) if data.get("without") else None,
    ]
    return names.joined(t, *known) or None


def _in_digest(said: str, event: overview.Event, t: Translator) -> str:
    first, last = (t.short_day(date.fromisoformat(str(event.data[end]))) for end in ("first", "last"))
    return t("Weekly report of {first} to {last}: {said}", first=first, last=last, said=said)


LINES: dict[str, Line] = {
    "reminded": lambda e, t: t("reminded: {who}", who=e.who),
    "urged": lambda e, t: t("urged by {who}", who=e.who),
    "note": _note,
    "filed": _filed,
    "withdrawn": lambda e, t: t("{who} withdrew what was filed, receipt {number}", who=e.who, number=e.data["number"]),
    "confirmed": lambda e, t: t("{who} confirmed it", who=e.who),
    "accepted": lambda e, t: t("{who} accepted it", who=e.who),
    "returned": lambda e, t: t("{who} returned it: {reason}", who=e.who, reason=e.data["reason"]),
    "ordered": _ordered,
    "received": lambda e, t: t("{who} signed for {number}", who=e.who, number=e.data["number"]),
    "closed": lambda e, t: t("{number} closed", number=e.data["number"]),
    "ask departments": lambda e, t: t("{who} asked the responsible departments", who=e.who),
    "dispute": lambda e, t: t("{who} marked a disagreement: {reason}", who=e.who, reason=e.data["reason"]),
    "decide": lambda e, t: t("{who} decided: {words}", who=e.who, words=e.data["words"]),
    "ask closing": lambda e, t: t("{who} asked that it be closed", who=e.who),
    "strike": lambda e, t: t("{who} verified it and struck it off", who=e.who),
    "settle": lambda e, t: t("{who} verified it and settled it for the period", who=e.who),
    "keep open": lambda e, t: t("{who} did not close it: {reason}", who=e.who, reason=e.data["reason"]),
    "reopen": lambda e, t: t("{who} let it be corrected", who=e.who),
    "keep locked": lambda e, t: t("{who} did not let it be corrected", who=e.who),
    "relock": lambda e, t: t("{who} ended the correction", who=e.who),
    "leave out of digest": lambda e, t: _in_digest(
        t("{who} did not list it: {reason}", who=e.who, reason=e.data["reason"]), e, t
    ),
    "list in digest": lambda e, t: _in_digest(t("{who} listed it again", who=e.who), e, t),
}
