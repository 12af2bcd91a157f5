"""A newer notice amends the one at work: what moves, what keeps its rule, and who hears of it."""

from collections.abc import AsyncIterator, Sequence
from datetime import date
from pathlib import Path

import pytest

from bot.app import furnish, make_desk
from bot.secrets import secret
from db.tables import Assignment, Audit, Indicator, Notice, Outbox, Post, Receipt, Requirement, Task
from domain.verdicts import Verdict
from services import judging, publishing
from services.office import Office
from tests import cellar, clinic
from tests.clinic import CLINIC, EMPTY, HEALTH, MEDICAL, NUMBER, NURSING, PHARMACY, Row
from tests.house import Court, at
from tests.messages import words

NEXT = "某医发〔2026〕19号"
# one figure raised, one lead changed, one indicator gone, one new
AMENDED: tuple[Row, ...] = (
    CLINIC[0],
    ("一、医疗质量", "（一）门诊服务", "每月巡查门诊不少于6次。", "护理部", "护理部"),
    ("一、医疗质量", "（二）用药安全", "建立住院总药师制度，推行药学门诊。", "医务科", "药剂科"),
    ("二、队伍建设", "（一）培训", "建立传染病监测预警机制。", "公卫科", "公卫科"),
)


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[Court]:
    """Thursday, 26 February 2026, 11:00: the notice is published, everybody is on a post and has signed."""
    rows = (*CLINIC, ("二、队伍建设", "（一）培训", "规范病历书写管理。", "公卫科", "公卫科"))
    database = cellar.migrated_in(tmp_path)
    furnish(database, EMPTY)
    desk = make_desk(database, EMPTY, secret(tmp_path), "duban_bot")
    desk.call(lambda office: clinic.publish(office, rows), at("2026-02-26 09:00"), "terminal")
    desk.close()
    database.dispose()
    court = Court(tmp_path, at("2026-02-26 09:10"), EMPTY)
    await court.build()
    await court.open()
    for persona in court.telegram.personas():
        court.telegram.world.people.mark(persona.id, "started", 1)  # the notice is given out already
    await court.fill()
    for title in (MEDICAL, NURSING, PHARMACY, HEALTH):
        await court.sign(title)
    await court.until("2026-02-26 11:00")
    yield court
    await court.close()


async def amend(court: Court, rows: Sequence[Row], number: str = NEXT) -> None:
    await court.use(lambda office: clinic.publish(office, rows, number))


REST = ("二、队伍建设", "（一）培训", "规范病历书写管理。", "公卫科", "公卫科")


def indicator(court: Court, words_: str) -> Indicator:
    (found,) = (row for row in court.rows(Indicator) if words_ in row.text)
    return found


def holders(court: Court, row: Indicator) -> set[tuple[str, str]]:
    """(department, part) of what is still theirs."""
    parts = {a.id: a.part for a in court.rows(Assignment, indicator_id=row.id)}
    units = {post.unit_id: post.title for post in court.rows(Post, role="contact")}
    receipts = [r for r in court.rows(Receipt) if r.assignment_id in parts and r.ended_on is None]
    return {(units[r.unit_id].removesuffix("联络员"), parts[r.assignment_id]) for r in receipts}


def told(court: Court, title: str, since: int) -> list[str]:
    return [words(message) for message in court.heard(title)[since:]]


async def report(court: Court, title: str, task: Task, text: str) -> None:
    if court.offers(title) and "task" in court.offers(title):
        await court.press(title, "task", task.id)
    await court.say(title, text, to=court.last(title)["message_id"])
    await court.press(title, "file", task.id)


def verdict(office: Office, code: str) -> Verdict:
    return judging.all_of_them(office).indicators[code]


