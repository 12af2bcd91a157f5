import tomllib
from collections.abc import Iterator
from string import Formatter
from typing import Any

import pytest
from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from bot.settings import HOME
from catalogue import shipped
from exports import font

KEYWORDS = {"t": None, "many": (1, 2)}
FORBIDDEN = ("亲", "哦", "啦", "抱歉", "失败", "非法", "错误代码", "！", "!")  # TONE
UNKIND = ("!", "sorry", "invalid", "illegal", "failed", "error")
Ids = str | tuple[str, ...]


@pytest.fixture(scope="module")
def chinese() -> Catalog:
    with (HOME / "locales" / "zh_CN" / "messages.po").open("rb") as file:
        return read_po(file)


@pytest.fixture(scope="module")
def english() -> dict[Ids, str]:
    """Every sentence of the program with a place where it stands."""
    found: dict[Ids, str] = {}
    for file, line, message, _, _ in extract_from_dir(HOME / "bot", [("**.py", "python")], keywords=KEYWORDS):
        found[tuple(message) if isinstance(message, tuple | list) else message] = f"bot/{file}:{line}"
    assert len(found) > 200
    return found


def known(chinese: Catalog) -> dict[Ids, tuple[str, ...]]:
    """English → Chinese, both plural forms told apart."""
    return {
        tuple(m.id) if isinstance(m.id, tuple | list) else m.id: (m.string,)
        if isinstance(m.string, str)
        else tuple(m.string or ())
        for m in chinese
        if m.id
    }


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_every_sentence_of_the_program_is_in_chinese_too(chinese: Catalog, english: dict[Ids, str]) -> None:
    there = known(chinese)
    assert {place: ids for ids, place in english.items() if not any(there.get(ids, ()))} == {}


def test_no_chinese_sentence_is_left_over_fuzzy_or_obsolete(chinese: Catalog, english: dict[Ids, str]) -> None:
    assert [ids for ids in known(chinese) if ids not in english] == []
    assert [m.id for m in chinese if m.id and m.fuzzy] == []
    assert list(chinese.obsolete) == []


def test_one_english_sentence_is_not_both_single_and_plural(english: dict[Ids, str]) -> None:
    """Chinese is looked up by the first form alone."""
    firsts = [ids if isinstance(ids, str) else ids[0] for ids in english]
    assert sorted({first for first in firsts if firsts.count(first) > 1}) == []


def test_chinese_sentences_have_the_placeholders_of_the_english_ones(chinese: Catalog) -> None:
    wrong = {}
    for ids, strings in known(chinese).items():
        wanted = placeholders(ids if isinstance(ids, str) else ids[-1])
        for string in strings:
            if placeholders(string) - {"office"} != wanted - {"office"}:
                wrong[ids] = string
    assert wrong == {}


def test_both_forms_of_a_plural_have_the_same_placeholders(english: dict[Ids, str]) -> None:
    pairs = [ids for ids in english if isinstance(ids, tuple)]
    assert pairs
    assert [pair for pair in pairs if len({frozenset(placeholders(form)) for form in pair}) > 1] == []
    assert [pair for pair in pairs if "n" not in placeholders(pair[1])] == []


def test_no_placeholder_goes_by_its_place(english: dict[Ids, str]) -> None:
    every = [text for ids in english for text in ((ids,) if isinstance(ids, str) else ids)]
    assert [text for text in every if any(not name.isidentifier() for name in placeholders(text))] == []


def test_chinese_sentences_use_no_word_that_the_tone_forbids(chinese: Catalog) -> None:
    every = [string for strings in known(chinese).values() for string in strings]
    assert [text for text in every if any(word in text for word in FORBIDDEN)] == []


def test_english_sentences_neither_apologise_nor_shout(english: dict[Ids, str]) -> None:
    every = [text for ids in english for text in ((ids,) if isinstance(ids, str) else ids)]
    assert [text for text in every if any(word in text.lower() for word in UNKIND)] == []


def test_chinese_sentences_use_chinese_marks(chinese: Catalog) -> None:
    """A half-width comma or question mark behind a Chinese character is a slip."""
    every = [string for strings in known(chinese).values() for string in strings]
    marks = [char + mark for char in "的了请未已报送签收填" for mark in ",?;:"]
    assert [text for text in every if any(mark in text for mark in marks)] == []


# glyphs


def strings(found: Any) -> Iterator[str]:
    if isinstance(found, str):
        yield found
    elif isinstance(found, dict):
        for key, value in found.items():
            yield str(key)
            yield from strings(value)
    elif isinstance(found, list):
        for value in found:
            yield from strings(value)


def test_every_sentence_can_be_drawn(chinese: Catalog, english: dict[Ids, str]) -> None:
    every = "".join(string for found in known(chinese).values() for string in found)
    every += "".join("".join(ids) for ids in english)
    assert font.missing(every) == set()


@pytest.mark.parametrize("name", shipped.names())
def test_every_word_of_a_shipped_notice_can_be_drawn(name: str) -> None:
    files = sorted((shipped.SHELF / name).glob("*.toml"))
    assert len(files) > 1
    every = "".join(text for file in files for text in strings(tomllib.loads(file.read_text(encoding="utf-8"))))
    assert font.missing(every) == set()
    notice = shipped.load(name)
    assert (
        font.missing("".join([*(u.name for u in notice.units), *(p.title for p in shipped.contacts(notice))])) == set()
    )


def test_every_word_of_the_settings_can_be_drawn() -> None:
    settings = tomllib.loads((HOME / "config.toml").read_text(encoding="utf-8"))
    assert font.missing("".join(strings(settings))) == set()
