"""How many of what, in words: of one court as /status counts it, and of several."""

from typing import Any

from bot.tongue import t

COUNTS = ("asked", "filed", "on_time", "overdue", "overdue_of_earlier_months")


def reports(found: dict[str, Any]) -> str:
    return t(
        "asked {asked}, filed {filed}, on time {on_time}, overdue {overdue},"
        " overdue of earlier months {overdue_of_earlier_months}",
        **{name: found[name] for name in COUNTS},
    )


def verdicts(found: dict[str, Any]) -> str:
    """Nothing where no notice has been published yet."""
    names = {
        "met": t("met"),
        "not met": t("not met"),
        "no data": t("no data yet"),
        "no benchmark": t("benchmark missing"),
        "no definition": t("definition missing"),
        "unproven": t("unproven"),
        "undecided": t("to be decided"),
        "not applicable": t("not applicable"),
        "history": t("history, to be proven"),
    }
    return t(", ").join(f"{names[name]} {n}" for name, n in found["verdicts"].items())