async def test_what_an_amendment_would_mean_is_shown_and_nothing_is_written(house: Court) -> None:
    before = len(house.rows(Audit))
    found = await house.use(lambda office: publishing.change(office, clinic.notice(office, AMENDED, NEXT)))
    assert (found.number, found.edition, found.is_first, found.units) == (NEXT, 1, False, ())
    assert [one.title for one in found.added] == ["建立传染病监测预警机制"]
    assert [one.title for one in found.removed] == ["开展应急演练", "规范病历书写管理"]
    assert {one.code: [line.field for line in one.lines] for one in found.changed} == {
        "1.1.2": ["demand"],
        "1.2.1": ["lead"],
    }
    assert found.unchanged == 1
    assert (found.departments, found.persons) == (4, 4)
    assert len(house.rows(Audit)) == before
    assert [row.number for row in house.rows(Notice)] == ["", NUMBER]


async def test_the_same_notice_once_more_changes_nothing_and_nobody_hears_of_it(house: Court) -> None:
    heard = {title: len(house.heard(title)) for title in house.contacts()}
    await amend(house, (*CLINIC, REST), NUMBER)
    assert {title: len(house.heard(title)) for title in house.contacts()} == heard
    assert [(row.number, row.edition, row.state) for row in house.rows(Notice)][1:] == [
        (NUMBER, 1, "ended"),
        (NUMBER, 2, "given"),
    ]
    assert {row.notice_id for row in house.rows(Indicator)} == {house.rows(Notice)[-1].id}
    assert all(row.until is None for row in house.rows(Requirement))


async def test_rows_in_another_order_only_get_other_codes(house: Court) -> None:
    heard = {title: len(house.heard(title)) for title in house.contacts()}
    ids = {row.text: row.id for row in house.rows(Indicator)}
    await amend(house, (CLINIC[1], CLINIC[0], CLINIC[2], REST, CLINIC[3]), NUMBER)
    assert {row.text: row.id for row in house.rows(Indicator)} == ids
    assert indicator(house, "巡查门诊").code == "1.1.1"
    assert indicator(house, "门诊预约率").code == "1.1.2"
    assert {title: len(house.heard(title)) for title in house.contacts()} == heard


async def test_each_person_affected_hears_once_what_is_new_changed_and_gone(house: Court) -> None:
    rows = (*AMENDED[:2], AMENDED[2], CLINIC[3], REST)  # the figure and the lead alone
    heard = {title: len(house.heard(title)) for title in house.contacts()}
    await amend(house, rows)
    await house.until("2026-02-27 09:30")  # the card of the day was the signing
    assert told(house, HEALTH, heard[HEALTH]) == []
    (nursing,) = told(house, NURSING, heard[NURSING])
    assert nursing.splitlines() == [
        f"【通知】{NEXT}已发布，与您有关的变化：",
        "调整 1 项：",
        "· 1.1.2 巡查门诊（牵头）",
        "　巡查门诊 ≥ 4 次/月（每月） → ≥ 6 次/月（每月）",
        "已报的数据照旧保留，已结束的周期仍按原指标。",
    ]
    medical = "".join(told(house, MEDICAL, 0))  # on the card of the day, which was there already
    assert "新增 1 项：\n· 1.2.1 建立住院总药师制度（牵头）" in medical
    assert "新增部分请签收。" in medical
    pharmacy = "".join(told(house, PHARMACY, 0))
    assert "· 1.2.1 建立住院总药师制度（责任）\n　牵头：药剂科 → 医务科" in pharmacy
    await house.press(MEDICAL, "sign-all")
    assert not [r for r in house.rows(Receipt) if r.signed_at is None and r.ended_on is None]


