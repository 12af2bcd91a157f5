"""The collection of replies read once: how many are right, how many are asked back, how many are wrong in silence.

`python -m tests.scoring [words of a file's name or status]` prints the table, and what is not right.
"""

import os
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from fractions import Fraction
from functools import cache, partial
from pathlib import Path
from typing import Any, Literal

import chinese_calendar

from catalogue import shipped
from catalogue.reading.becoming import notice_of
from catalogue.reading.drafting import draft_of
from domain.answers import Occurrence, Rank
from domain.cadences import parse_period
from domain.calendar import Calendar
from domain.kinds import KINDS
from domain.notice import Notice, named_beside
from domain.reader import asking
from domain.reader.asked import Asked, Heard, Value
from domain.reader.hear import Question, Shape, hear
from tests import once
from tests.documents.scoring import documents

REPLIES = Path(__file__).parent / "replies"
OTHER_REPLIES = Path(__file__).parent / "other_replies"  # to notices whose words nobody has taught
NOTICE = "jiading-2022"
LEVELS = ("plain", "messy", "trap")
Status = Literal["right", "asked", "intent", "wrong"]


@dataclass(frozen=True)
class Scored:
    """One reply, what it should be heard as, and what it was heard as."""

    file: str
    kind: str  # of form, or the shape of the demand
    level: str
    text: str
    intent: str
    values: Mapping[str, str]
    beside: Mapping[str, str]  # until, department
    is_doubtful: bool
    heard: Heard
    status: Status
    question: Question


@dataclass
class Tally:
    """By kind and level."""

    of: Counter[tuple[str, str, str]] = field(default_factory=Counter)

    def number(self, status: str, *levels: str, kind: str | None = None) -> int:
        return sum(n for (k, level, s), n in self.of.items() if s == status and level in levels and kind in (None, k))

    def all(self, *levels: str, kind: str | None = None) -> int:
        return sum(n for (k, level, _), n in self.of.items() if level in levels and kind in (None, k))

    def share(self, *levels: str, kind: str | None = None) -> float:
        return self.number("right", *levels, kind=kind) / max(1, self.all(*levels, kind=kind))


@cache
def scored(folder: Path = REPLIES) -> tuple[Scored, ...]:
    """In the order of the files. The processes of a run begin at different ones, and each reads what none has read."""
    paths = sorted(folder.rglob("*.toml"))
    first = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0")[2:]) * len(paths) // 3
    read = {
        path: once.made("-".join(path.parts[1:]), partial(_of_file, path)) for path in paths[first:] + paths[:first]
    }
    return tuple(one for path in paths for one in read[path])


def tally(replies: tuple[Scored, ...]) -> Tally:
    return Tally(Counter((one.kind, one.level, one.status) for one in replies))


def _of_file(path: Path) -> list[Scored]:
    sheet = tomllib.loads(path.read_text(encoding="utf-8"))
    question = question_of(sheet)
    aliases = {alias: unit.name for unit in _notice_of(sheet).units for alias in unit.aliases}
    found = []
    for reply in sheet["reply"]:
        heard = hear(reply["text"], question)
        said = {key: str(value) for key, value in reply.get("values", {}).items()}
        beside = {key: said.pop(key) for key in ("until", "department") if key in said}
        got = {key: written(value) for key, value in heard.values.items()}
        doubtful = bool(reply.get("doubt"))
        status = _status(reply["intent"], said, got, heard, question, is_doubtful=doubtful)
        if status == "right" and not _goes_with(beside, heard, aliases):
            status = "intent"
        level, text, intent = reply["level"], reply["text"], reply["intent"]
        found.append(
            Scored(path.stem, question.shape, level, text, intent, said, beside, doubtful, heard, status, question)
        )
    return found


# what was asked


def _notice_of(sheet: Mapping[str, Any]) -> Notice:
    return _notice(str(sheet.get("notice", NOTICE)))


@cache
def _notice(name: str) -> Notice:
    """A shipped one, or what is read out of a document of another institution."""
    if name in shipped.names():
        return shipped.load(name)
    ((_, file, data, _),) = documents(stem=name)
    return notice_of(draft_of(data, file), (), date(2026, 3, 1))


@cache
def _calendar() -> Calendar:
    first, last = date(2021, 1, 1), date(2026, 12, 31)
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    worked = ((day, bool(chinese_calendar.is_workday(day))) for day in days)
    return Calendar({day: is_worked for day, is_worked in worked if is_worked != (day.weekday() < 5)}, last)


