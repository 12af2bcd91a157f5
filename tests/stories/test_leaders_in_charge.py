"""分管分工: the director sets which leader is in charge of which department."""

from datetime import date

from db.tables import Audit, Charge
from services import charging
from tests.house import CIVIL, DIRECTOR, INSPECTION, OFFICER, REGISTRAR, Court

VICE = "副院长 2"


async def leader(court: Court, post: str) -> str | None:
    """Who is in charge of the department of a post, as whoever decides for it finds it."""
    unit_id = court.posts(post)[0].unit_id
    found: str | None = await court.use(lambda office: (one := charging.in_charge(office, unit_id)) and one[1].name)
    return found


async def choose(court: Court, post: str, leader: str) -> None:
    unit = court.posts(post)[0].unit_id
    title, _, seat = leader.partition(" ")
    (row,) = (row for row in court.posts(title) if not seat or row.seat == int(seat))
    await court.say(DIRECTOR, "/people")
    await court.press(DIRECTOR, "charges")
    await court.press(DIRECTOR, "charge", unit)
    assert await court.press(DIRECTOR, "in-charge", f"{unit}-{row.id}") == "已确定，当日生效。"


async def test_until_a_leader_is_set_a_department_answers_to_the_director(filled: Court) -> None:
    assert await leader(filled, REGISTRAR) is None
    await filled.say(DIRECTOR, "/people")
    assert "未定分管 15 个部门" in filled.text(DIRECTOR)
    await filled.press(DIRECTOR, "charges")
    assert "立案庭　未定" in filled.text(DIRECTOR)
    assert filled.text(DIRECTOR).endswith("未定之前，督办单和报告送创建办主任。")
    await filled.press(DIRECTOR, "charge", filled.posts(REGISTRAR)[0].unit_id)
    assert filled.text(DIRECTOR) == "请选定立案庭的分管领导。"


async def test_a_leader_is_told_apart_by_seat_and_is_answered_to(filled: Court) -> None:
    await choose(filled, REGISTRAR, VICE)
    assert "立案庭　副院长 2" in filled.text(DIRECTOR)
    assert await leader(filled, REGISTRAR) == VICE
    assert await leader(filled, CIVIL) is None
    await filled.say(DIRECTOR, "/people")
    assert "未定分管 14 个部门" in filled.text(DIRECTOR)
    await filled.press(DIRECTOR, "posts", filled.posts(REGISTRAR)[0].unit_id)
    assert "分管领导：副院长 2" in filled.text(DIRECTOR)


async def test_a_change_ends_the_row_before_on_the_same_day(filled: Court) -> None:
    await choose(filled, REGISTRAR, VICE)
    await filled.until("2026-03-02 10:00")
    await choose(filled, REGISTRAR, "院长")
    assert [(row.since, row.until) for row in filled.rows(Charge)] == [
        (date(2026, 2, 26), date(2026, 3, 2)),
        (date(2026, 3, 2), None),
    ]
    await choose(filled, REGISTRAR, "副院长 4")  # twice on one day
    assert [row.until for row in filled.rows(Charge)] == [date(2026, 3, 2), date(2026, 3, 2), None]
    assert await leader(filled, REGISTRAR) == "副院长 4"
    trail = [row for row in filled.rows(Audit) if row.verb == "put in charge"]
    assert [row.person_id for row in trail] == [filled.person(DIRECTOR).id] * 3
    assert trail[1].data["before"] == trail[0].data["post"]


async def test_a_leader_who_cannot_be_reached_leaves_it_with_the_director(filled: Court) -> None:
    await choose(filled, REGISTRAR, VICE)
    filled.telegram.faults.add("sendMessage", "403", text="Forbidden: bot was blocked by the user")
    await filled.say(VICE, "/help")
    assert await leader(filled, REGISTRAR) is None


async def test_the_body_from_outside_has_no_leader_of_the_court(filled: Court) -> None:
    await filled.say(DIRECTOR, "/people")
    await filled.press(DIRECTOR, "charges")
    assert "派驻组" not in filled.text(DIRECTOR)
    assert await leader(filled, INSPECTION) is None


async def test_nobody_but_the_director_sets_it(filled: Court) -> None:
    assert await filled.say(OFFICER, "/people") == ["此项由创建办主任办理。"]
    assert filled.rows(Charge) == []
