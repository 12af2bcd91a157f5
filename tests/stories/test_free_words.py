"""Answers as to a colleague: read rightly, or asked back with the likely answer; what is no answer is answered too."""

import pytest

from db.tables import Note, Outbox, Report
from tests.house import DIRECTOR, REGISTRAR, Court
from tests.stories.test_readings import MONDAY, draft, figures, open_question, task, why, with_everything

FEEDBACK = "5.3.2"  # 跨域立案服务申请按时反馈, 跨域立案服务申请


async def asked(court: Court, code: str = "5.2.1", until: str = MONDAY) -> int:
    await with_everything(court, until)
    row = task(court, REGISTRAR, code, "2026-02")
    await open_question(court, REGISTRAR, row)
    return row.id


async def test_shares_said_as_such_are_taken_and_their_numbers_asked_for_once(whole: Court) -> None:
    number = await asked(whole)
    (card,) = await whole.say(REGISTRAR, "诉前调解成功率五十二点三，履行率61%，平均28天")
    assert "诉前调解案件成功率 52.3%（≥ 50%），只报了比率" in card
    assert "诉前调解案件平均办理时长 28 天" in card
    assert "为便于核对和全年合计，请再报这" in card
    await whole.press(REGISTRAR, "choose", f"{number}-alone")
    assert "请再报这 7 个数" in whole.text(REGISTRAR)  # those that other demands are made of too
    assert "诉前调解办理总天数（" not in whole.text(REGISTRAR)


async def test_numbers_instead_of_the_share_replace_it(whole: Court) -> None:
    number = await asked(whole, FEEDBACK)
    await whole.say(REGISTRAR, "按时反馈率百分之九十")
    assert "90%" in whole.text(REGISTRAR)
    await whole.say(REGISTRAR, "90 100")
    assert "只报了比率" not in whole.text(REGISTRAR)
    await open_question(whole, REGISTRAR, task(whole, REGISTRAR, FEEDBACK, "2026-02"))
    await whole.press(REGISTRAR, "file", number)
    assert "现为 90%" in await why(whole, FEEDBACK, 2)
    assert "只报了比率" not in await why(whole, FEEDBACK, 2)


async def test_a_share_alone_is_judged_while_it_is_the_only_one(whole: Court) -> None:
    number = await asked(whole, FEEDBACK)
    await whole.say(REGISTRAR, "按时反馈率90%")
    await whole.press(REGISTRAR, "choose", f"{number}-alone")
    await open_question(whole, REGISTRAR, task(whole, REGISTRAR, FEEDBACK, "2026-02"))
    await whole.press(REGISTRAR, "file", number)
    shown = await why(whole, FEEDBACK, 2)
    assert "现为 90%" in shown
    assert "只报了比率" in shown
    await whole.until("2026-04-01 10:00")
    row = task(whole, REGISTRAR, FEEDBACK, "2026-03")
    await open_question(whole, REGISTRAR, row)
    await whole.say(REGISTRAR, "95 100")
    await open_question(whole, REGISTRAR, row)
    await whole.press(REGISTRAR, "file", row.id)
    shown = await why(whole, FEEDBACK, 2)
    assert shown.split("\n")[0].endswith("待数据")
    assert "有的月份只报了比率，无法合计" in shown


async def test_a_doubt_offers_its_likely_answer_and_one_press_takes_it(whole: Court) -> None:
    number = await asked(whole)
    (card,) = await whole.say(REGISTRAR, "成功率0.523")
    assert card.startswith("请核对是百分之几。（诉前调解案件成功率）\n是下面哪一个？")
    assert figures(whole, draft(whole, task(whole, REGISTRAR, "5.2.1", "2026-02"))) == {}
    message, data = whole.button(whole.id(REGISTRAR), "likely", f"{number}-1")
    await whole.press(REGISTRAR, "likely", f"{number}-0")
    assert "诉前调解案件成功率 52.3%" in whole.text(REGISTRAR)
    toast = await whole.touch(REGISTRAR, whole.id(REGISTRAR), message, data, force=True)  # from the card before
    assert toast is not None
    assert "诉前调解案件成功率 52.3%" in whole.text(REGISTRAR)


async def test_two_tasks_in_one_message(whole: Court) -> None:
    await with_everything(whole)
    first, second = (task(whole, REGISTRAR, code, "2026-02") for code in ("5.1.2", FEEDBACK))
    said = await whole.say(REGISTRAR, "一审收案900件，上年同期1000件，前年同期1000件；跨域立案申请12件，全部按时反馈")
    assert said
    assert figures(whole, draft(whole, first)) != {}
    assert figures(whole, draft(whole, second)) != {}
    texts = [note.text for note in whole.rows(Note, message_id=whole.rows(Note)[-1].message_id)]
    assert texts == ["一审收案900件，上年同期1000件，前年同期1000件", "跨域立案申请12件，全部按时反馈"]


@pytest.mark.parametrize(
    ("text", "answer", "director"),
    [
        ("收到，谢谢", "好的。", ""),
        ("3月4日前报", "好的，3月4日（周三）等您报送。", ""),
        ("3月25日前报上来", "已过期限，已转告创建办", "立案庭联络员表示3月25日（周三）报送，晚于期限："),
        ("能不能延期到3月20日", "延期请求已转告创建办；答复之前期限不变。", "立案庭联络员申请延期至3月20日（周五）："),
        ("这个不归我们管，找审管办", "改派之前，仍请您部门办理", "立案庭联络员反映不归本部门："),
        ("这个怎么算？", "请发：/why 5.2.1", ""),
        ("还没统计出来", "好的，先不报。", ""),
        ("今天天气不错", "这里只收填报内容和材料", ""),
        ("已经报了", "请把数字或材料发到这里", ""),
    ],
)
async def test_what_is_no_answer_is_answered_too(whole: Court, text: str, answer: str, director: str) -> None:
    await asked(whole)
    (said,) = await whole.say(REGISTRAR, text)
    assert answer in said
    assert not whole.rows(Report, state="filed")
    told = whole.rows(Outbox, kind="wished")
    assert bool(told) == bool(director)
    if director:
        assert whole.text(DIRECTOR).startswith(director)
        assert whole.text(DIRECTOR).endswith(f"原话：“{text}”")


async def test_a_wish_is_passed_on_once_a_day(whole: Court) -> None:
    await asked(whole)
    for text in ("申请延期", "能不能延期？急"):
        await whole.say(REGISTRAR, text)
    assert len(whole.rows(Outbox, kind="wished")) == 1
