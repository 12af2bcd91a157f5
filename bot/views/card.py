"""One card a day and person: a single task in full, several as a list."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.translator import Translator
from bot.views import closing, forms, names, pace, queues, sheet, things
from bot.views.message import NUMBERS, Button, Message, lines, rows
from domain.facts import personal, work

View = Callable[[Any, Translator], Message]

NAMED = 15


def card(facts: personal.Card, t: Translator, views: Mapping[str, View]) -> Message:
    """What is to be done, and below it what happened; whatever is the only thing of the day, as it is."""
    told = [views[kind](happened, t) for kind, happened in facts.tidings]
    if not facts.items and not facts.groups and not facts.looked and not facts.queues and told:
        first, *others = told
        return Message(lines(first.text, *(_also(one) for one in others)), _buttons(told))
    main = _reminders(facts, t)
    return Message(lines(main.text, *(_also(one) for one in told)), (*main.buttons, *_buttons(told)))


def _also(told: Message) -> str:
    return f"● {told.text}"


def _buttons(told: list[Message]) -> tuple[tuple[Button, ...], ...]:
    """Each once, whatever is told of."""
    found = dict.fromkeys(button for one in told for row in one.buttons for button in row)
    return rows(*found, width=2)


def _reminders(facts: personal.Card, t: Translator) -> Message:
    others = None
    if facts.others_overdue:
        others = t("{n} more are overdue: /tasks", n=facts.others_overdue)
    if (item := facts.sole) is not None:
        one, unit = _alone(item, t), things.first(item.task).unit
        capacity = unit if facts.several_units and unit not in one.text else None
        return Message(lines(_urged(item.urged, t), capacity, one.text, others), one.buttons)
    if not facts.items and not facts.groups and not facts.queues and not facts.news and facts.looked:
        return _pace(facts.behind, t)
    if not facts.items and not facts.queues and not facts.news:
        return _late(facts, t)
    looks = [(t("[Urged]") if queue.urged else "") + queues.line(queue, t) for queue in facts.queues]
    late = [_group(group, t) for group in facts.groups]
    decided = [closing.news(one, t) for one in facts.news]
    entries = [*_items(facts, t), *looks, *late, *_codes(facts.behind, t), *decided]
    todo = sum(1 for item in facts.items if not item.task.closed) + len(facts.queues)
    done = t("All of today's are done") if facts.items or facts.groups else t("To be taken note of")
    head = t.many("{n} thing to do today", "{n} things to do today", todo) if todo else done
    pairs = zip(NUMBERS, facts.items, strict=False)
    buttons = [things.opens(number, item.task) for number, item in pairs if not item.task.closed]
    overview = ((Button(t("Overview"), "status"),),) if facts.groups else ()
    looking = (tuple(queues.opens(queue, t) for queue in facts.queues),) if facts.queues else ()
    ahead = rows(*_looks(facts.behind), width=5)
    return Message(lines(head, *entries, others), (*rows(*buttons, width=5), *looking, *ahead, *overview))


def _pace(behind: tuple[personal.Behind, ...], t: Translator) -> Message:
    """Nothing else is said that day."""
    if not behind:
        return Message(t("What was behind pace here is behind no more."))
    entries = [f"● {one.name}（{one.code}）：{pace.bare(one.pace, one.unit, t)}" for one in behind[:NAMED]]
    more = t("and {n} more", n=len(behind) - NAMED) if len(behind) > NAMED else None
    return Message(
        lines(t("[Pace] Behind what the year asks for by now"), *entries, more), rows(*_looks(behind), width=5)
    )


def _codes(behind: tuple[personal.Behind, ...], t: Translator) -> list[str]:
    """One line beside what is to be done."""
    codes = list(dict.fromkeys(one.code for one in behind))
    return [t("● Behind pace: {codes}", codes=t.items(codes))] if codes else []


def _looks(behind: tuple[personal.Behind, ...]) -> list[Button]:
    """What is lacking is registered there; of figures the rule is shown."""
    found = {one.code: one for one in behind}
    return [
        Button(code, "task", one.task_id) if one.counted else Button(code, "indicator", names.key(code))
        for code, one in found.items()
    ]


def _alone(item: personal.Item, t: Translator) -> Message:
    """The only thing of the day, in full."""
    if item.audience == "head":
        return urge(item.task, t)
    return sheet.sheet(item.task, t) if isinstance(item.task, work.Sheet) else forms.task(item.task, t)


def _items(facts: personal.Card, t: Translator) -> list[str]:
    several = facts.several_units or len({things.first(item.task).unit for item in facts.items}) > 1
    lines_ = [_line(item, several, t) for item in facts.items]
    return [f"{NUMBERS[i] if i < len(NUMBERS) else '·'} {line}" for i, line in enumerate(lines_)]


def _line(item: personal.Item, several: bool, t: Translator) -> str:
    task, closed = things.first(item.task), item.task.closed
    state = t("no longer asked") if task.state == "withdrawn" else things.state(item.task, t)
    urged = t("please urge") if item.audience == "head" and not closed else None
    unit = task.unit if several or item.audience == "head" else None
    mark = t("[Urged]") if item.urged and not closed else ""
    return mark + names.joined(t, unit, things.matter(item.task, t), urged) + "　" + state


def _urged(title: str, t: Translator) -> str | None:
    return t("[Urged] {title} asks for an answer.", title=title) if title else None


def urge(thing: work.Task | work.Sheet, t: Translator) -> Message:
    """To the head, on the one day that the ladder names."""
    task = things.first(thing)
    if isinstance(thing, work.Sheet):  # not all of it was asked from the beginning
        task = max(thing.open, key=lambda one: one.reminded, default=task)
    matter = sheet.title(thing, t) if isinstance(thing, work.Sheet) else names.matter(t, task.title, task.period)
    if task.state == "withdrawn":
        return Message(t("{unit}: {matter} is no longer asked.", unit=task.unit, matter=matter))
    if thing.closed:
        return Message(t("{unit}: {matter} has been filed.", unit=task.unit, matter=matter))
    told = None
    if task.last_reminded:
        told = t(
            "The contact was reminded {n} times, last on {moment}.",
            n=task.reminded,
            moment=t.moment(task.last_reminded),
        )
    if task.left >= 0:  # an order is the head's own matter before it is late
        due, until = names.due_line(t, task), None
    else:
        due = t("It was due on {day} and is {overdue}.", day=t.day(task.due), overdue=names.overdue(t, -task.left))
        until = t("Please see that it is made up by the end of {day}.", day=t.day(task.next_day))
    return Message(
        lines(t("[Please urge] {unit}: {matter}", unit=task.unit, matter=matter), due, told, until),
        ((things.opens(t("Look"), thing),),),
    )


def _group(group: personal.Group, t: Translator) -> str:
    units = t.items(list(group.units[:NAMED]))
    if not group.title:
        return t("● Not signed for yet: {units}", units=units)
    matter = names.matter(t, group.title, group.period)
    if group.stage in STAGES:
        return STAGES[group.stage](t, matter, units)
    late = names.overdue(t, group.overdue)
    if group.stage == "returned":
        return t("● {matter}: returned and not mended, {late}: {units}", matter=matter, units=units, late=late)
    if len(group.units) == 1:
        return t("● {matter}: {unit} has not filed, {late}", matter=matter, unit=units, late=late)
    return t(
        "● {matter}: {n} departments have not filed, the longest {late}: {units}",
        matter=matter,
        n=len(group.units),
        late=late,
        units=units,
    )


OWED = ("", "returned")  # by the department itself
STAGES: dict[str, Callable[[Translator, str, str], str]] = {
    "confirming": lambda t, matter, units: t("● {matter}: waits for the head, {units}", matter=matter, units=units),
    "reviewing": lambda t, matter, units: t("● {matter}: waits for its review, {units}", matter=matter, units=units),
    "vacant": lambda t, matter, units: t("● {matter}: nobody to ask, {units}", matter=matter, units=units),
    "gathering": lambda t, matter, units: t("● {matter}: waits for others, {units}", matter=matter, units=units),
}


def _late(facts: personal.Card, t: Translator) -> Message:
    if not facts.groups and not facts.behind:
        settled = (
            t("What waited for you here is settled.") if facts.looks else t("What was overdue here has been filed.")
        )
        return Message(settled)
    buttons = ((Button(t("Overview"), "status"),),)
    entries = [*(_group(group, t) for group in facts.groups), *_codes(facts.behind, t)]
    owed = all(group.stage in OWED for group in facts.groups)  # a review that is late is no delay of the department
    head = t("[Overdue] For the office") if owed else t("[Still open] For the office")
    return Message(lines(head, *entries), (*rows(*_looks(facts.behind), width=5), *buttons))
