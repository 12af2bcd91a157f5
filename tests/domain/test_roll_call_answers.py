import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.numbers import NUMBER, plain, value_of
from domain.roll_call import FIELDS, Field, RollCall, Round, check, read

HEADCOUNT = 45


@pytest.mark.parametrize(
    ("text", "should", "filed", "records"),
    [
        ("45 45 2", 45, 45, 2),
        ("45、45、0", 45, 45, 0),
        ("45,43,2", 45, 43, 2),
        ("４５　４５　２", 45, 45, 2),
        ("４５，４５，２", 45, 45, 2),
        ("45\n45\n2", 45, 45, 2),
        ("45 45 两条", 45, 45, 2),
        ("应填45人，已填45人，记录2条", 45, 45, 2),
        ("应填 45 人，已填 45 人，记录 2 条", 45, 45, 2),
        ("应填45人已填44人记录0条", 45, 44, 0),
        ("应填：45；实填：43；记录：1", 45, 43, 1),
        ("应填人数45，实际填报人数44，记录条数2", 45, 44, 2),
        ("应填报45人，已填报45人，记录事项2条", 45, 45, 2),
        ("记录2条，已填43人，应填45人", 45, 43, 2),
        ("45人应填，43人已填，1条记录", 45, 43, 1),
        ("共45人，填报44人，其中记录2条", 45, 44, 2),
        ("四十五人中四十五人填报，记录两条", 45, 45, 2),
        ("四十五人中四十三人填报，记录零条", 45, 43, 0),
        ("应填一百二，已填一百零二，记录十条", 120, 102, 10),
        ("45人填报2条", 45, 45, 2),
        ("45人，全部填报，零报告", 45, 45, 0),
        ("46人，全部填报，零报告", 46, 46, 0),
        ("46人都填了，没有记录", 46, 46, 0),
        ("全部46人已填报，无", 46, 46, 0),
        ("46人全部填报，记录2条", 46, 46, 2),
        ("46人，零报告", 46, 46, 0),
        ("应填45 实填45 无", 45, 45, 0),
        ("应填45人，已填43人，零报告", 45, 43, 0),
        ("本月应填45人，实填45人，本月无记录。", 45, 45, 0),
        ("您好，我庭应填45人，已填45人，没有记录，谢谢", 45, 45, 0),
        ("民事审判庭：应填45人，已填45人，记录0条", 45, 45, 0),
        ("11月份应填45人，已填45人，记录2条", 45, 45, 2),
        ("2026年11月三个规定应填45人，已填45人，记录2条", 45, 45, 2),
        ("截至12月3日，应填45人，实填45人，零记录", 45, 45, 0),
        ("上个月45人，这个月46人，都填了，无记录", 46, 46, 0),
        ("应填人数由45人变为46人", 46, None, None),
        ("更正：应填46人，已填46人，记录0条", 46, 46, 0),
        ("刚才写错了，记录应为2条", None, None, 2),
        ("应填、已填、记录分别为45、43、1", 45, 43, 1),
        ("应填、已填均为45人，记录0条", 45, 45, 0),
        ("应填人数：45，实填人数：45，记录数：2", 45, 45, 2),
        ("45人已经全部在平台填报，无记录事项", 45, 45, 0),
        ("我们庭45人，都报了，没有情况", 45, 45, 0),
        ("填了43个，应该填45个，记录1条", 45, 43, 1),
        ("一、应填45人；二、已填45人；三、记录2条", 45, 45, 2),
        ("45名干警已全部填报，零报告", 45, 45, 0),
        ("一百零五 一百零三 0", 105, 103, 0),
        ("共45人，已填报44人，其中1条", 45, 44, 1),
        # what is left open is the number on record
        ("已报，零报告", 45, 45, 0),
        ("零报告", 45, 45, 0),
        ("0报告", 45, 45, 0),
        ("立案庭全部填报，零报告", 45, 45, 0),
        ("都填了，无记录", 45, 45, 0),
        ("已填43，有1条记录", 45, 43, 1),
        # what is not said is asked next
        ("应该45人，实际我们只填了43人", 45, 43, None),
        ("人数变成46了", 46, None, None),
        ("没有记录", None, None, 0),
        ("无", None, None, 0),
        ("应填45人", 45, None, None),
        ("2条", None, None, 2),
        # signs, slips and courtesies
        ("①应填45人 ②已填45人 ③记录2条", 45, 45, 2),
        ("应填肆拾伍人，已填肆拾伍人，零报告", 45, 45, 0),
        ("45个都填完了😊没情况", 45, 45, 0),
        ("应填45，以填45，记录0", 45, 45, 0),
        ("应添45人实添45人，木有记录", 45, 45, 0),
        ("三个规顶，应填45，己填45，无", 45, 45, 0),
        ("您好，民庭应填45人，全部填报，记录1条。", 45, 45, 1),
        ("领导辛苦了，45人齐了，2条", 45, 45, 2),
        ("45人45填0记录，over", 45, 45, 0),
        ("应填45人，已填45人，零报告哈，请审核", 45, 45, 0),
        ("庭里45个人都报了 没记录", 45, 45, 0),
        # other ways to say that all have filed, and that there is nothing
        ("10月“三个规定”月报告：应填45人，已填45人，无过问干预情况。", 45, 45, 0),
        ("本月45人均已在平台填报，均无记录", 45, 45, 0),
        ("45人 100%填报 0条", 45, 45, 0),
        ("45人，填报率100%，无记录", 45, 45, 0),
        ("45人一个不落都填了，零报告", 45, 45, 0),
        ("全体干警45人已全部填报，零报告", 45, 45, 0),
        ("应填45人已填45人无人记录", 45, 45, 0),
        ("45人全报了，过问0条", 45, 45, 0),
        # figures side by side
        ("应填\t已填\t记录\n45\t45\t2", 45, 45, 2),
        ("45/45，0条", 45, 45, 0),
        ("43/45", 45, 43, None),
        ("45/43", 45, 43, None),
        ("45人中43人，2条", 45, 43, 2),
        # what is said beside the figures and agrees with them
        ("应填45人，已填43人，2人未填", 45, 43, None),
        ("应填45人，已填44人，1人外出培训未填，记录0条", 45, 44, 0),
        ("应填45人，已填42人，3人请假，无记录", 45, 42, 0),
        ("应填45人，请假2人，已填43人，无记录", 45, 43, 0),
        ("应填45，已填43，还差俩", 45, 43, None),
        ("应填46人（新进1人），已填46人，无记录", 46, 46, 0),
        ("44人都填了（1人退休），零报告", 44, 44, 0),
        ("人数没变，都填了，零报告", 45, 45, 0),
        ("廿三个法官廿二个助理书记员，共四十五人，全填，零报告", 45, 45, 0),
        # far from the number on record, and said to be so
        ("应填450人，已填450人，零报告，确实", 450, 450, 0),
        ("45/45/2", 45, 45, 2),
        ("没有未填的", 45, 45, None),
        ("没有人没填", 45, 45, None),
        ("应填45人，除2人外都填了", 45, 43, None),
        ("45人除1人病假外都填了，0条", 45, 44, 0),
        ("应填46人（上月45人），已填45", 46, 45, None),
        ("45人填报43人2条", 45, 43, 2),
    ],
)
def test_an_answer_is_understood(text: str, should: int | None, filed: int | None, records: int | None) -> None:
    assert read(text, None, HEADCOUNT) == RollCall(should, filed, records)


