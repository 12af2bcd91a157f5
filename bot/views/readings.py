"""What an indicator is asked for in a period: figures first, then point by point, then the proof; one look for all."""

from bot.translator import Translator
from bot.views import names
from bot.views.message import NUMBERS, Button, Message, lines, rows
from domain.facts import work
from domain.figures import written
from domain.kinds import quantity
from domain.verdicts import COMPARE

CORRECTABLE = True


def ask(task: work.Task, form: work.Readings, t: Translator) -> Message:
    matter = names.matter(t, task.title, task.period)
    return Message(
        lines(
            t("[Reminder] {matter}", matter=matter) if task.left < 0 else t("[To file] {matter}", matter=matter),
            wanted((form,), t),
            *_last(form, t),
            departments(form, t),
            due(task, t),
        ),
        ((_button(task, t("Fill in"), "answer"), *_none(task, form, t)), *_joint(task, form, t)),
    )


def _none(task: work.Task, form: work.Readings, t: Translator) -> tuple[Button, ...]:
    """What a responsible department has nothing to say of."""
    return (_button(task, t("Nothing of the kind here"), "none"),) if form.may_be_none else ()


def _joint(task: work.Task, form: work.Readings, t: Translator) -> tuple[tuple[Button, ...], ...]:
    """To the parts of the responsible departments, or to asking for them."""
    found = form.joint
    if found is None or not (found.of or found.may_ask):
        return ()
    label = t("Departments {filed}/{of}", filed=found.filed, of=found.of) if found.of else t("Ask departments")
    return ((Button(label, "joint", task.task_id),),)


def departments(form: work.Readings, t: Translator) -> str | None:
    """Whose part is missing, and who says that something happened; of what was filed without whom it was."""
    found = form.joint
    if found is None:
        return None
    units = t.items(list(found.missing))
    missing = t("Missing: {units}", units=units) if found.of else t("Filed without {units}", units=units)
    told = t("Something of the kind, says {units}", units=t.items(list(found.told))) if found.told else None
    return names.clauses(t, missing if found.missing else None, told) or None


def wanted(forms: tuple[work.Readings, ...], t: Translator) -> str:
    """4 figures, 1 attachment, 1 confirmation."""
    numbers = len({figure.label for form in forms for figure in form.figures})
    files = sum(1 for form in forms if any(point.shape in ("yes", "day") for point in form.points))
    points = sum(len(form.points) for form in forms)
    return names.listed(
        t,
        t.many("{n} figure", "{n} figures", numbers) if numbers else None,
        t.many("{n} attachment", "{n} attachments", files) if files else None,
        t.many("{n} point to confirm", "{n} points to confirm", points) if points else None,
    )


def due(task: work.Task, t: Translator) -> str:
    if task.quiet:
        return t("Due before the notice: please send what there is to prove it, nobody is late with it.")
    return names.due_line(t, task)


def _last(form: work.Readings, t: Translator) -> list[str]:
    """What was said the last time, so that a slip is seen."""
    told = [(figure.label, figure.last) for figure in form.figures if figure.last is not None]
    known = [f"{names.quantity(t, label)} {amount(last)}" for label, last in told]
    return [t("Last time: {figures}", figures=t.items(known))] if known else []


def draft(task: work.Task, form: work.Readings, t: Translator) -> Message:
    asking = task.asking
    if asking is None:
        return _check(task, form, t)
    head = names.joined(
        t,
        names.matter(t, task.title, task.period),
        t("{n} of {of}", n=form.place, of=form.of) if form.of > 1 else None,
    )
    if asking == "figures":
        stated = [one for one in form.computed if one.stated]
        question = lines(*(computed(one, t) for one in stated), _figures_asked(form, t))
        buttons = [_choice(task, t("There is only the share"), "alone")] if stated else []
    elif asking == "files":
        suits = t("Suitable: {evidence}.", evidence=t.items(list(form.evidence)))
        question = lines(t("Please send the proof here, as files or as photos."), suits)
        buttons = [_choice(task, t("Later"), "later")]
    else:
        question, buttons = _point_asked(task, form, asking, t)
    last_row = (*_to_list(task, form, t), _button(task, t("Back"), "back"))
    return Message(lines(head, question, names.urgent(t, task)), (*rows(*buttons, width=2), last_row))


