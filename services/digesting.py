"""The weekly report is frozen at the cut-off, and issues itself on the next week's first working day unless held."""

from datetime import date, datetime, timedelta

from db.queries import digests, notices, people, reports, tasks
from db.tables import Digest, Task
from domain.calendar import ONE_DAY
from domain.facts import digest as facts
from domain.facts.overview import Standing
from domain.verdicts import Verdict
from services import auditing, errata, frozen, issuing, overview, planning, previewing, showing, weeks
from services.office import Office
from services.vacancies import is_vacant

BACK = timedelta(days=21)  # after a longer stop than any holiday only the last week is told


def make(office: Office) -> None:
    """Freezes the last week whose cut-off has come, and issues what is frozen and due."""
    notice = notices.current(office.session)
    if notice.given_on is None:
        return
    if (day := _closed_week(office)) and day >= notice.given_on:
        for row in issuing.drop_overtaken(office, office.now - BACK):
            previewing.refresh(office, row)
        previewing.show(office, _freeze(office, day))
    for row in digests.frozen(office.session):
        if weeks.issue_at(office, row.week) <= office.now == office.next_hour():
            issuing.issue(office, row)
        if weeks.look_at(office, row.week) <= office.now:
            previewing.refresh(office, row)


def next_due(office: Office) -> datetime | None:
    if notices.current(office.session).given_on is None:
        return None
    waiting = [_next_look(office, row) for row in digests.frozen(office.session)]
    return min([*waiting, weeks.next_cut_off(office)])


def _next_look(office: Office, row: Digest) -> datetime:
    look = weeks.look_at(office, row.week)
    return look if look > office.now else max(weeks.issue_at(office, row.week), office.next_hour())


def _closed_week(office: Office) -> date | None:
    """The last working day of the newest week whose cut-off has come and that has no digest yet."""
    monday = weeks.monday(office.today)
    while monday > office.today - BACK:
        day = office.calendar.last_of_week(monday)
        if day and weeks.cut_off(office, day) <= office.now:
            return None if digests.of_week(office.session, weeks.name(day)) else day
        monday -= timedelta(weeks=1)
    return None


def _freeze(office: Office, day: date) -> Digest:
    before = digests.last(office.session)
    number = digests.last_number(office.session) + 1
    week, monday, cut_off = weeks.name(day), weeks.monday(day), weeks.cut_off(office, day)
    then = office.at(cut_off)  # days count up to the cut-off, however late it is
    standing = overview.standing(then, public=weeks.issue_day(office, week))
    notice, put_right = notices.current(office.session), errata.of(then)
    found = facts.Digest(
        campaign=office.rules.campaign,
        number=number,
        week=week,
        first=monday,
        last=monday + timedelta(days=6),
        cut_off=cut_off,
        indicators=len(notices.indicators(office.session, notice.id)),
        standing=standing,
        change=_change(then, standing, before),
        behind=tuple(overview.overdue(then)),
        soon=_soon(office, monday + timedelta(days=7)),
        errata=next((one for one in put_right if before and one.number == before.number), None),
        earlier=tuple(one for one in put_right if before and one.number != before.number),
    )
    row = Digest(number=number, week=week, state="frozen", facts={}, frozen_at=office.now)
    frozen.keep(row, found)
    office.session.add(row)
    office.session.flush()
    auditing.record(office, "freeze digest", f"digest/{number}", week=week)
    return row


def _change(office: Office, now: Standing, before: Digest | None) -> facts.Change | None:
    """What has happened between two cut-offs, also what came and went between them; of 派驻组 it tells nothing."""
    if before is None:
        return None
    then = frozen.read(before)
    since = office.rules.hours.today(then.cut_off)
    ranked = {unit.id for unit in people.units(office.session) if unit.ranked}
    due = [t for t in tasks.due_in(office.session, since, office.today - ONE_DAY) if t.unit_id in ranked]
    fell_due = [t for t in due if t.state != "open" or not is_vacant(office, t.unit_id)]
    done = [t for t in tasks.closed_between(office.session, then.cut_off, office.now) if t.unit_id in ranked]
    filed = reports.filed_of(office.session, {task.id for task in (*fell_due, *done)})

    def in_time(task: Task) -> bool:
        last = showing.closing(task, filed.get(task.id, []))
        return last is not None and bool(last.on_time)

    late = sum(1 for task in fell_due if not in_time(task))
    made_up = sum(1 for task in done if task.id in filed and not in_time(task))
    return facts.Change(len(_met(now) - _met(then.standing)), late, made_up, _lost(office, now, then.standing))


def _met(standing: Standing) -> set[str]:
    return {code for code, verdict in standing.codes.items() if verdict == Verdict.MET}


def _lost(office: Office, now: Standing, then: Standing) -> tuple[facts.Lost, ...]:
    """What the notice asks for no more is not lost."""
    found = notices.indicators(office.session, notices.current(office.session).id)
    gone = _met(then) - _met(now)
    return tuple(facts.Lost(row.code, row.title, now.codes[row.code]) for row in found if row.code in gone)


def _soon(office: Office, start: date) -> tuple[facts.Soon, ...]:
    """What falls due in the week in which the digest is read, whether it is open by now or not."""
    coming = planning.due_within(office, start, start + timedelta(days=6))
    return tuple(facts.Soon(title, plan.period.key, plan.due, n) for title, plan, n in coming)
