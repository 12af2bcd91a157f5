"""院内设定: how often and by when something is asked, as config.toml has it or as the director changed it in chat."""

import zlib
from typing import Any

from sqlmodel import Session

from db.queries import notices, people, tasks
from db.tables import Outbox, Pacing, Task
from domain.cadences import (
    Cadence,
    Schedule,
    falling_due,
    misfit,
    moment,
    parse_period,
    schedule,
    with_pacing,
    working_days,
)
from domain.facts import pacing as facts
from domain.pacing import Rhythm, rhythm
from domain.rules import Rules
from services import auditing, demands, planning, reminding, slicing
from services.office import Office


def rules_now(session: Session, rules: Rules) -> Rules:
    """The rules with what was changed in chat."""
    changed = {
        row.cadence: with_pacing(
            rules.cadences[row.cadence],
            row.every,  # type: ignore[arg-type]
            moment(row.opens),
            moment(row.due),
            row.since,
        )
        for row in notices.pacings(session)
        if row.cadence in rules.cadences
    }
    return rules.paced(changed) if changed else rules


def asked(office: Office) -> list[Cadence]:
    """Those by which the notice asks something again and again, in the order of the settings."""
    notice = notices.current(office.session)
    used = {requirement.cadence for _, requirement in notices.all_requirements(office.session, notice.id)}
    used |= {row.files_cadence for row in notices.indicators(office.session, notice.id) if row.files_cadence}
    return [cadence for name, cadence in office.rules.cadences.items() if name in used and cadence.every != "once"]


def is_free(office: Office, cadence: Cadence) -> bool:
    """The notice prints no period for anything that is asked by it: how often is the office's own to say."""
    if cadence.quota is not None:
        return False
    notice = notices.current(office.session)
    rows = notices.all_requirements(office.session, notice.id)
    meant = [r for i, r in rows if cadence.name in (r.cadence, i.files_cadence)]
    return bool(meant) and all(requirement.office_set for requirement in meant)


def code(name: str) -> str:
    """Short enough for a button, and the same after the settings were put into another order."""
    return f"{zlib.crc32(name.encode()) & 0xFFFFFF:06x}"


def of_code(office: Office, wanted: str) -> Cadence | None:
    return next((cadence for cadence in asked(office) if code(cadence.name) == wanted), None)


def rev(office: Office, cadence: Cadence) -> int:
    """A card that was drawn before the last change is stale."""
    row = notices.pacing(office.session, cadence.name)
    return row.id if row else 0


def in_force(cadence: Cadence) -> str:
    return str(Rhythm(cadence.every, cadence.due))


def proposed(office: Office, cadence: Cadence, wanted: Rhythm) -> Cadence:
    assert wanted.due is not None
    if (wanted.every, wanted.due) == (cadence.every, cadence.due):
        return cadence
    return with_pacing(cadence, wanted.every, cadence.opens, wanted.due, office.today)


def refusal(office: Office, cadence: Cadence, wanted: Rhythm) -> str | None:
    """The code of what stands in the way."""
    if str(wanted) == in_force(cadence):
        return None
    if wanted.every != cadence.every and not is_free(office, cadence):
        return "pace-printed"
    if wanted.due is None:
        return "pace-before-opens"
    amiss = misfit(wanted.every, cadence.opens, wanted.due)
    if amiss == "due-before-opens":
        return "pace-before-opens"
    if amiss is not None or wanted.due.day > working_days(wanted.every):
        return "pace-too-many"
    return None


def waiting(office: Office, cadence: Cadence) -> list[Task]:
    """Open, and not yet due: a day that has passed never moves."""
    return tasks.open_of_cadence(office.session, cadence.name, office.today)


def touched(office: Office, cadence: Cadence) -> list[tuple[Task, Schedule]]:
    """Open tasks that are not yet due, with their new days. None is due on a day that has passed by it."""
    found = []
    for task in waiting(office, cadence):
        period = parse_period(task.period)
        if period.every != cadence.every:
            continue  # it was asked by another rhythm, and stays as it was asked
        if task.first_due is not None:
            continue  # somebody has granted it a limit of its own
        plan = schedule(cadence, period, office.calendar)
        if demands.is_part(office, task):
            plan = slicing.plan(office, plan)
        if plan.due >= office.today and (plan.opens, plan.due, plan.locks) != (task.opens, task.due, task.locks):
            found.append((task, plan))
    return found


def change(office: Office, cadence: Cadence, wanted: Rhythm) -> int:
    """From today on it is asked like this; how many open tasks have got other days."""
    assert office.person_id is not None
    new = proposed(office, cadence, wanted)
    row = Pacing(
        cadence=new.name,
        every=new.every,
        opens=str(new.opens),
        due=str(new.due),
        since=office.today,
        by=office.person_id,
        at=office.now,
    )
    office.session.add(row)
    office.session.flush()
    before = {"every": cadence.every, "opens": str(cadence.opens), "due": str(cadence.due)}
    after = {"every": row.every, "opens": row.opens, "due": row.due}
    moved = touched(office, new)
    auditing.record(office, "pace", f"cadence/{new.name}", before=before, after=after, tasks=[t.id for t, _ in moved])
    office.rules = rules_now(office.session, office.rules)
    for task, plan in moved:
        task.opens, task.due, task.locks = plan.opens, plan.due, plan.locks
        task.wake_at = office.now
        task.rev += 1
        reminding.refresh(office, task)
    planning.look_again(office)
    return len(moved)


# as messages show it


def listed(office: Office, args: dict[str, Any], row: Outbox) -> facts.PaceList | None:
    if not _is_director(office, row):
        return None
    return facts.PaceList(tuple(_pace(office, cadence) for cadence in asked(office)))


def card(office: Office, args: dict[str, Any], row: Outbox) -> facts.PaceChange | None:
    """The day that comes next before and after; nothing of it is on record."""
    cadence, wanted = of_code(office, args["pace"]), rhythm(args["rhythm"])
    if cadence is None or wanted.due is None or not _is_director(office, row):
        return None
    new = proposed(office, cadence, wanted)
    moved = touched(office, new) if new is not cadence else []
    before, after = _days(office, cadence, new)
    return facts.PaceChange(
        pace=_pace(office, cadence),
        rev=rev(office, cadence),
        proposed=wanted,
        before=before,
        after=after,
        tasks=len(moved),
        units=len({task.unit_id for task, _ in moved}),
        kept=len(waiting(office, cadence)) - len(moved) if new is not cadence else 0,
    )


def _is_director(office: Office, row: Outbox) -> bool:
    return any(person.telegram_id == row.chat_id for _, person in people.holders(office.session, "director"))


def _pace(office: Office, cadence: Cadence) -> facts.Pace:
    now = Rhythm(cadence.every, cadence.due)
    return facts.Pace(code(cadence.name), cadence.title, now, not is_free(office, cadence), cadence.since)


def _days(office: Office, old: Cadence, new: Cadence) -> tuple[facts.Day, facts.Day]:
    """Of one period where both are of one length, and neither day has passed."""
    before = list(falling_due(old, office.today, office.calendar))
    after = {plan.period.key: plan for plan in falling_due(new, office.today, office.calendar)}
    both = [(plan, after[plan.period.key]) for plan in before if plan.period.key in after]
    first, then = both[0] if both else (before[0], next(iter(after.values())))
    return _day(office, first), _day(office, then)


def _day(office: Office, plan: Schedule) -> facts.Day:
    return facts.Day(plan.period.key, plan.due, office.calendar.is_provisional(plan.due))
