"""Figures become demands: each with its name, operator, unit, period and kind."""

from collections.abc import Iterator
from fractions import Fraction

from catalogue.demands import naming
from catalogue.demands.demand import Demand
from catalogue.demands.describing import object_of
from catalogue.demands.doubts import doubts_of, operator
from catalogue.demands.figure import UNREAD, Figure
from catalogue.demands.figures import figures
from catalogue.demands.said import Said, Sentence
from catalogue.demands.units import EVENTS, PERIODS, SHARES, often
from domain.figures import exact
from domain.kinds import KindName
from domain.notice import Op
from domain.patterns import pattern_of

OFTEN_COUNTED = (*EVENTS, "家", "户", "人次", "半天")
REDUCED = pattern_of(
    "(?:压减|压缩|降低|缩短|减少|控制|压降|提高|提升|增加|扩大|推动)(?P<what>[^,，。;；、0-9]{2,16})[至到]$"
)
NOT_NAMED = pattern_of("^(?:如|其中|含|目标值?|指标值?|标准值?)[:：]?$")
EACH = pattern_of("人均|平均每[人名]|人人均")
EACH_MONTH = pattern_of("人均(?:每)?月|月人均|月均.{0,4}人均")
RATE = pattern_of("[率例比]$")
OF_A_RATE = pattern_of("(?:覆盖|参与|参加|参训|出席|到课|到会|完成|落实|执行|开展|普及|合格|达标|通过)?率$")
MEAN = pattern_of("平均|人均|均值|年均|月均|户均|生均")
BASE = pattern_of("(同比|环比|(?:较|(?<![占之对])比(?![重例率]))(?:(?!分别|均|再)[^,，、]){1,8}?)(?:分别|均|再)?$")
COMPARING = pattern_of("不(?:得)?[低少高多超大小][于过]|至[少多]|最[多少低高]|[达到在为约]|[<>≥≤]|完成|实现|控制|[0-9]")


def quantities(sentence: Sentence, others: list[Said]) -> Iterator[Said]:
    events = [one.start for one in others]
    before = ""
    for run in figures(sentence, events):
        for one, name, begin in _named(sentence, run):
            before = naming.completed(name, before)
            yield Said(one.start, one.stop, _demand(sentence, one, before, begin))


def _named(sentence: Sentence, run: list[Figure]) -> Iterator[tuple[Figure, str, int]]:
    """A率、B率分别达到90%、95%: each its own; A率和B率均不低于90%: one for both."""
    first = run[0]
    end = first.compared.start if first.compared and first.compared.start <= first.start else first.start
    start = max(first.since, sentence.clause_start(end, ",;:"))
    if start > sentence.clause_start(end, ",;:") and (mark := sentence.plain.find("、", start, end)) >= 0:
        start = mark + 1  # 2次联合执法、4次专项督查: what stands before belongs to the figure before
    start, end = _bracketed(sentence, start, end)
    name, begin = _name(sentence, first, start, end)
    words = sentence.words(begin, end if begin == start else start - 1)
    if len(run) > 1 and not first.ranged:
        names = naming.listed(words, len(run))
        for n, one in enumerate(run):
            yield one, names[n] if names else f"{name}（{n + 1}）", begin
        return
    names = naming.listed(words) or (name,)
    for one in run:
        for each in names:
            yield one, each if names != (name,) else name, begin


