"""Whether a text mentions what a task asks for: by its code, or by a piece of a name. Only a hint of what is meant."""

from db.tables import Task
from services import demands, titles
from services.office import Office

PIECE = 3  # signs: 履行率 of 诉前调解成功后自动履行率


def of(office: Office, task: Task, text: str) -> bool:
    if task.form not in titles.BY_INDICATOR:
        return False
    rows = demands.of_task(office, task)
    names = [q.label for q in demands.quantities(rows)] + [row.name for row in rows]
    pieces = (name[i : i + PIECE] for name in names for i in range(max(1, len(name) - PIECE + 1)))
    return demands.indicator(office, task).code in text or any(piece in text for piece in pieces)
