"""Replies made of what a contact may call a part and its whole, with the values that they say."""

import random
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path

from domain.reader.hear import Question
from tests.domain.numerals import spoken
from tests.scoring import REPLIES, question_of


@dataclass(frozen=True)
class Pair:
    """How people call both, what was done with a subject, and the rate; words parted by |."""

    form: str
    part: str  # label
    whole: str  # label
    unit: str
    key: str  # of the rate
    parts: str
    wholes: str
    done: str
    rates: str = ""


PAIRS = tuple(Pair(**pair) for pair in tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))["pair"])
UNITS = {"万元": ("万元", "万"), "人": ("人", "名", "个"), "通": ("通", "个"), "个": ("个", "条"), "件": ("件", "个")}
HEADS = ("", "", "领导好，", "报一下：", "刚问了内勤 ", "早上好！数据整理好了：", "本月", "更新下 ", "😊", "收到，")
TAILS = ("", "", "。", "，谢谢", "哈", "😂", "，请查收。", "，你记一下", "～", "👌")
GAPS = ("，", "，", " ", "、", "；", ", ")
FULL_WIDTH = {ord(c): ord(c) + 0xFEE0 for c in "0123456789"}
Said = tuple[Question, str, dict[str, Fraction]]


def said(seed: int, times: int) -> Iterator[Said]:
    """So many replies for each pair; the same for the same seed."""
    chance = random.Random(seed)
    for pair in PAIRS:
        question = _question(pair.form)
        for _ in range(times):
            text, values = _one(pair, question, chance)
            yield question, f"{chance.choice(HEADS)}{text}{chance.choice(TAILS)}", values


@cache
def _question(form: str) -> Question:
    return question_of(tomllib.loads((REPLIES / "sixth" / f"{form}.toml").read_text(encoding="utf-8")))


def _one(pair: Pair, question: Question, chance: random.Random) -> tuple[str, dict[str, Fraction]]:
    last = question.asked.last
    whole = max(3, round(int(last[pair.whole]) * chance.uniform(0.9, 1.1)))
    part = min(whole - 1, max(1, round(whole * last[pair.part] / last[pair.whole])))
    every, some, done = (chance.choice(of.split("|")) for of in (pair.wholes, pair.parts, pair.done))
    unit, gap = chance.choice(UNITS[pair.unit]), chance.choice(GAPS)
    w, p = _written(whole, pair.unit, chance), _written(part, pair.unit, chance)
    both = {pair.whole: Fraction(whole), pair.part: Fraction(part)}
    told = [
        (f"{every}{w}{unit}{gap}{some}{p}{unit}", both),
        (f"{some}{p}{unit}{gap}{every}{w}{unit}", both),
        (f"{every}{w}{unit}里{chance.choice(('', '有'))}{p}{unit}{done}", both),
        (f"{every}{w}{unit}{gap}其中{p}{unit}{done}", both),
        (f"{every}{w}{unit}，全部{done}", {pair.whole: Fraction(whole), pair.part: Fraction(whole)}),
        (f"{every}{w}{unit}", {pair.whole: Fraction(whole)}),
        (f"{some}{p}{unit}", {pair.part: Fraction(part)}),
        (f"{some}是{part}{unit}，我手滑打成{part + 1}了", {pair.part: Fraction(part)}),
        (f"{some}写错了，是{part} 不是{part + 9}", {pair.part: Fraction(part)}),
        (f"{some}更正为{p}{unit}，其余不变", {pair.part: Fraction(part)}),
    ]
    if pair.rates:
        tenths = round(Fraction(1000 * part, whole))
        rate, share, other = (
            chance.choice(pair.rates.split("|")),
            f"{tenths // 10}.{tenths % 10}%",
            chance.choice((40, 75, 95)),
        )
        only = {pair.key: Fraction(tenths, 1000)}
        told += [
            (f"{rate}{share}", only),
            (f"{every}{w}{unit}{gap}{some}{p}{unit}{gap}{rate}{share}", {**both, **only}),
            (f"{other}%是目标，我们实际{rate}{share}", only),
            (f"要求{other}%，{rate}做到了{share}", only),
            (f"兄弟法院{rate}都{other}%了，我们才{share}", only),
            (f"去年同期{rate}{other}%，今年升到{share}", only),
        ]
    return chance.choice(told)


def _written(number: int, unit: str, chance: random.Random) -> str:
    written = [str(number), str(number), str(number).translate(FULL_WIDTH), f"{number:,}"]
    if unit != "万元":
        written.append(spoken(number))
        written += [f"{number / 10_000:g}w"] if number > 10_000 else []
    return chance.choice(written)
