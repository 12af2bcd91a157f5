"""Pairs under the numbers of a list, ①548/1512 ②548/1016: each of the demand that its number stands for."""

import re
from fractions import Fraction

from domain.patterns import pattern_of
from domain.reader.asked import Asked, Demand
from domain.reader.on_record import is_near

MARK = r"(?:(?P<ring>[①-⑨])|(?P<key>[1-9])\ufe0f?\u20e3)"
PAIR = r"(?P<part>[0-9][0-9,]*(?:\.[0-9]+)?)\s*[/÷]\s*(?P<whole>[0-9][0-9,]*(?:\.[0-9]+)?)"
MADE = r"(?:\s*[=＝]\s*(?P<made>[0-9]+(?:\.[0-9]+)?[%％天]))?"
ITEM = pattern_of(rf"{MARK}\s*{PAIR}{MADE}\s*(?=$|[\s,，;；、。①-⑨]|[1-9]\ufe0f?\u20e3)")
BETWEEN = pattern_of(r"[\s,，;；、。]*")
LEAST = 2


def in_full(text: str, asked: Asked) -> str:
    """Each figure by its name; as it stands where a number may be another demand's."""
    items = list(ITEM.finditer(text))
    if len(items) < LEAST or not BETWEEN.fullmatch(ITEM.sub("", text)):
        return text
    numbers = ["①②③④⑤⑥⑦⑧⑨".index(item["ring"]) + 1 if item["ring"] else int(item["key"]) for item in items]
    demands = _of(numbers, asked)
    if not demands or len(set(numbers)) < len(numbers):
        return text
    if not all(_is_near(item["part"], item["whole"], of, asked) for item, of in zip(items, demands, strict=True)):
        return text  # in another order, it seems
    return ",".join(_named(item, demand) for item, demand in zip(items, demands, strict=True))


def _named(item: re.Match[str], demand: Demand) -> str:
    part, whole = demand.parts
    said = f"{part.label}{item['part']}{part.unit},{whole.label}{item['whole']}{whole.unit}"
    return f"{said},{demand.name}{item['made']}" if item["made"] else said


def _is_near(part: str, whole: str, demand: Demand, asked: Asked) -> bool:
    some, every = (Fraction(written.replace(",", "")) for written in (part, whole))
    return bool(every) and is_near(some / every, demand, asked)


def _of(numbers: list[int], asked: Asked) -> list[Demand]:
    """By their places among those that are asked for; of a part of the list where their numbers say the same."""
    pairs = [demand for demand in asked.demands if len(demand.parts) == LEAST and demand.kind != "growth"]
    own = {demand.seq: demand for demand in pairs}
    by_number = [own[number] for number in numbers if number in own]
    by_place = [pairs[number - 1] for number in numbers if number <= len(pairs)]
    is_whole_list = numbers == list(range(1, len(asked.demands) + 1))
    if len(pairs) < len(asked.demands):
        return []
    if is_whole_list or by_number == by_place:
        return by_place if len(by_place) == len(numbers) else []
    return []
