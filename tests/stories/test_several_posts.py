"""One person on several posts: one card a day, and every matter on it says for which department it is asked."""

from tests.house import CIVIL, POLITICAL, REGISTRAR, REGISTRAR_HEAD, Court
from tests.messages import words


async def test_the_contact_of_two_departments_gets_one_card_that_names_them(signed: Court) -> None:
    await signed.takes(REGISTRAR, CIVIL)
    heard = len(signed.heard(REGISTRAR))
    await signed.until("2026-03-02 10:00")
    (card,) = signed.heard(REGISTRAR)[heard:]
    assert words(card).startswith("今天请办 2 项")
    assert "立案庭，2月“三个规定”月报告" in words(card)
    assert "民事审判庭，2月“三个规定”月报告" in words(card)
    await signed.say(REGISTRAR, "/tasks")
    assert "立案庭，2月" in signed.text(REGISTRAR)
    assert "民事审判庭，2月" in signed.text(REGISTRAR)


async def count_heads(court: Court, title: str, *departments: str) -> None:
    """Files what is open of the monthly round."""
    for task in (t for post in departments for t in court.tasks(post) if (t.form, t.state) == ("roll-call", "open")):
        await court.press(title, "task", task.id)
        await court.say(title, "应填20人，已填20人，没有记录", to=court.last(title)["message_id"])
        await court.press(title, "file", task.id)


async def test_a_card_of_one_matter_names_its_department_where_the_reader_answers_for_two(signed: Court) -> None:
    await signed.takes(POLITICAL, CIVIL)
    for morning in ("2026-03-02 10:00", "2026-04-01 10:00"):
        await signed.until(morning)
        await count_heads(signed, POLITICAL, POLITICAL, CIVIL)
    heard = len(signed.heard(POLITICAL))
    await signed.until("2026-04-30 17:30")
    (card,) = signed.heard(POLITICAL)[heard:]
    assert words(card).startswith("政治部\n【请安排】上半年意识形态工作会议")


async def test_whoever_is_contact_here_and_head_there_reads_which_is_which(signed: Court) -> None:
    await signed.takes(REGISTRAR, "民事审判庭庭长")
    await signed.until("2026-03-05 12:00")
    late = [words(message) for message in signed.heard(REGISTRAR) if "请督促" in words(message)]
    assert late
    (card,) = late[-1:]
    assert "民事审判庭，2月“三个规定”月报告，请督促" in card
    assert "立案庭，2月“三个规定”月报告　" in card
    assert "立案庭，2月“三个规定”月报告，请督促" not in card
    assert len(signed.unasked(REGISTRAR, signed.now.date())) == 1


async def test_one_persons_two_seats_of_one_department_are_told_of_a_matter_once(signed: Court) -> None:
    await signed.takes(REGISTRAR, REGISTRAR_HEAD)
    await signed.until("2026-03-05 12:00")
    texts = [words(message) for message in signed.heard(REGISTRAR)]
    assert not [text for text in texts if "督促" in text]
    assert "立案庭，" not in "".join(text for text in texts if text.startswith("今天请办"))
