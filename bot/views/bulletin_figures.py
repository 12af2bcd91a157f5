"""The figures of a bulletin: what falls short in an area, and every demand with its figure and where that is from."""

from collections.abc import Iterator

from bot.translator import Translator
from bot.views import names
from bot.views.indicator import value
from domain.facts.bulletin import Area, Line
from domain.facts.overview import RequirementLine
from domain.official import Annex, Paragraph, Table

COLUMNS = (13, 40, 22, 21, 18, 16, 26)  # mm
NONE = "—"


def shortfalls(area: Area, t: Translator) -> str:
    """What is not met, with its figure; what waits for a person's word."""
    missed = [_missed(line, t) for line in area.lines if line.demand.verdict == "not met"]
    waiting = [t("{name} ({code})", name=line.demand.name, code=line.code) for line in area.lines if _waits(line)]
    return (t("Not met: {matters}.", matters=names.clauses(t, *missed)) if missed else "") + (
        t("To be decided: {matters}.", matters=t.items(waiting)) if waiting else ""
    )


def _waits(line: Line) -> bool:
    return line.demand.verdict == "undecided"


def _missed(line: Line, t: Translator) -> str:
    row = line.demand
    now = t("{name} ({code}) is {value}", name=row.name, code=line.code, value=value(row, t) or NONE)
    return names.joined(t, now, _asked(row, t), t("led by {unit}", unit=line.lead))


def _asked(row: RequirementLine, t: Translator) -> str:
    """In words: 要求不低于50%"""
    target = row.target + (names.spaced(row.unit) if row.target[:1].isdigit() else "")
    match row.op:
        case ">=":
            return t("asked: not below {target}", target=target)
        case ">":
            return t("asked: above {target}", target=target)
        case "<=":
            return t("asked: not above {target}", target=target)
        case "<":
            return t("asked: below {target}", target=target)
        case _:
            return t("asked: {target}", target=target)


def annex(areas: tuple[Area, ...], t: Translator) -> Annex:
    head = (t("no."), t("demand"), t("lead"), t("target"), t("figure"), t("verdict"), t("from"))
    rows = tuple(row for area in areas for row in _rows(area, t))
    return Annex(
        t("Indicators and their figures"),
        (
            Paragraph(t("Targets with * are suggested, inferred from wording.")),
            Table(head, COLUMNS, rows, frozenset({1})),
        ),
    )


def _rows(area: Area, t: Translator) -> Iterator[tuple[str, ...]]:
    yield (area.title,)
    for line in area.lines:
        row = line.demand
        figure, verdict = value(row, t) or NONE, names.verdict(t, row.verdict)
        yield line.code, row.name, line.lead, _marked(row), figure, verdict, _source(row, t)


def _target(row: RequirementLine) -> str:
    return names.target(row.op, row.target, row.unit).replace(" ", "") or row.target


def _marked(row: RequirementLine) -> str:
    """A figure that was inferred from wording is no demand of the notice."""
    target = _target(row)
    return f"{target}*" if row.suggested else target


def _source(row: RequirementLine, t: Translator) -> str:
    """The receipt by which whoever inspects it finds the report; of entries how many there are."""
    if row.entries:
        return t("entries: {n}", n=len(row.entries))
    if not row.receipts:
        return NONE
    number, _ = row.receipts[-1]
    n = len(row.receipts)
    return t("{number}, one of {n}", number=number, n=n) if n > 1 else number
