"""The reader of figures on the kept replies and on what is sent to hurt it, beside a plain chain of patterns.

`.venv/bin/python -m tests.bench.reader` prints milliseconds and shares under their names.
"""

import json
import re
import sys
import time
import tomllib
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

from catalogue import shipped
from domain.cadences import parse_period
from domain.kinds import KINDS, quantity
from domain.reader import figures
from domain.reader.asked import Asked, Demand

REPLIES = Path(__file__).parents[1] / "replies"
LONGEST = 4096  # signs of a message
HOSTILE = [
    (sign * LONGEST)[:LONGEST] for sign in ("😀", "1", "一", "1,", "件中", "(", "的", "诉前调解成功", "a1", "百分之")
]
HOSTILE += [f"成功率{sign * 985}52.3%" for sign in ("行", "一", "约", "(", " ", "立")]
HOSTILE += [f"{'一共' * 490}1件", "1。" * 500, "12件" * 330, f"1{'立' * 30}" * 32]
ROUNDS = 3
Values = Mapping[str, Fraction]
Reply = tuple[str, Asked, Values]


def replies() -> Iterator[Reply]:
    indicators = {one.code: one for one in shipped.load("jiading-2022").indicators}
    for path in sorted(REPLIES.glob("*-figures.toml")):
        kept = tomllib.loads(path.read_text(encoding="utf-8"))
        demands = tuple(
            Demand(r.seq, r.name, r.kind, r.unit, r.value, tuple(quantity(part) for part in r.parts), r.whole)
            for r in indicators[kept["code"]].requirements
            if KINDS[r.kind].shape == "figures"
        )
        today, period = datetime.fromisoformat(kept["now"]).date(), parse_period(kept["period"])
        last = {name: _number(str(value)) for name, value in kept.get("last", {}).items()}
        wanted = Asked(demands, ()).quantities
        asked = Asked(demands, wanted, last=last, period=period, today=today, code=kept["code"])
        for reply in kept["reply"]:
            yield reply["text"], asked, _values(reply)


def _values(reply: Mapping[str, Any]) -> Values:
    of_figures = reply["intent"] in ("report", "correction")
    return {name: _number(value) for name, value in reply.get("values", {}).items()} if of_figures else {}


def _number(written: str) -> Fraction:
    return Fraction(written.removesuffix("%")) / (100 if written.endswith("%") else 1)


def read(text: str, asked: Asked) -> Values:
    return figures.read(text, asked).values


def naive(text: str, asked: Asked) -> Values:
    """What people write instead: a pattern a name, the number behind it."""
    found: dict[str, Fraction] = {}
    for one in asked.quantities:
        if match := re.search(rf"{re.escape(one.label)}\D{{0,4}}([0-9]+(?:\.[0-9]+)?)", text):
            found[one.label] = Fraction(match[1])
    for demand in asked.demands:
        if match := re.search(rf"{re.escape(demand.name)}\D{{0,4}}([0-9]+(?:\.[0-9]+)?)\s*[%％]", text):
            found[demand.key] = Fraction(match[1]) / 100
    return found


def measure(reader: Callable[[str, Asked], Values]) -> dict[str, float]:
    """Milliseconds a reply, in the mean and at the worst; percent of the replies with figures that were read right."""
    kept = list(replies())
    for text, asked, _ in kept:  # patterns are compiled when they are first used
        reader(text, asked)
    took = [min(_took(reader, text, asked) for _ in range(ROUNDS)) for text, asked, _ in kept]
    hostile = [min(_took(reader, text, kept[0][1]) for _ in range(ROUNDS)) for text in HOSTILE]
    read_out = [(reader(text, asked), values) for text, asked, values in kept]
    right = [found == values for found, values in read_out if values]
    wrong = [any(values.get(name) != value for name, value in found.items()) for found, values in read_out]
    return {
        "read": sum(took) / len(took),
        "read-worst": max(*took, *hostile),
        "right": 100 * sum(right) / len(right),
        "wrong": 100 * sum(wrong) / len(wrong),
    }


def _took(reader: Callable[[str, Asked], Values], text: str, asked: Asked) -> float:
    begin = time.perf_counter()
    reader(text, asked)
    return (time.perf_counter() - begin) * 1000


if __name__ == "__main__":
    json.dump({"ours": measure(read), "naive": measure(naive)}, sys.stdout)
