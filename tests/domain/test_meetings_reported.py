from datetime import date
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.cadences import parse_period
from domain.meeting import TOPIC_AT_MOST, Meeting, read
from domain.meeting_plan import read_plan

TODAY = date(2026, 11, 24)  # a Tuesday
SECOND_HALF = parse_period("2026-H2")
THE_18TH, YESTERDAY = date(2026, 11, 18), date(2026, 11, 23)
Asked = Literal["day", "topic"] | None


@pytest.mark.parametrize(
    ("text", "day", "topic"),
    [
        ("11月18日 学习贯彻…精神", THE_18TH, "学习贯彻…精神"),
        ("会议上周三开的，纪要见附件", THE_18TH, None),
        ("昨天下午，议题：意识形态工作责任制", YESTERDAY, "意识形态工作责任制"),
        (
            "十一月十八日召开意识形态工作会议，研究三季度形势",
            THE_18TH,
            "研究三季度形势",
        ),
        ("学习贯彻全会精神，于11月18日召开", THE_18TH, "学习贯彻全会精神"),
        ("会议时间：11月18日；会议议题：意识形态形势分析。", THE_18TH, "意识形态形势分析"),
        ("会议议题是形势分析，11月18日召开", THE_18TH, "形势分析"),
        ("11月18日（周三）下午3点，《条例》学习会", THE_18TH, "《条例》学习会"),
        ("11月18日，《意识形态工作责任制实施办法》", THE_18TH, "意识形态工作责任制实施办法"),
        ("昨天（11月23日）召开，研判舆情", YESTERDAY, "研判舆情"),
        ("我们18号开的会", THE_18TH, None),
        ("是18号", THE_18TH, None),
        ("11月18日。", THE_18TH, None),
        ("18号，见附件", THE_18TH, None),
        ("2026.11.18", THE_18TH, None),
        ("今天", TODAY, None),
        ("7月1日", date(2026, 7, 1), None),
        # the writer's own characters
        ("１１月１８日，学习“精神”，强化（责任）；落实１６号文", THE_18TH, "学习“精神”，强化（责任）；落实１６号文"),
        ("11月18日,学习AI应用,B", THE_18TH, "学习AI应用"),
        # words that look like a frame and are none
        ("11月18日 主题教育推进会", THE_18TH, "主题教育推进会"),
        ("11月18日，会议精神传达", THE_18TH, "会议精神传达"),
        ("11月18日 是非观教育", THE_18TH, "是非观教育"),
        ("11月18日 内容安全", THE_18TH, "内容安全"),
        ("11月18日开展意识形态学习", THE_18TH, None),
        ("11月18日 在线学习", THE_18TH, "在线学习"),
        ("11月18日，研究未开庭案件", THE_18TH, "研究未开庭案件"),
        # another day that is none of the meeting
        ("学习贯彻10月23日全会精神，于11月18日召开", THE_18TH, "学习贯彻10月23日全会精神"),
        ("11月18日 学习贯彻10月23日全会精神", THE_18TH, "学习贯彻10月23日全会精神"),
        ("3号会议室，11月18日", THE_18TH, None),
        ("议题是传达11月5日会议精神，时间11月18日", THE_18TH, "传达11月5日会议精神"),
        ("更正：11月18日", THE_18TH, None),
        ("三天前召开，研究年底考核", date(2026, 11, 21), "研究年底考核"),
        ("20261118 学习", THE_18TH, None),
        ("国庆节 学习讲话", date(2026, 10, 1), "学习讲话"),
        ("11月18日 学习贯彻可能风险研判", THE_18TH, "学习贯彻可能风险研判"),
        ("11月18日 研究左右两翼布局", THE_18TH, "研究左右两翼布局"),
        # words on both sides: what says what it was about; all of it, where both do
        ("意识形态会议11月18日召开，研究形势", THE_18TH, "研究形势"),
        ("研究舆情应对，11月18日，学习《条例》", THE_18TH, "研究舆情应对，11月18日，学习《条例》"),
    ],
)
def test_a_report_is_understood_and_its_topic_is_left_as_typed(text: str, day: date, topic: str | None) -> None:
    assert read(text, None, TODAY, SECOND_HALF) == Meeting(day, topic)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("2月30日", "no-such-day"), ("11月31日 学习", "no-such-day"), ("11月18日（周四）召开", "no-such-day"),
        ("12月3日", "not-yet"), ("明天 学习", "not-yet"), ("本周五", "not-yet"), ("11月25日", "not-yet"),
        ("6月30日", "other-period"), ("3月5日，学习", "other-period"), ("去年11月18日", "other-period"),
        ("还没开", "not-understood"), ("尚未召开", "not-understood"), ("11月18日没开", "not-understood"),
        ("11月18日会议取消了", "not-understood"), ("11月18日的会推迟到下周", "not-understood"),
        ("计划11月18日开", "not-understood"), ("拟于11月18日召开", "not-understood"),
        ("不是11月18日", "not-understood"), ("11月18日？", "not-understood"), ("11月18日吗", "not-understood"),
        ("11月18日、11月20日各开一次", "not-understood"), ("11月18-19日 学习", "not-understood"),
        ("开了", "not-understood"), ("学习贯彻精神", "not-understood"), ("", "not-understood"),
        ("11月18日不对，是11月20日", "not-understood"), ("11月18日改为11月20日", "not-understood"),
        ("11月18日，不，11月20日", "not-understood"), ("11月5日，另一次11月18日", "not-understood"),
        ("11月5日学习精神，11月18日研判舆情", "not-understood"), ("11月18日/19日", "not-understood"),
        ("11月18日流会", "not-understood"), ("11月18日拟召开", "not-understood"), ("今天晚上要开", "not-understood"),
        ("今天下午3点将召开", "not-understood"), ("应该是11月18日开的", "not-understood"),
        ("好像是11月18日", "not-understood"),
        ("11月18日应该开了", "not-understood"), ("11月18日左右", "not-understood"), ("11月18日前后", "not-understood"),
        ("约11月18日", "not-understood"), ("学习10月1日讲话", "not-understood"),
        ("传达10月25日区委会议精神", "not-understood"), ("大上周三", "not-understood"),
        ("会议室18号", "not-understood"),
        ("嘉法发18号", "not-understood"),
        ("嘉法发〔2022〕16号", "not-understood"), ("增长2.5个百分点", "not-understood"),
        ("上月底 学习", "about-day"), ("上周末开的", "about-day"), ("10月下旬，学习贯彻精神", "about-day"),
        ("国庆前召开，研究值班", "about-day"), ("学习贯彻年底考核精神", "not-understood"), ("上月底没开",
        "not-understood"),
        ("庆祝国庆，研究值班", "not-understood"), ("上周开的", "not-understood"),
    ],
)  # fmt: skip
def test_what_is_no_report_of_a_meeting_held_is_asked_back(text: str, problem: str) -> None:
    assert read(text, None, TODAY, SECOND_HALF) == problem
    assert read(text, "day", TODAY, SECOND_HALF) == problem


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("意识形态形势分析", Meeting(topic="意识形态形势分析")),
        ("议题：形势分析，部署工作。", Meeting(topic="形势分析，部署工作")),
        ("学习11月18日讲话精神", Meeting(topic="学习11月18日讲话精神")),
        ("年底考核工作，议题：任务分解", Meeting(topic="年底考核工作，议题：任务分解")),
        ("计划年底完成的案件清理", Meeting(topic="计划年底完成的案件清理")),
        ("上月底", "about-day"),
        ("学习2月30日的文件", Meeting(topic="学习2月30日的文件")),
        ("11月18日讲话精神学习", Meeting(topic="11月18日讲话精神学习")),
        ("《条例》和《办法》", Meeting(topic="《条例》和《办法》")),
        ("11月18日", Meeting(day=THE_18TH)),
        ("18号开的", Meeting(day=THE_18TH)),
        ("11月18日召开，议题：形势分析", Meeting(THE_18TH, "形势分析")),
        ("12月3日", "not-yet"),
        ("不是11月18日", "not-understood"),
        ("没开", "not-understood"),
        ("什么议题？", "not-understood"),
        ("。", "not-understood"),
        ("见附件", "not-understood"),
        *(
            (text, "not-understood")
            for text in (
                "没有",
                "好的",
                "收到",
                "零报告",
                "还没开",
                "会没开成",
                "不知道",
                "稍后发",
                "同上次",
                "45 45 0",
                "应填45人，已填45人，记录0条",
                "会议推迟了",
                "等会议纪要出来再说",
            )
        ),
    ],
)
def test_asked_for_the_topic_a_day_within_it_is_part_of_it(text: str, answer: Meeting | str) -> None:
    assert read(text, "topic", TODAY, SECOND_HALF) == answer


