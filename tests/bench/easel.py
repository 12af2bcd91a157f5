"""The pictures drawn, beside what Pillow takes to write images of their size and nothing more.

`.venv/bin/python -m tests.bench.easel` prints milliseconds under their names.
"""

import json
import sys
import time
from collections.abc import Callable
from io import BytesIO

from PIL import Image

from tests.bench.figures import Figure, Table, child
from tests.pictures import PICTURES

DRAWN = ("board", "board-of-200", "curves", "year")
TURNS = 10


def measure() -> dict[str, dict[str, float]]:
    return {
        "ours": {name: _mean(PICTURES[name]) for name in DRAWN},
        "encoded": {name: _mean(_encoding(PICTURES[name]())) for name in DRAWN},
    }


def _encoding(data: bytes) -> Callable[[], bytes]:
    image = Image.open(BytesIO(data)).convert("RGB")

    def encode() -> bytes:
        file = BytesIO()
        image.save(file, "PNG")
        return file.getvalue()

    return encode


def _mean(act: Callable[[], bytes]) -> float:
    """Milliseconds; the fonts are loaded by then."""
    act()
    begun = time.perf_counter()
    for _ in range(TURNS):
        act()
    return (time.perf_counter() - begun) * 1000 / TURNS


NAMES = {
    "board": "board drawn",
    "board-of-200": "board of 200 departments drawn",
    "curves": "course of an indicator drawn",
    "year": "a department's year drawn",
}


def table() -> Table:
    found = child("easel")
    figures = [
        Figure(what, "ms", found["ours"][name], found["encoded"][name], most=1000) for name, what in NAMES.items()
    ]
    return Table("Pictures", "Pillow's encoding alone", figures)


if __name__ == "__main__":
    json.dump(measure(), sys.stdout)
