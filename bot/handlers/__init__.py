"""Conversations in the order in which they are offered an update: the first that takes it has it."""

from typing import Any

from telegram.ext import BaseHandler

from bot.handlers import (
    absences,
    answers,
    benchmarks,
    cancel,
    charges,
    checks,
    decisions,
    digest,
    doubts,
    edits,
    files,
    groups,
    help,
    imports,
    language,
    members,
    pacing,
    people,
    receipts,
    recordings,
    requests,
    signing,
    start,
    status,
    tasks,
    why,
)

HANDLERS: list[BaseHandler[Any, Any, Any]] = [
    *members.HANDLERS,
    *start.HANDLERS,
    *help.HANDLERS,
    *tasks.HANDLERS,
    *signing.HANDLERS,
    *checks.HANDLERS,
    *requests.HANDLERS,
    *decisions.HANDLERS,
    *absences.HANDLERS,
    *status.HANDLERS,
    *digest.HANDLERS,
    *people.HANDLERS,
    *charges.HANDLERS,
    *groups.HANDLERS,
    *doubts.HANDLERS,
    *imports.HANDLERS,
    *pacing.HANDLERS,
    *receipts.HANDLERS,
    *why.HANDLERS,
    *benchmarks.HANDLERS,
    *language.HANDLERS,
    *cancel.HANDLERS,
    *help.UNKNOWN,  # behind all that are known
    *edits.HANDLERS,
    *files.HANDLERS,
    *recordings.HANDLERS,
    *answers.HANDLERS,  # takes whatever is left
]
