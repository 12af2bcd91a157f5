"""A file as a draft."""

from collections.abc import Sequence

from catalogue.papers.opening import open_paper
from catalogue.reading.draft import Draft
from catalogue.reading.reading import read
from domain.notice import Unit


def draft_of(data: bytes, name: str, known: Sequence[Unit] = ()) -> Draft:
    """Of a file's bytes; Refused where it cannot be read."""
    return read(open_paper(data, name), known)
