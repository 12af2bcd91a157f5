"""The weekly report: leaders look rather than read."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import groupby

from bot.translator import Translator
from bot.views import names
from bot.views.board import board, shortened
from bot.views.fold import size
from bot.views.message import Button, Message, lines
from bot.views.overview import filings, results
from domain.facts.digest import Change, Digest, Errata, Figure, Issue, Ready, Soon
from domain.facts.overview import Overdue
from domain.verdicts import Verdict

NAMED = 6  # rows; the others are behind the button
LOST = 3  # that are met no more; the others are counted
ROOM = 860  # of the 1,024 signs under a picture; the rest is for who has read it, and for the day of issue


def issue(facts: Issue, t: Translator) -> Message:
    paging = [
        Button(t("Earlier: no. {number}", number=facts.older), "digest-no", facts.older) if facts.older else None,
        Button(t("Later: no. {number}", number=facts.newer), "digest-no", facts.newer) if facts.newer else None,
    ]
    shelf = tuple(button for button in paging if button)
    details = () if facts.issued_on else (Button(t("Details"), "units"),)  # which are those of today
    draft = (Button(t("Draft of the next one"), "digest-draft", facts.draft),) if facts.draft else ()
    return Message(
        lines(
            text(facts.digest, t),
            t("Read by {n}: {titles}", n=len(facts.read), titles=t.items(list(facts.read))) if facts.read else None,
            t("The leading group's chat is not bound; this report comes to you alone.") if facts.to_director else None,
            t("Issued on {day}", day=t.full_day(facts.issued_on)) if facts.issued_on else None,
        ),
        tuple(row for row in (details, shelf, draft) if row),
        picture=board(facts.digest.standing, t, title(facts.digest, t)),
    )


def title(facts: Digest, t: Translator) -> str:
    return t("{campaign}: weekly report no. {number}", campaign=facts.campaign, number=facts.number)


def text(facts: Digest, t: Translator) -> str:
    """As everybody reads it: with as many rows as there is room for under the picture, and how many more there are."""
    found = (_text(facts, named, t) for named in range(NAMED, 0, -1))
    return next((text for text in found if size(text) <= ROOM), _text(facts, 0, t))


def _text(facts: Digest, named: int, t: Translator) -> str:
    matters = [list(found) for _, found in groupby(sorted(_told(facts.behind), key=_matter), _matter)]
    behind = [_behind(found, t) for found in matters[:named]]
    more, left_out = len(matters) - len(behind), len(facts.left_out)
    days = {"first": t.short_day(facts.first), "last": t.short_day(facts.last)}
    return lines(
        t("{title} ({first} to {last})", title=title(facts, t), **days),
        t("Figures as of {moment}", moment=t.moment(facts.cut_off)),
        t("Note: {text}", text=facts.note) if facts.note else None,
        results(facts.standing, t),
        filings(facts.standing, t),
        _change(facts.change, t),
        _lost(facts.change, named, t),
        _errata(facts.errata, t) if facts.errata else None,
        *_earlier(facts.earlier, t),
        t("Please note") if matters else None,
        *behind,
        t("and {n} more", n=more) if more > 0 else None,
        t.many("{n} more is not named for now.", "{n} more are not named for now.", left_out) if left_out else None,
        _soon(facts.soon, t),
        shortened(facts.standing, t),
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
    counts = names.joined(
        t,
        t("newly met {n}", n=change.newly_met),
        t("no longer met {n}", n=len(change.lost)) if change.lost else None,
        t("newly overdue {n}", n=change.newly_overdue),
        t("made up {n}", n=change.made_up),
    )
    return t("Since the last one: {counts}", counts=counts)


def _lost(change: Change | None, named: int, t: Translator) -> str | None:
    """Which they are, each with what it is now."""
    if change is None or not change.lost or not named:
        return None
    shown = [(one.title, names.joined(t, one.code, names.verdict(t, one.verdict))) for one in change.lost]
    entries = [f"{title}（{more}）" for title, more in shown[: min(named, LOST)]]
    more = len(change.lost) - len(entries)
    return t("No longer met: {entries}", entries=t.items(entries)) + (t("and {n} more", n=more) if more else "")


def _errata(found: Errata, t: Translator) -> str:
    return t(
        "Correction of no. {number}: {figures} ({matters} put right since)",
        number=found.number,
        figures=t.items([_figure(figure, t) for figure in found.figures]),
        matters=t.items([names.matter(t, title, period) for title, period in found.matters]),
    )


def _earlier(found: tuple[Errata, ...], t: Translator) -> Iterator[str]:
    """One by one; those that are wrong in the same way together, with by how much."""
    for _, same in groupby(found, lambda one: (_off(one), one.matters)):
        first, *others = same
        matters = t.items([names.matter(t, title, period) for title, period in first.matters])
        if others:
            numbers = t.items([str(one.number) for one in (*reversed(others), first)])
            figures = t.items([_by(name, n, t) for name, n in _off(first)])
            yield t(
                "Correction of nos. {numbers}, in each: {figures} ({matters} put right since)",
                numbers=numbers,
                figures=figures,
                matters=matters,
            )
        else:
            figures = t.items([_figure(figure, t) for figure in first.figures])
            yield t(
                "Correction of earlier no. {number}: {figures} ({matters} put right since)",
                number=first.number,
                figures=figures,
                matters=matters,
            )


def _by(name: str, n: int, t: Translator) -> str:
    said = _name(name, t)
    return t("{name} too few by {n}", name=said, n=n) if n > 0 else t("{name} too many by {n}", name=said, n=-n)


def _off(one: Errata) -> tuple[tuple[str, int], ...]:
    return tuple((figure.name, figure.right - figure.said) for figure in one.figures)


def _figure(figure: Figure, t: Translator) -> str:
    name = _name(figure.name, t)
    return t("{name} {said} should be {right}", name=name, said=figure.said, right=figure.right)


def _name(name: str, t: Translator) -> str:
    counted = {
        "on time": t("on time"),
        "late": t("made up"),
        "overdue": t("overdue"),
        "not due yet": t("not due yet"),
    }
    return names.verdict(t, name) if name in set(Verdict) else counted[name]


def _told(behind: tuple[Overdue, ...]) -> list[tuple[Overdue, date]]:
    """Nobody is named without the day on which the holder was told."""
    return [(o, o.told_on) for o in behind if o.told_on]


def _matter(told: tuple[Overdue, date]) -> tuple[int, str, str, date]:
    """What is behind with the same thing for as long, and knows of it since the same day; the oldest first."""
    o, day = told
    return -o.days, o.period, o.title, day


def _behind(found: list[tuple[Overdue, date]], t: Translator) -> str:
    """Departments behind with one thing: since when, and since when they know."""
    first, told = found[0]
    return t(
        "● {matter}: {units} ({overdue}, reminded since {day})",
        matter=names.matter(t, first.title, first.period),
        units=t.items([f"{unit}（{n}）" if n > 1 else unit for unit, n in Counter(o.unit for o, _ in found).items()]),
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
