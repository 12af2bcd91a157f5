"""One typed value of a report, however it was fetched."""

from typing import Protocol


class Said(Protocol):
    """A figure as num/den, a date or a text as text."""

    @property
    def num(self) -> int | None: ...

    @property
    def den(self) -> int | None: ...

    @property
    def text(self) -> str | None: ...

    @property
    def requirement_id(self) -> int | None: ...
