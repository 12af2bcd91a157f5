"""Figures become demands: each with its name, operator, unit, period, kind and what is doubtful in it."""

from collections.abc import Iterator
from fractions import Fraction

from catalogue.demands import naming
from catalogue.demands.choices import with_choices
from catalogue.demands.demand import Demand
from catalogue.demands.figures import TIME_UNITS, Figure, figures, is_attribute, object_of
from catalogue.demands.operators import SOFT, SOFT_BEHIND
from catalogue.demands.said import Said, Sentence
from catalogue.demands.units import EVENTS, often
from domain.figures import exact
from domain.kinds import KindName
from domain.notice import Op
from domain.patterns import pattern_of

WORDS: dict[Op, str] = {"=": "恰好", ">=": "不低于", ">": "高于", "<=": "不超过", "<": "低于"}
EACH = pattern_of("人均|平均每[人名]|人人均")
EACH_MONTH = pattern_of("人均(?:每)?月|月人均|月均.{0,4}人均")
MEAN = pattern_of("平均|人均|均值|年均|月均|户均|生均")
BASE = pattern_of("(同比|环比|(?:较|(?<![占之对])比(?![重例率]))(?:(?!分别|均|再)[^,，、]){1,8}?)(?:分别|均|再)?$")
RATE = pattern_of("(?:率|比例|占比|比重|度|比)(?:均|都|分别)?(?:为|达到?|是|在)?[:：]?$")
EXCEPT = pattern_of(r"[(（][^()（）]*(?:除外|不含|不计|扣除)[^()（）]*[)）]")
SCORED = pattern_of("[得计]满分|不得分|不计分|扣|[得加计][^,，。]{0,4}分")
OR_BEHIND = pattern_of(r"\s*[,，]?\s*或者?(?!其)")
COMPARING = pattern_of("不(?:得)?[低少高多超大小][于过]|至[少多]|最[多少低高]|[达到在为约]|[<>≥≤]|完成|实现|控制|[0-9]")
EACH_OF = pattern_of("各(?:自|至少)?(?:开展|组织|召开|举办|进行|举行|完成)?$")
BENCHMARK = pattern_of("(?:平均|均值|目标|上年)[^,，、0-9]{0,4}$")
EITHER = pattern_of("^[,，\\s]*或者?(?!其)")
NO_UNIT_NEEDED = pattern_of("(?:系数|指数|浓度|值|倍数|死亡率|事故率|死亡人数|强度|评分|得分)$")
CONTRARY = "比较的两个说法方向不一致"


def quantities(sentence: Sentence, others: list[Said]) -> Iterator[Said]:
    events = [one.start for one in others]
    lists = figures(sentence, events)
    for run in lists:
        for one, name, begin in _named(sentence, run):
            yield Said(one.start, one.stop, _demand(sentence, one, name, begin))


def _named(sentence: Sentence, run: list[Figure]) -> Iterator[tuple[Figure, str, int]]:
    """A率、B率分别达到90%、95%: each its own; A率和B率均不低于90%: one for both."""
    first = run[0]
    end = first.compared.start if first.compared and first.compared.start <= first.start else first.start
    start = max(first.since, sentence.clause_start(end, ",;:"))
    if start > sentence.clause_start(end, ",;:") and (mark := sentence.plain.find("、", start, end)) >= 0:
        start = mark + 1  # 2次联合执法、4次专项督查: what stands before belongs to the figure before
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


def _name(sentence: Sentence, one: Figure, start: int, end: int) -> tuple[str, int]:
    """每季度召开1次委员会会议: what it counts may stand behind it."""
    behind = naming.clean(object_of(sentence, one))
    if not behind or (one.compared is not None and one.compared.way):
        return naming.name(sentence, start, end)
    done = COMPARING.sub("", sentence.words(end, one.start)).strip()  # 至少走访10户居民
    return f"{naming.own(sentence, start, end)}{done}{behind}"[: naming.LONGEST], start


