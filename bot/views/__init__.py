"""What people read. Every kind that can be said has one view here: (facts, translator) -> Message."""

from collections.abc import Callable
from typing import Any

from bot.translator import Translator
from bot.views import (
    benchmark,
    card,
    digest,
    doubts,
    forms,
    groups,
    help,
    indicator,
    lists,
    overview,
    pacing,
    people,
    register,
    sentences,
    sheet,
    staffing,
    summary,
    wishes,
)
from bot.views.message import Message

View = Callable[[Any, Translator], Message]

VIEWS: dict[str, View] = {
    # people
    "stranger": people.stranger,
    "leave": people.leave,
    "sentence": sentences.sentence,
    "menu": help.menu,
    "help": help.help_for,
    "language": help.language,
    "welcome": people.welcome,
    "giving": people.giving,
    "claim": people.claim,
    "invitation": people.invitation,
    "roster": staffing.roster,
    "gap": staffing.gap,
    "unit-posts": staffing.unit_posts,
    "charges": staffing.charges,
    "charge": staffing.charge,
    "invitations": staffing.invitations,
    "groups": groups.groups,
    "group": groups.group,
    "members": groups.members,
    "convenors": groups.convenors,
    "room-offer": people.room_offer,
    "unreachable": people.unreachable,
    "objection": people.objection,
    "uncertain": people.uncertain,
    # the notice
    "doubt": doubts.question,
    "doubt-change": doubts.change,
    "doubts-settled": doubts.settled,
    "doubt-helpers": doubts.helpers,
    "doubts-asked": doubts.asked,
    "moved": doubts.moved,
    "paces": pacing.paces,
    "pace": pacing.pace,
    # work
    "card": card.card,
    "task": forms.task,
    "sheet": sheet.sheet,
    "receipt": forms.receipt,
    "also": register.also,
    "outdated": summary.outdated,
    "problem": forms.problem,
    "wish": wishes.answered,
    "wished": wishes.told,
    "reopen": forms.reopen,
    "kept": lists.kept,
    "held": lists.held,
    "given": lists.given,
    # the whole
    "status": overview.status,
    "units": overview.units,
    "unit": overview.unit,
    "areas": overview.areas,
    "area": overview.area,
    "indicator": indicator.indicator,
    "overdue": overview.overdue,
    "history": indicator.history,
    "benchmark": benchmark.benchmark,
    "digest": digest.digest,
}
