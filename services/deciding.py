"""What is asked for and waits for a decision: who is asked, how they are reminded, what comes of it."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Protocol

from db.queries import people, requests, rungs, tasks
from db.tables import Outbox, Reminder, Request, Task
from domain import extension as rules
from domain.facts import decisions as facts
from domain.facts import personal
from domain.ladder import Audience, Ladder, Step, outstanding, steps
from services import (
    auditing,
    charging,
    extending,
    lapsing,
    passing,
    peopling,
    reminding,
    reviewers,
    ruling,
    showing,
    titles,
)
from services.office import Office
from services.reviewers import Seat
from services.saying import say

MOST = 12  # lines
OVERDUE = "office-"  # before the rung of the ladder by which the office hears of it


class How(Protocol):
    """What every kind that is decided can do."""

    def ladder(self, office: Office, /) -> Ladder:
        """By which whoever decides is reminded."""

    def seats(self, office: Office, request: Request, /) -> list[Seat]:
        """Who may decide; the first one is asked."""

    def grant(self, office: Office, request: Request, until: date | None, /) -> bool:
        """False where that cannot be granted."""

    def refuse(self, office: Office, request: Request, /) -> None:
        """What follows from it."""


HOW: Mapping[str, How] = {"extension": extending, "passing": passing, "ruling": ruling}


def remind(office: Office) -> None:
    """Each rung once, on the card of the day of whoever decides."""
    if office.next_hour() > office.now:
        return
    for request in requests.asked(office.session, HOW):
        task = task_of(office, request)
        assert request.due is not None
        opens = office.calendar.on_or_after(office.rules.hours.today(request.at))
        plan = steps(HOW[request.kind].ladder(office), opens, request.due, office.calendar)
        found = [row for row in rungs.reminders(office.session, task.id) if row.round == -request.id]
        for step in outstanding(plan, {_rung(row) for row in found}, office.today):
            _tell_rung(office, request, step)


def _rung(row: Reminder) -> tuple[Audience, str]:
    if row.rung.startswith(OVERDUE):
        return "office", row.rung.removeprefix(OVERDUE)
    return row.audience, row.rung  # type: ignore[return-value]


def _tell_rung(office: Office, request: Request, step: Step) -> None:
    """Whoever decides; the office only where it is another who has left it open."""
    to = HOW[request.kind].seats(office, request)[:1]
    if step.audience == "office" and office.drift is not None:
        return  # nobody is escalated by a wrong clock
    if step.audience == "office":
        to = [seat for seat in overseers(office, request) if seat not in to]
        step = Step(step.day, step.height, "reviewer", OVERDUE + step.rung)
    reminding.tell(office, task_of(office, request), step, -request.id, to)


def overseers(office: Office, request: Request) -> list[Seat]:
    """Who hears that something was not decided in time, and sees it from then on."""
    return reviewers.office_seats(office, request.unit_id)[:1]


def next_due(office: Office) -> datetime | None:
    """While anything waits it is looked at every working day."""
    if not requests.asked(office.session, HOW):
        return None
    hour = office.next_hour()
    return hour if hour > office.now else office.rules.hours.opening(office.calendar.shift(office.today, 1))


def waiting(office: Office, person_id: int, kind: str) -> list[Request]:
    """What this person may decide, the oldest first; passes the director sees while the other department has them."""
    return [row for row in requests.asked(office.session, [kind]) if sees(office, person_id, row)]


def sees(office: Office, person_id: int, request: Request) -> bool:
    if may(office, person_id, request):
        return True
    late = request.due is not None and office.today > request.due
    return (late or request.kind == "passing") and person_id in {one.id for _, one in overseers(office, request)}


def may(office: Office, person_id: int, request: Request) -> bool:
    return request.state == "asked" and _is_asked(office, person_id, request)


def _is_asked(office: Office, person_id: int, request: Request) -> bool:
    return person_id in {person.id for _, person in HOW[request.kind].seats(office, request)}


def of_mine(office: Office, person_id: int, request_id: int) -> Request | None:
    """What this person may decide still."""
    request = requests.get(office.session, request_id)
    return request if request and request.kind in HOW and may(office, person_id, request) else None


def grant(office: Office, request: Request, until: date | None = None) -> bool:
    """Carried out at once, and whoever asked is told. False where it cannot be done like that."""
    _settle(office, request, "granted")
    if not HOW[request.kind].grant(office, request, until):
        request.state, request.decided_by, request.decided_at = "asked", None, None
        return False
    _tell(office, request)
    return True


def refuse(office: Office, request: Request, reason: str) -> None:
    _settle(office, request, "refused")
    request.answer = reason
    auditing.record(office, "refuse request", f"request/{request.id}", task=request.task_id, reason=reason)
    HOW[request.kind].refuse(office, request)
    _tell(office, request)


def _settle(office: Office, request: Request, state: str) -> None:
    request.state, request.decided_by, request.decided_at = state, office.person_id, office.now
    office.session.flush()


def _tell(office: Office, request: Request) -> None:
    """The answer to what was asked: to who asked or, where that one has left, to who answers for the department now.
    No card says any more that it waits."""
    lapsing.show(office, request)
    reminding.refresh(office, task_of(office, request))
    asker = people.get(office.session, request.by)
    sits = request.unit_id in {unit.id for _, unit in people.seats(office.session, asker.id)}
    answering = people.answering(office.session, request.unit_id) if request.unit_id else None
    person = asker if sits or answering is None else answering[1]
    key = f"decided/{request.id}"
    say(office, person.telegram_id, "requested", {"request": request.id}, key=key, in_hours=True)


# as messages show it


def queues(office: Office, person_id: int) -> tuple[personal.Queue, ...]:
    """What waits for somebody, in short."""
    found = []
    for kind in HOW:
        if rows := waiting(office, person_id, kind):
            first = _line(office, rows[0])
            found.append(personal.Queue(kind, len(rows), first.title, first.period, first.unit))
    return tuple(found)


def listed(office: Office, args: dict[str, Any], row: Outbox) -> facts.Decisions | None:
    person = peopling.reader(office, row.chat_id)
    if person is None:
        return None
    found = waiting(office, person.id, args["kind"])
    return facts.Decisions(args["kind"], tuple(_line(office, one) for one in found[:MOST]))


def _line(office: Office, request: Request) -> facts.Line:
    task = task_of(office, request)
    unit = people.unit(office.session, request.unit_id or task.unit_id).name
    to = people.unit(office.session, request.to_unit_id).name if request.to_unit_id else ""
    period = "" if task.form == "words" else task.period
    return facts.Line(request.id, request.kind, unit, titles.title(office, task), period, to)  # type: ignore[arg-type]


def shown(office: Office, args: dict[str, Any], row: Outbox) -> facts.Decision | None:
    """All that whoever decides should know; with who may not decide it is only looked at."""
    request, person = requests.get(office.session, args["request"]), peopling.reader(office, row.chat_id)
    if request is None or person is None:
        return None
    task = task_of(office, request)
    asked = _is_asked(office, person.id, request)  # and told, where it is settled without a decision
    if not asked and request.decided_by != person.id and not peopling.may_see(office, row.chat_id, task):
        return None
    limit = request.since
    return facts.Decision(
        request_id=request.id,
        kind=request.kind,  # type: ignore[arg-type]
        state=request.state,
        task=showing.task(office, task),
        by=peopling.title_on(office, request.by, request.at),
        reason=request.reason,
        may=asked and request.state == "asked",
        progress=request.progress,
        since=limit,
        until=request.granted_until or request.until,
        earlier=rules.earlier(limit, request.until, office.calendar) if limit and request.until else None,
        asked_before=extending.asked_before(office, request) if request.kind == "extension" else (0, 0, 0),
        unit=people.unit(office.session, request.to_unit_id).name if request.to_unit_id else "",
        answer=request.answer,
        waits=_decider(office, request),
    )


def _decider(office: Office, request: Request) -> str:
    """By title; nobody any more where it was decided."""
    seats = HOW[request.kind].seats(office, request) if request.state == "asked" else []
    return charging.seated(office, seats[0][0]) if seats else ""


def task_of(office: Office, request: Request) -> Task:
    task = tasks.get(office.session, request.task_id or 0)
    assert task is not None
    return task
