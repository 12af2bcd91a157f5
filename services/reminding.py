"""The ladder at work: who is told of which task today, each rung once."""

import logging
from collections.abc import Sequence
from datetime import datetime

from db.queries import outbox, people, tasks
from db.tables import Outbox, Person, Post, Reminder, Task
from domain.ladder import Audience, next_day, outstanding, steps
from domain.ladder import Step as Rung
from domain.lifecycle import HOLDER, Step
from services import auditing, reviewers, stretches
from services.naming import told_on
from services.office import Office
from services.saying import Rank, edit, say

log = logging.getLogger(__name__)


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
    try:
        stretch = stretches.of(office, task)
    except KeyError:  # the settings have lost its cadence: the others are told all the same
        log.error("task %s: there is no cadence %s in the settings", task.id, task.cadence)
        task.wake_at = office.rules.hours.opening(office.calendar.shift(office.today, 1))
        return
    ladder = steps(stretch.ladder, stretch.opens, stretch.due, office.calendar)
    sent = [r for r in tasks.reminders(office.session, task.id) if r.round == stretch.round]
    due = list(outstanding(ladder, {(r.audience, r.rung) for r in sent}, office.today))  # type: ignore[misc]
    # a card of which nobody knows whether it arrived is for the director to look into, and holds up nobody else
    first, round_ = stretch.holder, stretch.round
    tried = tasks.tried_on(office.session, task.id, first, round_)
    days = [day for day in (told_on(office, task, first, round_), tried) if day]
    told = min(days, default=office.today) < office.today
    reachable = bool(_audience(office, task, first))
    held_back = False
    for step in due:
        # first the one who holds it; others hear of it a working day later at the earliest
        if step.audience == first or told or not reachable:
            held_back |= not tell(office, task, step, round_)
        else:
            held_back = True
    day = office.calendar.shift(office.today, 1) if held_back else next_day(ladder, office.today)
    task.wake_at = office.rules.hours.opening(day) if day else None


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
    for post, person in _audience(office, task, step.audience) if to is None else to:
        card = _card(office, person)
        if card is None:
            return False
        office.session.add(
            Reminder(
                task_id=task.id,
                rung=step.rung,
                audience=step.audience,
                post_id=post.id,
                person_id=person.id,
                outbox_id=card.id,
                on_date=office.today,
                at=office.now,
                round=round_,
            )
        )
        edit(office, card)
    return True


def _card(office: Office, person: Person) -> Outbox | None:
    """The person's one card of this day; None where it stands for something else by now.

    Cards of earlier days that never left are not sent after it: this one says what they would have said.
    """
    key = f"card/{person.id}/{office.today}"
    today = outbox.cards(office.session, person.telegram_id, key)
    if today:
        return today[0] if _takes(today[0]) else None
    waiting = outbox.unsent(office.session, person.telegram_id, f"card/{person.id}/")
    args = {"person": person.id, "day": office.today.isoformat()}
    card = say(
        office,
        person.telegram_id,
        "card",
        args,
        key=key,
        rank=Rank.REMINDER,
        in_hours=True,
    )
    for old in waiting:
        tasks.retell(office.session, old.id, card.id)
        old.state = "dropped"
    return card


def _takes(card: Outbox) -> bool:
    """One that waits takes everything; one that is there takes more while it is still a list of reminders."""
    return card.state == "pending" or (card.state in ("sending", "sent") and card.kind == "card")


def undelivered(office: Office, card: Outbox, since: datetime | None = None) -> None:
    """Nobody was told by it: its rungs are outstanding again, for whoever answers now.

    `since` is when the card arrived, where it is an edit that did not: what had joined it meanwhile.
    """
    for reminder, task in tasks.reminded_on(office.session, card.id):
        if since is not None and reminder.at <= since:
            continue
        auditing.record(office, "not told", f"task/{task.id}", rung=reminder.rung, audience=reminder.audience)
        office.session.delete(reminder)
        if Step(task.step) in HOLDER:
            task.wake_at = office.now
    office.session.flush()


def _audience(office: Office, task: Task, audience: Audience) -> list[tuple[Post, Person]]:
    """派驻组 is no department of the house: its delays go to the director alone."""
    unit = people.unit(office.session, task.unit_id)
    match audience:
        case "contact":
            found = people.answering(office.session, unit.id)
            return [found] if found else []
        case "head":
            return people.head(office.session, unit)[:1] if unit.ranked else []
        case "reviewer":
            is_head = HOLDER.get(Step(task.step)) == "head"
            return (people.head(office.session, unit) if is_head else reviewers.seats_of(office, task))[:1]
        case "office":
            return reviewers.office_seats(office, task.unit_id if task.step == Step.DISPUTED else None)[:1]


def refresh(office: Office, task: Task) -> None:
    """The newest card of each who was told of this task shows it as it is now."""
    for outbox_id in tasks.cards(office.session, task.id):
        edit(office, outbox.get(office.session, outbox_id))


def next_due(office: Office) -> datetime | None:
    return tasks.next_wake(office.session, office.now)
