"""Sentences, dates and numbers in the reader's language. English is the source; Babel reads the rest at start."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from functools import cache
from pathlib import Path
from types import MappingProxyType

from babel import Locale
from babel.dates import format_date, format_datetime
from babel.lists import format_list
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

CHINESE = "zh_CN"
LANGUAGES = (CHINESE, "en")
Words = Mapping[str, str]

# babel's own medium forms lack the weekday or carry the year, which a card has no room for
PATTERNS = {
    "zh_CN": {
        "day": "M月d日（EEE）",
        "short": "M月d日",
        "moment": "M月d日 HH:mm",
        "month": "M月",
        "full": "y年M月d日",
        "year": "y年M月",
        "instant": "y年M月d日 HH:mm",
        "month-short": "M月",
    },
    "en": {
        "day": "EEE d MMM",
        "short": "d MMM",
        "moment": "d MMM HH:mm",
        "month": "MMMM",
        "full": "d MMM y",
        "year": "MMMM y",
        "instant": "d MMM y HH:mm",
        "month-short": "MMM",
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

    def _date(self, day: date, pattern: str) -> str:
        return format_date(day, PATTERNS[self.language][pattern], self._locale)

    def moment(self, instant: datetime) -> str:
        local = instant.astimezone(self.zone)
        return format_datetime(local, PATTERNS[self.language]["moment"], locale=self._locale)

    def instant(self, instant: datetime) -> str:
        """With its year, as a document has it."""
        local = instant.astimezone(self.zone)
        return format_datetime(local, PATTERNS[self.language]["instant"], locale=self._locale)

    def number(self, n: int) -> str:
        return format_decimal(n, locale=self._locale)

    def items(self, names: list[str]) -> str:
        """立案庭、执行局; Filing, Enforcement."""
        return "、".join(names) if self.language == "zh_CN" else format_list(names, "unit", self._locale)

    @property
    def _locale(self) -> Locale:
        return _locale(self.language)


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(language)


@cache  # a start needs them twice
def read_words(path: Path) -> Words:
    with path.open("rb") as file:
        catalog = read_po(file)
    return MappingProxyType({_one(m.id): _one(m.string) for m in catalog if m.id and m.string and not m.fuzzy})


def _one(text: str | list[str] | tuple[str, ...]) -> str:
    """Of a plural pair the first: it is the key, and all that Chinese has."""
    return text if isinstance(text, str) else text[0]


def translators(locales: Path, zone: tzinfo, office: str) -> dict[str, Translator]:
    words = {"zh_CN": read_words(locales / "zh_CN" / "messages.po"), "en": {}}
    return {language: Translator(language, zone, words[language], office) for language in LANGUAGES}
