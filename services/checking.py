"""Whoever has an answer to look at: the head before it leaves the department, the reviewer after that.

What a department was asked together is looked at together; of what every department files, all departments at once.
"""

from collections.abc import Sequence
from typing import Any

from db.queries import holds, people, reports, reviews, tasks
from db.tables import Hold, Outbox, Report, Review, Task
from domain.facts import checks as facts
from domain.facts import personal
from domain.lifecycle import AT_HEAD, SAYS, Event, Part, Step
from domain.orders import CADENCE as ORDER
from domain.pages import cut
from services import (
    auditing,
    confirming,
    demands,
    disputing,
    filing,
    lifecycle,
    locking,
    parts,
    peopling,
    reminding,
    reviewers,
    rounds,
    showing,
    shown,
    titles,
    urging,
)
from services.office import Office

PAGE = 8
REVIEWER: frozenset[Part] = frozenset({"reviewer"})
Group = list[Task]


PARTS: dict[facts.What, str] = {"confirm": "head", "review": "reviewer", "close": "reviewer", "decide": "office"}
LOOKED_AT = ("confirm", "review")  # answers: the others have cards of their own


def what(task: Task) -> facts.What:
    word = SAYS.get(Step(task.step))
    return word if word in PARTS else "review"


def waiting(office: Office, person_id: int, which: facts.What) -> list[Group]:
    """What waits for this person, by what is looked at together, the longest first."""
    found = [pair for pair in holds.waiting(office.session, PARTS[which]) if _is_listed(pair[0], which)]
    return _together(office, [task for task, hold in found if _waits_for(office, person_id, task, hold)])


def _is_listed(task: Task, which: facts.What) -> bool:
    """An order is closed by its signer, with what it orders: that is another list."""
    return what(task) == which and not (which == "close" and task.cadence == ORDER)


def is_mine(office: Office, person_id: int, task: Task) -> bool:
    hold = holds.current(office.session, task.id)
    return hold is not None and _waits_for(office, person_id, task, hold)


def _waits_for(office: Office, person_id: int, task: Task, hold: Hold) -> bool:
    if hold.part == "head":
        return person_id in parts.heads(office, task.unit_id)
    if hold.part == "office":
        return disputing.may_decide(office, person_id, task)
    return task.step in (Step.REVIEWING, Step.CLOSING) and person_id in reviewers.ids(office, task, hold)


def reviews_it(office: Office, person_id: int, task: Task) -> bool:
    """Whether it waits for this person as its reviewer, for whatever word."""
    hold = holds.current(office.session, task.id)
    return hold is not None and hold.part == "reviewer" and person_id in reviewers.ids(office, task, hold)


def _together(office: Office, found: Sequence[Task]) -> list[Group]:
    groups: dict[tuple[Any, ...], Group] = {}
    for task in found:
        groups.setdefault(_key(office, task), []).append(task)
    return list(groups.values())


def _key(office: Office, task: Task) -> tuple[Any, ...]:
    if is_batch(task):
        return what(task), task.cadence, task.period
    if what(task) not in LOOKED_AT:
        return what(task), task.id
    if demands.is_part(office, task) and task.step == Step.REVIEWING:  # one indicator, all departments
        return what(task), demands.indicator(office, task).id, task.cadence, task.period
    alone = task.id if task.form not in titles.BY_INDICATOR else None
    return what(task), task.unit_id, task.cadence, task.period, alone


def is_batch(task: Task) -> bool:
    """What every department files is compared with the platform in one go."""
    return task.form == "roll-call" and task.step == Step.REVIEWING


def group_of(office: Office, person_id: int, task: Task) -> Group:
    """The task with what is looked at together with it; by itself where it waits for somebody else by now."""
    found = next((group for group in waiting(office, person_id, what(task)) if task in group), None)
    return found or [task]


def rev(found: Group) -> int:
    """Grows with every change of any of them, and tells apart which they are."""
    return sum(task.rev + 1 for task in found)


def found(office: Office, person_id: int, task_id: int, rev_shown: int, *, alone: bool) -> Group | None:
    """What a press is about, where it waits for this person still and is as it was shown."""
    task = tasks.get(office.session, task_id)
    if task is None or what(task) not in LOOKED_AT or not is_mine(office, person_id, task):
        return None
    group = [task] if alone else group_of(office, person_id, task)
    return group if rev(group) == rev_shown else None


def let_through(office: Office, group: Group) -> None:
    """The head's word for each, or the reviewer's."""
    for task in group:
        draft = reports.draft(office.session, task.id) if task.step in AT_HEAD else None
        if draft:
            filing.leave(office, task, draft)
        else:
            accept(office, task)


def accept(office: Office, task: Task) -> None:
    """What was filed is locked from now on."""
    versions = reports.filed(office.session, task.id)
    done = reviews.accepted(office.session, [report.id for report in versions])
    assert office.person_id is not None
    for report in versions:
        if report.id not in done:
            office.session.add(Review(report_id=report.id, verdict="accepted", by=office.person_id, at=office.now))
    lifecycle.move(office, task, Event.ACCEPT, REVIEWER)
    auditing.record(office, "accept", f"task/{task.id}", reports=[report.id for report in versions])
    reminding.refresh(office, task)
    rounds.refresh(office, task)


