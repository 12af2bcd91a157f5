"""What stops a reading: a doubt that ends it, or words of the form alone that are not enough."""

from collections.abc import Mapping
from fractions import Fraction

from domain.reader.asked import Doubt


class Stop(Exception):
    """It cannot be taken as it stands."""

    def __init__(self, reason: str, *likely: Mapping[str, Fraction], about: str = "") -> None:
        super().__init__(reason)
        self.doubt = Doubt(reason, tuple(reading for reading in likely if reading), about)


class Unclear(Exception):
    """Another reading may tell what these words do not."""


class OfWhichYear(Unclear):
    """Nor does any other reading tell whether a figure is of this year or of the last one."""
