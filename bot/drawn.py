"""What draws the documents of services/cabinet.py, under the same names: facts to words, words to a file."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

from bot.translator import Translator
from bot.views import bulletin as bulletin_words
from bot.views import calendar as calendar_words
from bot.views import evidence as evidence_words
from bot.views import ledger as ledger_words
from bot.views import order_sheet as order_words
from domain.paper import Shelf, Told
from exports import calendar, evidence, ledger, official

Draw = Callable[[Any, Translator, BinaryIO, Shelf, Told], None]


def whole(words: Callable[[Any, Translator], Any], draw: Callable[[Any], bytes]) -> Draw:
    """Of a document that is drawn in one go."""

    def drawn(facts: Any, t: Translator, file: BinaryIO, shelf: Shelf, told: Told) -> None:
        file.write(draw(words(facts, t)))

    return drawn


def bundle(facts: Any, t: Translator, file: BinaryIO, shelf: Shelf, told: Told) -> None:
    evidence.draw(evidence_words.words(facts, t, lambda digest: state(shelf(digest), digest)), file, shelf, told)


def state(path: Path, digest: str) -> str:
    """Of a file of proof on the disk: kept, missing, or altered since it was kept."""
    if not path.is_file():
        return "missing"
    with path.open("rb") as file:
        return "kept" if hashlib.file_digest(file, "sha256").hexdigest() == digest else "altered"


DRAWN: dict[str, Draw] = {
    "bulletin": whole(bulletin_words.words, official.draw),
    "order": whole(order_words.words, official.draw),
    "ledger": whole(ledger_words.words, ledger.draw),
    "calendar": whole(calendar_words.words, calendar.draw),
    "evidence": bundle,
}