def _figures_asked(form: work.Readings, t: Translator) -> str:
    """In the order in which they may be answered at once."""
    known = [_figure(figure, t) for figure in form.figures if figure.value is not None]
    asked = [figure for figure in form.figures if figure.value is None] or list(form.figures)
    entries = [f"{number} {_asked(figure, t)}" for number, figure in zip(NUMBERS, asked, strict=False)]
    if len(asked) == 1:
        how = t("Please reply with the number.")
    elif any(one.stated for one in form.computed):
        how = t("To check it and to sum up the year, please send these {n} numbers too:", n=len(asked))
    else:
        how = t(
            "Please reply with the {n} numbers in this order, or one after the other, each with its name.",
            n=len(asked),
        )
    of_month = t("Figures of the month alone, not of the year so far.") if form.monthly else None
    before = t("Known: {figures}", figures=t.items(known)) if known else None
    return lines(before, how, *entries, of_month)


def _asked(figure: work.Figure, t: Translator) -> str:
    last = t("last {value}", value=amount(figure.last)) if figure.last is not None else None
    return f"{names.quantity(t, figure.label)}（{names.joined(t, figure.unit, last)}）"


def _point_asked(task: work.Task, form: work.Readings, asking: str, t: Translator) -> tuple[str, list[Button]]:
    details = asking.startswith("details ")
    seq = int(asking.removeprefix("details "))
    point = next(point for point in form.points if point.seq == seq)
    alike = point.shape, point.window
    open_points = [other for other in form.points if other.answer is None and (other.shape, other.window) == alike]
    many = len(open_points) > 1
    match point.shape:
        case "yes":
            question = t("{name}: is it in place?", name=point.name)
            buttons = [_choice(task, t("In place"), "yes"), _choice(task, t("Not in place"), "no")]
            buttons += [_choice(task, t("All {n} in place", n=len(open_points)), "allyes")] if many else []
        case "occurrence" if details:
            question = lines(
                point.name,
                t("Please reply with day, kind and number, for example: 3 November, late review, 2. No names."),
            )
            buttons = []
        case "occurrence":
            question = t("{name}: anything from {start} to {end}?", name=point.name, **_window(point, t))
            buttons = [_choice(task, t("Nothing"), "nothing"), _choice(task, t("Something"), "some")]
            buttons += [_choice(task, t("Nothing of all {n}", n=len(open_points)), "allnone")] if many else []
        case "day":
            question = lines(
                t("{name}: on which day was it done?", name=point.name),
                t("Please reply with the date of the document."),
            )
            buttons = [_choice(task, t("Not done"), "no")]
        case _:
            question = lines(t("{name}: which rank?", name=point.name), _rank_asked(point, t))
            buttons = [_choice(task, t("Not published yet"), "unknown")]
    listed: list[str] = []
    if many and point.shape in ("yes", "occurrence"):
        listed = [t("If it is the same for all, they can be answered together:")]
        listed += [f"· {other.name}" for other in open_points]
    before = t("Last time: {figures}", figures=said(point.last, point, t)) if point.last and not details else None
    return lines(question, before, *(listed if not details else [])), buttons


def _rank_asked(point: work.Point, t: Translator) -> str:
    """What of it is still missing."""
    known = point.answer or {}
    if not known.get("place"):
        return t("Please reply with rank, number of courts and source, for example: 3/16, circular of the High Court")
    noted = t("Noted: rank {place}.", place=known["place"])
    if not known.get("of"):
        return lines(noted, t("Of how many courts? Where was it published?"))
    return lines(noted, t("Where was it published?"))


def _window(point: work.Point, t: Translator) -> dict[str, str]:
    start, end = point.window
    same = start.year == end.year
    return {
        "start": t.short_day(start) if same else t.full_day(start),
        "end": t.short_day(end) if same else t.full_day(end),
    }


def _to_list(task: work.Task, form: work.Readings, t: Translator) -> tuple[Button, ...]:
    return (Button(t("To the list"), "sheet", task.task_id),) if form.of > 1 else ()


