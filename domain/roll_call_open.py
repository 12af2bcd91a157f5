"""A round told in words that are not all known: they are harmless where every figure is accounted for.

Asked only where the answer was not understood word by word. What makes it doubtful is named here, and nothing else.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.patterns import pattern_of
from domain.reader.word_lists import any_of
from domain.roll_call_filling import Problem, RollCall, filled
from domain.roll_call_spoken import COUNTS_RECORDS, MATTERS, MAYBE_PEOPLE, PEOPLE, Spoken, field_of, spoken
from domain.roll_call_words import FIELDS, Field, Figure, Said

RISK = pattern_of(
    any_of(
        r"[?]|吗|呢(?=$|[,;。])|目标|要求|任务|计划|预[计期]|打算|争取|如果|要是|万一|听说|据说|估|大概|可能|好像",
        "应该(?![填报])|[上去前]个?月|昨|上午|前面|之前|原来|本来|错|误|改|更正|订正|不是|不对|作废|撤|取消",
        "别的|隔壁|兄弟|外[院区]|人家|他们|待|等|明天|后天|下午|晚点|稍后|回头|正在|还在|再[填报核查]|补[填报]|暂",
        "累计|今年|全年|转来|不算|不含|不计|左右|几|基本|差不多|多半|多数|部分|新|调|退|走",
        r"[庭局处室队部][和与、及][一-鿿]|(?:法官|助理|书记员|辅警|行政人员)\s?[0-9一二两三四五六七八九十]",
        "学习|培训|考试|测试|会议|开会|活动|签到|问卷|体检|材料|台账|通知|承诺书|算(?!上)",
    )
)
PUT_RIGHT = pattern_of(r"(?:更正|改|调整)[为成](?=\s?[0-9])|(?<=更正)[,:]")
# 截至今天上午十点
SAID_NOW = pattern_of(r"截?[至止]?到?今[天日](?:[上下]午)?(?:[0-9一二三四五六七八九十]+[点时]半?)?[,]?")
# 无漏报迟报; 外勤那两个补填好了; 记录不变
HARMLESS = pattern_of(
    any_of(
        "(?:无|没有?|未)(?:出现|发生)?(?:[漏迟瞒错缺][填报][、和]?)+",
        r"(?:^|(?<=[,;。!\s]))[^,;。!\s条应]{0,10}补[填报登](?:好|上|完|齐|掉)?了[^,;。!\s0-9]{0,3}(?=[,;。!\s]|$)",
        "(?<=记录)(?:条数)?(?:不变|没变)",
    )
)
NO_FIGURE = pattern_of(
    "三个规定|最后(?:那|的)?一[个位名]|第[一二三四1-4]|一个不[落少漏]|无一|统一|一起|一律|一直|一切|一[下遍样定]|万"
)
ZERO = pattern_of("[零0](?=报告|记录)")
NONE = pattern_of(
    rf"(?:无|没有?|未|零|不存在)[^,;。0-9]{{0,10}}{MATTERS}[^,;。0-9有]{{0,8}}(?=[,;。]|$)"
    rf"|{MATTERS}[^,;。0-9没未]{{0,6}}(?:均|都|也|为|是|:)*(?:无|没有|零)(?=[的了啊哈,;。]|$)"
    "|[零0]报告(?![的]?[有为是:]?[0-9一二三四五六七八九十])"
)
SAYS = "[^,;。没未不0-9]"
ALL = pattern_of(
    rf"(?:全员|全部|全体|都|均|全|人人|悉数|一个不[落少漏]){SAYS}{{0,8}}(?:填|报(?!告)){SAYS}{{0,4}}(?=[,;。]|$|[我先])"
    rf"|(?:填报|报送|上报)(?:工作)?{SAYS}{{0,3}}(?:全部|都|均){SAYS}{{0,2}}完成"
)
# 记录2条，均已上报: the records, or all of the people?
OF_THE_RECORDS = pattern_of(rf"[0-9一二两三四五六七八九十]\s*[条件][,;\s]*(?:{ALL.pattern})")
NOT = pattern_of("没(?!问题|变)|未|不(?!变|好意思)|无(?!误)|非|差|缺|除|剩|余|漏|少(?!数)|只|仅")
OF_RECORDS = pattern_of(MATTERS)
NEAR = 3  # so many more or fewer people than were on record


@dataclass(frozen=True)
class Told:
    """`found` by their words, `left` those that must follow from them, `kinds` what is said without a figure."""

    found: dict[Field, int]
    left: list[Spoken]
    kinds: set[str]
    figures: Sequence[Spoken]


def read(text: str, asked: Field | None, headcount: int | None) -> RollCall | Problem:
    corrects = bool(PUT_RIGHT.search(text))
    text = HARMLESS.sub("", SAID_NOW.sub("", PUT_RIGHT.sub(":", text)))
    told = None if RISK.search(text) else _told(text, asked)
    if told is None or not _is_whole(text, told, headcount):
        return "not-understood"
    if corrects:
        return RollCall(*(told.found.get(name) for name in FIELDS))
    figures = [Figure(value, "条" if field == "records" else "人", field) for field, value in told.found.items()]
    answer = filled(Said([[*figures]], told.kinds), asked, headcount)
    is_sure = isinstance(answer, RollCall) and _is_sure(answer, told, asked, headcount)
    return answer if is_sure else "not-understood"


def _told(text: str, asked: Field | None) -> Told | None:
    figures = spoken(NO_FIGURE.sub("", ZERO.sub("无", text)))
    if figures is None:
        return None
    fields = [(one, field_of(one)) for one in figures]
    left = [one for one, field in fields if field is None]
    found: dict[Field, int] = {}
    for name in FIELDS:
        values = [one.value for one, field in fields if field == name]
        if len(set(values)) > 1 and 2 * max(values) != sum(values):
            return None
        if values:
            found[name] = max(values)  # of items and their sum the sum
    if OF_THE_RECORDS.search(text):
        return None
    kinds = {kind for kind, pattern in (("none", NONE), ("all", ALL)) if pattern.search(text)}
    if "all" in kinds and len(left) == 1 and "should" not in found and left[0].unit in MAYBE_PEOPLE:
        found["should" if asked != "filed" else "filed"] = left.pop().value
    return Told(found, left, kinds, figures)


def _is_whole(text: str, told: Told, headcount: int | None) -> bool:
    """Every figure is one of the three or follows from them, and nothing beside them is denied."""
    rest = ALL.sub("", NONE.sub("", text))
    for one in told.left:
        rest = rest.replace(one.clause, "")
    of_records = [one.clause for one in told.left if COUNTS_RECORDS.search(one.clause)]
    if any(NOT.search(clause) for clause in of_records):
        return False  # 2人没有报2条
    if NOT.search(rest) or not (told.found or told.kinds) or ("none" in told.kinds and told.found.get("records")):
        return False
    return all(_follows(one, told, headcount) for one in told.left)


def _follows(one: Spoken, told: Told, headcount: int | None) -> bool:
    """Those who lack, those of the zero report beside those with a record, or the rate."""
    should = told.found.get("should", headcount)
    filed = told.found.get("filed", should if "all" in told.kinds else None)
    if not should or filed is None:
        return False
    others = [other.value for other in told.figures if other is not one and other.unit in MAYBE_PEOPLE]
    if "无报告" in one.clause:
        return filed - one.value in others or one.value == filed  # 2人填了，43人零报告 is another matter
    if one.unit == "%":
        return abs(100 * filed / should - one.value) <= 1
    with_records = one.unit in PEOPLE and any(o.clause == one.clause and o.unit == "条" for o in told.figures)
    if one.value == should - filed or (with_records and one.value <= told.found.get("records", 0)):
        return True
    return filed - one.value in others and bool(OF_RECORDS.search(one.clause))


def _is_sure(answer: RollCall, told: Told, asked: Field | None, headcount: int | None) -> bool:
    if asked is None and "should" not in told.found and answer.filed != headcount and not told.left:
        return False  # 今天填了5人: so far, it seems
    if answer.should is not None and headcount is not None and abs(answer.should - headcount) > NEAR:
        return False
    return asked is not None or answer.missing is None
