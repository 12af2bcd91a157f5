"""One message that answers several tasks: each clause goes to the task that it speaks of."""

import re
from collections.abc import Sequence

from db.tables import Task
from services import filing, mentions
from services.office import Office

CLAUSES = 12  # at most: who writes more answers task by task
# where one answer may end: 487件，931件 goes on, and so does 1,568
END = re.compile(r"[;；。\n]+|(?<![0-9０-９])[,，、]|[,，、](?![0-9０-９])")

Parts = list[tuple[Task, str]]


def divide(office: Office, found: Sequence[Task], text: str) -> Parts:
    """Each task with what it is told; empty where a clause may belong to several of them, or says nothing to its own.

    A clause that names nothing goes on with what was spoken of before it: 申请12件，全部按时反馈.
    """
    clauses = [clause.strip() for clause in END.split(text) if clause.strip()]
    if not 1 < len(clauses) <= CLAUSES or len(found) < 2:
        return []
    parts: Parts = []
    for among, said in _runs(office, found, clauses):
        hearing = filing.that_hear(office, among, said)
        if len(hearing) != 1:
            return []
        parts.append((hearing[0], said))
    tasks = {task.id for task, _ in parts}
    return parts if len(tasks) == len(parts) > 1 else []


def _runs(office: Office, found: Sequence[Task], clauses: Sequence[str]) -> list[tuple[list[Task], str]]:
    """Clauses that go together, each run with the tasks that all of it may speak of."""
    runs: list[tuple[list[Task], str]] = []
    for clause in clauses:
        named = [task for task in found if mentions.of(office, task, clause)]
        before, said = runs[-1] if runs else ([], "")
        both = [task for task in before if task in named] if named else before
        if both:
            runs[-1] = both, f"{said}，{clause}"
        else:
            runs.append((named, clause))
    return runs
