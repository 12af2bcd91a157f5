"""走势图: an indicator's demands over a year, in the reader's language."""

from calendar import monthrange
from datetime import date
from fractions import Fraction

from bot.translator import Translator
from bot.views import names, pace
from bot.views.message import Button, Message, lines
from domain.board import Light
from domain.curves import Curve, Curves, Point
from domain.facts.pictures import Course, Courses, Reading
from domain.figures import written

LIGHTS = {"met": Light.GOOD, "unproven": Light.LATE, "not met": Light.BAD}  # of the others nobody knows yet


def curves(facts: Courses, t: Translator) -> Message:
    over = facts.year < facts.today.year
    last = date(facts.year, 12, 31) if over else facts.today
    title = f"{facts.code} {facts.title}"
    picture = Curves(
        title=title,
        subtitle=t("As of {moment}", moment=t.full_day(last)),
        months=months(t, facts.year),
        today=None if over else at(last, facts.year),
        curves=tuple(_curve(course, facts.year, t) for course in facts.demands),
        states=(t("to be seen"), t("met"), t("behind pace, or unproven"), t("not met")),
        line=t("the year so far"),
        aim=t("target"),
        measure=_measures(facts, t),
        alone=t("the period alone"),
        empty=t("No data yet."),
    )
    text = lines(title, *(_said(course, t) for course in facts.demands))
    return Message(
        text,
        ((Button(t("Indicator {code}", code=facts.code), "indicator", names.key(facts.code)),),),
        picture=picture,
    )


def _measures(facts: Courses, t: Translator) -> str:
    """What the thin lines are."""
    even = any(course.even for course in facts.demands)
    before = any(one.before is not None for course in facts.demands for one in course.readings)
    return t.items([*([t("even pace")] if even else []), *([t("a year before")] if before else [])])


def months(t: Translator, year: int) -> tuple[str, ...]:
    return tuple(t.short_month(date(year, month, 1)) for month in range(1, 13))


def at(day: date, year: int) -> float:
    """Months are equally wide."""
    if day.year != year:
        return 0.0 if day.year < year else 1.0
    return (day.month - 1 + day.day / monthrange(year, day.month)[1]) / 12


def _curve(course: Course, year: int, t: Translator) -> Curve:
    before = [(_middle(one.on), float(one.before)) for one in course.readings if one.before is not None]
    even = [(at(day, year), float(value)) for day, value in course.even]
    return Curve(
        title=course.name,
        target=_target(course, t),
        points=_days(course, year) if course.kind == "entries" else _readings(course),
        steps=course.kind == "entries",
        percent=course.percent,
        aim=None if course.aim is None else float(course.aim),
        measure=tuple(even or before),
        alone=tuple((_middle(one.on), float(one.alone)) for one in course.readings if one.alone is not None),
        note=(pace.line(course.pace, course.unit, t) or "") if course.pace else "",
    )


def _middle(day: date) -> float:
    """A reading stands above the name of its month."""
    return (day.month - 0.5) / 12


def _readings(course: Course) -> tuple[Point, ...]:
    return tuple(_reading(one, one.value, course) for one in course.readings if one.value is not None)


def _reading(one: Reading, value: Fraction, course: Course) -> Point:
    return Point(_middle(one.on), float(value), _amount(value, course), LIGHTS.get(one.verdict, Light.WAITING))


def _days(course: Course, year: int) -> tuple[Point, ...]:
    behind = course.pace is not None and course.pace.behind
    light = LIGHTS.get(course.verdict, Light.LATE if behind else Light.WAITING)
    return tuple(Point(at(day, year), n, _amount(Fraction(n), course), light) for day, n in course.days)


def _amount(value: Fraction, course: Course) -> str:
    if course.percent:
        return f"{written(value, percent=True)}%"
    return written(value, percent=False) + names.spaced(course.unit.partition("/")[0])


def _target(course: Course, t: Translator) -> str:
    return t("Target{target}", target=names.target(course.op, course.target, course.unit))


def _said(course: Course, t: Translator) -> str:
    """The same in words, with its name in full."""
    values = [one.value for one in course.readings if one.value is not None]
    values += [Fraction(n) for _, n in course.days]
    now = t("now {value}", value=_amount(values[-1], course)) if values else t("no data yet")
    note = pace.line(course.pace, course.unit, t) if course.pace else None
    return f"· {course.name}：" + names.joined(t, _target(course, t), now, note)