@pytest.mark.parametrize(
    "text",
    [
        "约45人", "大概45 45 2", "45人左右，全部填报，零报告", "四十多人", "近50人填报", "几条", "应填45人，已填一半",
        "应该都填了", "应该45人都填了，零报告", "应该四十五人都填了", "应该是45人填了", "至少45人", "十几条记录",
    ],
)  # fmt: skip
def test_an_approximate_answer_is_asked_back_as_such(text: str) -> None:
    assert read(text, None, HEADCOUNT) == "about"
    assert read(text, "filed", HEADCOUNT) == "about"


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "45", "44/44", "11/18", "45 45", "52.3%", "百分之五十", "-3", "45 45 -2",
        "45 45 2 7", "4.5 45 2",
        "不是零报告", "并非零报告", "零报告？", "零报告吗", "应填45人，已填多少？",
        "没有", "没", "未填", "还没报", "明天报", "好的", "收到", "谢谢",
        "应填45人，已填45人，记录2条，零报告", "应填45人，应填46人", "应填45人，已填43人，全部填报",
        "应填45人，已填43人，2人没有报2条", "还差2人", "增加2人", "比上月多1人",
        "10月46人，11月45人，2条", "立案庭45人，执行局43人，2条",
        "11月", "12月3日", "2026年11月", "第3季度", "9:30", "11-18",
        "45人都填了2条", "每人2条", "记录2条，均已上报", "应填已填45人", "2人记录", "记录人数2",
        "应填45人，借调中院2人，记录0条", "应填45人，派驻法庭1人，记录0条", "45人（其中法官20人），零报告",
        "共45人，其中干警30人，记录0条", "45人，法官20人，记录0条", "43人无记录，2人有", "2人填了，43人零报告",
        "其中43人零报告", "今天填了5人，记录0条", "四十 五人 0条", "45²", ".45", "½", "②条", "应填④⑤人",
        "有变化2人", "有变，2人", "零报告43人，应填45人",
        "应填2条", "三四人", "45人，2条", "应填45人，目标50人，已填43人", "张三打招呼过问案件1次", "🙂", "45+45+2",
    ],
)  # fmt: skip
def test_what_is_not_certain_is_asked_back(text: str) -> None:
    assert isinstance(read(text, None, HEADCOUNT), str)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("应填450人，已填450人，零报告", "jump"), ("4500 4500 0", "jump"), ("应填4人，已填4人，零报告", "jump"),
        ("应填１，２００人，已填1,198人，记录0条", "jump"), ("应填45人，已填45人，记录450条", "jump"),
        ("0 45 45", "jump"),
        ("应填45人，已填43人，3人未填", "does-not-add-up"), ("应填45人，已填45人，3人请假", "does-not-add-up"),
        ("零报告，还差2人", "does-not-add-up"), ("都填了，2人没填", "does-not-add-up"),
        ("人数没变，46人都填了，零报告", "does-not-add-up"), ("应填45人，新进1人", "does-not-add-up"),
        ("新进1人，都填了，零报告", "does-not-add-up"),
        ("23个法官20个书记员，共45人，全填，零报告", "does-not-add-up"),
        ("还差2个", "not-understood"), ("没填的2人", "not-understood"), ("跟上月一样", "not-understood"),
        ("调走1人，其他照旧", "not-understood"), ("基本都填了，零报告", "not-understood"),
        ("没有全部完成", "not-understood"),
    ],
)  # fmt: skip
def test_figures_that_disagree_with_the_record_or_with_each_other_are_asked_back(text: str, problem: str) -> None:
    assert read(text, None, HEADCOUNT) == problem


