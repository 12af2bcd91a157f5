"""What will happen by itself in the days to come, in the reader's words: for the list beside the sandbox's clock."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from bot.translator import Translator
from db.queries import outbox, tasks
from domain.cadences import next_opening
from services import deciding, digesting, looking, proposing, tidings, weeks
from services.office import Office

AHEAD = timedelta(days=35)
LINES = 14
Line = tuple[datetime, str]


def agenda(office: Office, t: Translator) -> list[Line]:
    """Soonest first; at each instant a line for each kind of thing. Reading it changes nothing."""
    until = office.now + AHEAD
    found = [*_messages(office, t), *_ladders(office, t), *_limits(office, t), *_periods(office, t)]
    found += [*_digest(office, t), *_daily(office, t)]
    ahead = [line for line in found if office.now < line[0] <= until]
    return sorted(ahead, key=lambda line: line[0])[:LINES]  # in every language in the same order


def _messages(office: Office, t: Translator) -> Iterator[Line]:
    for at, n in outbox.waiting(office.session, office.now, LINES):
        yield at, t.many("{n} message goes out", "{n} messages go out", n)


def _ladders(office: Office, t: Translator) -> Iterator[Line]:
    for at, n in tasks.wakes(office.session, office.now, LINES):
        yield at, t.many("reminders of {n} matter", "reminders of {n} matters", n)


def _limits(office: Office, t: Translator) -> Iterator[Line]:
    hours = office.rules.hours
    for day, n in tasks.limits(office.session, office.today, LINES):
        yield hours.at(day, hours.closes), t.many("limit of {n} matter", "limit of {n} matters", n)


def _periods(office: Office, t: Translator) -> Iterator[Line]:
    if digesting.next_due(office) is None:
        return  # nothing has been given out yet
    days = {next_opening(cadence, office.today, office.calendar) for cadence in office.rules.cadences.values()}
    for day in filter(None, days):
        yield office.rules.hours.opening(day), t("a new period opens")


def _digest(office: Office, t: Translator) -> Iterator[Line]:
    due = digesting.next_due(office)
    if due is None:
        return
    local = office.rules.hours.local(due)
    if local.time() == office.rules.look_again:
        yield due, t("the draft of the weekly digest is looked at again")
        yield office.rules.hours.at(local.date(), office.rules.issue), t("the weekly digest is issued")
    elif local.time() <= office.rules.issue:
        yield due, t("the weekly digest is issued")
    else:
        yield due, t("cut-off of the weekly digest")
        yield weeks.issue_at(office, weeks.name(local.date())), t("the weekly digest is issued")


def _daily(office: Office, t: Translator) -> Iterator[Line]:
    found = (
        (proposing.next_due(office), t("orders are looked at")),
        (deciding.next_due(office), t("deciders are told again")),
        (looking.next_due(office), t("the pace of the year is looked at")),
        (tidings.next_due(office), t("news is put on the cards")),
    )
    for at, what in found:
        if at is not None:
            yield at, what
