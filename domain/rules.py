"""The office's own rules, read from config.toml at the start; the cadences may be changed in chat."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import time
from fractions import Fraction

from domain.cadences import Cadence
from domain.calendar import OfficeHours
from domain.ladder import Ladder


@dataclass(frozen=True)
class Rules:
    notice: str
    language: str
    campaign: str
    office_name: str
    hours: OfficeHours
    cadences: Mapping[str, Cadence]  # those that have a form, and so are asked
    ladders: Mapping[str, Ladder]
    sign_within: int  # working days
    signing_ladder: str
    staff_at_most: int
    invite_hours: int
    strangers_a_day: int
    largest_file: int  # bytes
    file_kinds: frozenset[str]  # suffixes
    cut_off: time
    issue: time
    named_from: int  # working days overdue
    due_from: Fraction  # of its share of the year, from when on one thing is expected
    looked_at: tuple[str, ...]  # month and day on which whoever is behind pace is told

    def paced(self, changed: Mapping[str, Cadence]) -> "Rules":
        """With the cadences that the office has changed in chat."""
        return replace(self, cadences={name: changed.get(name, cadence) for name, cadence in self.cadences.items()})

    def title(self, cadence: str) -> str:
        """What a cadence asks for; empty for signing."""
        return self.cadences[cadence].title if cadence in self.cadences else ""

    def ladder(self, cadence: str) -> Ladder:
        """The ladder of a cadence's tasks, or of signing."""
        return self.ladders[self.signing_ladder if cadence == "signing" else self.cadences[cadence].ladder]
