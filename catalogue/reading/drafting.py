"""A file as a draft."""

from collections.abc import Sequence
from typing import Any

from catalogue.papers.opening import open_paper
from catalogue.reading.draft import Draft
from catalogue.reading.reading import read
from catalogue.reading.telling import as_record
from domain.notice import Unit


def draft_of(data: bytes, name: str, known: Sequence[Unit] = ()) -> Draft:
    """Of a file's bytes; Refused where it cannot be read."""
    return read(open_paper(data, name), known)


def draft_json(data: bytes, name: str) -> dict[str, Any]:
    return as_record(draft_of(data, name))
