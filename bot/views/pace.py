"""序时进度 in one line: what is expected by today, and what the rest of the year has to bring."""

from fractions import Fraction

from bot.translator import Translator
from bot.views import names
from domain.figures import written
from domain.pace import Averaged, Counted, Pace, asked


def line(pace: Pace, unit: str, t: Translator) -> str | None:
    """`unit` is that of the demand. None where nothing has to be said: reached, or safe by now."""
    said = bare(pace, unit, t)
    return t("Behind pace: {what}", what=said) if said and pace.behind else said


def bare(pace: Pace, unit: str, t: Translator) -> str | None:
    counted = unit.partition("/")[0]
    if isinstance(pace, Averaged):
        return _rest(pace, counted, unit in ("%", "‰"), t)
    return _count(pace, counted, t)


def short(pace: Counted, unit: str, t: Translator) -> str | None:
    """还差 1 件, beside what there is."""
    if not pace.lacking:
        return None
    lacking = t("{lacking} more wanted", lacking=amount(pace.lacking, unit))
    return names.joined(t, lacking, t("behind pace") if pace.behind else None)


def _count(pace: Counted, unit: str, t: Translator) -> str | None:
    if pace.missed:
        return t("the number has been passed, the target can no longer be reached")
    if pace.room is not None:
        return t("at most {room} more this year", room=amount(pace.room, unit))
    if not pace.lacking:
        return None
    expected = t("{expected} expected by today", expected=amount(pace.expected, unit)) if pace.expected else None
    lacking = t("{lacking} more wanted", lacking=amount(pace.lacking, unit))
    if pace.period:
        period = names.period(t, pace.period)
        lacking = t("{lacking} more wanted in the {period}", lacking=amount(pace.lacking, unit), period=period)
    return names.joined(t, expected, lacking, _left(pace.left, t))


def _left(days: int, t: Translator) -> str:
    if not days:
        return t("no working day to go after today")
    return t.many("{n} working day to go", "{n} working days to go", days)


def _rest(pace: Averaged, unit: str, percent: bool, t: Translator) -> str | None:
    """What the remaining months have to bring holds by the mean month so far, and says so."""
    if pace.missed:
        return t("the target of the year can no longer be reached")
    if pace.unlikely:
        return t("by the mean month so far the target of the year can no longer be reached")
    if pace.assured:
        return None
    value = asked(pace, percent=percent)
    shown = f"{written(value, percent=percent)}{'%' if percent else names.spaced(unit)}"
    return t.many(
        "the {n} month to come must bring {sign} {amount} (by the mean month so far)",
        "the {n} months to come must bring {sign} {amount} (by the mean month so far)",
        pace.months,
        sign=names.SIGNS[pace.op],
        amount=shown,
    )


def amount(value: Fraction, unit: str) -> str:
    return f"{written(value, percent=False)}{names.spaced(unit)}"
