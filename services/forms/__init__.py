"""The forms that ask, one file each of the same shape, under the names that config.toml gives them."""

from typing import Protocol

from db.tables import Report, Task
from domain.facts.work import Form
from services.forms import meeting, roll_call, signing, summary
from services.office import Office


class Asking(Protocol):
    """What every form can do."""

    def form(self, office: Office, task: Task, report: Report | None, /) -> Form:
        """What is known, from the draft or the report given."""

    def take(self, office: Office, task: Task, report: Report, text: str, /) -> str | None:
        """Reads an answer into the draft; the code of what stands in the way, if something does."""

    def ready(self, office: Office, report: Report, /) -> bool:
        """Nothing is missing from the draft."""

    def filed(self, office: Office, task: Task, report: Report, /) -> bool:
        """The draft becomes a report; True where the task is done with it."""


FORMS: dict[str, Asking] = {
    "signing": signing,
    "roll-call": roll_call,
    "summary": summary,
    "meeting": meeting,
}
