"""Whether the bot itself ran: what did not is on the trail, and on the director's card in the morning."""

from datetime import datetime, time, timedelta
from typing import Any

from db.queries import tidings, trail, watch
from db.tables import Outbox, Watch
from domain.facts.watch import DidNotRun
from services import auditing
from services import tidings as news
from services.office import Office

STEP = timedelta(minutes=5)  # so often it is written down that the bot is there
OFF = timedelta(minutes=30)  # a restart takes less
WAS_OFF, JOB_FAILED = "was off", "job failed"


def alive(office: Office) -> None:
    look_back(office)
    row = watch.get(office.session)
    if row is None:
        office.session.add(Watch(id=watch.ONLY, alive_at=office.now))
    else:
        row.alive_at = office.now


def look_back(office: Office) -> None:
    """At a start, and after a sleep: a long time in which nobody was there is written down, once."""
    row = watch.get(office.session)
    if row is None or office.now - row.alive_at < OFF:
        return
    auditing.record(office, WAS_OFF, "bot", since=row.alive_at.isoformat(), until=office.now.isoformat())
    row.alive_at = office.now


def failed(office: Office, job: str) -> None:
    """Once a day and job."""
    subject, midnight = f"job/{job}", office.rules.hours.at(office.today, time())
    if all(row.subject != subject for row in trail.between(office.session, [JOB_FAILED], midnight, office.now)):
        auditing.record(office, JOB_FAILED, subject)


def tell(office: Office) -> None:
    """What did not run since it was last told of."""
    before = tidings.newest(office.session, "did-not-run")
    since = office.rules.hours.opening(office.calendar.shift(office.today, -1))
    args = {"since": before.args["until"] if before else since.isoformat(), "until": office.now.isoformat()}
    if _found(office, args) is not None:
        news.tell_director(office, "did-not-run", args, key=f"did-not-run/{office.today}")


def facts(office: Office, args: dict[str, Any], row: Outbox) -> DidNotRun | None:
    return _found(office, args)


def _found(office: Office, args: dict[str, Any]) -> DidNotRun | None:
    since, until = (datetime.fromisoformat(args[key]) for key in ("since", "until"))
    rows = trail.between(office.session, [WAS_OFF, JOB_FAILED], since, until)
    spans = [(row.data["since"], row.data["until"]) for row in rows if row.verb == WAS_OFF]
    found = DidNotRun(
        tuple((datetime.fromisoformat(start), datetime.fromisoformat(end)) for start, end in spans),
        tuple(dict.fromkeys(row.subject.removeprefix("job/") for row in rows if row.verb == JOB_FAILED)),
        office.drift,
    )
    return found if found != DidNotRun() else None
