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
from domain.reader.hear import Question, hear
from tests.bench.figures import Figure, Table, child
from tests.scoring import REPLIES, question_of, scored

LONGEST = 4096  # signs of a message
HOSTILE = [
    (sign * LONGEST)[:LONGEST] for sign in ("😀", "1", "一", "1,", "件中", "(", "的", "诉前调解成功", "a1", "百分之")
]
HOSTILE += [f"成功率{sign * 385}52.3%" for sign in ("行", "一", "约", "(", " ", "立")]
HOSTILE += [f"{'一共' * 195}1件", "1。" * 200, "12件" * 130, f"1{'立' * 30}" * 12]
# each mark for itself, and what forms ask for, as often as there is room: whatever the form
MARKS = "，。、；：？！“”‘’（）《》【】〔〕—…·～,.;:?!\"'()<>[]-_=+*/|\n\t \u3000"
WORDS = ("1件，", "1人没填，", "已填1人，", "有1件，", "没有，", "是，", "1日，", "第1名，", "开会，", "去年同期")
HOSTILE += [sign * length for sign in MARKS for length in (LONGEST, 600, 300)]  # the longest sheet, the longest answer
HOSTILE += [(word * length)[:length] for word in WORDS for length in (LONGEST, 300, 160, 80)]
ROUNDS = 3
Values = Mapping[str, Fraction]
Reply = tuple[str, Question, Values]


def replies() -> Iterator[Reply]:
    for path in sorted(REPLIES.rglob("*.toml")):
        kept = tomllib.loads(path.read_text(encoding="utf-8"))
        if kept["asked"] == "figures":
            question = question_of(kept)
            for reply in kept["reply"]:
                yield reply["text"], question, _values(reply)


def _values(reply: Mapping[str, Any]) -> Values:
    said = reply.get("values", {}).items()
    return {name: _number(str(value)) for name, value in said if _is_figure(str(value))}


def _is_figure(written: str) -> bool:
    return written.removesuffix("%").lstrip("-").replace(".", "").replace("/", "").isdigit()


def _number(written: str) -> Fraction:
    return Fraction(written.removesuffix("%")) / (100 if written.endswith("%") else 1)


def read(text: str, question: Question) -> Values:
    return figures.read(text, question.asked).values


def answered(text: str, question: Question) -> dict[str, object]:
    """All that a reply goes through; nothing where it is asked back."""
    heard = hear(text, question)
    return {} if heard.doubt else {name: value for name, value in heard.values.items() if isinstance(value, Fraction)}


def naive(text: str, question: Question) -> Values:
    """What people write instead: a pattern a name, the number behind it."""
    found: dict[str, Fraction] = {}
    for one in question.asked.quantities:
        if match := re.search(rf"{re.escape(one.label)}\D{{0,4}}([0-9]+(?:\.[0-9]+)?)", text):
            found[one.label] = Fraction(match[1])
    for demand in question.asked.demands:
        if match := re.search(rf"{re.escape(demand.name)}\D{{0,4}}([0-9]+(?:\.[0-9]+)?)\s*[%％]", text):
            found[demand.key] = Fraction(match[1]) / 100
    return found


def measure(
    reader: Callable[[str, Question], Values], answer: Callable[[str, Question], Mapping[str, object]]
) -> dict[str, float]:
    """Milliseconds a reply, in the mean and at the worst; percent of the replies with figures that were read right."""
    kept = list(replies())
    for text, question, _ in kept:  # patterns are compiled when they are first used
        reader(text, question)
    took = [min(_took(reader, text, question) for _ in range(ROUNDS)) for text, question, _ in kept]
    hostile = [min(_took(reader, text, kept[0][1]) for _ in range(ROUNDS)) for text in HOSTILE]
    read_out = [(answer(text, question), values) for text, question, values in kept]
    right = [found == values for found, values in read_out if values]
    wrong = [any(values.get(name) != value for name, value in found.items()) for found, values in read_out]
    return {
        "read": sum(took) / len(took),
        "read-worst": max(*took, *hostile),
        "right": 100 * sum(right) / len(right),
        "wrong": 100 * sum(wrong) / len(wrong),
    }


def every_form() -> dict[str, float]:
    """Milliseconds a reply of any form, its intent included; of the slowest one; of the worst that is sent to hurt."""
    kept = [(one.text, one.question) for one in scored()]
    questions = {question.shape: question for _, question in kept}
    took = [min(_heard(text, question) for _ in range(ROUNDS)) for text, question in kept]
    hostile = [min(_heard(text, q) for _ in range(ROUNDS)) for text in HOSTILE for q in questions.values()]
    return {"hear": sum(took) / len(took), "hear-slowest": max(took), "hear-hostile": max(hostile)}


def _heard(text: str, question: Question) -> float:
    begin = time.perf_counter()
    hear(text, question)
    return (time.perf_counter() - begin) * 1000


def _took(reader: Callable[[str, Question], Values], text: str, question: Question) -> float:
    begin = time.perf_counter()
    reader(text, question)
    return (time.perf_counter() - begin) * 1000


def table() -> Table:
    found = child("reader")
    ours, naive = found["ours"], found["naive"]
    figures = [
        Figure("figures read in a reply", "ms", ours["read"], naive["read"], most=2),
        Figure("a reply of any form, with its intent", "ms", ours["hear"], most=2),
        Figure("the slowest reply", "ms", ours["hear-slowest"], most=10),
        Figure("the worst of what is sent to hurt", "ms", ours["hear-hostile"], most=10),
        Figure("read right at first", "%", ours["right"], naive["right"]),
        Figure("read wrong in silence", "%", ours["wrong"], naive["wrong"], most=0),
    ]
    return Table("The reader", "a pattern a name", figures, "On tests/replies, and on what is sent to hurt.")


if __name__ == "__main__":
    json.dump({"ours": measure(read, answered) | every_form(), "naive": measure(naive, naive)}, sys.stdout)
