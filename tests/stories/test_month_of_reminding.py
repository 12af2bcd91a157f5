"""What a month's reminding came to, by department: on the director's card, and behind /status."""

from tests.house import CIVIL, DIRECTOR, PRESIDENT, REGISTRAR, Court
from tests.messages import words
from tests.stories.test_three_months import file_one


async def test_the_month_that_is_over_is_one_line_of_the_director_s_card(signed: Court) -> None:
    await signed.until("2026-03-02 10:00")
    await file_one(signed, REGISTRAR, "2026-02", "应填45人，已填45人，记录0条")
    await signed.until("2026-04-01 09:30")
    (card,) = signed.unasked(DIRECTOR, signed.now.date())
    said = str((card.params or {})["text"])
    assert "3月督办情况：提醒 " in said
    assert "其中 0 次送达时已无需催办。" in said
    await signed.press(DIRECTOR, "month")
    short = signed.text(DIRECTOR).split("\n")
    assert short[0] == "3月督办情况"
    assert short[1].startswith("全院　提醒 ")
    assert len(short) == 8  # five departments, those that took longest first
    await signed.press(DIRECTOR, "month", "2026-03-all")
    lines = signed.text(DIRECTOR).split("\n")
    assert lines[:7] == short[:7]
    (own,) = (line for line in lines if line.startswith("立案庭"))
    assert own == "立案庭　提醒 1，已无需催办 0，用时 1.0 小时，退回 0，催办 0"
    assert lines.index("商请单位，不排名") > lines.index(own)
    assert lines[lines.index("商请单位，不排名") + 1].startswith("派驻组")
    assert ("month", "2026-02") in signed.buttons(DIRECTOR)
    await signed.press(DIRECTOR, "month", "2026-02")
    assert signed.text(DIRECTOR).startswith("2月督办情况")


async def test_leaders_see_it_too_and_departments_do_not(signed: Court) -> None:
    await signed.until("2026-03-05 10:00")
    await signed.say(PRESIDENT, "/status")
    _, data = signed.button(signed.id(PRESIDENT), "month")
    await signed.press(PRESIDENT, "month")
    assert signed.text(PRESIDENT).startswith("2月督办情况")
    await signed.say(CIVIL, "/help")
    before = [words(message) for message in signed.heard(CIVIL)]
    await signed.touch(CIVIL, signed.id(CIVIL), signed.last(CIVIL)["message_id"], data, force=True)
    assert [words(message) for message in signed.heard(CIVIL)] == before
