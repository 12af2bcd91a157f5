"""The ladder at work: who is told of which task today, each rung once."""

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta

from db.queries import outbox, people, requests, rungs, tasks, urges
from db.tables import Outbox, Person, Post, Reminder, Request, Task
from domain.ladder import Audience, next_day, outstanding, steps
from domain.ladder import Step as Rung
from domain.lifecycle import HOLDER, Step
from services import auditing, daily, drafting, gathering, lifecycle, reviewers, stretches, tidings
from services.naming import told_on
from services.office import Office
from services.saying import edit
from services.stretches import Stretch

log = logging.getLogger(__name__)
PUT_RIGHT = timedelta(hours=1)  # a wrong clock may be right by then
NEWS = "news-"  # a rung of no ladder: something was decided, `round` is the request


def remind(office: Office, limit: int) -> bool:
    """Looks at the tasks that want a look. True where more are left."""
    waking = tasks.waking(office.session, office.now, limit)
    hour = office.next_hour()
    for task in waking:
        if Step(task.step) not in HOLDER:
            task.wake_at = None
        elif hour > office.now:
            task.wake_at = hour  # nobody is spoken to now
        else:
            _look_at(office, task)
    office.session.flush()
    return len(waking) == limit


def _look_at(office: Office, task: Task) -> None:
    if task.step == Step.GATHERING:  # somebody's limit may be past
        lifecycle.gather(office, task)
    if task.step == Step.REOPENED and task.mend_by and task.mend_by < office.today:
        return _close_again(office, task)
    try:
        stretch = stretches.of(office, task)
    except KeyError:  # the settings have lost its cadence: the others are told all the same
        log.error("task %s: there is no cadence %s in the settings", task.id, task.cadence)
        task.wake_at = office.rules.hours.opening(office.calendar.shift(office.today, 1))
        return
    ladder = steps(stretch.ladder, stretch.opens, stretch.due, office.calendar)
    sent = [r for r in rungs.reminders(office.session, task.id) if r.round == stretch.round]
    due = list(outstanding(ladder, {(r.audience, r.rung) for r in sent}, office.today))  # type: ignore[misc]
    if task.step == Step.GATHERING:  # nobody is chased for what another department has
        due = [step for step in due if step.day <= task.due]
    due += _urged(office, task, stretch.holder)
    first, others = stretch.holder, any(step.audience != stretch.holder for step in due)
    # others hear of it a working day after whoever holds it at the earliest, and by no wrong clock
    may_hear = (
        others and office.drift is None and (_was_told(office, task, stretch) or not audience(office, task, first))
    )
    held_back = False
    for step in due:
        if step.audience == first or may_hear:
            held_back |= not tell(office, task, step, stretch.round)
        else:
            held_back = True
    day = office.calendar.shift(office.today, 1) if held_back else next_day(ladder, office.today)
    if task.step == Step.GATHERING:
        day = min(found for found in (day, gathering.over(office, task)) if found)
    if task.step == Step.REOPENED and task.mend_by:
        day = min(found for found in (day, office.calendar.shift(task.mend_by, 1)) if found)
    task.wake_at = office.rules.hours.opening(day) if day else None
    if held_back and office.drift is not None:
        task.wake_at = office.now + PUT_RIGHT


def _was_told(office: Office, task: Task, stretch: Stretch) -> bool:
    """Whoever holds it, on an earlier day. A card of which nobody knows whether it arrived is for the director to look
    into, and holds up nobody else."""
    first, round_ = stretch.holder, stretch.round
    tried = office.once("tried", lambda: rungs.tried(office.session)).get((task.id, first, round_))
    days = [day for day in (told_on(office, task, first, round_), tried) if day]
    return min(days, default=office.today) < office.today


def _close_again(office: Office, task: Task) -> None:
    """The correction has not come by its limit: what was accepted stands, and the contact hears so."""
    if not drafting.discard(office, task):
        lifecycle.settle(office, task)
    auditing.record(office, "relock", f"task/{task.id}")
    refresh(office, task)
    if granted := requests.granted(office.session, task.id, "reopen"):
        bring(office, task, granted)


