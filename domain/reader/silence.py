"""What is said without a figure of its own: 全部按时反馈, 没有, 无一例外."""

import re
from collections.abc import Sequence
from fractions import Fraction

from domain.kinds import Quantity
from domain.patterns import pattern_of
from domain.reader import words
from domain.reader.asked import Asked, Demand
from domain.reader.contraries import is_contrary
from domain.reader.couples import COUPLE
from domain.reader.everything import says_all, says_none, stretches
from domain.reader.leftovers import rest_of
from domain.reader.masking import CODE, NAME, OTHER, Masked
from domain.reader.ownership import GENERAL, own_of
from domain.reader.placed import Placed
from domain.reader.saying import Values
from domain.reader.stop import Stop
from domain.reader.wording import usual

DOUBLE = pattern_of(r"(?:没有|无|不存在)(?:一[件人个])?(?:未|没有?|不(?!少)|超期|逾期|漏)")
FIGURE = pattern_of("[0-9]|[一二两三四五六七八九十百千〇]+[个件人名通位项]")
CLAUSE = pattern_of(r"[^,;。\n]*[,;。\n]?")
EVERY_ONE = pattern_of(
    rf"[^0-9,;。没未不]{{0,6}}(?:全部|全都|都|均|全(?=[{NAME}按合完办结够满达到]))"
    "(?!没(?!有?[降掉下])|未(?!下?降)|不(?![低下]))"
)
NOT_ALL = pattern_of(r"没|未|不|非|除|差|还|等|数据|情况如下|如下")


def without_figures(masked: Masked, placed: Sequence[Placed], asked: Asked) -> Values:
    """全部按时反馈, 没有: what is said without a figure of its own."""
    if placed:
        return {}
    bare = masked.raw.strip(" ,。.!;~～")
    shares = [demand for demand in asked.demands if demand.is_share and len(demand.parts) == 2 and demand.whole]
    if len(shares) == 1 and says_all(bare) and not words.DENIED.search(bare) and not NOT_ALL.search(bare):
        if any(own_of(said, shares[0]) for said in stretches(masked.raw)):
            return _all_of(shares[0], asked)
        raise Stop("not-understood", _all_of(shares[0], asked), about=shares[0].name)
    if len(shares) > 1 and not words.DENIED.search(bare) and not NOT_ALL.search(bare):
        return _each_of_all(masked, shares, asked)
    if len(shares) == 1 and DOUBLE.search(bare):
        raise Stop("denied", _all_of(shares[0], asked), about=shares[0].name)
    if len(asked.wanted) == 1 and _is_nothing(bare, asked.wanted[0]):
        return {asked.wanted[0].label: Fraction(0)}
    return {}


def _each_of_all(masked: Masked, shares: Sequence[Demand], asked: Asked) -> Values:
    """来信来访已全部完整录入: of the one share that the words speak of, and nothing else beside it."""
    values: Values = {}
    for match in CLAUSE.finditer(masked.raw):
        clause = match.group()
        if not words.FILLER.sub("", clause):
            continue
        if OTHER in masked.text[match.start() : match.end()] or words.OTHER_TIME.search(clause):
            return {}
        mine = [demand for demand in shares if _is_all_of(clause, demand)]
        if len(mine) != 1:
            return {}
        values |= _all_of(mine[0], asked)
    return values


def _is_all_of(clause: str, demand: Demand) -> bool:
    """Its subject is named, and so is what was done."""
    whole = usual(demand.parts[1].label)
    names = set(usual(demand.name) + usual(demand.parts[0].label) + whole)
    subject = usual(words.FILLER.sub("", words.ALL.split(clause)[0]))
    couple = COUPLE.search(whole)
    if couple and subject in couple.groups():
        return False  # 来信全部录入
    said = set(usual(words.FILLER.sub("", words.ALL.sub("", clause)))) | set(subject)
    return bool(set(subject) & set(whole)) and said <= names and any(own_of(one, demand) for one in stretches(clause))


def _is_nothing(bare: str, wanted: Quantity) -> bool:
    """无, 没有, 没有无党员的人民法庭."""
    label = wanted.label.removesuffix("数")
    bare = re.sub(rf"^(?:{words.FILLER.pattern})++(?=[没无零0])", "", bare)
    return bool(words.ZERO.match(bare)) or bare in (f"{no}{label}" for no in ("没有", "无", "没有任何", "均无"))