@pytest.mark.parametrize(
    ("text", "day", "topic"),
    [
        # words of courtesy, of the papers, and the name of all these meetings are no topic
        ("11月18日，谢谢", THE_18TH, None),
        ("11月18日，请查收", THE_18TH, None),
        ("11月18号，纪要还在改", THE_18TH, None),
        ("11月18日，纪要和照片稍后补", THE_18TH, None),
        ("十一月十八日已召开意识形态工作会议", THE_18TH, None),
        ("前天开完啦😄", date(2026, 11, 22), None),
        ("会议日期应为11月18日，更正", THE_18TH, None),
        # a day said twice, and one that was struck out
        ("2026年11月18号，星期三", THE_18TH, None),
        ("11月18日，星期三，研判舆情", THE_18TH, "研判舆情"),
        ("原定11月11日，后改到11月18日召开", THE_18TH, None),
        ("原定11月11日，因台风推迟到11月18日，研判舆情", THE_18TH, "研判舆情"),
        # the topic is not cut where what makes a plan is a part of its words
        ("11月18日集中学习传达重要讲话", THE_18TH, "集中学习传达重要讲话"),
        ("11月18日开展意识形态模拟演练", THE_18TH, "开展意识形态模拟演练"),
        ("11月18日，议题是网络舆情风险研判😊", THE_18TH, "网络舆情风险研判"),
        ("11月18日，题目为“守好阵地”", THE_18TH, "守好阵地"),
    ],
)
def test_what_is_said_around_a_day_and_a_topic_is_neither(text: str, day: date, topic: str | None) -> None:
    assert read(text, None, TODAY, SECOND_HALF) == Meeting(day, topic)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("11月18日还是19日，我翻翻", "not-understood"), ("11月18日或者11月20日", "not-understood"),
        ("11月18日，记不清了", "not-understood"), ("11月18日，待核实", "not-understood"),
        ("11月18日的党组会带了这个议题，算不算", "not-understood"), ("11月18日的会开了没", "not-understood"),
        ("11月18日报", "not-understood"), ("11月18日下午再补", "not-understood"),
        ("11月16日报送、11月18日发布", "not-understood"), ("会议申请延到11月18日", "not-understood"),
        ("11月18日，星期四", "no-such-day"), ("原定11月11日，推迟到12月2日", "not-yet"),
        ("11月11日改到11月18日", "not-understood"),
    ],
)  # fmt: skip
def test_two_days_and_a_day_of_something_else_are_asked_back(text: str, problem: str) -> None:
    assert read(text, None, TODAY, SECOND_HALF) == problem


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("议题写错了，应为新媒体账号管理", "新媒体账号管理"),
        ("就是讲网络舆情怎么处置", "网络舆情怎么处置"),
        ("主要议题新媒体账号清理哈", "新媒体账号清理"),
        ("说的是庭审直播的舆情防范", "庭审直播的舆情防范"),
        ("会议主题是“守好网上舆论阵地”", "守好网上舆论阵地"),
        ("议题是嘉法〔2026〕12号文件的传达落实", "嘉法〔2026〕12号文件的传达落实"),
        ("申请执行人权益保护", "申请执行人权益保护"),
        ("延期审理规范", "延期审理规范"),
        ("周报制度", "周报制度"),
        ("撤销案件办理规定", "撤销案件办理规定"),
    ],
)
def test_asked_for_the_topic_its_words_alone_are_taken(text: str, topic: str) -> None:
    assert read(text, "topic", TODAY, SECOND_HALF) == Meeting(topic=topic)


