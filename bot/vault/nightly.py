"""The backup of every night, made beside the running bot: that of today is there or it is not."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from bot.logs import where
from bot.vault.backing_up import Made, NoBackup, Place, back_up
from domain.calendar import OfficeHours

log = logging.getLogger(__name__)
NAME, SUFFIX = "duban-", ".age"
AGAIN = timedelta(hours=1)  # after one that was not made
Tell = Callable[[str, dict[str, Any], str], Awaitable[None]]


class Stopped(Exception):
    """The bot is being stopped: it is made after the next start."""


@dataclass(frozen=True)
class Habit:
    """When, to where, for whose keys, how many are kept, and for how many months the journal."""

    at: time
    folder: Path
    recipients: tuple[str, ...]
    keep: int
    months: int


def backups(folder: Path) -> list[Path]:
    """The oldest first."""
    return sorted(folder.glob(f"{NAME}????-??-??{SUFFIX}"))


def day_of(path: Path) -> date:
    return date.fromisoformat(path.name.removeprefix(NAME).removesuffix(SUFFIX))


def newest(folder: Path) -> datetime | None:
    """When the last one was made."""
    found = backups(folder)
    return datetime.fromtimestamp(found[-1].stat().st_mtime, UTC) if found else None


class Nightly:
    """`tell` puts a sentence on the director's card, once under its key."""

    def __init__(self, place: Place, habit: Habit, hours: OfficeHours, tell: Tell) -> None:
        self._place, self._habit, self._hours, self._tell = place, habit, hours, tell
        self._not_before: datetime | None = None
        self._told: date | None = None  # on which day it was seen whether there is something to tell
        self._running: asyncio.Task[None] | None = None
        self._stopped = False

    async def look(self, now: datetime) -> None:
        """At every beat; what takes long is begun and not waited for."""
        today = self._hours.today(now)
        journal = self._place.journal
        if journal and journal.failing:
            await self._tell("journal-failing", {}, f"journal-failing/{today}")
        if not self._habit.recipients:
            if self._told != today:
                await self._tell("no-backup", {}, "no-backup")
                self._told = today
        elif self._is_due(now) and not self._stopped:
            self._not_before = now + AGAIN
            self._running = asyncio.create_task(self._make(now), name="backup")

    async def close(self) -> None:
        """What is being made is given up."""
        self._stopped = True
        if self._running:
            await self._running

    def _is_due(self, now: datetime) -> bool:
        if self._running and not self._running.done():
            return False
        if self._not_before and now < self._not_before:
            return False
        local = self._hours.local(now)
        return local.time() >= self._habit.at and not self._path(local.date()).exists()

    def _path(self, day: date) -> Path:
        return self._habit.folder / f"{NAME}{day}{SUFFIX}"

    async def _make(self, now: datetime) -> None:
        try:
            await self._try(now)
        except Exception as error:  # noqa: BLE001 - the records do not answer: in an hour it is looked at anew
            log.error("the director could not be told of the backup: %s", where(error))

    async def _try(self, now: datetime) -> None:
        today = self._hours.today(now)
        try:
            made = await asyncio.to_thread(self._back_up, self._path(today), now)
        except Stopped:
            return
        except (NoBackup, OSError) as error:
            log.error("no backup was made: %s", error)
            await self._tell("backup-failed", {}, f"backup-failed/{today}")
        except Exception as error:  # noqa: BLE001 - whatever it was, the director hears that there is none
            log.error("no backup was made: %s", where(error))
            await self._tell("backup-failed", {}, f"backup-failed/{today}")
        else:
            log.info("backup %s: %s bytes, %s files", made.path.name, made.size, made.files)
            if made.faulty:
                log.error("not in the backup, missing or damaged: %s", ", ".join(made.faulty))
                await self._tell("backup-faulty", {"n": len(made.faulty)}, f"backup-faulty/{today}")

    def _back_up(self, path: Path, now: datetime) -> Made:
        def told(done: int, of: int) -> None:
            if self._stopped:
                raise Stopped

        made = back_up(self._place, path, self._habit.recipients, now, told)
        for old in backups(self._habit.folder)[: -self._habit.keep]:
            old.unlink(missing_ok=True)
        if self._place.journal:
            self._place.journal.tidy(self._habit.months)
        return made
