"""督办单: as issued, and what its signer decides about."""

from collections.abc import Callable
from datetime import date

from bot.translator import Translator
from bot.views import names
from bot.views.message import Button, Message, lines
from domain.facts import orders


def title(colour: str, t: Translator) -> str:
    return {"blue": t("blue order"), "yellow": t("yellow order"), "red": t("red order")}[colour]


def matter(facts: orders.Matter, t: Translator) -> str:
    """With its ground: 11月诉前调解数据（5.2.1）已逾期 3 个工作日"""
    return names.joined(t, names.matter(t, facts.title, facts.period), GROUNDS[facts.ground](facts, t))


GROUNDS: dict[str, Callable[[orders.Matter, Translator], str]] = {
    "near": lambda facts, t: t.many("{n} working day before its limit", "{n} working days before its limit", facts.n),
    "behind": lambda facts, t: t("behind what the year asks for by now"),
    "returned": lambda facts, t: t.many("returned {n} time", "returned {n} times", facts.n),
    "overdue": lambda facts, t: names.overdue(t, facts.n),
    "raised": lambda facts, t: t(
        "{number} not done, {overdue}", number=facts.before, overdue=names.overdue(t, facts.n)
    ),
}


def order(facts: orders.Order, t: Translator) -> Message:
    buttons = []
    if facts.may_receive:
        buttons.append(Button(t("Sign for it"), "receive-order", facts.order_id))
    if facts.may_explain:
        buttons.append(Button(t("Explain"), "explain", facts.order_id, facts.task_rev))
    if facts.may_ask:
        buttons.append(Button(t("Ask for its closing"), "ask-closing", facts.order_id, facts.task_rev))
    if facts.paper:
        buttons.append(Button(t("Export"), "export", f"order-{facts.paper}"))
    return Message(
        lines(
            t("[{title}] {number}", title=title(facts.matter.colour, t), number=facts.number),
            t("About: {matter}", matter=matter(facts.matter, t)),
            wanted(facts.matter, facts.explain_by, facts.done_by, t),
            _addressed(facts, t),
            t("Issued by {title}, {day}", title=facts.signer, day=t.short_day(facts.signed_on)),
            *_so_far(facts, t),
        ),
        (tuple(buttons),) if buttons else (),
    )


def wanted(facts: orders.Matter, explain_by: date, done_by: date, t: Translator) -> str:
    """What it demands, and by when."""
    if facts.colour == "red":
        return t(
            "Please explain in writing by the end of {explain}, and have it done by the end of {done}.",
            explain=t.day(explain_by),
            done=t.day(done_by),
        )
    if facts.ground == "raised":
        return t("Please have it done and explain in writing by the end of {day}.", day=t.day(done_by))
    if facts.ground == "returned":
        return t("Please file it anew and explain in writing by the end of {day}.", day=t.day(done_by))
    if facts.ground == "behind":
        return t("Please explain in writing, with the measures taken, by the end of {day}.", day=t.day(done_by))
    if facts.ground == "near":
        return t("Please file it and explain in writing by the end of {day}.", day=t.day(done_by))
    return t("Please make it up and explain in writing by the end of {day}.", day=t.day(done_by))


def _addressed(facts: orders.Order, t: Translator) -> str:
    to = t("To: {unit}", unit=facts.matter.unit)
    return names.clauses(t, to, t("copy: {title}", title=facts.leader) if facts.leader else None)


def _so_far(facts: orders.Order, t: Translator) -> tuple[str | None, ...]:
    if facts.state == "done" and facts.step == "withdrawn":
        return (t("What it was about is asked no more; nothing is to be explained."),)
    if facts.state == "done" and facts.done_on:
        return (t("Closed on {day}.", day=t.short_day(facts.done_on)),)
    if facts.state == "raised":
        return (t("An order of a higher colour has taken its place."),)
    received = t("not signed for yet")
    if facts.received:
        by, at = facts.received
        received = t("signed for by {title}, {moment}", title=names.told(t, by), moment=t.moment(at))
    late = names.overdue(t, facts.overdue) if facts.overdue else None
    filed = t("the matter is filed") if facts.filed else t("the matter is not filed")
    return (
        names.joined(t, received, EXPLAINED[facts.step](t), filed, late),
        t("Not closed yet: {reason}", reason=facts.kept) if facts.kept else None,
    )


