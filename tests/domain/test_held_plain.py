"""The plainest reports of a meeting, and of a case that was published, in every combination of their parts: what is
read is what is said, and nearly all of them are read; what is said beside them takes none of it for another day."""

import tomllib
from datetime import date
from itertools import product

import pytest

from domain.reader.hear import hear
from domain.reader.question import Question
from tests.scoring import REPLIES, question_of

DAY = date(2026, 5, 20)
DAYS = ("5月20日", "2026年5月20日", "5.20", "五月二十日", "2026-05-20", "5月20号下午")
MET = (
    "会议于{day}召开", "{day}开的", "{day}开的会", "意识形态会{day}开的", "{day}召开党组会", "会议时间：{day}",
    "我院{day}召开了意识形态工作会议", "{day}，院长主持",
)  # fmt: skip
ABOUT = ("", "，议题是{topic}", "，主题：{topic}", "。研究{topic}", "，讨论了{topic}")
BEHIND = ("", "，纪要已归档", "，中层以上都参加了", "，在三楼会议室", "，签到表稍后补", "，谢谢")
TOPIC, TITLE = "网络舆情应对", "彩礼返还案"
CASES = (
    "{title}，{day}{court}发布", "{day}，{court}发布{title}", "{court}{day}发布{title}", "{day} {title} {court}",
    "{title}{day}由{court}作为典型案例发布", "我庭审理的{title}，{day}{court}发布",
    "{day}{court}发布典型案例，{title}入选",
)  # fmt: skip
COURTS = ("上海高院", "市高院", "最高法院", "高院", "上海市高级人民法院")
OTHERS = ("上海二中院", "区法院", "我院公众号", "青浦法院", "高院民庭内部")
READ = 0.93
# beside a day: it was not held, or not then, or by others
NOT_THEN = (
    "，推到下周了", "定的，没开成", "发的通知", "是支部的会", "的会取消了", "预定的", "报的材料", "改到5月27日了",
    "，那是去年的", "，区里开的", "，第二次还没定", "，意识形态没讲", "拟召开",
)  # fmt: skip


def question(form: str, **head: str) -> Question:
    return question_of(tomllib.loads((REPLIES / f"{form}.toml").read_text(encoding="utf-8")) | head)


def meeting() -> Question:
    return question("1.1.2-day", period="2026-H1", now="2026-07-02T10:00:00")


def heard_of(texts: list[str], asked: Question) -> dict[str, dict[str, object]]:
    heard = {text: hear(text, asked) for text in texts}
    return {text: dict(one.values) for text, one in heard.items() if one.doubt is None and one.values}


def test_no_meeting_is_read_otherwise_than_it_is_said() -> None:
    said = [
        (f"{met}{about}{behind}".format(day=day, topic=TOPIC), bool(about))
        for day, met, about, behind in product(DAYS, MET, ABOUT, BEHIND)
    ]
    certain = heard_of([text for text, _ in said], meeting())
    assert [text for text, values in certain.items() if values["day"] != DAY] == []
    told = dict(said)
    wrong = [
        text
        for text, values in certain.items()
        if "topic" in values and (TOPIC not in str(values["topic"]) or not told[text])
    ]
    assert wrong == []
    assert len(certain) >= READ * len(said), [text for text, _ in said if text not in certain][:20]


@pytest.mark.parametrize("quoted", ["《{}》", "“{}”", "{}"])
def test_no_case_is_read_otherwise_than_it_is_said(quoted: str) -> None:
    title = quoted.format(TITLE)
    texts = [one.format(day=day, court=court, title=title) for day, one, court in product(DAYS, CASES, COURTS)]
    certain = heard_of(texts, question("4.4.1-register"))
    assert [
        text for text, values in certain.items() if values["day"] != DAY or TITLE not in str(values.get("topic", TITLE))
    ] == []
    assert len(certain) >= READ * len(texts), [text for text in texts if text not in certain][:20]


def test_a_case_that_another_body_published_is_asked_back() -> None:
    texts = [one.format(day=day, court=court, title=f"《{TITLE}》") for day, one, court in product(DAYS, CASES, OTHERS)]
    assert heard_of(texts, question("4.4.1-register")) == {}


def test_a_day_on_which_nothing_was_held_is_asked_back() -> None:
    texts = [f"{day}{behind}{last}" for day, behind, last in product(DAYS, NOT_THEN, BEHIND)]
    assert {text: values for text, values in heard_of(texts, meeting()).items() if values["day"] == DAY} == {}
