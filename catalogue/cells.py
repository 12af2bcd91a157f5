"""Typed cells of one TOML table. Whatever is missing, misspelt or of the wrong kind is named with its place."""

import re
import tomllib
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path
from typing import Any, TypeVar, get_args

_T = TypeVar("_T")
_MISSING: Any = object()
_FIGURE = re.compile(r"(\d+(?:\.\d+)?)(%?)", re.ASCII)


class CatalogueError(Exception):
    """One fault of a shipped notice: in which file, where in it, what is wrong (one English line each, for a log).

    The terminal words it by its code, with what its sentence holds.
    """

    def __init__(self, file: str, where: str, problem: str, code: str, **about: object) -> None:
        super().__init__(f"{file}: {where}: {problem}")
        self.file, self.where, self.problem = file, where, problem
        self.code, self.about = code, about


class Cells:
    """A table that is emptied cell by cell; `done` complains about what nobody asked for."""

    def __init__(self, table: dict[str, Any], file: str, where: str) -> None:
        self._left = dict(table)
        self.file = file
        self.where = where

    def fault(self, problem: str, code: str, **about: object) -> CatalogueError:
        return CatalogueError(self.file, self.where, problem, code, **about)

    def _take(self, key: str, kind: type[_T], default: Any) -> _T:
        value = self._left.pop(key, default)
        if value is _MISSING:
            raise self.fault(f"{key} is missing", "missing", key=key)
        # True is an int and a datetime is a date to Python, never to a reader of the file.
        if value is not default and (
            not isinstance(value, kind) or isinstance(value, datetime) or (isinstance(value, bool) and kind is not bool)
        ):
            raise self.fault(f"{key} should be {_WORDS[kind]}, found {value!r}", kind.__name__, key=key, found=value)
        return value  # type: ignore[no-any-return]

    def text(self, key: str, default: str = _MISSING) -> str:
        value = self._take(key, str, default)
        if value is not default and not value.strip():
            raise self.fault(f"{key} is empty", "empty", key=key)
        return value

    def text_or_none(self, key: str) -> str | None:
        return self.text(key) if key in self._left else None

    def one_of(self, key: str, allowed: Any, default: str = _MISSING) -> Any:
        """A text out of a Literal."""
        value = self.text(key, default)
        if value not in get_args(allowed) and value is not default:
            choices = ", ".join(get_args(allowed))
            problem = f"{key} should be one of {choices}, found {value!r}"
            raise self.fault(problem, "no-choice", key=key, choices=choices, found=value)
        return value

    def whole(self, key: str, default: int = _MISSING) -> int:
        value = self._take(key, int, default)
        if value < 1:
            raise self.fault(f"{key} should be 1 or more, found {value}", "less-than-1", key=key, found=value)
        return value

    def has(self, key: str) -> bool:
        return key in self._left

    def flag(self, key: str, default: bool = False) -> bool:
        return self._take(key, bool, default)

    def day(self, key: str) -> date:
        return self._take(key, date, _MISSING)

    def day_or_none(self, key: str) -> date | None:
        return self.day(key) if key in self._left else None

    def texts(self, key: str) -> tuple[str, ...]:
        values = self._take(key, list, [])
        if not all(isinstance(value, str) and value.strip() for value in values):
            raise self.fault(f"{key} should be a list of texts, found {values!r}", "texts", key=key)
        if len(set(values)) < len(values):
            raise self.fault(f"{key} names something twice", "twice", key=key)
        return tuple(values)

    def tables(self, key: str) -> tuple[dict[str, Any], ...]:
        values = self._take(key, list, [])
        if not all(isinstance(value, dict) for value in values):
            raise self.fault(f"{key} should be a list of tables", "tables", key=key)
        return tuple(values)

    def table(self, key: str) -> dict[str, Any]:
        return self._take(key, dict, {})

    def done(self) -> None:
        if self._left:
            keys = ", ".join(sorted(self._left))
            raise self.fault(f"unknown key {keys}", "unknown", keys=keys)


_WORDS: dict[type, str] = {
    str: "a text",
    int: "a whole number",
    bool: "true or false",
    date: "a date",
    list: "a list",
    dict: "a table",
}


def figure(text: str) -> tuple[Fraction, str] | None:
    """Exact value and its unit if the text holds one: "50%" is a half and %, "2.5" has none, 前列 is no figure."""
    found = _FIGURE.fullmatch(text)
    if found is None:
        return None
    value, percent = Fraction(found[1]), found[2]
    return (value / 100 if percent else value), percent


def open_file(path: Path) -> Cells:
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise CatalogueError(path.name, "file", "is missing", "no-file") from None
    except UnicodeDecodeError:
        raise CatalogueError(path.name, "file", "is not UTF-8", "not-utf-8") from None
    except tomllib.TOMLDecodeError as error:
        raise CatalogueError(path.name, "file", f"is not TOML: {error}", "not-toml", reason=error) from None
    return Cells(table, path.name, "file")