def _check(task: work.Task, form: work.Readings, t: Translator) -> Message:
    changes = [
        _choice(task, t("Change {number}", number=number), str(point.seq))
        for number, point in zip(NUMBERS, form.points, strict=False)
    ]
    back, listed = _button(task, t("Back"), "back"), _to_list(task, form, t)
    lacks = form.joint is not None and form.joint.of and form.joint.missing
    file = t("Correct, file it without them") if lacks else t("Correct, file it")
    return Message(
        lines(
            t("Please check: {matter}", matter=names.matter(t, task.title, task.period)),
            *answers(form, t),
            names.corrects(t, task),
            t("To change a figure, reply with its name and number.") if form.figures else None,
            names.urgent(t, task),
        ),
        ((_button(task, file, "file"), back), *_joint(task, form, t), *rows(*changes, *listed, width=4)),
    )


def said_alone(form: work.Readings, t: Translator) -> list[str]:
    """What was said, without what follows from it."""
    return [*_figures(form, t), *_points(form, t)]


def _figures(form: work.Readings, t: Translator) -> list[str]:
    shown = [_figure(figure, t) for figure in form.figures if figure.value is not None]
    return [t.items(shown)] if shown else []


def _points(form: work.Readings, t: Translator) -> list[str]:
    many = len(form.points) > 1
    return [
        f"{number + ' ' if many else ''}{point.name}：{said(point.answer, point, t)}"
        for number, point in zip(NUMBERS, form.points, strict=False)
        if point.answer is not None
    ]


def taken(forms: tuple[work.Readings, ...], t: Translator) -> str | None:
    """What was just put on record, in the words of the check, in one line."""
    told: list[str] = []
    for form in forms:
        told += _figures(form, t)
        told += [computed(one, t).removeprefix("→ ") for one in form.computed]
        told += [f"{point.name}：{said(point.answer, point, t)}" for point in form.points if point.answer is not None]
    return t("Noted: {figures}", figures=names.clauses(t, *told)) if told else None


def answers(form: work.Readings, t: Translator) -> list[str]:
    """All that would be filed, figure by figure and point by point."""
    return [
        *_figures(form, t),
        *(computed(one, t) for one in form.computed),
        *_points(form, t),
        *([_proof(form, t)] if form.wants_file or form.files else []),
        *([whole] if (whole := departments(form, t)) else []),
    ]


def _proof(form: work.Readings, t: Translator) -> str:
    again = t("{n} of them filed before", n=form.seen_before)
    if not form.files:
        return t("Proof: still missing; it can be sent as a reply to the receipt.")
    return names.joined(
        t, t.many("Proof: {n} file", "Proof: {n} files", form.files), again if form.seen_before else None
    )


def computed(one: work.Computed, t: Translator) -> str:
    """The share that the figures make, beside what is asked."""
    target = names.target(one.op, one.target, one.unit) if one.defined else t("definition missing")
    if one.value is None:
        return t("→ {name}: 0 of 0, recorded as nothing of the kind", name=one.name)
    if one.kind == "all":
        return t("→ {name}: {share}", name=one.name, share=f"{written(one.value, percent=True)}%")
    percent = one.percent
    shown = written(one.value, percent=percent) + ("%" if percent else names.spaced(one.unit))
    alone = None
    if one.each and one.op in COMPARE and any(share > max(one.each[0], one.value) for share in one.each):
        alone = t("each: {shares}", shares=t.items([written(share, percent=percent) for share in one.each]))
    if one.stated:
        alone = t("the share alone")
    return "→ " + names.joined(t, f"{one.name} {shown}" + (f"（{target.strip()}）" if target else ""), alone)


def said(answer: work.Answer | None, point: work.Point, t: Translator) -> str:
    """An answer in words."""
    if answer is None:
        return "—"
    if "none" in answer:
        return t("nothing of the kind")
    if "unknown" in answer:
        return t("not published yet")
    match point.shape:
        case "yes":
            return t("in place") if answer["yes"] else t("not in place")
        case "occurrence" if answer.get("count"):
            what = names.joined(t, t.day(answer["day"]), str(answer["what"]))  # type: ignore[arg-type]
            return f"{what} {answer['count']}"
        case "occurrence":
            return t("nothing")
        case "day":
            return t.full_day(answer["day"]) if "day" in answer else t("not done")  # type: ignore[arg-type]
        case _:
            parts = {name: str(answer.get(name, "—")) for name in ("place", "of", "source")}
            return t("rank {place} of {of} ({source})", **parts)


