"""One task in a line: its light, what it is, by when, how it stands."""

from bot.translator import Translator
from bot.views import names
from domain.facts.overview import TaskLine

MARKS = {"on time": "●", "late": "◐", "struck": "●", "settled": "●", "overdue": "■", "withdrawn": "－"}


def line(found: TaskLine, t: Translator, unit: str = "") -> str:
    matter = names.joined(t, unit or None, names.matter(t, found.title, found.period))
    day = t.full_day(found.due) if found.is_past else t.short_day(found.due)
    return t("{matter}, due {day}, {state}", matter=matter, day=day, state=names.state(t, found.state, found.overdue))


def mark(found: TaskLine) -> str:
    return MARKS.get(found.state, "○")
