"""Replies made of what a contact may call a part and its whole, with the values that they say."""

import random
import tomllib
from collections.abc import Iterator, Mapping
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


@dataclass(frozen=True)
class Row:
    """What people call each figure of a form in a bare list of them; words parted by |."""

    form: str
    labels: Mapping[str, str]
    pairs: tuple[tuple[str, str], ...] = ()  # part and whole of each share, by their labels


SHEET = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
PAIRS = tuple(Pair(**pair) for pair in SHEET["pair"])
ROWS = tuple(Row(row["form"], row["labels"], tuple(map(tuple, row.get("pairs", ())))) for row in SHEET["row"])
PER_ROW = 3  # lists for each reply of a pair
UNITS = {"万元": ("万元", "万"), "人": ("人", "名", "个"), "通": ("通", "个"), "个": ("个", "条"), "件": ("件", "个")}
HEADS = (
    "",
    "",
    "在吗 ",
    "领导好，",
    "报一下：",
    "刚问了内勤 ",
    "早上好！数据整理好了：",
    "本月",
    "更新下 ",
    "😊",
    "收到，",
)
TAILS = ("", "", "。", "，谢谢", "哈", "😂", "，请查收。", "，你记一下", "～", "👌")
GAPS = ("，", "，", " ", "、", "；", ", ")
FULL_WIDTH = {ord(c): ord(c) + 0xFEE0 for c in "0123456789"}
IN_PAIRS = 0.3
RINGS = "①②③④⑤⑥⑦⑧⑨"
BY_NUMBER = ("5.2.1-figures-h",)  # whose figures answer each of its demands
Said = tuple[Question, str, dict[str, Fraction]]


def said(seed: int, times: int) -> Iterator[Said]:
    """So many replies for each pair; the same for the same seed."""
    chance = random.Random(seed)
    for pair in PAIRS:
        question = _question(pair.form)
        for _ in range(times):
            text, values = _one(pair, question, chance)
            yield question, f"{chance.choice(HEADS)}{text}{chance.choice(TAILS)}", values
    for row in ROWS:
        question = _question(row.form)
        for _ in range(times * PER_ROW):
            yield question, *_listed(row, question, chance)


def _listed(row: Row, question: Question, chance: random.Random) -> tuple[str, dict[str, Fraction]]:
    """成功548 立案1512 诉前1016, in any order; ①548/1512 ②548/1016, in the order of the demands."""
    grown = chance.uniform(0.95, 1.05)
    values = {label: Fraction(round(question.asked.last[label] * grown)) for label in row.labels}
    if row.pairs and chance.random() < IN_PAIRS:
        many = chance.randint(2, len(row.pairs)) if row.form in BY_NUMBER else len(row.pairs)
        pairs = row.pairs[:many]
        items = [f"{ring}{values[part]}/{values[whole]}" for ring, (part, whole) in zip(RINGS, pairs, strict=False)]
        return chance.choice((" ", "\n", "；")).join(items), {of: values[of] for pair in pairs for of in pair}
    told = chance.sample(list(row.labels), chance.randint(2, len(row.labels)))
    told.sort(key=lambda label: "同期" in label)  # what stands behind 去年应结40 may be of last year as well
    unit = chance.choice(("", "", " ", ":"))
    items = [f"{chance.choice(row.labels[label].split('|'))}{unit}{values[label]}" for label in told]
    return chance.choice((" ", "，", "\n", "、", "  ")).join(items), {label: values[label] for label in told}


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
        (f"{some}应为{part}{unit}，上一条写成{part + 9}了，请改", {pair.part: Fraction(part)}),
        (f"{every}{w}{unit}，一个不差，全部{done}", {pair.whole: Fraction(whole), pair.part: Fraction(whole)}),
        (f"{every}{w}{unit}，一件不落都{done}", {pair.whole: Fraction(whole), pair.part: Fraction(whole)}),
        (f"{every}{w}{unit}{gap}{some}{p}{unit}，剩下的几{unit}因为特殊原因还在走程序", both),
        (f"查了一下，{every}{w}{unit}{gap}{some}{p}{unit}", both),
        (f"三天两头催，核了一遍，{some}{p}{unit}{gap}{every}{w}{unit}", both),
        (f"{some}{p}{unit}，分母回头补", {pair.part: Fraction(part)}),
        (f"{some}{p}{unit}，其他的还在核", {pair.part: Fraction(part)}),
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
            (f"{some}{p}{unit}（{share}）{gap}{every}{w}{unit}", {**both, **only}),
            (f"{every}{w}{unit}{gap}{some}{p}{unit}（{share}）", {**both, **only}),
            (f"{rate}{part}÷{whole}={share}", {**both, **only}),
            (f"{some}{part}÷{every}{whole}={share}", {**both, **only}),
            (f"{rate}{part}/{whole}", both),
            (f"{rate}要过{other}%，我们{share}", only),
            (f"{rate}{other}.3%不对，重算了是{share}", only),
        ]
    return chance.choice(told)


def _written(number: int, unit: str, chance: random.Random) -> str:
    written = [str(number), str(number), str(number).translate(FULL_WIDTH), f"{number:,}"]
    if unit != "万元":
        written.append(spoken(number))
        written += [f"{number / 10_000:g}w"] if number > 10_000 else []
    return chance.choice(written)
