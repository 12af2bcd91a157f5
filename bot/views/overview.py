"""/status and the way down from it."""

from bot.translator import Translator
from bot.views import names, order_lists, queues
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
        picture=board(standing, t, t("{campaign} at a glance", campaign=facts.campaign)),
    )


def _ways(facts: overview.Status, t: Translator) -> list[Button]:
    """On from the overview: for everybody who oversees, and what waits for the reader."""
    buttons = [Button(t("By department"), "units"), Button(t("By area"), "areas")]
    if facts.standing.overdue:
        buttons.append(Button(t("Overdue {n}", n=facts.standing.overdue), "overdue"))
    if facts.orders is not None:
        buttons.append(Button(t("Orders {n}", n=facts.orders), "orders", "open-0-1"))
    buttons.append(Button(t("Reminding by month"), "month"))
    if facts.exports:
        buttons.append(Button(t("Export"), "exports"))
    return [*buttons, *_own(facts.waiting, t)] if facts.personal else buttons


def _own(waits: overview.Waiting, t: Translator) -> list[Button]:
    buttons = [queues.button(what, n, t) for what, n in waits.queues]
    if waits.claims:
        buttons.append(Button(t("To confirm {n}", n=waits.claims), "claims"))
    if waits.doubts:
        buttons.append(Button(t("To settle {n}", n=waits.doubts), "doubts"))
    if waits.paper:
        buttons.append(Button(t("The notice"), "paper", waits.paper.document_id))
    if waits.remarks:
        buttons.append(Button(t("Remarks to be given out: {n}", n=waits.remarks), "remarks"))
    return [*buttons, Button(t("Periods and limits"), "paces")]


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
        left=t.number(standing.asked - standing.filed - overdue),
    )
    earlier = t("of earlier months {n}", n=t.number(standing.earlier)) if standing.earlier else None
    return names.clauses(t, month, earlier)


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


def units(facts: overview.UnitList, t: Translator) -> Message:
    buttons = [Button(f"{name} {late}" if late else name, "unit", number) for number, name, late in facts.units]
    return Message(
        t("Which department? The figure behind a name is what is overdue."),
        (*rows(*buttons, width=3), _top(t)),
    )


def unit(facts: overview.UnitView, t: Translator) -> Message:
    entries = [f"{_mark(line)} {_line(line, t)}" for line in facts.tasks]
    return Message(
        lines(
            facts.unit,
            t("Signed for {signed} of {given}", signed=facts.signed, given=facts.given),
            t("Lead: {codes}", codes=t.items(list(facts.lead))) if facts.lead else None,
            t("Responsible: {codes}", codes=t.items(list(facts.responsible))) if facts.responsible else None,
            *entries,
            *(order_lists.issued(line, t) for line in facts.orders),
        ),
        (
            *_histories(facts.tasks, t),
            *order_lists.numbers(facts.orders),
            (Button(t("The year"), "year", facts.unit_id),),
            *(((Button(t("Back"), "units"),),) if facts.whole else ()),
        ),
    )


def _line(line: overview.TaskLine, t: Translator) -> str:
    matter = names.matter(t, line.title, line.period)
    return t(
        "{matter}, due {day}, {state}",
        matter=matter,
        day=t.short_day(line.due),
        state=names.state(t, line.state, line.overdue),
    )


def _mark(line: overview.TaskLine) -> str:
    done = {"on time": "●", "late": "◐", "struck": "●", "settled": "●"}
    return (done | {"overdue": "■", "open": "○", "gathering": "○", "disputed": "○"})[line.state]


def _histories(lines_: tuple[overview.TaskLine, ...], t: Translator) -> tuple[tuple[Button, ...], ...]:
    buttons = [Button(names.matter(t, line.title, line.period), "history", line.task_id) for line in lines_[:6]]
    return rows(*buttons, width=2)


def areas(facts: overview.AreaList, t: Translator) -> Message:
    entries = [t("{title}: {met} of {n} met", title=title, met=met, n=n) for _, _, title, n, met in facts.areas]
    buttons = [Button(short, "area", number) for number, short, _, _, _ in facts.areas]
    return Message(lines(*entries), (*rows(*buttons, width=3), _top(t)))


def area(facts: overview.AreaView, t: Translator) -> Message:
    entries = [f"{code} {title}　{names.verdict(t, verdict)}" for code, title, verdict in facts.indicators]
    buttons = [Button(code, "indicator", code.replace(".", "-")) for code, _, _ in facts.indicators]
    return Message(lines(facts.title, *entries), (*rows(*buttons, width=4), (Button(t("Back"), "areas"),)))


def overdue(facts: overview.OverdueList, t: Translator) -> Message:
    if not facts.tasks:
        return Message(t("Nothing is overdue."), (_top(t),))
    together: dict[tuple[str, str, str], list[overview.Overdue]] = {}
    for o in facts.tasks:
        together.setdefault((o.unit, o.title, o.period), []).append(o)
    entries = []
    for found in list(together.values())[:30]:
        o, codes = found[0], t.items([each.code for each in found if each.code])
        matter = names.matter(t, o.title, o.period) + (f"（{codes}）" if codes else "")
        entries.append(f"■ {names.joined(t, o.unit, matter, names.overdue(t, o.days))}")
    buttons = [
        Button(names.joined(t, o.unit, o.code or names.period(t, o.period)), "history", o.task_id)
        for o in facts.tasks[:12]
    ]
    more = len(together) - 30
    return Message(
        lines(*entries, t("and {n} more", n=more) if more > 0 else None), (*rows(*buttons, width=2), _top(t))
    )


def _top(t: Translator) -> tuple[Button, ...]:
    return (Button(t("By department"), "units"), Button(t("By area"), "areas"))