async def test_departments_tasks_and_receipts_follow(house: Court) -> None:
    gone, drill = indicator(house, "病历书写"), indicator(house, "应急演练")
    pharmacists = indicator(house, "总药师")
    await house.off_until("2026-07-01 10:00")  # the half-year's practice is asked for
    (open_one,) = (t for t in house.tasks(PHARMACY) if t.form == "readings" and t.state == "open")
    await amend(house, AMENDED)
    assert {(row.text, row.code) for row in house.rows(Indicator, notice_id=house.rows(Notice)[-1].id)} == {
        ("门诊预约率不低于60%。", "1.1.1"),
        ("每月巡查门诊不少于6次。", "1.1.2"),
        ("建立住院总药师制度，推行药学门诊。", "1.2.1"),
        ("建立传染病监测预警机制。", "2.1.1"),
    }
    assert holders(house, gone) == holders(house, drill) == set()
    assert holders(house, pharmacists) == {("医务科", "lead"), ("药剂科", "responsible")}
    assert house.rows(Task, id=open_one.id)[0].unit_id == house.posts(MEDICAL)[0].unit_id
    ids = {a.id for row in (gone, drill) for a in house.rows(Assignment, indicator_id=row.id)}
    assert not [t for t in house.rows(Task) if t.assignment_id in ids and t.state == "open"]
    new = indicator(house, "传染病")
    assert holders(house, new) == {("公卫科", "lead")} or holders(house, new) == {
        ("公卫科", "lead"),
        ("公卫科", "responsible"),
    }
    verbs = {row.verb for row in house.rows(Audit)}
    assert {"publish", "amend demand", "move", "end indicator", "withdraw task"} <= verbs


async def test_what_is_new_is_asked_for_on_the_next_working_day(house: Court) -> None:
    await house.off_until("2026-07-01 10:00")
    await amend(house, AMENDED)
    heard = len(house.heard(HEALTH))
    assert "新增 1 项" in house.text(HEALTH)
    await house.until("2026-07-02 09:05")
    assert len(house.heard(HEALTH)) == heard + 1
    assert "2.1.1" in house.text(HEALTH) or "建立传染病监测预警机制" in house.text(HEALTH)


async def test_a_closed_period_keeps_its_target_and_the_open_one_has_the_new_one(house: Court) -> None:
    await house.until("2026-03-02 10:00")
    await report(house, NURSING, house.task(NURSING, "2026-02"), "5次")
    assert await house.use(lambda office: verdict(office, "1.1.2")) is Verdict.MET
    await house.until("2026-03-20 10:00")  # February is closed, March is not over
    await amend(house, (CLINIC[0], AMENDED[1], CLINIC[2], CLINIC[3], REST))
    old, new = house.rows(Requirement, indicator_id=indicator(house, "巡查门诊").id)
    assert (old.target, old.until, new.target, new.since) == ("4", date(2026, 3, 1), "6", date(2026, 3, 1))
    assert old.seq == new.seq
    assert await house.use(lambda office: verdict(office, "1.1.2")) is Verdict.MET
    await house.say(NURSING, "/why 1.1.2")
    assert "自2026年3月1日起： ≥ 6 次/月" in house.text(NURSING)
    await house.until("2026-04-01 10:00")
    await report(house, NURSING, house.task(NURSING, "2026-03"), "5次")
    assert await house.use(lambda office: verdict(office, "1.1.2")) is Verdict.NOT_MET
    await house.say(NURSING, "/why 1.1.2")
    assert "自2026年3月1日起" not in house.text(NURSING)


async def test_an_open_period_is_asked_by_the_new_figure(house: Court) -> None:
    await house.until("2026-03-02 10:00")
    task = house.task(NURSING, "2026-02")
    await amend(house, (CLINIC[0], AMENDED[1], CLINIC[2], CLINIC[3], REST))
    await report(house, NURSING, task, "5次")
    assert await house.use(lambda office: verdict(office, "1.1.2")) is Verdict.NOT_MET


async def test_started_again_the_published_one_stays(house: Court) -> None:
    await amend(house, AMENDED)
    await house.stop()
    database = cellar.open_in(house.folder)
    furnish(database, EMPTY)
    database.dispose()
    await house.open()
    assert [row.state for row in house.rows(Notice)] == ["ended", "ended", "given"]
    assert house.rows(Outbox, state="dead") == []
