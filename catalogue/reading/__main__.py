"""Reads one file in a process of its own, which may be stopped at any moment: `python -m catalogue.reading`.

In: a line of JSON (Task), then the bytes of the file. Out: lines of JSON, {"step": …} while it works and one outcome.
"""

import json
import resource
import sys
from dataclasses import asdict, dataclass
from typing import Any

MEGABYTE = 2**20


@dataclass(frozen=True)
class Task:
    """`known` are the departments on record, as plain data; `holders` asks who holds the seats and for nothing else."""

    name: str
    megabytes: int
    seconds: int  # of the processor's time
    known: list[dict[str, Any]]
    holders: bool = False


def main() -> None:
    task = Task(**json.loads(sys.stdin.buffer.readline()))
    limit(task)
    data = sys.stdin.buffer.read()
    try:
        say(outcome(task, data))
    except MemoryError:
        from catalogue.reading.refusals import heavy

        say({"refused": heavy(task.name)})


def limit(task: Task) -> None:
    """Before anything is read: what the file makes of this process is nobody else's trouble."""
    most = task.megabytes * MEGABYTE
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CPU, (task.seconds, task.seconds))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def outcome(task: Task, data: bytes) -> dict[str, Any]:
    # imported behind the limits
    from pydantic import TypeAdapter

    from catalogue.papers.opening import open_paper
    from catalogue.papers.paper import Refused
    from catalogue.reading.reading import read
    from catalogue.reading.refusals import nothing
    from catalogue.reading.returned import returned
    from catalogue.reading.storing import stored
    from domain.notice import Unit

    try:
        if found := returned(data, task.name):
            cells = {title: [[*place, text] for place, text in sheet.items()] for title, sheet in found.cells.items()}
            return {"returned": {"mark": asdict(found.mark), "cells": cells}}
        paper = open_paper(data, task.name)
    except Refused as refused:
        return {"refused": refused.reason}
    say({"step": "opened"})
    draft = read(paper, TypeAdapter(list[Unit]).validate_python(task.known))
    if task.holders:
        return {"holders": [asdict(post) for post in draft.posts]}
    return {"draft": stored(draft)} if draft.indicators else {"refused": nothing(task.name)}


def say(record: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
