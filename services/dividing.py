"""One message that answers several tasks: its clauses in runs, each run heard by one task and by no other."""

import re
from collections.abc import Callable, Sequence

from db.tables import Task
from services import filing
from services.office import Office

CLAUSES = 8  # at most: who writes more answers task by task
# where one answer may end: 487件，931件 goes on, a new line does not
END = re.compile(r"[;；。\n]+|(?<![0-9０-９])[,，、]|[,，、](?![0-9０-９])")

Parts = list[tuple[Task, str]]
Hear = Callable[[Office, Sequence[Task], str], list[Task]]


def divide(office: Office, found: Sequence[Task], text: str) -> Parts:
    """Each task with what it is told; empty where a clause may belong to several of them, or to none.

    Only where that leaves nothing does a run count of which a task merely knows what it probably says.
    """
    clauses = [clause.strip() for clause in END.split(text) if clause.strip()]
    if not 1 < len(clauses) <= CLAUSES or len(found) < 2:
        return []
    return _divided(office, found, clauses, _certain) or _divided(office, found, clauses, filing.that_hear)


def _certain(office: Office, found: Sequence[Task], text: str) -> list[Task]:
    return [task for task in found if filing.would_take(office, task, text)]


def _divided(office: Office, found: Sequence[Task], clauses: Sequence[str], hear: Hear) -> Parts:
    parts: Parts = []
    at = 0
    while at < len(clauses):
        run = _run(office, found, clauses, at, hear)
        if run is None:
            return []
        task, end = run
        said = "，".join(clauses[at:end])
        if parts and parts[-1][0] is task:
            said = f"{parts.pop()[1]}，{said}"
        parts.append((task, said))
        at = end
    tasks = {task.id for task, _ in parts}
    return parts if len(tasks) == len(parts) > 1 else []


def _run(office: Office, found: Sequence[Task], clauses: Sequence[str], at: int, hear: Hear) -> tuple[Task, int] | None:
    """The longest run from here that exactly one task hears."""
    for end in range(len(clauses), at, -1):
        hearing = hear(office, found, "，".join(clauses[at:end]))
        if len(hearing) == 1:
            return hearing[0], end
    return None
