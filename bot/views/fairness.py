"""The month's reminding, by department."""

from datetime import date, timedelta

from bot.translator import Translator
from bot.views import names
from bot.views.message import Button, Message, lines
from domain.facts import fairness as facts
from domain.fairness import Month

SHOWN = 5  # departments, those first that took longest


def figures(found: facts.Figures, t: Translator) -> Message:
    shown = found.units if found.every else found.units[:SHOWN]
    entries = [_line(name, month, t) for name, month in shown]
    others = [_line(name, month, t) for name, month in found.others] if found.every else []
    units = len(found.units) + len(found.others)
    more = Button(t("All departments: {n}", n=units), "month", f"{_key(found.month)}-all")
    turn = [Button(t.month(found.earlier), "month", _key(found.earlier))]
    if found.later:
        turn.append(Button(t.month(found.later), "month", _key(found.later)))
    head = t("Reminding in {month}", month=t.month(found.month))
    how = t("Time is what the department took itself, in office hours; half of the answers came within it.")
    nothing = t("Nothing was reminded of in that month.")
    whole = _line(t("The whole house"), found.whole, t) if entries or others else nothing
    return Message(
        lines(
            head,
            whole,
            *entries,
            t("Asked, not ranked") if others else None,
            *others,
            how if entries or others else None,
        ),
        ((more,), tuple(turn)) if units > len(entries) + len(others) else (tuple(turn),),
    )


def over(found: facts.Figures, t: Translator) -> Message:
    """One line of the director's card."""
    whole = found.whole
    said = t(
        "Reminding in {month}: {n} reminders, {needless} of them needless.",
        month=t.month(found.month),
        n=whole.sent,
        needless=whole.needless,
    )
    return Message(said, ((Button(t("By department"), "month", _key(found.month)),),))


def _line(name: str, month: Month, t: Translator) -> str:
    took = t("answered in {hours} hours", hours=_hours(month.median)) if month.median is not None else t("no answer")
    told = names.joined(
        t,
        t("reminded {n}", n=month.sent),
        t("needless {n}", n=month.needless),
        took,
        t("returned {n}", n=month.returned),
        t("urged {n}", n=month.urged),
    )
    return f"{name}　{told}"


def _hours(time: timedelta) -> str:
    return f"{time / timedelta(hours=1):.1f}"


def _key(month: date) -> str:
    return f"{month:%Y-%m}"