def question_of(sheet: Mapping[str, Any]) -> Question:
    """As the forms ask it: the head of a file says of whom, when, about what."""
    notice = _notice_of(sheet)
    indicator = next(one for one in notice.indicators if one.code == sheet["code"])
    today = datetime.fromisoformat(sheet["now"]).date()
    period = None if sheet["period"] == "once" else parse_period(sheet["period"])
    rows = [row for row in indicator.requirements if row.cadence != "filing-summary"]
    last = {name: _number(str(value)) for name, value in sheet.get("last", {}).items()}
    asked = replace(
        _asked(sheet, notice, rows, last, period, today),
        text=indicator.text,
        beside=named_beside(indicator.code, notice.indicators),
    )
    what = str(sheet["asked"])
    headcount = int(last["should"]) if last.get("should") else None
    shape: Shape
    match sheet["form"]:
        case "roll-call":
            shape = "roll-call"
        case "meeting" | "register":
            shape = "meeting" if sheet["form"] == "meeting" else "entries"
            what = what if what in ("day", "topic") else "day"
        case _ if what == "figures":
            shape = "figures"
        case _:
            row = next(row for row in indicator.requirements if str(row.seq) == what)
            shape = KINDS[row.kind].shape
    seq = int(what) if what.isdecimal() else 0
    points = asking.points(indicator.requirements)
    return Question(shape, today, asked, period, seq, points, what, headcount, _calendar())


def _asked(
    sheet: Mapping[str, Any], notice: Notice, rows: Any, last: Mapping[str, Fraction], period: Any, today: date
) -> Asked:
    own = next((unit for unit in notice.units if unit.name == sheet.get("department")), None)
    mine = own.names if own else frozenset()
    everyone = frozenset(name for unit in notice.units for name in unit.names)
    demands = asking.counted(rows)
    wanted = Asked(demands, ()).quantities
    counted = period or parse_period(str(today.year))
    return Asked(demands, wanted, {}, last, counted, today, sheet["code"], mine, everyone - mine, house=notice.body)


def _number(written: str) -> Fraction:
    return Fraction(written.rstrip("%‰")) / {"%": 100, "‰": 1000}.get(written[-1:], 1)


# what was heard


def written(value: Value) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case Rank():
            return f"{value.place}/{value.field}" if value.field else str(value.place)
        case Occurrence():
            return f"{value.day} {value.count}"
        case _:
            return str(value)


def _status(
    intent: str, said: Mapping[str, str], got: Mapping[str, str], heard: Heard, question: Question, *, is_doubtful: bool
) -> Status:
    """What is doubtful is right when it is asked back; what is certain is right when it is taken at once."""
    if heard.doubt is None and heard.values:
        if any(not _is_same(key, value, said, question) for key, value in got.items()):
            return "wrong"
        missing = set(said) - set(got)
        return "asked" if missing else "right" if heard.intent == intent else "intent"
    if said and not is_doubtful:
        return "asked"
    return "right" if is_doubtful or heard.intent == intent else "intent"


def _is_same(key: str, value: str, said: Mapping[str, str], question: Question) -> bool:
    if key not in said:
        # the number who should file is that of the month before, where nothing else is said of it
        return key == "should" and bool(said) and value == str(question.headcount)
    if key == "topic":
        return said[key] in value or value in said[key]
    try:
        return _number(value) == _number(said[key])
    except (ValueError, ZeroDivisionError):
        return value == said[key]


def _goes_with(beside: Mapping[str, str], heard: Heard, aliases: Mapping[str, str]) -> bool:
    """The day that is promised, and the department that is named."""
    until = heard.until.isoformat() if heard.until else ""
    department = aliases.get(heard.department or "", heard.department or "")
    return beside.get("until", until) == until and beside.get("department", department) == department


# the table


def table(replies: tuple[Scored, ...]) -> str:
    counts = tally(replies)
    head = f"{'':12}" + "".join(f"{level:>22}" for level in LEVELS) + f"{'wrong':>8}"
    rows = [head, f"{'':12}" + f"{'right asked intent  of':>22}" * len(LEVELS)]
    for kind in [*sorted({one.kind for one in replies}), None]:
        cells = "".join(_cell(counts, level, kind) for level in LEVELS)
        rows.append(f"{kind or 'all':12}{cells}{counts.number('wrong', *LEVELS, kind=kind):>8}")
    shares = ", ".join(f"{level} {counts.share(level):.1%}" for level in LEVELS)
    return "\n".join([*rows, f"right at first reading: {shares}"])


def _cell(counts: Tally, level: str, kind: str | None) -> str:
    right, asked, intent = (counts.number(status, level, kind=kind) for status in ("right", "asked", "intent"))
    return f"{right:>6}{asked:>6}{intent:>6}{counts.all(level, kind=kind):>4}"


def not_right(replies: tuple[Scored, ...], words: list[str]) -> Iterator[str]:
    for one in replies:
        of_them = not words or any(word in (one.status, one.kind) or word in one.file for word in words)
        if one.status == "right" or not of_them:
            continue
        got = {key: written(value) for key, value in one.heard.values.items()}
        doubt = one.heard.doubt.reason if one.heard.doubt else ""
        beside = f"{one.heard.until or ''} {one.heard.department or ''}".strip()
        yield (
            f"{one.status} {one.file} {one.level} {one.text!r}: {one.intent} {dict(one.values)} {dict(one.beside)}"
            f" | {one.heard.intent} {got} {beside} {doubt}"
        )


if __name__ == "__main__":
    for folder in (REPLIES, OTHER_REPLIES):
        found = scored(folder)
        print("\n".join(not_right(found, sys.argv[1:])))
        print(table(found))
