"""三色督办单: which colour a rule proposes about a task, by when it is to be done, how it is numbered.

A rule only proposes; a person signs.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from domain.cadences import parse_period
from domain.calendar import Calendar

CADENCE = "order"  # of config.toml's [words.*]: what an order asks for is a task answered in words
Colour = Literal["blue", "yellow", "red"]
COLOURS: tuple[Colour, ...] = get_args(Colour)  # rising
When = Literal["near", "behind", "returned", "overdue"]
Ground = Literal["near", "behind", "returned", "overdue", "raised"]
Holder = Literal["department", "nobody", "others"]


@dataclass(frozen=True)
class Rule:
    """`n` is working days before the limit, since the contact heard of being behind, or past the limit; or returns."""

    name: str
    colour: Colour
    when: When
    n: int


@dataclass(frozen=True)
class Limits:
    """Working days from the day on which the department gets it. A blue one has the limit of its task."""

    yellow: int
    explain: int  # of a red one
    done: int


@dataclass(frozen=True)
class Orders:
    """As config.toml has them. `titles` names each colour, `reasons` are for buttons."""

    code: str
    decide_within: int  # working days until the signer is reminded once more
    limits: Limits
    titles: Mapping[Colour, str]
    reasons: tuple[str, ...]
    rules: tuple[Rule, ...]


@dataclass(frozen=True)
class Delay:
    """What a rule may look at. Only a department's own delay counts: `others` are head, reviewer, office, lead."""

    inside: bool  # a department of the house, which is ranked
    told: bool  # its contact, on an earlier day
    holder: Holder
    routine: bool  # asked every month
    left: int  # working days until its limit, negative when overdue
    returned: int = 0
    behind: int | None = None  # working days since the contact heard of it; None where it is not, or not any more


def holds(rule: Rule, delay: Delay) -> bool:
    if not delay.inside or not delay.told or delay.holder == "others":
        return False
    if delay.routine and rule.colour == "blue":
        return False
    if rule.when == "behind":
        return delay.behind is not None and delay.behind >= rule.n
    if delay.holder == "nobody":
        return False
    match rule.when:
        case "near":
            return 0 <= delay.left <= rule.n
        case "returned":
            return delay.returned >= rule.n
        case "overdue":
            return -delay.left >= rule.n


def count(ground: Ground, delay: Delay) -> int:
    """The figure that an order gives as its ground."""
    match ground:
        case "near":
            return delay.left
        case "returned":
            return delay.returned
        case "behind":
            return delay.behind or 0
        case "overdue" | "raised":
            return max(0, -delay.left)


def open_to(rules: Sequence[Rule], taken: Collection[tuple[str, Colour]], under_way: Collection[Colour]) -> list[Rule]:
    """Rules that may still propose, the gravest first: each once, and only above what is proposed or signed already."""
    least = max((COLOURS.index(colour) for colour in under_way), default=-1)
    found = [r for r in rules if COLOURS.index(r.colour) > least and (r.name, r.colour) not in taken]
    return sorted(found, key=lambda rule: -COLOURS.index(rule.colour))


def proposed(rules: Sequence[Rule], delay: Delay) -> Rule | None:
    return next((rule for rule in rules if holds(rule, delay)), None)


def up(colour: Colour) -> Colour | None:
    """One colour up; nothing is above red."""
    return None if colour == "red" else COLOURS[COLOURS.index(colour) + 1]


def below(colour: Colour) -> tuple[Colour, ...]:
    return COLOURS[: COLOURS.index(colour)]


def dates(colour: Colour, day: date, task_limit: date, limits: Limits, calendar: Calendar) -> tuple[date, date]:
    """By when it is to be explained, and done, where the department gets it on that day."""
    match colour:
        case "blue":
            due = max(day, task_limit)
            return due, due
        case "yellow":
            due = calendar.shift(day, limits.yellow)
            return due, due
        case "red":
            return calendar.shift(day, limits.explain), calendar.shift(day, limits.done)


def written(code: str, year: int, number: int) -> str:
    """嘉法督〔2026〕7号"""
    return f"{code}〔{year}〕{number}号"


def heading(title: str, number: str, matter: str, period: str) -> str:
    """黄色督办单 嘉法督〔2026〕7号：11月诉前调解数据（5.2.1）; `period` as a key, or empty."""
    return f"{title} {number}：{_called(period) if period else ''}{matter}"


def _called(key: str) -> str:
    found = parse_period(key)
    match found.every:
        case "month":
            return f"{found.start.month}月"
        case "quarter":
            return f"第{(found.start.month + 2) // 3}季度"
        case "half-year":
            return "上半年" if found.start.month == 1 else "下半年"
        case "year":
            return f"{found.start.year}年"
        case "once":
            return ""
