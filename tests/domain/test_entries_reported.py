from datetime import date

import pytest

from domain.cadences import parse_period
from domain.entry import read
from domain.meeting import Meeting

TODAY = date(2026, 11, 6)  # a Friday
YEAR = parse_period("2026")
OTHERS = frozenset({"安亭法庭", "嘉北法庭", "商事审判庭", "商庭", "立案庭"})


@pytest.mark.parametrize(
    ("text", "day", "title"),
    [
        ("2026年6月1日开展未成年人模拟法庭活动", date(2026, 6, 1), "未成年人模拟法庭活动"),
        ("五月三十日举办家庭教育指导讲座", date(2026, 5, 30), "家庭教育指导讲座"),
        ("9月3日我庭组织开展了一次开学第一课", date(2026, 9, 3), "开学第一课"),
        ("日期：2026-09-03\n活动：开学第一课", date(2026, 9, 3), "开学第一课"),
        ("模拟法庭进校园，10月14日", date(2026, 10, 14), "模拟法庭进校园"),
        ("上周五去中学讲了一堂防欺凌课", date(2026, 10, 30), "去中学讲了一堂防欺凌课"),
        ("活动日期应为10月22日", date(2026, 10, 22), None),
        ("原定9月9日，因台风改到9月16日，法治夏令营结营活动", date(2026, 9, 16), "法治夏令营结营活动"),
        ("发布日期2026-09-28，案例：老年人居住权纠纷案", date(2026, 9, 28), "老年人居住权纠纷案"),
        ("上海高院10月16日发布，题目为“诚信履约案”", date(2026, 10, 16), "诚信履约案"),
        ("10月30日，上海高院典型案例：好意施惠案", date(2026, 10, 30), "好意施惠案"),
        # another department that has a part in it
        ("10月21日，与安亭法庭联合开展法治进校园", date(2026, 10, 21), "与安亭法庭联合开展法治进校园"),
        ("10月21日，学生走进立案庭", date(2026, 10, 21), "学生走进立案庭"),
    ],
)
def test_an_entry_is_a_day_and_a_title(text: str, day: date, title: str | None) -> None:
    assert read(text, "day", TODAY, YEAR, OTHERS) == Meeting(day, title)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("安亭法庭10月21日有个活动", "other-unit"), ("10月21日，嘉北法庭开展模拟法庭", "other-unit"),
        ("高院9月28日发布的是商庭的案例", "other-unit"), ("去年10月21日开展模拟法庭", "other-period"),
        ("2月30日法治讲座", "no-such-day"), ("11月20日搞一次法庭开放日", "not-yet"),
        ("9月20日报送、9月28日由高院发布，采光纠纷案", "not-understood"), ("搞了好几次", "not-understood"),
        ("参加区里9月8日的活动算不算特色活动？", "not-understood"), ("有望年底前入选", "not-understood"),
        ("（2026）沪0114民初3312号入选典型案例", "not-understood"),
    ],
)  # fmt: skip
def test_what_is_no_entry_of_this_department_and_year_is_asked_back(text: str, problem: str) -> None:
    assert read(text, "day", TODAY, YEAR, OTHERS) == problem


CASES = "年度由市高院发布典型案例1件以上。"
MINORS = "开展未成年人司法保护特色活动。"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("10月14日敬老普法，给养老院老人讲的", MINORS), ("10月14日小学里讲民法典，孩子没来", MINORS),
        ("每月头一个周五都有护学岗", MINORS), ("10月14日民间借贷案开庭", MINORS),
        ("10月14日高院发布“加班费案”办理指南", CASES), ("10月14日高院推送了“加班费案”的庭审直播", CASES),
        ("10月14日高院发布典型案例，“加班费案”落选", CASES), ("10月14日，区法院公众号发布“加班费案”", CASES),
    ],
)  # fmt: skip
def test_an_entry_is_what_the_notice_wants(text: str, wanted: str) -> None:
    assert read(text, "day", TODAY, YEAR, OTHERS, wanted) == "not-understood"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("10月14日高院发布劳动争议典型案例十件，我庭“加班费案”名列其中", "加班费案"),
        ("“加班费案”6月5日宣判，10月14日由上海高院发布为典型案例", "加班费案"),
        ("案名“加班费案”，审结是3月11日，高院发布是10月14日", "加班费案"),
    ],
)
def test_a_case_has_its_name_alone_and_the_day_of_its_publication(text: str, title: str) -> None:
    assert read(text, "day", TODAY, YEAR, OTHERS, CASES) == Meeting(date(2026, 10, 14), title)


@pytest.mark.parametrize("text", ["七月而十二号，青少年模拟法庭", "六月是八号办的少年法庭开放日"])
def test_a_sign_that_may_be_heard_as_part_of_the_day_leaves_it_open(text: str) -> None:
    assert read(text, "day", TODAY, YEAR, OTHERS, MINORS) == "about-day"
