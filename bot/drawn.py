"""What draws the documents of services/cabinet.py, under the same names: facts to words, words to the bytes of a file."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

from bot.translator import Translator
from bot.views import ledger as ledger_words
from exports import ledger

Shelf = Callable[[str], Path]  # hash → where that file of proof is kept
Told = Callable[[int, int], None]
Draw = Callable[[Any, Translator, BinaryIO, Shelf, Told], None]


def whole(words: Callable[[Any, Translator], Any], draw: Callable[[Any], bytes]) -> Draw:
    """Of a document that is drawn in one go."""

    def drawn(facts: Any, t: Translator, file: BinaryIO, shelf: Shelf, told: Told) -> None:
        file.write(draw(words(facts, t)))

    return drawn


DRAWN: dict[str, Draw] = {
    # "bulletin" and "order" come here
    "ledger": whole(ledger_words.words, ledger.draw),
}
