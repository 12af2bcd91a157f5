"""A newer notice comes into force on record: indicators keep their row and history, demands get a time."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from catalogue.reading.rereading import is_read
from db.queries import amendments, assignments, notices, slices, tasks
from db.tables import Indicator, Notice, Requirement
from domain import notice as read
from domain.amendment import DemandChange, Pair, squeezed, words
from domain.calendar import ONE_DAY
from domain.validity import first_day, handover
from services import auditing, demands, loading, moving, reminding
from services.office import Office


def standing(office: Office) -> dict[str, tuple[Indicator, read.Indicator]]:
    """What is demanded now, by code: the record, and the same as the catalogue would say it."""
    notice = notices.current(office.session)
    rows: dict[int, list[Requirement]] = {}
    for indicator, row in notices.all_requirements(office.session, notice.id):
        rows.setdefault(indicator.id, []).append(row)
    found = notices.indicators(office.session, notice.id)
    return {one.code: (one, _as_read(one, rows.get(one.id, []))) for one in found}


def _as_read(row: Indicator, rows: list[Requirement]) -> read.Indicator:
    return read.Indicator(
        code=row.code,
        title=row.title,
        measure=row.measure,
        lead=row.lead,
        responsible=tuple(row.responsible),
        requirements=tuple(_demand_as_read(one) for one in rows),
        text=row.text,
    )


def _demand_as_read(row: Requirement) -> read.Requirement:
    same = {name: getattr(row, name) for name in loading.SAME}
    return read.Requirement(**same, value=row.value, parts=tuple(row.parts))


def rewrite(row: Indicator, notice: Notice, area: read.Area, item: read.Item, pair: Pair) -> None:
    """Where it stands now and what it says; titles that people gave stay as long as the words do."""
    new, is_said_alike = pair.new, words(pair.old) == words(pair.new)
    if squeezed(row.area_title) != squeezed(area.title):
        row.area_short = area.short
    if not (is_said_alike and row.item_number == item.number):
        row.item_title = item.title
    if not is_said_alike and is_read(pair.old):
        row.title = new.title
    row.notice_id, row.code, row.source_line, row.confidence = notice.id, new.code, new.source_line, "high"
    row.area, row.area_title, row.item_number, row.text = area.number, area.title, item.number, new.text or row.text


def amend_demands(office: Office, row: Indicator, pair: Pair) -> None:
    """Closed periods keep their rule; open ones are asked by the new one, and what nobody asks for is withdrawn."""
    before = {one.seq: one for one in notices.requirements(office.session, row.id)}
    seq = max((one.seq for one in notices.all_rules(office.session, row.id)), default=0)
    for change in pair.demands:
        old = before[change.old.seq] if change.old else None
        if change.new is None:
            assert old is not None
            _end(office, row, old)
        elif old is None:
            seq += 1
            _begin(office, row, change.new, seq)
        else:
            _replace(office, row, old, change, pair)
        data = {"old": change.old and change.old.target, "new": change.new and change.new.target}
        auditing.record(office, "amend demand", f"indicator/{row.code}", name=(change.new or change.old).name, **data)  # type: ignore[union-attr]
    office.session.flush()
    demands.forget(office)


def _begin(office: Office, indicator: Indicator, new: read.Requirement, seq: int) -> None:
    values = loading.demand_values(new) | {"seq": seq, "since": _since(office, new.cadence, new.deadline)}
    office.session.add(Requirement(indicator_id=indicator.id, **values))


def _end(office: Office, indicator: Indicator, old: Requirement) -> None:
    if not is_once(office, old.cadence):
        old.until = _since(office, old.cadence, None)
        return
    day = demands.date_of(office, old)
    old.until = day + ONE_DAY if amendments.is_filed(office.session, indicator.id, old.cadence, day) else day


def _replace(office: Office, indicator: Indicator, old: Requirement, change: DemandChange, pair: Pair) -> None:
    """A second row with the same number; one that never held for a closed period is changed in place."""
    values = _amended(old, change, keeps_name=not is_read(pair.old))
    until, since = _handed_over(office, indicator, old, values)
    if notices.current(office.session).given_on is None or old.since == since:
        for name, value in values.items():
            setattr(old, name, value)
        return
    old.until = until
    new = Requirement(indicator_id=indicator.id, seq=old.seq, since=since, **values)
    office.session.add(new)
    office.session.flush()
    amendments.carry_over(office.session, old, new, since)


def _amended(old: Requirement, change: DemandChange, *, keeps_name: bool) -> dict[str, Any]:
    """What is asked is the newer notice's; how it is asked stays, as far as that still fits."""
    assert change.old is not None
    assert change.new is not None
    values = {name: getattr(old, name) for name in (*loading.SAME, "num", "den", "parts")}
    new = loading.demand_values(change.new)
    asked = ["op", "num", "den", "target", "unit", "tag", "deadline", "soft", "better"]
    if old.kind != change.new.kind or not (keeps_name or squeezed(old.name) == squeezed(change.new.name)):
        asked += ["name", "kind", "parts", "whole", "calculation"]
    if not (old.office_set and change.new.office_set) or old.deadline != change.new.deadline:
        asked += ["period", "office_set", "cadence"]
    values |= {name: new[name] for name in asked}
    del values["seq"]
    return values


def _handed_over(office: Office, row: Indicator, old: Requirement, new: dict[str, Any]) -> tuple[date, date]:
    if is_once(office, old.cadence) and is_once(office, new["cadence"]):
        was = demands.date_of(office, old)
        filed = amendments.is_filed(office.session, row.id, old.cadence, was)
        return handover(was, new["deadline"] or was, office.today, filed=filed)
    since = _since(office, new["cadence"], new["deadline"])
    return (demands.date_of(office, old) if is_once(office, old.cadence) else _since(office, old.cadence, None)), since


def _since(office: Office, cadence: str, deadline: date | None) -> date:
    found = office.rules.cadences.get(cadence)
    if found is None or found.every == "once":
        return min(office.today, deadline or office.today)
    return first_day(found, office.today, office.calendar)


def is_once(office: Office, cadence: str) -> bool:
    found = office.rules.cadences.get(cadence)
    return found is None or found.every == "once"


def look_at_tasks(office: Office, indicator: Indicator) -> None:
    """Open ones that are asked by the new rule show it; those that nothing is asked by any more are withdrawn."""
    parts = slices.of_indicator(office.session, indicator.id)
    for task in (*parts, *tasks.of_lead(office.session, indicator.id)):
        if task.state != "open" or task.form not in ("readings", "register"):
            continue
        if demands.of_task(office, task):
            task.rev += 1
            reminding.refresh(office, task)
        else:
            moving.withdraw(office, task)


def end(office: Office, indicator: Indicator) -> None:
    """Nobody has it any more; what was filed stays on record."""
    for receipt in _receipts(office, indicator):
        receipt.ended_on = office.today
    for task in amendments.open_tasks(office.session, indicator.id):
        moving.withdraw(office, task)
    auditing.record(office, "end indicator", f"indicator/{indicator.code}")


def _receipts(office: Office, indicator: Indicator) -> Iterator[Any]:
    for part in ("lead", "responsible", "files"):
        for receipt, _ in assignments.receipts_of(office.session, indicator.id, part):
            if receipt.ended_on is None:
                yield receipt
