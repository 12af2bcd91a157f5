"""Sentences, dates and numbers in the reader's language. English is the source; Babel reads the rest at start.

Dates are formatted here: what Babel knows of every language to do it is 4 MB, and of it names of months and weekdays
are wanted in two. Tests hold them to Babel's.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from functools import cache
from pathlib import Path
from types import MappingProxyType

from babel.messages.pofile import read_po

CHINESE = "zh_CN"
LANGUAGES = (CHINESE, "en")
Words = Mapping[str, str]

WEEKDAYS = "一二三四五六日"

# of a day or an instant `d`; strftime speaks English, since nobody sets another locale
PATTERNS = {
    "zh_CN": {
        "day": "{d.month}月{d.day}日（周{week}）",
        "short": "{d.month}月{d.day}日",
        "moment": "{d.month}月{d.day}日 {d:%H:%M}",
        "month": "{d.month}月",
        "full": "{d.year}年{d.month}月{d.day}日",
        "year": "{d.year}年{d.month}月",
        "instant": "{d.year}年{d.month}月{d.day}日 {d:%H:%M}",
        "month-short": "{d.month}月",
    },
    "en": {
        "day": "{d:%a} {d.day} {d:%b}",
        "short": "{d.day} {d:%b}",
        "moment": "{d.day} {d:%b} {d:%H:%M}",
        "month": "{d:%B}",
        "full": "{d.day} {d:%b} {d.year}",
        "year": "{d:%B} {d.year}",
        "instant": "{d.day} {d:%b} {d.year} {d:%H:%M}",
        "month-short": "{d:%b}",
    },
}


@dataclass(frozen=True)
class Translator:
    language: str
    zone: tzinfo
    words: Words = field(repr=False)
    office: str = ""  # how the office calls itself; every sentence may say {office}

    def __call__(self, sentence: str, /, **values: object) -> str:
        """The sentence in this language, its {placeholders} filled."""
        return (self.words.get(sentence) or sentence).format(**{"office": self.office, **values})

    def many(self, one: str, more: str, n: int, /, **values: object) -> str:
        """The sentence for n things; {n} is filled with n. Chinese needs one form for all."""
        source = one if n == 1 else more
        return (self.words.get(one) or source).format(**{"office": self.office, "n": n, **values})

    def day(self, day: date) -> str:
        return self._date(day, "day")

    def short_day(self, day: date) -> str:
        return self._date(day, "short")

    def full_day(self, day: date) -> str:
        """With its year, where that is not plain."""
        return self._date(day, "full")

    def month(self, day: date) -> str:
        return self._date(day, "month")

    def month_of_year(self, day: date) -> str:
        return self._date(day, "year")

    def short_month(self, day: date) -> str:
        return self._date(day, "month-short")

    def moment(self, instant: datetime) -> str:
        return self._date(instant.astimezone(self.zone), "moment")

    def instant(self, instant: datetime) -> str:
        """With its year, as a document has it."""
        return self._date(instant.astimezone(self.zone), "instant")

    def _date(self, day: date, pattern: str) -> str:
        return PATTERNS[self.language][pattern].format(d=day, week=WEEKDAYS[day.weekday()])

    def number(self, n: int) -> str:
        return f"{n:,}"

    def items(self, names: list[str]) -> str:
        """立案庭、执行局; Filing, Enforcement."""
        return ("、" if self.language == CHINESE else ", ").join(names)


@cache  # a start needs them twice
def read_words(path: Path) -> Words:
    with path.open("rb") as file:  # of a language that has a name Babel loads what it knows of all, 2 MB
        catalog = read_po(line for line in file if not line.startswith(b'"Language:'))
    return MappingProxyType({_one(m.id): _one(m.string) for m in catalog if m.id and m.string and not m.fuzzy})


def _one(text: str | list[str] | tuple[str, ...]) -> str:
    """Of a plural pair the first: it is the key, and all that Chinese has."""
    return text if isinstance(text, str) else text[0]


def translators(locales: Path, zone: tzinfo, office: str) -> dict[str, Translator]:
    words = {"zh_CN": read_words(locales / "zh_CN" / "messages.po"), "en": {}}
    return {language: Translator(language, zone, words[language], office) for language in LANGUAGES}
