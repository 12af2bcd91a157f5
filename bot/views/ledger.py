"""台账 in words: the indicators in the notice's own columns, and behind each every version of every report."""

from dataclasses import replace

from bot.translator import Translator
from bot.views import forms, names, readings
from bot.views.message import NUMBERS, lines
from domain.cadences import parse_period
from domain.facts import ledger, matters, overview, work
from domain.tables import Place, Table, Workbook

GROUPED = 2  # columns: area and item
NUMERALS = "一二三四五六七八九十"  # of areas, as a notice counts them
CENTRED = frozenset({3, 10, 11, 12, 13, 14})
HISTORY_CENTRED = frozenset({0, 2, 4, 5, 6, 9, 13})
QUARTERS = 4
DONE, RUNNING = ("on time", "struck", "settled"), ("open", "gathering", "disputed")


def words(facts: ledger.Ledger, t: Translator) -> Workbook:
    first, rows, links = _starts(facts), [], {}
    for n, row in enumerate(facts.rows):
        versions = sum(len(matter.versions) for matter in row.matters)
        if versions:
            links[n, len(_head(t)) - 1] = (1, first[n])
        rows.append((*_row(row, facts.year, t), t.many("{n} version", "{n} versions", versions) if versions else "—"))
    at = t.instant(facts.at)
    table = Table(
        name=t("ledger"),
        title=t("{campaign}: ledger of {year}", campaign=facts.campaign, year=str(facts.year)),
        subtitle=names.joined(t, facts.notice, t("As of {moment}", moment=at)),
        head=_head(t),
        widths=(12, 16, 34, 10, 14, 38, 22, 22, 22, 22, 9, 11, 9, 12, 10),
        rows=tuple(rows),
        merged=GROUPED,
        centred=CENTRED,
        links=links,
    )
    moment = facts.at.astimezone(t.zone)
    return Workbook((table, _history(facts, first, at, t)), moment, (t("page "), t(" of "), t(" pages")))


def _head(t: Translator) -> tuple[str, ...]:
    """The notice's own columns, in its order; behind them what is on record."""
    own = (
        t("area of the notice"),
        t("item of the notice"),
        t("indicator assessed"),
        t("lead department"),
        t("responsible departments"),
    )
    quarters = tuple(t("Q{part}", part=part) for part in range(1, QUARTERS + 1))
    return (*own, t("demands"), *quarters, t("result"), t("filing"), t("proof"), t("closing"), t("history"))


def _row(row: ledger.Row, year: int, t: Translator) -> tuple[str, ...]:
    view = row.view
    return (
        area(view),
        view.item,
        lines(f"{view.code} {view.title}", view.text),
        view.lead,
        t.items(list(view.responsible)),
        lines(*(_demand(n, one, t) for n, one in enumerate(view.requirements))),
        *(_quarter(row, year, part, t) for part in range(QUARTERS)),
        names.verdict(t, view.verdict),
        _filing(row, t),
        _proof(row, t),
        _closing(row, t),
    )


def area(view: overview.IndicatorView) -> str:
    """一、思想政治建设"""
    number = int(view.code.partition(".")[0])
    return f"{NUMERALS[number - 1]}、{view.area}" if number <= len(NUMERALS) else view.area


def _demand(n: int, one: overview.RequirementLine, t: Translator) -> str:
    """① 诉前调解案件成功率 ≥ 50%（院内设定）：达标"""
    marks = [t("suggested") if one.suggested else None, t("period set by the office") if one.office_set else None]
    mark = names.joined(t, *marks)
    number = NUMBERS[n] if n < len(NUMBERS) else f"({n + 1})"
    target = names.target(one.op, one.target, one.unit)
    return f"{number} {one.name}{target}" + (f"（{mark}）" if mark else "") + f"　{names.verdict(t, one.verdict)}"


