"""What was taken out of a message before it was kept."""

from dataclasses import dataclass

from domain.privacy import Kind


@dataclass(frozen=True)
class Guarded:
    """`whole` where nothing of the message was kept."""

    kinds: tuple[Kind, ...]
    whole: bool
