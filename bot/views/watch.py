"""Of the bot itself: what did not run, in one line."""

from collections.abc import Callable

from bot.translator import Translator
from bot.views import names
from bot.views.message import Message
from domain.facts import watch

JOBS: dict[str, Callable[[Translator], str]] = {
    "act": lambda t: t("standing in"),
    "open_tasks": lambda t: t("the opening of tasks"),
    "remind": lambda t: t("reminders"),
    "decide": lambda t: t("reminders of decisions"),
    "look": lambda t: t("the look at the pace"),
    "orders": lambda t: t("the proposal of orders"),
    "mornings": lambda t: t("what waits for the director"),
    "tell": lambda t: t("the card of the day"),
    "weekly": lambda t: t("the weekly report"),
    "tidy": lambda t: t("tidying up"),
}


def did_not_run(facts: watch.DidNotRun, t: Translator) -> Message:
    said = [t("not running from {start} to {end}", start=t.moment(a), end=t.moment(b)) for a, b in facts.off]
    if facts.jobs:
        jobs = [JOBS[job](t) if job in JOBS else job for job in facts.jobs]
        said.append(t("not done in time: {jobs}", jobs=t.items(jobs)))
    if facts.drift is not None:
        minutes = max(1, round(abs(facts.drift).total_seconds() / 60))
        said.append(
            t.many(
                "the computer's clock is {n} minute off, and nothing is escalated until it is right",
                "the computer's clock is {n} minutes off, and nothing is escalated until it is right",
                minutes,
            )
        )
    return Message(t("[Running] {what}. Please have it looked into.", what=names.joined(t, *said)))
