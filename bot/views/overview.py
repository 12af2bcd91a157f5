"""/status: where everything stands, and the ways down."""

import dataclasses

from bot.translator import Translator
from bot.views import filters, names, queues
from bot.views.board import board, shortened
from bot.views.message import Button, Message, lines, rows
from domain.facts import overview
from domain.facts.overview import Standing


def status(facts: overview.Status, t: Translator) -> Message:
    if not facts.published:
        waits = waiting(facts.waiting, t) if facts.personal else None
        return Message(lines(names.unpublished(t), waits))
    standing = facts.standing
    at = t.moment(standing.at)
    oldest = None
    if late := facts.oldest:
        matter = names.matter(t, late.title, late.period)
        oldest = t(
            "Oldest: {matter}, {unit}, {overdue}", matter=matter, unit=late.unit, overdue=names.overdue(t, late.days)
        )
    return Message(
        lines(
            t("As of {moment}", moment=at),
            results(standing, t),
            filings(standing, t),
            waiting(facts.waiting, t) if facts.personal else None,
            oldest,
            shortened(standing, t),
        ),
        rows(*_ways(facts, t), width=2),
        picture=None if facts.words else board(standing, t, t("{campaign} at a glance", campaign=facts.campaign)),
    )


def _ways(facts: overview.Status, t: Translator) -> list[Button]:
    """On from the overview: for everybody who oversees, and what waits for the reader."""
    buttons = [Button(t("By department"), "units"), Button(t("By area"), "areas")]
    if facts.filters is not None:
        buttons += filters.buttons(facts.filters, 0, t)
    elif facts.standing.overdue:
        buttons.append(Button(t("Overdue {n}", n=facts.standing.overdue), "overdue"))
    if facts.orders is not None:
        buttons.append(Button(t("Orders {n}", n=facts.orders), "orders", "open-0-1"))
    buttons.append(Button(t("Reminding by month"), "month"))
    if facts.words:
        buttons.append(Button(t("As a picture"), "board"))
    if facts.exports:
        buttons.append(Button(t("Export"), "exports"))
    return [*buttons, *_own(facts.waiting, t)] if facts.personal else buttons


def _own(waits: overview.Waiting, t: Translator) -> list[Button]:
    buttons = [_queue(what, n, t) for what, n in waits.queues]
    if waits.claims:
        buttons.append(Button(t("To confirm {n}", n=waits.claims), "claims"))
    if waits.doubts:
        buttons.append(Button(t("To settle {n}", n=waits.doubts), "doubts"))
    if waits.paper:
        buttons.append(Button(t("The notice"), "paper", waits.paper.document_id))
    if waits.remarks:
        buttons.append(Button(t("Remarks to be given out: {n}", n=waits.remarks), "remarks"))
    return [*buttons, Button(t("Periods and limits"), "paces")]


def _queue(what: str, n: int, t: Translator) -> Button:
    """Beside all that is with any reviewer, what is with this reader."""
    if what != "review":
        return queues.button(what, n, t)
    return dataclasses.replace(queues.button(what, n, t), label=t("For you to review {n}", n=n))


def results(standing: Standing, t: Translator) -> str:
    """The two lines are never added up: what was achieved, and what was filed."""
    counts = [
        f"{names.verdict(t, verdict)} {t.number(standing.verdicts[verdict])}"
        for verdict in ORDER
        if standing.verdicts.get(verdict)
    ]
    return t("Results: {counts}", counts=names.joined(t, *counts))


ORDER = (
    "met",
    "not met",
    "undecided",
    "no data",
    "unproven",
    "no benchmark",
    "no definition",
    "history",
    "not applicable",
)


def filings(standing: Standing, t: Translator) -> str:
    """Of this month, so that the figures add up; what is older is told apart."""
    overdue = standing.overdue - standing.earlier
    month = t(
        "Filing: {asked} due this month, {on_time} on time, {late} late, {overdue} overdue, {left} not due yet",
        asked=t.number(standing.asked),
        on_time=t.number(standing.on_time),
        late=t.number(standing.filed - standing.on_time),
        overdue=t.number(overdue),
        left=t.number(standing.asked - standing.filed - overdue - standing.vacant),
    )
    vacant = t("{n} without a contact", n=t.number(standing.vacant)) if standing.vacant else None
    earlier = t("of earlier months {n}", n=t.number(standing.earlier)) if standing.earlier else None
    return names.clauses(t, names.joined(t, month, vacant), earlier)


def waiting(facts: overview.Waiting, t: Translator) -> str | None:
    """What waits for the director, in one line."""
    found = [
        t("people to confirm {n}", n=facts.claims) if facts.claims else None,
        t("departments without a contact {n}", n=facts.vacant) if facts.vacant else None,
        t("departments not signed {n}", n=facts.unsigned) if facts.unsigned else None,
        t("readings to settle {n}", n=facts.doubts) if facts.doubts else None,
        _paper(facts.paper, t) if facts.paper else None,
        t("Remarks to be given out: {n}", n=facts.remarks) if facts.remarks else None,
        *(queues.count(what, n, t) for what, n in facts.queues),
    ]
    all_of_it = names.joined(t, *found)
    return t("Waiting for you: {waiting}", waiting=all_of_it) if all_of_it else None


def _paper(facts: overview.Paper, t: Translator) -> str:
    if facts.open:
        return t.many("a notice with {n} doubt to confirm", "a notice with {n} doubts to confirm", facts.open)
    return t("a notice to publish")
