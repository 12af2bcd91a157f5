"""A weekly report is issued: looked at once more, to the leading group's chat, once a week whatever happens."""

import dataclasses
from collections import Counter
from datetime import date, datetime

from db.queries import digests, outbox, people, tasks
from db.tables import Digest
from domain.facts import digest as facts
from domain.facts.overview import Overdue, Standing
from services import auditing, frozen, overview, tidings, weeks
from services.naming import Told, may_be_named, told_days
from services.office import Office
from services.rooms import LEADING
from services.saying import Rank, say


def key_of(row: Digest) -> str:
    """To the group: once a week, whatever happens."""
    return f"digest/{row.week}"


def issue(office: Office, row: Digest) -> None:
    """To the group; where none is bound to the director, so that nothing is lost."""
    row.state, row.issued_at, row.rev = "issued", office.now, row.rev + 1
    review(office, row)
    auditing.record(office, "issue digest", f"digest/{row.number}", week=row.week)
    if room := people.room(office.session, LEADING):
        say(office, room.chat_id, "digest", {"digest": row.id}, key=key_of(row), rank=Rank.DIGEST, in_hours=True)
    else:
        to_director(office, row)


def to_director(office: Office, row: Digest) -> None:
    """Where the group cannot have it: on the director's card of the day, which opens it."""
    tidings.tell_director(office, "digest-ready", {"digest": row.id}, key=f"digest/{row.week}/director")


def day_of(office: Office, row: Digest) -> date:
    """On which the group reads it: one that is issued as soon as the office is open, a draft never before the day after
    its week."""
    if row.state == "issued":
        return office.rules.hours.today(office.next_hour())
    return max(office.today, weeks.issue_day(office, row.week))


def drop_overtaken(office: Office, since: datetime) -> list[Digest]:
    """What was held all week, or waited for a bot that was off: one digest is issued, not one for every week, and its
    number goes to the newest."""
    in_vain = [row for row in digests.issued(office.session, since=since) if _never_left(office, row)]
    found = [*digests.waiting(office.session), *in_vain]
    for row in found:
        if said := outbox.by_key(office.session, key_of(row)):
            said.state = "dropped"
        auditing.record(office, "drop digest", f"digest/{row.number}", week=row.week)
        row.state, row.number, row.issued_at, row.rev = "dropped", None, None, row.rev + 1
    office.session.flush()
    return found


def _never_left(office: Office, row: Digest) -> bool:
    """Issued, but Telegram was away: nobody has it."""
    said = outbox.by_key(office.session, key_of(row))
    return said is not None and said.state == "pending" and said.attempt == 0


def review(office: Office, row: Digest) -> None:
    """Just before it goes out: what is frozen from now on is what is read."""
    frozen.keep(row, reviewed(office, frozen.read(row), day_of(office, row)))


def reviewed(office: Office, found: facts.Digest, on: date) -> facts.Digest:
    """As the group may see it on that day, text and picture, without what the director leaves out."""
    left_out = tuple(one for one in found.left_out if any(_is_owed(office, task_id) for task_id in one.task_ids))
    hidden = frozenset(task_id for one in left_out for task_id in one.task_ids)
    named = tuple(o for o in nameable(office, found, on) if o.task_id not in hidden)
    standing = _without(office, found, Counter(o.unit for o in named), on, hidden)
    return dataclasses.replace(found, behind=named, left_out=left_out, standing=standing)


def nameable(office: Office, found: facts.Digest, on: date) -> list[Overdue]:
    """Who has filed since the cut-off is taken out, and whoever was not told before that day."""
    told = told_days(office)
    owed = [o for o in found.behind if _may_be_named(office, o, on, told)]
    # at the cut-off the card that tells the holder may still have been on its way
    return [dataclasses.replace(o, told_on=told[o.task_id]) for o in owed]


def _may_be_named(office: Office, o: Overdue, on: date, told: Told) -> bool:
    """`days` are those at the cut-off: nobody is named for what has grown old since."""
    task = tasks.get(office.session, o.task_id)
    if o.days < office.rules.named_from or task is None:
        return False
    return may_be_named(office, task, people.unit(office.session, task.unit_id), on, told)


def _is_owed(office: Office, task_id: int) -> bool:
    task = tasks.get(office.session, task_id)
    return task is not None and task.is_owed


def _without(office: Office, found: facts.Digest, named: Counter[str], on: date, hidden: frozenset[int]) -> Standing:
    """The picture names too: a department with fewer rows than marks is drawn anew."""
    standing = found.standing
    better = {unit.unit for unit in standing.units if unit.overdue > named[unit.unit]}
    if not better:
        return standing
    then = office.at(found.cut_off)  # nobody is red for what has grown old since
    now = {unit.unit: unit for unit in overview.standing(then, on, hidden).units}
    units = [now.get(unit.unit, unit) if unit.unit in better else unit for unit in standing.units]
    units.sort(key=lambda unit: (-unit.overdue, -unit.overdue_days))  # worst first; the others as they stood
    return dataclasses.replace(standing, units=tuple(units))
