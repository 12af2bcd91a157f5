"""The office's own rules, read from config.toml at the start; the cadences may be changed in chat."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import time
from fractions import Fraction

from domain.cadences import Cadence, Review
from domain.calendar import OfficeHours
from domain.extension import Limits
from domain.ladder import Ladder
from domain.lifecycle import Step
from domain.orders import Orders


@dataclass(frozen=True)
class Stretch:
    """How long a step of a matter may take, in working days, and who is reminded of it."""

    within: int
    ladder: Ladder


@dataclass(frozen=True)
class Words:
    """What is answered in words, not in figures: an order, a remark."""

    title: str
    ladder: str
    extensions: int = 2  # 延期, at most


@dataclass(frozen=True)
class Extension:
    """延期: within which limits, who is reminded to decide, and likely answers for buttons."""

    limits: Limits
    ladder: Ladder
    reasons: tuple[str, ...]
    progress: tuple[str, ...]


@dataclass(frozen=True)
class Passing:
    """转办: working days to answer, and those that are left at least to whoever takes it."""

    within: int
    leaves: int
    ladder: Ladder


@dataclass(frozen=True)
class Joint:
    """What responsible departments give to the lead's report: its title, the kinds of demands that each of them answers
    for itself, and how many working days before the lead."""

    title: str
    kinds: frozenset[str]
    before: int


@dataclass(frozen=True)
class Papers:
    """What documents are headed and signed with: names, and the code of the bulletin's numbers (代字)."""

    court: str
    issuer: str
    bulletin: str
    code: str
    to: str
    copies: str  # empty where it goes to nobody else


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
    confirmed: frozenset[str]  # kinds of answers that leave a department with its head's word: domain.confirmation
    stretches: Mapping[Step, Stretch]  # of a matter that waits for another than its department's answer
    reasons: tuple[str, ...]  # of returns, for buttons
    extension: Extension
    passing: Passing
    words: Mapping[str, Words]  # what is answered in words
    orders: Orders
    joint: Joint
    papers: Papers
    staff_at_most: int
    invite_hours: int
    strangers_a_day: int
    largest_file: int  # bytes
    file_kinds: frozenset[str]  # suffixes
    cut_off: time
    look_again: time
    issue: time
    named_from: int  # working days overdue
    due_from: Fraction  # of its share of the year, from when on one thing is expected
    looked_at: tuple[str, ...]  # month and day on which whoever is behind pace is told

    def paced(self, changed: Mapping[str, Cadence]) -> "Rules":
        """With the cadences that the office has changed in chat."""
        return replace(self, cadences={name: changed.get(name, cadence) for name, cadence in self.cadences.items()})

    def title(self, cadence: str) -> str:
        """What a cadence asks for; empty for signing."""
        found = self.words.get(cadence) or self.cadences.get(cadence)
        return found.title if found else ""

    def ladder(self, cadence: str) -> Ladder:
        """The ladder of a cadence's tasks, of signing, or of what is answered in words."""
        if cadence == "signing":
            return self.ladders[self.signing_ladder]
        return self.ladders[(self.words.get(cadence) or self.cadences[cadence]).ladder]

    def extensions(self, cadence: str) -> int:
        """How many a matter may have: none of signing, nor of what the settings have lost."""
        found = self.words.get(cadence) or self.cadences.get(cadence)
        return found.extensions if found else 0

    def review(self, cadence: str) -> Review:
        return "office" if cadence in self.words else self.cadences[cadence].review if cadence in self.cadences else ""
