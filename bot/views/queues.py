"""What waits for somebody's word, in short: a line and a button, on the card of the day, in /tasks and in /status."""

from collections.abc import Callable

from bot.translator import Translator
from bot.views import names
from bot.views.message import Button
from domain.facts import personal

SHORT: dict[str, Callable[[Translator, int], str]] = {
    "confirm": lambda t, n: t("To confirm: {n}", n=n),
    "review": lambda t, n: t("To review: {n}", n=n),
    "close": lambda t, n: t("To close: {n}", n=n),
    "decide": lambda t, n: t("To decide: {n}", n=n),
    "extension": lambda t, n: t("Extensions to decide: {n}", n=n),
    "passing": lambda t, n: t("To be passed on: {n}", n=n),
    "ruling": lambda t, n: t("Whose it is, to decide: {n}", n=n),
    "orders-sign": lambda t, n: t("Orders to sign: {n}", n=n),
    "orders-close": lambda t, n: t("Orders to close: {n}", n=n),
}
DECISIONS = ("extension", "passing", "ruling")


def line(queue: personal.Queue, t: Translator) -> str:
    """待审核 4 项，立案庭，11月业务数据"""
    matter = names.matter(t, queue.title, queue.period)
    return names.joined(t, count(queue.what, queue.n, t), queue.unit or None, matter)


def opens(queue: personal.Queue, t: Translator) -> Button:
    return button(queue.what, queue.n, t)


def button(what: str, n: int, t: Translator) -> Button:
    """To the list of it."""
    label = count(what, n, t)
    if what in DECISIONS:
        return Button(label, "decisions", what)
    if what.startswith("orders-"):
        return Button(label, "orders-waiting", f"{what.removeprefix('orders-')}-1")
    return Button(label, "queue", f"{what}-1")


def count(what: str, n: int, t: Translator) -> str:
    """待审核 4 项"""
    return SHORT[what](t, n)
