"""请假: of which post, from when to when, and who acts meanwhile. Nobody decides it: whoever is away says so."""

from db.queries import people
from db.tables import Person, Post, Request
from domain import absence as reading
from domain.absence import Away
from domain.facts import checks as facts
from services import charging, peopling, standing_in
from services.office import Office

FIELDS: tuple[str, ...] = ("subject", "until", "person_id")
DEPUTY = ("B岗", "b岗", "副岗")


def choices(office: Office, request: Request, field: str) -> tuple[str, ...]:
    """Posts and persons by title."""
    match field:
        case "subject":
            return tuple(charging.titled(office, post) for post in standing_in.own_posts(office, request.by))
        case "person_id":
            return tuple(peopling.title(office, person) for person in _candidates(office, request))
    return ()


def take(office: Office, request: Request, field: str, text: str) -> str | None:
    match field:
        case "subject":
            return _take_post(office, request, text)
        case "until":
            return _take_days(office, request, text)
    return _take_person(office, request, text)


def _take_post(office: Office, request: Request, text: str) -> str | None:
    named = [
        post for post in standing_in.own_posts(office, request.by) if charging.titled(office, post) == text.strip()
    ]
    if not named:
        return "absence-no-post"
    request.subject = str(named[0].id)
    return None


def _take_days(office: Office, request: Request, text: str) -> str | None:
    found = reading.away(text, office.today)
    if not isinstance(found, Away):
        return found
    if request.subject and standing_in.is_taken(office, int(request.subject), found):
        return "absence-already"
    request.since, request.until = found.since, found.until
    if len(only := _candidates(office, request)) == 1:
        request.person_id = only[0].id
    return None


def _take_person(office: Office, request: Request, text: str) -> str | None:
    """By title, or as B岗; where nobody is named it is asked."""
    found = _candidates(office, request)
    if not found and request.until:
        return "absence-nobody"
    named = [person for person in found if peopling.title(office, person) in text]
    if not named and any(word in text for word in DEPUTY):
        named = [p for p in found if any(s.role == "deputy" for s, _ in people.own_seats(office.session, p.id))]
    if named:
        request.person_id = named[0].id
    elif request.asking == "person_id":
        return "absence-no-such"
    return None


def _candidates(office: Office, request: Request) -> list[Person]:
    post = _post(office, request)
    if post is None or request.since is None or request.until is None:
        return []
    holder = people.holder(office.session, post.id)
    days = Away(request.since, request.until)
    return standing_in.candidates(office, post, holder.id if holder else request.by, days)


def _post(office: Office, request: Request) -> Post | None:
    return people.post(office.session, int(request.subject)) if request.subject else None


def complete(office: Office, request: Request) -> str | None:
    post = _post(office, request)
    if post is None or request.since is None or request.until is None:
        return "overtaken"
    if standing_in.is_taken(office, post.id, Away(request.since, request.until)):
        return "absence-already"
    request.unit_id = post.unit_id
    standing_in.register(office, request)
    return None


def about(office: Office, request: Request) -> str:
    return ""


def done(office: Office, request: Request) -> facts.Done:
    shown = standing_in.absence(office, request)
    return facts.Done(
        kind=request.kind,
        state=request.state,
        task=None,
        since=shown.since,
        day=shown.until,
        unit=shown.title,
        title=shown.acting,
        request_id=request.id,
    )
