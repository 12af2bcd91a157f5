"""What things are called: a task by its matter and period, a state, a verdict."""

from collections.abc import Callable

from bot.translator import Translator
from domain.cadences import parse_period
from domain.facts.work import Task
from domain.named_parts import shown
from domain.seal import Seal

SIGNS = {"=": "=", ">=": "≥", ">": ">", "<": "<", "<=": "≤"}


def target(op: str, wanted: str, unit: str) -> str:
    """≥ 2 次/年, = 100%, 前列; a practice asks for 是 and says nothing more."""
    if unit == "是否":
        return ""
    if op not in SIGNS:
        return f" {wanted}"
    return f" {SIGNS[op]} {wanted}{spaced(unit) if wanted[:1].isdigit() else ''}"


def spaced(unit: str) -> str:
    return unit if unit in ("%", "‰", "") else f" {unit}"


def told(t: Translator, title: str) -> str:
    """A title with words right behind it: 副院长 2 签发."""
    return f"{title} " if t.language != "en" and title[-1:].isdigit() else title


def period(t: Translator, key: str) -> str:
    found = parse_period(key)
    part = (found.start.month - 1) // 3 + 1
    match found.every:
        case "month":
            return t.month(found.start)
        case "quarter":
            return t("Q{part}", part=part)
        case "half-year":
            return t("first half-year") if found.start.month == 1 else t("second half-year")
        case "year":
            return t("{year}", year=str(found.start.year))
        case "once":
            return t("by {day}", day=t.full_day(found.end))


def full_period(t: Translator, key: str) -> str:
    """With its year, where that is not plain: 2026年11月."""
    found = parse_period(key)
    shown = period(t, key)
    return shown if found.every in ("year", "once") else t("{period} of {year}", period=shown, year=key[:4])


def key(code: str) -> str:
    """4.7.1 as a button carries it, whose parts are kept apart by points."""
    return code.replace(".", "-")


def matter(t: Translator, title: str, key: str) -> str:
    """11月“三个规定”月报告; signing has no title of its own, an order no period."""
    if title and not key:  # what is answered in words
        return title
    return t("{period} {title}", period=period(t, key), title=title) if title else t("signing for the assignment")


def left(t: Translator, days: int) -> str:
    if days > 0:
        return t.many("{n} working day left", "{n} working days left", days)
    if days == 0:
        return t("due today")
    return overdue(t, -days)


def overdue(t: Translator, days: int) -> str:
    return t.many("overdue by {n} working day", "overdue by {n} working days", days)


def due_line(t: Translator, task: Task) -> str:
    """By when it is wanted, or since when it is missing; with the first limit where it was extended."""
    first = t(" (first limit {day})", day=t.short_day(task.first_due)) if task.first_due else ""
    return _due_line(t, task) + first


def _due_line(t: Translator, task: Task) -> str:
    if task.left < 0:
        late = {"day": t.day(task.due), "overdue": overdue(t, -task.left)}
        if not task.ranked:  # 派驻组 is asked, never told to
            return t("It was due on {day} and is {overdue}; we would be glad to have it.", **late)
        return t("It was due on {day} and is {overdue}; please make it up.", **late)
    if not task.ranked:
        return t("We would ask you to file by the end of {day}.", day=t.day(task.due))
    if task.left == 0:
        return t("Please file by the end of today, {day}.", day=t.short_day(task.due))
    if task.provisional:
        return t("Please file by the end of {day} (provisional).", day=t.day(task.due))
    return t("Please file by the end of {day}.", day=t.day(task.due))


def urgent(t: Translator, task: Task) -> str | None:
    """On a card that asks for something else the limit is told when it is near or past; before it is filed also that
    nothing can be corrected behind it."""
    if task.closed or task.left > 1:
        return None
    last = task.final and task.state == "draft" and task.asking is None
    locks = t("The time for corrections is over: once filed it is locked. Please check it well.")
    return due_line(t, task) + (f"\n{locks}" if last else "")


def corrects(t: Translator, task: Task) -> str | None:
    return t("It corrects what was filed on {moment}.", moment=t.moment(task.corrects)) if task.corrects else None


def place(t: Translator, field: str) -> str:
    """Where the notice is doubtful: lead, responsible, item, ranks, or "requirement 2"."""
    seq = field.partition(" ")[2]
    if seq:
        return t("demand {n}", n=seq)
    known = {"lead": t("lead"), "responsible": t("responsible"), "item": t("item"), "ranks": t("rank")}
    return known[field]


def unpublished(t: Translator) -> str:
    """What is said wherever a notice would stand."""
    return t("No notice has been published yet. The director of the {office} sends its file here, or types 导入.")


def verdict(t: Callable[[str], str], value: str) -> str:
    """On a card or on a terminal."""
    return {
        "met": t("met"),
        "not met": t("not met"),
        "no data": t("no data yet"),
        "no benchmark": t("benchmark missing"),
        "no definition": t("definition missing"),
        "unproven": t("unproven"),
        "undecided": t("to be decided"),
        "not applicable": t("not applicable"),
        "history": t("history, to be proven"),
    }[value]


def quantity(t: Translator, label: str) -> str:
    """As whoever answers reads it: the sides of a share that the notice has no names for are 分子 and 分母."""
    name, side = shown(label)
    said = {
        "numerator": t("{name}: numerator", name=name),
        "denominator": t("{name}: denominator", name=name),
        "numerator now": t("{name}: numerator now", name=name),
        "denominator now": t("{name}: denominator now", name=name),
        "numerator then": t("{name}: numerator a year before", name=name),
        "denominator then": t("{name}: denominator a year before", name=name),
    }
    return said.get(side, name)


def state(t: Translator, value: str, days: int) -> str:
    if value == "overdue":
        return overdue(t, days)
    return {
        "open": t("open"),
        "on time": t("on time"),
        "late": t("made up late"),
        "vacant": t("without a contact"),
        "gathering": t("waits for responsible departments"),
        "disputed": t("departments disagree"),
        "struck": t("struck off"),
        "settled": t("settled for the period"),
        "withdrawn": t("no longer asked"),
    }[value]


def listed(t: Translator, *parts: str | None) -> str:
    """Things side by side: 4 个数字、1 个附件."""
    return t.items([part for part in parts if part])


def clauses(t: Translator, *parts: str | None) -> str:
    """What stands in one line without being one list."""
    return ("；" if t.language == "zh_CN" else "; ").join(part for part in parts if part)


def joined(t: Translator, *parts: str | None) -> str:
    """Parts of one line."""
    return ("，" if t.language == "zh_CN" else ", ").join(part for part in parts if part)


def sentences(t: Translator, *parts: str | None) -> str:
    """Sentences of one line."""
    return ("" if t.language == "zh_CN" else " ").join(part for part in parts if part)


def sealed(seal: Seal, t: Translator) -> str:
    """日志校验码 1287：4021 8833 …"""
    return t("Check code of the trail, row {code}", code=seal)


def too_large(t: Translator) -> str:
    """Of something spoken: more than can be fetched."""
    return t("Your recording is too large to be kept. Please type it, or send it in shorter parts.")
