"""代岗: for the days on which a contact, deputy or head is away another of the department acts, beside the holder; for
the director another member of the office."""

from datetime import datetime, time

from db.queries import people, requests, tasks
from db.tables import Person, Post, Request, Tenure
from domain.absence import Away, is_said
from domain.calendar import ONE_DAY
from domain.facts import personal
from domain.people import AWAY, OFFICE, Principal
from services import auditing, charging, lapsing, peopling, requesting, tidings
from services.office import Office

KIND = "absence"
BEFORE = ("deputy", "head", "contact")  # who acts for whom: the deputy first
PLANNED, RUNNING = "asked", "granted"


def own_posts(office: Office, person_id: int) -> list[Post]:
    """That this person holds, and may be away from."""
    return [post for post, _ in people.own_seats(office.session, person_id) if post.role in AWAY]


def may_be_away(office: Office, who: Principal, post_id: int) -> bool:
    """The director says it for others."""
    return who.is_director or post_id in {post.id for post in own_posts(office, who.person_id)}


def begin(office: Office, post_id: int | None, said: dict[str, str]) -> requesting.Shown:
    """Of one post, or of one's own: which one is asked where there are several."""
    assert office.person_id is not None
    mine = own_posts(office, office.person_id)
    subject = str(post_id or (mine[0].id if len(mine) == 1 else ""))
    return requesting.begin_with(office, KIND, None, said, subject)


def heard(office: Office, who: Principal, text: str) -> requesting.Shown | None:
    """我下周一到周五出差，由B岗代; None where it says nothing of the kind, or is said by who has no such post."""
    if not who.in_private or not is_said(text) or not own_posts(office, who.person_id):
        return None
    return begin(office, None, {"until": text, "person_id": text})


def candidates(office: Office, post: Post, holder_id: int, days: Away) -> list[Person]:
    """Others of the department who are there on those days, each once: its deputy first; for the director members of
    the office."""
    if post.role == "director":
        seats = people.holders(office.session, "office")
    else:
        roles = [role for role in BEFORE if role != post.role] + [post.role]
        seats = [seat for role in roles for seat in people.own_holders(office.session, role, post.unit_id)]
    found = {person.id: person for _, person in reversed(seats) if person.id != holder_id}
    return [person for person in reversed(found.values()) if not _is_away(office, person.id, days)]


def _is_away(office: Office, person_id: int, days: Away) -> bool:
    return any(is_taken(office, post.id, days) for post in own_posts(office, person_id))


def is_taken(office: Office, post_id: int, days: Away) -> bool:
    """Somebody acts for the post already on one of these days."""
    rows = requests.about(office.session, KIND, str(post_id))
    return any(row.since and row.until and days.overlaps(row.since, row.until) for row in rows)


def register(office: Office, request: Request) -> None:
    """Whoever acts, and who is away, are told; from the first day on it holds."""
    request.state, request.at = PLANNED, office.now
    office.session.flush()
    auditing.record(office, "absence", f"post/{request.subject}", request=request.id, acting=request.person_id)
    for person_id in _concerned(office, request) - {request.by}:
        _say(office, request, person_id, "planned")
    look(office)


def _concerned(office: Office, request: Request) -> set[int]:
    holder = people.holder(office.session, int(request.subject))
    return {person_id for person_id in (request.person_id, holder.id if holder else None) if person_id}


def _say(office: Office, request: Request, person_id: int, what: str) -> None:
    person = people.get(office.session, person_id)
    key = f"acting/{request.id}/{what}/{person_id}"
    tidings.tell(office, person, "requested", {"request": request.id}, key=key)


def look(office: Office) -> None:
    """Begins and ends what begins and ends today, or did while the bot was away."""
    for request in requests.asked(office.session, [KIND]):
        assert request.since is not None
        if request.since <= office.today:
            _start(office, request)
    for row in people.acting(office.session):
        if row.ends is not None and row.ends < office.today:
            _stop(office, row)


def _start(office: Office, request: Request) -> None:
    request.state, request.decided_at = RUNNING, office.now
    post = people.post(office.session, int(request.subject))
    if post is None or request.person_id is None:
        return
    row = Tenure(post_id=post.id, person_id=request.person_id, since=office.today, acting=True, ends=request.until)
    office.session.add(row)
    office.session.flush()
    auditing.record(office, "act", f"post/{post.id}", person=request.person_id)
    tasks.wake(office.session, post.unit_id, office.now)


def _stop(office: Office, row: Tenure) -> None:
    row.until = office.today
    office.session.flush()
    auditing.record(office, "act no more", f"post/{row.post_id}", person=row.person_id)
    for request in requests.about(office.session, KIND, str(row.post_id)):
        if request.state == RUNNING and request.person_id == row.person_id:
            _close(office, request)


def _close(office: Office, request: Request) -> None:
    assert request.until is not None
    request.state, request.granted_until = "dropped", min(request.until, office.today)
    office.session.flush()
    lapsing.show(office, request)


def end(office: Office, request: Request) -> None:
    """Before its time: whoever is concerned and did not press hears of it."""
    concerned = _concerned(office, request) - {office.person_id}
    for row in people.acting(office.session):
        if (row.post_id, row.person_id) == (int(request.subject), request.person_id):
            _stop(office, row)
    _close(office, request)
    for person_id in concerned:
        _say(office, request, person_id, "ended")


def may_end(office: Office, who: Principal, request_id: int) -> Request | None:
    request = requests.get(office.session, request_id)
    if request is None or request.kind != KIND or request.state not in (PLANNED, RUNNING):
        return None
    return request if who.is_director or who.person_id in _concerned(office, request) | {request.by} else None


def leaves(office: Office, post: Post, person: Person) -> None:
    """Who takes the post is there; and who has left a department's last post, or the office, acts for nobody of it."""
    for row in people.acting(office.session):
        if row.post_id == post.id or (row.person_id == person.id and not _may_act(office, person, row.post_id)):
            _stop(office, row)
    for request in requests.asked(office.session, [KIND]):
        acts = request.person_id == person.id and not _may_act(office, person, int(request.subject))
        if request.subject == str(post.id) or acts:
            _close(office, request)


def _may_act(office: Office, person: Person, post_id: int) -> bool:
    post = people.post(office.session, post_id)
    assert post is not None
    seats = people.own_seats(office.session, person.id)
    if post.role == "director":
        return any(seat.role in OFFICE for seat, _ in seats)
    return any(unit.id == post.unit_id for _, unit in seats)


def next_due(office: Office) -> datetime | None:
    """At the beginning of a day."""
    days = [row.since for row in requests.asked(office.session, [KIND]) if row.since]
    days += [row.ends + ONE_DAY for row in people.acting(office.session) if row.ends]
    return min((office.rules.hours.at(day, time.min) for day in days), default=None)


# as messages show it


def of(office: Office, person_id: int) -> tuple[personal.Absence, ...]:
    """What is planned or runs and concerns this person."""
    rows = [row for row in requests.going_on(office.session, KIND) if person_id in _concerned(office, row) | {row.by}]
    return tuple(absence(office, row) for row in rows)


def absence(office: Office, row: Request) -> personal.Absence:
    assert row.since is not None
    assert row.until is not None
    post = people.post(office.session, int(row.subject))
    assert post is not None
    acting = peopling.title(office, people.get(office.session, row.person_id)) if row.person_id else ""
    return personal.Absence(row.id, charging.titled(office, post), acting, row.since, row.granted_until or row.until)
