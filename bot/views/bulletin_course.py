"""The course of a bulletin's month: what stood in the way, and leaders' remarks with what became of them."""

from collections import Counter
from collections.abc import Iterable
from itertools import groupby

from bot.translator import Translator
from bot.views import names
from bot.views.orders import matter
from domain.facts.bulletin import Bulletin, Reasons
from domain.facts.orders import Line
from domain.facts.overview import Overdue
from domain.facts.remarks import Remark
from domain.official import Block, Paragraph, Table

ORDERS = (36, 13, 42, 24, 22, 19)  # mm


def each(found: Iterable[str], nothing: str) -> Iterable[Block]:
    yield from [Paragraph(text) for text in found] or [Paragraph(nothing)]


def troubles(facts: Bulletin, t: Translator) -> Iterable[Block]:
    said = [
        _overdue(facts.overdue, t),
        _returned(facts.returned, facts.mended, t),
        t("{n} extensions were granted: {reasons}.", n=_n(facts.extended), reasons=_reasons(facts.extended, t))
        if facts.extended
        else None,
        _orders(facts, t),
    ]
    yield from each(
        (text for text in said if text),
        t("No return, extension or order this month, and nothing overdue that is to be named."),
    )
    if facts.orders:
        head = (t("order"), t("colour"), t("matter"), t("department"), t("until"), t("how far"))
        rows = tuple(
            (
                line.number,
                _colour(line, t),
                matter(line.matter, t),
                line.matter.unit,
                t.short_day(line.due) if line.due else "",
                _far(line, t),
            )
            for line in facts.orders
        )
        yield Table(head, ORDERS, rows, frozenset({2}))


def _overdue(found: tuple[Overdue, ...], t: Translator) -> str | None:
    """A matter with all the departments that are behind with it."""
    if not found:
        return None
    matters = []
    for _, same in groupby(sorted(found, key=_matter), _matter):
        rows = list(same)
        matters.append(
            t(
                "{matter} ({units}, {overdue})",
                matter=names.matter(t, rows[0].title, rows[0].period),
                units=t.items(list(dict.fromkeys(row.unit for row in rows))),
                overdue=names.overdue(t, max(row.days for row in rows)),
            )
        )
    return t("Overdue and reminded: {matters}.", matters=names.clauses(t, *matters))


def _matter(row: Overdue) -> tuple[int, str, str]:
    return -row.days, row.period, row.title


def _returned(returned: Reasons, mended: int, t: Translator) -> str | None:
    if not returned:
        return None
    n = _n(returned)
    return t(
        "{n} were returned, {mended} of them filed anew: {reasons}.", n=n, mended=mended, reasons=_reasons(returned, t)
    )


def _n(reasons: Reasons) -> int:
    return sum(n for _, n in reasons)


def _reasons(found: Reasons, t: Translator) -> str:
    said = [t("{reason}: {n}", reason=reason.rstrip("。") or t("other reasons"), n=n) for reason, n in found]
    return names.clauses(t, *said)


def _orders(facts: Bulletin, t: Translator) -> str | None:
    states = Counter(line.state for line in facts.orders)
    if not states:
        return None
    found = (
        t("{n} closed", n=states["done"]) if states["done"] else None,
        t("{n} raised", n=states["raised"]) if states["raised"] else None,
        t("{n} in hand", n=states["signed"]) if states["signed"] else None,
    )
    return t("{n} orders are on record: {states}, as below.", n=states.total(), states=names.joined(t, *found))


def _colour(line: Line, t: Translator) -> str:
    return {"blue": t("blue"), "yellow": t("yellow"), "red": t("red")}[line.matter.colour]


def _far(line: Line, t: Translator) -> str:
    if line.state == "signed":
        return names.overdue(t, line.overdue) if line.overdue else t("in hand")
    return t("closed") if line.state == "done" else t("raised")


def remarks(facts: Bulletin, t: Translator) -> Iterable[str]:
    yield from (_remark(row, t) for row in facts.remarks)
    if facts.read:
        yield t("{n} times a weekly report was read without a remark.", n=facts.read)


def _remark(row: Remark, t: Translator) -> str:
    said = t(
        "{title} wrote on {day} to weekly report no. {number}: “{text}”",
        title=row.title,
        day=t.short_day(row.at.astimezone(t.zone).date()),
        number=row.digest,
        text=" ".join(row.text.split()).rstrip("。"),
    )
    assert row.day is not None
    done = [(doer.unit, doer.done_on) for doer in row.doers if doer.done_on]
    left = [doer.unit for doer in row.doers if not doer.done_on]
    for unit, day in done:
        said += t("{unit} has done it on {day}.", unit=unit, day=t.short_day(day))
    if left:
        said += t("{unit} is at work on it, to be done by {day}.", unit=t.items(left), day=t.short_day(row.day))
    return said
