"""Working days with make-up days (调休), and the hours in which the office may be spoken to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Calendar:
    """`days` says of a date whether it is worked; where it is silent, Monday to Friday are.

    `known_until` is the last date that the State Council's notices cover: dates after it are provisional (暂定).
    """

    days: Mapping[date, bool]
    known_until: date

    def is_working(self, day: date) -> bool:
        return self.days.get(day, day.weekday() < 5)

    def is_provisional(self, day: date) -> bool:
        return day > self.known_until

    def on_or_after(self, day: date) -> date:
        while not self.is_working(day):
            day += ONE_DAY
        return day

    def on_or_before(self, day: date) -> date:
        while not self.is_working(day):
            day -= ONE_DAY
        return day

    def shift(self, day: date, n: int) -> date:
        """The n-th working day after `day` (before it, where n is negative); `day` itself where n is 0."""
        step = ONE_DAY if n > 0 else -ONE_DAY
        for _ in range(abs(n)):
            day += step
            while not self.is_working(day):
                day += step
        return day

    def within(self, start: date, end: date) -> Iterator[date]:
        """The working days from `start` to `end`, both included."""
        day = start
        while day <= end:
            if self.is_working(day):
                yield day
            day += ONE_DAY

    def count(self, after: date, until: date) -> int:
        """Working days after `after` and up to `until`; negative where `until` is the earlier one."""
        if until < after:
            return -self.count(until, after)
        return sum(1 for _ in self.within(after + ONE_DAY, until))

    def last_of_week(self, day: date) -> date | None:
        """The last working day of the ISO week of `day`; None where the whole week is off (2026-W08)."""
        monday = day - timedelta(days=day.weekday())
        return max(self.within(monday, monday + timedelta(days=6)), default=None)


@dataclass(frozen=True)
class OfficeHours:
    """When unasked messages may go out: working days, from `opens` until `last_reminder`."""

    opens: time
    closes: time
    last_reminder: time
    zone: ZoneInfo

    def local(self, instant: datetime) -> datetime:
        return instant.astimezone(self.zone)

    def today(self, instant: datetime) -> date:
        return self.local(instant).date()

    def at(self, day: date, hour: time) -> datetime:
        return datetime.combine(day, hour, self.zone)

    def opening(self, day: date) -> datetime:
        return self.at(day, self.opens)

    def next_hour(self, instant: datetime, calendar: Calendar) -> datetime:
        """`instant` itself inside the hours, otherwise the next opening."""
        local = self.local(instant)
        day = calendar.on_or_after(local.date())
        if day == local.date():
            if local.time() < self.opens:
                return self.opening(day)
            if local.time() <= self.last_reminder:
                return instant
            day = calendar.shift(day, 1)
        return self.opening(day)

    def worked(self, start: datetime, end: datetime, calendar: Calendar) -> timedelta:
        """Office time from `start` to `end`, from opening to closing of every working day."""
        total = timedelta()
        for day in calendar.within(self.today(start), self.today(end)):
            first = max(self.opening(day), start)
            last = min(self.at(day, self.closes), end)
            total += max(last - first, timedelta())
        return total