@pytest.mark.parametrize(
    "text",
    [
        "很多议题", "老样子", "议题写一个还是都写？", "议题要不要写", "投影仪修好没", "好的，一会儿发", "辛苦领导了",
        "谢谢提醒", "纪要还在改", "明天下午报", "正在筹备", "弄好了弄好了", "议题先撤回", "议题待定", "延到12月18日",
        "不归我们管", "照片已上传",
    ],
)  # fmt: skip
def test_asked_for_the_topic_what_is_none_is_asked_back(text: str) -> None:
    assert isinstance(read(text, "topic", TODAY, SECOND_HALF), str)


def test_a_topic_is_kept_on_one_line_and_at_a_length_that_can_be_shown() -> None:
    long = read("11月18日 学习\n贯彻" + "深" * 500, None, TODAY, SECOND_HALF)
    assert isinstance(long, Meeting)
    assert long.topic is not None
    assert long.topic.startswith("学习 贯彻深")
    assert len(long.topic) == TOPIC_AT_MOST


@pytest.mark.parametrize(
    "words", ["开的", "召开了", "会议的", "已经", "见附件", "，", "11月18日", "5号", "上月底", "下.", "8"]
)
def test_a_text_of_any_length_is_read_in_few_steps(words: str) -> None:
    """Two ways for each of these words would be more steps than there is time for."""
    text = (words * 4096)[:4090]
    for form in (text, f"{text}X11月18日", f"11月18日{text}X"):
        for asked in (None, "day", "topic"):
            answer = read(form[:4096], asked, TODAY, SECOND_HALF)
            assert isinstance(answer, str | Meeting)