def give_back(office: Office, person_id: int, task: Task, reason: str) -> bool:
    """With what is to be mended, to the contact. False where it waits for somebody else by now."""
    if what(task) not in LOOKED_AT or not is_mine(office, person_id, task):
        return False
    if task.step in AT_HEAD:
        confirming.refuse(office, task, reason)
    else:
        _return(office, task, reason)
    return True


def _return(office: Office, task: Task, reason: str) -> None:
    """The newest version stands no more, and what was filled in is kept for the next one; entries stand one by one, and
    which of them is meant the reason says."""
    assert office.person_id is not None
    report = reports.filed(office.session, task.id)[-1]
    said = Review(report_id=report.id, verdict="returned", reason=reason, by=office.person_id, at=office.now)
    office.session.add(said)
    if task.form not in locking.ONE_BY_ONE:
        report.state = "returned"
    lifecycle.move(office, task, Event.RETURN, REVIEWER)
    auditing.record(office, "return", f"report/{report.id}", task=task.id, reason=reason)
    filing.tell_summaries(office, task)
    reminding.refresh(office, task)
    shown.show_again(office, task, report)


def look(office: Office, task: Task, report: Report | None = None) -> facts.Look:
    """At the version given, otherwise at what waits to be looked at."""
    report = report or _looked_at(office, task)
    assert report is not None
    return facts.Look(
        task=showing.task(office, task, report),
        by=peopling.title_on(office, report.by, report.at),
        at=report.at,
        on_time=report.on_time,
        confirmed=_confirmed(office, report),
        returned=reviews.returns(office.session, task.id),
        entries=_entries(office, task),
        files=sum(1 for proof in reports.proofs(office.session, report.id) if proof.state == "kept"),
    )


def _looked_at(office: Office, task: Task) -> Report | None:
    if task.step in AT_HEAD:
        return reports.draft(office.session, task.id)
    return next(reversed(reports.filed(office.session, task.id)), None)


def _confirmed(office: Office, report: Report) -> str:
    if report.confirmed_by is None or report.confirmed_at is None:
        return ""
    return peopling.title_on(office, report.confirmed_by, report.confirmed_at, ("head", "leader"))


def _entries(office: Office, task: Task) -> tuple[tuple[Any, str], ...]:
    if task.form not in locking.ONE_BY_ONE:
        return ()
    found = [reports.entry_of(office.session, report.id) for report in reports.filed(office.session, task.id)]
    replaced = {entry.replaces for entry in found if entry}
    return tuple((entry.on_date, entry.title) for entry in found if entry and entry.id not in replaced)


def check(office: Office, args: dict[str, Any], row: Outbox) -> facts.Check | facts.Checked | None:
    """`task` with what is looked at together with it, or `alone`; what became of it where it waits no more."""
    task, person = tasks.get(office.session, args["task"]), peopling.reader(office, row.chat_id)
    if task is None or person is None:
        return None
    which: facts.What = args.get("what") or what(task)
    found = [task] if args.get("alone") else group_of(office, person.id, task)
    if not all(is_mine(office, person.id, one) and what(one) == which for one in found):
        urge = task.id if len(found) == 1 and urging.is_offered(office, row.chat_id, task) else None
        return facts.Checked(which, args.get("done", 0), len(waiting(office, person.id, which)), urge)
    within = office.rules.stretches[Step.RETURNED].within
    looks = tuple(look(office, one) for one in found)
    return facts.Check(which, looks, rev(found), not args.get("alone") and is_batch(task), within)


def queue(office: Office, args: dict[str, Any], row: Outbox) -> facts.Queue | None:
    person = peopling.reader(office, row.chat_id)
    if person is None:
        return None
    which: facts.What = args["what"]
    found = waiting(office, person.id, which)
    shown = cut(found, args.get("page", 1), PAGE)
    return facts.Queue(which, tuple(line(office, group) for group in shown.rows), shown.leaf)


def queues(office: Office, person_id: int) -> tuple[personal.Queue, ...]:
    """What waits for somebody, in short."""
    found = []
    for which in PARTS:
        if groups := waiting(office, person_id, which):
            first = line(office, groups[0])
            unit = first.units[0] if len(first.units) == 1 else ""
            n = sum(len(group) for group in groups)
            urged = urging.unanswered(office, (task for group in groups for task in group))
            by = next(iter(urged.values()), "")
            found.append(personal.Queue(which, n, first.title, first.period, unit, by))
    return tuple(found)


def line(office: Office, group: Group) -> facts.Line:
    first = group[0]
    names = [people.unit(office.session, task.unit_id).name for task in group]
    since = [hold.since for hold in holds.of_tasks(office.session, [task.id for task in group]).values()]
    waited = office.rules.hours.today(min(since)) if since else office.today
    several = len(group) > 1
    title = titles.sheet(office, first) if several else ""
    return facts.Line(
        task_id=first.id,
        units=tuple(dict.fromkeys(names)),
        title=title or titles.title(office, first),
        period=titles.period(first),
        answers=len(group),
        days=office.calendar.count(waited, office.today),
    )
