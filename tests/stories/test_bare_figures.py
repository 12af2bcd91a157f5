"""Figures without a name, one message each, while several are open: asked by name, or put in the card's order; nothing
is taken without a press until one alone is open."""

from db.tables import Report
from tests.beginnings import beginning
from tests.house import REGISTRAR, Court
from tests.messages import labelled
from tests.stories.test_readings import draft, figures, open_question, task, with_everything
from tests.stories.test_three_months import edit

COUNTED = "5.1.2"  # 一审收案, 上年同月一审收案, 前年同月一审收案
NINE = "5.2.1"
SENT = ("487", "1096", "27510")
NAMES = ("一审收案", "上年同月一审收案", "前年同月一审收案")


@beginning
async def asked(court: Court, code: str = COUNTED) -> int:
    await with_everything(court)
    row = task(court, REGISTRAR, code, "2026-02")
    await open_question(court, REGISTRAR, row)
    return row.id


def said(court: Court, code: str = COUNTED) -> dict[str, int]:
    found = figures(court, draft(court, task(court, REGISTRAR, code, "2026-02")))
    return {label: int(value) for label, value in found.items()}


def offered(court: Court) -> list[str]:
    return [label for (verb, _), label in labelled(court.last(REGISTRAR)) if verb == "likely"]


async def test_as_many_as_are_open_are_put_in_the_order_of_the_card_and_one_press_takes_them(whole: Court) -> None:
    number = await asked(whole)
    for text in SENT[:2]:
        (card,) = await whole.say(REGISTRAR, text)
        assert card.startswith("这是哪一项的数？请点选，或者按卡片顺序一次发全。\n是下面哪一个？")
        assert offered(whole) == [f"{name} {text} 件" for name in NAMES]
    (card,) = await whole.say(REGISTRAR, SENT[2])
    assert card.startswith(
        "您逐条发来的数字，按卡片顺序对应如下，请核对。\n"
        "是一审收案 487 件、上年同月一审收案 1096 件、前年同月一审收案 27510 件吗？"
    )
    assert said(whole) == {}
    await whole.press(REGISTRAR, "likely", f"{number}-0")
    assert said(whole) == dict(zip(NAMES, (487, 1096, 27510), strict=True))
    assert not whole.rows(Report, state="filed")


async def test_each_is_taken_by_the_button_below_it_whatever_was_pressed_before(whole: Court) -> None:
    number = await asked(whole)
    cards = []
    for text in SENT[:2]:
        await whole.say(REGISTRAR, text)
        cards.append(whole.last(REGISTRAR))
    await whole.press(REGISTRAR, "likely", f"{number}-0", on=cards[0])
    assert said(whole) == {"一审收案": 487}
    _, taken = whole.button(whole.id(REGISTRAR), "likely", f"{number}-0", cards[1])
    assert await whole.touch(REGISTRAR, whole.id(REGISTRAR), cards[1]["message_id"], taken) is not None
    assert said(whole) == {"一审收案": 487}  # that name is not open any more: asked anew by what is
    assert offered(whole) == [f"{name} 1096 件" for name in NAMES[1:]]
    await whole.press(REGISTRAR, "likely", f"{number}-1")
    assert said(whole) == {"一审收案": 487, "前年同月一审收案": 1096}


async def test_a_button_of_before_says_what_it_names_while_that_is_open(whole: Court) -> None:
    number = await asked(whole)
    cards = []
    for text in SENT[:2]:
        await whole.say(REGISTRAR, text)
        cards.append(whole.last(REGISTRAR))
    await whole.press(REGISTRAR, "likely", f"{number}-0", on=cards[0])
    assert await whole.press(REGISTRAR, "likely", f"{number}-1", on=cards[1]) is None
    assert said(whole) == {"一审收案": 487, "上年同月一审收案": 1096}
    assert "请回复数字。\n① 前年同月一审收案（件）" in whole.text(REGISTRAR)
    await whole.say(REGISTRAR, SENT[2])  # the only one that is open
    assert said(whole) == dict(zip(NAMES, (487, 1096, 27510), strict=True))


async def test_what_is_said_to_be_wrong_is_not_put_in_order_once_more(whole: Court) -> None:
    number = await asked(whole)
    for text in SENT:
        await whole.say(REGISTRAR, text)
    await whole.press(REGISTRAR, "answer", number)
    assert "请按以下顺序一次回复 3 个数字" in whole.text(REGISTRAR)
    await whole.say(REGISTRAR, "1096")
    assert offered(whole) == [f"{name} 1096 件" for name in NAMES]
    assert said(whole) == {}


async def test_an_edited_figure_counts_once_and_something_said_between_ends_the_row(whole: Court) -> None:
    await asked(whole)
    await whole.say(REGISTRAR, "一审收案900件")
    await whole.say(REGISTRAR, "1906")
    message = whole.telegram.messages(whole.id(REGISTRAR))[-2]["message_id"]
    await edit(whole, message, "1096")
    assert offered(whole) == [f"{name} 1096 件" for name in NAMES[1:]]
    await whole.say(REGISTRAR, "这是什么")
    await whole.say(REGISTRAR, "27510")
    assert offered(whole) == [f"{name} 27510 件" for name in NAMES[1:]]
    await whole.say(REGISTRAR, "31000")
    assert "是上年同月一审收案 27510 件、前年同月一审收案 31000 件吗？" in whole.text(REGISTRAR)


async def test_a_button_of_what_was_edited_since_records_nothing(whole: Court) -> None:
    number = await asked(whole)
    await whole.say(REGISTRAR, "1906")
    before = whole.last(REGISTRAR)
    message = whole.telegram.messages(whole.id(REGISTRAR))[-2]["message_id"]
    await edit(whole, message, "1096")
    await whole.press(REGISTRAR, "likely", f"{number}-0", on=before)
    assert said(whole) == {}
    assert offered(whole)[0] == f"{NAMES[0]} 1096 件"


async def test_nor_does_the_order_of_figures_of_which_one_was_edited(whole: Court) -> None:
    number = await asked(whole)
    for text in SENT:
        await whole.say(REGISTRAR, text)
    in_order = whole.last(REGISTRAR)
    first = next(one for one in whole.telegram.messages(whole.id(REGISTRAR)) if one.get("text") == SENT[0])
    await edit(whole, first["message_id"], "478")
    await whole.press(REGISTRAR, "likely", f"{number}-0", on=in_order)
    assert said(whole) == {}


async def test_all_that_are_open_are_offered_and_none_of_another_measure(whole: Court) -> None:
    await asked(whole, NINE)
    await whole.say(REGISTRAR, "487")
    assert len(offered(whole)) == 9
    await whole.say(REGISTRAR, "诉前调解成功487件，一审立案1200件")
    await whole.say(REGISTRAR, "20人")
    assert offered(whole) == ["调解人员 20 人", "调解员增加人数 20 人"]


async def test_figures_that_cannot_stand_in_that_order_are_asked_about_one_by_one(whole: Court) -> None:
    """5.3.2 asks for a part and its whole."""
    await asked(whole, "5.3.2")
    await whole.say(REGISTRAR, "98")
    assert offered(whole) == ["按时反馈的跨域立案申请 98 件", "跨域立案申请 98 件"]
    await whole.say(REGISTRAR, "95")
    assert offered(whole) == ["按时反馈的跨域立案申请 95 件", "跨域立案申请 95 件"]
    assert said(whole, "5.3.2") == {}
