"""销号: what is asked to be closed, and what became of it; what is opened again."""

from bot.translator import Translator
from bot.views import names
from bot.views.message import Button, Message, lines
from domain.facts import joint, personal, work


def closing(facts: joint.Closing, t: Translator) -> Message:
    """To the reviewer."""
    task = facts.task
    matter = names.joined(t, task.unit, names.matter(t, task.title, task.period))
    if not facts.open:
        ends = {"struck": t("Struck off: {matter}", matter=matter), "settled": t("Settled: {matter}", matter=matter)}
        return Message(ends.get(task.step, t("This has been settled already.")))
    strike = not task.period or task.period.count("-") == 2
    verify = t("Verified, strike it off") if strike else t("Verified, settle it")
    keep = t("Not to be struck off") if strike else t("Not to be settled")
    number = task.receipt.number if task.receipt else ""
    return Message(
        lines(
            t("[To strike off] {matter}", matter=matter) if strike else t("[To settle] {matter}", matter=matter),
            t("Asked by {title}; receipt {number}.", title=facts.by, number=number),
            proof(facts, t),
            t("Please verify that it is done, by the files or on the spot."),
            None if strike else t("It is asked again next period: this closes the present one alone."),
        ),
        ((Button(verify, "verify", task.task_id, task.rev), Button(keep, "keep-open", task.task_id, task.rev)),),
    )


def proof(facts: joint.Closing, t: Translator) -> str:
    files = t.many("{n} file", "{n} files", facts.files) if facts.files else None
    links = t.many("{n} address", "{n} addresses", facts.links) if facts.links else None
    return t("On record: {what}", what=names.listed(t, files, links))


def label(task: work.Task, t: Translator) -> str:
    return t("Ask to strike it off") if task.closable == "strike" else t("Ask to settle it")


def reopened(task: work.Task, t: Translator) -> Message:
    """To the department: it may be corrected now."""
    number = task.receipt.report_id if task.receipt else 0
    return Message(
        lines(
            t("[May be corrected] {matter}", matter=names.matter(t, task.title, task.period)),
            t(
                "Please correct it by the end of {day}. Until the correction is accepted what was accepted stands.",
                day=t.day(task.due),
            ),
        ),
        (
            (
                Button(t("Correct"), "correct", number),
                Button(t("No correction"), "relock", task.task_id, task.rev),
            ),
        ),
    )


def reopen(facts: work.Reopening, t: Translator) -> Message:
    """To the office."""
    task = facts.task
    matter = names.matter(t, task.title, task.period)
    who = {"title": facts.title, "unit": task.unit}
    wish = t("{title} would correct what is locked: {unit}, {matter}.", **who, matter=matter)
    states = {
        "granted": t("Opened for correction; what was accepted stands until then."),
        "refused": t("It stays locked; the department is told."),
    }
    if facts.state != "asked" or facts.request_id is None:
        return Message(lines(wish, states.get(facts.state)))
    yes, no = t("Let it be corrected"), t("Leave it locked")
    return Message(wish, ((Button(yes, "reopen", facts.request_id), Button(no, "keep-locked", facts.request_id)),))


def news(one: personal.News, t: Translator) -> str:
    """One line of the card of the day."""
    matter = names.matter(t, one.title, one.period)
    holds = {
        "lead": t("the lead's figure holds"),
        "part": t("the responsible department's figure holds"),
        "new": t("another figure holds"),
    }
    match one.kind, one.state:
        case "dispute", _:
            return t("● Decided: {matter}, {holds}. {words}", matter=matter, holds=holds[one.subject], words=one.words)
        case "closing", "refused":
            return t("● Not closed: {matter}. {words}", matter=matter, words=one.words)
        case "closing", "struck":
            return t("● Struck off: {matter}", matter=matter)
        case "closing", _:
            return t("● Settled for the period: {matter}", matter=matter)
        case "reopen", "granted":
            return t("● No correction has come by its limit; what was filed stands: {matter}", matter=matter)
    return t("● Not to be corrected: {matter}", matter=matter)
