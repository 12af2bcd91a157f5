"""A request from its first press to its end: what it still lacks is asked for, one field after the other."""

from typing import Any
from zlib import crc32

from db.queries import outbox, people, requests, tasks
from db.tables import Outbox, Request, Task
from domain.facts import checks as facts
from domain.people import Principal
from services import charging, peopling, showing, titles
from services.office import Office
from services.requests import KINDS
from services.saying import message

Shown = tuple[str, dict[str, Any]]
REVISIONS = 10**6


def begin(office: Office, kind: str, task: Task | None, subject: str = "") -> Request:
    """A new draft; what this person had begun of the same kind about the same task is dropped."""
    assert office.person_id is not None
    task_id = task.id if task else None
    for old in requests.drafts(office.session, kind, office.person_id, task_id):
        old.state = "dropped"
    first = KINDS[kind].FIELDS[0]
    request = Request(kind=kind, task_id=task_id, subject=subject, by=office.person_id, at=office.now, asking=first)
    office.session.add(request)
    office.session.flush()
    return request


def of_mine(office: Office, who: Principal, request_id: int) -> Request | None:
    """One that this person has begun and not finished."""
    request = requests.get(office.session, request_id)
    return request if request and request.by == who.person_id and request.state == "draft" else None


def asked(office: Office, who: Principal, replied: int | None) -> Request | None:
    """The request that a text answers: as a reply to the question, or right below it."""
    chat = who.telegram_id
    row = message(office, chat, replied) if replied else outbox.newest(office.session, chat)
    if row is None or row.kind != "request" or not who.in_private:
        return None
    return of_mine(office, who, row.args["request"])


def revision(office: Office, request: Request) -> int:
    """Of the question as it stands, its likely answers included: a button answers nothing but what it was read as."""
    choices = KINDS[request.kind].choices(office, request, request.asking or "")
    return crc32(repr((request.asking, choices)).encode()) % REVISIONS


def take(office: Office, request: Request, text: str) -> Shown:
    """The next question, or what became of it; the same question again with what stands in the way."""
    assert request.asking is not None
    kind = KINDS[request.kind]
    if problem := kind.take(office, request, request.asking, text):
        return "request", {"request": request.id, "problem": problem}
    return follow(office, request)


def follow(office: Office, request: Request) -> Shown:
    """Asks for the next field that is empty; carries it out where none is."""
    kind = KINDS[request.kind]
    request.asking = next((field for field in kind.FIELDS if not getattr(request, field)), None)
    if request.asking is not None:
        return "request", {"request": request.id}
    if problem := kind.complete(office, request):
        request.state = "dropped"
        return "sentence", {"code": problem}
    office.session.flush()
    return "requested", {"request": request.id}


def begin_with(office: Office, kind: str, task: Task | None, said: dict[str, str], subject: str = "") -> Shown:
    """With what was said already, field by field; what stands in the way of one of them is asked back."""
    request = begin(office, kind, task, subject)
    for field, text in said.items():
        if problem := KINDS[kind].take(office, request, field, text):
            request.asking = field
            return "request", {"request": request.id, "problem": problem}
    request.asking = None
    return follow(office, request)


def drop(office: Office, request: Request) -> Shown:
    """What was begun and not asked for; what is said of it."""
    request.state = "dropped"
    task = tasks.get(office.session, request.task_id) if request.task_id else None
    title = titles.title(office, task) if task else ""
    period = titles.period(task) if task else ""
    return "sentence", {"code": "request-dropped", "kind": request.kind, "title": title, "period": period}


def question(office: Office, args: dict[str, Any], row: Outbox) -> facts.Question | None:
    """What is asked next; nothing where it was answered or dropped meanwhile."""
    request = requests.get(office.session, args["request"])
    task = tasks.get(office.session, request.task_id) if request and request.task_id else None
    if request is None or request.state != "draft" or request.asking is None:
        return None
    kind = KINDS[request.kind]
    about = kind.about(office, request)
    return facts.Question(
        request_id=request.id,
        kind=request.kind,
        field=request.asking,
        rev=revision(office, request),
        task=showing.task(office, task) if task else None,
        about=about,
        choices=kind.choices(office, request, request.asking),
        problem=args.get("problem"),
        said=tuple((field, said) for field in kind.FIELDS if (said := _said(office, request, field))),
    )


def _said(office: Office, request: Request, field: str) -> str:
    """What is there of a field already: departments and persons by name, days as ISO dates."""
    value = getattr(request, field)
    if not value or field == request.asking:
        return ""
    match field:
        case "to_unit_id":
            return people.unit(office.session, value).name
        case "subject" if request.kind == "absence":
            post = people.post(office.session, int(value))
            return charging.titled(office, post) if post else ""
        case "person_id":
            return peopling.title(office, people.get(office.session, value))
    return str(value)


def done(office: Office, args: dict[str, Any], row: Outbox) -> facts.Done | None:
    request = requests.get(office.session, args["request"])
    return KINDS[request.kind].done(office, request) if request else None
