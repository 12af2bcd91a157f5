"""A whole that is told by its parts, and that there are no others: 一审里民事1205、刑事98、行政61，没别的了.

Or that they make it: 三样加起来就是结案数; in several times: 分三期办的：102、98、96. What they come to is left.
"""

import re
from fractions import Fraction

from domain.kinds import Quantity
from domain.numbers import amount_of, level
from domain.patterns import pattern_of
from domain.reader.asked import Asked
from domain.reader.figure_words import OWN, words_in
from domain.reader.figures_counted import named
from domain.reader.vocabulary import is_earlier

N = r"(?<![0-9.])[1-9][0-9]*(?:\.[0-9]+)?(?![0-9.%])"
UNIT = "(?:万元?|亿元?|人次|[件个名位人条份次项])?"
BREAK = r"[,;、\s]+"
PART = rf"(?:(?![一总合]?共|合计|总计|其中|去年|上年|前年|另|还)[^,;。、:0-9\s]){{1,8}}?{N}{UNIT}"
PARTS = rf"(?P<parts>{PART}(?:{BREAK}{PART})+)"
HEAD = r"(?:^|(?<=[,;。!]))(?P<what>[^,;。:0-9]{2,10}?)(?:的|里[面头]?|中|:|\s)+"
NO_OTHERS = (
    r"(?:(?:一共|总共|也|全|都)*(?:就|只有)(?:是)?这(?:些|么多|[几两三四五六]?[块项样类种家个件批期次处笔])(?:钱|案子|了|吧|哈)*"
    r"|(?:再|也)?(?:没有?|无)(?:有)?(?:别的|其[他它余]的?)(?:案件|单位|部分|了|的)*|全在这[里儿]?了?)"
)
END = r"(?=$|[,;。!\s])"
IN_FULL = pattern_of(rf"{HEAD}{PARTS}[,;。\s]+{NO_OTHERS}{END}")
# 一审民事1205件、刑事98件，就这两类
RUN_ON = pattern_of(rf"(?:^|(?<=[,;。!])){PARTS}[,;。\s]+{NO_OTHERS}{END}")
# 总对总：工会31、银保调委88、侨联2、工商联47
BEHIND_COLON = pattern_of(
    rf"^(?P<what>[^,;。:0-9]{{2,10}}?)(?:案件|数)?:\s?(?P<parts>{PART}(?:{BREAK}{PART}){{2,}})(?=$|[;。!])"
)
TOGETHER = (
    "(?:[两二三四五六七][样项块个类种者]|这[几两三四]?[样项块个类种者]?|全部)?(?:加|合)(?:起来|一起|一块|在一起)(?:的)?"
)
# 完毕415，终本386，终结执行209，三样加起来就是结案数
MAKE = pattern_of(
    rf"(?:^|(?<=[;。!]))(?P<parts>{PART}(?:{BREAK}{PART})+)[,;。\s]+{TOGETHER}(?:就|便|正好|刚好)*[是为]的?(?P<what>[^,;。0-9]{{2,10}}?)(?:总?数)?{END}"
)
# 保全：诉前41、诉中217，两项合起来里头在线办的139
WITHIN = pattern_of(
    rf"(?:^|(?<=[;。!]))(?P<what>[^,;。:0-9]{{2,8}})[:,]?\s?{PARTS}[,;。\s]+{TOGETHER}(?:里[头面]?|当中|中|其中)(?P<of>[^,;。0-9]{{2,8}}?)(?:有|是)?(?P<n>{N}){UNIT}{END}"
)
# 分三期办的：102、98、96，没有重复参训的
ROUNDS = pattern_of(
    rf"(?:^|(?<=[,;。!]))(?:共|一共)?分(?P<many>[两二三四五六])(?P<kind>[期批次轮])(?P<did>(?:办|训|搞|开展|进行|轮训|培训|核查|抽查|评查)*)(?:的|了)?[:,]\s?(?P<parts>{N}[人名件]?(?:、{N}[人名件]?)+)(?:[,;]\s?(?:没有?|无)(?:人)?重复[^,;。0-9]{{0,6}})?{END}"
)
# 执行的740件不算, 住建的6件不走总对总，没算: behind parts that are told in full
ANOTHER = pattern_of(
    rf"[,;。\s]+[^,;。0-9]{{2,10}}?{N}{UNIT}(?:都|也|是)?(?:不[算走归进报计]|[没未][算计进]|另[算计报])[^,;。0-9]{{0,8}}(?:[,;]\s?(?:都|也|就)?[没不未][算计报进][^,;。0-9]{{0,4}})?[。!]*$"
)
# 速裁快审合计705件，速裁441: what is left of both is the other one's
OF_BOTH = pattern_of(
    rf"(?:^|(?<=[,;。!]))(?P<both>[^,;。0-9]{{4,10}}?)(?:两[项块类样个种]|这[两俩]个?)?(?:加起来|合起来|合计|[一总]?共)[是有]?(?P<all>{N})(?P<unit>{UNIT})[,;\s]+(?:其中)?(?P<one>[^,;。0-9]{{2,6}}?)[是有占]?(?P<n>{N}){UNIT}[。!]*$"
)
MANY = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6}
FIGURE = pattern_of(rf"(?P<name>[^,;。、:0-9]*)(?P<n>{N})(?P<unit>{UNIT})")
SIDES = pattern_of("线[上下]|在线|总|可|应|[已未]|没(?!收)|用[了的]")
DOUBTED = pattern_of("[?？吗]|大概|可能|好像|左右|约|重复(?!参|的)|交叉|兼")


