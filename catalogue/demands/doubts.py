"""With which operator a figure is compared, and what its words leave open."""

from collections.abc import Iterator

from catalogue.demands import choices
from catalogue.demands.demand import Alternative
from catalogue.demands.figures import TIME_UNITS, UNREAD, Figure, is_attribute
from catalogue.demands.operators import SOFT, SOFT_BEHIND
from catalogue.demands.said import Sentence
from catalogue.demands.units import EVENTS, often
from domain.notice import Op
from domain.patterns import pattern_of

Doubt = tuple[str, tuple[Alternative, ...]]  # a sentence, and the other readings
Doubts = list[Doubt]
RATE = pattern_of("(?:率|比例|占比|比重|(?<![季年])度|比)(?:均|都|分别)?(?:为|达到?|是|在)?[:：(（]?$")
EXCEPT = pattern_of(r"[(（][^()（）]*(?:除外|不含|不计|扣除)[^()（）]*[)）]")
SCORED = pattern_of("[得计]满分|不得分|不计分|扣|[得加计][^,，。]{0,4}分")
OR_BEHIND = pattern_of(r"\s*[,，]?\s*或者?(?!其)")
EACH_OF = pattern_of("各(?:自|至少)?(?:开展|组织|召开|举办|进行|举行|完成)?$")
BENCHMARK = pattern_of(
    "(?:[高低快慢多优]于|超过)[^,，、0-9]{0,10}(?:平均(?:值|水平|数|线)?|均值|目标值?)[^,，、0-9]{0,3}$"
)
EITHER = pattern_of("^[,，\\s]*或者?(?!其)")
NO_UNIT_NEEDED = pattern_of("(?:系数|指数|浓度|值|倍数|死亡率|事故率|死亡人数|强度|评分|得分)$")
_BOTH: tuple[Op, ...] = (">=", "<=")
CONTRARY = "比较的两个说法方向不一致"
PER_PERIOD = pattern_of("/(?:年|半年|季度|月|周|旬|日|天|学期|学年)$")
CONDITION = pattern_of(
    "[^,;。0-9、]{0,8}?的(?:[,，]|予以|给予|进行|扣|加|视为|通报|约谈|问责|追究|取消|按|案件|事项|单位|部门|人员|企业|地区)"
)
TOWARDS = pattern_of("(?:^|[,，])(?:对|凡)[^,;。0-9]{0,8}$")
FELL = pattern_of("(?:下降|降低|减少|压降|削减)[^;。]{0,16}[,，]\\s*达到?$")
RANKED = pattern_of("排名|名次|位次")
GRADED = pattern_of("[^,;。0-9]{0,3}(?:为(?:优秀|良好|合格|优|达标)|[(（](?:优秀|良好|合格))")
FLOOR = pattern_of("不[低少小]|不得|≥|至少")


def operator(sentence: Sentence, one: Figure, here: str) -> tuple[Op, Doubts]:
    """As the words compare it; where they do not, the usual reading of such a figure with a doubt."""
    written = one.said.written.strip()
    if one.ranged:
        op: Op = ">=" if one.ranged == 1 else "<="
        return op, [("原文写的是一个区间", (choices.BETWEEN,))]
    if one.said.value == 0 and one.said.unit != UNREAD:
        return "=", []
    compared = one.compared
    if one.said.unit == "%" and one.said.value == 1:
        if compared is None and not RATE.search(here.rstrip()):
            return "=", [(f"“{written}”前没有写明比较的词", (choices.compared(">=", written),))]
        if compared is None or (compared.op == ">=" and compared.end == one.end and not FLOOR.search(here)):
            return "=", []
    if compared is None:
        if one.said.unit in TIME_UNITS:
            return "<=", [("没有写明是以内还是以上", (choices.compared(">=", written),))]
        if (often(here)[1] and one.said.unit in EVENTS) or PER_PERIOD.search(one.said.unit):
            return ">=", []  # 每年2次 is managed as at least two
        return ">=", [("没有写明是恰好还是不低于", (choices.compared("=", written), choices.compared("<=", written)))]
    if compared.contrary:
        return compared.op, [(CONTRARY, tuple(choices.compared(op, written) for op in _BOTH if op != compared.op))]
    return compared.op, []


def doubts_of(sentence: Sentence, one: Figure, name: str, unit: str, here: str) -> Doubts:
    """What else the words leave open, each with other readings for buttons."""
    written = one.said.written.strip()
    if one.said.unit == UNREAD:
        return [(f"“{written}”读不成确定的数", ())]
    return [
        *_of_the_unit(one, name, unit, written),
        *_of_the_words(sentence, one, here),
        *_of_the_place(sentence, one, here, written),
    ]


def _of_the_unit(one: Figure, name: str, unit: str, written: str) -> Iterator[Doubt]:
    if one.ratio:
        yield f"“{written}”是比例，分子分母须核对", ()
    elif not unit and not NO_UNIT_NEEDED.search(name):
        yield f"“{written}”后没有写明单位", (choices.as_percent(one.said.value),) if one.said.value <= 100 else ()


def _of_the_words(sentence: Sentence, one: Figure, here: str) -> Iterator[Doubt]:
    if (soft := SOFT.search(here)) or SOFT_BEHIND.match(sentence.masked, one.end):
        word = next(word for word in soft.groups() if word) if soft else "左右"
        yield f"“{word}”是留有余地的说法", (choices.SOFT,)
    if EXCEPT.match(sentence.raw, one.stop):
        yield "原文写有除外情形", (choices.EXCEPTED,)
    if EITHER.search(here) or OR_BEHIND.match(sentence.plain, one.stop):
        yield "原文是二者择一", (choices.EITHER,)


def _of_the_place(sentence: Sentence, one: Figure, here: str, written: str) -> Iterator[Doubt]:
    if EACH_OF.search(here) and one.said.unit in EVENTS:
        yield f"“各{written}”合计多少须核对", ()
    if BENCHMARK.search(here):
        yield "与别处公布的数相比，基准值须另行录入", ()
    if is_attribute(sentence, one):
        yield f"“{written}”可能只是限定对象，不是指标", (choices.NOT_DEMANDED,)
    if CONDITION.match(sentence.plain, one.stop) or TOWARDS.search(here):
        yield f"“{written}”像是处理的条件，不一定是要求", (choices.NOT_DEMANDED,)
    if FELL.search(sentence.plain, sentence.start, one.start):
        yield "“达到”是降到还是升到没有写明", (choices.compared("<=", written),)
    if RANKED.search(here):
        yield f"“{written}”说的是名次，须核对", ()
    if GRADED.match(sentence.plain, one.stop) or SCORED.search(sentence.plain, one.stop, sentence.clause_end(one.stop)):
        yield "这个数写在评分办法里，不一定是要求", (choices.NOT_DEMANDED,)
