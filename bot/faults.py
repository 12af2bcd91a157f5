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
    "code-twice": lambda **e: t("the code is there twice"),
    "no-units": lambda **e: t("there are no units"),
    "name-twice": lambda **e: t("the name or alias is used twice"),
    "no-group": lambda **e: t("only a group has members or a convenor"),
    "no-department": lambda **e: t("{key} names {name}, which is no department of this notice", **e),
    "no-member": lambda **e: t("the convenor {name} is no member", **e),
    "no-unit": lambda **e: t("{key} names {name}, which is no unit of this notice", **e),
    "seat-twice": lambda **e: t("seat {seat} is there twice", **e),
    "no-other-seat": lambda **e: t(
        "same_holder_as names {name}, which is no seat of another body that points back", **e
    ),
    "areas-numbered": lambda **e: t("the areas are to be numbered 1, 2, 3 …, and are {found}", **e),
    "number-twice": lambda **e: t("the number is there twice"),
    "no-indicators": lambda **e: t("it has no indicators"),
    "code-of-area": lambda **e: t("the code is to be {area}.item.indicator", **e),
    "no-convenor": lambda **e: t("the lead {name} is a group without a convenor", **e),
    "belong-together": lambda **e: t("files and files_cadence belong together"),
    "no-requirements": lambda **e: t("it has no requirements"),
    "requirement-twice": lambda **e: t("requirement {seq} is there twice", **e),
    "other-effects": lambda **e: t("the doubt about {field} has other effects than alternatives", **e),
    "no-effect": lambda **e: t("a doubt has the unknown effect {keys}", **e),
    "doubt-astray": lambda **e: t("a doubt is about {field}, which it does not have", **e),
    "parts-of-kind": lambda **e: t("requirement {seq}: a {kind} has {choices} parts, and here {n}", **e),
    "better-of-trend": lambda **e: t("requirement {seq}: better belongs to a trend, and a trend to it", **e),
    "file-number": lambda **e: t("number is {found}, and the name of the file says another", **e),
    "no-figure": lambda **e: t("target is to be a figure with the tag {tag}, and is {found}", **e),
    "a-figure": lambda **e: t("target is not to be a figure with the tag {tag}, and is {found}", **e),
    "op-of-tag": lambda **e: t("op {op} does not go with the tag {tag}", **e),
    "percent-sign": lambda **e: t("target {found} in the unit % is to be written with the sign: {found}%", **e),
    "used-twice": lambda **e: t("{key} is the same as that of another register", **e),
    "choices": lambda **e: t("a column of the kind choice has choices, and no other"),
    "unit-of-number": lambda **e: t("only a column of the kind number has a unit"),
    "coming-date": lambda **e: t("only a column of the kind date may be coming"),
    "choice-twice": lambda **e: t("the choice {name} is there twice", **e),
    "small-letters": lambda **e: t("key is to be small letters, and is {found}", **e),
    "key-long": lambda **e: t("key is to have {most} letters or fewer", **e),
    "no-indicator": lambda **e: t("told names {name}, which is no indicator of this notice", **e),
    "column-twice": lambda **e: t("the column {name} is there twice", **e),
    "first-date": lambda **e: t("the first column is to be a required date"),
    "heading-text": lambda **e: t("heading is to be a required column of the kind text"),
    "counts-only": lambda **e: t("it keeps counts only, and its column {name} is of the kind {kind}", **e),
    "printed-heading": lambda **e: t("what is printed is to have a heading"),
    "printed-readers": lambda **e: t("what is printed is to be read by leaders, and no view of it logged"),
    "once-yes-no": lambda **e: t("what is asked once is to have one column of yes or no"),
    "no-demand": lambda **e: t("it counts toward {indicator} {demand}, which this notice does not demand", **e),
    "no-entries": lambda **e: t("it counts toward {indicator} {demand}, which counts no entries", **e),
    "no-part": lambda **e: t("it counts toward {indicator} {demand}, which has no part {part}", **e),
    "never-is": lambda **e: t("it counts toward {indicator} where {column} is {value}, which it never is", **e),
}
# the first word of each part of a place, and what stands behind it
PLACES: Mapping[str, Callable[[str], str]] = {
    "indicator": lambda name: t("indicator {name}", name=name),
    "requirement": lambda name: t("requirement {name}", name=name),
    "doubt": lambda name: t("a doubt"),
    "item": lambda name: t("item {name}", name=name),
    "unit": lambda name: t("unit {name}", name=name),
    "post": lambda name: t("post {name}", name=name),
    "register": lambda name: t("register {name}", name=name),
    "column": lambda name: t("column {name}", name=name),
    "counts": lambda name: t("what counts toward {name}", name=name),
    "units": lambda name: t("the units"),
    "areas": lambda name: t("the areas"),
    "needs": lambda name: "needs",
    "when": lambda name: "when",
}
WHOLE = ("file", "catalogue")  # no place within it


def worded(error: Exception) -> str:
    """What a terminal is told of it; whatever has no code says so itself."""
    match error:
        case RecordsError():
            return RECORDS[error.code](where=error.where, **_said(error.about))
        case CatalogueError():
            what = NOTICE[error.code](**error.about)
            inside = t("{where}: {what}", where=placed(error.where), what=what) if error.where not in WHOLE else what
            return t("{where}: {what}", where=error.file, what=inside)
        case MissingFont():
            return t("{path}: the typeface is missing, or cannot be read", path=error.path)
        case OSError():
            return t("{where}: {what}", where=error.filename or t("system"), what=of_system(error))
        case _:
            return str(error)


def placed(where: str) -> str:
    """indicator 4.7.1, requirement 2: what a part is called is said here, which it is stands there."""
    said = ""
    for part in where.split(", "):
        word, _, name = part.partition(" ")
        found = PLACES[word](name)
        said = t("{where}, {within}", where=said, within=found) if said else found
    return said


def _said(about: Mapping[str, object]) -> dict[str, object]:
    return {name: of_system(value) if isinstance(value, OSError) else value for name, value in about.items()}
