"""Whose a matter is said to be."""

import re
from collections.abc import Collection

from domain.patterns import pattern_of
from domain.reader.intent_words import HOUSE, US

NOT_THEM = pattern_of(r"(?:不是|不归|不属于?|不由|不在|并非|不该)$")
POINTS_TO = pattern_of(
    rf"(?<!我)(?<!我们)(?:由|归|找|问|请|向|(?<!现)在|属于|是|转给|转交|转到|转|交给|派给|让"
    rf"|联系|麻烦|应){{1,3}}(?P<name>[一-鿿]{{1,6}}?{HOUSE})(?![一-鿿]?里开)"
)
OURS = pattern_of(rf"^(?:{US}|他们|你们|本|该|哪|其他|别的|各|相关|有关|对应|贵)")


def named(text: str, others: Collection[str]) -> str | None:
    """The other department that it is left to; None where several are, or none."""
    found = [
        (match.start(), name)
        for name in others
        if name and name in text
        for match in re.finditer(re.escape(name), text)
    ]
    longest = {
        name
        for start, name in found
        if not any(name != other and name in other and at <= start < at + len(other) for at, other in found)
        and not NOT_THEM.search(text[:start])
    }
    if len(longest) > 1:
        pointed = {
            name
            for name in longest
            if re.search(
                rf"(?:由|归|找|问|请|向|在|属于|转给?|转交|转到|交给){name}|(?<!我)是{name}(?!的?(?:联络员|[，,。]|$))",
                text,
            )
        }
        longest = pointed or longest
    if longest:
        return _one_of(longest)
    said = {match["name"] for match in POINTS_TO.finditer(text) if not OURS.match(match["name"])}
    return _in_full(said.pop(), others) if len(said) == 1 else None


def _one_of(names: set[str]) -> str | None:
    """审判监督庭, which is called 审监庭 as well; 院办公室 and 办公室."""
    longest = max(names, key=len)
    same = all(
        longest.endswith(name) or (name[-1] == longest[-1] and name[0] == longest[0] and set(name) <= set(longest))
        for name in names
    )
    return longest if same else None


def _in_full(name: str, others: Collection[str]) -> str:
    """商事庭 is short for 商事审判庭."""
    whole = [one for one in others if one[:2] == name[:2] and one[-1:] == name[-1] and set(name) <= set(one)]
    return whole[0] if len(whole) == 1 else name
