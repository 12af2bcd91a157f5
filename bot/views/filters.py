"""逾期, 待审核, 待签收, 落后序时: how many there are, in words and on buttons."""

from collections.abc import Callable

from bot.translator import Translator
from bot.views.message import Button
from domain.facts.drill import FILTERS
from domain.facts.overview import Filters

COUNTED: dict[str, Callable[[Translator, int], str]] = {
    "late": lambda t, n: t("Overdue {n}", n=n),
    "review": lambda t, n: t("In review {n}", n=n),
    "sign": lambda t, n: t("Unsigned {n}", n=n),
    "pace": lambda t, n: t("Behind pace {n}", n=n),
}


def buttons(facts: Filters, unit_id: int, t: Translator) -> tuple[Button, ...]:
    """Those of which there is something; and why something is red."""
    counts = {which: getattr(facts, which) for which in FILTERS}
    found = [_opens(which, unit_id, COUNTED[which](t, n)) for which, n in counts.items() if n]
    return (*found, *why(facts.reds, unit_id, 0, t))


def _opens(which: str, unit_id: int, label: str) -> Button:
    """What is overdue in the whole house has kept the button of earlier versions."""
    if which == "late" and not unit_id:
        return Button(label, "overdue")
    return Button(label, "matters", f"{which}-{unit_id}-1")


def why(reds: int, unit_id: int, area: int, t: Translator) -> tuple[Button, ...]:
    """[为什么]: what every red light comes from."""
    return (Button(t("Why red {n}", n=reds), "reds", f"{unit_id}-{area}-1"),) if reds else ()
