"""群组: the director confirms who belongs to a group, changes it, and chooses who convenes it."""

from bot.context import Context
from bot.handlers.words import button, for_director
from services import doubting, grouping


def groups(context: Context) -> None:
    context.show("groups")


def group(context: Context) -> None:
    context.show("group", {"group": context.press.number})


def confirm(context: Context) -> None:
    problem = grouping.confirm(context.office, context.press.number)
    if problem:
        return context.toast(problem)
    context.toast("confirmed")
    context.show("group", {"group": context.press.number})


def members(context: Context) -> None:
    context.show("members", {"group": context.press.number})


def join(context: Context) -> None:
    group_id, unit_id = _two(context)
    grouping.add(context.office, group_id, unit_id)
    context.show("members", {"group": group_id})


def leave(context: Context) -> None:
    group_id, unit_id = _two(context)
    if problem := grouping.remove(context.office, group_id, unit_id):
        return context.toast(problem)
    context.show("members", {"group": group_id})


def convenors(context: Context) -> None:
    context.show("convenors", {"group": context.press.number})


def convene(context: Context) -> None:
    group_id, unit_id = _two(context)
    if problem := doubting.convene(context.office, group_id, unit_id):
        context.toast(problem)
    context.show("group", {"group": group_id})


def _two(context: Context) -> tuple[int, int]:
    group_id, unit_id = context.press.id.split("-")
    return int(group_id), int(unit_id)


HANDLERS = [
    button("groups", for_director(groups)),
    button("group", for_director(group)),
    button("group-confirm", for_director(confirm)),
    button("members", for_director(members)),
    button("member-in", for_director(join)),
    button("member-out", for_director(leave)),
    button("convenors", for_director(convenors)),
    button("convenor", for_director(convene)),
]
