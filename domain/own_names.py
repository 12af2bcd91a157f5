"""A department by its own name, in full or in short: 商事庭 is 商事审判庭."""

import re
from collections.abc import Collection

from domain.patterns import pattern_of

CLAUSES = pattern_of(r"((?:^|[,，;；。\s])+)")
REPLIES = pattern_of(r"^[一-鿿]{0,8}(?:回复|答复|反馈|汇报)(?:如下)?[:：]\s*")
OURS = pattern_of("^(?:我们?|咱们?)")
FIRST = pattern_of(r"^(?P<name>[一-鿿]{2,8}?[庭局处室队部组委])(?=[一-鿿,，:：\s])")


def is_own(name: str, own: Collection[str]) -> bool:
    return any(name[-1] == whole[-1] and _within(name, whole) for whole in own if whole)


def is_house(said: str, place: str, house: str) -> bool:
    """嘉定法院, where 上海市嘉定区人民法院 is asked."""
    return bool(place) and said.startswith(place) and _within(said, house)


def in_first_person(text: str, own: Collection[str]) -> str:
    """机关党委未发现… is 我们未发现…, where 机关党委 answers, in each of its clauses."""
    return "".join(_in_first_person(part, own) for part in CLAUSES.split(REPLIES.sub("", text)))


def _in_first_person(text: str, own: Collection[str]) -> str:
    bare = OURS.sub("", text)  # 我们商庭
    if name := next((name for name in sorted(own, key=len, reverse=True) if name and bare.startswith(name)), ""):
        return f"我们{bare[len(name) :]}"
    said: re.Match[str] | None = FIRST.match(text)
    return f"我们{text[said.end() :]}" if said and len(said["name"]) > 2 and is_own(said["name"], own) else text


def _within(short: str, long: str) -> bool:
    rest = iter(long)
    return all(sign in rest for sign in short)