def _all_of(demand: Demand, asked: Asked) -> Values:
    part, whole = demand.parts
    if whole.label in asked.known:
        return {part.label: asked.known[whole.label]}
    return {demand.key: Fraction(1)}


def with_all(masked: Masked, placed: Sequence[Placed], values: Values, asked: Asked) -> Values:
    """跨域立案申请12件, 全部按时反馈: the part is its whole, where only one can be meant."""
    rest = rest_of(masked, placed)
    open_ones = [
        demand
        for demand in asked.demands
        if demand.is_share and demand.whole and len(demand.parts) in (2, 4)
        and demand.parts[1].label in values and demand.parts[0].label not in values and values.get(demand.key, 1) == 1
    ]  # fmt: skip
    if not open_ones or not (says_all(rest) or says_none(rest) or DOUBLE.search(rest)):
        return values
    said = [(demand, found) for demand in open_ones if (found := _said_of_all(rest, demand, masked)) is not None]
    if len(said) != 1:
        return values
    demand, is_all = said[0]
    part, whole = demand.parts[:2]
    return {**values, part.label: values[whole.label] if is_all else Fraction(0)}


def without_strangers(rest: str, demand: Demand) -> str:
    """书记员全部达标, 去年的都办结了, 来信都录入了: what is said of all of others, or of half of them."""
    names = usual(demand.name + "".join(part.label for part in demand.parts))
    couples = [couple for part in demand.parts if (couple := COUPLE.search(part.label))]
    halves = [half for couple in couples for half in (couple["one"], couple["other"])]
    return "".join(
        "" if (match := words.ALL.search(clause)) and _is_strange(clause[: match.start()], names, halves) else clause
        for clause in CLAUSE.findall(rest)
    )


def _is_strange(subject: str, names: str, halves: Sequence[str]) -> bool:
    subject = GENERAL.sub("", subject)
    if " " in subject.lstrip() or NAME in subject or FIGURE.search(subject):
        return False  # a figure stands in it
    if OTHER in subject or words.OTHER_TIME.search(subject):
        return True
    said = usual(words.FILLER.sub("", subject))
    return said in halves or bool(set(said) - set(names + CODE + "案件"))


def whole_of_all(one: Placed, values: Values, asked: Asked) -> Values:
    """23名法官全部满90学时: so many of so many."""
    if one.amount.sort != "number" or words.SIDE.search(one.before) or not EVERY_ONE.match(one.behind):
        return {}
    shares = [demand for demand in asked.demands if demand.is_share and demand.whole and len(demand.parts) == 2]
    quantity = one.thing.quantity if one.thing else None
    if any(d.parts[1] == quantity and values.get(d.parts[0].label) == one.amount.value for d in shares):
        return {}  # 调解成功583件均已自动履行: all of them are so many of their own share
    mine = [d for d in shares if quantity and d.parts[0] == quantity and d.parts[1].label not in values]
    is_own = len(mine) == 1 and (NAME in one.behind or own_of(one.behind, mine[0]))
    return {mine[0].parts[1].label: one.amount.value} if is_own else {}


def _is_of_another_verb(behind: str, demand: Demand) -> bool:
    """无漏接 is said of calls alone."""
    return behind[:1] in tuple("接报填办录训") and behind[0] not in demand.parts[0].label


def _said_of_all(rest: str, demand: Demand, masked: Masked) -> bool | None:
    """True of 全部按时反馈, False of 均未按时反馈, where 按时反馈 is asked for; 全部为民事案件 says nothing of it."""
    rest = without_strangers(rest, demand)
    missed = DOUBLE.search(rest)
    if missed and len(demand.parts) == 2 and not _is_of_another_verb(rest[missed.end() :], demand):
        return True
    in_full = any(one.thing.key == demand.parts[0].label for one in masked.names)
    if any((in_full and NAME in said) or own_of(said, demand) for said in stretches(rest)):
        return True
    if says_none(rest) and (own_of(rest, demand) or is_contrary(rest, demand.parts[0].label)):
        return False
    return None