def _demand(sentence: Sentence, one: Figure, name: str, begin: int) -> Demand:
    before = sentence.plain[
        sentence.clause_start(one.since - 1) if one.since > sentence.start else one.since : one.start
    ]
    here = sentence.plain[one.since : one.start]
    op, doubts = _operator(sentence, one, here)
    period, per = often(here)
    if not period:
        period = often(before)[0]
    unit = one.said.unit if one.said.unit != "?" else ""
    if per and unit in EVENTS + ("家", "户", "人次", "半天"):
        unit += per
    elif EACH.search(here) and unit and unit not in ("%", "百分点") and "/" not in unit:
        unit += "/人·月" if EACH_MONTH.search(here) else "/人"
    way = one.compared.way if one.compared else ""
    if way and unit in ("%", "百分点"):
        base = BASE.search(sentence.plain[one.since : one.compared.start if one.compared else one.start])
        than = base[1] if base and not name.endswith(base[1]) else ""
        name = f"{name}{than}{'增幅' if way == '增长' else '降幅'}"
    doubts += _doubts(sentence, one, name, unit, here)
    value = one.said.value
    percent = unit == "%"
    reasons = [reason for reason, _ in doubts]
    demand = Demand(
        name, op, value, exact(value, percent=percent), unit, "Z" if value == 0 and op == "=" else "N",
        _kind(unit, way, value, op, here + name), sentence.source(begin, one.stop), period,
        doubt="；".join(dict.fromkeys(reasons)),
    )  # fmt: skip
    return with_choices(demand, (choice for _, some in doubts for choice in some))


Doubts = list[tuple[str, tuple[str, ...]]]


def _operator(sentence: Sentence, one: Figure, here: str) -> tuple[Op, Doubts]:
    written = one.said.written.strip()
    if one.ranged:
        whole = sentence.raw[one.start : one.end].strip()
        op: Op = ">=" if one.ranged == 1 else "<="
        return op, [
            ("原文写的是一个区间", (f"只看不低于{whole}" if one.ranged == 1 else f"只看不超过{whole}", "按区间管理"))
        ]
    if one.said.value == 0 and one.said.unit != "?":
        return "=", []
    compared = one.compared
    if one.said.unit == "%" and one.said.value == 1:
        if compared is None and not RATE.search(here.rstrip()):
            return "=", [(f"“{written}”前没有写明比较的词", (f"不低于{written}",))]
        if compared is None or (compared.op == ">=" and compared.end == one.end and not FLOOR.search(here)):
            return "=", []
    if compared is None:
        if one.said.unit in TIME_UNITS:
            return "<=", [("没有写明是以内还是以上", (f"不低于{written}",))]
        if often(here)[1] and one.said.unit in EVENTS:
            return ">=", []  # 每年2次 is managed as at least two
        return ">=", [("没有写明是恰好还是不低于", (f"恰好{written}", f"不超过{written}"))]
    if compared.contrary:
        return compared.op, [(CONTRARY, tuple(f"{WORDS[op]}{written}" for op in (">=", "<=") if op != compared.op))]
    return compared.op, []


FLOOR = pattern_of("不[低少小]|不得|≥|至少")


def _doubts(sentence: Sentence, one: Figure, name: str, unit: str, here: str) -> Doubts:
    found: Doubts = []
    written = one.said.written.strip()
    if one.said.unit == "?":
        return [(f"“{written}”读不成确定的数", ())]
    if one.ratio:
        found.append((f"“{written}”是比例，分子分母须核对", ()))
    elif not unit and not NO_UNIT_NEEDED.search(name):
        found.append((f"“{written}”后没有写明单位", ("按百分比",) if one.said.value <= 100 else ()))
    if (soft := SOFT.search(here)) or SOFT_BEHIND.match(sentence.masked, one.end):
        word = next(word for word in soft.groups() if word) if soft else "左右"
        found.append((f"“{word}”是留有余地的说法", ("必须达到", "只作努力方向")))
    if EXCEPT.match(sentence.raw, one.stop):
        found.append(("原文写有除外情形", ("除外情形不计", "没有的视为达到")))
    if EACH_OF.search(here) and one.said.unit in EVENTS:
        found.append((f"“各{written}”合计多少须核对", ()))
    if BENCHMARK.search(here):
        found.append(("与别处公布的数相比，基准值须另行录入", ()))
    if is_attribute(sentence, one):
        found.append((f"“{written}”可能只是限定对象，不是指标", ("不是指标",)))
    if SCORED.search(sentence.plain, one.stop, sentence.clause_end(one.stop)):
        found.append(("这个数写在评分办法里，不一定是要求", ("不是指标",)))
    if EITHER.search(here) or OR_BEHIND.match(sentence.plain, one.stop):
        found.append(("原文是二者择一", ("任一达到即可",)))
    return found


def _kind(unit: str, way: str, value: Fraction, op: Op, words: str) -> KindName:
    if value == 0 and op == "=":
        return "attestation"
    if unit == "%":
        return "growth" if way == "增长" else "rate"
    if "/人" in unit or MEAN.search(words):
        return "mean"
    return "entries" if unit.split("/")[0] in EVENTS else "figure"
