"""The notice on the shelf: its files loaded, and the words of its indicators read for figures.

`.venv/bin/python -m tests.bench.shelf` prints milliseconds under their names.
"""

import json
import re
import sys
import time
import tomllib
from collections.abc import Callable, Mapping

from catalogue import shipped
from catalogue.demands.reading import demands
from tests.bench.figures import Figure, Table, child, medians

NOTICE = "jiading-2022"
FIGURE = re.compile(r"([一-鿿]+?)(不低于|不超过|大于|小于|达到|少于)?([0-9]+(?:\.[0-9]+)?)(%|次|件|篇|天)?")


def measure() -> dict[str, float]:
    notice = shipped.load(NOTICE)
    texts = [indicator.text for indicator in notice.indicators]
    return {
        "load": _took(lambda: shipped.load(NOTICE)),
        "parse": _took(_parse),
        "demands": _took(lambda: [demands(text, notice.issued) for text in texts]) / len(texts),
        "pattern": _took(lambda: [FIGURE.findall(text) for text in texts]) / len(texts),
    }


def _took(act: Callable[[], object]) -> float:
    """Milliseconds; what is done once a process is done by then."""
    act()
    begun = time.perf_counter()
    act()
    return (time.perf_counter() - begun) * 1000


def _parse() -> list[Mapping[str, object]]:
    files = [path for part in ("notice", "area-*") for path in (shipped.SHELF / NOTICE).glob(f"{part}.toml")]
    return [tomllib.loads(path.read_text(encoding="utf-8")) for path in files]


def table() -> Table:
    found = medians(lambda: child("shelf"))
    figures = [
        Figure("the shipped notice loaded", "ms", found["load"], found["parse"], most=60),
        Figure("the words of an indicator read", "ms", found["demands"], found["pattern"], most=20),
    ]
    note = "51 indicators. The peer parses the files and checks nothing, and takes the figures by one pattern."
    return Table("The notice on the shelf", "what is the least", figures, note)


def main() -> None:
    json.dump(measure(), sys.stdout)


if __name__ == "__main__":
    main()
