"""How the last weeks went: from the frozen facts of earlier digests, and how it stands now."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from pydantic import TypeAdapter

from db.queries import digests
from domain.facts.overview import Standing, Week
from services.office import Office

WEEKS = 12


@dataclass(frozen=True)
class Counts:
    """What a trend needs of a frozen standing."""

    verdicts: Mapping[str, int]
    filed: int
    on_time: int
    overdue: int
    earlier: int


@dataclass(frozen=True)
class Frozen:
    cut_off: datetime
    standing: Counts


FROZEN = TypeAdapter(Frozen)


def of(office: Office, standing: Standing) -> tuple[Week, ...]:
    """The oldest first, this week last. A week that had no digest is not in it."""
    year, number, _ = office.today.isocalendar()
    rows = digests.before(office.session, f"{year}-W{number:02d}", WEEKS - 1)
    before = [FROZEN.validate_python(row.facts) for row in rows]
    weeks = [_week(office, frozen.cut_off, frozen.standing) for frozen in before]
    return (*reversed(weeks), _week(office, standing.at, standing))


def _week(office: Office, at: datetime, counts: Counts | Standing) -> Week:
    """Of the month so far: what was filed, and what should have been."""
    return Week(
        on=office.rules.hours.today(at),
        due=counts.filed + counts.overdue - counts.earlier,
        on_time=counts.on_time,
        met=counts.verdicts.get("met", 0),
        indicators=sum(counts.verdicts.values()),
    )
