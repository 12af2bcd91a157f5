"""Periods, and when the task of a period opens, falls due and locks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Literal

from dateutil.relativedelta import relativedelta
from dateutil.rrule import MONTHLY, rrule

from domain.calendar import ONE_DAY, Calendar
from domain.patterns import pattern_of

Every = Literal["month", "quarter", "half-year", "year", "once"]
MONTHS: dict[Every, int] = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}
KEY = pattern_of(r"[1-9][0-9]{3}(?:-(?:Q[1-4]|H[12]|(?:0[1-9]|1[0-2])(?:-[0-3][0-9])?))?")


@dataclass(frozen=True)
class Period:
    """`key` is 2026-11, 2026-Q4, 2026-H2, 2026, or of a single date 2026-12-31; `end` is its last date."""

    every: Every
    start: date
    end: date

    @property
    def key(self) -> str:
        if self.every == "once":
            return self.end.isoformat()
        part = (self.start.month - 1) // MONTHS[self.every] + 1
        return {
            "month": f"{self.start:%Y-%m}",
            "quarter": f"{self.start.year}-Q{part}",
            "half-year": f"{self.start.year}-H{part}",
            "year": f"{self.start.year}",
        }[self.every]


@lru_cache(maxsize=4096)  # asked for of every task, at every look
def period_of(every: Every, day: date) -> Period:
    """The period that contains `day`."""
    if every == "once":
        return Period(every, day, day)
    months = MONTHS[every]
    start = day.replace(day=1, month=(day.month - 1) // months * months + 1)
    return Period(every, start, start + relativedelta(months=months) - ONE_DAY)


@lru_cache(maxsize=4096)
def parse_period(key: str) -> Period:
    """The period of a key. ValueError where it is none."""
    if not KEY.fullmatch(key):
        raise ValueError(f"{key} is no period")
    year, _, part = key.partition("-")
    if len(part) > 2:
        try:
            return period_of("once", date.fromisoformat(key))
        except ValueError as error:
            raise ValueError(f"{key} is no period") from error
    if not part:
        return period_of("year", date(int(year), 1, 1))
    if part[0] in "QH":
        every: Every = "quarter" if part[0] == "Q" else "half-year"
        return period_of(every, date(int(year), (int(part[1:]) - 1) * MONTHS[every] + 1, 1))
    return period_of("month", date(int(year), int(part), 1))


def periods(every: Every, start: date, end: date) -> Iterator[Period]:
    """Every period that touches the dates from `start` to `end`; what is asked once has none."""
    if every == "once":
        return
    first = period_of(every, start).start
    for begin in rrule(MONTHLY, interval=MONTHS[every], dtstart=first, until=end):
        yield period_of(every, begin.date())


@dataclass(frozen=True)
class Moment:
    """The n-th working day within the period, or after its end; n < 0 counts from the period's end."""

    where: Literal["within", "after"]
    day: int

    def of(self, period: Period, calendar: Calendar) -> date:
        if self.where == "after":
            return calendar.shift(period.end, self.day)
        if self.day > 0:
            return calendar.shift(period.start - ONE_DAY, self.day)
        return calendar.shift(period.end + ONE_DAY, self.day)

    def __str__(self) -> str:
        """As config.toml writes it."""
        return f"{self.where} {self.day}"

    def shifted(self, days: int) -> "Moment | None":
        """So many working days later: behind the last day of a period comes the first one after it.

        None where that lies before the period.
        """
        if self.where == "within" and self.day > 0:
            return Moment("within", self.day + days) if self.day + days > 0 else None
        place = (self.day - 1 if self.day > 0 else self.day) + days  # there is no day 0
        return Moment("after", place + 1) if place >= 0 else Moment("within", place)


def moment(text: object) -> Moment:
    """Of "within -1" or "after 3". ValueError where it is neither."""
    where, _, day = str(text).partition(" ")
    if where not in ("within", "after") or not re.fullmatch(r"-?[1-9]\d{0,2}", day):
        raise ValueError(f'"{text}" is neither "within N" nor "after N"')
    return Moment("within" if where == "within" else "after", int(day))


@dataclass(frozen=True)
class Quota:
    """At least `least` events in each period and `total` in the year that the period belongs to."""

    total: int
    least: int


Review = Literal["", "office", "competent"]


