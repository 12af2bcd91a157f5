"""Pages to be read without a net and printed, and the files that they point to: what goes into one bundle."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Link:
    """To another file of the bundle, as its path from the page; or to an address."""

    text: str
    to: str


Cell = str | Link


@dataclass(frozen=True)
class Section:
    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    empty: str = ""  # what is said where there are none


@dataclass(frozen=True)
class Page:
    path: str
    title: str
    facts: tuple[tuple[str, str], ...]  # label and text
    sections: tuple[Section, ...]
    footer: str


@dataclass(frozen=True)
class Enclosed:
    """A file of proof: where it goes, and the hash under which it is kept."""

    path: str
    sha256: str


@dataclass(frozen=True)
class Bundle:
    """`stamp` is the local time of all that is in it; `manifest` is what its list says besides the files."""

    pages: tuple[Page, ...]
    enclosed: tuple[Enclosed, ...]
    stamp: tuple[int, int, int, int, int, int]
    manifest: Mapping[str, object]
