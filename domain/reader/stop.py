"""What stops a reading."""

from collections.abc import Mapping
from fractions import Fraction

from domain.reader.asked import Doubt


class Stop(Exception):
    """It cannot be taken as it stands."""

    def __init__(self, reason: str, *likely: Mapping[str, Fraction], about: str = "") -> None:
        super().__init__(reason)
        self.doubt = Doubt(reason, tuple(reading for reading in likely if reading), about)
