"""The weekly report: frozen at the cut-off, issued on the next week's first working day, once a week."""

import dataclasses
from collections import Counter
from datetime import date, datetime, timedelta

from pydantic import TypeAdapter

from db.queries import digests, notices, outbox, people, reports, tasks
from db.tables import Digest, Task
from domain.calendar import ONE_DAY
from domain.facts import digest as facts
from domain.facts.overview import Overdue, Standing
from services import auditing, overview, planning, showing, tidings
from services.naming import Told, may_be_named, told_days
from services.office import Office
from services.rooms import LEADING
from services.saying import Rank, say

FACTS = TypeAdapter(facts.Digest)
BACK = timedelta(days=21)  # after a longer stop than any holiday only the last week is told


def make(office: Office) -> None:
    """Freezes the last week whose cut-off has come, and issues what is frozen and due."""
    notice = notices.current(office.session)
    if notice.given_on is None:
        return
    if (day := _closed_week(office)) and day >= notice.given_on:
        _drop_overtaken(office)
        _freeze(office, day)
    for row in digests.frozen(office.session):
        if issue_at(office, row.week) <= office.now == office.next_hour():
            _issue(office, row)


def next_due(office: Office) -> datetime | None:
    if notices.current(office.session).given_on is None:
        return None
    frozen = [max(issue_at(office, row.week), office.next_hour()) for row in digests.frozen(office.session)]
    day: date | None = None
    monday = _monday(office.today)
    while day is None or _cut_off(office, day) <= office.now:
        day = office.calendar.last_of_week(monday)
        monday += timedelta(weeks=1)
    return min([*frozen, _cut_off(office, day)])


