"""督办单 as a paper: its colour as a word and a bar, the form below it filled as far as the matter has come."""

from bot.translator import Translator
from bot.views import names
from bot.views.orders import EXPLAINED, matter, title, wanted
from domain.facts.orders import Sheet
from domain.official import Bar, Form, Official

EXPLANATION = 6  # the row that has room


def words(facts: Sheet, t: Translator) -> Official:
    order = facts.order
    signed = t.full_day(order.signed_on)
    lines = (
        ((t("matter"), matter(order.matter, t)),),
        ((t("basis"), _basis(facts, t)),),
        ((t("to"), order.matter.unit), *(((t("copy to"), order.leader),) if order.leader else ())),
        ((t("what is asked"), wanted(order.matter, order.explain_by, order.done_by, t)),),
        ((t("to explain by"), t.full_day(order.explain_by)), (t("to be done by"), t.full_day(order.done_by))),
        ((t("issued"), f"{order.signer}\n{signed}"), (t("signed for"), _received(facts, t))),
        ((t("explanation"), _explained(facts, t)),),
        ((t("looked at"), _looked(facts, t)),),
        ((t("end"), _end(facts, t)),),
    )
    return Official(
        masthead=t("{court}: order", court=facts.court),
        number=order.number,
        day=order.signed_on,
        day_text=signed,
        blocks=(Form(lines, frozenset({EXPLANATION})),),
        title=names.joined(t, order.number, order.matter.unit),
        beside=True,
        bar=Bar(title(order.matter.colour, t), order.matter.colour),
    )


def _basis(facts: Sheet, t: Translator) -> str:
    """The rule that proposed it is the office's own, the duty the notice's."""
    duty = t("{notice}, indicator {code}", notice=facts.notice, code=facts.code) if facts.code else facts.notice
    told = t("the contact was reminded {n} times before", n=facts.reminded) if facts.reminded else None
    return names.clauses(t, t("{rule} (set by the office)", rule=facts.rule), duty, told)


def _received(facts: Sheet, t: Translator) -> str:
    if facts.order.received is None:
        return t("not signed for yet")
    who, at = facts.order.received
    return f"{who}\n{t.full_day(at.astimezone(t.zone).date())}"


def _explained(facts: Sheet, t: Translator) -> str:
    if not facts.text or facts.explained is None:
        return t("not explained yet")
    who, at = facts.explained
    files = t.many("Proof: {n} file", "Proof: {n} files", facts.files) if facts.files else ""
    said = names.joined(t, who, t.full_day(at.astimezone(t.zone).date()))
    return "\n".join(filter(None, (facts.text, files, said)))


def _looked(facts: Sheet, t: Translator) -> str:
    """What became of the explanation, and whether its matter is filed."""
    filed = t("the matter is filed") if facts.order.filed else t("the matter is not filed")
    if facts.filed_on:
        filed = t("The matter was filed on {day}.", day=t.full_day(facts.filed_on)).rstrip("。.")
    explained = EXPLAINED[facts.order.step](t)
    return names.joined(t, explained, filed)


def _end(facts: Sheet, t: Translator) -> str:
    order = facts.order
    if order.state == "done" and order.done_on:
        return t("Closed on {day}.", day=t.full_day(order.done_on))
    if order.state == "raised":
        return t("An order of a higher colour has taken its place.")
    late = names.overdue(t, order.overdue) if order.overdue else None
    kept = t("Not closed yet: {reason}", reason=order.kept) if order.kept else t("not closed yet")
    return names.joined(t, kept, late)
