"""The catalogue becomes records: units, posts, indicators, requirements, doubts, and the days of the calendar."""

from datetime import date

import chinese_calendar
from sqlmodel import Session, select

from catalogue import shipped
from db.tables import Day, Doubt, Indicator, Member, Notice, Post, Requirement, Unit
from domain import notice as read


def load_notice(session: Session, notice: read.Notice) -> Notice:
    """The notice on record; what is there already stays as it is."""
    known = session.exec(select(Notice).where(Notice.number == notice.number, Notice.edition == notice.edition)).first()
    if known:
        return known
    units = _units(session, notice)
    for post in (*notice.posts, *shipped.contacts(notice)):
        session.add(
            Post(
                unit_id=units[post.unit].id,
                title=post.title,
                body=post.body,
                seat=post.seat,
                role=post.role,
                part=post.part,
                same_holder_as=post.same_holder_as,
            )
        )
    row = Notice(
        number=notice.number,
        edition=notice.edition,
        title=notice.title,
        body=notice.body,
        issued=notice.issued,
        state="loaded",
    )
    session.add(row)
    session.flush()
    for area in notice.areas:
        for item in area.items:
            for indicator in item.indicators:
                _indicator(session, row, area, item, indicator)
    session.flush()
    return row


def _units(session: Session, notice: read.Notice) -> dict[str, Unit]:
    rows = {
        unit.name: Unit(
            name=unit.name,
            kind=unit.kind,
            aliases=list(unit.aliases),
            shares_staff_with=unit.shares_staff_with,
            ranked=unit.ranked,
            position=position,
        )
        for position, unit in enumerate(notice.units)
    }
    session.add_all(rows.values())
    session.flush()
    for unit in notice.units:
        for member in unit.members:
            session.add(
                Member(
                    group_id=rows[unit.name].id,
                    unit_id=rows[member].id,
                    since=notice.issued,
                    convenor=unit.convenor == member,
                )
            )
    return rows


def _indicator(session: Session, row: Notice, area: read.Area, item: read.Item, indicator: read.Indicator) -> None:
    record = Indicator(
        notice_id=row.id,
        code=indicator.code,
        area=area.number,
        area_title=area.title,
        area_short=area.short,
        item_number=item.number,
        item_title=item.title,
        title=indicator.title,
        measure=indicator.measure,
        evidence=list(indicator.evidence),
        confidence=indicator.confidence,
        source_line=indicator.source_line,
        note=indicator.note,
        lead=indicator.lead,
        responsible=list(indicator.responsible),
        files=indicator.files,
        files_cadence=indicator.files_cadence,
    )
    session.add(record)
    session.flush()
    for r in indicator.requirements:
        session.add(
            Requirement(
                indicator_id=record.id,
                seq=r.seq,
                name=r.name,
                op=r.op,
                num=r.value.numerator if r.value is not None else None,
                den=r.value.denominator if r.value is not None else None,
                target=r.target,
                unit=r.unit,
                tag=r.tag,
                cadence=r.cadence,
                period=r.period,
                office_set=r.office_set,
                deadline=r.deadline,
                calculation=r.calculation,
            )
        )
    for doubt in indicator.doubts:
        session.add(
            Doubt(
                notice_id=row.id,
                code=indicator.code,
                field=doubt.field,
                printed=doubt.printed,
                reason=doubt.reason,
                reading=doubt.reading,
                alternatives=list(doubt.alternatives),
            )
        )


PUBLISHED = "国务院办公厅节假日安排"
EXPECTED = "法定节日（推算，放假安排尚未公布）"
# 1 January, 1 and 2 May, 1 to 3 October are off by law; the lunar ones and 调休 wait for the notice
FIXED = ((1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3))
YEARS_AHEAD = 2


def known_until() -> date:
    """The last day that a published notice covers."""
    return date(max(day.year for day in chinese_calendar.workdays), 12, 31)


def published_days() -> dict[date, tuple[bool, str]]:
    """Days that differ from Monday to Friday: day → worked or not, and who says so."""
    until = known_until()
    days = {day: (False, PUBLISHED) for day in chinese_calendar.holidays if day.weekday() < 5}
    days |= {day: (True, PUBLISHED) for day in chinese_calendar.workdays if day.weekday() >= 5}
    for year in range(until.year + 1, until.year + 1 + YEARS_AHEAD):
        days |= {date(year, month, day): (False, EXPECTED) for month, day in FIXED}
    return days


def load_days(session: Session, days: dict[date, tuple[bool, str]]) -> None:
    """A day on record stays: the office may have amended it. A guess gives way to the published notice."""
    known = {row.on: row for row in session.exec(select(Day))}
    for day, (working, source) in days.items():
        if day not in known:
            session.add(Day(on=day, working=working, source=source))
        elif known[day].source == EXPECTED:
            known[day].working, known[day].source = working, source
    session.flush()
