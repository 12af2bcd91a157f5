"""A line of plain Chinese becomes the columns of a register; what is doubtful is asked back."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.register_lines import Read, read
from domain.registers import Choice, Column, Register

TODAY = date(2026, 11, 26)
DEPARTMENTS = {"立案庭": "立案庭", "民事审判庭": "民事审判庭", "民庭": "民事审判庭"}
LEVELS = (Choice("中央", ("国家级",)), Choice("地方", ("区级", "四级")))
MEDIA = Register(
    "media",
    "宣传",
    kept_by=("各部门",),
    seen_by=("own",),
    heading="标题",
    columns=(
        Column("日期", "date"),
        Column("媒体", "text"),
        Column("级别", "choice", choices=LEVELS),
        Column("标题", "text"),
        Column("链接", "link", required=False),
        Column("专题", "yes or no", required=False),
    ),
)
MATTERS = Register(
    "matters",
    "督办",
    kept_by=("各部门",),
    seen_by=("own",),
    heading="事项",
    columns=(
        Column("日期", "date"),
        Column("事项", "text"),
        Column("承办部门", "department"),
        Column("期限", "date", coming=True),
    ),
)
NATIONAL = ("2026-11-03", "人民报", "中央", "国庆节普法")
COUNTS = Register(
    "counts",
    "线索",
    kept_by=("派驻组",),
    seen_by=("派驻组",),
    counts_only=True,
    columns=(
        Column("日期", "date"),
        Column("收到", "number", unit="件"),
        Column("办结", "number", unit="件", aliases=("已办",)),
        Column("学时", "number", unit="学时", required=False),
    ),
)


def heard(text: str, register: Register = MEDIA, *, known: tuple[str, ...] = (), asked: str | None = None) -> Read:
    return read(text, register, TODAY, DEPARTMENTS, known=known, asked=asked)


@pytest.mark.parametrize(
    ("register", "text", "values"),
    [
        (MEDIA, "2026-11-03 嘉定报 四级 法官进校园", ("2026-11-03", "嘉定报", "地方", "法官进校园")),
        (MEDIA, "11月3日，嘉定报，区级，法官进校园", ("2026-11-03", "嘉定报", "地方", "法官进校园")),
        (MEDIA, "昨天 法治日报 中央 民法典，进万家", ("2026-11-25", "法治日报", "中央", "民法典，进万家")),
        (MEDIA, "标题：国庆节普法 级别：国家级 媒体：人民报 日期：11月3日", NATIONAL),
        (MEDIA, "11月3日 嘉定报 四级 国庆节里的法官", ("2026-11-03", "嘉定报", "地方", "国庆节里的法官")),
        (MEDIA, "１１月３日 嘉定报 四级 法官进校园", ("2026-11-03", "嘉定报", "地方", "法官进校园")),
    ],
)  # fmt: skip
def test_one_line_says_it_all(register: Register, text: str, values: tuple[str, ...]) -> None:
    found = heard(text, register)
    assert (found.problems, found.left) == ((), "")
    assert tuple(found.values[name] for name in ("日期", "媒体", "级别", "标题")) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("11月3日 收到3件 办结2件", {"日期": "2026-11-03", "收到": "3", "办结": "2"}),
        ("11月3日 收到 3 件，已办 两件", {"日期": "2026-11-03", "收到": "3", "办结": "2"}),
        ("11月3日；收到：０件；办结：0", {"日期": "2026-11-03", "收到": "0", "办结": "0"}),
        ("11月3日 1.5学时", {"日期": "2026-11-03", "学时": "1.5"}),
    ],
)
def test_numbers_are_known_by_their_names_and_units(text: str, values: dict[str, str]) -> None:
    found = heard(text, COUNTS)
    assert (found.values, found.problems, found.left) == (values, (), "")


def test_a_second_day_is_the_one_that_may_be_to_come_and_a_department_is_known_by_any_name() -> None:
    found = heard("11月3日 诉源治理任务 民庭 12月20日", MATTERS)
    assert found.values == {
        "日期": "2026-11-03",
        "事项": "诉源治理任务",
        "承办部门": "民事审判庭",
        "期限": "2026-12-20",
    }


@pytest.mark.parametrize(
    ("register", "text", "column", "code"),
    [
        (MEDIA, "上月底 嘉定报 四级 普法", "日期", "column-near-day"),
        (MEDIA, "2月30日 嘉定报 四级 普法", "日期", "column-no-such-day"),
        (MEDIA, "11月30日 嘉定报 四级 普法", "日期", "column-still-to-come"),
        (MEDIA, "11月3日 11月4日 嘉定报 四级 普法", "日期", "column-two-days"),
        (MEDIA, "11月3日 嘉定报 四级 中央 普法", "级别", "column-two-choices"),
        (MEDIA, "级别：县处级", "级别", "column-choice"),
        (MEDIA, "日期：刚才", "日期", "column-day"),
        (MEDIA, "链接：官网首页", "链接", "column-link"),
        (MEDIA, "专题：也许", "专题", "column-yes-or-no"),
        (MATTERS, "承办部门：某某处", "承办部门", "column-department"),
        (COUNTS, "11月3日 3件 2件", "收到", "column-number"),  # which of the two?
        (COUNTS, "11月3日 收到2.5件", "收到", "column-number"),
        (COUNTS, "11月3日 收到3人", "收到", "column-number"),
    ],
)
def test_what_is_doubtful_is_asked_back(register: Register, text: str, column: str, code: str) -> None:
    found = heard(text, register)
    assert [(p.column, p.code) for p in found.problems] == [(column, code)]
    assert column not in found.values or code == "column-two-choices"


@pytest.mark.parametrize(
    ("asked", "text", "value"),
    [
        ("标题", "11月3日的升旗仪式", "11月3日的升旗仪式"),  # whatever it says, it is the title
        ("媒体", "中央", "中央"),
        ("级别", "区级媒体", "地方"),
        ("日期", "上周三", "2026-11-18"),
        ("专题", "没有", False),
        ("专题", "是", True),
    ],
)
def test_an_answer_belongs_to_what_was_asked(asked: str, text: str, value: str | bool) -> None:
    assert heard(text, asked=asked).values == {asked: value}


def test_what_is_known_is_corrected_by_its_sign_or_its_name() -> None:
    every = tuple(column.name for column in MEDIA.columns)
    assert heard("11月4日", known=every).values == {"日期": "2026-11-04"}
    assert heard("级别：中央", known=every).values == {"级别": "中央"}
    assert heard("中央", known=every).values == {"级别": "中央"}
    found = heard("反响很好", known=every)
    assert (found.values, found.left) == ({}, "反响很好")


def test_a_stretch_of_days_is_asked_back_and_is_no_part_of_a_text() -> None:
    found = heard("11月3日至5日 嘉定报 四级 连续报道")
    assert found.values == {"媒体": "嘉定报", "级别": "地方", "标题": "连续报道"}
    assert [problem.code for problem in found.problems] == ["column-two-days"]


@pytest.mark.parametrize(("text", "done"), [("11月3日 缴费不便 已解决", True), ("11月3日 缴费不便 未解决", False)])
def test_the_name_of_a_column_is_an_answer(text: str, done: bool) -> None:
    register = Register(
        "matters",
        "急难愁盼",
        kept_by=("各部门",),
        seen_by=("own",),
        heading="事项",
        columns=(Column("日期", "date"), Column("事项", "text"), Column("已解决", "yes or no")),
    )
    assert heard(text, register).values == {"日期": "2026-11-03", "事项": "缴费不便", "已解决": done}


def test_a_share_is_a_number_with_its_sign() -> None:
    register = Register(
        "r", "执行质效", ("执行局",), ("own",), (Column("日期", "date"), Column("数值", "number", unit="%"))
    )
    assert heard("11月3日 52.3%", register).values == {"日期": "2026-11-03", "数值": "52.3"}
    assert heard("11月3日 数值：52.3", register).values == {"日期": "2026-11-03", "数值": "52.3"}


def test_the_name_of_a_column_beside_its_value_is_not_left_over() -> None:
    told = ("日期", "媒体", "级别", "标题")  # one is corrected
    found = heard("级别 区级", known=told)
    assert (found.values, found.left) == ({"级别": "地方"}, "")
    assert heard("标题 区级", known=told).left == "标题"


def test_words_that_have_no_column_are_left_over() -> None:
    found = heard("11月3日 收到3件 有人反映情况", COUNTS)
    assert (found.values, found.left) == ({"日期": "2026-11-03", "收到": "3"}, "有人反映情况")


@given(st.text(max_size=80), st.sampled_from((MEDIA, MATTERS, COUNTS)))
def test_whatever_is_written_is_read_without_a_stumble_and_only_into_its_columns(text: str, register: Register) -> None:
    found = heard(text, register)
    names = {column.name for column in register.columns}
    assert set(found.values) <= names
    assert {problem.column for problem in found.problems} <= names
    for column in register.columns:
        value = found.values.get(column.name)
        if column.kind == "date" and isinstance(value, str):
            assert column.coming or date.fromisoformat(value) <= TODAY
        if column.kind == "choice" and value is not None:
            assert value in {choice.name for choice in column.choices}


@given(
    st.integers(0, 900).map(lambda n: TODAY - timedelta(days=n)),
    st.sampled_from(("嘉定报", "上海法治报", "官网")),
    st.sampled_from(LEVELS),
    st.sampled_from(("法官进校园", "三八节女法官普法", "《国庆节里的法官》", "走进10个社区")),
)
def test_what_was_said_column_by_column_is_understood_in_one_line(
    day: date, medium: str, level: Choice, title: str
) -> None:
    wanted = {"日期": day.isoformat(), "媒体": medium, "级别": level.name, "标题": title}
    for word in (level.name, *level.aliases):
        assert heard(f"{day.isoformat()} {medium} {word} {title}").values == wanted
    labelled = heard(f"标题：{title}；级别：{level.name}；媒体：{medium}；日期：{day.year}年{day.month}月{day.day}日")
    assert labelled.values == wanted


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_counts_are_kept_as_they_were_said(one: int, two: int) -> None:
    found = heard(f"11月3日 收到{one}件 办结 {two} 件", COUNTS)
    assert (found.values["收到"], found.values["办结"], found.left) == (str(one), str(two), "")