def test_the_limits_of_the_period_are_within_it() -> None:
    first_half = parse_period("2026-H1")
    assert read("1月1日", None, date(2026, 3, 1), first_half) == Meeting(date(2026, 1, 1))
    assert read("6月30日", None, date(2026, 7, 2), first_half) == Meeting(date(2026, 6, 30))
    assert read("7月1日", None, date(2026, 7, 2), first_half) == "other-period"


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("12月3日", date(2026, 12, 3)),
        ("拟于12月3日下午召开", date(2026, 12, 3)),
        ("下周三", date(2026, 12, 2)),
        ("周三", date(2026, 11, 25)),
        ("今天", TODAY),
        ("12月31日", date(2026, 12, 31)),
        ("1月3日", "other-period"),
        ("11月23日", "other-period"),
        ("12月32日", "no-such-day"),
        ("12月3日？", "not-understood"),
        ("不是12月3日", "not-understood"),
        ("12月3日或12月4日", "not-understood"),
        ("还没定", "not-understood"),
        ("12月3日不行，改到12月10日", "not-understood"),
        ("12月3日不开，12月5日开", "not-understood"),
        ("取消12月3日的计划", "not-understood"),
        ("12月3日前", "not-understood"),
        ("12月3日左右", "not-understood"),
        ("12月中旬", "about-day"),
        ("月底前开", "about-day"),
        ("下周", "not-understood"),
        ("暂定12月3日", date(2026, 12, 3)),
        ("改到12月5日", date(2026, 12, 5)),
    ],
)
def test_a_planned_day_is_one_that_is_still_to_come_in_the_period(text: str, answer: date | str) -> None:
    assert read_plan(text, TODAY, SECOND_HALF) == answer


PIECES = st.sampled_from(
    ["11月", "18日", "上周三", "昨天", "议题", "：", "，", "。", "（", "）", "召开", "开", "的", "会议", "是", "于",
     "《", "》", "学习", "见附件", "2.5", "？", "没", " ", "\n", "、"]
)  # fmt: skip
ANYTHING = st.text() | st.lists(PIECES, max_size=14).map("".join)
ASKED = st.sampled_from([None, "day", "topic"])


@given(ANYTHING, ASKED, st.dates(date(2001, 1, 1), date(2090, 12, 31)))
def test_no_text_is_too_odd_to_be_read(text: str, asked: Asked, today: date) -> None:
    answer = read(text, asked, today, SECOND_HALF)
    if isinstance(answer, Meeting):
        assert answer != Meeting()
        assert answer.day is None or SECOND_HALF.start <= answer.day <= today
        assert answer.topic is None or answer.topic.replace(" ", "") in "".join(text.split())
    plan = read_plan(text, today, SECOND_HALF)
    assert isinstance(plan, str) or today <= plan <= SECOND_HALF.end


@given(
    st.dates(SECOND_HALF.start, TODAY),
    st.sampled_from(["研究形势", "学习《条例》，部署工作", "四季度舆情研判（上）", "传达１６号文"]),
)
def test_a_day_and_a_topic_are_read_back_in_either_order(day: date, topic: str) -> None:
    written = f"{day.month}月{day.day}日"
    for text in (f"{written} {topic}", f"{topic}，{written}", f"{written}召开，议题：{topic}。"):
        assert read(text, None, TODAY, SECOND_HALF) == Meeting(day, topic)
