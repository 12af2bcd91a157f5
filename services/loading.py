"""The catalogue becomes records: indicators, requirements, doubts, and the days of the calendar."""

from datetime import date
from typing import Any

import chinese_calendar
from sqlmodel import Session, col, select

from db.queries import notices
from db.tables import Day, Doubt, Indicator, Notice, Requirement
from domain import notice as read
from services.housing import add_posts, add_units


def load_notice(session: Session, notice: read.Notice) -> Notice:
    """The notice on record; what is there already stays as it is, and so does another one that was published since."""
    known = session.exec(select(Notice).where(Notice.number == notice.number, Notice.edition == notice.edition)).first()
    if known:
        _complete(session, known, notice)
        return known
    standing = session.exec(select(Notice).order_by(col(Notice.id).desc())).first()
    if standing is not None and standing.number:
        return standing
    add_units(session, notice, notice.issued)
    add_posts(session, notice)
    if standing is not None:
        standing.state = "ended"
    return add_notice(session, notice, "loaded")


def add_notice(session: Session, notice: read.Notice, state: str) -> Notice:
    """With its indicators."""
    row = add_head(session, notice, state)
    for area in notice.areas:
        for item in area.items:
            for indicator in item.indicators:
                add_indicator(session, row, area, item, indicator)
    session.flush()
    return row


def add_head(session: Session, notice: read.Notice, state: str) -> Notice:
    """Without indicators; printed once more under one number it is the next edition."""
    row = Notice(
        number=notice.number,
        edition=notices.next_edition(session, notice.number, notice.edition),
        title=notice.title,
        body=notice.body,
        issued=notice.issued,
        state=state,
    )
    session.add(row)
    session.flush()
    return row


def add_indicator(
    session: Session, row: Notice, area: read.Area, item: read.Item, indicator: read.Indicator
) -> Indicator:
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
        text=indicator.text,
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
    session.add_all(Requirement(indicator_id=record.id, **demand_values(r)) for r in indicator.requirements)
    session.add_all(Doubt(notice_id=row.id, code=indicator.code, **_doubt(doubt)) for doubt in indicator.doubts)
    return record


def demand_values(r: read.Requirement) -> dict[str, Any]:
    found = {name: getattr(r, name) for name in SAME} | {"parts": list(r.parts)}
    value = (r.value.numerator, r.value.denominator) if r.value is not None else (None, None)
    return found | dict(zip(("num", "den"), value, strict=True))


ASKED = ("kind", "parts", "whole", "split", "better", "soft", "months", "none", "defined", "outside", "verifier")
HEAD = ("seq", "name", "op", "target", "unit", "tag", "cadence", "period", "office_set", "deadline", "calculation")
SAME = (*HEAD, *(name for name in ASKED if name != "parts"))  # a demand on record says these as the catalogue does


def _doubt(doubt: read.Doubt) -> dict[str, Any]:
    found = {name: getattr(doubt, name) for name in ("field", "printed", "reason", "reading")}
    effects = [{key: _plain(value) for key, value in effect.items()} for effect in doubt.effects]
    return found | {"alternatives": list(doubt.alternatives), "effects": effects}


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _complete(session: Session, row: Notice, notice: read.Notice) -> None:
    """Records of an older program do not say yet what is printed, how a demand is asked and who decides it, what an
    answer changes."""
    printed = {indicator.code: indicator.text for indicator in notice.indicators}
    for mute in session.exec(select(Indicator).where(Indicator.notice_id == row.id, Indicator.text == "")):
        mute.text = printed.get(mute.code, "")
    query = select(Indicator, Requirement).join(Requirement, col(Requirement.indicator_id) == col(Indicator.id))
    query = query.where(Indicator.notice_id == row.id)
    told = {(one.code, r.seq): r for one in notice.indicators for r in one.requirements if r.outside or r.verifier}
    for indicator, record in session.exec(query.where(col(Indicator.code).in_({code for code, _ in told}))):
        if shipped := told.get((indicator.code, record.seq)):
            record.outside, record.verifier = shipped.outside, shipped.verifier
    lacking = session.exec(query.where(Requirement.kind == "")).all()
    if not lacking:
        return
    indicators = {indicator.code: indicator for indicator in notice.indicators}
    for indicator, record in lacking:
        shipped = next(r for r in indicators[indicator.code].requirements if r.seq == record.seq)
        for name in (*ASKED, "cadence"):
            setattr(record, name, demand_values(shipped)[name])
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
