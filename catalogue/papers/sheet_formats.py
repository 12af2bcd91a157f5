"""A figure of a sheet as its number format shows it: 0.925 by 0.0% is 92.5%."""

import re
from datetime import datetime, time
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from openpyxl.styles.numbers import is_date_format
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

_UNSHOWN = re.compile(r"_.|\*.|\[(?:Black|Blue|Cyan|Green|Magenta|Red|White|Yellow|Color ?\d+|DBNum\d)\]", re.I)
_CURRENCY = re.compile(r"\[\$([^\]-]*)(?:-[^\]]*)?\]")
_LITERAL = re.compile(r'"([^"]*)"|[\\!](.)')
_FIGURE = re.compile(r"[#0?,]*[#0?](?:\.[#0?]+)?")
_PLAIN = re.compile(r"[^\[\]@/*]*")  # neither conditions nor fractions
_HOLD = 0xE000  # literals wait in the private use area while the figure is looked for


def shown(raw: str, code: str, is_1904: bool = False) -> str:
    """`raw` as the file keeps it, `code` the number format; raises ValueError if `raw` is no figure."""
    try:
        figure = Decimal(raw)
    except InvalidOperation:
        raise ValueError(raw) from None
    if not figure.is_finite() or figure.adjusted() > 300:
        raise ValueError(raw)
    if is_date_format(code):
        return _date(float(figure), code, is_1904) or general(figure)
    sections = _sections(code)
    at = 1 if figure < 0 and len(sections) > 1 else 2 if figure == 0 and len(sections) > 2 else 0
    return _by_section(-figure if at == 1 else figure, sections[at]) or general(figure)


def worded(text: str, code: str) -> str:
    """A text as its format shows it: by @"单位" the word behind it is printed, though not kept in the cell."""
    section = _UNSHOWN.sub("", _sections(code)[-1])
    if "@" not in section or section == "@":
        return text
    held, literals = _held(section)
    return _release(held.replace("@", text), literals)


def general(figure: Decimal) -> str:
    """Whole numbers as they are, others with as many places as a sheet shows (the file keeps 17)."""
    if figure == figure.to_integral_value() and figure.adjusted() < 15:
        return str(int(figure))
    return f"{Decimal(f'{figure:.10g}').normalize():f}" if -10 < figure.adjusted() < 15 else f"{figure:.10g}"


def _sections(code: str) -> list[str]:
    held, literals = _held(_CURRENCY.sub(lambda found: f'"{found.group(1)}"', code))
    return [_quoted(section, literals) for section in held.split(";")]


def _held(section: str) -> tuple[str, list[str]]:
    literals: list[str] = []

    def hold(found: re.Match[str]) -> str:
        literals.append(found.group(1) or found.group(2) or "")
        return chr(_HOLD + len(literals) - 1)

    return _LITERAL.sub(hold, section[:500]), literals


def _release(text: str, literals: list[str]) -> str:
    return "".join(literals[ord(sign) - _HOLD] if 0 <= ord(sign) - _HOLD < len(literals) else sign for sign in text)


def _quoted(section: str, literals: list[str]) -> str:
    return _release(section, [f'"{literal}"' for literal in literals])


def _by_section(figure: Decimal, section: str) -> str:
    """ "" where the format is none of the simple ones."""
    held, literals = _held(_UNSHOWN.sub("", section))
    places = list(_FIGURE.finditer(held))
    if not _PLAIN.fullmatch(held) or len(places) != 1 or re.search(r"[Ee][+-]", held):
        return ""
    found = places[0]
    before, after = held[: found.start()], held[found.end() :]
    whole, _, part = found.group().partition(".")
    if whole.endswith(",") or after.startswith(","):  # shown in thousands
        return ""
    scaled = figure.scaleb(2 * (before + after).count("%"))
    text = _rounded(scaled, part, "," in whole)
    digits, least = text.removeprefix("-"), whole.count("0")
    text = text[: len(text) - len(digits)] + digits.zfill(least + len(digits) - len(digits.partition(".")[0]))
    return _release(before + text + after, literals).strip()


def _rounded(figure: Decimal, part: str, has_thousands: bool) -> str:
    if figure.adjusted() > 20:
        return f"{figure:f}"
    text = f"{figure.quantize(Decimal(1).scaleb(-len(part)), ROUND_HALF_UP):{',' if has_thousands else ''}f}"
    optional = len(part) - len(part.rstrip("#"))
    for _ in range(optional):
        text = text.removesuffix("0")
    return text.removesuffix(".")


def _date(days: float, code: str, is_1904: bool) -> str:
    try:
        moment = from_excel(days, CALENDAR_MAC_1904 if is_1904 else CALENDAR_WINDOWS_1900)
    except (ValueError, OverflowError):
        return ""
    bare = re.sub(r'"[^"]*"|\[\$[^\]]*\]|\\.', "", code).lower().split(";")[0]
    clock = f"{moment:%H:%M}" if isinstance(moment, datetime | time) and "h" in bare else ""
    if "[" in bare or not isinstance(moment, datetime):
        return "" if "[" in bare else clock
    months = bare if not clock else re.sub(r"h+[^ymd]*m+|m+[^ymdh]*s+", "", bare)  # minutes are written like months
    day = (f"{moment.year}年" if "y" in months else "") + (f"{moment.month}月" if "m" in months else "")
    return " ".join(filter(None, (day + (f"{moment.day}日" if "d" in months else ""), clock)))
