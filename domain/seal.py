"""校验码: a few digits by which somebody outside can tell that the trail up to a row is as it was."""

import re
from dataclasses import dataclass

DIGITS = 24
WRITTEN = re.compile(r"([1-9]\d{0,15})[:：](\d{24})", re.ASCII)


@dataclass(frozen=True)
class Seal:
    """The number of a row, and its check code."""

    n: int
    code: str

    def __str__(self) -> str:
        """1287：4021 8833 1920 5531 0044 7719"""
        return f"{self.n}：{' '.join(self.code[i : i + 4] for i in range(0, DIGITS, 4))}"


def read(text: str) -> Seal:
    """As it was written, with or without its gaps. ValueError where it is none."""
    found = WRITTEN.fullmatch("".join(text.split()))
    if found is None:
        raise ValueError(f"{text}: is no check code such as 1287:402188331920553100447719")
    return Seal(int(found[1]), found[2])
