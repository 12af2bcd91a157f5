"""One answer read as a whole: its intent, what it says for certain, or the doubt that it leaves."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from domain import meeting, roll_call
from domain.cadences import Period
from domain.reader import figures, intents, words
from domain.reader import points as pointed
from domain.reader.asked import Asked, Doubt, Heard, Value
from domain.reader.masking import clean

Shape = Literal["figures", "yes", "occurrence", "day", "rank", "roll-call", "meeting"]


@dataclass(frozen=True)
class Question:
    """What was asked: figures, one point of an indicator by its number, a round, or a meeting or entry.

    `field` is what the last question was about: a name of the round's fields, day or topic of a meeting.
    """

    shape: Shape
    today: date
    asked: Asked = field(default_factory=lambda: Asked((), ()))
    period: Period | None = None
    seq: int = 0  # of the point
    points: tuple[pointed.Point, ...] = ()  # of the indicator
    field: str = ""
    headcount: int | None = None


def hear(text: str, question: Question) -> Heard:
    cleaned = clean(text)
    if cleaned is None:
        return Heard("unclear", doubt=Doubt("not-understood"))
    if not cleaned.strip():
        return Heard("unclear", doubt=Doubt("empty"))
    values, doubt = _values(text, question)
    if values and doubt is None:
        return Heard("correction" if words.CORRECTION.search(cleaned) else "report", values)
    intent, named = intents.of(cleaned, question.asked.others)
    if intent == "unclear" and doubt is not None and any(character.isdigit() for character in cleaned):
        intent = "correction" if words.CORRECTION.search(cleaned) else "report"
    return Heard(intent, doubt=doubt or Doubt("not-understood"), department=named)


def _values(text: str, question: Question) -> tuple[Mapping[str, Value], Doubt | None]:
    match question.shape:
        case "figures":
            read = figures.read(text, question.asked)
            return read.values, read.doubt
        case "roll-call":
            return _roll_call(text, question)
        case "meeting":
            return _meeting(text, question)
        case _:
            return _points(text, question)


def _points(text: str, question: Question) -> tuple[Mapping[str, Value], Doubt | None]:
    read = pointed.read(text, question.points, question.seq, question.today, question.period)
    return {f"#{seq}": value for seq, value in read.values.items()}, read.doubt


def _roll_call(text: str, question: Question) -> tuple[Mapping[str, Value], Doubt | None]:
    asked = question.field if question.field in roll_call.FIELDS else None
    month = question.period.start.month if question.period else 0
    around = roll_call.Round(month, question.asked.own)
    read = roll_call.read(text, asked, question.headcount, around)
    if isinstance(read, str):
        return {}, Doubt(read)
    said: dict[str, Value] = {
        str(name): getattr(read, name) for name in roll_call.FIELDS if getattr(read, name) is not None
    }
    problem = roll_call.check(read, 1000)
    return ({}, Doubt(problem)) if problem else (said, None)


def _meeting(text: str, question: Question) -> tuple[Mapping[str, Value], Doubt | None]:
    assert question.period is not None
    read = meeting.read(text, question.field, question.today, question.period)  # type: ignore[arg-type]
    if isinstance(read, str):
        return {}, Doubt(read)
    said = {"day": read.day, "topic": read.topic}
    return {key: value for key, value in said.items() if value is not None}, None
