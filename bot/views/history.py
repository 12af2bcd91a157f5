"""One period of one matter: how it stands, who did what when, for how long each had it."""

from bot.translator import Translator
from bot.views import balls, course, names, pages
from bot.views.message import Button, Message, lines, rows
from domain.facts import overview


def history(facts: overview.History, t: Translator) -> Message:
    line = facts.line
    head = names.joined(t, facts.unit, names.matter(t, line.title, line.period))
    entries = [f"{t.moment(event.at)} {course.line(event, t)}" for event in facts.events]
    held = t("Office time so far: {times}", times=names.clauses(t, *(balls.ball(one, t) for one in facts.balls)))
    return Message(
        lines(head, _due(line, t), *entries, held if facts.balls else None),
        (
            *pages.turn(facts.leaf, lambda label, page: Button(label, "history", f"{line.task_id}-{page}")),
            *rows(*_ways(facts, t), width=3),
        ),
    )


def _due(line: overview.TaskLine, t: Translator) -> str:
    if line.state == "withdrawn":
        return t("It is no longer asked; what was said and done stays on record.")
    first = t(" (first limit {day})", day=t.short_day(line.first_due)) if line.first_due else ""
    day = t.full_day(line.due) if line.is_past else t.day(line.due)
    return t("Due {day}, {state}", day=day, state=names.state(t, line.state, line.overdue)) + first


def _ways(facts: overview.History, t: Translator) -> list[Button]:
    found = [Button(t("Report and proof"), "report", f"{facts.line.task_id}-1")] if facts.has_report else []
    if facts.may_urge:
        found.append(Button(t("Urge"), "urge", facts.line.task_id))
    if facts.code:
        found.append(Button(t("Why {code}", code=facts.code), "indicator", names.key(facts.code)))
    return found
