"""The guide and the READMEs quote what the program says and show the pictures that there are.

In the guide ［…］ is a button and 「…」 a sentence or a line of one.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from PIL import Image

from bot.settings import HOME
from tests.album import ALBUM, PICTURES
from tests.structure.sources import calls, within

GUIDE = HOME / "docs" / "guide.zh-CN.md"
PAGES = (HOME / "README.md", HOME / "README.zh-CN.md", GUIDE)
BUTTON, SENTENCE = re.compile(r"［([^］]+)］"), re.compile(r"「([^」]+)」")
SHOWN = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")
PLACEHOLDER = re.compile(r"\{\w+\}")
HEAVY = 80 * 1024  # bytes: a page of the guide opens on a phone
ALL = 900 * 1024


def chinese() -> dict[str, str]:
    """Every sentence of the program by its English, the first form of a plural."""
    with (HOME / "locales" / "zh_CN" / "messages.po").open("rb") as file:
        return {_first(message.id): _first(message.string) for message in read_po(file) if message.id}


def _first(found: object) -> str:
    return str(found[0] if isinstance(found, tuple | list) else found)


def labels() -> Iterator[str]:
    """What a view that makes buttons says in words that are no sentence."""
    known = chinese()
    for tree in within("bot.views").values():
        found = list(calls(tree))
        if any(name == "Button" for name, _ in found):
            said = (node.args[0] for name, node in found if name in ("t", "many") and node.args)
            for text in (known.get(getattr(node, "value", ""), "") for node in said):
                if text and "。" not in text and "【" not in text:
                    yield text


def strangers(quoted: Iterable[str], said: Iterable[str]) -> list[str]:
    """What is quoted and said nowhere; a placeholder stands for any words, and what is nothing else for none."""
    forms = {_form(text) for text in said if re.search("[一-鿿]", PLACEHOLDER.sub("", text))}
    known = re.compile("|".join(sorted(forms)))
    return [text for text in quoted if not known.fullmatch(text)]


def _form(text: str) -> str:
    return ".+".join(map(re.escape, PLACEHOLDER.split(text)))


def lines() -> Iterator[str]:
    """Sentences by the line, as a message shows them."""
    office = (text.replace("{office}", "创建办") for text in chinese().values())
    return (line for text in office for line in text.split("\n") if line)


def guide() -> str:
    return GUIDE.read_text(encoding="utf-8")


def shown() -> list[tuple[Path, str]]:
    """Each picture that a page shows, and its words for whoever does not see it."""
    found = [(page, *match) for page in PAGES for match in SHOWN.findall(page.read_text(encoding="utf-8"))]
    assert found
    return [((page.parent / target).resolve(), words) for page, words, target in found]


def test_every_button_that_the_guide_names_is_one() -> None:
    quoted = BUTTON.findall(guide())
    assert len(quoted) > 40
    assert strangers(quoted, labels()) == []


def test_every_sentence_that_the_guide_quotes_is_said() -> None:
    quoted = SENTENCE.findall(guide())
    assert quoted
    assert strangers(quoted, lines()) == []


def test_a_button_and_a_sentence_that_are_nowhere_are_seen() -> None:
    assert strangers(["全部签收", "逾期 2", "一键催办"], labels()) == ["一键催办"]
    assert strangers(["请于 6月3日（周三）下班前签收。", "请抓紧办理。"], lines()) == ["请抓紧办理。"]


def test_every_picture_that_is_shown_is_there_and_said_in_words() -> None:
    assert [path for path, words in shown() if not path.is_file() or not words] == []


def test_every_picture_that_is_there_is_shown_and_made_by_the_album() -> None:
    stored = set(ALBUM.glob("*.png"))
    assert stored == {path for path, _ in shown() if path.parent == ALBUM}
    assert {path.stem for path in stored} == set(PICTURES)


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_of_the_album_is_light(name: str) -> None:
    path = ALBUM / f"{name}.png"
    assert path.stat().st_size < HEAVY
    with Image.open(path) as image:
        assert image.mode == "P"


def test_the_album_is_light() -> None:
    assert sum(path.stat().st_size for path in ALBUM.glob("*.png")) < ALL