def week_of(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _cut_off(office: Office, day: date) -> datetime:
    return office.rules.hours.at(day, office.rules.cut_off)


def _closed_week(office: Office) -> date | None:
    """The last working day of the newest week whose cut-off has come and that has no digest yet."""
    monday = _monday(office.today)
    while monday > office.today - BACK:
        day = office.calendar.last_of_week(monday)
        if day and _cut_off(office, day) <= office.now:
            return None if digests.of_week(office.session, week_of(day)) else day
        monday -= timedelta(weeks=1)
    return None


def issue_at(office: Office, week: str) -> datetime:
    """The first working day after the week, at the hour of issue."""
    sunday = date.fromisocalendar(int(week[:4]), int(week[6:]), 7)
    return office.rules.hours.at(office.calendar.shift(sunday, 1), office.rules.issue)


def _drop_overtaken(office: Office) -> None:
    """After a stop one digest is issued, not one for every week: its number goes to the newest."""
    in_vain = [row for row in digests.issued(office.session, since=office.now - BACK) if _never_left(office, row)]
    for row in [*digests.frozen(office.session), *in_vain]:
        if said := outbox.by_key(office.session, key_of(row)):
            said.state = "dropped"
        auditing.record(office, "drop digest", f"digest/{row.number}", week=row.week)
        office.session.delete(row)
    office.session.flush()


def _never_left(office: Office, row: Digest) -> bool:
    """Issued, but Telegram was away: nobody has it."""
    said = outbox.by_key(office.session, key_of(row))
    return said is not None and said.state == "pending" and said.attempt == 0


def _freeze(office: Office, day: date) -> None:
    before = digests.last(office.session)
    number = digests.last_number(office.session) + 1
    monday = _monday(day)
    then = dataclasses.replace(office, now=_cut_off(office, day))  # days count up to the cut-off, however late it is
    standing = overview.standing(then, public=issue_at(office, week_of(day)).date())
    late = overview.overdue(then)
    notice = notices.current(office.session)
    row = facts.Digest(
        campaign=office.rules.campaign,
        number=number,
        week=week_of(day),
        first=monday,
        last=monday + timedelta(days=6),
        cut_off=_cut_off(office, day),
        indicators=len(notices.indicators(office.session, notice.id)),
        standing=standing,
        change=_change(then, standing, before),
        behind=tuple(late),
        soon=_soon(office, monday + timedelta(days=7)),
        to_director=False,
    )
    office.session.add(
        Digest(
            number=number,
            week=row.week,
            state="frozen",
            facts=FACTS.dump_python(row, mode="json"),
            frozen_at=office.now,
        )
    )
    office.session.flush()
    auditing.record(office, "freeze digest", f"digest/{number}", week=row.week)


def _change(office: Office, now: Standing, before: Digest | None) -> facts.Change | None:
    """What has happened between two cut-offs, also what came and went between them; of 派驻组 it tells nothing."""
    if before is None:
        return None
    then = FACTS.validate_python(before.facts)
    since = office.rules.hours.today(then.cut_off)
    ranked = {unit.id for unit in people.units(office.session) if unit.ranked}
    fell_due = [t for t in tasks.due_in(office.session, since, office.today - ONE_DAY) if t.unit_id in ranked]
    done = [t for t in tasks.closed_between(office.session, then.cut_off, office.now) if t.unit_id in ranked]
    filed = reports.filed_of(office.session, {task.id for task in (*fell_due, *done)})

    def in_time(task: Task) -> bool:
        last = showing.closing(task, filed.get(task.id, []))
        return last is not None and bool(last.on_time)

    late = sum(1 for task in fell_due if not in_time(task))
    made_up = sum(1 for task in done if task.id in filed and not in_time(task))
    met = now.verdicts.get("met", 0) - then.standing.verdicts.get("met", 0)
    return facts.Change(max(0, met), late, made_up)


def _soon(office: Office, start: date) -> tuple[facts.Soon, ...]:
    """What falls due in the week in which the digest is read, whether it is open by now or not."""
    coming = planning.due_within(office, start, start + timedelta(days=6))
    return tuple(facts.Soon(title, plan.period.key, plan.due, n) for title, plan, n in coming)


def _issue(office: Office, row: Digest) -> None:
    """To the group; where none is bound to the director, so that nothing is lost."""
    row.state, row.issued_at = "issued", office.now
    review(office, row)
    auditing.record(office, "issue digest", f"digest/{row.number}")
    if room := people.room(office.session, LEADING):
        say(office, room.chat_id, "digest", {"digest": row.id}, key=key_of(row), rank=Rank.DIGEST, in_hours=True)
    else:
        to_director(office, row)


def key_of(row: Digest) -> str:
    """To the group: once a week, whatever happens."""
    return f"digest/{row.week}"


def to_director(office: Office, row: Digest) -> None:
    """Where the group cannot have it: on the director's card of the day, which opens it."""
    tidings.tell_director(office, "digest-ready", {"digest": row.id}, key=f"digest/{row.week}/director")


def review(office: Office, row: Digest) -> None:
    """Just before it goes out: who has filed since the cut-off is taken out, and whoever was not told by now."""
    found = FACTS.validate_python(row.facts)
    told = told_days(office)
    named = tuple(
        dataclasses.replace(o, told_on=told.get(o.task_id))  # at the cut-off it may still have been on its way
        for o in found.behind
        if _may_be_named(office, o, told)
    )
    counts = Counter(o.unit for o in named)
    better = {unit.unit for unit in found.standing.units if unit.overdue > counts[unit.unit]}
    standing = found.standing
    if better:
        then = dataclasses.replace(office, now=found.cut_off)  # nobody is red for what has grown old since
        now = {unit.unit: unit for unit in overview.standing(then, public=office.today).units}
        units = tuple(now.get(unit.unit, unit) if unit.unit in better else unit for unit in standing.units)
        standing = dataclasses.replace(standing, units=units)
    row.facts = FACTS.dump_python(dataclasses.replace(found, behind=named, standing=standing), mode="json")


def _may_be_named(office: Office, o: Overdue, told: Told) -> bool:
    """`days` are those at the cut-off: nobody is named for what has grown old since."""
    task = tasks.get(office.session, o.task_id)
    if o.days < office.rules.named_from or task is None:
        return False
    return may_be_named(office, task, people.unit(office.session, task.unit_id), office.today, told)


def shown(row: Digest, to_director: bool) -> facts.Digest:
    """As frozen and issued: the same words and figures years later."""
    return dataclasses.replace(FACTS.validate_python(row.facts), to_director=to_director)


def last_issued(office: Office) -> Digest | None:
    return digests.last_issued(office.session)
