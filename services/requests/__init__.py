"""Acts that need words first, of one shape, under the names that a request's `kind` has.

A request is a draft until each of its fields has been answered; then `complete` carries it out, or asks who decides.
"""

from typing import Protocol

from db.tables import Request
from domain.facts import checks as facts
from services.office import Office
from services.requests import absence, disputing, extension, limit, only_read, passing, refusing
from services.requests.drafted import DRAFTED
from services.requests.reasoned import REASONED

Shown = tuple[str, dict[str, object]]


class Kind(Protocol):
    """What every kind can do. Each gives back the code of what stands in the way, if something does."""

    FIELDS: tuple[str, ...]

    def choices(self, office: Office, request: Request, field: str, /) -> tuple[str, ...]:
        """Likely answers, for buttons."""

    def take(self, office: Office, request: Request, field: str, text: str, /) -> str | None:
        """Reads the answer to one field into the request."""

    def complete(self, office: Office, request: Request, /) -> str | None:
        """Everything is there."""

    def about(self, office: Office, request: Request, /) -> str:
        """What it is about, where that is no task."""

    def done(self, office: Office, request: Request, /) -> facts.Done:
        """What became of it."""


KINDS: dict[str, Kind] = {
    **{kind.kind: kind for kind in REASONED},
    **{kind.kind: kind for kind in DRAFTED},
    "dispute": disputing,
    "extension": extension,
    "passing": passing,
    "ruling": passing,  # begun by nobody: it follows where a department declines
    "refusing": refusing,
    "absence": absence,
    "remark-limit": limit,
    "remark-read": only_read,
}
