"""交办 and 签收: one card a contact, signed for at once or one by one, chased, shown to the director."""

import csv
import re
import tomllib
from pathlib import Path

import pytest

from db.tables import Audit, Note, Outbox, Receipt, Reminder, Task
from tests.house import CIVIL, DIRECTOR, OFFICE, POLITICAL, REGISTRAR, Court
from tests.messages import words

HOUSE = Path(__file__).parents[2]
TABLE = HOUSE / "tests/catalogue/indicators.tsv"
UNITS = tomllib.loads((HOUSE / "catalogue/shipped/jiading-2022/notice.toml").read_text(encoding="utf-8"))["units"]
GROUPS = {unit["name"]: unit.get("members", []) for unit in UNITS if unit.get("kind") == "group"}
CONVENORS = {unit["name"]: unit["convenor"] for unit in UNITS if "convenor" in unit}


def printed(unit: str) -> tuple[int, int, int]:
    """How many indicators the notice's table gives a department: to lead, to be responsible for, to file monthly."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    leads = [CONVENORS.get(row["lead_departments"], row["lead_departments"]) for row in rows]
    answers = [
        name for row in rows for part in row["responsible_departments"].split(";") for name in GROUPS.get(part, [part])
    ]
    return leads.count(unit), answers.count(unit), int(unit in GROUPS["各部门"])


def given(text: str) -> tuple[int, int, int]:
    found = {name: int(n) for name, n in re.findall(r"(牵头|责任|每月填报) (\d+) 项", text)}
    return found.get("牵头", 0), found.get("责任", 0), found.get("每月填报", 0)


async def test_every_contact_gets_one_card_that_tells_lead_from_responsible_and_filing(filled: Court) -> None:
    assert await filled.give() == "已交办，已通知 16 个部门。"
    for title in filled.contacts():
        (card,) = filled.heard(title)
        if "sign-all" not in filled.offers(title):  # 政治部 has the meeting to hold, too
            assert title == POLITICAL
            (task,) = (task for task in filled.tasks(title) if task.form == "signing")
            await filled.press(title, "task", task.id)
        text = filled.text(title)
        unit = title.removesuffix("联络员")
        assert given(text) == printed(unit), unit
        assert "请于 2月28日（周六）下班前签收" in text
        assert "嘉法发〔2022〕16号" in text
        assert filled.offers(title) == ["sign-all", "given", "object"]
        assert len(filled.heard(title)) == 1 + (title == POLITICAL), card
    assert await filled.press(DIRECTOR, "people") is None
    assert not [title for title in filled.people("deputy") if filled.heard(title)]


async def test_the_indicators_are_given_out_once(filled: Court) -> None:
    message = filled.last(DIRECTOR)
    await filled.press(DIRECTOR, "giving")
    assert filled.text(DIRECTOR).startswith("将 51 项指标交办 16 个部门，交办后不能撤回。")
    assert not filled.rows(Receipt)
    _, give = filled.button(filled.id(DIRECTOR), "give")
    await filled.give()
    before = len(filled.rows(Receipt))
    toast = await filled.touch(DIRECTOR, filled.id(DIRECTOR), message["message_id"], give, force=True)
    assert toast == "指标此前已经交办。"
    assert len(filled.rows(Receipt)) == before
    assert len(filled.heard(REGISTRAR)) == 1


async def test_a_contact_signs_for_all_with_one_press(filled: Court) -> None:
    await filled.give()
    n = sum(printed("立案庭"))
    assert await filled.press(REGISTRAR, "sign-all") == f"已签收 {n} 项。"
    (card,) = filled.heard(REGISTRAR)
    assert f"已签收 {n} 项（2月26日 09:00）" in words(card)
    unit = filled.posts(REGISTRAR)[0].unit_id
    receipts = filled.rows(Receipt, unit_id=unit)
    assert {receipt.signed_by for receipt in receipts} == {filled.person(REGISTRAR).id}
    assert [receipt.signed_at is None for receipt in filled.rows(Receipt, unit_id=filled.posts(CIVIL)[0].unit_id)]
    await filled.until("2026-03-04 12:00")
    signing = next(task for task in filled.tasks(REGISTRAR) if task.form == "signing")
    assert [(row.audience, row.rung) for row in filled.rows(Reminder, task_id=signing.id)] == [("contact", "open")]


async def test_a_contact_signs_one_by_one_page_by_page(filled: Court) -> None:
    await filled.give()
    n = sum(printed("办公室"))
    await filled.press(OFFICE, "given")
    (card,) = filled.heard(OFFICE)
    assert f"办公室：第 1/{-(-n // 4)} 页，未签收 {n} 项" in words(card)
    signed = 0
    while signed < n:
        if "sign" not in filled.offers(OFFICE):
            page = re.search(r"第 (\d+)/", filled.text(OFFICE))
            assert page is not None
            (task,) = (task for task in filled.tasks(OFFICE) if task.form == "signing")
            await filled.press(OFFICE, "given", f"{task.id}-{int(page[1]) + 1}")
        assert await filled.press(OFFICE, "sign") == "已签收 1 项。"
        signed += 1
        left = filled.rows(Receipt, unit_id=filled.posts(OFFICE)[0].unit_id, signed_at=None)
        assert len(left) == n - signed
    (task,) = (task for task in filled.tasks(OFFICE) if task.form == "signing")
    assert task.state == "filed"
    assert len(filled.heard(OFFICE)) == 1


async def test_an_objection_and_its_reason_reach_the_director_once_and_in_office_hours(filled: Court) -> None:
    await filled.give()
    await filled.until("2026-02-26 23:30")
    heard = len(filled.heard(DIRECTOR))
    for _ in range(3):
        await filled.press(REGISTRAR, "object")
    assert len(filled.heard(DIRECTOR)) == heard
    await filled.until("2026-02-27 09:00")
    assert len([text for text in map(words, filled.heard(DIRECTOR)) if "提出异议" in text]) == 1
    assert "立案庭联络员对交办立案庭的事项提出异议" in filled.text(DIRECTOR)
    assert "已转创建办" in filled.text(REGISTRAR)
    await filled.say(REGISTRAR, "5.3.4 应由办公室承办")
    (task,) = (task for task in filled.tasks(REGISTRAR) if task.form == "signing")
    assert [(note.text, note.task_id) for note in filled.rows(Note)] == [("5.3.4 应由办公室承办", task.id)]
    assert task.state == "open"
    assert filled.text(DIRECTOR).endswith("● 立案庭联络员就交办立案庭的事项说明如下：\n5.3.4 应由办公室承办")
    assert len(filled.unasked(DIRECTOR, filled.now.date())) == 1
    assert "object" in [row.verb for row in filled.rows(Audit)]


async def test_whoever_has_not_signed_is_chased_after_two_working_days_and_shown_to_the_director_after_four(
    filled: Court,
) -> None:
    await filled.give()
    for title in filled.contacts():
        if title not in (REGISTRAR, CIVIL):
            await filled.sign(title)
    heard = len(filled.heard(REGISTRAR))
    await filled.until("2026-02-27 18:00")
    assert len(filled.heard(REGISTRAR)) == heard
    await filled.until("2026-02-28 09:30")  # a Saturday that is worked
    assert "2月28日（周六）" in filled.text(REGISTRAR)
    await filled.until("2026-03-02 17:00")
    told = [words(message) for message in filled.heard(DIRECTOR)]
    assert not [text for text in told if "尚未签收" in text]
    await filled.until("2026-03-03 09:30")
    assert "尚未签收：立案庭、民事审判庭" in filled.text(DIRECTOR)
    signing = next(task for task in filled.tasks(REGISTRAR) if task.form == "signing")
    rungs = [(row.audience, row.rung, row.on_date.isoformat()[5:]) for row in filled.rows(Reminder, task_id=signing.id)]
    assert rungs == [
        ("contact", "open", "02-26"),
        ("contact", "T", "02-28"),
        ("contact", "T+1", "03-02"),
        ("office", "T+2", "03-03"),
    ]
    # the director's card follows what becomes of it
    await filled.sign(REGISTRAR)
    assert "尚未签收：民事审判庭" in filled.text(DIRECTOR)
    await filled.sign(CIVIL)
    assert "尚未签收" not in filled.text(DIRECTOR)
    heard = len(filled.heard(DIRECTOR))
    await filled.until("2026-03-06 18:00")
    assert not [row for row in filled.rows(Reminder, task_id=signing.id) if row.on_date.isoformat() > "2026-03-03"]
    assert not [text for text in map(words, filled.heard(DIRECTOR)[heard:]) if "尚未签收" in text]


async def test_a_card_of_the_day_shows_what_has_been_signed_for(filled: Court) -> None:
    await filled.give()
    (card,) = filled.heard(POLITICAL)
    assert "今天请办 2 项" in words(card)
    await filled.sign(POLITICAL)
    now = next(message for message in filled.heard(POLITICAL) if message["message_id"] == card["message_id"])
    assert "今天请办 1 项" in words(now)
    assert "已办" in words(now)


@pytest.mark.parametrize("confirmed", ["2026-02-26 15:00", "2026-02-27 20:00"])
async def test_a_contact_who_is_confirmed_later_gets_the_card_then(new_court: object, confirmed: str) -> None:
    court: Court = await new_court("2026-02-26 09:00")  # type: ignore[operator]
    await court.say(DIRECTOR, f"/start {await court.claim_code()}")
    assert await court.give() == "已交办，已通知 0 个部门。"
    (post,) = court.posts(REGISTRAR)
    await court.say(DIRECTOR, "/people")
    await court.press(DIRECTOR, "posts", post.unit_id)
    await court.press(DIRECTOR, "invite", post.id)
    token = court.text(DIRECTOR).partition("start=")[2][:22]
    await court.say(REGISTRAR, f"/start {token}")
    await court.until(confirmed)
    assert court.rows(Task, form="signing") == []
    await court.press(DIRECTOR, "confirm")
    opens = "2026-02-26" if confirmed < "2026-02-27" else "2026-02-28"
    (task,) = court.rows(Task, form="signing")
    assert task.opens.isoformat() == opens
    if confirmed > "2026-02-27":  # nobody is spoken to in the evening
        assert "sign-all" not in court.offers(REGISTRAR)
        await court.until("2026-02-28 09:01")
    assert given(court.text(REGISTRAR)) == printed("立案庭")
    assert len(court.rows(Outbox, kind="card")) == 1
