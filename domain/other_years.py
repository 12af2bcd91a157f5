"""A day that is told of another year or another time: 去年是11月24日开的 names no day of this one."""

from domain.dates import Found
from domain.patterns import pattern_of

CLAUSE = pattern_of(r"[,，;；。!！\n]")
OTHER = pattern_of(
    r"(?:去年|前年|大前年|上一?年度?|往年|早些年|前几年|上一?[届次回]|上回)(?!末)(?P<between>[^,，;；。]{0,12})$"
)
THIS = pattern_of(r"今年|本年|这次|本次|这回")

# 6月10日开的，当年是2025年
YEAR_TOLD = pattern_of(
    r"(?:[当那]年|[当那]时候?|年份|那是|(?:^|[,，;；。\s])[就也都]?是)[^,，;；。0-9]{0,3}(?P<year>20[0-9]{2})年?(?=的|[,，;；。!！了啊吧]|$)"
)


def is_of_other_year(text: str, found: Found) -> bool:
    """Said before the day in its own clause, and not within the day itself."""
    before = CLAUSE.split(text[: found.start])[-1]
    other, told = OTHER.search(before), YEAR_TOLD.search(text, found.end)
    if told and found.day and int(told["year"]) != found.day.year:
        return True
    return bool(other and not THIS.search(other["between"]))