@pytest.mark.parametrize(
    ("asked", "text", "answer"),
    [
        ("should", "46", RollCall(should=46)),
        ("should", "人数变成46了", RollCall(should=46)),
        ("should", "现在是四十六人", RollCall(should=46)),
        ("should", "45 44 2", RollCall(45, 44, 2)),
        ("filed", "43", RollCall(filed=43)),
        ("filed", "四十三个人", RollCall(filed=43)),
        ("filed", "都填了", RollCall(45, 45)),
        ("records", "2", RollCall(records=2)),
        ("records", "两条", RollCall(records=2)),
        ("records", "0", RollCall(records=0)),
        ("records", "没有", RollCall(records=0)),
        ("records", "无", RollCall(records=0)),
        ("records", "零报告", RollCall(records=0)),  # says nothing new of who filed
        ("records", "两个", RollCall(records=2)),
        ("should", "应填46人，新进1人", RollCall(should=46)),
        ("should", "人数没变，45人", RollCall(should=45)),
        ("should", "跟上月一样", RollCall(should=45)),
        ("should", "咱们庭现在是四十四位", RollCall(should=44)),
        ("should", "上月45，这月46", RollCall(should=46)),
        ("should", "编制48人，在册应填45人", RollCall(should=45)),
        ("should", "45人，名单见附件", RollCall(should=45)),
        ("filed", "43人，2人出差", RollCall(filed=43)),
        ("filed", "已填报43人，未填2人", RollCall(filed=43)),
        ("filed", "45人中43人", RollCall(45, 43)),
        ("filed", "四十三个填好了", RollCall(filed=43)),
        ("filed", "填了43个😅", RollCall(filed=43)),
        ("filed", "已经43人了", RollCall(filed=43)),
        ("records", "记录三条，均已在平台登记", RollCall(records=3)),
        ("records", "均无，大家都清清爽爽👌", RollCall(records=0)),
        ("records", "零，大家都没碰上", RollCall(records=0)),
        ("records", "一条 亲友打听案件进度", RollCall(records=1)),
        ("records", "暂无", RollCall(records=0)),
    ],
)
def test_one_figure_answers_the_one_question(asked: Field, text: str, answer: RollCall) -> None:
    assert read(text, asked, HEADCOUNT) == answer


