"""The catalogue becomes records: units, posts, indicators, requirements, doubts, and the days of the calendar."""

from datetime import date
from typing import Any

import chinese_calendar
from sqlmodel import Session, col, select

from catalogue import shipped
from db.tables import Day, Doubt, Indicator, Member, Notice, Post, Requirement, Unit
from domain import notice as read


def load_notice(session: Session, notice: read.Notice) -> Notice:
    """The notice on record; what is there already stays as it is."""
    known = session.exec(select(Notice).where(Notice.number == notice.number, Notice.edition == notice.edition)).first()
    if known:
        _complete(session, known, notice)
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
    session.add_all(Requirement(indicator_id=record.id, **_demand(r)) for r in indicator.requirements)
    session.add_all(Doubt(notice_id=row.id, code=indicator.code, **_doubt(doubt)) for doubt in indicator.doubts)


def _demand(r: read.Requirement) -> dict[str, Any]:
    same = ("seq", "name", "op", "target", "unit", "tag", "cadence", "period", "office_set", "deadline", "calculation")
    found = {name: getattr(r, name) for name in (*same, *ASKED)} | {"parts": list(r.parts)}
    value = (r.value.numerator, r.value.denominator) if r.value is not None else (None, None)
    return found | dict(zip(("num", "den"), value, strict=True))


ASKED = ("kind", "parts", "whole", "split", "better", "soft", "months", "none", "defined")


def _doubt(doubt: read.Doubt) -> dict[str, Any]:
    found = {name: getattr(doubt, name) for name in ("field", "printed", "reason", "reading")}
    effects = [{key: _plain(value) for key, value in effect.items()} for effect in doubt.effects]
    return found | {"alternatives": list(doubt.alternatives), "effects": effects}


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _complete(session: Session, row: Notice, notice: read.Notice) -> None:
    """Records of an older program do not say yet how a demand is asked, nor what an answer to a doubt changes."""
    query = select(Indicator, Requirement).join(Requirement, col(Requirement.indicator_id) == col(Indicator.id))
    lacking = session.exec(query.where(Indicator.notice_id == row.id, Requirement.kind == "")).all()
    if not lacking:
        return
    indicators = {indicator.code: indicator for indicator in notice.indicators}
    for indicator, record in lacking:
        shipped = next(r for r in indicators[indicator.code].requirements if r.seq == record.seq)
        for name in (*ASKED, "cadence"):
            setattr(record, name, _demand(shipped)[name])
    known = {(d.code, d.field): d for d in session.exec(select(Doubt).where(Doubt.notice_id == row.id))}
    for code, doubt in ((i.code, doubt) for i in notice.indicators for doubt in i.doubts):
        if found := known.get((code, doubt.field)):
            found.alternatives, found.effects = _doubt(doubt)["alternatives"], _doubt(doubt)["effects"]
        else:
            session.add(Doubt(notice_id=row.id, code=code, **_doubt(doubt)))


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
