"""What should be said in a year in which nobody answers, worked out a second time from the notice and config.toml.

Nothing of the program is used: the days come from a plain table, the periods from the months, the ladders from the
file. It covers signing, every period of every cadence that asks, what is asked once, the parts of responsible
departments, and of all these the rungs to contact, head and office. It knows nothing of answers: what follows from one
(审签, 审核, 补正, extensions, orders) is not its matter.
"""

import tomllib
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

HOME = Path(__file__).parents[2]
TABLE = Path(__file__).with_name("days.tsv")
DAY = timedelta(days=1)
LENGTHS = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}
ZERO = "Z"  # a tag: that nothing of the kind happened is declared
Toml = dict[str, Any]


@dataclass(frozen=True, order=True)
class Reminder:
    """`about` is the indicator's code, or "sign"; `part` is lead, responsible, files, or "" for signing."""

    about: str
    part: str
    department: str
    cadence: str
    period: str
    audience: str
    rung: str
    on: date


@dataclass(frozen=True)
class Matter:
    """Something that a department is asked: by when, and by which ladder it is reminded."""

    about: str
    part: str
    department: str
    cadence: str
    period: str
    opens: date
    due: date
    ladder: str


class Planner:
    """Of one year, from its first working day on, on which everything is given."""

    def __init__(self, year: int) -> None:
        self.settings = read(HOME / "config.toml")
        shelf = HOME / "catalogue" / "shipped" / str(self.settings["notice"])
        self.house = read(shelf / "notice.toml")
        areas = [read(path) for path in sorted(shelf.glob("area-*.toml"))]
        self.indicators: list[Toml] = [i for area in areas for item in area["items"] for i in item["indicators"]]
        self.units = {unit["name"]: unit for unit in self.house["units"]}
        self.days = {day: word == "worked" for day, word in table()}
        self.year = year
        self.given = self.later(date(year, 1, 1) - DAY, 1)

    # days

    def is_worked(self, day: date) -> bool:
        return self.days.get(day, day.isoweekday() <= 5)

    @cached_property
    def worked(self) -> list[date]:
        first = date(self.year - 2, 1, 1)
        return [day for day in (first + n * DAY for n in range(366 * 5)) if self.is_worked(day)]

    def later(self, day: date, n: int) -> date:
        """The n-th working day after it, or before it."""
        if n > 0:
            return self.worked[bisect_right(self.worked, day) + n - 1]
        return self.worked[bisect_left(self.worked, day) + n] if n < 0 else day

    # what is asked

    def matters(self) -> Iterator[Matter]:
        yield from self.signing()
        for indicator in self.indicators:
            asked = {row["cadence"] for row in indicator["requirements"]}
            lead = self.members(indicator["lead"], leading=True)[0]
            for name in sorted(asked):
                for period, opens, due in self.dates(indicator, name):
                    yield self.matter(indicator["code"], "lead", lead, name, period, opens, due)
            yield from self.parts(indicator, lead)
            if "files" in indicator:
                name = indicator["files_cadence"]
                for period, opens, due in self.periods(name):
                    for unit in self.members(indicator["files"]):
                        yield self.matter(indicator["code"], "files", unit, name, period, opens, due)

    def matter(self, code: str, part: str, unit: str, name: str, period: str, opens: date, due: date) -> Matter:
        return Matter(code, part, unit, name, period, opens, due, self.settings["cadences"][name]["ladder"])

    def signing(self) -> Iterator[Matter]:
        """Whoever was given anything signs for it."""
        named = {
            unit
            for i in self.indicators
            for unit in (
                *self.members(i["lead"], leading=True),
                *(u for name in i["responsible"] for u in self.members(name)),
                *self.members(i.get("files", "")),
            )
        }
        due = self.later(self.given, self.settings["signing"]["within"])
        for unit in sorted(named):
            yield Matter("sign", "", unit, "signing", "", self.given, due, self.settings["signing"]["ladder"])

    def members(self, name: str, *, leading: bool = False) -> list[str]:
        unit = self.units.get(name, {})
        if unit.get("kind") != "group":
            return [name] if name else []
        return [unit["convenor"]] if leading else list(unit.get("members", ()))

    def dates(self, indicator: Toml, name: str) -> Iterator[tuple[str, date, date]]:
        cadence = self.settings["cadences"][name]
        if "form" not in cadence:
            return
        if cadence["every"] != "once":
            yield from self.periods(name)
            return
        for deadline in {row.get("deadline") for row in indicator["requirements"] if row["cadence"] == name}:
            day = deadline or self.given
            due = self.later(day, after(cadence["due"]))
            # what was due before it was given is asked for all the same
            yield (
                day.isoformat(),
                self.given,
                due if due >= self.given else self.later(self.given, after(cadence["due"])),
            )

    def periods(self, name: str) -> Iterator[tuple[str, date, date]]:
        """Those that open in the year and were not due before the giving."""
        cadence = self.settings["cadences"][name]
        months = LENGTHS[cadence["every"]]
        for number in range(-24 // months, 24 // months):
            first = month(self.year, number * months)
            last = month(self.year, (number + 1) * months) - DAY
            due = self.moment(cadence["due"], first, last)
            opens = self.moment(cadence.get("opens", "within 1"), first, last)
            if due >= self.given and opens <= date(self.year, 12, 31) and self.is_summed(cadence, first, last):
                yield key(cadence["every"], first), opens, due

    def is_summed(self, cadence: Toml, first: date, last: date) -> bool:
        """A summary sums up what somebody was asked for."""
        rounds = [c for c in self.settings["cadences"].values() if c.get("form") == "roll-call"]
        return cadence["form"] != "summary" or any(
            self.moment(other["due"], first, last) >= self.given for other in rounds
        )

    def moment(self, text: str, first: date, last: date) -> date:
        where, number = text.split()
        n = int(number)
        if where == "after":
            return self.later(last, n)
        return self.later(first - DAY, n) if n > 0 else self.later(last + DAY, n)

    def parts(self, indicator: Toml, lead: str) -> Iterator[Matter]:
        """What each responsible department declares for itself, before its lead is due."""
        joint = self.settings["joint"]
        declared = {r["cadence"] for r in indicator["requirements"] if kind(r) in joint["kinds"]}
        units = dict.fromkeys(u for name in indicator["responsible"] for u in self.members(name) if u != lead)
        for name in sorted(declared):
            cadence = self.settings["cadences"][name]
            if cadence["every"] in ("half-year", "year") and cadence.get("form") == "readings":
                for period, opens, whole in self.periods(name):
                    due = max(opens, self.later(whole, -joint["before"]))
                    if due >= max(self.given, opens):
                        for unit in units:
                            yield self.matter(indicator["code"], "responsible", unit, name, period, opens, due)

    # who is reminded of it

    def reminders(self) -> set[Reminder]:
        return {found for matter in self.matters() for found in self.rungs(matter)}

    def rungs(self, matter: Matter) -> Iterator[Reminder]:
        """From the first day on which it can be spoken of, the highest rung of each day."""
        first = max(self.later(matter.opens - DAY, 1), self.given)
        last = date(self.year, 12, 31)
        for audience, written in self.settings["ladders"][matter.ladder].items():
            if not self.is_there(audience, matter):
                continue
            by_day: dict[date, tuple[int, str]] = {}
            for rung in written:
                height = -1000 if rung == "open" else int(rung[1:] or 0)
                day = matter.opens if rung == "open" else self.later(matter.due, height)
                if rung == "open" or day > matter.opens:
                    day = max(day, first)
                    by_day[day] = max(by_day.get(day, (height, rung)), (height, rung))
            for day, (_, rung) in sorted(by_day.items()):
                if day <= last:
                    own = matter.about, matter.part, matter.department, matter.cadence, matter.period
                    yield Reminder(*own, audience, rung, day)

    def is_there(self, audience: str, matter: Matter) -> bool:
        """派驻组 has no head of the house; of what is long past nobody but the contact hears."""
        if audience != "head":
            return True
        posts = [post for post in self.house["posts"] if post["unit"] == matter.department]
        ranked = self.units[matter.department].get("ranked", True)
        return ranked and any(post["role"] in ("head", "leader") for post in posts)


def read(path: Path) -> Toml:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def table() -> Iterator[tuple[date, str]]:
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            day, word = line.split("\t")
            yield date.fromisoformat(day), word


def month(year: int, number: int) -> date:
    """The first day of the number-th month from January of that year."""
    return date(year + number // 12, number % 12 + 1, 1)


def key(every: str, first: date) -> str:
    if every == "month":
        return f"{first:%Y-%m}"
    if every == "year":
        return str(first.year)
    letter = "Q" if every == "quarter" else "H"
    return f"{first.year}-{letter}{(first.month - 1) // LENGTHS[every] + 1}"


def after(text: str) -> int:
    """Of "after 20"."""
    return int(text.removeprefix("after "))


def kind(requirement: Toml) -> str:
    return str(requirement.get("kind") or ("attestation" if requirement["tag"] == ZERO else ""))
