"""Why something cannot be had, for whoever sits at the terminal: other rooms name a code, the sentence is said here."""

from collections.abc import Callable, Mapping

from bot.causes import of_system
from bot.tongue import t
from catalogue.cells import CatalogueError
from db.modes import RecordsError
from exports.font import MissingFont

Sentence = Callable[..., str]  # of what the error is about

RECORDS: Mapping[str, Sentence] = {
    "cannot-be-opened": lambda **e: t("{where}: cannot be opened ({reason})", **e),
    "no-database": lambda **e: t("{where}: is no database, or a damaged one ({reason})", **e),
    "cannot-be-reached": lambda **e: t("{where}: the database cannot be reached ({reason})", **e),
    "wrong-address": lambda **e: t("{where}: is no right address ({reason})", **e),
    "server-too-old": lambda **e: t("{where}: is PostgreSQL {found}; {needed} or newer is needed", **e),
    "other-collation": lambda **e: t(
        "{where}: is not in UTF8 with the collation C; create it with TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'",
        **e,
    ),
    "of-another-program": lambda **e: t("{where}: holds the tables of another program", **e),
    "newer-schema": lambda **e: t(
        "{where}: is at schema {found}, this program knows {known} and is too old for it", **e
    ),
    "other-schema": lambda **e: t("{where}: is at schema {found}, this program reads {known}", **e),
    "would-break": lambda **e: t("{where}: the new schema would break {n} references; nothing was changed", **e),
}
NOTICE: Mapping[str, Sentence] = {
    "no-such-notice": lambda **e: t("there is no such notice; there is {known}", **e),
    "no-file": lambda **e: t("the file is missing"),
    "not-utf-8": lambda **e: t("the file is not in UTF-8"),
    "not-toml": lambda **e: t("the file is no TOML ({reason})", **e),
    "missing": lambda **e: t("{key} is missing", **e),
    "empty": lambda **e: t("{key} is empty", **e),
    "unknown": lambda **e: t("there is no key {keys}", **e),
    "twice": lambda **e: t("{key} names something twice", **e),
    "no-choice": lambda **e: t("{key} is to be one of {choices}, and is {found}", **e),
    "less-than-1": lambda **e: t("{key} is to be 1 or more, and is {found}", **e),
    "texts": lambda **e: t("{key} is to be a list of texts", **e),
    "tables": lambda **e: t("{key} is to be a list of tables", **e),
    "str": lambda **e: t("{key} is to be a text, and is {found}", **e),
    "int": lambda **e: t("{key} is to be a whole number, and is {found}", **e),
    "bool": lambda **e: t("{key} is to be true or false, and is {found}", **e),
    "date": lambda **e: t("{key} is to be a date, and is {found}", **e),
    "list": lambda **e: t("{key} is to be a list, and is {found}", **e),
    "dict": lambda **e: t("{key} is to be a table, and is {found}", **e),
}


def worded(error: Exception) -> str:
    """What a terminal is told of it; whatever has no code says so itself."""
    match error:
        case RecordsError():
            return RECORDS[error.code](where=error.where, **_said(error.about))
        case CatalogueError(code=code) if code:
            place = error.file if error.where in ("file", "catalogue") else f"{error.file}: {error.where}"
            return t("{where}: {what}", where=place, what=NOTICE[code](**error.about))
        case MissingFont():
            return t("{path}: the typeface is missing, or cannot be read", path=error.path)
        case OSError():
            return t("{where}: {what}", where=error.filename or t("system"), what=of_system(error))
        case _:
            return str(error)


def _said(about: Mapping[str, object]) -> dict[str, object]:
    return {name: of_system(value) if isinstance(value, OSError) else value for name, value in about.items()}
