"""Documents are made off the desk: by a look of its own at the records, in a thread, into a file of its own."""

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine
from sqlmodel import Session

from bot.safe import PARTIAL, whole
from bot.translator import CHINESE, Translator
from db import engine
from db.queries import calendar
from domain.calendar import Calendar
from domain.facts.evidence import Evidence
from domain.paper import Shelf, Told, Wanted
from domain.rules import Rules
from services import pacing
from services.cabinet import EXPORTS
from services.office import Office

OFFICIAL = frozenset({"bulletin", "order"})  # in Chinese whoever asks for it: what is issued has one text
MEGABYTE = 2**20
LARGEST = 50 * MEGABYTE  # what Telegram takes of a bot


class NothingThere(Exception):
    """There is nothing of the kind to put into the document."""


class TooMuch(Exception):
    """More bytes than may leave in one file; `megabytes` is about how many."""

    def __init__(self, size: int) -> None:
        super().__init__(size)
        self.megabytes = -(-size // MEGABYTE)


@dataclass(frozen=True)
class Maker:
    """`shelf` says where a file of proof is kept."""

    database: Engine
    rules: Rules
    known_until: date
    translators: Mapping[str, Translator]
    shelf: Shelf

    def make(self, wanted: Wanted, now: datetime, path: Path, told: Told, most: int | None = None) -> tuple[str, int]:
        """The hash and the size of what is at `path` then, whole on the disk before it has that name.

        NothingThere, TooMuch, OSError.
        """
        from bot.drawn import DRAWN  # loaded with the first document, as pictures are

        facts = self._gather(wanted, now, told)
        if most is not None and isinstance(facts, Evidence) and facts.size > most:
            raise TooMuch(facts.size)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with whole(path, path.with_name(path.name + PARTIAL)) as file:
            DRAWN[wanted.name](facts, self._words(wanted), file, self.shelf, told)
            size = file.seek(0, os.SEEK_END)
            if most is not None and size > most:
                raise TooMuch(size)
            file.seek(0)
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        return digest, size

    def _words(self, wanted: Wanted) -> Translator:
        return self.translators[CHINESE if wanted.name in OFFICIAL else wanted.language]

    def _gather(self, wanted: Wanted, now: datetime, told: Told) -> Any:
        with engine.reading(self.database) as session:
            facts = EXPORTS[wanted.name].gather(self._office(session, wanted, now), wanted.which, told)
        if facts is None:
            raise NothingThere
        return facts

    def _office(self, session: Session, wanted: Wanted, now: datetime) -> Office:
        """With the rules and the calendar of this moment, as the desk has them."""
        rules = pacing.rules_now(session, self.rules)
        days = Calendar(calendar.days(session), self.known_until)
        moment, by = now.astimezone(UTC), wanted.person_id
        return Office(session, moment, rules, days, "export", person_id=by, nameless=True)
