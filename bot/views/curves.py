"""走势图: an indicator's demands over a year, in the reader's language."""

from calendar import monthrange
from datetime import date
from fractions import Fraction
from typing import Literal

from bot.translator import Translator
from bot.views import names, pace
from bot.views.message import Button, Message, lines
from domain.board import Light
from domain.curves import Curve, Curves, Point, Spot
from domain.facts.pictures import Course, Courses, Reading
from domain.figures import written

FORMS: dict[str, Literal["rank", "day"]] = {"rank": "rank", "milestone": "day"}
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
        line=_lines(facts, t),
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


def _lines(facts: Courses, t: Translator) -> str:
    """What the thick lines are."""
    kinds = {course.kind for course in facts.demands}
    ranks = [t("rank")] if "rank" in kinds else []
    return t.items([*([t("the year so far")] if kinds - {"rank", "milestone"} else []), *ranks])


def _measures(facts: Courses, t: Translator) -> str:
    """What the thin lines are."""
    even = any(course.even for course in facts.demands)
    before = any(one.before is not None for course in facts.demands for one in course.readings)
    limit = any(course.kind == "milestone" and course.deadline for course in facts.demands)
    named = ((even, t("even pace")), (before, t("a year before")), (limit, t("limit")))
    return t.items([name for there, name in named if there])


def months(t: Translator, year: int) -> tuple[str, ...]:
    return tuple(t.short_month(date(year, month, 1)) for month in range(1, 13))


def at(day: date, year: int) -> float:
    """Months are equally wide."""
    if day.year != year:
        return 0.0 if day.year < year else 1.0
    return (day.month - 1 + day.day / monthrange(year, day.month)[1]) / 12


def _curve(course: Course, year: int, t: Translator) -> Curve:
    return Curve(
        title=course.name,
        target=_target(course, t),
        points=_points(course, year, t),
        steps=course.kind in ("entries", "milestone"),
        percent=course.percent,
        aim=None if course.aim is None or course.kind == "milestone" else float(course.aim),
        measure=_measure(course, year),
        alone=tuple((_middle(one.on), float(one.alone)) for one in course.readings if one.alone is not None),
        note=(pace.line(course.pace, course.unit, t) or "") if course.pace else "",
        form=FORMS.get(course.kind, ""),
    )


def _points(course: Course, year: int, t: Translator) -> tuple[Point, ...]:
    match course.kind:
        case "entries":
            return _days(course, year)
        case "milestone":
            return tuple(_done(one, one.day, year, t) for one in course.readings[-1:] if one.day)
    return tuple(_reading(one, one.value, course, t) for one in course.readings if one.value is not None)


def _measure(course: Course, year: int) -> tuple[Spot, ...]:
    if course.kind == "milestone":
        limit = course.deadline
        return ((at(limit, year), 0.0), (at(limit, year), 1.0)) if limit and limit.year == year else ()
    before = [(_middle(one.on), float(one.before)) for one in course.readings if one.before is not None]
    even = [(at(day, year), float(value)) for day, value in course.even]
    return tuple(even or before)


def _middle(day: date) -> float:
    """A reading stands above the name of its month."""
    return (day.month - 0.5) / 12


def _reading(one: Reading, value: Fraction, course: Course, t: Translator) -> Point:
    return Point(_middle(one.on), float(value), _said_of(one, value, course, t), LIGHTS.get(one.verdict, Light.WAITING))


def _done(one: Reading, day: date, year: int, t: Translator) -> Point:
    return Point(at(day, year), 1.0, t.full_day(day), LIGHTS.get(one.verdict, Light.WAITING))


def _days(course: Course, year: int) -> tuple[Point, ...]:
    behind = course.pace is not None and course.pace.behind
    light = LIGHTS.get(course.verdict, Light.LATE if behind else Light.WAITING)
    return tuple(Point(at(day, year), n, _amount(Fraction(n), course), light) for day, n in course.days)


def _said_of(one: Reading, value: Fraction, course: Course, t: Translator) -> str:
    if course.kind == "rank":
        return t("rank {place} of {of}", place=value, of=one.field)
    return t.full_day(one.day) if one.day else _amount(value, course)


def _amount(value: Fraction, course: Course) -> str:
    if course.percent:
        return f"{written(value, percent=True)}%"
    return written(value, percent=False) + names.spaced(course.unit.partition("/")[0])


def _target(course: Course, t: Translator) -> str:
    return t("Target{target}", target=names.target(course.op, course.target, course.unit))


def _said(course: Course, t: Translator) -> str:
    """The same in words, with its name in full."""
    said = [_said_of(one, one.value, course, t) for one in course.readings if one.value is not None]
    said += [_amount(Fraction(n), course) for _, n in course.days]
    now = t("now {value}", value=said[-1]) if said else t("no data yet")
    note = pace.line(course.pace, course.unit, t) if course.pace else None
    return f"· {course.name}：" + names.joined(t, _target(course, t), now, note)
