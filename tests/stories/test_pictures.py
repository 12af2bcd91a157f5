"""走势图 and 全年图 by a button: from the records, kept in the row, for whoever may see the view."""

from typing import Any

from db.tables import Digest, Outbox
from domain.board import Light
from exports.pictures import FACTS, draw
from services.office import Office
from services.saying import say
from tests.house import DIRECTOR, POLITICAL, REGISTRAR, Court
from tests.stories.test_pace_of_the_year import LITTLE, file_figures, given
from tests.stories.test_readings import task
from tests.stories.test_registers import CRIMINAL, register

MOST = LITTLE.replace("200 1200 1000", "600 1200 1000")  # 60 % of them succeed
LESS = LITTLE.replace("200 1200 1000", "320 1200 1000")  # 32 %, no jump that would be asked about


def kept(court: Court, title: str) -> dict[str, Any]:
    """The facts of the last picture that somebody was sent."""
    chat = court.id(title)
    rows = [row for row in court.rows(Outbox) if row.chat_id == chat and (row.params or {}).get("photo")]
    found: dict[str, Any] = (rows[-1].params or {})["photo"]
    return found


async def test_a_course_and_a_year_are_drawn_from_the_records_for_whoever_may_see_them(whole: Court) -> None:
    await given(whole, "2026-03-02 10:00")
    await file_figures(whole, "5.2.1", "2026-02", MOST)
    row = task(whole, CRIMINAL, "4.1.1", "2026", "register")
    await register(whole, row, "2月3日 公众关注的重大案件一审审结")
    await whole.until("2026-04-01 10:00")
    await file_figures(whole, "5.2.1", "2026-03", LESS)

    await whole.say(REGISTRAR, "/why 5.2.1")
    await whole.press(REGISTRAR, "curve")
    assert whole.last(REGISTRAR)["photo"]
    assert whole.text(REGISTRAR).startswith("5.2.1 诉前调解七项数据\n· ")
    assert "· 诉前调解案件成功率：目标 ≥ 50%，现为 46%" in whole.text(REGISTRAR)
    curves: Any = FACTS.validate_python(kept(whole, REGISTRAR))
    assert curves.subtitle == "截至 2026年4月1日"
    (success,) = (curve for curve in curves.curves if curve.title == "诉前调解案件成功率")
    assert [(point.said, point.light) for point in success.points] == [("60%", Light.GOOD), ("46%", Light.BAD)]
    assert [round(point.at * 12, 1) for point in success.points] == [1.5, 2.5]  # above the names of their months
    assert [round(value, 4) for _, value in success.alone] == [0.6, 0.32]
    assert (success.aim, success.measure) == (0.5, ())

    await whole.say(DIRECTOR, "/why 4.1.1")
    words_ = whole.last(DIRECTOR)["message_id"]
    await whole.press(DIRECTOR, "curve")
    assert whole.last(DIRECTOR)["message_id"] != words_  # words cannot become a picture
    (count,) = FACTS.validate_python(kept(whole, DIRECTOR)).curves  # type: ignore[union-attr]
    assert [(point.value, point.said) for point in count.points] == [(1, "1 件")]
    assert count.measure[0][1] == 0
    assert count.measure[-1] == (1.0, 2.0)
    assert [value for _, value in count.measure] == sorted(value for _, value in count.measure)
    assert draw(kept(whole, DIRECTOR)) == draw(kept(whole, DIRECTOR))
    await whole.press(DIRECTOR, "indicator", "4-1-1")
    assert whole.text(DIRECTOR).startswith("4.1.1 ")

    unit = whole.posts(REGISTRAR)[0].unit_id
    await whole.say(DIRECTOR, "/status")
    board = whole.last(DIRECTOR)["message_id"]
    await whole.press(DIRECTOR, "units")
    await whole.press(DIRECTOR, "unit", unit)
    await whole.press(DIRECTOR, "year")
    assert whole.text(DIRECTOR).startswith("立案庭　2026年全年\n已报 ")
    assert (whole.last(DIRECTOR)["message_id"], _kind(whole)) == (board, "year")
    year: Any = FACTS.validate_python(kept(whole, DIRECTOR))
    lines = {row.code: row.cells for row in year.rows}
    february, march = lines["5.2.1"][1:3]
    assert (february.received, february.on_time) == (Light.GOOD, Light.GOOD)
    assert march.meets is Light.BAD
    assert lines["2.1.1"][1].on_time is Light.BAD  # the monthly round was not answered
    assert any(cell.bad for cell in year.rows[0].cells)
    assert year.month == 4

    await whole.press(DIRECTOR, "up")
    assert whole.text(DIRECTOR).startswith("立案庭\n已签收 ")
    assert (whole.last(DIRECTOR)["message_id"], _kind(whole)) == (board, "board")  # a page has that of the one above

    heard = len(whole.heard(POLITICAL))
    assert await whole.use(lambda office: _say(office, whole.id(POLITICAL), "year", {"unit": unit, "year": None}))
    await whole.quiet()
    assert len(whole.heard(POLITICAL)) == heard


def _kind(court: Court) -> str:
    """Of the picture that was put into a message last."""
    rows = [
        row for row in court.rows(Outbox, edits=None, chat_id=court.id(DIRECTOR)) if (row.params or {}).get("photo")
    ]
    return str((rows[-1].params or {})["photo"]["kind"])


def _say(office: Office, chat: int, kind: str, args: dict[str, Any]) -> Outbox:
    return say(office, chat, kind, args)


async def test_the_board_of_a_digest_shows_the_weeks_before_and_stays_as_it_was(signed: Court) -> None:
    await signed.until("2026-03-10 10:00")
    first, second = (row.facts["standing"]["trend"] for row in sorted(signed.rows(Digest), key=lambda row: row.id))
    assert [week["on"] for week in second] == ["2026-02-28", "2026-03-06"]
    assert first == second[:1]
    assert [(week["on_time"], week["due"]) for week in second] == [(0, 0), (0, 15)]  # 派驻组 is not counted in public
    shown = [row.params["photo"] for row in signed.rows(Outbox, kind="digest") if row.params]
    share, met = shown[-1]["trend"]
    assert (share["label"], share["said"], share["shares"]) == ("本月按时率", "0%", [None, 0.0])
    assert met["said"] == "0/51"
    assert shown[-1]["weeks"] == ["2月28日", "3月6日"]
    await signed.say(DIRECTOR, "/digest")
    again = kept(signed, DIRECTOR)
    assert again == shown[-1]
    assert draw(again) == draw(shown[-1])
