"""Figures that are read rightly, and beside one of them, or beside all, words that reserve them; and words that do not.

By the word beside a figure (也许12件, 12件（目标）, 12件写错了), by what is said of all of a reply (测试：…,
…，先不要报), and by a clause of its own out of `remarks/`: reserving ones (没细数) and harmless ones (外面雨好大).
"""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from domain.reader.hear import Question, hear
from tests.scoring import Scored, scored, written

REMARKS = Path(__file__).parent / "remarks"
FIGURE = re.compile(r"(?<![0-9.])[0-9]{2,}(?:\.[0-9]+)?(?![0-9.%月日号年])")
PAUSE = re.compile(r"([，,；;。\n]+)")
SHORT = 60  # signs of a reply that a remark is put behind
BEFORE_FIGURE = ["也许", "可能", "好像", "大概", "约", "至少", "最多", "起码", "接近", "将近", "差不多", "没准"]
BEHIND_CLAUSE = [
    "（目标）",
    "（预计）",
    "（待核）",
    "（草稿）",
    "是去年的",
    "是上次的",
    "是目标",
    "有待确认",
    "还没核实",
    "没核过",
    "不确定",
    "不一定准",
    "作废",
    "要扣掉",
    "写错了",
    "左右",
    "的样子",
    "吧应该",
]
FIRST = ["测试：", "草稿：", "听同事说", "先估个数：", "隔壁庭报的："]
LAST = [
    "，等领导审了再报",
    "，先不要报",
    "，先别录",
    "，数据还没核",
    "，仅供参考",
    "，我瞎估的",
    "，是目标不是完成数",
    "，以上是去年的",
    "，上面作废",
]


@dataclass(frozen=True)
class Turned:
    """`figure` is the one that is reserved, empty where all of them are."""

    text: str
    question: Question
    by: str
    figure: str = ""

    def is_taken(self) -> bool:
        """The figure, or any of them, stands in the records without a question."""
        heard = hear(self.text, self.question)
        told = heard.values.items() if heard.doubt is None else ()
        # 28件是去年的 is right where last year's are asked
        then = ("上年", "前年") if "去年" in self.by else ()
        taken = {written(value) for label, value in told if label[:2] not in then}
        return self.figure in taken if self.figure else bool(taken)


@cache
def plain() -> tuple[Scored, ...]:
    return tuple(
        one
        for one in scored()
        if (one.kind, one.level, one.status, one.intent) == ("figures", "plain", "right", "report")
        and one.values
        and not one.is_doubtful
        and not any(label[:2] in ("上年", "前年") for label in one.values)
        and len(one.text) < SHORT
    )


def turned(each: int, seed: int) -> Iterator[Turned]:
    """Of each word so many sentences; a figure counts that is a value, in a clause that holds no other."""
    chance = random.Random(seed)
    for words, put in PUT:
        for word in words:
            yield from _of(word, put, chance, each)


def _of(word: str, put: Callable[[str, str], str], chance: random.Random, each: int) -> Iterator[Turned]:
    found = 0
    for one in chance.sample(plain(), len(plain())):
        parts = PAUSE.split(one.text)
        at = [n for n in range(0, len(parts), 2) if [m for m in FIGURE.findall(parts[n]) if m in one.values.values()]]
        if found == each:
            return
        if not at or len(FIGURE.findall(parts[n := chance.choice(at)])) > 1:
            continue
        figure = FIGURE.findall(parts[n])[0]
        if list(one.values.values()).count(figure) > 1:
            continue  # told of another as well
        parts[n] = put(parts[n], word)
        found += 1
        yield Turned("".join(parts), one.question, word, figure)


def of_all(each: int, seed: int) -> Iterator[Turned]:
    chance = random.Random(seed)
    for word in (*FIRST, *LAST):
        for one in chance.sample(plain(), each):
            text = word + one.text if word in FIRST else one.text.rstrip("。！!. ") + word
            yield Turned(text, one.question, word)


def remarked(kind: str, each: int, seed: int) -> Iterator[Turned]:
    chance = random.Random(seed)
    for remark in (REMARKS / f"{kind}.txt").read_text(encoding="utf-8").split("\n"):
        for one in chance.sample(plain(), each if remark else 0):
            text = one.text.rstrip("。！!. ") + chance.choice("，。 ") + remark
            yield Turned(text, one.question, remark)


def _before_figure(clause: str, word: str) -> str:
    return FIGURE.sub(lambda match: word + match.group(), clause, count=1)


def _behind(clause: str, word: str) -> str:
    return clause.rstrip() + word


PUT: tuple[tuple[list[str], Callable[[str, str], str]], ...] = (
    (BEFORE_FIGURE, _before_figure),
    (BEHIND_CLAUSE, _behind),
)
