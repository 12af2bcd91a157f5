"""Everything on record of an indicator: its tasks, whoever has them, and every version of what they were answered."""

from dataclasses import dataclass
from datetime import datetime

from domain.facts import overview, work


@dataclass(frozen=True)
class File:
    """A file of proof: kept under its hash, still wanted, or refused."""

    number: int
    name: str
    state: str
    sha256: str
    size: int
    at: datetime


@dataclass(frozen=True)
class Version:
    """One version of an answer, and what was said of it; people by the posts that they held then."""

    number: str  # of the receipt
    version: int
    at: datetime
    by: str
    state: str  # filed, corrected, returned, withdrawn
    on_time: bool
    form: work.Form
    corrects: str  # the number of the receipt
    confirmed: tuple[str, datetime] | None
    reviewed: tuple[str, str, datetime, str] | None  # accepted or returned, by whom, when, why
    files: tuple[File, ...]


@dataclass(frozen=True)
class Matter:
    line: overview.TaskLine
    part: str  # lead, responsible, files
    unit: str
    step: str
    versions: tuple[Version, ...]
    recordings: tuple[File, ...] = ()  # what was told beside it by voice or video

    @property
    def files(self) -> tuple[File, ...]:
        return tuple(file for version in self.versions for file in version.files)

    @property
    def standing(self) -> tuple[Version, ...]:
        """What is in force."""
        return tuple(version for version in self.versions if version.state == "filed")
