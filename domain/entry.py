"""An entry of a register: on which day, and what it was. Read like a meeting; it may be another department's."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Literal

from domain import meeting
from domain.cadences import Period
from domain.meeting import Meeting

Problem = meeting.Problem | Literal["other-unit"]
# what was done with it, before its title
DONE = re.compile(r"^(?:我们?[庭院局]?|本[庭院局])?(?:组织)?(?:开展|举办|举行)了?(?:一[次场期堂个])?(?=[《“\"「一-鿿])")
# a department that does it, and not one that it is done with or for: 与…联合, 在…, 走进…
DOES = r"(?=的|[\s,，0-9一二三四五六七八九十]|组织|开展|举办|举行|召开|发布|入选|有|办|搞|做|于|上|昨|前|今|$)"


def read(
    text: str, asked: Literal["day", "topic"] | None, today: date, period: Period, others: Iterable[str] = ()
) -> Meeting | Problem:
    """`others` are the names of the departments that do not answer here."""
    answer = meeting.read(text, asked, today, period)
    if isinstance(answer, str):
        return answer
    if _is_done_by(others, text):
        return "other-unit"
    return replace(answer, topic=answer.topic and DONE.sub("", answer.topic))


def _is_done_by(others: Iterable[str], text: str) -> bool:
    names = "|".join(re.escape(name) for name in sorted(others, key=len, reverse=True))
    return bool(names and re.search(rf"(?:^|[\s,，。;；:：是])(?:{names}){DOES}", text))
