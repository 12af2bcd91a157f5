"""Replies put together anew from clauses of replies that are each read rightly, and told in other ways.

A clause tells its figure by itself where its words name one label best: who reads it needs no other clause. What stands
without a figure goes along where it changed nothing in its own reply and names nothing that is asked for. So no clause
is chosen by what the reader makes of the new whole. By hand: `python -m tests.recombined NUMBER SEED`.
"""

import random
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cache

from domain.reader.hear import Question, hear
from domain.reader.sounds import TABLE
from domain.reader.wording import usual
from tests.domain.numerals import spoken
from tests.scoring import Scored, scored, written

GAPS = re.compile(r"[，,；;。\n]+")
NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
IN_WORDS = re.compile(r"[一二两三四五六七八九十百千万零〇](?![审共下点年直])(?<![第之])|[①-⑳%％‰]")
# what is said of another figure, of a sum, of other days, or of all: not told by the clause alone
RELATED = re.compile(
    r"[:：]\s*[一-鿿]|其|剩|余|另|共|[合总加]计|加起来|全|都|均|同比|第|率|改|更|不是|[:：\t|]$|比|也|[今明昨]天|[上下]月|少|多|差|还|没|未|不(?!低于)|[是又再]"
)
OPEN = re.compile(r"[\t|/?？其剩余也没未无不]|报|补|等|核|改|错|率|全|都|均|[:：]$")
EARLIER = re.compile("[上去前]年")
SEPARATORS = ("，", "，", " ", "；", "\n")


@dataclass
class Clauses:
    """Of one form: by label, and those without a figure before and behind them."""

    told: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    before: set[str] = field(default_factory=set)
    behind: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Made:
    form: str
    text: str
    values: Mapping[str, str]
    question: Question

    def outcome(self) -> str:
        """right, asked, partial (others are taken, one is lost), or wrong."""
        heard = hear(self.text, self.question)
        if heard.doubt or not heard.values:
            return "asked"
        got = heard.values
        want = {key: Fraction(value) for key, value in self.values.items()}
        if any(want.get(key) != value for key, value in got.items()):
            return "wrong"
        return "right" if got.keys() == want.keys() else "partial"


def _sources() -> Iterator[Scored]:
    for one in scored():
        is_told = one.kind == "figures" and one.level != "trap" and one.status == "right" and not one.is_doubtful
        if is_told and one.intent == "report" and one.values and all(map(NUMBER.fullmatch, one.values.values())):
            yield one


@cache
def _clauses() -> Mapping[str, tuple[Clauses, Sequence[Scored]]]:
    found: dict[str, tuple[Clauses, list[Scored]]] = {}
    for one in _sources():
        clauses, sources = found.setdefault(one.file, (Clauses(), []))
        sources.append(one)
        parts = [part.strip() for part in GAPS.split(one.text) if part.strip()]
        told = [n for n, part in enumerate(parts) if NUMBER.search(part) or IN_WORDS.search(part)]
        for part in parts:
            if label := _told_by(part, one):
                clauses.told[label].add(part)
        for n, part in enumerate(parts):
            if told and not told[0] <= n <= told[-1] and _is_beside(part, one):
                (clauses.before if n < told[0] else clauses.behind).add(part)
    return {form: one for form, one in found.items() if one[0].told}


def _told_by(part: str, of: Scored) -> str | None:
    """The label of its only figure, where its words name it better than any other."""
    numbers = NUMBER.findall(part)
    if len(numbers) != 1 or IN_WORDS.search(NUMBER.sub("", part)) or RELATED.search(part):
        return None
    units = {quantity.label: quantity.unit for quantity in of.question.asked.quantities}
    told = [label for label, value in of.values.items() if value == numbers[0] and label in units]
    if len(told) != 1 or any(name in part for name in of.question.asked.own):
        return None
    if bool(EARLIER.search(part)) != bool(EARLIER.search(told[0])):
        return None
    shared = {one.label: _shared(part, one.label) for one in of.question.asked.quantities}
    rivals = [
        one.label
        for one in of.question.asked.quantities
        if one.label != told[0]
        and one.unit == units[told[0]]
        and shared[one.label] >= shared[told[0]]
        and bool(EARLIER.match(one.label)) == bool(EARLIER.match(told[0]))
    ]
    return told[0] if shared[told[0]] and not rivals else None


def _shared(part: str, label: str) -> set[str]:
    """Pairs of signs that both have."""
    said, name = ({usual(words)[n : n + 2] for n in range(len(usual(words)) - 1)} for words in (part, label))
    return said & name


def _is_beside(part: str, of: Scored) -> bool:
    """Of no figure and of nothing that is asked for; heard as before without it."""
    if OPEN.search(part) or any(_shared(part, quantity.label) for quantity in of.question.asked.quantities):
        return False
    without = hear(of.text.replace(part, "", 1), of.question)
    return without.doubt is None and without.values == of.heard.values


