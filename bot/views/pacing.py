"""周期设置: how often something is asked and by when, and what a change would mean before it is made."""

from bot.translator import Translator
from bot.views import names
from bot.views.message import Button, Message, lines, rows
from domain.cadences import Every
from domain.facts import pacing
from domain.pacing import LETTERS, Rhythm


def paces(facts: pacing.PaceList, t: Translator) -> Message:
    entries = [f"· {_line(pace, t)}" for pace in facts.paces]
    buttons = [Button(pace.title, "pace", f"{pace.code}-{pace.rhythm}") for pace in facts.paces]
    return Message(lines(t("What the office sets itself: how often, and by when"), *entries), rows(*buttons, width=2))


def _line(pace: pacing.Pace, t: Translator) -> str:
    """业务数据：每月，次月第 8 个工作日前（院内设定）."""
    printed = t("the notice says how often") if pace.printed else None
    changed = t("changed on {day}", day=t.short_day(pace.changed)) if pace.changed else None
    marks = names.joined(t, printed, t("set by the office") if not printed else t("limit set by the office"), changed)
    return t("{title}: {rhythm} ({marks})", title=pace.title, rhythm=_rhythm(pace.rhythm, t), marks=marks)


def _rhythm(rhythm: Rhythm, t: Translator) -> str:
    return names.joined(t, _every(rhythm.every, t), _limit(rhythm, t))


def _every(every: Every, t: Translator) -> str:
    return {
        "month": t("every month"),
        "quarter": t("every quarter"),
        "half-year": t("every half-year"),
        "year": t("every year"),
    }[every]


def _limit(rhythm: Rhythm, t: Translator) -> str:
    assert rhythm.due is not None
    n = abs(rhythm.due.day)
    if rhythm.due.where == "within":
        if rhythm.due.day > 0:
            return t("by working day {n} of it", n=n)
        return t("by its last working day") if n == 1 else t("by working day {n} from its end", n=n)
    return {
        "month": t("by working day {n} of the next month", n=n),
        "quarter": t("by working day {n} of the next quarter", n=n),
        "half-year": t("by working day {n} of the next half-year", n=n),
        "year": t("by working day {n} of the next year", n=n),
    }[rhythm.every]


def pace(facts: pacing.PaceChange, t: Translator) -> Message:
    """Nothing is written before it is confirmed: the proposal stands in the buttons."""
    now, wanted = facts.pace.rhythm, facts.proposed
    changes = now != wanted
    fixed = t("The notice says how often; only the limit can be changed.") if facts.pace.printed else None
    return Message(
        lines(
            t("[Periods and limits] {title}", title=facts.pace.title),
            t("Now: {rhythm}", rhythm=_rhythm(now, t)),
            t("Proposed: {rhythm}", rhythm=_rhythm(wanted, t)) if changes else fixed,
            _means(facts, t) if changes else _next(facts.before, facts.pace.title, t),
        ),
        (
            *_steps(facts, t),
            (
                *((_button(facts, t("Change it"), "pace-sure", wanted),) if changes else ()),
                Button(t("Back"), "paces"),
            ),
        ),
    )


def _steps(facts: pacing.PaceChange, t: Translator) -> tuple[tuple[Button, ...], ...]:
    wanted = facts.proposed
    assert wanted.due is not None
    days = (
        _button(facts, t("A working day earlier"), "pace", Rhythm(wanted.every, wanted.due.shifted(-1))),
        _button(facts, t("A working day later"), "pace", Rhythm(wanted.every, wanted.due.shifted(1))),
    )
    if facts.pace.printed:
        return (days,)
    others = [every for every in LETTERS if every != wanted.every]
    return days, tuple(_button(facts, _every(every, t), "pace", Rhythm(every, wanted.due)) for every in others)


def _button(facts: pacing.PaceChange, label: str, verb: str, rhythm: Rhythm) -> Button:
    return Button(label, verb, f"{facts.pace.code}-{rhythm}", facts.rev)


def _means(facts: pacing.PaceChange, t: Translator) -> str:
    """改后：11月业务数据 12月10日（周四）→ 12月14日（周一）；涉及 9 个部门、18 项任务."""
    matter = names.matter(t, facts.pace.title, facts.after.period)
    if facts.before.period == facts.after.period:
        what = t("Then: {matter} {old} → {new}", matter=matter, old=_day(facts.before, t), new=_day(facts.after, t))
    else:
        what = t("Then: {matter} {day}", matter=matter, day=_day(facts.after, t))
    touched = t("{units} departments and {tasks} tasks are touched", units=facts.units, tasks=facts.tasks)
    kept = t.many("{n} open task stays as it is", "{n} open tasks stay as they are", facts.kept) if facts.kept else None
    return names.clauses(t, what, touched if facts.tasks else None, kept)


def _next(day: pacing.Day, title: str, t: Translator) -> str:
    return t("Next: {matter} {day}", matter=names.matter(t, title, day.period), day=_day(day, t))


def _day(day: pacing.Day, t: Translator) -> str:
    return t("{day} (provisional)", day=t.day(day.due)) if day.provisional else t.day(day.due)
