import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.numbers import plain
from domain.roll_call import RollCall, read
from domain.roll_call.guarded import NO_FIGURE, WORD
from domain.roll_call.names import counted, hints, tells
from tests import ordinary

ALL = "应填45人，已填45人，记录1条"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (f"{ALL}，系某局局长张三过问李四案", ALL),
        ("民事庭应填45人已填45人记录1条系某局局长张三过问李四案", "应填45人已填45人记录1条"),
        ("应填45人，已填45人，记录1条（院长李某某打招呼）", ALL),
        ("应填45人，已填45人，记录2条：张三1条，李四1条", "应填45人，已填45人，记录2条，1条，1条"),
        ("应填45人，已填45人，记录2条：王五、赵六", "应填45人，已填45人，记录2条"),
        ("45 45 1 张某打听案情", "45 45 1"),
        ("45，45，1，张三", "45，45，1"),
        ("45 45 1\n王某某请托", "45 45 1"),
        ("王五一案有人说情，记录1条，45人全部填报", "记录1条，45人全部填报"),
        ("45人都填了，有1条是陈局长问案子的", "45人都填了，有1条"),
        ("45人全部填报，记录1条，某区副区长孙某某通过电话干预案件", "45人全部填报，记录1条"),
        (f"{ALL}，李××打过招呼", ALL),
        (f"{ALL}，是刘主任来说情的", ALL),
        (f"{ALL}，当事人亲属托人关照", ALL),
        (f"{ALL}，没有张三过问", ALL),
        (f"{ALL}，Zhang San asked about it", ALL),
        ("某局局长张三过问李四案", ""),
        ("张三打招呼过问案件1次", ""),
        ("2026年11月3日张三打电话过问3次", ""),
        ("领导打听王某案情", ""),
        ("律师赵某宴请", ""),
    ],
)
def test_of_an_answer_that_tells_of_somebody_what_counts_is_left(text: str, left: str) -> None:
    assert tells(text)
    assert counted(text) == left


@pytest.mark.parametrize(
    "text",
    [
        ALL,
        "11月防止干预司法“三个规定”填报情况：应填45人，已填45人，记录0条",
        "没有过问案件的情况",
        "无干预、过问情况，45人全部填报，零报告",
        "零报告，未发现干预司法、过问案件的情况",
        "差不多都填了吧",
        "52人的都填过了吗",
        "大概四十来个",
        "您好，我庭应填45人，已填45人，没有记录，谢谢",
        "一、应填45人；二、已填45人；三、记录2条",
        "民事审判庭：应填45人，已填45人，记录0条",
        "刚才写错了，记录应为2条",
        "周一前报送，高度重视，金融庭庭长已核对",
        "应填45人，借调中院2人，记录0条",
        "人数有变，新进2人，施行后再报",
        "任务已完成，全部填报",
    ],
)
def test_an_answer_that_tells_of_nobody_stays_as_it_was_written(text: str) -> None:
    assert counted(text) == text


def test_the_answer_is_read_all_the_same() -> None:
    assert read(counted(f"{ALL}，系某局局长张三过问李四案"), None, 45) == RollCall(45, 45, 1)
    assert read(counted("45 45 1 张某打听案情"), None, None) == RollCall(45, 45, 1)
    assert read(counted("记录1条，某局长过问"), None, 45) == RollCall(records=1)


def test_only_a_text_that_tells_of_a_case_is_meant_for_the_round_alone() -> None:
    assert hints("某局局长张三过问李四案")
    assert not hints("3月18日 院长李某主持学习")
    assert not hints("防止干预司法“三个规定”月报告")


def test_ordinary_answers_tell_of_nobody() -> None:
    rounds = [text for text in ordinary.replies(seed=7, n=8_000) if "应填" in text or "零报告" in text]
    assert len(rounds) > 400
    assert [text for text in rounds if counted(text) != text] == []


SURNAMES = st.sampled_from("赵孙李吴郑王冯陈蒋沈韩杨朱张刘")
GIVEN = st.sampled_from(["三", "四", "某", "某某", "建国", "小明", "×", "伟", "一"])
POSTS = st.sampled_from(["", "局长", "副院长", "某局局长", "律师", "同学"])
ACTS = st.sampled_from(["过问", "打听", "打招呼", "说情", "干预", "请托", "打听案情", "过问李四案"])
COUNTS = st.sampled_from([ALL, "45 45 1", "45人全部填报，记录1条", "应填：45；实填：43；记录：1", "零报告", ""])
LINKS = st.sampled_from(["，", "，系", "\n", "（", "。", " ", "：", "，由"])


@given(COUNTS, LINKS, POSTS, SURNAMES, GIVEN, ACTS, st.booleans())
def test_no_name_is_left_whoever_asked_about_what(
    counts: str, link: str, post: str, surname: str, given_name: str, act: str, first: bool
) -> None:
    story = f"{post}{surname}{given_name}{act}"
    left = counted(f"{story}，{counts}" if first else f"{counts}{link}{story}")
    assert not any(part in left for part in (surname, act, post or act))
    assert given_name in "三四一" or given_name not in left
    assert not tells(left)


@given(st.text(alphabet="应填已45人，记录1条张三李某局长过问案 系。、（\n零报告全部", max_size=40))
def test_what_is_left_of_a_story_is_made_of_the_words_of_an_answer(text: str) -> None:
    left = counted(text)
    if left != text:
        place, known = 0, plain(left)
        while place < len(known):
            match = NO_FIGURE.match(known, place) or WORD.match(known, place)
            assert match or known[place] == " ", known
            place = match.end() if match else place + 1