def _urged(office: Office, task: Task, holder: Audience) -> list[Rung]:
    """What was urged by hand and has not been told to whoever holds it."""
    told = {reminder.rung for reminder in rungs.reminders(office.session, task.id)}
    urged = [f"{urges.RUNG}{row.id}" for row in urges.unanswered(office.session, task.id)]
    return [Rung(office.today, 0, holder, rung) for rung in urged if rung not in told]


def reopened(office: Office, task: Task) -> None:
    """Whoever has just opened it again knows of it: what fell on today is told today, what fell on earlier days and was
    not told, since it was done then, on the next working day. What was told is not told again."""
    task.wake_at = office.now
    if task.cadence not in office.rules.cadences:
        return
    ladder = steps(office.rules.ladder(task.cadence), task.opens, task.due, office.calendar)
    if all(step.day != office.today for step in ladder):
        task.wake_at = office.rules.hours.opening(office.calendar.shift(office.today, 1))


def tell(
    office: Office, task: Task, step: Rung, round_: int = 0, to: Sequence[tuple[Post, Person]] | None = None
) -> bool:
    """False where today's only message to somebody cannot say it any more: it waits for tomorrow's. `to` are others
    than those who are told of the task itself."""
    seats = audience(office, task, step.audience) if to is None else to
    return all(tell_one(office, task, step, seat, round_) for seat in seats)


def tell_one(office: Office, task: Task, step: Rung, seat: tuple[Post, Person], round_: int = 0) -> bool:
    """The same, of one person."""
    card = daily.card(office, seat[1])
    if card is None:
        return False
    told_by(office, task, step, seat, card, round_)
    edit(office, card)
    return True


def bring(office: Office, task: Task, request: Request) -> None:
    """What was decided stands on the contact's card: on today's or, where that takes no more, on the next one."""
    step = Rung(office.today, 0, "contact", NEWS + request.kind)
    for seat in audience(office, task, "contact"):
        card = daily.card(office, seat[1]) or daily.next_card(office, seat[1])
        told_by(office, task, step, seat, card, request.id)
        edit(office, card)


def told_by(office: Office, task: Task, step: Rung, seat: tuple[Post, Person], said: Outbox, round_: int = 0) -> None:
    """This message tells this person of it."""
    post, person = seat
    office.session.add(
        Reminder(
            task_id=task.id,
            rung=step.rung,
            audience=step.audience,
            post_id=post.id,
            person_id=person.id,
            outbox_id=said.id,
            on_date=office.today,
            at=office.now,
            round=round_,
        )
    )


def undelivered(office: Office, card: Outbox, since: datetime | None = None) -> None:
    """Nobody was told by it: its rungs are outstanding again, for whoever answers now.

    `since` is when the card arrived, where it is an edit that did not: what had joined it meanwhile.
    """
    for reminder, task in rungs.reminded_on(office.session, card.id):
        if since is not None and reminder.at <= since:
            continue
        auditing.record(office, "not told", f"task/{task.id}", rung=reminder.rung, audience=reminder.audience)
        office.session.delete(reminder)
        request = requests.get(office.session, reminder.round) if reminder.rung.startswith(NEWS) else None
        if request:
            bring(office, task, request)  # no ladder says it again
        if Step(task.step) in HOLDER:
            task.wake_at = office.now
    tidings.undelivered(office, card, since)
    office.session.flush()


def audience(office: Office, task: Task, which: Audience) -> list[tuple[Post, Person]]:
    """Who hears of it. 派驻组 is no department of the house: its delays go to the director alone."""
    unit = people.unit(office.session, task.unit_id)
    match which:
        case "contact":
            found = people.answering(office.session, unit.id)
            return [found] if found else []
        case "head":
            return people.head(office.session, unit)[:1] if unit.ranked else []
        case "reviewer":
            is_head = HOLDER.get(Step(task.step)) == "head"
            return (people.head(office.session, unit) if is_head else reviewers.seats_of(office, task))[:1]
        case "office":
            disputed = task.step == Step.DISPUTED
            return (reviewers.deciders(office, task) if disputed else reviewers.office_seats(office))[:1]


def refresh(office: Office, task: Task) -> None:
    """The newest card of each who was told of this task shows it as it is now."""
    for outbox_id in rungs.cards(office.session, task.id):
        edit(office, outbox.get(office.session, outbox_id))


def next_due(office: Office) -> datetime | None:
    return tasks.next_wake(office.session, office.now)
