"""Answers as to a colleague: read rightly, or asked back with the likely answer; what is no answer is answered too."""

from fractions import Fraction

import pytest

from db.tables import Note, Reading, Report, Task, Tiding
from tests.beginnings import beginning
from tests.house import DIRECTOR, PARTY, POLITICAL, REGISTRAR, Court
from tests.stories.test_readings import FIGURES, MONDAY, draft, figures, open_question, task, why, with_everything
from tests.stories.test_three_months import edit

CRIMINAL = "刑事审判庭联络员"
FEEDBACK = "5.3.2"  # 跨域立案服务申请按时反馈, 跨域立案服务申请


@beginning
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
    await whole.off_until("2026-04-01 10:00")
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


async def test_yes_typed_under_a_doubt_says_what_its_button_says(whole: Court) -> None:
    await asked(whole)
    (card,) = await whole.say(REGISTRAR, "诉前调解成功约480")
    assert "是诉前调解成功 480 件吗？" in card
    await whole.say(REGISTRAR, "是的")
    assert figures(whole, draft(whole, task(whole, REGISTRAR, "5.2.1", "2026-02")))["诉前调解成功"] == 480
    (again,) = await whole.say(REGISTRAR, "是的")  # nothing is doubted any more
    assert again.startswith("好的。")


async def test_a_text_goes_to_the_task_that_it_says_most_of(whole: Court) -> None:
    """Nothing is replied to and six tasks are open: the mean alone would fit 5.2.2 too."""
    await with_everything(whole)
    await whole.say(REGISTRAR, "诉前调解成功率五十二点三，履行率61%，平均28天")
    values = said(whole, task(whole, REGISTRAR, "5.2.1", "2026-02"))
    assert values == {"2.share": Fraction(523, 1000), "3.share": Fraction(61, 100), "4.share": Fraction(28)}
    assert len(whole.rows(Report, state="draft")) == 1


async def test_two_tasks_in_one_message(whole: Court) -> None:
    await with_everything(whole)
    first, second = (task(whole, REGISTRAR, code, "2026-02") for code in ("5.1.2", FEEDBACK))
    said = await whole.say(REGISTRAR, "一审收案900件，上年同期1000件，前年同期1000件；跨域立案申请12件，全部按时反馈")
    assert said
    assert figures(whole, draft(whole, first)) != {}
    assert figures(whole, draft(whole, second)) != {}
    texts = [note.text for note in whole.rows(Note, message_id=whole.rows(Note)[-1].message_id)]
    assert texts == ["一审收案900件，上年同期1000件，前年同期1000件", "跨域立案申请12件，全部按时反馈"]


async def test_an_edited_message_of_two_answers_changes_each_of_them(whole: Court) -> None:
    await with_everything(whole)
    first, second = (task(whole, REGISTRAR, code, "2026-02") for code in ("5.1.2", FEEDBACK))
    await whole.say(REGISTRAR, "一审收案900件，上年同期1000件，前年同期1000件；跨域立案申请12件，全部按时反馈")
    message = whole.rows(Note)[-1].message_id
    await edit(whole, message, "一审收案910件，上年同期1000件，前年同期1000件；跨域立案申请13件，全部按时反馈")
    assert said(whole, first)["一审收案"] == 910
    assert said(whole, second)["跨域立案申请"] == 13


