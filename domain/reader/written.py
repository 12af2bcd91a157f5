"""A text whose figures are read in several ways: what all of them need of it is worked out once."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from domain.reader.asked import Asked
from domain.reader.by_sound import by_sound
from domain.reader.masking import Masked, clean, mask
from domain.reader.names import things
from domain.reader.of_a_sort import said_as_done
from domain.reader.risks import plainly
from domain.reader.told import told


@dataclass(frozen=True, eq=False)
class Written:
    """`text` is clean; empty where a sign of it counts as no one counts."""

    text: str
    asked: Asked

    @classmethod
    def of(cls, as_sent: str, asked: Asked) -> "Written":
        return cls(clean(as_sent) or "", asked)

    @cached_property
    def by_sound(self) -> "Written":
        """With the form's words as they are written, where they are typed by their sound."""
        return self._as(by_sound(self.text, self.asked))

    @cached_property
    def in_turn(self) -> "Written":
        """Where names stand in a row before their figures: each with its own."""
        return self._as(plainly(self.text))

    def _as(self, text: str) -> "Written":
        """Itself where nothing is another."""
        return self if text == self.text else Written(text, self.asked)

    @cached_property
    def told(self) -> Mapping[str, Fraction] | None:
        """In words of the form alone."""
        return told(self.text, self.asked)

    @cached_property
    def masked(self) -> Masked:
        return mask(said_as_done(self.text, self.asked), things(self.asked), self.asked)
