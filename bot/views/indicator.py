"""An indicator with its basis, and the history of one task."""

from bot.translator import Translator
from bot.views import names
from bot.views.message import Button, Message, lines, rows
from domain.facts import overview

SHOWN = 120  # characters of what somebody wrote


def indicator(facts: overview.IndicatorView, t: Translator) -> Message:
    back = ((Button(t("Back"), "area", facts.code.partition(".")[0]),),) if facts.whole else ()
    histories = [Button(names.matter(t, line.title, line.period), "history", line.task_id) for line in facts.tasks[:6]]
    return Message(
        lines(
            f"{facts.code} {facts.title}　{names.verdict(t, facts.verdict)}",
            t("Basis: {notice}, {area}{item}", notice=facts.notice, area=facts.area, item=facts.item),
            t("Lead: {lead}; responsible: {units}", lead=facts.lead, units=t.items(list(facts.responsible))),
            *(_requirement(row, t) for row in facts.requirements),
            *(_doubt(row, t) for row in facts.doubts),
        ),
        (*rows(*histories, width=2), *back),
    )


def _requirement(row: overview.RequirementLine, t: Translator) -> str:
    """Name, target, what is on record; inferred figures and the office's own periods are marked."""
    target = names.target(row.op, row.target, row.unit)
    marks = [t("suggested") if row.suggested else None, t("period set by the office") if row.office_set else None]
    mark = names.joined(t, *marks)
    unit = names.spaced(row.unit.partition("/")[0])
    value = t(", now {value}{unit}", value=row.value, unit=unit) if row.value is not None else ""
    return f"· {row.name}{target}{value}" + (f"（{mark}）" if mark else "") + f"　{names.verdict(t, row.verdict)}"


def _doubt(row: overview.DoubtLine, t: Translator) -> str:
    field = names.place(t, row.field)
    if row.who and row.on:
        settled = {"who": row.who, "day": t.short_day(row.on)}
        return t("Settled: {field}, {reading} ({who}, {day})", field=field, reading=row.reading, **settled)
    return t(
        "In doubt ({field}): printed {printed}; read as {reading}",
        field=field,
        printed=row.printed or "—",
        reading=row.reading,
    )


def history(facts: overview.History, t: Translator) -> Message:
    line = facts.line
    state = names.state(t, line.state, line.overdue)
    head = names.joined(t, facts.unit, names.matter(t, line.title, line.period))
    entries = [f"{t.moment(event.at)} {_event(event, t)}" for event in facts.events]
    buttons = (Button(facts.code, "indicator", facts.code.replace(".", "-")),) if facts.code else ()
    due = t("Due {day}, {state}", day=t.day(line.due), state=state)
    return Message(lines(head, due, *entries), (buttons,) if buttons else ())


def _event(event: overview.Event, t: Translator) -> str:
    data = event.data
    if event.what == "reminded":
        return t("reminded: {who}", who=event.who)
    if event.what == "note" and "text" not in data:
        return t("{who} wrote something that was not taken", who=event.who)
    if event.what == "note":
        return t("{who} wrote: {text}", who=event.who, text=" ".join(str(data["text"]).split())[:SHOWN])
    when = t("on time") if data["on_time"] else t("late")
    filed = t("{who} filed version {version}, {when}", who=event.who, version=data["version"], when=when)
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
        t.many("minutes: {n} file", "minutes: {n} files", data["files"]) if data.get("files") else None,  # type: ignore[arg-type]
    ]
    return names.joined(t, *known) or None
