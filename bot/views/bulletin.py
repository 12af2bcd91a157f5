"""工作简报: what the month's facts come to in words. Made in Chinese, whoever asks for it: that is what is filed."""

from collections.abc import Iterable, Mapping
from itertools import groupby

from bot.translator import Translator
from bot.views import names
from bot.views.bulletin_course import each, remarks, troubles
from bot.views.bulletin_figures import annex, shortfalls
from bot.views.overview import ORDER
from domain.facts.bulletin import Area, Before, Bulletin, Filing, News, PutRight
from domain.official import Block, Heading, Official, Paragraph, Table
from domain.orders import written

DEPARTMENTS = (41, 23, 23, 23, 23, 23)  # mm


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
        moment=t.moment(facts.cut_off),
    )


def _sections(facts: Bulletin, t: Translator) -> Iterable[Block]:
    yield Heading(t("Overall"))
    yield Paragraph(_overall(facts, t))
    if facts.put_right:
        changes = names.clauses(t, *(_corrected(one, t) for one in facts.put_right))
        yield Paragraph(t("Put right after the month: {changes}.", changes=changes))
    yield Heading(t("What was filed"))
    yield from _filing(facts, t)
    yield Heading(t("What is new"))
    yield from each((_news(one, t) for one in facts.news), t("No news was entered this month."))
    yield Heading(t("Area by area"))
    for area in facts.areas:
        yield from _area(area, t)
    yield Heading(t("What stood in the way"))
    yield from troubles(facts, t)
    yield Heading(t("Leaders' remarks and what became of them"))
    yield from each(remarks(facts, t), t("No remark of a leader this month."))
    yield Heading(t("Next month"))
    yield from each(_due(facts, t), t("Nothing falls due next month."))


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


def _corrected(one: PutRight, t: Translator) -> str:
    said, right = names.verdict(t, one.said), names.verdict(t, one.right)
    return t("{title} ({code}) is {right} instead of {said}", title=one.title, code=one.code, said=said, right=right)


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
        + _vacant(facts.vacant, t)
        + (t("{units} are asked, and not counted here.", units=t.items(list(facts.outside))) if facts.outside else "")
    )
    head = (t("department"), t("due"), t("on time"), t("made up"), t("overdue"), t("in hand"))
    rows = [_row(one.unit, (one.asked, one.on_time, one.late, one.overdue, one.left)) for one in facts.filings]
    yield Table(head, DEPARTMENTS, (*rows, _row(t("in all"), (asked, on_time, late, overdue, left))), frozenset({0}))


def _vacant(units: tuple[str, ...], t: Translator) -> str:
    if not units:
        return ""
    return t(
        "{units}: without a contact, nobody can be asked there; it is not counted as overdue.",
        units=t.items(list(units)),
    )


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


def _due(facts: Bulletin, t: Translator) -> Iterable[str]:
    for day, same in groupby(facts.due, lambda one: one.due):
        matters = [
            t("{matter} ({n} departments)", matter=names.matter(t, one.title, one.period), n=one.units) for one in same
        ]
        yield t("By {day}: {matters}.", day=t.day(day), matters=t.items(matters))
