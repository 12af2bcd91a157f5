"""What falls due, in the words of a calendar."""

from bot.translator import Translator
from bot.views import names
from bot.views.message import lines
from domain.agenda import Agenda, Day
from domain.facts import calendar


def words(facts: calendar.Calendar, t: Translator) -> Agenda:
    whose = facts.unit or t("all departments")
    name = t("{campaign}: limits of {unit}", campaign=facts.campaign, unit=whose)
    return Agenda(name, facts.at, tuple(_day(facts, due, t) for due in facts.dues))


def _day(facts: calendar.Calendar, due: calendar.Due, t: Translator) -> Day:
    matter = names.matter(t, due.title, due.period)
    what = matter if facts.unit else f"{due.unit}：{matter}"
    done = {"done": t("[Filed] {matter}", matter=what), "cancelled": t("[No longer asked] {matter}", matter=what)}
    return Day(
        uid=f"task-{due.task_id}@{facts.house}",
        sequence=due.sequence,
        day=due.day,
        summary=done.get(due.state, what),
        description=lines(
            due.unit,
            t("The first limit was {day}.", day=t.full_day(due.first_due)) if due.first_due else None,
            t("The day is provisional.") if due.provisional else None,
            t("To answer it, send /tasks to the bot.") if due.state == "open" else None,
        ),
        cancelled=due.state == "cancelled",
        alarms=due.reminders,
    )
