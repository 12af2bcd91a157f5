"""Whatever the program can print can be drawn: sentences, the catalogue, the settings."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.settings import HOME
from bot.translator import read_words
from exports import font

WORDS = read_words(HOME / "locales" / "zh_CN" / "messages.po")


def texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for pair in value.items() for part in pair for text in texts(part))
    elif isinstance(value, list):
        yield from (text for part in value for text in texts(part))


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_character_of_every_sentence_has_a_glyph(language: str) -> None:
    said = "".join(WORDS) if language == "en" else "".join(WORDS.values())
    assert font.missing(said) == set()


@pytest.mark.parametrize(
    "path",
    [*sorted((HOME / "catalogue" / "shipped").rglob("*.toml")), HOME / "config.toml"],
    ids=lambda path: path.name,
)
def test_every_character_of_the_catalogue_and_the_settings_has_a_glyph(path: Path) -> None:
    found = tomllib.loads(path.read_text(encoding="utf-8"))
    assert font.missing("".join(texts(found))) == set()


def test_every_sign_that_the_pictures_themselves_write_has_a_glyph() -> None:
    written = set()
    for source in [*(HOME / "exports").glob("*.py"), *(HOME / "bot" / "views").glob("*.py")]:
        written |= set(re.sub(r"[\x00-\x7f]", "", source.read_text(encoding="utf-8")))
    assert font.missing("".join(written)) == set()