def _figure(figure: work.Figure, t: Translator) -> str:
    assert figure.value is not None
    return f"{names.quantity(t, figure.label)} {amount(figure.value)} {quantity('x ' + figure.unit).unit}"


def amount(value: object) -> str:
    """A figure as it was given."""
    return written(value, percent=False)  # type: ignore[arg-type]


def figures(form: work.Form, t: Translator) -> str | None:
    """On the receipt, in short."""
    assert isinstance(form, work.Readings)
    return None


def how(form: work.Form, t: Translator) -> str | None:
    return None


def more(task: work.Task, t: Translator) -> tuple[Button, ...]:
    return ()


def after(form: work.Form, t: Translator) -> str | None:
    assert isinstance(form, work.Readings)
    return lines(*answers(form, t))


def _choice(task: work.Task, label: str, choice: str) -> Button:
    return Button(label, "choose", f"{task.task_id}-{choice}", task.rev)


def _button(task: work.Task, label: str, verb: str) -> Button:
    return Button(label, verb, task.task_id, task.rev)


PROBLEMS = {
    "total": lambda t, task: t("That is the sum of the year so far. Please write the month alone."),
    "scope": lambda t, task: t("That is of another court, or of all of them. Please write your own number."),
    "which": lambda t, task: (
        t("Please check whether this is the number that is asked for.")
        if len(task.form.figures) == 1
        else t("Which number is it? Please write its name in front of it.")
    ),
    "bare": lambda t, task: t("Which number is it? Please press it, or write all in the order of the card at once."),
    "in-order": lambda t, task: t("These are the numbers sent one by one, in the order of the card. Please check."),
    "ratio": lambda t, task: t("Please check how many percent are meant."),
    "over-100": lambda t, task: t("That is more than 100 %. Please check."),
    "parts-and-sum": lambda t, task: t("The parts do not add up to the sum that stands beside them. Please check."),
    "parts-and-share": lambda t, task: t("The numbers do not make the share that stands beside them. Please check."),
    "jump": lambda t, task: t("That is far from the last time. Please check."),
    "not-zero": lambda t, task: t("Please confirm that it is this number."),
    "nothing-arose": lambda t, task: t("If nothing of the kind arose, it is filed as 0."),
    "not-whole": lambda t, task: t("That is counted in whole numbers. Please check."),
    "how-many-figures": lambda t, task: t("As many numbers as are asked for, or one alone. Please check."),
    "same-twice": lambda t, task: t("One name stands there with two numbers. Please check."),
    "part-over-whole": lambda t, task: t("The part is more than the whole. Please check both numbers."),
    "part-of-nothing": lambda t, task: t("The whole is 0, and the part is not. Please check both numbers."),
    "other-point": lambda t, task: t("That speaks of another demand than was asked about. Please write its number."),
    "not-a-report": lambda t, task: t("An answer and a wish stand there together. Please write one at a time."),
    "press-a-button": lambda t, task: t("Please press a button; your text is kept with this task."),
    "occurrence-day": lambda t, task: t("On which day did it happen? Please write day, kind and number."),
    "occurrence-count": lambda t, task: t("How many were there? Please write day, kind and one number."),
    "occurrence-what": lambda t, task: t("What kind of thing was it? Please write day, kind and number, no names."),
    "occurrence-other-period": lambda t, task: t("That day is not in the time that is asked about."),
    "rank-two-figures": lambda t, task: t("Please write the rank and the number of courts, for example: 3/16"),
    "rank-out-of-field": lambda t, task: t("The rank is higher than the number of courts. Please check."),
    "rank-source": lambda t, task: t("Where was it published? Please write the source behind the rank."),
    "two-days": lambda t, task: t("Two days stand there. Please write the one that counts."),
    "long-ago": lambda t, task: t("That day is more than ten years ago. Please check."),
    "not-yet": lambda t, task: t("That day is still to come. Please report what has happened."),
}
