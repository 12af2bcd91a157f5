"""The weekly report: leaders look rather than read."""

from collections import Counter
from itertools import groupby

from bot.translator import Translator
from bot.views import names
from bot.views.board import board, shortened
from bot.views.message import Button, Message, lines
from bot.views.overview import filings, results
from domain.facts.digest import Change, Digest, Ready, Soon
from domain.facts.overview import Overdue

NAMED = 6  # rows; the others are behind the button


def digest(facts: Digest, t: Translator) -> Message:
    standing = facts.standing
    cut_off = t.moment(facts.cut_off)
    title = t("{campaign}: weekly report no. {number}", campaign=facts.campaign, number=facts.number)
    matters = [list(found) for _, found in groupby(sorted(facts.behind, key=_matter), _matter)]
    behind = [_behind(found, t) for found in matters[:NAMED]]
    more = len(matters) - NAMED
    return Message(
        lines(
            t("{title} ({first} to {last})", title=title, first=t.short_day(facts.first), last=t.short_day(facts.last)),
            t("Figures as of {moment}", moment=cut_off),
            results(standing, t),
            filings(standing, t),
            _change(facts.change, t),
            t("Please note") if behind else None,
            *behind,
            t("and {n} more", n=more) if more > 0 else None,
            _soon(facts.soon, t),
            shortened(standing, t),
            t("Read by {n}: {titles}", n=len(facts.read), titles=t.items(list(facts.read))) if facts.read else None,
            t("The leading group's chat is not bound; this report comes to you alone.") if facts.to_director else None,
        ),
        ((Button(t("Details"), "units"),),),
        picture=board(standing, t, title),
    )


def ready(facts: Ready, t: Translator) -> Message:
    """On the director's card."""
    return Message(
        t("Weekly report no. {number} is issued; the leading group's chat is not bound.", number=facts.number),
        ((Button(t("Look at the report"), "digest-ready", facts.digest_id),),),
    )


def _change(change: Change | None, t: Translator) -> str | None:
    if change is None:
        return None
    return t(
        "Since the last one: newly met {met}, newly overdue {late}, made up {made_up}",
        met=change.newly_met,
        late=change.newly_overdue,
        made_up=change.made_up,
    )


def _matter(o: Overdue) -> tuple[str, str]:
    return o.period, o.title


def _behind(found: list[Overdue], t: Translator) -> str:
    """Departments behind with one thing: since when, and since when they know."""
    first = found[0]
    told = max(o.told_on for o in found if o.told_on)
    return t(
        "● {matter}: {units} ({overdue}, reminded since {day})",
        matter=names.matter(t, first.title, first.period),
        units=t.items([f"{unit}（{n}）" if n > 1 else unit for unit, n in Counter(o.unit for o in found).items()]),
        overdue=names.overdue(t, first.days),
        day=t.short_day(told),
    )


def _soon(soon: tuple[Soon, ...], t: Translator) -> str | None:
    if not soon:
        return None
    entries = [
        t("{matter} ({day}, {n})", matter=names.matter(t, s.title, s.period), day=t.short_day(s.due), n=s.units)
        for s in soon
    ]
    return t("Due this week: {entries}", entries=t.items(entries))
