"""What would be understood of a text: for whoever is asked why the bot answered as it did. Nothing is recorded."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from bot.sections import CadenceSection
from bot.settings import Settings
from bot.tongue import t
from db.queries import notices
from domain.answers import Occurrence, Rank
from domain.cadences import Period, parse_period, period_of
from domain.calendar import Calendar
from domain.figures import exact, is_share
from domain.kinds import KINDS
from domain.notice import Indicator, Notice, Requirement, Unit, named_beside
from domain.reader import asking
from domain.reader.asked import Asked, Heard, Value
from domain.reader.hear import Question, Shape, hear
from services import amending, loading, publishing
from services.office import Office

SHAPES: Mapping[str, Shape] = {"roll-call": "roll-call", "meeting": "meeting", "register": "entries"}


class NoSuchQuestion(Exception):
    """The notice asks nothing of that name."""


@dataclass(frozen=True)
class Reading:
    """A text read as the answer to one question."""

    code: str
    period: Period | None
    question: Question
    heard: Heard


@dataclass(frozen=True)
class Standing:
    """What is asked and of whom, as the records have it: with whatever was published since they were begun."""

    indicators: tuple[Indicator, ...]
    units: tuple[Unit, ...]
    body: str


def standing(office: Office) -> Standing:
    rows = amending.standing(office).values()
    found = (replace(one, files=row.files, files_cadence=row.files_cadence) for row, one in rows)
    return Standing(tuple(found), publishing.standing_units(office), notices.current(office.session).body)


def read(notice: Notice | Standing, settings: Settings, what: str, text: str, today: date, **known: Any) -> Reading:
    """`what` is 5.2.1 or 5.2.1/2. `known`: period (a key), department, last (name → value).

    Where no demand is named, the text is put to each sort of question that the indicator asks, as a form would in turn.
    """
    code, _, seq = what.partition("/")
    indicator = next((one for one in notice.indicators if one.code == code), None)
    if indicator is None:
        raise NoSuchQuestion(t("there is no indicator {code}", code=code))
    readings = [_read(notice, settings, indicator, row, text, today, known, seq) for row in _rows(indicator, seq)]
    certain = [one for one in readings if one.heard.values and one.heard.doubt is None]
    likely = [one for one in readings if one.heard.doubt and one.heard.doubt.likely]
    return (certain or likely or readings)[0]


def _read(
    notice: Notice | Standing, settings: Settings, indicator: Indicator, row: Requirement, text: str, today: date,
    known: Mapping[str, Any], seq: str,
) -> Reading:  # fmt: skip
    cadence = settings.cadences[row.cadence if seq or not indicator.files_cadence else indicator.files_cadence]
    period = _period(known["period"]) if known.get("period") else _asked_about(cadence, today)
    last: Mapping[str, Fraction] = known.get("last") or {}
    shape = SHAPES.get(cadence.form or "") or KINDS[row.kind].shape
    question = Question(
        shape,
        today,
        _asked(notice, indicator, period, today, known.get("department") or indicator.lead, last),
        period,
        row.seq,
        asking.points(indicator.requirements),
        "day" if shape in ("meeting", "entries") else "",
        int(last["should"]) if "should" in last else None,
        _calendar(),
    )
    return Reading(indicator.code, period, question, hear(text, question))


def _period(key: str) -> Period:
    try:
        return parse_period(key)
    except ValueError as error:
        raise ValueError(t("--period: {period} is no period such as 2026-10, 2026-H2, 2026", period=key)) from error


def _calendar() -> Calendar:
    """As it is published; days that an office has set itself are on its records alone."""
    return Calendar({day: worked for day, (worked, _) in loading.published_days().items()}, loading.known_until())


def _rows(indicator: Indicator, seq: str) -> list[Requirement]:
    """The demand, or the first one of each sort; of what all departments file there is one question."""
    if seq:
        rows = indicator.requirements
        found = [row for row in rows if str(row.seq) == seq]
        if not found:
            raise NoSuchQuestion(
                t(
                    "{code} has {n} demands, and none is called {seq}",
                    code=indicator.code,
                    n=len(indicator.requirements),
                    seq=seq,
                )
            )
        return found
    if indicator.files_cadence:
        return list(indicator.requirements[:1])
    first = {KINDS[row.kind].shape: row for row in reversed(indicator.requirements)}
    return sorted(first.values(), key=lambda row: row.seq)


def _asked_about(cadence: CadenceSection, today: date) -> Period | None:
    """What is told as it comes is of the period that runs, everything else of the one that is over."""
    if cadence.every in (None, "once"):
        return None
    running = period_of(cadence.every, today)
    comes_by_itself = cadence.form in ("meeting", "register")
    return running if comes_by_itself else period_of(cadence.every, running.start - timedelta(days=1))


def _asked(
    notice: Notice | Standing, indicator: Indicator, period: Period | None, today: date, department: str,
    last: Mapping[str, Fraction],
) -> Asked:  # fmt: skip
    demands = asking.counted(indicator.requirements)
    own = next((unit for unit in notice.units if department in unit.names), None)
    if own is None:
        raise NoSuchQuestion(t("there is no department called {name}", name=department))
    others = frozenset(name for unit in notice.units for name in unit.names) - own.names
    wanted = Asked(demands, ()).quantities
    beside = named_beside(indicator.code, notice.indicators)
    return Asked(
        demands, wanted, {}, last, period, today, indicator.code, own.names, others, indicator.text, notice.body, beside
    )


def as_record(reading: Reading) -> dict[str, Any]:
    heard = reading.heard
    doubt = heard.doubt if not heard.values else None
    return {
        "code": reading.code,
        "period": reading.period.key if reading.period else None,
        "asked": reading.question.shape,
        "intent": heard.intent,
        "values": _named(reading, heard.values),
        "doubt": doubt.reason if doubt else None,
        "about": (doubt.about or None) if doubt else None,
        "likely": [_named(reading, one) for one in doubt.likely] if doubt else [],
        "until": heard.until.isoformat() if heard.until else None,
        "department": heard.department,
    }


def as_lines(reading: Reading) -> Iterator[str]:
    record = as_record(reading)
    yield f"{record['code']} {record['period'] or ''}".strip() + f": asked for {record['asked']}"
    yield f"intent: {record['intent']}"
    for name, value in record["values"].items():
        yield f"value: {name} = {value}"
    if record["doubt"]:
        yield f"doubt: {record['doubt']}" + (f" ({record['about']})" if record["about"] else "")
    for likely in record["likely"]:
        yield "likely: " + ", ".join(f"{name} = {value}" for name, value in likely.items())
    for name in ("until", "department"):
        if record[name]:
            yield f"{name}: {record[name]}"


def _named(reading: Reading, values: Mapping[str, Value]) -> dict[str, Any]:
    """By the names of the notice, a share as it is written."""
    question = reading.question
    demands = {demand.key: demand for demand in question.asked.demands}
    points = {f"#{point.seq}": point.name for point in question.points}
    found = {}
    for key, value in values.items():
        demand = demands.get(key)
        percent = demand is not None and is_share(demand.kind, len(demand.parts), demand.unit)
        found[demand.name if demand else points.get(key, key)] = _shown(value, percent=percent)
    return found


def _shown(value: Value, *, percent: bool) -> Any:
    match value:
        case Fraction():
            return exact(value, percent=percent) + ("%" if percent else "")
        case Occurrence():
            return {"day": value.day.isoformat(), "count": value.count, "what": value.what}
        case Rank():
            return {"place": value.place, "of": value.field, "source": value.source}
        case date():
            return value.isoformat()
        case _:
            return value


def last_of(pairs: Sequence[str]) -> dict[str, Fraction]:
    """name=value, as often as given; ValueError where a value is no number."""
    found = {}
    for pair in pairs:
        name, _, value = pair.partition("=")
        try:
            found[name] = Fraction(value.rstrip("%")) / (100 if value.endswith("%") else 1)
        except ValueError as error:
            raise ValueError(t("--last: {value} is no number", value=value)) from error
    return found
