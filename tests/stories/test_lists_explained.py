"""这是什么, asked of a list of what is open: what is listed and what to do, and no question which of it is meant."""

import pytest

from db.tables import Note, Report
from tests.house import DIRECTOR, REGISTRAR, Court
from tests.stories.test_readings import FIGURES, task, with_everything

HEAD = "立案庭庭长"
WHAT = ("这是什么", "这是啥？", "什么意思", "看不懂")
HOW = "点编号打开一项，按提示填报；直接回复的，请写明事项名称。"


async def explained(court: Court, text: str, title: str = REGISTRAR) -> str:
    """Right below the list, and as a reply to it: the same."""
    list_ = court.last(title)
    (below,) = await court.say(title, text)
    assert (await court.say(title, text, to=list_["message_id"])) == [below]
    assert "哪一项？" not in below
    assert len(court.rows(Note, task_id=None)) >= 2  # it is taken for no answer
    assert not court.rows(Report)
    return below


@pytest.mark.parametrize("text", WHAT)
async def test_the_card_of_the_day_says_what_is_asked_today_and_how_it_is_answered(whole: Court, text: str) -> None:
    await with_everything(whole)
    assert whole.text(REGISTRAR).startswith("今天请办 2 项\n")
    assert await explained(whole, text) == (
        f"这是请您办理的 2 项。请先办2月“三个规定”月报告（还有 2 个工作日）。\n{HOW}"
    )


@pytest.mark.parametrize("text", WHAT)
async def test_the_list_of_what_is_open_says_how_much_it_is_and_where_to_begin(whole: Court, text: str) -> None:
    await with_everything(whole)
    await whole.say(REGISTRAR, "/tasks")
    told = await explained(whole, text)
    assert told.startswith("这是您目前未办结的事项，共 ")
    assert told.endswith(f"请先办2月“三个规定”月报告（还有 2 个工作日）。\n{HOW}")


async def test_a_list_of_indicators_says_that_they_are_filed_together_and_by_when(whole: Court) -> None:
    await with_everything(whole)
    first = task(whole, REGISTRAR, "5.1.2", "2026-02")
    await whole.say(REGISTRAR, "/tasks")
    await whole.press(REGISTRAR, "sheet", first.id)
    assert await explained(whole, "这是什么") == (
        "这是2月业务数据 6 项，由贵部门一并报送。\n"
        "点［逐项填报］逐项作答，全部核对后一次报送；只填其中一项的，点编号。\n"
        "请于 3月11日（周三）下班前报送。"
    )


async def test_a_list_that_waits_for_its_press_names_the_button_and_later_is_a_receipt(whole: Court) -> None:
    await with_everything(whole)
    first = task(whole, REGISTRAR, "5.1.2", "2026-02")
    await whole.say(REGISTRAR, "/tasks")
    await whole.press(REGISTRAR, "sheet", first.id)
    await whole.press(REGISTRAR, "walk", first.id)
    for text in FIGURES:
        await whole.say(REGISTRAR, text)
    check = whole.last(REGISTRAR)["message_id"]
    (told,) = await whole.say(REGISTRAR, "这是什么")
    assert "均已填好：核对无误的，点［无误，报送 6 项］；要修改的，点编号打开那一项。" in told
    await whole.press(REGISTRAR, "file-all")
    (told,) = await whole.say(REGISTRAR, "这是什么", to=check)
    assert told == "这是2月业务数据 6 项的报送回执；要更正或者补佐证的，点编号打开那一项。"


async def test_the_question_which_it_answers_is_explained_and_not_asked_again(whole: Court) -> None:
    await with_everything(whole)
    (asked,) = await whole.say(REGISTRAR, "都弄好啦")
    assert "这是答复哪一项" in asked
    told = await explained(whole, "什么意思")
    assert told == "上面是您所写内容可能答复的事项：点选哪一项，即作为哪一项的答复；都不是的，不必点。"


async def test_a_list_of_nothing_is_explained_too(whole: Court) -> None:
    await whole.say(REGISTRAR, "/tasks")
    assert await explained(whole, "这是什么") == "这是您的待办清单，目前没有等您办理的事项；有新的事项会提醒您。"


async def test_everybody_is_told_what_the_list_before_them_is(whole: Court) -> None:
    """A contact with one sheet on the card, the head who is to urge, the director who is to know and to settle."""
    await with_everything(whole, "2026-03-20 10:00")
    assert (await explained(whole, "这是什么")).startswith("这是2月业务数据 6 项，由贵部门一并报送。\n点［逐项填报］")
    assert await explained(whole, "这是什么", HEAD) == "请您督促的 1 项由联络员填报，请提醒其尽快报送。"
    assert await explained(whole, "这是什么", DIRECTOR) == "所列部门的情况供您掌握，无需您填报。"
    await whole.say(DIRECTOR, "/tasks")
    assert await explained(whole, "这是什么", DIRECTOR) == "列出的是等您处理的事项，点对应的按钮办理。"


async def test_whoever_names_what_is_meant_is_answered_about_that(whole: Court) -> None:
    await with_everything(whole)
    (told,) = await whole.say(REGISTRAR, "三个规定是什么")
    assert "这是请您办理的" not in told


async def test_a_question_where_nothing_is_open_is_no_correction_of_what_was_filed(signed: Court) -> None:
    await signed.until("2026-03-02 10:00")
    await signed.say(REGISTRAR, "应报12人，已报12人，记录0条")
    await signed.press(REGISTRAR, "file")
    assert "回执" in signed.text(REGISTRAR)
    assert await signed.say(REGISTRAR, "这是什么？") == ["您目前没有待办事项，到期前会提醒您。"]
    assert not signed.rows(Report, state="draft")
    assert await signed.say(REGISTRAR, "应报人数应为13人") == [
        "您目前没有待办事项，您写的内容已保留。如属更正，请选择更正哪一项。"
    ]
