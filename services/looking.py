"""The days on which the year's pace is looked at: whoever is behind finds it on the card of that day."""

from datetime import date, datetime

from db.queries import notices, rungs
from domain.ladder import Step
from services import judging, reminding
from services.office import Office

RUNG = "pace-"  # with the day as config.toml writes it
LATEST = 5  # working days after such a day on which a bot that was away still looks


def look(office: Office) -> bool:
    """True where nothing more is to be looked at today."""
    day, rung = _last(office)
    given = notices.current(office.session).state == "given"
    if day is None or not given or rungs.is_told(office.session, rung, day):
        return True
    if office.next_hour() > office.now:
        return False
    judged = judging.all_of_them(office)
    for key in sorted(judged.behind):
        task = judged.records.tasks[key][-1]
        if not office.rules.cadences[task.cadence].quota:  # its parts have limits and ladders of their own
            reminding.tell(office, task, Step(office.today, 0, "contact", rung))
    return True


def _last(office: Office) -> tuple[date | None, str]:
    """The look that falls on today, or fell on one of the last days, with its rung."""
    past = [(day, RUNG + name) for day, name in _days(office) if day <= office.today]
    last, rung = max(past, default=(None, ""))
    return (last, rung) if last and office.calendar.count(last, office.today) <= LATEST else (None, "")


def _days(office: Office) -> list[tuple[date, str]]:
    """Of this year and of the next one, each on its day or the working day before it."""
    year = office.today.year
    found = [(date.fromisoformat(f"{y}-{name}"), name) for y in (year, year + 1) for name in office.rules.looked_at]
    return [(office.calendar.on_or_before(day), name) for day, name in found]


def next_due(office: Office) -> datetime | None:
    openings = (office.rules.hours.opening(day) for day, _ in _days(office))
    return min((instant for instant in openings if instant > office.now), default=None)
