"""Whether a text mentions what a task asks for: by its code, or by a piece of a name. Only a hint of what is meant."""

import re

from db.tables import Task
from services import demands, titles
from services.office import Office

PIECE = 3  # signs: 履行率 of 诉前调解成功后自动履行率
WORDS = {
    "roll-call": re.compile("三个规定|应填|已填|零报告|月报告"),
    "meeting": re.compile("会议|开会|召开|意识形态"),
}


def of(office: Office, task: Task, text: str) -> bool:
    if task.form not in titles.BY_INDICATOR:
        return task.form in WORDS and bool(WORDS[task.form].search(text))
    return demands.indicator(office, task).code in text or any(piece in text for piece in _pieces(office, task))


def _pieces(office: Office, task: Task) -> frozenset[str]:
    def find() -> frozenset[str]:
        rows = demands.of_task(office, task)
        names = [q.label for q in demands.quantities(rows)] + [row.name for row in rows]
        return frozenset(name[i : i + PIECE] for name in names for i in range(max(1, len(name) - PIECE + 1)))

    found: frozenset[str] = office.once(("pieces", task.id), find)
    return found