def _bracketed(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """化解率（≥90%） is named before its bracket, 论文（其中一区论文不少于40篇） within."""
    place = sentence.plain.rfind("(", start, end)
    if place < 0 or ")" in sentence.plain[place:end]:
        return start, end
    within = NOT_NAMED.sub("", naming.own(sentence, place + 1, end))
    return (place + 1, end) if len(within) > 1 else (start, place)


def _name(sentence: Sentence, one: Figure, start: int, end: int) -> tuple[str, int]:
    """每季度召开1次委员会会议: what it counts may stand behind it."""
    behind = naming.clean(object_of(sentence, one))
    if not behind and start == sentence.start and not naming.own(sentence, start, end):  # 三分之二以上的村建成卫生室
        behind = naming.clean(sentence.words(one.stop, sentence.clause_end(one.stop, ",;、:()")))
    far = REDUCED.match(sentence.plain, end, one.start)
    if far and not behind:  # 压减企业开办时间至1.5个工作日
        return naming.own(sentence, far.start("what"), far.end("what")), start
    if not behind or (one.compared is not None and one.compared.way):
        return naming.name(sentence, start, end)
    done = COMPARING.sub("", sentence.words(end, one.start)).strip()  # 至少走访10户居民
    return f"{naming.own(sentence, start, end)}{done}{behind}"[: naming.LONGEST], start


def _demand(sentence: Sentence, one: Figure, name: str, begin: int) -> Demand:
    here = sentence.plain[one.since : one.start]
    op, doubts = operator(sentence, one, here)
    period, per = often(here)
    if not (period or per) and here.startswith("、"):  # 每月学习2次、劳动1次
        period, per = often(sentence.plain[sentence.clause_start(one.start) : one.start])
    if not period:  # 每年开展检查，覆盖率达到90%: said in the clause before
        period, _ = often(sentence.plain[sentence.clause_start(max(one.since - 1, sentence.start)) : one.start])
    unit = _unit(one, here, per)
    if unit.partition("/")[0] in EVENTS and "率" not in here:  # 培训覆盖率100%，全年不少于4场: 培训 is counted
        name = OF_A_RATE.sub("", name) or name
    period = period or PERIODS.get(unit.partition("/")[2], "")
    if not unit and one.said.value == 0 and RATE.search(name):
        unit = "%"
    way = one.compared.way if one.compared and unit in (*SHARES, "百分点") else ""
    if way:
        name = f"{name}{_base(sentence, one, name)}{'增幅' if way == '增长' else '降幅'}"
    doubts += doubts_of(sentence, one, name, unit, here)
    value, kind = one.said.value, _kind(unit, way, one.said.value, op, here + name)
    is_read = one.said.unit != UNREAD
    return Demand(
        name,
        op,
        value if is_read else None,
        _target(value, unit) if is_read else one.said.written,
        unit,
        "Z" if kind == "attestation" else "N",
        kind,
        sentence.source(begin, one.stop),
        period,
        doubt="；".join(dict.fromkeys(reason for reason, _ in doubts)),
        alternatives=tuple(dict.fromkeys(choice for _, choices in doubts for choice in choices)),
        printed=_printed(one, unit),
    )


def _target(value: Fraction, unit: str) -> str:
    return exact(value * 10 if unit == "‰" else value, percent=unit in SHARES)


def _printed(one: Figure, unit: str) -> tuple[Fraction, str] | None:
    """With what was added to its unit: /年."""
    if one.said.printed is None:
        return None
    value, said = one.said.printed
    return value, said + unit.removeprefix(one.said.unit)


def _unit(one: Figure, here: str, per: str) -> str:
    """次/年 of what is counted every year, 件/人 of a mean of people."""
    unit = "" if one.said.unit == UNREAD else one.said.unit
    if per and unit in OFTEN_COUNTED:
        return unit + per
    if not EACH.search(here) or "/" in unit or unit in ("", *SHARES, "百分点"):
        return unit
    return unit + ("/人·月" if EACH_MONTH.search(here) else "/人")


def _base(sentence: Sentence, one: Figure, name: str) -> str:
    """同比, 较上年: what a change is measured by."""
    end = one.compared.start if one.compared else one.start
    base = BASE.search(sentence.plain[one.since : end])
    return base[1] if base and not name.endswith(base[1]) else ""


def _kind(unit: str, way: str, value: Fraction, op: Op, words: str) -> KindName:
    if value == 0 and op == "=":
        return "attestation"
    if unit in SHARES:
        return "growth" if way == "增长" else "rate"
    if "/人" in unit or MEAN.search(words):
        return "mean"
    return "entries" if unit.split("/")[0] in EVENTS else "figure"