@pytest.mark.parametrize("asked", FIELDS)
@pytest.mark.parametrize(
    "text", ["四五", "-3", "44/44", "45 45", "52.3%", "不是45", "45？", "11月", "4.5", "45人或46人"]
)
def test_a_question_makes_nothing_certain_that_is_not(asked: Field, text: str) -> None:
    assert isinstance(read(text, asked, HEADCOUNT), str)


@pytest.mark.parametrize(
    ("asked", "text", "problem"),
    [
        ("should", "450", "jump"),
        ("should", "46人，和上月一样", "does-not-add-up"),
        ("should", "45人，还有2人待定", "not-understood"),
        ("filed", "46", "filed-more-than-should"),
        ("filed", "40人，4人请假", "does-not-add-up"),
        ("filed", "43人，其余明天填", "not-understood"),
        ("records", "45/45", "not-understood"),
        ("records", "45人中2人", "not-understood"),
        ("records", "2条，没核实", "not-understood"),
    ],
)
def test_what_stands_beside_the_one_figure_may_take_it_back(asked: Field, text: str, problem: str) -> None:
    assert read(text, asked, HEADCOUNT) == problem


@pytest.mark.parametrize("asked", ["should", "filed"])
@pytest.mark.parametrize("text", ["无", "没有", "有变化2人", "有变，2人", "增加2人"])
def test_asked_for_people_a_word_of_nothing_is_no_number(asked: Field, text: str) -> None:
    assert isinstance(read(text, asked, HEADCOUNT), str)


CIVIL = Round(11, frozenset({"民事审判庭", "民庭"}))


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("10月应填45人，已填45人，记录2条", "other-month"),
        ("9月份零报告", "other-month"),
        ("十月份零报告", "other-month"),
        ("11月零报告", RollCall(45, 45, 0)),
        ("十一月份应填45人，已填45人，记录0条", RollCall(45, 45, 0)),
        ("执行局应填45人，已填45人，记录0条", "other-unit"),
        ("速裁组42人，3人，0条", "other-unit"),
        ("隔壁民庭45人", "other-unit"),
        ("本院应填450人，已填450人，记录0条", "other-unit"),
        ("民庭应填45人，已填45人，记录0条", RollCall(45, 45, 0)),
        ("民事审判庭：45 45 0", RollCall(45, 45, 0)),
        ("我庭应填45人，已填45人，记录0条", RollCall(45, 45, 0)),
        ("立案庭和执行局共45人，都填了，零报告", "not-understood"),
    ],
)
def test_another_month_and_another_department_are_asked_back(text: str, answer: RollCall | str) -> None:
    assert read(text, None, HEADCOUNT, CIVIL) == answer


def test_people_are_no_answer_to_how_many_records() -> None:
    assert read("2人", "records", HEADCOUNT) == "not-understood"


