"""责任部门: the parts of a lead's report department by department, a disagreement, the board of the monthly round."""

from bot.translator import Translator
from bot.views import names, readings
from bot.views.message import NUMBERS, Button, Message, lines, rows
from domain.facts import joint, work


def parts(facts: joint.Joint, t: Translator) -> Message:
    """Who has given what, the sum as a suggestion; whoever was not asked can be."""
    task = facts.task
    asked = [one for one in facts.given if one.part_id is not None]
    rest = [one for one in facts.given if one.part_id is None]
    there = sum(1 for one in asked if one.state == "filed")
    numbered = list(zip(NUMBERS, facts.given, strict=False))
    entries = [f"{number} {_given(one, t)}" for number, one in numbered]
    sums = t.items([f"{label} {readings.amount(value)}{names.spaced(unit)}" for label, value, unit in facts.sums])
    looks = [Button(n, "part", one.part_id) for n, one in numbered if one.part_id is not None and one.state == "filed"]
    single = [_ask(task, t("Ask {number}", number=n), one.unit_id) for n, one in numbered if one.part_id is None]
    every = [_ask(task, t("Ask all {n}", n=len(rest)), 0)] if rest else []
    of_sums = ((Button(t("Take the sum"), "take-sums", task.task_id, task.rev),),) if facts.sums else ()
    now = t("Whoever is asked now files by the end of {day}.", day=t.day(facts.limit)) if rest and facts.limit else None
    buttons = (*of_sums, *rows(*looks, width=5), tuple(every), *rows(*single, width=4))
    return Message(
        lines(
            t("[Responsible departments] {matter}", matter=names.matter(t, task.title, task.period)),
            t("{filed} of {of} have filed.", filed=there, of=len(asked)) if asked else None,
            t("They file by the end of {day}.", day=t.day(facts.due)) if facts.due else None,
            *entries,
            now,
            t("Sum (suggested): {sums}", sums=sums) if facts.sums else None,
            _too_late(facts, t),
        ),
        tuple(row for row in buttons if row),
    )


def gathered(facts: joint.Gathered, t: Translator) -> Message:
    matter = names.matter(t, facts.title, facts.period)
    return Message(
        t("{matter}: whoever was asked has filed, {n} in all.", matter=matter, n=facts.n),
        ((Button(t("Who has filed"), "joint", facts.task_id),),),
    )


def _too_late(facts: joint.Joint, t: Translator) -> str | None:
    if facts.given or facts.task.closed:
        return None
    return t("The limit is too near to ask other departments now.")


def _ask(task: work.Task, label: str, unit_id: int) -> Button:
    return Button(label, "ask-parts", f"{task.task_id}-{unit_id}", task.rev)


def _given(one: joint.Given, t: Translator) -> str:
    states = {"not asked": t("not asked"), "asked": t("not filed yet"), "late": t("not filed, overdue")}
    if one.answer is None or one.at is None:
        return f"{one.unit}　{states[one.state]}"
    return f"{one.unit}　{t.moment(one.at)}　{short(one.answer, t)}"


def short(form: work.Readings, t: Translator) -> str:
    """A part in one line."""
    if is_none(form):
        return t("nothing of the kind here")
    told = [(one.label, one.value) for one in form.figures if one.value is not None]
    figures = [f"{names.quantity(t, label)} {readings.amount(value)}" for label, value in told]
    points = [f"{point.name}：{readings.said(point.answer, point, t)}" for point in form.points if point.answer]
    return t.items([*figures, *points])


def is_none(form: work.Readings) -> bool:
    """本部门无此类情况"""
    nothing = all(point.answer is not None and point.answer.get("count") == 0 for point in form.points)
    return bool(form.points or form.figures) and nothing and not any(figure.value for figure in form.figures)


def part(facts: joint.Part, t: Translator) -> Message:
    lead = facts.lead
    disagree = Button(t("It does not agree"), "dispute", facts.part_id, lead.rev)
    back = Button(t("Back"), "joint", lead.task_id)
    return Message(
        lines(
            names.joined(t, facts.unit, names.matter(t, lead.title, lead.period)),
            *readings.answers(facts.answer, t),
            t("Filled in by {title}, {moment}.", title=facts.by, moment=t.moment(facts.at)),
        ),
        ((disagree, back) if facts.may_dispute else (back,),),
    )


def dispute(facts: joint.Dispute, t: Translator) -> Message:
    """What each of the two says; the office's word needs words."""
    task = facts.task
    if not facts.open:
        return Message(t("This has been settled already."))
    own = readings.said_alone(task.form, t) if isinstance(task.form, work.Readings) else []
    theirs = readings.said_alone(facts.answer, t) if facts.answer else []
    buttons = (
        Button(t("The lead's holds"), "decide", f"{task.task_id}-lead", task.rev),
        Button(t("The department's holds"), "decide", f"{task.task_id}-part", task.rev),
        Button(t("Something else"), "decide", f"{task.task_id}-new", task.rev),
    )
    return Message(
        lines(
            t("[To decide] {matter}", matter=names.matter(t, task.title, task.period)),
            t("{lead} does not agree with {unit}: {reason}", lead=task.unit, unit=facts.unit, reason=facts.reason),
            t("Lead {unit}:", unit=task.unit) if own else None,
            *own,
            t("Responsible {unit}:", unit=facts.unit) if theirs else None,
            *theirs,
            t("Until you have decided nobody is late with it."),
        ),
        rows(*buttons, width=2),
    )


def round_(facts: joint.Round, t: Translator) -> Message:
    """Departments and numbers alone."""
    task = facts.task
    waits = len(facts.unreviewed)
    return Message(
        lines(
            t("[All departments] {matter}", matter=names.matter(t, task.title, task.period)),
            t("{filed} of {expected} departments have filed.", filed=facts.zero + facts.some, expected=facts.expected),
            t("Zero reports {zero}, with records {some}.", zero=facts.zero, some=facts.some),
            t("Compared {reviewed}, to be compared {waits}.", reviewed=facts.reviewed, waits=waits),
            t("Not yet: {units}", units=t.items(list(facts.missing))) if facts.missing else None,
            t("To be compared: {units}", units=t.items(list(facts.unreviewed))) if facts.unreviewed else None,
        )
    )
