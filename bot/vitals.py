"""How the bot is: a few figures, what of them is wrong, and nothing about anybody."""

import shutil
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from bot.vault.nightly import newest
from db import engine
from db.queries import inbox, outbox

POLL, UPDATE, MESSAGE = 150.0, 60.0, 300.0  # seconds: a poll of 50 and a pause of 60; the pace of a busy morning
DISK = 200 << 20  # bytes
METRICS = {
    "last_poll_seconds": "Age of the last good answer to a request for updates.",
    "oldest_update_seconds": "Age of the oldest update that was kept and not handled.",
    "oldest_message_seconds": "Age of the oldest message that was due and not sent.",
    "uncertain_messages": "Messages of which nobody knows whether they arrived.",
    "clock_drift_seconds": "By how much the clock of this machine is ahead of Telegram's.",
    "disk_free_bytes": "Space that is left where the records are.",
    "last_backup_seconds": "Age of the last verified backup.",
    "failing_jobs": "Jobs of the timetable whose last turn failed.",
}


@dataclass(frozen=True)
class Records:
    """What the records say, by their own clock."""

    update: datetime | None  # when the oldest unhandled one came
    message: datetime | None  # when the oldest unsent one was due
    uncertain: int | None
    backup: datetime | None


@dataclass(frozen=True)
class Vitals:
    """Seconds, bytes, counts; None where there is nothing to tell."""

    last_poll_seconds: float | None
    oldest_update_seconds: float | None
    oldest_message_seconds: float | None
    uncertain_messages: int | None
    clock_drift_seconds: float | None
    disk_free_bytes: int
    last_backup_seconds: float | None
    failing_jobs: int
    wrong: tuple[str, ...]

    def health(self) -> dict[str, Any]:
        return {"ok": not self.wrong} | asdict(self)

    def metrics(self) -> str:
        """In the text form of Prometheus; what is not known has no line."""
        lines = [_gauge("healthy", "1 where nothing is wrong.", int(not self.wrong))]
        lines += [_gauge(name, said, getattr(self, name)) for name, said in METRICS.items()]
        return "".join(lines)


def _gauge(name: str, said: str, value: float | None) -> str:
    if value is None:
        return ""
    return f"# HELP duban_{name} {said}\n# TYPE duban_{name} gauge\nduban_{name} {value}\n"


class Reader:
    """Reads the records beside the desk, so that it answers when the desk does not."""

    def __init__(self, database: Engine, backups: Path) -> None:
        self._database, self._backups = database, backups

    def read(self, now: datetime) -> Records:
        with engine.reading(self._database) as session:
            due = outbox.next_due(session)
            message = due if due is not None and due <= now else None
            return Records(inbox.oldest(session), message, outbox.uncertain(session), newest(self._backups))


def judge(
    records: Records | None, now: datetime, poll: float | None, drift: float | None, limit: float, jobs: int, disk: int
) -> Vitals:
    """`records` is None where they cannot be read, `limit` how far the clock may drift."""
    found = records or Records(None, None, None, None)
    update, message, backup = (_age(since, now) for since in (found.update, found.message, found.backup))
    wrong = {
        "poll": poll is None or poll > POLL,
        "records": records is None,
        "updates": update is not None and update > UPDATE,
        "messages": message is not None and message > MESSAGE,
        "clock": drift is not None and abs(drift) > limit,
        "disk": disk < DISK,
        "jobs": jobs > 0,
    }
    named = tuple(name for name, is_wrong in wrong.items() if is_wrong)
    return Vitals(poll, update, message, found.uncertain, drift, disk, backup, jobs, named)


def _age(since: datetime | None, now: datetime) -> float | None:
    return None if since is None else max(0.0, (now - since).total_seconds())


def disk_free(folder: Path) -> int:
    return shutil.disk_usage(folder).free
