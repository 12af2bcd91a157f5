"""工作简报: what the month's facts come to in words. Made in Chinese, whoever asks for it: that is what is filed."""

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import groupby

from bot.translator import Translator
from bot.views import names
from bot.views.bulletin_figures import annex, shortfalls
from bot.views.orders import matter
from bot.views.overview import ORDER
from domain.facts.bulletin import Area, Before, Bulletin, Filing, News, Reasons
from domain.facts.orders import Line
from domain.facts.overview import Overdue
from domain.facts.remarks import Remark
from domain.official import Block, Heading, Official, Paragraph, Table
from domain.orders import written

DEPARTMENTS = (41, 23, 23, 23, 23, 23)  # mm
ORDERS = (36, 13, 42, 24, 22, 19)


def words(facts: Bulletin, t: Translator) -> Official:
    day = facts.at.astimezone(t.zone).date()
    papers, named = facts.papers, t.full_day(day)
    return Official(
        masthead=papers.bulletin,
        number=written(papers.code, *facts.number) if facts.number else t("(for approval: the month is not over)"),
        day=day,
        day_text=named,
        title=t("{month} {campaign}: how it went", month=t.month_of_year(facts.month), campaign=facts.campaign),
        blocks=(Paragraph(_opening(facts, t)), *_sections(facts, t)),
        signer=papers.issuer,
        annexes=(annex(facts.areas, t),),
        annex_word=t("Annex"),
        colophon=(
            (t("To be read by: {whom}", whom=papers.to), ""),
            *(((t("Sent to: {whom}", whom=papers.copies), ""),) if papers.copies else ()),
            (papers.issuer, t("Printed {day}", day=named)),
        ),
    )


def _opening(facts: Bulletin, t: Translator) -> str:
    return t(
        "As {notice} asks, this tells of {campaign} in {month}. Figures are as of {moment}, as filed and reviewed.",
        notice=facts.notice,
        campaign=facts.campaign,
        month=t.month_of_year(facts.month),
        moment=t.moment(facts.at),
    )


def _sections(facts: Bulletin, t: Translator) -> Iterable[Block]:
    yield Heading(t("Overall"))
    yield Paragraph(_overall(facts, t))
    yield Heading(t("What was filed"))
    yield from _filing(facts, t)
    yield Heading(t("What is new"))
    yield from _each((_news(one, t) for one in facts.news), t("No news was entered this month."))
    yield Heading(t("Area by area"))
    for area in facts.areas:
        yield from _area(area, t)
    yield Heading(t("What stood in the way"))
    yield from _troubles(facts, t)
    yield Heading(t("Leaders' remarks and what became of them"))
    yield from _each(_remarks(facts, t), t("No remark of a leader this month."))
    yield Heading(t("Next month"))
    yield from _each(_due(facts, t), t("Nothing falls due next month."))


def _each(found: Iterable[str], nothing: str) -> Iterable[Block]:
    yield from [Paragraph(text) for text in found] or [Paragraph(nothing)]


def counts(verdicts: Mapping[str, int], t: Translator) -> str:
    """达标31项，未达标1项"""
    found = [
        t("{verdict} {n} items", verdict=names.verdict(t, verdict), n=verdicts[verdict])
        for verdict in ORDER
        if verdicts.get(verdict)
    ]
    return names.joined(t, *found)


def _overall(facts: Bulletin, t: Translator) -> str:
    said = t("Of {n} indicators: {counts}.", n=sum(facts.verdicts.values()), counts=counts(facts.verdicts, t))
    return said + (_changes(facts.before, facts.verdicts, t) if facts.before else "")


def _changes(before: Before, now: Mapping[str, int], t: Translator) -> str:
    found = []
    for verdict in ORDER:
        n = now.get(verdict, 0) - before.verdicts.get(verdict, 0)
        name = names.verdict(t, verdict)
        if n:
            found.append(
                t("{verdict} up by {n}", verdict=name, n=n) if n > 0 else t("{verdict} down by {n}", verdict=name, n=-n)
            )
    return t(
        "Since {day} (weekly report no. {number}): {changes}.",
        day=t.short_day(before.day),
        number=before.number,
        changes=names.joined(t, *found) or t("no change"),
    )


def _filing(facts: Bulletin, t: Translator) -> Iterable[Block]:
    if not facts.filings:
        yield Paragraph(t("Nothing was due this month."))
        return
    asked, on_time, late, overdue, left = _sums(facts.filings)
    yield Paragraph(
        t(
            "{asked} were due this month: {on_time} on time, {late} made up, {overdue} overdue, {left} in hand.",
            asked=asked,
            on_time=on_time,
            late=late,
            overdue=overdue,
            left=left,
        )
        + t("What is less than {n} working days overdue counts as in hand.", n=facts.named_from)
        + (t("{units} are asked, and not counted here.", units=t.items(list(facts.outside))) if facts.outside else "")
    )
    head = (t("department"), t("due"), t("on time"), t("made up"), t("overdue"), t("in hand"))
    rows = [_row(one.unit, (one.asked, one.on_time, one.late, one.overdue, one.left)) for one in facts.filings]
    yield Table(head, DEPARTMENTS, (*rows, _row(t("in all"), (asked, on_time, late, overdue, left))), frozenset({0}))


def _row(name: str, figures: Iterable[int]) -> tuple[str, ...]:
    return (name, *(str(figure) for figure in figures))


def _sums(filings: Iterable[Filing]) -> tuple[int, ...]:
    return tuple(
        sum(column) for column in zip(*((f.asked, f.on_time, f.late, f.overdue, f.left) for f in filings), strict=True)
    )


def _news(one: News, t: Translator) -> str:
    told = [
        t("{title} ({unit}, {day})", title=title.rstrip("。；"), unit=unit, day=t.short_day(day))
        for day, unit, title in one.entries
    ]
    more = t("and others") if one.n > len(told) else ""
    return t("{register} {n}: {entries}.", register=one.register, n=one.n, entries=names.clauses(t, *told) + more)


def _area(area: Area, t: Translator) -> Iterable[Block]:
    yield Heading(area.title, 2)
    yield Paragraph(_counted(area, t) + shortfalls(area, t))


def _counted(area: Area, t: Translator) -> str:
    n = sum(area.verdicts.values())
    if len(area.verdicts) == 1:
        (verdict,) = area.verdicts
        return t("{n} indicators, all of them {verdict}.", n=n, verdict=names.verdict(t, verdict))
    return t("{n} indicators: {counts}.", n=n, counts=counts(area.verdicts, t))


def _troubles(facts: Bulletin, t: Translator) -> Iterable[Block]:
    said = [
        _overdue(facts.overdue, t),
        _returned(facts.returned, facts.mended, t),
        t("{n} extensions were granted: {reasons}.", n=_n(facts.extended), reasons=_reasons(facts.extended, t))
        if facts.extended
        else None,
        _orders(facts, t),
    ]
    yield from _each(
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


def _remarks(facts: Bulletin, t: Translator) -> Iterable[str]:
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
    if row.done_on:
        return said + t("{unit} has done it on {day}.", unit=row.unit, day=t.short_day(row.done_on))
    assert row.day is not None
    return said + t("{unit} is at work on it, to be done by {day}.", unit=row.unit, day=t.short_day(row.day))


def _due(facts: Bulletin, t: Translator) -> Iterable[str]:
    for day, same in groupby(facts.due, lambda one: one.due):
        matters = [
            t("{matter} ({n} departments)", matter=names.matter(t, one.title, one.period), n=one.units) for one in same
        ]
        yield t("By {day}: {matters}.", day=t.day(day), matters=t.items(matters))
