"""佐证材料: of each indicator its course and its files, and where the trail stood."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from domain.facts.matters import File, Matter
from domain.facts.overview import History, IndicatorView


@dataclass(frozen=True)
class Entry:
    """A line of a register that counts toward the indicator, with files of its own where it has no report."""

    on: date
    title: str
    unit: str
    link: str
    files: tuple[File, ...]


@dataclass(frozen=True)
class Dossier:
    view: IndicatorView
    matters: tuple[Matter, ...]
    courses: tuple[History, ...]
    entries: tuple[Entry, ...]

    def files(self) -> Iterator[tuple[str, File]]:
        """Each file with the receipt that it belongs to; of an entry with its day, a recording by itself."""
        for matter in self.matters:
            for version in matter.versions:
                yield from ((version.number, file) for file in version.files)
            yield from (("", file) for file in matter.recordings)
        for entry in self.entries:
            yield from ((entry.on.isoformat(), file) for file in entry.files)


@dataclass(frozen=True)
class Evidence:
    campaign: str
    notice: str
    title: str
    at: datetime
    trail: tuple[int, str]  # number and hash of its last row
    dossiers: tuple[Dossier, ...]

    @property
    def size(self) -> int:
        """Bytes of the files, as they are on record."""
        return sum(file.size for one in self.dossiers for _, file in one.files() if file.state == "kept")
