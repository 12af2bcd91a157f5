"""工作简报: the month from the records, as they were at its end. Whatever the leading group's chat may not read is not
in it.

Printed later it says the same, but for what was put right since.
"""

from collections import Counter
from datetime import date, time, timedelta

from dateutil.relativedelta import relativedelta

from db.queries import digests, notices, people
from domain.bulletin import number
from domain.cadences import parse_period
from domain.calendar import ONE_DAY
from domain.facts import bulletin as facts
from domain.facts.digest import Soon
from domain.paper import Told
from domain.verdicts import Verdict, together
from services import drilling, errata, frozen, judging, monthly, monthly_course, planning
from services.office import Office

A_MONTH = relativedelta(months=1)
A_MOMENT = timedelta(seconds=1)  # before midnight it is still the last day


def gather(office: Office, which: str, told: Told) -> facts.Bulletin | None:
    """Of a month such as 2026-11, otherwise of the last one, with figures as of its end, or as of now while it
    lasts. None where nothing was given out by its end, or it has not begun."""
    first = parse_period(which).start if which else office.today.replace(day=1) - A_MONTH
    after = first + A_MONTH
    notice = notices.current(office.session)
    if notice.given_on is None or not (first <= office.today and notice.given_on < after):
        return None
    hours = office.rules.hours
    end = hours.at(after, time())
    cut = min(office.now, end - A_MOMENT)
    span, then = monthly.Month(first, after, hours.at(first, time()), end, cut), office.at(cut)
    areas, filings = _areas(then), monthly.filings(then, span)
    remarks, read = monthly_course.remarks(office, span)
    returned, mended = monthly_course.returned(office, span)
    return facts.Bulletin(
        papers=office.rules.papers,
        campaign=office.rules.campaign,
        notice=notice.number,
        month=first,
        at=office.now,
        cut_off=cut,
        put_right=_put_right(office, then, areas),
        number=number(notice.given_on, first) if after <= office.today else None,
        named_from=office.rules.named_from,
        verdicts=_total(areas),
        before=_before(office, span),
        filings=filings,
        outside=tuple(unit.name for unit in people.units(office.session) if unit.kind == "outside"),
        vacant=monthly.vacant(then, filings),
        overdue=monthly.overdue(then),
        news=monthly_course.news(office, span),
        areas=areas,
        returned=returned,
        mended=mended,
        extended=monthly_course.extended(office, span),
        orders=monthly_course.orders(office, span),
        remarks=remarks,
        read=read,
        due=_due(office, after),
    )


def _put_right(office: Office, then: Office, areas: tuple[facts.Area, ...]) -> tuple[facts.PutRight, ...]:
    """Verdicts that would have been others, had it been known what was corrected or taken back since."""
    touched = errata.touched(office, errata.Span(then.now, then.now, office.now))
    if not touched:
        return ()
    said: dict[str, list[Verdict]] = {}
    for line in (line for area in areas for line in area.lines):
        said.setdefault(line.code, []).append(Verdict(line.demand.verdict))
    right = judging.all_of_them(then, begun=then.now).indicators
    was = {code: together(found) for code, found in said.items()}
    changed = [code for code in touched if code in was and code in right and right[code] != was[code]]
    return tuple(facts.PutRight(code, touched[code].title, was[code].value, right[code].value) for code in changed)


def _areas(office: Office) -> tuple[facts.Area, ...]:
    """By what was known at that moment, without what people wrote in their own words."""
    titles: dict[int, str] = {}
    lines: dict[int, list[facts.Line]] = {}
    verdicts: dict[int, dict[str, list[Verdict]]] = {}
    for indicator, one in judging.each(office, office.now):
        titles[indicator.area] = indicator.area_title
        demand = drilling.requirement(office, one, words=False)
        line = facts.Line(indicator.code, indicator.title, indicator.lead, demand)
        lines.setdefault(indicator.area, []).append(line)
        verdicts.setdefault(indicator.area, {}).setdefault(indicator.code, []).append(one.verdict)
    return tuple(
        facts.Area(
            title,
            Counter(together(found).value for found in verdicts[number].values()),
            tuple(lines[number]),
        )
        for number, title in titles.items()
    )


def _total(areas: tuple[facts.Area, ...]) -> Counter[str]:
    total: Counter[str] = Counter()
    for area in areas:
        total.update(area.verdicts)
    return total


def _before(office: Office, span: monthly.Month) -> facts.Before | None:
    """The last weekly report before the month; None where it was of another number of indicators."""
    row = digests.last_before(office.session, span.start)
    if row is None:
        return None
    found = frozen.read(row)
    now = notices.indicators(office.session, notices.current(office.session).id)
    day = office.rules.hours.today(found.cut_off)
    return facts.Before(found.number, day, found.standing.verdicts) if found.indicators == len(now) else None


def _due(office: Office, first: date) -> tuple[Soon, ...]:
    coming = planning.due_within(office, first, first + A_MONTH - ONE_DAY)
    return tuple(Soon(title, plan.period.key, plan.due, n) for title, plan, n in coming)
