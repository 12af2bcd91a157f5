"""Several courts, each with records of its own: the counts of all of them. Nothing is written anywhere."""

import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from bot.causes import of_system
from bot.faults import worded
from bot.settings import Settings, addresses_meant, is_address
from bot.terminal.counts import COUNTS, reports, verdicts
from bot.terminal.records import Complaint, found_at
from bot.tongue import t
from db import engine, migrate
from db.engine import DatabaseError
from db.migrate import SchemaError
from db.queries import calendar
from domain.calendar import Calendar
from services import loading, pacing
from services.drilling import totals
from services.office import Office

Counts = dict[str, Any]


def listed(path: Path) -> dict[str, str]:
    """Court → address of its records, in the order of the file. Complaint where it is no such list."""
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise Complaint(t("{path}: cannot be read ({reason})", path=path, reason=of_system(error))) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Complaint(f"{path}: {error}") from error
    courts = found.get("courts")
    if list(found) != ["courts"] or not isinstance(courts, dict) or not courts:
        raise Complaint(t("{path}: holds one table, [courts], of a name and an address each", path=path))
    for name, url in courts.items():
        if not isinstance(url, str) or not is_address(url):
            raise Complaint(f"{path}: {name}: {addresses_meant()}")
    return courts


def rolled_up(courts: dict[str, str], settings: Settings, now: datetime) -> Counts:
    """Of each court its counts, or why there are none; and the sum of those that could be read."""
    found = {name: _counts(url, settings, now) for name, url in courts.items()}
    read = [counts for counts in found.values() if "problem" not in counts]
    total: Counts = {key: sum(counts[key] for counts in read) for key in COUNTS}
    verdicts = dict.fromkeys(verdict for counts in read for verdict in counts["verdicts"])
    total["verdicts"] = {name: sum(counts["verdicts"].get(name, 0) for counts in read) for name in verdicts}
    return {"at": now.isoformat(), "courts": found, "total": total}


def _counts(url: str, settings: Settings, now: datetime) -> Counts:
    try:
        database = found_at(url)
        if database is None:
            return {"problem": t("{where}: there are no records yet", where=engine.shown(url))}
        try:
            migrate.require(database)
            with engine.reading(database) as session:
                return _of(session, settings, now)
        finally:
            database.dispose()
    except (DatabaseError, SchemaError) as error:
        return {"problem": worded(error)}
    except DBAPIError as error:
        reason = type(error.orig).__name__
        return {"problem": t("{path}: cannot be read ({reason})", path=engine.shown(url), reason=reason)}


def _of(session: Session, settings: Settings, now: datetime) -> Counts:
    rules = pacing.rules_now(session, settings.rules())
    days = Calendar(calendar.days(session), loading.known_until())
    whole = totals(Office(session, now.astimezone(UTC), rules, days, "status", nameless=True))
    return {key: whole[key] for key in (*COUNTS, "verdicts")}


def readable(found: Counts) -> Iterator[str]:
    for name, counts in found["courts"].items():
        yield f"{name}: {counts['problem'] if 'problem' in counts else _line(counts)}"
    yield t("total: {counts}", counts=_line(found["total"]))


def _line(counts: Counts) -> str:
    return t("{reports}; indicators: {verdicts}", reports=reports(counts), verdicts=verdicts(counts) or t("none"))
