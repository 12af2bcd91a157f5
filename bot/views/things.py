"""A line of a list: a task, or a sheet of several that are asked together."""

from bot.translator import Translator
from bot.views import names, sheet
from bot.views.message import Button
from domain.facts import work
from domain.lifecycle import AT_HEAD

Thing = work.Task | work.Sheet


def opens(label: str, thing: Thing) -> Button:
    if isinstance(thing, work.Sheet):
        return Button(label, "sheet", thing.first.task_id)
    return Button(label, "task", thing.task_id)


def comes_by_itself(task: work.Task) -> bool:
    """Nothing is late as long as the year lasts."""
    return isinstance(task.form, work.Register) and not task.form.may_close


def first(thing: Thing) -> work.Task:
    return thing.first if isinstance(thing, work.Sheet) else thing


def matter(thing: Thing, t: Translator) -> str:
    if isinstance(thing, work.Sheet):
        asked = sheet.wanted(thing, t)
        return sheet.title(thing, t) + (f"（{asked}）" if asked else "")
    return names.matter(t, thing.title, thing.period)


def state(thing: Thing, t: Translator) -> str:
    """By when, or since when; nothing where nobody is late with it."""
    task = first(thing)
    if task.step == "reopened":
        return t("may be corrected")
    if task.step == "disputed":
        return t("departments disagree")
    if task.step == "gathering" and task.left < 0:
        return t("waits for responsible departments")
    if thing.closed:
        return t("done")
    if task.step in AT_HEAD:
        return t("with the head")
    if task.step == "returned":
        return names.joined(t, t("returned, to be mended"), names.left(t, task.left))
    if back := sum(1 for one in (thing.open if isinstance(thing, work.Sheet) else (task,)) if one.reason):
        n = str(back) if isinstance(thing, work.Sheet) else None
        return names.joined(t, t("returned by the head") + (f" {n}" if n else ""), names.left(t, task.left))
    if comes_by_itself(task):
        return t("as it comes")
    return "" if task.quiet else names.left(t, task.left)
