"""The forms that ask, one file each of the same shape, under the names that config.toml gives them."""

from collections.abc import Mapping
from typing import Protocol

from db.tables import Report, Task
from domain.facts.work import Form
from domain.reader.asked import Doubt
from services.forms import meeting, readings, register, roll_call, signing, summary, words
from services.office import Office
from services.said import Said

Known = Mapping[str, Said]  # field → value


class Asking(Protocol):
    """What every form can do."""

    def form(self, office: Office, task: Task, report: Report | None, /) -> Form:
        """What is known, from the draft or the report given."""

    def take(self, office: Office, task: Task, report: Report, text: str, /) -> Doubt | None:
        """Reads an answer into the draft; what stands in the way of it, if something does."""

    def ready(self, office: Office, report: Report, /) -> bool:
        """Nothing is missing from the draft."""

    def filed(self, office: Office, task: Task, report: Report, /) -> bool:
        """The draft becomes a report; True where the task is done with it."""

    def stands(self, office: Office, task: Task, /) -> bool:
        """What is filed is all that the task needs: True where nothing of it was withdrawn."""

    def wants_proof(self, office: Office, task: Task, known: Known, /) -> bool:
        """What a report with these values says stands only with a file."""


class Choosing(Protocol):
    """What a form with questions to press can do besides."""

    def choose(self, office: Office, task: Task, choice: str, /) -> str | None:
        """Takes the button of a question; the code of what stands in the way, if something does."""

    def outline(self, office: Office, task: Task, /) -> Form:
        """What it asks for, and nothing of what was said: for a line in a list."""

    def look(self, office: Office, report: Report, /) -> None:
        """Puts into the draft what is asked next."""


class Hearing(Protocol):
    """What a form can do besides that understands an answer before anything is written."""

    def heard(
        self, office: Office, task: Task, known: Mapping[str, int], asked: str | None, text: str, /
    ) -> int | Doubt:
        """How many of the figures known a text would set, or what stands in the way of it."""


FORMS: dict[str, Asking] = {
    "signing": signing,
    "roll-call": roll_call,
    "summary": summary,
    "meeting": meeting,
    "readings": readings,
    "register": register,
    "words": words,
}
CHOOSING: dict[str, Choosing] = {"readings": readings, "register": register, "words": words}
HEARING: dict[str, Hearing] = {"signing": signing, "roll-call": roll_call, "summary": summary}
