"""One sentence of an indicator, and what is demanded at which place of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from catalogue.demands.demand import Demand
from catalogue.demands.limits import Limit
from catalogue.demands.wording import CODE, Wording
from domain.patterns import pattern_of

LIMIT = "\x04"  # stands for each sign of a limit
STOPS = pattern_of("[。;；\n!?]")
COMMA = pattern_of(r"(?<![0-9]),|,(?![0-9]{3})")


@dataclass(frozen=True)
class Said:
    """A demand, and the signs that say it: no two demands are made of the same ones."""

    start: int
    end: int
    demand: Demand


@dataclass(frozen=True)
class Sentence:
    """From `start` to `end` of the whole text; `masked` is the whole text too, without figures of no demand."""

    start: int
    end: int
    raw: str
    plain: str
    masked: str
    limits: tuple[Limit, ...]

    def clause_start(self, at: int, marks: str = ",;:") -> int:
        """Where the clause begins that `at` is in."""
        place = at
        while (place := max(self.masked.rfind(mark, self.start, place) for mark in marks)) >= 0:
            if self._parts(place):
                return place + 1
        return self.start

    def clause_end(self, at: int, marks: str = ",;") -> int:
        place = at - 1
        while found := [f for mark in marks if (f := self.masked.find(mark, place + 1, self.end)) >= 0]:
            place = min(found)
            if self._parts(place):
                return place
        return self.end

    def _parts(self, place: int) -> bool:
        """The comma of 1,234 parts nothing."""
        return self.masked[place] != "," or bool(COMMA.match(self.masked, place))

    def clauses(self) -> Iterator[tuple[int, int]]:
        start = self.start
        while start < self.end:
            end = self.clause_end(start)
            if self.masked[start:end].strip():
                yield start, end
            start = end + 1

    def words(self, start: int, end: int) -> str:
        """As printed, without limits."""
        pairs = zip(self.raw[start:end], self.masked[start:end], strict=True)
        return "".join(sign for sign, mask in pairs if mask != LIMIT)

    def source(self, start: int, end: int) -> str:
        return self.raw[start:end].strip(" \n,，;；、:：")

    def without(self, found: list[Said]) -> "Sentence":
        """Without what is demanded already."""
        masked = self.masked
        for one in found:
            masked = masked[: one.start] + CODE * (one.end - one.start) + masked[one.end :]
        return Sentence(self.start, self.end, self.raw, self.plain, masked, self.limits)


def sentences(text: Wording, limits: list[Limit]) -> Iterator[Sentence]:
    masked = text.masked
    for limit in limits:
        masked = masked[: limit.start] + LIMIT * (limit.end - limit.start) + masked[limit.end :]
    start = 0
    for end in [*(stop.start() for stop in STOPS.finditer(masked)), len(masked)]:
        if any(sign.isalnum() for sign in text.plain[start:end]):
            inside = tuple(limit for limit in limits if start <= limit.start < end)
            yield Sentence(start, end, text.raw, text.plain, masked, inside)
        start = end + 1
