"""What stays of the events that were told where one of them was found untrue: 4月9日那起属实，5月20日的不属实."""

from collections.abc import Sequence

from domain.patterns import pattern_of

DAY = pattern_of(
    "(?:(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月)?(?:[0-9]{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号]"
)
ALL = pattern_of("都|均|全|[两三]起|无一")
FOUND = pattern_of(r"查实|(?<!不)(?<!否)属实|坐实|认定|确有|算[1一](?:[起件次]|$)|有[1一][起件次]")


def rest_of(happened: Sequence[str], untrue: str) -> list[str]:
    """Of the clauses of what happened those which the untrue one does not speak of; none where it is of all of them."""
    if not happened or ALL.search(untrue):
        return []
    days = [match.group() if (match := DAY.search(one)) else "" for one in happened]
    own = DAY.search(untrue)
    last = own.group() if own else next((day for day in reversed(days) if day), "")
    of_last = [at for at, day in enumerate(days) if day and (day.endswith(last) or last.endswith(day))]
    rest = list(happened[: of_last[0]] if of_last else happened)
    is_other = any(day for day in days[: len(rest)])
    return rest if is_other and any(FOUND.search(one) for one in rest) else []


def is_open(happened: Sequence[str], untrue: str) -> bool:
    """4月9日1起，5月20日1起，不属实: which of them?"""
    days = {match.group() for one in happened if (match := DAY.search(one))}
    return len(days) > 1 and not ALL.search(untrue) and not DAY.search(untrue)
