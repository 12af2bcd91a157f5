"""The course of one task: who was told, who answered, reviewed, asked, decided, and for how long each had it."""

from collections.abc import Collection
from datetime import date, datetime

from db.queries import assignments, orders, people, reports, reviews, rungs, trail, urges
from db.tables import Note, Report, Task
from domain.facts import overview
from domain.pages import cut
from domain.people import OFFICE
from services import (
    drilling,
    holding,
    omitting,
    ordering,
    peopling,
    proposing,
    recording,
    requested,
    reviewers,
    showing,
    urging,
)
from services import orders as signing
from services.charging import seated
from services.office import Office
from services.reminding import NEWS

EVENTS = 12  # of one page
# what happened to a task besides its reports: on the trail
COURSE = (
    "ask departments", "dispute", "decide", "ask closing", "strike", "settle", "keep open", "reopen", "keep locked",
    "relock", omitting.LEFT_OUT, omitting.LISTED,
)  # fmt: skip
DECIDED = ("decide", "strike", "settle", "keep open", "reopen", "keep locked")  # by the office, where one sits in both


def of(office: Office, task: Task, page: int = 1) -> overview.History:
    """A page of its course: the first one has what happened last, each is read downwards."""
    filed = reports.ever_filed(office.session, task.id)
    events = [
        *_told(office, task),
        *_filed(office, task, filed),
        *_withdrawals(office, filed),
        *_words(office, task, filed),
        *_orders(office, task),
        *_course(office, task),
        *requested.events(office, task),
    ]
    found = assignments.indicator(office.session, task)
    unit_name = people.unit(office.session, task.unit_id).name
    shown = cut(sorted(events, key=lambda event: event.at)[::-1], page, EVENTS)
    return overview.History(
        drilling.line(office, task),
        unit_name,
        found.code if found else "",
        shown.rows[::-1],
        holding.balls(office, task),
        has_report=bool(filed or recording.of(office, task)),
        leaf=shown.leaf,
    )


def _told(office: Office, task: Task) -> list[overview.Event]:
    """Reminded by the ladder, urged by hand; a proposal is its signer's alone."""
    told = [(r, at) for r, at in rungs.told(office.session, task.id) if not r.rung.startswith((NEWS, proposing.RUNG))]
    urged = urges.of_tasks(office.session, [task.id])
    reminded = [(at, _post(office, r.post_id), {"audience": r.audience, "rung": r.rung}) for r, at in told]
    return [
        *(overview.Event(at, "reminded", who, data) for at, who, data in reminded),
        *(overview.Event(row.at, "urged", urging.by(office, row), {}) for row in urged),
    ]


def _filed(office: Office, task: Task, filed: list[Report]) -> list[overview.Event]:
    """The reports, each with the words that it was made of; below them what no form took."""
    notes = reports.notes(office.session, task.id)
    events = []
    for report in filed:
        words = [note.text for note in notes if note.report_id == report.id]
        figures = _figures(office, report) | ({"words": words} if words else {})
        events.append(overview.Event(report.at, "filed", _by(office, report.by, report.at), figures))
    into = {report.id for report in filed}
    readable = task.form not in recording.COUNTS_ONLY
    return [*events, *(_said(office, note, readable=readable) for note in notes if note.report_id not in into)]


def _words(office: Office, task: Task, filed: list[Report]) -> list[overview.Event]:
    """The head's word, and the reviewer's."""
    found = [
        overview.Event(report.confirmed_at, "confirmed", _by(office, report.confirmed_by, report.confirmed_at), {})
        for report in filed
        if report.confirmed_at and report.confirmed_by
    ]
    roles = OFFICE if reviewers.unit_of(office, task) is None else ()
    for report in filed:
        if said := reviews.of(office.session, report.id):
            who = _by(office, said.by, said.at, roles)
            found.append(overview.Event(said.at, said.verdict, who, {"reason": said.reason}))
    return found


def _said(office: Office, note: Note, *, readable: bool) -> overview.Event:
    who = _by(office, note.person_id, note.at)
    return overview.Event(note.at, "note", who, {"text": note.text} if readable else {})


def _withdrawals(office: Office, filed: list[Report]) -> list[overview.Event]:
    """When and by whom is on the trail alone."""
    gone = {f"report/{report.id}": report for report in filed if report.state == "withdrawn"}
    found = trail.of(office.session, "withdraw", gone) if gone else []
    return [
        overview.Event(
            row.at,
            "withdrawn",
            _by(office, row.person_id, row.at),
            {"number": showing.number(gone[row.subject], office.rules.hours.today(gone[row.subject].at))},
        )
        for row in found
    ]


def _orders(office: Office, task: Task) -> list[overview.Event]:
    """Those that were issued about it, or that it answers."""
    found = [order for order in orders.about(office.session, task.id) if order.state in orders.ISSUED]
    if own := orders.of_task(office.session, task.id):
        found.append(own)
    events = []
    for order in found:
        data = {"number": ordering.number(office, order), "colour": order.colour}
        marks = (
            ("ordered", order.decided_at, signing.signer(office, order)),
            ("received", order.received_at, signing.receiver(office, order)),
            ("closed", order.done_at, ""),
        )
        events += [overview.Event(at, what, who, data) for what, at, who in marks if at]
    return events


def _course(office: Office, task: Task) -> list[overview.Event]:
    return [
        overview.Event(
            row.at,
            row.verb,
            _by(office, row.person_id, row.at, OFFICE if row.verb in DECIDED else ()),
            row.data,
        )
        for row in trail.course(office.session, COURSE, f"task/{task.id}")
    ]


def _figures(office: Office, report: Report) -> dict[str, object]:
    versions = reports.filed(office.session, report.task_id)
    data: dict[str, object] = {"version": showing.version(report, versions), "on_time": report.on_time}
    for field, reading in reports.readings(office.session, report.id).items():
        is_day = field == "day"
        data[field] = date.fromisoformat(reading.text) if is_day and reading.text else reading.text or reading.num
    data["files"] = sum(1 for proof in reports.proofs(office.session, report.id) if proof.state == "kept")
    return data


def _post(office: Office, post_id: int) -> str:
    post = people.post(office.session, post_id)
    return seated(office, post) if post else ""


def _by(office: Office, person_id: int | None, at: datetime | None, roles: Collection[str] = ()) -> str:
    """By the post that the person held then."""
    return peopling.title_on(office, person_id, at, roles) if person_id and at else ""