def test_a_zero_report_fills_in_what_is_not_said_from_the_number_on_record_first() -> None:
    assert read("已填45人，零报告", None, 46) == RollCall(46, 45, 0)


def test_without_a_headcount_nobody_is_counted() -> None:
    assert read("零报告", None, None) == RollCall(records=0)
    assert read("都填了", None, None) == "headcount-missing"
    assert read("已填43，有1条记录", None, None) == RollCall(None, 43, 1)


def test_the_first_figure_missing_is_the_one_to_ask_for() -> None:
    assert RollCall().missing == "should"
    assert RollCall(45).missing == "filed"
    assert RollCall(45, 45).missing == "records"
    assert RollCall(0, 0, 0).missing is None


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        (RollCall(45, 45, 2), None),
        (RollCall(45, 46, 2), "filed-more-than-should"),
        (RollCall(2000, 2000, 0), None),
        (RollCall(2001, 2001, 0), "too-many"),
        (RollCall(None, 46, 0), None),
        (RollCall(0, 0, 0), None),
        (RollCall(0, 1, 0), "filed-more-than-should"),
    ],
)
def test_what_cannot_be_is_asked_back(answer: RollCall, problem: str | None) -> None:
    assert check(answer, 2000) == problem


COUNTS = st.integers(0, 9999)
PRINTED = (
    "应填 {} 人，已填 {} 人，记录 {} 条",
    "请核对：应填 {} 人，已填 {} 人，记录 {} 条。",
    "应填{}人，已填{}人，记录{}条",
    "{} {} {}",
    "{:,}人，{:,}人，{:,}条",
)


FEW_RECORDS = st.integers(0, 10)  # more are asked back, where they are many for so few people


@given(COUNTS, COUNTS, FEW_RECORDS, st.sampled_from(PRINTED), st.sampled_from([None, *FIELDS]), st.none() | COUNTS)
def test_what_is_printed_is_read_back_as_the_same_figures(
    should: int, filed: int, records: int, printed: str, asked: Field | None, headcount: int | None
) -> None:
    answer = read(printed.format(should, filed, records), asked, headcount)
    assert answer == RollCall(should, filed, records) or (answer == "jump" and is_far(should, headcount))


@given(COUNTS, COUNTS)
def test_the_printed_zero_report_is_read_back(should: int, headcount: int) -> None:
    answer = read(f"请确认：应填 {should} 人，均已在平台填报，无记录事项。", None, headcount)
    assert answer == RollCall(should, should, 0) or (answer == "jump" and is_far(should, headcount))


def is_far(should: int, headcount: int | None) -> bool:
    return headcount is not None and abs(should - headcount) > max(should, headcount) / 2


PIECES = st.sampled_from(
    ["45", "2", "0", "零", "一", "两", "四十五", "人", "条", "应填", "已填", "实填", "记录", "没有", "无", "不", "未",
     "全部", "都", "零报告", "，", "。", "约", "、", "/", "%", "-", ".", "的", "了", "中", "填了", "人数", " ", "\n"]
)  # fmt: skip
ANYTHING = st.text() | st.lists(PIECES, max_size=14).map("".join)


@given(ANYTHING, st.sampled_from([None, *FIELDS]), st.none() | COUNTS)
def test_no_text_is_too_odd_to_be_read(text: str, asked: Field | None, headcount: int | None) -> None:
    answer = read(text, asked, headcount)
    assert isinstance(answer, str) or answer != RollCall()


@given(ANYTHING, st.sampled_from([None, *FIELDS]))
def test_every_figure_of_an_answer_was_in_the_text_or_is_the_number_on_record(text: str, asked: Field | None) -> None:
    answer = read(text, asked, 77)
    if isinstance(answer, RollCall):
        said = {value_of(match.group()) for match in NUMBER.finditer(plain(text))}
        assert {answer.should, answer.filed, answer.records} <= said | {None, 0, 77}


@given(ANYTHING)
def test_a_question_is_never_an_answer(text: str) -> None:
    assert read(text + "？", None, HEADCOUNT) == "not-understood"
