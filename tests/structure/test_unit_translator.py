from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from babel.dates import format_datetime
from babel.lists import format_list
from babel.numbers import format_decimal

from bot.translator import LANGUAGES, Translator, read_words, translators

ZONE = ZoneInfo("Asia/Shanghai")
WORDS = {
    "Hello {name}": "{name}，您好",
    "{n} file": "{n} 个文件",
    "Ask the office": "请联系{office}",
}
PO = """
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\nPlural-Forms: nplurals=1; plural=0;\\n"

msgid "done"
msgstr "已办"

#, fuzzy
msgid "guessed"
msgstr "猜的"

msgid "empty"
msgstr ""

msgid "{n} file"
msgid_plural "{n} files"
msgstr[0] "{n} 个文件"
"""
# as Unicode writes these patterns, with which Babel formats
CLDR = {
    "day": ("M月d日（EEE）", "EEE d MMM"),
    "short_day": ("M月d日", "d MMM"),
    "full_day": ("y年M月d日", "d MMM y"),
    "month": ("M月", "MMMM"),
    "month_of_year": ("y年M月", "MMMM y"),
    "short_month": ("M月", "MMM"),
    "moment": ("M月d日 HH:mm", "d MMM HH:mm"),
    "instant": ("y年M月d日 HH:mm", "d MMM y HH:mm"),
}


@pytest.fixture
def zh() -> Translator:
    return Translator("zh_CN", ZONE, WORDS, "创建办")


@pytest.fixture
def en() -> Translator:
    return Translator("en", ZONE, {}, "the office")


def test_a_sentence_is_said_in_the_readers_language(zh: Translator, en: Translator) -> None:
    assert zh("Hello {name}", name="立案庭") == "立案庭，您好"
    assert en("Hello {name}", name="立案庭") == "Hello 立案庭"


def test_a_sentence_without_translation_is_said_in_english(zh: Translator) -> None:
    assert zh("Not there, {name}", name="x") == "Not there, x"


def test_every_sentence_may_name_the_office(zh: Translator) -> None:
    assert zh("Ask the office") == "请联系创建办"
    assert zh("{office}?", office="政治部") == "政治部?"


def test_what_people_wrote_is_never_read_as_a_placeholder(zh: Translator) -> None:
    assert zh("Hello {name}", name="{office}{0}{") == "{office}{0}{，您好"


@pytest.mark.parametrize(("n", "english"), [(0, "0 files"), (1, "1 file"), (2, "2 files")])
def test_english_tells_one_from_many_and_chinese_need_not(n: int, english: str, zh: Translator, en: Translator) -> None:
    assert en.many("{n} file", "{n} files", n) == english
    assert zh.many("{n} file", "{n} files", n) == f"{n} 个文件"


def test_a_day_carries_its_weekday_and_a_moment_its_hour(zh: Translator, en: Translator) -> None:
    day = date(2026, 12, 3)
    assert (zh.day(day), en.day(day)) == ("12月3日（周四）", "Thu 3 Dec")
    assert (zh.short_day(day), en.short_day(day)) == ("12月3日", "3 Dec")
    assert (zh.month(day), en.month(day)) == ("12月", "December")


def test_an_instant_is_told_by_the_offices_own_clock(zh: Translator, en: Translator) -> None:
    late = datetime(2026, 12, 31, 16, 5, tzinfo=UTC)
    assert (zh.moment(late), en.moment(late)) == ("1月1日 00:05", "1 Jan 00:05")


@pytest.mark.parametrize("form", CLDR)
def test_every_day_of_a_year_is_written_as_babel_writes_it(form: str, zh: Translator, en: Translator) -> None:
    days = [datetime(2027, 1, 1, 9, 5, tzinfo=ZONE) + timedelta(days=n, minutes=n) for n in range(365)]
    for translator, pattern in zip((zh, en), CLDR[form], strict=True):
        write = getattr(translator, form)
        assert [write(day) for day in days] == [
            format_datetime(day, pattern, locale=translator.language) for day in days
        ]


@pytest.mark.parametrize("n", [0, 7, 999, 1000, 1_234_567, -4500])
def test_numbers_and_lists_are_written_as_babel_writes_them(n: int, zh: Translator, en: Translator) -> None:
    assert [one.number(n) for one in (zh, en)] == [format_decimal(n, locale=one.language) for one in (zh, en)]
    names = ["Filing", "Enforcement", "Office", "Finance"][: abs(n) % 5]
    assert en.items(names) == format_list(names, "unit", "en")


def test_numbers_and_lists_are_written_as_each_language_does(zh: Translator, en: Translator) -> None:
    assert (zh.number(12345), en.number(12345)) == ("12,345", "12,345")
    units = ["立案庭", "执行局", "办公室"]
    assert (zh.items(units), en.items(units)) == ("立案庭、执行局、办公室", "立案庭, 执行局, 办公室")
    assert zh.items([]) == en.items([]) == ""


def test_guesses_and_gaps_in_the_file_of_sentences_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "messages.po"
    path.write_text(PO, encoding="utf-8")
    assert read_words(path) == {"done": "已办", "{n} file": "{n} 个文件"}


def test_there_is_a_translator_for_every_language(tmp_path: Path) -> None:
    (tmp_path / "zh_CN").mkdir()
    (tmp_path / "zh_CN" / "messages.po").write_text(PO, encoding="utf-8")
    found = translators(tmp_path, ZONE, "创建办")
    assert tuple(found) == LANGUAGES
    assert [found[language]("done") for language in LANGUAGES] == ["已办", "done"]
