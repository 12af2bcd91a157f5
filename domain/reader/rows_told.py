"""As many figures as are asked for, in a row by slashes: 1688/1735/1652. Two of them are a part and its whole.

Or by commas that part no thousands: 618，835，1388.
"""

from domain.patterns import pattern_of
from domain.reader.asked import Asked
from domain.reader.years import YEAR_OF_NAME

FIGURE = r"[0-9]+(?:\.[0-9]+)?(?:万元|[件个人名位项天通条元])?"
ROW = pattern_of(rf"(?<![0-9./%|])(?P<row>{FIGURE}(?:\s?[/|，]\s?{FIGURE}){{2,}})(?![0-9./%|])")
SLASH = pattern_of(r"\s?[/|，]\s?")
MONTH = pattern_of(r"(?P<month>(?:20[0-9]{2}年)?[0-9]{1,2}月份?)?[的\s:：,，]*")
ORDER = pattern_of("[0-9年]|序|次")
SAYS_NOTHING = pattern_of(r"(?:数[据字]?|分别|依次|[是为有:：,，。\s])*")

# 80+85+86=251件
SUM = pattern_of(r"(?<![0-9.+])(?P<parts>[0-9]+(?:\s?\+\s?[0-9]+)+)[件个人名]?\s?[=＝]\s?(?P<sum>[0-9]+)(?![0-9.%])")


def summed(text: str) -> str:
    """Where it comes out."""
    return SUM.sub(
        lambda match: match["sum"] if sum(map(int, match["parts"].split("+"))) == int(match["sum"]) else match[0], text
    )


def apart(text: str, asked: Asked) -> str:
    """By commas; as it stands where the row is longer or shorter, or anything is told beside it."""
    row = ROW.search(text)
    figures = SLASH.split(row["row"]) if row else []
    if row is None or len(figures) != len(asked.wanted):
        return text
    month = MONTH.match(text[: row.start()])
    assert month is not None
    names = {YEAR_OF_NAME.sub("", quantity.label) for quantity in asked.quantities}
    before, behind = text[month.end() : row.start()], text[row.end() :]
    is_named = len(names) == 1 and set(SAYS_NOTHING.sub("", before)) <= set(names.pop())  # one thing in several years
    if not (is_named or SAYS_NOTHING.fullmatch(before)) or ORDER.search(behind):
        return text
    return f"{month['month'] + ':' if month['month'] else ''}{'、'.join(figures)}{behind}"
