"""The reader of figures on the kept replies and on what is sent to hurt it, beside a plain chain of patterns.

`.venv/bin/python -m tests.bench.reader` prints milliseconds and shares under their names.
"""

import json
import re
import sys
import time
import tomllib
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import Any

from domain.reader import figures
from domain.reader.asked import Asked
from domain.reader.hear import Question, hear
from tests.scoring import REPLIES, question_of, scored

LONGEST = 4096  # signs of a message
HOSTILE = [
    (sign * LONGEST)[:LONGEST] for sign in ("😀", "1", "一", "1,", "件中", "(", "的", "诉前调解成功", "a1", "百分之")
]
HOSTILE += [f"成功率{sign * 385}52.3%" for sign in ("行", "一", "约", "(", " ", "立")]
HOSTILE += [f"{'一共' * 195}1件", "1。" * 200, "12件" * 130, f"1{'立' * 30}" * 12]
ROUNDS = 3
Values = Mapping[str, Fraction]
Reply = tuple[str, Asked, Values]


def replies() -> Iterator[Reply]:
    for path in sorted(REPLIES.rglob("*.toml")):
        kept = tomllib.loads(path.read_text(encoding="utf-8"))
        if kept["asked"] == "figures":
            asked = question_of(kept).asked
            for reply in kept["reply"]:
                yield reply["text"], asked, _values(reply)


def _values(reply: Mapping[str, Any]) -> Values:
    of_figures = reply["intent"] in ("report", "correction")
    counted = {name: value for name, value in reply.get("values", {}).items() if value != "nothing"}
    return {name: _number(str(value)) for name, value in counted.items()} if of_figures else {}


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


def every_form() -> dict[str, float]:
    """Milliseconds a reply of any form, its intent included; and at the worst, of what is sent to hurt too."""
    kept = [(one.text, one.question) for one in scored()]
    questions = {question.shape: question for _, question in kept}
    took = [min(_heard(text, question) for _ in range(ROUNDS)) for text, question in kept]
    hostile = [min(_heard(text, q) for _ in range(ROUNDS)) for text in HOSTILE for q in questions.values()]
    return {"hear": sum(took) / len(took), "hear-worst": max(*took, *hostile)}


def _heard(text: str, question: Question) -> float:
    begin = time.perf_counter()
    hear(text, question)
    return (time.perf_counter() - begin) * 1000


def _took(reader: Callable[[str, Asked], Values], text: str, asked: Asked) -> float:
    begin = time.perf_counter()
    reader(text, asked)
    return (time.perf_counter() - begin) * 1000


if __name__ == "__main__":
    json.dump({"ours": measure(read) | every_form(), "naive": measure(naive)}, sys.stdout)
