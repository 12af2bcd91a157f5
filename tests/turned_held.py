"""Sentences whose meaning a known word turns: an answer that is read rightly, and one word beside it.

None of them may be recorded in silence. A clerk who reads 恐怕6月9日开的 or 应填23人（预计） asks.
"""

import random
import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from domain.reader.hear import Question, hear
from tests.scoring import REPLIES, question_of

N = "[0-9一二三四五六七八九十]"
DAY = rf"{N}{{1,3}}月{N}{{1,3}}[日号]"
TOLD = {  # where the value stands
    "meeting": DAY,
    "entries": DAY,
    "day": rf"(?:20[0-9]{{2}}年){DAY}",
    "occurrence": rf"{DAY}|没有|无",
    "rank": rf"第{N}+名?",
    "roll-call": "[0-9]+[人条]?",
    "yes": "已(?:经)?(?:建立|健全|开通|落实|录入)",
}
LONGEST, BROKEN = 36, re.compile(r"[\n\t]")
HELD, ALL = ("meeting", "entries"), tuple(TOLD)
COUNTED = (*HELD, "roll-call", "rank")
DATED = (*HELD, "day")
OWN = re.compile("今年|我们|[我本][院庭局]|“")  # 外院我院…: nobody writes so


@dataclass(frozen=True)
class Turn:
    """A word, where it is put, and the shapes whose answers it turns."""

    word: str
    put: Callable[[str, str, re.Match[str]], str]
    shapes: tuple[str, ...]


def in_clause(word: str, text: str, value: re.Match[str]) -> str:
    begin = max((one.end() for one in re.finditer(r"[,，;；。:：\s]", text[: value.start()])), default=0)
    return f"{text[:begin]}{word}{text[begin:]}"


def before(word: str, text: str, value: re.Match[str]) -> str:
    return f"{text[: value.start()]}{word}{text[value.start() :]}"


def right_behind(word: str, text: str, value: re.Match[str]) -> str:
    return f"{text[: value.end()]}{word}{text[value.end() :]}"


def at_the_end(word: str, text: str, value: re.Match[str]) -> str:
    del value
    return text.rstrip("。！") + word


def turns() -> Iterator[Turn]:
    for put, words, shapes in TABLE:
        yield from (Turn(word, put, shapes) for word in words.split())


TABLE: tuple[tuple[Callable[[str, str, re.Match[str]], str], str, tuple[str, ...]], ...] = (
    (in_clause, "也许 恐怕 兴许 保不齐 搞不好是 多半 怕是 大约 貌似 似乎 我感觉 按理说 八成 我猜 想来 没准是", ALL),
    (before, "可能 好像 估计 大概 应该是 说不定是", ("rank", "roll-call", *DATED)),
    (before, "最多 至少 不到 将近 原定 明年", ("roll-call",)),
    (right_behind, "吧 来着", ("roll-call", *DATED)),
    (right_behind, "左右 前后 的样子 （?） （存疑） （待核） （暂定） （计划） （目标） （作废）", DATED),
    (in_clause, "预计 打算 计划 准备 下一步 明年 下个月", COUNTED),
    (in_clause, "隔壁庭 外院 人家 兄弟法院 转民庭的： 比如 例如 假如 要是 难道", COUNTED),
    (at_the_end, "，有待确认 ，还没核 ，先别录 ，不确定 ，等领导审了再报 ，暂定 ，仅供参考 ，测试一下 ，开玩笑的", ALL),
    (at_the_end, "，我瞎猜的 ，不保真 ，我随口说的 ，凭印象 ，没把握 ，拿不准 ，等我再问问 ，还不敢打包票 ，存疑", ALL),
    (at_the_end, "，同事告诉我的 ，视情况而定 ，前提是庭长批 ，要看领导意见 ，草稿 ，先占个位 ，应该吧 ，也许吧", ALL),
    (at_the_end, "（预计） （存疑） （待核） （暂定） （仅供参考）", ALL),
    (at_the_end, "，上一届的 ，是目标 ，是明年的计划 ，前几年的 ，往年的 ，旧数据", COUNTED),
    (at_the_end, "，他们的 ，隔壁庭的 ，人家庭的 ，是兄弟法院的 ，不是我们庭的", (*COUNTED, "yes")),
    (at_the_end, "，作废 ，重复了 ，发错了 ，记错了 ，不算 ，撤回 ，当我没说 ，忽略", ALL),
    (at_the_end, "，取消了 ，没开成 ，改期了 ，黄了 ，最后没成", HELD),
    (at_the_end, "，对吗 ，是不是 ，对吧 ，是这样吗 ，我没记错吧 ，不知道对不对", ALL),
    (at_the_end, "，几乎 ，大部分 ，只完成一半 ，不完全是 ，除了两人", ("roll-call", "yes")),
    (in_clause, "形式上 名义上 勉强 理论上 大体上", ("roll-call", "yes")),
    (before, "差点", ("yes",)),
    (before, "没能排 差点是 拟列", ("rank",)),
)  # fmt: skip


@cache
def plain() -> tuple[tuple[str, Question], ...]:
    """Short answers in one line."""
    return tuple(one for path in sorted(REPLIES.rglob("*.toml")) for one in _plain_of(path))


def _plain_of(path: Path) -> Iterator[tuple[str, Question]]:
    sheet = tomllib.loads(path.read_text(encoding="utf-8"))
    question = question_of(sheet)
    if question.shape == "figures" or question.field == "topic":
        return
    for reply in sheet["reply"]:
        is_plain = reply["level"] == "plain" and reply["intent"] == "report" and not reply.get("doubt")
        if is_plain and reply.get("values") and len(reply["text"]) <= LONGEST and not BROKEN.search(reply["text"]):
            yield reply["text"], question


def sentences(seed: int, each: int) -> Iterator[tuple[str, Question]]:
    """`each` answers for every turn and shape."""
    chance = random.Random(seed)
    by = {shape: [one for one in plain() if one[1].shape == shape] for shape in TOLD}
    for turn in turns():
        for shape in turn.shapes:
            left = each
            for text, question in chance.sample(by[shape], len(by[shape])):
                value = re.search(TOLD[shape], text)
                if value is None or not hear(text, question).values or (turn.put is in_clause and OWN.search(text)):
                    continue
                yield turn.put(turn.word, text, value), question
                left -= 1
                if not left:
                    break
