"""Entries that count toward numbers over a year."""

from bot.translator import Translator
from bot.views import names, pace
from bot.views.message import Button, Message, lines, rows
from domain.facts import work

CORRECTABLE = True


def ask(task: work.Task, form: work.Register, t: Translator) -> Message:
    matter = names.matter(t, task.title, task.period)
    buttons = [_choice(task, t("Register one"), "entry")]
    if form.may_close:
        none = not any(goal.held for goal in form.goals)
        buttons.append(_choice(task, t("Nothing of it this year") if none else t("No more of it"), "close"))
    return Message(
        lines(
            t("[Reminder] {matter}", matter=matter) if task.left < 0 else t("[To register] {matter}", matter=matter),
            *(_goal(goal, t) for goal in form.goals),
            _when(task, form, t),
        ),
        (tuple(buttons),),
    )


def _when(task: work.Task, form: work.Register, t: Translator) -> str:
    if form.may_close:
        return names.due_line(t, task)
    return t("Please register each one as it comes; the year closes on {day}.", day=t.full_day(task.due))


def progress(form: work.Register, t: Translator) -> str:
    """0/2 件; of several goals each. 落后于序时进度，还差 2 件 where that is so."""
    held = t.items([f"{goal.held}/{goal.needed}{names.spaced(goal.unit)}" for goal in form.goals])
    late = [goal for goal in form.goals if goal.pace and goal.pace.behind]
    lacking = t.items([pace.amount(goal.pace.lacking, goal.unit) for goal in late if goal.pace])
    wanted = t("{lacking} more wanted", lacking=lacking) if lacking else None
    return names.joined(t, held, t("behind pace") if late else None, wanted)


def _goal(goal: work.Goal, t: Translator) -> str:
    sorts = t.items([f"{part} {n}" for part, n in goal.parts if n])
    held = t("{held} of {needed}{unit}", held=goal.held, needed=goal.needed, unit=names.spaced(goal.unit))
    ahead = pace.short(goal.pace, goal.unit, t) if goal.pace else None
    mark = t("suggested") if goal.suggested else None
    return f"{goal.name}：{names.joined(t, held, sorts or None, ahead, mark)}"


def draft(task: work.Task, form: work.Register, t: Translator) -> Message:
    matter = names.matter(t, task.title, task.period)
    back = _button(task, t("Back"), "back")
    if form.closing:
        return _closing(task, form, t, matter, back)
    if task.asking is None:
        again = t("{n} of them filed before", n=form.seen_before)
        return Message(
            lines(
                t("Please check: {matter}", matter=matter),
                figures(form, t),
                t("Proof: still missing; it can be sent as a reply to the receipt.")
                if not form.files and not form.link
                else None,
                again if form.seen_before else None,
                names.corrects(t, task),
            ),
            ((_button(task, t("Correct, file it"), "file"), back),),
        )
    buttons: list[Button] = []
    if task.asking == "goal":
        question = t("What does it count toward?")
        for goal in form.goals:
            parts = [(f"{goal.seq}-{n}", part) for n, (part, _) in enumerate(goal.parts)]
            buttons += [_choice(task, label, choice) for choice, label in parts or [(str(goal.seq), goal.name)]]
    elif task.asking == "entry":
        question = how(form, t) or ""
        if form.day:
            question = t("Please reply with its title.")
    else:
        question = t("Please send the proof: a file, photos, or the address of the page.")
        buttons.append(_choice(task, t("Later"), "later"))
    return Message(lines(matter, figures(form, t), question), (*rows(*buttons, width=1), (back,)))


def _closing(task: work.Task, form: work.Register, t: Translator, matter: str, back: Button) -> Message:
    held = [_goal(goal, t) for goal in form.goals]
    if form.reason is None:
        question = t("Please reply with the reason in one sentence; what it means is decided by the office.")
        return Message(lines(matter, *held, question), ((back,),))
    why = t("No more of it: {reason}", reason=form.reason)
    return Message(
        lines(t("Please check: {matter}", matter=matter), *held, why),
        ((_button(task, t("Correct, file it"), "file"), back),),
    )


def figures(form: work.Form, t: Translator) -> str | None:
    assert isinstance(form, work.Register)
    if form.reason:
        return t("No more of it: {reason}", reason=form.reason)
    goal = next((goal for goal in form.goals if goal.seq == form.seq), None)
    several = len(form.goals) > 1
    known = [
        (form.part or (goal.name if several else None)) if goal else None,
        t.day(form.day) if form.day else None,
        form.topic,
        form.link,
        t.many("{n} file", "{n} files", form.files) if form.files else None,
    ]
    return names.joined(t, *known) or None


def how(form: work.Form, t: Translator) -> str | None:
    """What an answer looks like."""
    return t("Please reply with day and title, for example: 18 November, open day for children. No names.")


def more(task: work.Task, t: Translator) -> tuple[Button, ...]:
    filed = task.receipt
    others = (Button(t("Count it elsewhere too"), "also", filed.report_id),) if filed else ()
    return (_choice(task, t("Register one more"), "entry"), *others)


def also(facts: work.Also, t: Translator) -> Message:
    """One thing, several numbers: allowed where it fits both, and said in every sum."""
    buttons = [Button(name, "count", f"{facts.report_id}-{number}") for number, name in facts.others]
    return Message(
        lines(
            names.joined(t, t.day(facts.day), facts.title),
            t("It counts toward: {names}", names=t.items(list(facts.counted))),
            t("What else does it count toward? What counts twice is marked in the sums.")
            if buttons
            else t("There is nothing else that it could count toward."),
        ),
        rows(*buttons, width=1),
    )


def after(form: work.Form, t: Translator) -> str | None:
    assert isinstance(form, work.Register)
    also = t("It counts toward {others} too; sums say so.", others=t.items(list(form.also))) if form.also else None
    return lines(*(_goal(goal, t) for goal in form.goals), also)


def _choice(task: work.Task, label: str, choice: str) -> Button:
    return Button(label, "choose", f"{task.task_id}-{choice}", task.rev)


def _button(task: work.Task, label: str, verb: str) -> Button:
    return Button(label, verb, task.task_id, task.rev)


PROBLEMS = {
    "press-a-goal": lambda t, task: t("Please press what it counts toward; your text is kept with this task."),
    "other-unit": lambda t, task: t("You name another department; here {unit} files.", unit=task.unit),
    "same-entry": lambda t, task: t("An entry of this day and title is on record already."),
    "entry-not-yet": lambda t, task: t("That day is still to come. Please register it once it has happened."),
    "entry-other-period": lambda t, task: t(
        "That day is not in {period}. Please write the day of something of that year.",
        period=names.period(t, task.period),
    ),
}
