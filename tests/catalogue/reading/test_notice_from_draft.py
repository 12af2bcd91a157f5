"""A settled draft as a notice: departments, seats, short titles, and how each demand is asked."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.cells import CatalogueError
from catalogue.demands.demand import Demand
from catalogue.demands.reading import demands
from catalogue.reading import shortening
from catalogue.reading.asking import of_column, requirement
from catalogue.reading.becoming import notice_of
from catalogue.reading.draft import Draft, DraftArea, DraftIndicator, DraftItem, DraftPost, DraftUnit
from catalogue.reading.roster import EVERY, NOT_YET
from catalogue.reading.settling import settled
from catalogue.rhythms import CADENCES
from domain.kinds import KINDS
from domain.notice import Doubt, Notice, Unit

ISSUED = date(2026, 3, 1)
TODAY = date(2026, 3, 10)


def indicator(
    text: str, lead: Sequence[str] = ("医务科",), responsible: Sequence[str] = (), **more: object
) -> DraftIndicator:
    found = DraftIndicator("1.1.1", text, tuple(lead), tuple(responsible), demands(text, ISSUED))
    return replace(found, **more)  # type: ignore[arg-type]


def draft(*rows: DraftIndicator, **more: object) -> Draft:
    names = dict.fromkeys(name for row in rows for name in (*row.lead, *row.responsible))
    items = (DraftItem("（一）", "医疗质量", rows),)
    found = Draft(
        "某医发〔2026〕3号",
        "关于印发《质量提升方案》的通知",
        ISSUED,
        "某区人民医院",
        (DraftArea(1, "一、持续提升医疗质量工作", items),),
        tuple(DraftUnit(name) for name in names),
    )
    return replace(found, **more)  # type: ignore[arg-type]


def the(notice: Notice, name: str) -> Unit:
    (found,) = (unit for unit in notice.units if unit.name == name)
    return found


@pytest.mark.parametrize(
    ("text", "kind", "cadence", "period", "office_set", "parts"),
    [
        ("门诊预约率≥60%。", "rate", "quarterly", "quarter", True, ("门诊预约率·符合 件", "门诊预约率·总数 件")),
        (
            "门诊患者满意度不低于90%。",
            "rate",
            "quarterly",
            "quarter",
            True,
            ("门诊患者满意度·符合 人", "门诊患者满意度·总数 人"),
        ),
        (
            "平均住院日控制在8.5天以内。",
            "mean",
            "quarterly",
            "quarter",
            True,
            ("平均住院日·合计 天", "平均住院日·数量 件"),
        ),
        (
            "人均培训时间不少于40学时。",
            "mean",
            "quarterly",
            "quarter",
            True,
            ("人均培训时间·合计 学时", "人均培训时间·数量 人"),
        ),
        ("新增绿地面积12万平方米以上。", "figure", "quarterly", "quarter", True, None),
        ("每月巡查不少于4次。", "figure", "monthly", "month", False, ("巡查 次",)),
        ("每年召开2次意识形态工作会议。", "entries", "counting", "year", False, ()),
        ("开展义诊活动6场以上。", "entries", "counting", "year", True, ()),
        ("开展多学科诊疗病例不少于120例。", "figure", "quarterly", "quarter", True, None),
        ("无重大医疗事故发生。", "attestation", "half-yearly", "half-year", True, ()),
        ("建立住院总药师制度。", "practice", "half-yearly", "half-year", True, ()),
        ("2026年6月底前完成电子病历五级评审申报。", "milestone", "once", "once", False, ()),
        ("2025年6月底前成立领导小组。", "milestone", "history", "once", False, ()),
        ("绩效考核排名进入全省前20名。", "rank", "yearly", "year", True, ()),
        (
            "旅游综合收入同比增长15%以上。",
            "growth",
            "quarterly",
            "quarter",
            True,
            ("旅游综合收入·本期 万元", "旅游综合收入·上年同期 万元"),
        ),
        (
            "生产安全事故起数同比下降。",
            "trend",
            "quarterly",
            "quarter",
            True,
            ("生产安全事故起数·本期", "生产安全事故起数·上年同期"),
        ),
    ],
)
def test_a_demand_is_asked_by_its_kind_and_its_period(
    text: str, kind: str, cadence: str, period: str, office_set: bool, parts: tuple[str, ...] | None
) -> None:
    (demand, *_) = demands(text, ISSUED)
    found = requirement(demand, 1, "", ISSUED)
    assert (found.kind, found.cadence, found.period, found.office_set) == (kind, cadence, period, office_set)
    assert parts is None or found.parts == parts
    assert len(found.parts) in KINDS[found.kind].parts


@pytest.mark.parametrize(
    ("target", "front"), [("前20名", 20), ("前三", 3), ("第一", 1), ("前列", None), ("第一方阵", None), ("前十位", 10)]
)
def test_ranks_that_print_a_number_are_compared_with_it(target: str, front: int | None) -> None:
    found = requirement(Demand("绩效考核", "rank", None, target, "全省", "R", "rank", ""), 1, "", ISSUED)
    assert found.value == (None if front is None else Fraction(front))


@pytest.mark.parametrize(
    ("target", "better"),
    [("下降", "lower"), ("只减不增", "lower"), ("稳中有升", "higher"), ("只增不减", "higher"), ("双下降", "lower")],
)
def test_a_trend_says_which_way_is_better(target: str, better: str) -> None:
    found = requirement(Demand("运行成本", "trend", None, target, "同比", "T", "trend", ""), 1, "", ISSUED)
    assert found.better == better


@pytest.mark.parametrize(
    ("printed", "day", "period"),
    [
        ("2026年6月底前", date(2026, 6, 30), "once"),
        ("2026年12月", date(2026, 12, 31), "once"),
        ("12月31日前", date(2026, 12, 31), "once"),
        ("2026年12月31日", date(2026, 12, 31), "once"),
        ("2026.12", date(2026, 12, 31), "once"),
        ("3月—6月", date(2026, 6, 30), "once"),
        ("6月底", date(2026, 6, 30), "once"),
        ("年底前", date(2026, 12, 31), "once"),
        ("第三季度前", date(2026, 9, 30), "once"),
        ("长期坚持", None, "continuous"),
        ("持续推进", None, "continuous"),
        ("每季度末", None, "quarter"),
        ("每月5日前", None, "month"),
        ("全年", None, "year"),
        ("", None, ""),
        ("尽快", None, ""),
    ],
)
def test_a_limit_in_a_column_of_its_own(printed: str, day: date | None, period: str) -> None:
    assert of_column(printed, ISSUED) == (day, period)


@pytest.mark.parametrize(
    ("text", "column", "deadline", "cadence"),
    [
        ("门诊预约率≥60%。", "2026年12月底前", date(2026, 12, 31), "once"),
        ("门诊预约率≥60%。", "每月", None, "monthly"),
        ("门诊预约率≥60%。", "长期坚持", None, "quarterly"),
        ("2026年6月底前完成评审申报。", "2026年12月底前", date(2026, 6, 30), "once"),
        ("无重大医疗事故发生。", "2026年12月底前", None, "half-yearly"),
        ("每年召开2次会议。", "2026年12月底前", None, "counting"),
    ],
)
def test_the_column_holds_for_what_prints_no_limit_itself(
    text: str, column: str, deadline: date | None, cadence: str
) -> None:
    (demand, *_) = demands(text, ISSUED)
    found = requirement(demand, 1, column, ISSUED)
    assert (found.deadline, found.cadence) == (deadline, cadence)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("1. 建立住院总药师制度，推行药学门诊。", "建立住院总药师制度"),
        ("门诊预约率≥60%，预约时段精确到30分钟以内。", "门诊预约率"),
        ("按照“支部建在庭上”“党小组建在审判团队上”的标准，完善健全党的组织。", "按照“支部建在庭上”“党小组建在审…"),
        ("（三）优化流程。", "优化流程"),
    ],
)
def test_titles_are_short(text: str, title: str) -> None:
    assert shortening.title(text, demands(text, ISSUED)) == title


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("一、持续提升医疗质量工作", "医疗质量"),
        ("诉讼服务和信访化解工作", "诉讼服务"),
        ("党建", "党建"),
        ("（二）深入推进“放管服”改革", "放管服改革"),
    ],
)
def test_an_area_heads_its_column_in_a_few_signs(title: str, short: str) -> None:
    assert shortening.column(title) == short


def test_two_columns_are_never_headed_alike() -> None:
    assert len(set(shortening.columns(["加强管理", "提升管理", "管理", ""]))) == 4


def test_nobody_responsible_is_the_lead_alone_and_one_leads() -> None:
    notice = notice_of(
        draft(
            indicator("建立制度。"),
            indicator("优化流程。", ("医务科", "护理部"), ("药剂科",)),
            indicator("加强培训。", (), ("护理部",)),
        ),
        (),
        TODAY,
    )
    first, second, third = notice.indicators
    assert (first.lead, first.responsible) == ("医务科", ("医务科",))
    assert (second.lead, second.responsible) == ("医务科", ("护理部", "药剂科"))
    assert (third.lead, third.responsible) == ("护理部", ("护理部",))


def test_what_names_nobody_falls_to_the_office() -> None:
    notice = notice_of(draft(indicator("建立制度。", ())), (), TODAY, office="推进办")
    assert notice.indicators[0].lead == "推进办"
    assert the(notice, "推进办").kind == "unit"


def test_departments_on_record_keep_their_names() -> None:
    known = (Unit("医务部", aliases=("医务科",)), Unit("各科室", "group", members=("医务部",), convenor="医务部"))
    notice = notice_of(draft(indicator("建立制度。", ("医务科",), ("各科室",))), known, TODAY)
    assert (notice.indicators[0].lead, notice.indicators[0].responsible) == ("医务部", ("各科室",))
    assert the(notice, "各科室").members == ("医务部",)
    assert len(notice.units) == 2


@pytest.mark.parametrize(("answer", "members"), [(0, ("医务科", "护理部")), (1, ())])
def test_a_group_has_all_departments_or_none_yet(answer: int, members: tuple[str, ...]) -> None:
    group = DraftUnit("各科室", "group")
    doubts = (
        Doubt("members 各科室", "各科室", "没有印出包括哪些部门", EVERY, (NOT_YET,)),
        Doubt("convenor 各科室", "各科室", "由一组部门牵头，没有写谁召集", NOT_YET),
    )
    rows = indicator("建立制度。", ("各科室",), ("医务科", "护理部"))
    whole = draft(rows, units=(group, DraftUnit("医务科"), DraftUnit("护理部")), doubts=doubts)
    notice = notice_of(settled(whole, {"*/members 各科室": answer}), (), TODAY)
    assert the(notice, "各科室").members == members
    assert the(notice, "各科室").convenor is None


def test_seats_become_posts_without_their_holders() -> None:
    seats = (
        DraftPost("领导小组", "组长", "党委书记、院长", "某某"),
        DraftPost("领导小组", "副组长", "党委委员、副院长", "某某"),
        DraftPost("领导小组", "副组长", "党委委员、副院长", "某某"),
        DraftPost("领导小组", "成员", "医务科科长", "某某"),
        DraftPost("领导小组", "成员", "信息科科长", "某某"),
        DraftPost("领导小组办公室", "主任", "医务科科长", "某某"),
        DraftPost("领导小组办公室", "成员", "信息科干事", "某某"),
    )
    notice = notice_of(draft(indicator("建立制度。"), posts=seats), (), TODAY)
    found = [(post.title, post.unit, post.role, post.seat) for post in notice.posts]
    assert found == [
        ("院长", "领导班子", "leader", 1),
        ("副院长", "领导班子", "leader", 1),
        ("副院长", "领导班子", "leader", 2),
        ("医务科科长", "医务科", "head", 1),
        ("信息科科长", "信息科", "head", 1),
        ("医务科科长", "医务科", "director", 1),
        ("信息科干事", "信息科", "office", 1),
    ]
    assert the(notice, "领导班子").kind == "outside"
    assert the(notice, "信息科").kind == "unit"
    assert "某某" not in repr(notice)


def test_empty_areas_are_left_out_and_codes_run_on() -> None:
    rows = (indicator("建立制度。"), indicator("优化流程。"))
    items = (DraftItem("", "", ()), DraftItem("（二）", "服务", rows))
    notice = notice_of(draft(*rows, areas=(DraftArea(1, "空", ()), DraftArea(2, "服务", items))), (), TODAY)
    assert [one.code for one in notice.indicators] == ["1.1.1", "1.1.2"]
    with pytest.raises(CatalogueError):
        notice_of(draft(areas=()), (), TODAY)


WORDS = st.text("医务科护理部门诊率满意度不低于年月每季0123456789%≥次件。，；、（）前后召开建立完成降增长", max_size=40)


@given(
    st.lists(st.tuples(WORDS, WORDS, st.sampled_from([(), ("医务科",), ("各科室", "护理部")])), min_size=1, max_size=5)
)
def test_whatever_was_read_the_notice_is_whole(rows: list[tuple[str, str, tuple[str, ...]]]) -> None:
    notice = notice_of(
        draft(*(indicator(text, lead, deadline=column) for text, column, lead in rows)), (), TODAY
    )  # coherence.check is in it
    for one in notice.indicators:
        assert len(one.title) <= shortening.TITLE
        assert {r.cadence for r in one.requirements} <= CADENCES