@dataclass(frozen=True)
class Cadence:
    name: str
    every: Every
    opens: Moment
    due: Moment
    lock_after: int  # working days after due in which a report may still be corrected
    ladder: str
    form: str
    quota: Quota | None = None
    title: str = ""  # what is asked, as the notice calls it
    quiet: bool = False  # asked for once, without alarm
    pace: bool = False  # what it asks over a year is looked at before the year is over
    since: date | None = None  # the day on which the office changed it: what was due before is not asked by it
    review: Review = ""  # who looks at what is filed
    extensions: int = 2  # 延期, at most


@dataclass(frozen=True)
class Schedule:
    period: Period
    opens: date
    due: date
    locks: date
    quiet: bool = False  # nobody is late with it


Misfit = Literal["opens-too-many", "due-too-many", "due-before-opens"]
PLAIN_YEAR = date(2026, 1, 1), date(2026, 12, 31)


def misfit(every: Every, opens: Moment, due: Moment) -> Misfit | None:
    """Tried on the periods of a plain year: a task falls due no earlier than it opens, "within" lies within."""
    plain = Calendar({}, PLAIN_YEAR[1])
    for period in periods(every, *PLAIN_YEAR):
        for moment, amiss in ((opens, "opens-too-many"), (due, "due-too-many")):
            if moment.where == "within" and not period.start <= moment.of(period, plain) <= period.end:
                return amiss  # type: ignore[return-value]
        if due.of(period, plain) < opens.of(period, plain):
            return "due-before-opens"
    return None


def working_days(every: Every) -> int:
    """That each period of this length has at least, in a plain year."""
    plain = Calendar({}, PLAIN_YEAR[1])
    return min(plain.count(p.start - ONE_DAY, p.end) for p in periods(every, *PLAIN_YEAR))


def with_pacing(cadence: Cadence, every: Every, opens: Moment, due: Moment, since: date) -> Cadence:
    """The cadence as the office has it from that day on."""
    return replace(cadence, every=every, opens=opens, due=due, since=since)


def schedule(cadence: Cadence, period: Period, calendar: Calendar) -> Schedule:
    due = cadence.due.of(period, calendar)
    return Schedule(period, cadence.opens.of(period, calendar), due, calendar.shift(due, cadence.lock_after))


def schedule_once(cadence: Cadence, deadline: date | None, given: date, calendar: Calendar) -> Schedule:
    """Of what is asked once, by a date or, where none is printed, from the giving on.

    What was due before it was given is history: asked for all the same, and nobody is late with it.
    """
    period = period_of("once", deadline or given)
    due = cadence.due.of(period, calendar)
    quiet = cadence.quiet or due < given
    if quiet:
        due = cadence.due.of(period_of("once", given), calendar)
    return Schedule(period, given, due, calendar.shift(due, cadence.lock_after), quiet)


def still_open(cadence: Cadence, today: date, calendar: Calendar, since: date) -> Iterator[Schedule]:
    """What is open on `today` and was not yet due on `since`, the day on which the duty was given."""
    reach, since = _reach(cadence), max(since, cadence.since or since)
    for period in periods(cadence.every, since - reach, today + reach):
        plan = schedule(cadence, period, calendar)
        if plan.opens <= today and plan.due >= since:
            yield plan


def due_between(cadence: Cadence, start: date, end: date, calendar: Calendar) -> Iterator[Schedule]:
    """What falls due on these days, both included."""
    reach = _reach(cadence)
    for period in periods(cadence.every, start - reach, end + reach):
        plan = schedule(cadence, period, calendar)
        if start <= plan.due <= end:
            yield plan


def falling_due(cadence: Cadence, today: date, calendar: Calendar) -> Iterator[Schedule]:
    """What is due on `today` or next, the nearest first: a few."""
    reach = _reach(cadence)
    for period in periods(cadence.every, today - reach, today + 2 * reach):
        plan = schedule(cadence, period, calendar)
        if plan.due >= today:
            yield plan


def next_opening(cadence: Cadence, today: date, calendar: Calendar) -> date | None:
    """The first opening after `today`; None of what is asked once."""
    if cadence.every == "once":
        return None
    reach = _reach(cadence)
    openings = (cadence.opens.of(p, calendar) for p in periods(cadence.every, today - reach, today + 2 * reach))
    return min(day for day in openings if day > today)


def _reach(cadence: Cadence) -> relativedelta:
    """How far from a period its moments may lie: a working day takes two days, long holidays a month."""
    return relativedelta(
        months=MONTHS.get(cadence.every, 0) + 1, days=2 * max(abs(cadence.opens.day), abs(cadence.due.day))
    )


def events_needed(quota: Quota, held_before: int, is_last: bool) -> int:
    """How many a period needs: its own least and, in the year's last period, what the total still lacks."""
    return max(quota.least, quota.total - held_before) if is_last else quota.least
