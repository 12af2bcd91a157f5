"""A newer notice: to each person what is new, what is changed from what to what, and what is theirs no more."""

from bot.translator import Translator
from bot.views import names
from bot.views.message import Button, Message, cut, lines, rows
from domain.facts import publishing

ITEMS = 4  # of each sort; the rest is counted
LINES = 2  # of one indicator
NAMED = 80  # signs of the departments on one side


def amended(facts: publishing.Amended, t: Translator) -> Message:
    news = facts.news
    number = t("{number} (edition {n})", number=news.number, n=news.edition) if news.edition > 1 else news.number
    buttons = [Button(t("Sign for all"), "sign-all", task_id, rev) for task_id, rev in facts.signing]
    buttons += [Button(t("One by one"), "given", f"{task_id}-1") for task_id, _ in facts.signing[:1]]
    return Message(
        lines(
            t("[Notice] {number} has been published. For you this changes:", number=number),
            *_items(t("New: {n}", n=len(news.added)), news.added, t),
            *_items(t("Changed: {n}", n=len(news.changed)), news.changed, t),
            *_items(t("No longer yours: {n}", n=len(news.gone)), news.gone, t),
            t("What was filed stays on record; closed periods keep their figures.") if news.changed else None,
            t("Please sign for what is new.") if facts.signing else None,
        ),
        rows(*buttons, width=2),
    )


def _items(head: str, items: tuple[publishing.Item, ...], t: Translator) -> list[str]:
    if not items:
        return []
    more = len(items) - ITEMS
    shown = [text for one in items[:ITEMS] for text in item(one, t)]
    return [head, *shown, *([t("and {n} more: /why", n=more)] if more > 0 else [])]


def item(one: publishing.Item, t: Translator, most: int = LINES) -> list[str]:
    """The indicator, and below it from what to what."""
    part = {"lead": t("lead"), "responsible": t("responsible"), None: ""}[one.part]
    head = f"· {one.code} {one.title}" + (f"（{part}）" if part else "")
    more = len(one.lines) - most
    found = [f"　{line(each, t)}" for each in one.lines[:most]]
    return [head, *found, *([f"　{t('and {n} more', n=more)}"] if more > 0 else [])]


def line(one: publishing.Line, t: Translator) -> str:
    """门诊预约率 ≥ 60% → ≥ 65%."""
    match one.field:
        case "lead":
            return t("lead: {old} → {new}", old=one.old, new=one.new)
        case "responsible":
            return t("responsible: {old} → {new}", old=cut(one.old, NAMED), new=cut(one.new, NAMED))
        case "code":
            return t("number: {old} → {new}", old=one.old, new=one.new)
        case "text":
            return t("the wording has changed")
    if one.before is None or one.after is None:
        target = one.after or one.before
        said = f"{one.name}{_target(target, t)}" if target else one.name
        return t("new: {demand}", demand=said) if one.after else t("no longer demanded: {demand}", demand=said)
    return f"{one.name}{_target(one.before, t)} → {_target(one.after, t).strip()}"


def _target(one: publishing.Target, t: Translator) -> str:
    """With its day, or how often the notice wants it."""
    day = t("by {day}", day=t.full_day(one.deadline)) if one.deadline else None
    often = None if one.office_set or one.deadline else _often(one.period, t)
    more = names.joined(t, day, often)
    return f"{names.target(one.op, one.target, one.unit)}" + (f"（{more}）" if more else "")


def _often(period: str, t: Translator) -> str | None:
    return {
        "month": t("monthly"),
        "quarter": t("quarterly"),
        "half-year": t("half-yearly"),
        "year": t("yearly"),
    }.get(period)
