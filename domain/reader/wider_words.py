"""A figure said to be of more than is asked for: 12368来电3120 of those that were put through to a person.

People say 来电 for 转人工来电 where no other call is meant; they mean no other where it is near to what is on record.
"""

import re

from domain.reader import sayings
from domain.reader.asked import Doubt
from domain.reader.beside import Beside, Figure
from domain.reader.by_sound import by_sound
from domain.reader.years import YEAR_OF_NAME

NEAR = 1.2  # times what is on record, or the other way round


def doubt(told: Beside) -> Doubt | None:
    for one in told.figures:
        for label in told.labels(one):
            if _is_of(sayings.OTHER, told, label, one) or (
                _is_of(sayings.WIDE, told, label, one) and not _is_near(told, label)
            ):
                return Doubt("about", (dict(told.values),), label)
    return None


def _is_of(table: tuple[tuple[str, str, str], ...], told: Beside, label: str, one: Figure) -> bool:
    clause = one.before + (one.unit if one.before.strip() else "") + one.behind
    name = YEAR_OF_NAME.sub("", label)
    wide = [narrow for part, said, narrow in table if part in name and re.search(said, clause)]
    return bool(wide) and not all(re.search(narrow, by_sound(told.raw, told.asked)) for narrow in wide)


def _is_near(told: Beside, label: str) -> bool:
    last, value = told.asked.last.get(label), told.values[label]
    return bool(last and value and max(last, value) / min(last, value) <= NEAR)
