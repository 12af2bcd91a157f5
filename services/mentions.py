"""Whether a text mentions what a task asks for: by its code, or by a piece of a name. Only a hint of what is meant."""

import re
from collections.abc import Sequence

from db.tables import Task
from domain.named_in import COMMON, PAIR
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
    return _is_coded(office, task, text) or any(piece in text for piece in _pieces(office, task))


def by_its_own(office: Office, every: Sequence[Task], text: str) -> list[Task]:
    """Those that a text names by what none of the others is called; with one all that it may mean as well.

    解案件 is no word of 诉前调解案件 where it says 化解案件, and 化解 is another's.
    """
    own = [task for task in every if _is_named_alone(office, task, every, text, PIECE)]
    return [t for t in every if t in own or _is_named_alone(office, t, every, text, PAIR)] if own else []


def _is_named_alone(office: Office, task: Task, every: Sequence[Task], text: str, signs: int) -> bool:
    others = [name for other in every if other is not task for name in _called(office, other)]
    if task.form in titles.BY_INDICATOR:
        if _is_coded(office, task, text):
            return True
        parts = (part for name in _called(office, task) for part in COMMON.split(name))
        words = {part[i : i + signs] for part in parts for i in range(len(part) - signs + 1)}
    else:
        words = set(WORDS[task.form].findall(text)) if task.form in WORDS else set()
    return any(word in text and not any(word in name for name in others) for word in words)


def _is_coded(office: Office, task: Task, text: str) -> bool:
    """Not 2026.5.2.1, and not 5.2.10."""
    code = re.escape(demands.indicator(office, task).code)
    return bool(re.search(rf"(?<![\d.]){code}(?!\.?\d)", text))


def _pieces(office: Office, task: Task) -> frozenset[str]:
    def find() -> frozenset[str]:
        names = _names(office, task)
        return frozenset(name[i : i + PIECE] for name in names for i in range(max(1, len(name) - PIECE + 1)))

    found: frozenset[str] = office.once(("pieces", task.id), find)
    return found


def _names(office: Office, task: Task) -> list[str]:
    rows = demands.of_task(office, task)
    return [q.label for q in demands.quantities(rows)] + [row.name for row in rows]


def _called(office: Office, task: Task) -> list[str]:
    """With what is read of it in lists."""
    if task.form not in titles.BY_INDICATOR:
        return []
    found: list[str] = office.once(
        ("called", task.id), lambda: [demands.indicator(office, task).title, *_names(office, task)]
    )
    return found
