"""What would be understood of a text: for whoever is asked why the bot answered as it did. Nothing is recorded."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from bot.settings import CadenceSection, Settings
from domain.answers import Occurrence, Rank
from domain.cadences import Period, parse_period, period_of
from domain.figures import is_share, written
from domain.kinds import KINDS
from domain.notice import Indicator, Notice, Requirement
from domain.reader import asking
from domain.reader.asked import Asked, Heard, Value
from domain.reader.hear import Question, Shape, hear

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


def read(notice: Notice, settings: Settings, what: str, text: str, today: date, **known: Any) -> Reading:
    """`what` is 5.2.1 or 5.2.1/2. `known`: period (a key), department, last (name → value)."""
    code, _, seq = what.partition("/")
    indicator = next((one for one in notice.indicators if one.code == code), None)
    if indicator is None:
        raise NoSuchQuestion(f"{code}: there is no such indicator")
    row = _row(indicator, seq)
    cadence = settings.cadences[row.cadence if seq or not indicator.files_cadence else indicator.files_cadence]
    period = parse_period(known["period"]) if known.get("period") else _asked_about(cadence, today)
    last: Mapping[str, Fraction] = known.get("last") or {}
    shape = SHAPES.get(cadence.form or "") or KINDS[row.kind].shape
    asked = _asked(notice, indicator, period, today, known.get("department") or "", last)
    points = asking.points(indicator.requirements)
    headcount = last.get("should")
    question = Question(
        shape,
        today,
        asked,
        period,
        row.seq,
        points,
        "day" if shape in ("meeting", "entries") else "",
        int(headcount) if headcount else None,
    )
    return Reading(code, period, question, hear(text, question))


def _row(indicator: Indicator, seq: str) -> Requirement:
    for row in indicator.requirements:
        if str(row.seq) == seq or not seq:
            return row
    raise NoSuchQuestion(f"{indicator.code}/{seq}: there are {len(indicator.requirements)} demands")


def _asked_about(cadence: CadenceSection, today: date) -> Period | None:
    """What is told as it comes is of the period that runs, everything else of the one that is over."""
    if cadence.every in (None, "once"):
        return None
    running = period_of(cadence.every, today)
    comes_by_itself = cadence.form in ("meeting", "register")
    return running if comes_by_itself else period_of(cadence.every, running.start - timedelta(days=1))


def _asked(
    notice: Notice, indicator: Indicator, period: Period | None, today: date, department: str,
    last: Mapping[str, Fraction],
) -> Asked:  # fmt: skip
    demands = asking.counted(indicator.requirements)
    own = next((unit for unit in notice.units if unit.name == department), None)
    mine = frozenset((own.name, *own.aliases)) if own else frozenset()
    everyone = frozenset(name for unit in notice.units for name in (unit.name, *unit.aliases))
    asked = Asked(demands, (), {}, last, period, today, indicator.code, mine, everyone - mine if own else frozenset())
    return Asked(**{**vars(asked), "wanted": asked.quantities})


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
            return written(value, percent=percent) + ("%" if percent else "")
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
        found[name] = Fraction(value.rstrip("%")) / (100 if value.endswith("%") else 1)
    return found