@pytest.mark.parametrize(
    ("text", "answer", "director"),
    [
        ("收到，谢谢", "好的。", ""),
        ("3月4日前报", "好的，3月4日（周三）等您报送。", ""),
        ("3月25日前报上来", "已过期限，已转告创建办", "立案庭联络员表示3月25日（周三）报送，晚于期限："),
        ("能不能延期到3月20日", "请点选或写明延期事由。", ""),
        ("这个不归我们管，找审管办", "应由哪个部门办理？", ""),
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
    told = whole.rows(Tiding, kind="wished")
    assert bool(told) == bool(director)
    if director:
        assert whole.text(DIRECTOR).startswith(director)
        assert whole.text(DIRECTOR).endswith(f"原话：“{text}”")


@pytest.mark.parametrize("text", ["这是什么", "这是啥意思", "什么意思？", "这是啥"])
async def test_a_question_without_a_reply_is_about_the_card_that_is_open(whole: Court, text: str) -> None:
    await with_everything(whole)
    row = task_of_round(whole)
    (which,) = await whole.say(REGISTRAR, text)  # below the card of the day, with several on it
    assert which.startswith("这是请您办理的 ")
    await whole.press(REGISTRAR, "task", row.id)
    card = whole.last(REGISTRAR)
    (said,) = await whole.say(REGISTRAR, text)
    assert said == f"怎么算、依据什么，请发：/why 2.1.1\n{card['text']}"
    assert (await whole.say(REGISTRAR, text, to=card["message_id"])) == [said]
    await open_question(whole, REGISTRAR, task(whole, REGISTRAR, FEEDBACK, "2026-02"))
    card = whole.last(REGISTRAR)
    (said,) = await whole.say(REGISTRAR, text)
    assert said.startswith(f"怎么算、依据什么，请发：/why {FEEDBACK}\n")
    assert (await whole.say(REGISTRAR, text, to=card["message_id"])) == [said]


async def test_a_wish_is_passed_on_once_a_day(whole: Court) -> None:
    await asked(whole)
    for text in ("3月25日前报上来", "3月26日前报"):
        await whole.say(REGISTRAR, text)
    assert len(whole.rows(Tiding, kind="wished")) == 1


async def test_a_correction_names_what_it_corrects(whole: Court) -> None:
    """Without a reply, and while other things are open: a new version is proposed, the old one stands until then."""
    number = await asked(whole, FEEDBACK)
    await whole.say(REGISTRAR, "申请12件，全部按时反馈")
    await whole.press(REGISTRAR, "task", number)
    await whole.press(REGISTRAR, "file", number)
    await whole.say(REGISTRAR, "刚才写错了，跨域立案申请应为13件")
    assert [report.state for report in whole.rows(Report, task_id=number)] == ["filed", "draft"]
    assert "跨域立案申请 13 件" in whole.text(REGISTRAR)
    await whole.press(REGISTRAR, "file", number)
    assert [report.version for report in whole.rows(Report, task_id=number, state="filed")] == [1, 2]


def said(court: Court, row: Task) -> dict[str, object]:
    """What a draft holds: field → figure or words."""
    readings = court.rows(Reading, report_id=draft(court, row).id)
    return {one.field: one.text if one.num is None else Fraction(one.num, one.den or 1) for one in readings}


@pytest.mark.parametrize(
    ("title", "code", "texts", "values"),
    [
        (POLITICAL, "1.1.1", ("前4项都已落实", "青年小组的也发挥了作用"), {f"{n}.yes": 1 for n in range(1, 6)}),
        (POLITICAL, "1.1.1", ("制度健全，已落实", "还没有"), {"1.yes": 1, "2.yes": 0}),
        (POLITICAL, "6.3.3", ("以上均无",), {f"{n}.count": 0 for n in range(1, 5)}),
        (PARTY, "1.3.1", ("没有发生", "无，主动服务已经落实"), {"1.count": 0, "2.count": 0, "3.yes": 1}),
        (
            POLITICAL,
            "6.3.3",
            ("5月8号查实一起重大错案",),
            {"1.count": 1, "1.day": "2026-05-08", "1.what": "重大错案"},
        ),
    ],
)
async def test_points_are_answered_in_words(
    whole: Court, title: str, code: str, texts: tuple[str, ...], values: dict[str, object]
) -> None:
    await whole.give()
    await whole.off_until("2026-07-01 10:00")
    row = task(whole, title, code, "2026-H1")
    await open_question(whole, title, row)
    for text in texts:
        await whole.say(title, text)
    assert {key: value for key, value in said(whole, row).items() if value is not None} == values


async def test_a_point_that_is_changed_comes_back_to_its_check(whole: Court) -> None:
    await whole.give()
    await whole.off_until("2026-07-01 10:00")
    row = task(whole, POLITICAL, "1.1.1", "2026-H1")
    await open_question(whole, POLITICAL, row)
    await whole.press(POLITICAL, "choose", f"{row.id}-allyes")
    await whole.press(POLITICAL, "choose", f"{row.id}-later")
    assert "（1.1.1）" not in whole.text(POLITICAL).partition("\n")[2]  # what follows of the sheet
    for change in (whole.press(POLITICAL, "choose", f"{row.id}-no"), whole.say(POLITICAL, "还没有落实")):
        await whole.press(POLITICAL, "task", row.id)
        await whole.press(POLITICAL, "choose", f"{row.id}-2")
        assert "是否" in whole.text(POLITICAL)
        await change
        assert whole.text(POLITICAL).startswith("请核对：")
        assert said(whole, row)["2.yes"] == 0
        assert "changed" not in said(whole, row)


async def test_a_rank_may_come_in_parts(whole: Court) -> None:
    await whole.give()
    await whole.off_until("2027-01-05 10:00")
    row = task(whole, CRIMINAL, "4.1.2", "2026")
    await open_question(whole, CRIMINAL, row)
    await whole.say(CRIMINAL, "第3")
    assert "已记：第 3 名。\n共几家法院？是在哪里公布的？" in whole.text(CRIMINAL)
    await whole.say(CRIMINAL, "全市16家，高院质效通报")
    assert said(whole, row) == {"1.place": 3, "1.of": 16, "1.source": "高院质效通报"}
    assert draft(whole, row).asking is None


async def test_an_entry_is_told_as_to_a_colleague(whole: Court) -> None:
    await whole.give()
    await whole.off_until("2026-06-03 10:00")
    row = task(whole, CRIMINAL, "4.3.2", "2026", "register")
    await open_question(whole, CRIMINAL, row)
    await whole.press(CRIMINAL, "choose", f"{row.id}-entry")
    await whole.say(CRIMINAL, "上周五在封浜小学办了未成年人模拟法庭活动")
    values = said(whole, row)
    assert values["day"] == "2026-05-29"
    assert "未成年人模拟法庭活动" in str(values["topic"])


async def test_a_jump_is_asked_back_with_what_was_on_record(whole: Court) -> None:
    number = await asked(whole, FEEDBACK)
    await whole.say(REGISTRAR, "90 100")
    await whole.press(REGISTRAR, "task", number)
    await whole.press(REGISTRAR, "file", number)
    await whole.off_until("2026-04-01 10:00")
    row = task(whole, REGISTRAR, FEEDBACK, "2026-03")
    await open_question(whole, REGISTRAR, row)
    (card,) = await whole.say(REGISTRAR, "申请1020件，按时反馈91件")
    assert card.startswith("跨域立案申请上期为 100 件，这次相差较大，请核对。")
    await whole.press(REGISTRAR, "likely", f"{row.id}-1")
    assert figures(whole, draft(whole, row)) == {"按时反馈的跨域立案申请": 91, "跨域立案申请": 102}


@pytest.mark.parametrize(
    "text", ["🌸" * 2048, "无，" * 1365, "\u202e诉前调解成功率52.3%\u202c\x07" * 150, "<b>52</b>&amp;" * 200]
)
async def test_a_text_without_end_is_kept_and_answered(whole: Court, text: str) -> None:
    await asked(whole)
    (answer,) = await whole.say(REGISTRAR, text)
    assert answer.startswith(("文字太长，没有读", "这句话没有看明白", "没有读到内容"))
    assert whole.rows(Note)[-1].text == text


async def test_a_round_that_is_named_as_done_is_the_one_that_was_begun_and_never_filed(whole: Court) -> None:
    await with_everything(whole)
    row = task_of_round(whole)
    await whole.say(REGISTRAR, "三个规定应填45人，已填45人，记录0条")
    (answer,) = await whole.say(REGISTRAR, "三个规定都弄好啦")
    assert answer.startswith("尚未报送：核对无误后，请点［确认报送］。\n请确认：2月“三个规定”月报告")
    assert "file" in whole.offers(REGISTRAR)
    await whole.until("2026-03-03 10:00")
    (answer,) = await whole.say(REGISTRAR, "都弄好啦")
    assert "这是答复哪一项" in answer
    note = max(whole.rows(Note), key=lambda one: one.id or 0)
    assert ("note", f"{note.id}-{row.id}") in whole.buttons(REGISTRAR)


@pytest.mark.parametrize("text", ["三个规定都弄好啦", "已经报了"])
async def test_what_is_done_and_waits_for_a_press_is_pointed_to_its_button(whole: Court, text: str) -> None:
    await with_everything(whole)
    row = task_of_round(whole)
    await whole.say(REGISTRAR, "三个规定应填45人，已填45人，记录2条")
    (answer,) = await whole.say(REGISTRAR, text)
    assert answer.startswith("尚未报送：核对无误后，请点［无误，报送］。\n请核对：")
    assert "应填 45 人，已填 45 人，记录 2 条" in answer
    await whole.press(REGISTRAR, "file", row.id)
    assert figures(whole, whole.rows(Report, task_id=row.id, state="filed")[0])["records"] == 2


async def test_a_sheet_that_waits_for_its_press_is_pointed_to_it_too(whole: Court) -> None:
    await with_everything(whole)
    await whole.say(REGISTRAR, "/tasks")
    first = task(whole, REGISTRAR, "5.1.2", "2026-02")
    await whole.press(REGISTRAR, "sheet", first.id)
    await whole.press(REGISTRAR, "walk", first.id)
    for text in FIGURES:
        await whole.say(REGISTRAR, text)
    check = whole.text(REGISTRAR)
    (answer,) = await whole.say(REGISTRAR, "都弄好啦")
    assert answer == f"尚未报送：核对无误后，请点［无误，报送 6 项］。\n{check}"
    await whole.press(REGISTRAR, "file-all")
    assert len(whole.rows(Report, state="filed")) == 6


def task_of_round(court: Court) -> Task:
    (row,) = court.rows(Task, unit_id=court.posts(REGISTRAR)[0].unit_id, period="2026-02", form="roll-call")
    return row


@pytest.mark.parametrize("text", ["这个月跨域立案一件都没有", "本月没有跨域立案申请", "无", "没发生"])
async def test_nothing_of_the_kind_is_asked_back_as_zero(whole: Court, text: str) -> None:
    number = await asked(whole, FEEDBACK)
    (card,) = await whole.say(REGISTRAR, text)
    assert card.startswith("确无此类事项的，按 0 填报。\n是按时反馈的跨域立案申请 0 件、跨域立案申请 0 件吗？")
    assert whole.rows(Reading) == []
    await whole.press(REGISTRAR, "likely", f"{number}-0")
    values = said(whole, task(whole, REGISTRAR, FEEDBACK, "2026-02"))
    assert {values["按时反馈的跨域立案申请"], values["跨域立案申请"]} == {0}


async def test_one_figure_of_several_is_taken_with_its_name_as_the_form_says(whole: Court) -> None:
    await asked(whole, FEEDBACK)
    assert "逐个回复的，请写明名称：" in whole.text(REGISTRAR)
    (doubt,) = await whole.say(REGISTRAR, "95")
    assert doubt.startswith("这是哪一项的数？")
    await whole.say(REGISTRAR, "跨域立案申请98件")
    assert said(whole, task(whole, REGISTRAR, FEEDBACK, "2026-02")) == {"跨域立案申请": 98}


@pytest.mark.parametrize("before", ["三个规定应填48人，已填48人，记录0条", "三个规定应填48人，已填48人"])
async def test_a_whole_round_told_anew_is_no_word_of_what_is_done(whole: Court, before: str) -> None:
    await with_everything(whole)
    row = task_of_round(whole)
    await whole.say(REGISTRAR, before)
    (answer,) = await whole.say(REGISTRAR, "应填48人，已填46人，记录0条，2人出差")
    assert "请把数字或材料发到这里" not in answer
    assert figures(whole, draft(whole, row)) == {"should": 48, "filed": 46, "records": 0}