def _quarter(row: ledger.Row, year: int, part: int, t: Translator) -> str:
    """What the lead has said of the periods that end in it, in force; of what is missing how late it is."""
    found = []
    for matter in row.matters:
        end = parse_period(matter.line.period).end
        if matter.part == "lead" and matter.step != "withdrawn" and (end.year, (end.month - 1) // 3) == (year, part):
            said = [text for version in matter.standing if (text := figures(version.form, t))]
            state = names.state(t, matter.line.state, matter.line.overdue)
            found.append(f"{names.period(t, matter.line.period)}：{lines(*said) if said else state}")
    return lines(*found)


def figures(form: work.Form, t: Translator) -> str:
    """What a version says, all of it."""
    if isinstance(form, work.Readings):
        return lines(*readings.answers(replace(form, wants_file=False, files=0), t))
    return forms.FORMS[type(form)].figures(form, t) or ""


def _filing(row: ledger.Row, t: Translator) -> str:
    """Of all departments' tasks: how many are on time, made up late, overdue, not due yet."""
    states = [matter.line.state for matter in row.matters if matter.step != "withdrawn"]
    counts = [
        (t("on time"), sum(state in DONE for state in states)),
        (t("made up late"), states.count("late")),
        (t("overdue"), states.count("overdue")),
        (t("not due yet"), sum(state in RUNNING for state in states)),
    ]
    return lines(*(f"{name} {n}" for name, n in counts if n)) or "—"


def _proof(row: ledger.Row, t: Translator) -> str:
    files = [file for matter in row.matters for file in matter.files]
    if not files:
        return "—"
    kept = sum(file.state == "kept" for file in files)
    lacking = len(files) - kept
    return lines(t.many("{n} file", "{n} files", kept), t("not to hand: {n}", n=lacking) if lacking else None)


def _closing(row: ledger.Row, t: Translator) -> str:
    struck = [matter for matter in row.matters if matter.step == "struck"]
    settled = [matter for matter in row.matters if matter.step == "settled"]
    counts = [
        t("struck off: {n}", n=len(struck)) if struck else None,
        t("settled for the period: {n}", n=len(settled)) if settled else None,
    ]
    return lines(*counts) or "—"


def _starts(facts: ledger.Ledger) -> list[int]:
    """Of each row the first one of its history."""
    found = [0]
    for row in facts.rows:
        found.append(found[-1] + sum(len(matter.versions) for matter in row.matters))
    return found


def _history(facts: ledger.Ledger, first: list[int], at: str, t: Translator) -> Table:
    rows: list[tuple[str, ...]] = []
    links: dict[Place, tuple[int, int]] = {}
    for n, row in enumerate(facts.rows):
        for matter in row.matters:
            for version in matter.versions:
                links[len(rows), 0] = (0, n)
                rows.append(_version(row, matter, version, t))
    return Table(
        name=t("history"),
        title=t("{campaign}: history of what was filed", campaign=facts.campaign),
        subtitle=names.joined(t, facts.notice, t("As of {moment}", moment=at)),
        head=(
            t("code"), t("indicator"), t("period"), t("department"), t("receipt number"), t("version"), t("filed at"),
            t("filed by"), t("what was filed"), t("in time"), t("confirmation"), t("review"), t("correction"),
            t("files"),
        ),
        widths=(8, 22, 11, 14, 15, 7, 18, 20, 56, 9, 24, 32, 18, 9),
        rows=tuple(rows),
        centred=HISTORY_CENTRED,
        links=links,
    )  # fmt: skip


def _version(row: ledger.Row, matter: matters.Matter, one: matters.Version, t: Translator) -> tuple[str, ...]:
    return (
        row.view.code,
        row.view.title,
        names.full_period(t, matter.line.period),
        matter.unit,
        one.number,
        str(one.version),
        t.instant(one.at),
        one.by,
        figures(one.form, t),
        t("on time") if one.on_time else t("late"),
        lines(one.confirmed[0], t.instant(one.confirmed[1])) if one.confirmed else "—",
        review(one, t) or "—",
        correction(one, t) or "—",
        str(sum(file.state == "kept" for file in one.files)),
    )


def review(one: matters.Version, t: Translator) -> str:
    if one.reviewed is None:
        return ""
    verdict, who, at, reason = one.reviewed
    said = t("accepted") if verdict == "accepted" else t("returned")
    return lines(names.joined(t, said, who, t.instant(at)), t("Reason: {reason}", reason=reason) if reason else None)


def correction(one: matters.Version, t: Translator) -> str:
    """What it corrects, and whether it stands."""
    state = {"corrected": t("corrected since"), "withdrawn": t("withdrawn"), "returned": t("returned")}.get(one.state)
    return lines(t("corrects {number}", number=one.corrects) if one.corrects else None, state)