def made(number: int, seed: int) -> Iterator[Made]:
    """Figures of one reply, each in the words of another, in any order."""
    chance = random.Random(seed)
    forms = sorted(_clauses())
    sizes = [len(_clauses()[form][1]) for form in forms]
    while number:
        form = chance.choices(forms, sizes)[0]
        clauses, sources = _clauses()[form]
        of = chance.choice(sources)
        labels = [label for label in of.values if label in clauses.told]
        if not labels:
            continue
        number -= 1
        labels = _without_doubt(chance.sample(labels, chance.randint(1, len(labels))))
        parts = [NUMBER.sub(of.values[label], chance.choice(sorted(clauses.told[label]))) for label in labels]
        before, behind = (
            [chance.choice(sorted(some))] if some and chance.random() < 0.4 else []
            for some in (clauses.before, clauses.behind)
        )
        text = chance.choice(SEPARATORS).join([*before, *parts, *behind])
        yield Made(form, text, {label: of.values[label] for label in labels}, of.question)


def _without_doubt(labels: Sequence[str]) -> list[str]:
    """去年应办结30件，化解16件 may be of last year both: so 化解 stands before, unless last year's was told."""
    found: list[str] = []
    for label in labels:
        years = [n for n, one in enumerate(found) if EARLIER.match(one)]
        is_told = any(EARLIER.match(one) and one.endswith(label) for one in found)
        found.insert(len(found) if EARLIER.match(label) or is_told or not years else years[0], label)
    return found


# the same told in another way


def _as_it_stands(text: str, _: random.Random) -> str:
    return text


def _counted_otherwise(text: str, _: random.Random) -> str:
    return re.sub("(?<=[0-9])件", "个", text)


def _in_chinese(text: str, _: random.Random) -> str:
    """But for money: 一万二千 is said of yuan as well as of tens of thousands."""
    if "到位" in text:
        return text
    return re.sub("(?<![0-9.])([0-9]+)(?![0-9.])(?=([件个名]?))", _number, text)


def _number(match: "re.Match[str]") -> str:
    return "两" if match[1] == "2" and match[2] else spoken(int(match[1]))


def _in_one_breath(text: str, _: random.Random) -> str:
    """Where a measure word shows the end of each figure."""
    return re.sub(r"(?<=[0-9][件个人名天])[，；\n ](?=[一-鿿]{2,}[为是有：: \t]*[0-9])", "", text)


def _misheard(text: str, chance: random.Random) -> str:
    """One sign of a longer name is another that sounds the same."""
    spots = [
        match.start() + n for match in NAME.finditer(text) for n in range(len(match[0])) if match[0][n] not in KEPT
    ]
    if not spots:
        return text
    at = chance.choice(spots)
    others = sorted({sign for row in _sounds() if text[at] in row for sign in row} - {text[at], *KEPT})
    return text[:at] + chance.choice(others) + text[at + 1 :] if others else text


@cache
def _sounds() -> Sequence[str]:
    return [line.partition(" ")[2] for line in TABLE.read_text(encoding="utf-8").splitlines()]


NAME = re.compile(r"[一-鿿]{4,}(?=[为是有：: \t]*[0-9])")
KEPT = "零一二两三四五六七八九十百千万亿第没未无不非上去前年月日同期应已可"  # to change them changes the meaning
WAYS: Mapping[str, Callable[[str, random.Random], str]] = {
    "as-it-stands": _as_it_stands,
    "counted-otherwise": _counted_otherwise,
    "in-chinese": _in_chinese,
    "in-one-breath": _in_one_breath,
    "misheard": _misheard,
}


def told_otherwise(some: Sequence[Made], way: str, seed: int) -> list[Made]:
    chance = random.Random(seed)
    told = [replace(one, text=WAYS[way](one.text, chance)) for one in some]
    is_changed = way != "as-it-stands"
    return [new for new, old in zip(told, some, strict=True) if not is_changed or new.text != old.text]


def shown(one: Made, outcome: str) -> str:
    heard = hear(one.text, one.question)
    got = {key: written(value) for key, value in heard.values.items()}
    return f"{outcome} {one.form} {one.text!r}: {dict(one.values)} | {got} {heard.doubt.reason if heard.doubt else ''}"


if __name__ == "__main__":
    for name in sys.argv[3:] or WAYS:
        told = told_otherwise(list(made(int(sys.argv[1]), int(sys.argv[2]))), name, int(sys.argv[2]))
        outcomes = [(one, one.outcome()) for one in told]
        print("\n".join(shown(one, of) for one, of in sorted(outcomes, key=lambda pair: pair[1]) if of != "right"))
        print(name, {of: sum(it == of for _, it in outcomes) for of in ("right", "asked", "partial", "wrong")})