def plainly(text: str, asked: Asked) -> str:
    """As it stands where nothing is told so."""
    said = level(text)
    if DOUBTED.search(said):
        return text
    plain = IN_FULL.sub(lambda told: _summed(told, asked), said)
    plain = RUN_ON.sub(lambda told: _run_on(told, asked), plain)
    plain = BEHIND_COLON.sub(lambda told: _summed(told, asked), plain)
    plain = MAKE.sub(lambda told: _made(told, asked), WITHIN.sub(lambda told: _within(told, asked), plain))
    plain = ANOTHER.sub("", plain) if plain != said else plain
    plain = OF_BOTH.sub(lambda told: _other_one(told, asked), ROUNDS.sub(lambda told: _in_rounds(told, asked), plain))
    return text if plain == said else plain


def _summed(told: "re.Match[str]", asked: Asked) -> str:
    of = _whole(told["what"], asked)
    parts = list(FIGURE.finditer(told["parts"]))
    if of is None or any(_is_of_form(one["name"], of, asked) for one in parts):
        return told.group()
    return _written(of, parts) or told.group()


def _run_on(told: "re.Match[str]", asked: Asked) -> str:
    """The name of the whole stands right before that of its first part."""
    parts = list(FIGURE.finditer(told["parts"]))
    first = parts[0]["name"].strip()
    found = (_whole(first[:end], asked) for end in range(len(first) - 1, 1, -1))
    of = next((one for one in found if one), None)
    if of is None or any(_is_of_form(one["name"], of, asked) for one in parts[1:]):
        return told.group()
    return _written(of, parts) or told.group()


def _is_of_form(name: str, of: Quantity, asked: Asked) -> bool:
    """律师平台：应用655件，可应用881件: of which one is no part of the other."""
    said = (word for word in words_in(name, asked.demands)[0] if word.kind in OWN)
    return SIDES.search(name) is not None or any(of.label not in word.of for word in said)


def _made(told: "re.Match[str]", asked: Asked) -> str:
    """What is asked for of the parts themselves is left beside it."""
    of, parts = _whole(told["what"], asked), list(FIGURE.finditer(told["parts"]))
    whole = _written(of, parts) if of else ""
    return ",".join((*(one.group() for one in parts if named(one["name"], asked)), whole)) if whole else told.group()


def _within(told: "re.Match[str]", asked: Asked) -> str:
    of, parts = _whole(told["what"], asked), list(FIGURE.finditer(told["parts"]))
    whole = _written(of, parts) if of else ""
    return f"{whole},{told['of']}{told['n']}" if whole else told.group()


def _in_rounds(told: "re.Match[str]", asked: Asked) -> str:
    figures = [int(one["n"]) for one in FIGURE.finditer(told["parts"])]
    units = {one.unit for one in asked.quantities}
    did = told["did"] if named(told["did"], asked) else ""
    return (
        f"{did}{sum(figures)}{units.pop()}" if len(figures) == MANY[told["many"]] and len(units) == 1 else told.group()
    )


def _whole(said: str, asked: Asked) -> Quantity | None:
    """Of a name that is both a share's part and its whole the whole."""
    if (of := named(said, asked)) is not None:
        return of
    bare = said.removesuffix("的")
    fitting = [one for one in asked.quantities if set(bare) <= set(one.label) and not is_earlier(one.label)]
    wholes = [one.parts[1] for one in asked.demands if one.is_share and len(one.parts) == 2]
    found = [one for one in fitting if one in wholes]
    is_one_pair = any(set(fitting) <= set(one.parts) for one in asked.demands)
    return found[0] if len(found) == 1 and is_one_pair else None


def _written(of: Quantity, parts: "list[re.Match[str]]") -> str:
    """Of one unit."""
    values = [amount_of(one["n"]) for one in parts]
    units = {one["unit"] for one in parts} - {""}
    if len(units) > 1 or None in values:
        return ""
    total = sum((one for one in values if one is not None), Fraction(0))
    return f"{of.label}{float(total):.10g}{''.join(units)}"


def _other_one(told: "re.Match[str]", asked: Asked) -> str:
    """Of two that are named together, and nothing else is."""
    one, both = told["one"], re.sub("[和、与及跟]", "", told["both"])
    other = both.replace(one, "", 1)
    whole, n = amount_of(told["all"]), amount_of(told["n"])
    mine, others = (
        [
            of
            for of in asked.quantities
            if len(name) > 1 and set(name) <= set(of.label) and of.unit == (told["unit"] or "件")
        ]
        for name in (one, other)
    )
    if (
        one not in both
        or len(mine) != 1
        or len(others) != 1
        or mine == others
        or whole is None
        or n is None
        or n >= whole
    ):
        return told.group()
    return f"{mine[0].label}{told['n']}{told['unit']},{others[0].label}{float(whole - n):.10g}{told['unit']}"
