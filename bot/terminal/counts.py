"""How many of what, in words: of one court as /status counts it, and of several."""

from typing import Any

from bot.tongue import t
from bot.views import names

COUNTS = ("asked", "filed", "on_time", "overdue", "overdue_of_earlier_months")


def reports(found: dict[str, Any]) -> str:
    return t(
        "asked {asked}, filed {filed}, on time {on_time}, overdue {overdue},"
        " overdue of earlier months {overdue_of_earlier_months}",
        **{name: found[name] for name in COUNTS},
    )


def verdicts(found: dict[str, Any]) -> str:
    """Nothing where no notice has been published yet."""
    return t(", ").join(f"{names.verdict(t, name)} {n}" for name, n in found["verdicts"].items())