EXPLAINED: dict[str, Callable[[Translator], str]] = {
    "asked": lambda t: t("not explained yet"),
    "returned": lambda t: t("the explanation was returned"),
    "confirming": lambda t: t("the explanation is with the head"),
    "reconfirming": lambda t: t("the explanation is with the head"),
    "reopened": lambda t: t("the explanation is being corrected"),
    "reviewing": lambda t: t("the explanation is being reviewed"),
    "accepted": lambda t: t("the explanation was accepted"),
    "closing": lambda t: t("its closing was asked for"),
    "struck": lambda t: t("closed"),
    "withdrawn": lambda t: t("not asked any more"),
}


# what its signer decides about


def proposal(facts: orders.Proposal | orders.Settled, t: Translator) -> Message:
    if isinstance(facts, orders.Settled):
        return _settled(facts, "sign", t)
    told = t("The contact has not been reminded.")
    if facts.last_reminded:
        moment = t.moment(facts.last_reminded)
        told = t("The contact was reminded {n} times, last on {moment}.", n=facts.reminded, moment=moment)
    held = [t("{who} {hours} h", who=who or t("{office}"), hours=t.number(hours)) for who, hours in facts.held]
    buttons = (
        Button(t("Issue"), "issue-order", facts.order_id, facts.rev),
        Button(t("Do not issue"), "no-order", facts.order_id, facts.rev),
    )
    return Message(
        lines(
            t("[To be signed] {title}", title=title(facts.matter.colour, t)),
            t("About: {matter}", matter=names.joined(t, facts.matter.unit, matter(facts.matter, t))),
            t("Rule: {rule}; its limit: {day}.", rule=facts.rule, day=t.day(facts.due)),
            told,
            t.many("Returned {n} time before.", "Returned {n} times before.", facts.returned)
            if facts.returned
            else None,
            t("Held by (office hours): {held}", held=t.items(held)) if held else None,
            t("If issued: {wanted}", wanted=wanted(facts.matter, facts.explain_by, facts.done_by, t)),
            t("Copy: {title}", title=facts.leader) if facts.leader else None,
        ),
        (buttons, (_all("sign", t),)),
    )


def closing(facts: orders.Closing | orders.Settled, t: Translator) -> Message:
    if isinstance(facts, orders.Settled):
        return _settled(facts, "close", t)
    issued = facts.order
    buttons = (
        Button(t("Close it"), "strike-order", issued.order_id, facts.rev),
        Button(t("Not yet"), "keep-order", issued.order_id, facts.rev),
    )
    filed = t("The matter was filed on {day}.", day=t.day(facts.filed_on)) if facts.filed_on else None
    return Message(
        lines(
            t("[To be closed] {title} {number}", title=title(issued.matter.colour, t), number=issued.number),
            t("About: {matter}", matter=names.joined(t, issued.matter.unit, matter(issued.matter, t))),
            t("Explanation: {text}", text=facts.text),
            t.many("Proof: {n} file", "Proof: {n} files", facts.files) if facts.files else None,
            filed or t("The matter is not filed."),
        ),
        (buttons, (_all("close", t),)),
    )


def _settled(facts: orders.Settled, what: str, t: Translator) -> Message:
    said = STATES[facts.state](facts, t)
    about = t("About: {matter}", matter=names.joined(t, facts.matter.unit, matter(facts.matter, t)))
    left = t.many("{n} more waits for you.", "{n} more wait for you.", facts.left) if facts.left else None
    return Message(lines(said, about, left), ((_all(what, t),),) if facts.left else ())


STATES: dict[str, Callable[[orders.Settled, Translator], str]] = {
    "lapsed": lambda facts, t: t("What this order was proposed for is no longer so; it is not issued."),
    "refused": lambda facts, t: t("Not issued."),
    "signed": lambda facts, t: t("Issued: {title} {number}", title=title(facts.matter.colour, t), number=facts.number),
    "raised": lambda facts, t: t("An order of a higher colour has taken its place."),
    "done": lambda facts, t: t("Closed: {title} {number}", title=title(facts.matter.colour, t), number=facts.number),
}


def _all(what: str, t: Translator) -> Button:
    return Button(t("All that waits"), "orders-waiting", f"{what}-1")
