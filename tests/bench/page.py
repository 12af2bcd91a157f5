"""docs/performance.md: a section a table, each with the day on which it was measured. Who measures some of them renews
those."""

import os
import platform
import re
from collections.abc import Sequence
from datetime import date

from tests.bench.figures import SEED, TURNS, Table

HEAD = """# Performance

Written by `make bench`; nothing here is edited by hand. Every row is measured in the run in which its peer is, on the
same core ({bot} of {cores}, by sched_setaffinity; the bench's server has core {server} alone), as the median of {turns}
turns where nothing else is said. A goal is a limit that makes the command end with 1. `python -m tests.bench NAME`
measures one table again, and renews its section alone. Nothing that is measured hangs on chance: the one thing that is
drawn, the order in which reminders are due, is drawn with seed {seed}.

"""
SECTION = re.compile(r"^## (.+)\n", re.MULTILINE)
MISSED = re.compile(r"^\| ([^|]+?) \|.* missed \|", re.MULTILINE)
GOALS = "Goals"


def renewed(page: str, tables: Sequence[Table], day: date, load: float) -> str:
    """The page with these tables as they are now; `load` is that of the machine when they began."""
    _, *parts = SECTION.split(page)
    sections = dict(zip(parts[::2], parts[1::2], strict=True))
    sections.pop(GOALS, None)
    for table in tables:
        _, _, text = table.text().partition("\n")
        sections[table.title] = f"{text.rstrip()}\n\n{_measured(day, load)}\n\n"
    missed = [f"- {title}: {what}" for title, text in sections.items() for what in MISSED.findall(text)]
    said = "Missed:\n\n" + "\n".join(missed) if missed else "All goals are reached."
    head = HEAD.format(bot=1, server=0, cores=os.cpu_count(), turns=TURNS[0], seed=SEED)
    return head + "".join(f"## {title}\n{text}" for title, text in sections.items()) + f"## {GOALS}\n\n{said}\n"


def _measured(day: date, load: float) -> str:
    machine = f"{os.cpu_count()} cores, {platform.machine()}, {platform.system()}, Python {platform.python_version()}"
    return f"Measured on {day}, load {load:.1f} when it began; {machine}."
