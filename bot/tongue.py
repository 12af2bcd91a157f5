"""In what language a terminal is spoken to: in the program's own until the start knows which."""

from collections.abc import Mapping
from pathlib import Path

from bot.translator import CHINESE, read_words


class Tongue:
    """`t("…", name=value)`, as views say their sentences; one process is one terminal."""

    def __init__(self) -> None:
        self._words: Mapping[str, str] = {}

    def speak(self, language: str, locales: Path) -> None:
        self._words = read_words(locales / CHINESE / "messages.po") if language == CHINESE else {}

    def __call__(self, sentence: str, /, **values: object) -> str:
        return (self._words.get(sentence) or sentence).format(**values)


t = Tongue()
