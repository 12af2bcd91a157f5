"""What counts as the same text, department or figure on both sides."""

import re
import unicodedata
from fractions import Fraction
from typing import Any

Json = dict[str, Any]
NUMBER = re.compile(
    r"^\s*(?:第[一二三四五六七八九十\d]+[章节类项]|[（(][一二三四五六七八九十\d]+[)）]|[一二三四五六七八九十]+[、.．]"
    r"|\d{1,2}(?:[.．]\d+)*(?:[、.．)）]|\s|(?=[^\d\W])))"
)
SHARES = ("%", "‰", "个百分点")  # none of anything else is none, however it is counted
SCALES = {"万": 10**4, "亿": 10**8}
OPERATORS = {"≥": ">=", "≤": "<=", "＞": ">", "＜": "<", "==": "="}
SHORTEST = 3  # characters: less than that stands in too many texts


def norm(text: str) -> str:
    """Without number in front, blanks and punctuation; wide letters made narrow."""
    plain = unicodedata.normalize("NFKC", NUMBER.sub("", text, count=1))
    return "".join(letter for letter in plain if unicodedata.category(letter)[0] not in "PZCS" or letter in "%<>=≥≤")


def names(indicator: Json, cell: str) -> set[str]:
    """Departments of a cell; the lead counts as responsible wherever it is printed."""
    found = {norm(name) for name in indicator[cell]}
    return found - {norm(name) for name in indicator["lead"]} if cell == "responsible" else found


def everybody(indicator: Json) -> set[str]:
    return {norm(name) for name in (*indicator["lead"], *indicator["responsible"])}


def matched(right: list[Json], drafts: list[Json]) -> tuple[list[tuple[Json, Json | None]], list[Json]]:
    """Each wanted indicator with its draft, in its place first, then anywhere; and the drafts that nobody wanted."""
    closeness = []
    for i, wanted in enumerate(right):
        for j, drafted in enumerate(drafts):
            near = _closeness(wanted["text"], drafted["text"])
            if near is not None:
                closeness.append((not _in_place(wanted, drafted), near, abs(i - j), i, j))
    pairs: dict[int, Json] = {}
    taken: set[int] = set()
    for misplaced, _, _, i, j in sorted(closeness):
        if i not in pairs and j not in taken:
            pairs[i] = {**drafts[j], "is_in_place": not misplaced}
            taken.add(j)
    kept = {norm(drafts[j]["text"]) for j in taken}
    extra = [one for j, one in enumerate(drafts) if j not in taken and norm(one["text"]) not in kept]
    return [(wanted, pairs.get(i)) for i, wanted in enumerate(right)], extra


def is_same_text(one: str, other: str) -> bool:
    return _closeness(one, other) is not None


def _closeness(one: str, other: str) -> int | None:
    """How many characters the longer one has more; None where neither contains the other."""
    shorter, longer = sorted((norm(one), norm(other)), key=len)
    if shorter == longer:
        return 0
    return len(longer) - len(shorter) if len(shorter) >= SHORTEST and shorter in longer else None


def _in_place(wanted: Json, drafted: Json) -> bool:
    area, item = norm(wanted["area"]), norm(wanted["item"])
    items = (item,) if item else ("", area)
    return norm(drafted["area"]) == area and norm(drafted["item"]) in items


def is_same_figure(figure: list[str], one: Json) -> bool:
    """`figure` is [name, operators that are right, value, unit]; the name may be worded freely."""
    _, operators, value, unit = figure
    if "rank" in operators.split():
        said = f"{one.get('op')} {one.get('value')} {one.get('unit')} {one.get('name')}"
        is_place = one.get("op") in ("rank", "<=") and _place(value) == _place(str(one.get("value")))
        return norm(value) in norm(said) or is_place
    operator = OPERATORS.get(str(one.get("op")), str(one.get("op")))
    wanted, given = _quantity(value, unit), _quantity(str(one.get("value")), str(one.get("unit") or ""))
    if wanted[0] != given[0]:
        return False
    if wanted[0] == 0:
        return operator in ("=", "<=") and (wanted[1] in SHARES) == (given[1] in SHARES)
    return operator in operators.split() and wanted[1] == given[1]


def _place(text: str) -> str:
    """前三, 前3名 → 3."""
    return re.sub(r"[^\d]", "", text.translate(str.maketrans("一二三四五六七八九", "123456789")))


def _quantity(value: str, unit: str) -> tuple[Fraction | str, str]:
    """2.3 亿元 is 230000000 元."""
    number, plain = _fraction(value), _unit(unit)
    while isinstance(number, Fraction) and plain[:1] in SCALES:
        number, plain = number * SCALES[plain[0]], plain[1:]
    return number, plain


def _unit(unit: str) -> str:
    """A period behind a stroke may stand in a field of its own; 个工作日 are 工作日."""
    plain = unicodedata.normalize("NFKC", unit).replace("百分点", "个百分点").replace("个个", "个").strip()
    plain = re.sub(r"^个(?=工作日|自然日|月|小时|星期)|[/每].*$", "", plain)
    return "天" if plain == "日" else plain


def is_number(text: str) -> bool:
    return isinstance(_fraction(text), Fraction)


def _fraction(value: str) -> Fraction | str:
    try:
        return Fraction(value.strip())
    except (ValueError, ZeroDivisionError):
        return norm(value)


def figure_doubted(drafted: Json) -> bool:
    fields = ("figure", "figures", "requirement", "requirements", "value", "op", "unit")
    return any(doubt["field"] in fields for doubt in drafted["doubts"]) or any(
        one.get("doubt") for one in drafted["requirements"]
    )
