"""Pictures beside stored ones; `python -m tests.pictures` draws those anew."""

import subprocess
import sys

import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat

from tests.pictures import PICTURES, STORED, small

EVERY = pytest.mark.parametrize("name", PICTURES)
MEAN, SPOT = 1.5, 40  # of 255: another Pillow draws edges by a hair elsewhere; a mark that is gone is more


@EVERY
def test_a_picture_looks_as_it_was_last_looked_at(name: str) -> None:
    drawn, stored = small(PICTURES[name]()), Image.open(STORED / f"{name}.png").convert("RGB")
    assert drawn.size == stored.size
    apart = ImageChops.difference(drawn, stored).convert("L")
    assert ImageStat.Stat(apart).mean[0] < MEAN
    assert apart.filter(ImageFilter.BoxBlur(2)).getextrema()[1] < SPOT  # type: ignore[operator]


@EVERY
def test_two_drawings_of_the_same_facts_are_equal_to_the_byte(name: str) -> None:
    assert PICTURES[name]() == PICTURES[name]()


def test_another_process_draws_the_same_bytes() -> None:
    code = "import sys; from tests.pictures import PICTURES as p; sys.stdout.buffer.write(p['board']() + p['curves']())"
    run = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
    assert run.stdout == PICTURES["board"]() + PICTURES["curves"]()


def test_what_is_stored_is_small_and_is_all_that_is_drawn() -> None:
    files = list(STORED.glob("*.png"))
    assert {file.stem for file in files} == set(PICTURES)
    assert sum(file.stat().st_size for file in files) < 300_000


def test_a_mark_that_is_gone_would_be_seen() -> None:
    """The tolerance is no blindfold."""
    stored = Image.open(STORED / "board.png").convert("RGB")
    blank = stored.copy()
    blank.paste((255, 255, 255), (149, 175, 160, 186))
    apart = ImageChops.difference(stored, blank).convert("L").filter(ImageFilter.BoxBlur(2))
    assert apart.getextrema()[1] > SPOT  # type: ignore[operator]
