"""A request about a task that is done, or another's, meanwhile: nobody need decide it any more."""

from db.queries import outbox, requests, tidings
from db.tables import Request, Task
from services.office import Office
from services.saying import edit

OF_ANOTHER = ("passing", "ruling")  # whoever answers the matter no longer says that it is another department's
KINDS = ("extension", *OF_ANOTHER)


def lapse(office: Office, task: Task, kinds: tuple[str, ...] = KINDS) -> None:
    for request in requests.waiting_of(office.session, task.id, kinds):
        request.state = "dropped"
        show(office, request)


def show(office: Office, request: Request) -> None:
    """The messages under which it was asked, and the cards that tell of it, say what it is now."""
    cards = [row.outbox_id for row in tidings.of_request(office.session, request.id) if row.outbox_id]
    for row in (*outbox.of_request(office.session, request.id), *(outbox.get(office.session, n) for n in cards)):
        edit(office, row)
