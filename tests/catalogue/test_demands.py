"""The words of an indicator: the collection of tests/demands, and what holds of every text."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue.demands.demand import Demand
from catalogue.demands.naming import LONGEST
from catalogue.demands.reading import demands
from tests.demand_scores import ISSUED, Scored, scored, share, table, total
from tests.domain.numerals import spoken

HELD = [one for one in scored() if "held" in one.file]
FITTED = [one for one in scored() if "held" not in one.file]


def one(text: str, issued: date | None = ISSUED) -> Demand:
    (found,) = demands(text, issued)
    return found


# the collection


def test_the_collection_is_large_enough_to_say_something() -> None:
    assert len(scored()) >= 790
    assert len(HELD) * 3 >= len(scored())
    assert len({text.file for text in scored()}) >= 36


def test_no_figure_of_the_collection_is_wrong_in_silence() -> None:
    print("\n" + table(scored()))
    counts = total(scored())
    assert (counts["wrong"], counts["missed"]) == (0, 0), [text.notes for text in scored() if text.notes]


@pytest.mark.parametrize(("texts", "floor"), [(FITTED, 0.98), (HELD, 0.97)], ids=["fitted", "held"])
def test_most_figures_are_read_with_no_doubt_but_one_that_belongs_there(texts: Sequence[Scored], floor: float) -> None:
    assert share(texts, "right", "asked") >= floor
    assert total(texts)["extra"] <= 10


# readings


@pytest.mark.parametrize(
    ("text", "op", "target", "unit"),
    [
        ("满意率在90%以上", ">=", "90", "%"),
        ("满意率不低于百分之九十", ">=", "90", "%"),
        ("满意率达到九成以上", ">=", "90", "%"),
        ("满意率＞９０％", ">", "90", "%"),
        ("差错率低于千分之三", "<", "3", "‰"),
        ("差错率控制在3‰以内", "<=", "3", "‰"),
        ("覆盖率达到100%", "=", "100", "%"),
        ("覆盖率不低于100%", ">=", "100", "%"),
        ("办理时限不超过3个工作日", "<=", "3", "工作日"),
        ("平均办理时长小于三十天", "<", "30", "天"),
        ("每季度召开1次会议", ">=", "1", "次/季度"),
        ("每年开展活动不少于2次", ">=", "2", "次/年"),
        ("每两年至少轮训一次", ">=", "1", "次/2年"),
        ("人均月调解案件2.5件以上", ">=", "2.5", "件/人·月"),
        ("每人每年接受培训不少于90学时", ">=", "90", "学时"),
        ("投资不低于5亿元", ">=", "50000", "万元"),
        ("培训不少于1.2万人次", ">=", "12000", "人次"),
        ("投诉量同比下降5%以上", ">=", "5", "%"),
        ("优良率较上年提高2个百分点", ">=", "2", "百分点"),
        ("合格率（%）≥98", ">=", "98", "%"),
        ("平均处理时间（天）≤5", "<=", "5", "天"),
        ("抗菌药物使用强度（DDDs）≤40", "<=", "40", "DDDs"),
        ("压减企业开办时间至1.5个工作日", "<=", "1.5", "工作日"),
        ("覆盖率由80%提高到90%", ">=", "90", "%"),
        ("年均浓度不高于32微克/立方米", "<=", "32", "微克/立方米"),
        ("败诉案件为零", "=", "0", "件"),
        ("超期办件数为0", "=", "0", "起"),
        ("满意度在全市排名前三", "rank", "前三", "全市"),
        ("办结率稳中有升", "trend", "稳中有升", "同比"),
        ("办结率不低于全市平均水平", ">=", "全市平均水平", "%"),
        ("成灾率≤0.5‰", "<=", "0.5", "‰"),
        ("投资额（亿元）≥3.6", ">=", "36000", "万元"),
        ("分馆覆盖率达到一半以上", ">=", "50", "%"),
        ("年内完成投资过半", ">", "50", "%"),
        ("延误事件≤3次/百万车公里", "<=", "3", "次/百万车公里"),
        ("重度及以上污染天数≤1天", "<=", "1", "天"),
        ("较大以上道路交通事故不发生", "=", "0", "起"),
        ("校园较大以上安全责任事故（不发生）", "=", "0", "起"),
        ("全年无丙级病历", "=", "0", "份"),
        ("新增违法用地零增长", "=", "0", "起"),
        ("化肥使用量零增长", "trend", "零增长", "同比"),
        ("直接结算率提高至70%（上年同期62.3%）", ">=", "70", "%"),
        ("电动公交车占比达到85%（2025年：78%）", ">=", "85", "%"),
    ],
)
def test_a_figure_is_read_with_operator_and_unit(text: str, op: str, target: str, unit: str) -> None:
    found = one(text)
    assert (found.op, found.target, found.unit) == (op, target, unit)
    assert found.doubt == ""


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("满意率在90%以上", "rate"),
        ("平均办理时长小于30天", "mean"),
        ("每年开展活动不少于2次", "entries"),
        ("投资不低于5亿元", "figure"),
        ("收入同比增长8%以上", "growth"),
        ("收入同比下降8%以上", "rate"),  # a fall is a share of what was before
        ("未发生安全事故", "attestation"),
        ("建立联席会议制度", "practice"),
        ("6月底前成立领导小组", "milestone"),
        ("质效在全市排名前列", "rank"),
        ("办结率稳中有升", "trend"),
        ("问题全部整改到位", "all"),
    ],
)
def test_a_demand_has_the_kind_that_its_words_say(text: str, kind: str) -> None:
    assert one(text).kind == kind


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("6月底前完成整改任务", date(2026, 6, 30)),
        ("2026年12月31日前完成整改任务", date(2026, 12, 31)),
        ("二季度末前完成整改任务", date(2026, 6, 30)),
        ("年底前完成整改任务", date(2026, 12, 31)),
        ("五一前完成整改任务", date(2026, 4, 30)),
        ("到2026年底，覆盖率达到90%以上", date(2026, 12, 31)),
        ("覆盖率在9月底前达到90%以上", date(2026, 9, 30)),
        ("2026年度覆盖率达到90%以上", date(2026, 12, 31)),
    ],
)
def test_a_limit_is_a_day(text: str, day: date) -> None:
    assert one(text).deadline == day


def test_each_quarter_of_a_list_is_a_limit_of_its_own() -> None:
    found = demands("投资完成率一季度20%，上半年50%，全年100%", ISSUED)
    assert [each.deadline for each in found] == [date(2026, 3, 31), date(2026, 6, 30), None]


@pytest.mark.parametrize(
    ("text", "value", "unit", "printed"),
    [
        ("投资不低于3.6亿元", Fraction(36_000), "万元", (Fraction("3.6"), "亿元")),
        ("种植面积不低于3.1万亩", Fraction(31_000), "亩", (Fraction("3.1"), "万亩")),
        ("每年培训5万人次以上", Fraction(50_000), "人次/年", (Fraction(5), "万人次/年")),
        ("面积不少于二点五万亩", Fraction(25_000), "亩", (Fraction("2.5"), "万亩")),
        ("投资不低于300万元", Fraction(300), "万元", None),
        ("成灾率≤0.5‰", Fraction(1, 2000), "‰", None),
    ],
)
def test_a_scale_that_is_converted_is_kept_as_it_is_printed(
    text: str, value: Fraction, unit: str, printed: tuple[Fraction, str] | None
) -> None:
    found = one(text)
    assert (found.value, found.unit, found.printed) == (value, unit, printed)


def test_a_limit_without_a_year_is_open_where_nobody_knows_when_the_notice_was_issued() -> None:
    found = one("6月底前完成整改任务", None)
    assert found.deadline is None
    assert found.doubt
    assert one("2026年6月底前完成整改任务", None).deadline == date(2026, 6, 30)


@pytest.mark.parametrize(
    "text",
    [
        "办结率基本达到75%以上",
        "力争满意率达到90%",
        "满意率90%左右",
        "满意率90%",
        "床位使用率保持在85%—93%",
        "结案率达到70%（无新收的除外）",
        "查处3人以上群体性案件",
        "差错率不超过5%以上",
        "2025年12月底前完成率达到90%以上",
        "增幅控制在12",
        "网上满意率低于90%不得分",
        "师生比不低于1:15",
        "对超过30天未办结的案件进行督办",
        "完成率不达90%的予以通报",
        "6月、11月各组织一次应急演练",
        "应用率达到xx%以上",
        "满意度力争进入全市前三名",
        "排名提升5个位次",
        "测评得分90分以上为优秀",
        "90%以上的事项实现网上办理",
        "新增创业孵化基地两个",
        "举办三场招聘会",
        "研发经费较上年翻一番",
        "综合排序较上年前移2位",
        "一季度30%，二季度60%",
    ],
)
def test_what_the_words_leave_open_carries_a_doubt(text: str) -> None:
    assert all(found.doubt for found in demands(text, ISSUED))


@pytest.mark.parametrize(
    "text",
    [
        "推进三大工程，实现三个转变，开展四项整治",
        "对作风问题零容忍，服务群众零距离",
        "最多跑一次，一次不跑",
        "认真学习贯彻党的二十大和二十届三中全会精神",
        "深刻领悟“两个确立”，增强“四个意识”",
        "严格落实中央八项规定及“三个规定”",
        "落实〔2022〕16号文件和《2023—2027年规划》",
        "畅通12345、12368热线，推进一网通办、一站式服务",
        "落实“三重一大”、一岗双责和三同步要求",
        "建设5G基站和2.0版平台",
        "对60岁以上老年人开展走访",
        "完善三级医院二年级以上学生就诊绿色通道",
        "组织3·15主题宣传",
        "推动万人成讼率纳入考核",
        "整治“两高一低”和第三方机构乱象",
        "每月5日前报送工作进展",
        "未按时完成的每项扣2分",
        "三级甲等（三甲）医院复审准备",
        "村（社区）“一村一警”机制健全",
    ],
)
def test_numbers_that_demand_nothing_are_left_alone(text: str) -> None:
    assert {found.tag for found in demands(text, ISSUED)} == {"B"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("门诊满意度、住院满意度分别达到90%、95%以上", ["门诊满意度", "住院满意度"]),
        ("按期办结率和及时受理率均不低于98%", ["按期办结率", "及时受理率"]),
        ("办结率、化解率等指标在全市排名前列", ["办结率", "化解率"]),
        ("近三年内无重大错案、重大过失、严重违纪情况发生", ["重大错案", "重大过失", "严重违纪情况"]),
        ("（1）建立会商机制；（2）开展联合检查。", ["建立会商机制", "开展联合检查"]),
        ("1.按期办结率不低于90% 2.群众满意率不低于95%", ["按期办结率", "群众满意率"]),
        ("按期办结率不低于\n90%；群众满意率达到\n95%以上", ["按期办结率", "群众满意率"]),
        ("按期办结率≥90%\n群众满意率≥95%", ["按期办结率", "群众满意率"]),
        ("<p>建立会商机制</p><p>开展联合检查</p>", ["建立会商机制", "开展联合检查"]),
        ("每季度召开1次安委会会议", ["安委会会议"]),
        ("新增国家级一流课程3门，省级8门", ["新增国家级一流课程", "新增省级一流课程"]),
        ("训练达标率A类95%、B类90%以上", ["训练达标率A类", "训练达标率B类"]),
        ("无责任事故、无违纪案件", ["责任事故", "违纪案件"]),
        ("教师学历比例：小学达到80%以上，初中达到95%以上", ["教师学历比例：小学", "教师学历比例：初中"]),
    ],
)
def test_several_in_one_sentence_have_their_own_names(text: str, names: list[str]) -> None:
    assert [found.name for found in demands(text, ISSUED)] == names


@pytest.mark.parametrize(
    ("text", "sure", "asked"),
    [
        ("处方点评每月覆盖全部开方医师，不合理处方率<5%", 2, []),
        ("“三会一课”按期开展，党支部书记讲党课每年不少于2次", 2, []),
        ("水库安全度汛，因洪涝死亡人数为零", 1, ["水库安全度汛"]),
        ("根据工作需要，每年培训不少于2次", 1, []),
        ("考核得分不低于95分，每低1分扣0.5分，扣完为止", 1, []),
    ],
)
def test_what_stands_beside_a_figure_is_read_or_asked_about(text: str, sure: int, asked: list[str]) -> None:
    found = demands(text)
    assert len([each for each in found if not each.doubt]) == sure
    assert [each.name for each in found if each.doubt] == asked


def test_what_is_counted_is_not_called_by_the_rate_before_it() -> None:
    share, held = demands("九项准则培训覆盖率100%，全年不少于4场")
    assert (share.name, share.unit, held.name, held.unit) == ("九项准则培训覆盖率", "%", "九项准则培训", "场")


def test_a_text_without_any_demand_gets_one_practice() -> None:
    found = one("作风建设")
    assert (found.tag, found.name, found.source) == ("B", "作风建设", "作风建设")


def test_what_is_too_long_to_be_read_is_not_left_out_in_silence() -> None:
    *_, last = demands("满意率不低于90%；" * 1000, ISSUED)
    assert last.doubt
    assert last.source.endswith("90%；")


def test_two_figures_for_one_thing_contradict_each_other() -> None:
    assert all(found.doubt for found in demands("满意率不低于90%；满意率不低于95%。", ISSUED))


# what holds of every text

TEXTS = st.text(
    st.sampled_from("年月日前底不低于达到以上内率0123456789.%％、，。；（）<p>\n百分之三件次每各均无未零①²"),
    max_size=60,
)


@settings(deadline=None)
@given(st.one_of(TEXTS, st.text(max_size=80)), st.sampled_from([None, ISSUED]))
def test_nothing_raises_and_every_source_is_in_the_text(text: str, issued: date | None) -> None:
    found = demands(text, issued)
    assert bool(found) == bool(text.strip())
    for each in found:
        assert each.source in text
        assert len(each.name) <= LONGEST
        assert each.name
    assert len(set(found)) == len(found)


WRITTEN = ("{n}%", "{n}％", "{wide}%", "百分之{said}", "百分之{n}", " {n} %")
SAID = st.sampled_from(
    (("不低于{}", ">="), ("{}以上", ">="), ("超过{}", ">"), ("控制在{}以内", "<="), ("不高于{}", "<="), ("低于{}", "<"))
)


@settings(deadline=None)
@given(st.integers(1, 99), st.sampled_from(WRITTEN), SAID)
def test_a_share_in_any_notation_reads_back_exactly(n: int, written: str, said: tuple[str, str]) -> None:
    words, op = said
    wide = "".join(chr(ord(digit) + 0xFEE0) for digit in str(n))
    found = one("案件办结率" + words.format(written.format(n=n, wide=wide, said=spoken(n))))
    assert (found.name, found.op, found.value, found.unit, found.doubt) == ("案件办结率", op, Fraction(n, 100), "%", "")


@settings(deadline=None)
@given(st.integers(1, 9999), st.sampled_from("件次篇项场"), st.booleans())
def test_a_count_in_any_notation_reads_back_exactly(n: int, unit: str, in_words: bool) -> None:
    found = one(f"开展普法宣传活动不少于{spoken(n) if in_words else n}{unit}")
    assert (found.op, found.value, found.unit, found.doubt) == (">=", Fraction(n), unit, "")


SUBJECTS = ("案件办结率", "群众满意度", "隐患整改率", "设备完好率", "档案归档率")
OPERATORS = (("不低于{}", ">="), ("达到{}以上", ">="), ("大于{}", ">"), ("控制在{}以内", "<="), ("低于{}", "<"))
CLAUSES = st.lists(
    st.tuples(st.integers(1, 99), st.sampled_from(OPERATORS), st.sampled_from("，；。、")),
    min_size=2,
    max_size=len(SUBJECTS),
)


@settings(deadline=None)
@given(CLAUSES)
def test_every_figure_of_a_sentence_keeps_its_own_name_and_operator(
    clauses: list[tuple[int, tuple[str, str], str]],
) -> None:
    text = "".join(
        subject + words.format(f"{n}%") + mark
        for subject, (n, (words, _), mark) in zip(SUBJECTS, clauses, strict=False)
    )
    wanted = [(subject, op, Fraction(n, 100)) for subject, (n, (_, op), _) in zip(SUBJECTS, clauses, strict=False)]
    found = demands(text, ISSUED)
    assert [(each.name, each.op, each.value) for each in found] == wanted
    assert not any(each.doubt for each in found)


@settings(deadline=None)
@given(st.lists(st.integers(1, 99), min_size=2, max_size=5, unique=True), st.sampled_from(OPERATORS))
def test_figures_that_share_their_words_are_dealt_out_in_order(shares: list[int], operator: tuple[str, str]) -> None:
    words, op = operator
    subjects = SUBJECTS[: len(shares)]
    text = "、".join(subjects) + "分别" + words.format("、".join(f"{n}%" for n in shares))
    found = demands(text, ISSUED)
    assert [(each.name, each.op, each.value) for each in found] == [
        (subject, op, Fraction(n, 100)) for subject, n in zip(subjects, shares, strict=True)
    ]


FORMS: dict[str, Callable[[str], str]] = {
    "1.": lambda text: f"1. {text}",
    "(1)": lambda text: f"（1）{text}",
    "①": lambda text: f"①{text}",
    "tags": lambda text: f"<p>{text}</p>",
    "blanks": lambda text: f"  {text}  \n",
    "half-width marks": lambda text: text.replace("，", ",").replace("；", ";"),
    "full-width digits": lambda text: re.sub("[0-9]", lambda digit: chr(ord(digit[0]) + 0xFEE0), text),
    "full-width percent": lambda text: re.sub(r"(?<=[0-9])%", "％", text),
    "no full stop": lambda text: text.removesuffix("。"),
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_list_numbers_tags_blanks_and_full_width_forms_change_nothing(form: Callable[[str], str]) -> None:
    def said(text: str) -> list[tuple[str, str, str]]:
        return [(one.op, one.target, one.unit) for one in demands(text, ISSUED) if one.tag != "B"]

    changed = {text.text: said(form(text.text)) for text in scored() if said(text.text) != said(form(text.text))}
    assert changed == {}


@pytest.mark.parametrize("text", ["应用率达到xx%以上", "差错率低于百万分之一", "办结007件以上"])
def test_a_figure_that_cannot_be_read_is_shown_as_it_is_printed(text: str) -> None:
    found = one(text)
    assert found.value is None
    assert found.target in text
    assert found.doubt
