"""An installation without a notice: what it says until one is published, and what happens then."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.app import furnish
from db.tables import Document, Indicator, Member, Notice, Post, Receipt, Task, Unit
from services import assigning
from tests import cellar, clinic
from tests.clinic import EMPTY, MEDICAL, NURSING, PHARMACY
from tests.house import DIRECTOR, Court, at
from tests.settings import SETTINGS
from tests.stories.test_import_review import sent, settle_all


@pytest.fixture
async def bare(tmp_path: Path) -> AsyncIterator[Court]:
    """Thursday, 26 February 2026, 9:00: the director has come in, no notice has."""
    database = cellar.migrated_in(tmp_path)
    furnish(database, EMPTY)
    database.dispose()
    court = Court(tmp_path, at("2026-02-26 09:00"), EMPTY)
    await court.build(MEDICAL, NURSING, PHARMACY)
    await court.open()
    await court.say(DIRECTOR, f"/start {await court.claim_code()}")
    yield court
    await court.close()


async def test_without_a_notice_everything_says_so_and_how_one_comes_in(bare: Court) -> None:
    said = "还没有发布通知"
    assert said in bare.text(DIRECTOR)
    for command in ("/status", "/tasks", "/help", "/digest"):
        answers = await bare.say(DIRECTOR, command)
        assert said in "".join(answers), command
        assert "导入" in "".join(answers)
    await bare.say(DIRECTOR, "/people")
    assert "giving" not in bare.offers(DIRECTOR)
    await bare.say(DIRECTOR, "/why 1.1.1")
    assert not await bare.use(assigning.is_to_be_given)
    await bare.until("2026-03-16 10:00")  # weeks pass, and nobody is told anything
    assert bare.rows(Task) == []
    assert bare.rows(Indicator) == []


async def test_started_again_it_still_waits(bare: Court) -> None:
    await bare.stop()
    database = cellar.open_in(bare.folder)
    furnish(database, EMPTY)
    database.dispose()
    await bare.open()
    assert [(row.number, row.state) for row in bare.rows(Notice)] == [("", "loaded")]
    assert len(bare.rows(Post)) == 2


async def test_before_the_first_notice_is_published_the_director_reads_in_whose_name_everything_will_be(
    bare: Court,
) -> None:
    await sent(bare, content=clinic.paper(clinic.CLINIC), name="通知.md")
    await settle_all(bare)
    await bare.press(DIRECTOR, "paper-publish")
    card = bare.text(DIRECTOR)
    assert "文件的单位名：上海市嘉定区人民法院；署名：“为群众办实事示范法院”创建活动领导小组办公室。" in card
    assert "总称：质量提升；代字：嘉法创简、嘉法督。" in card
    assert card.endswith("与本单位不符的，请先改 config.toml 并重新启动，再发布。")


async def test_the_first_notice_brings_departments_posts_and_cards(bare: Court) -> None:
    await bare.use(lambda office: clinic.publish(office, clinic.CLINIC))
    assert [(row.number, row.edition, row.state) for row in bare.rows(Notice)] == [
        ("", 1, "ended"),
        (clinic.NUMBER, 1, "given"),
    ]
    assert [row.code for row in bare.rows(Indicator)] == ["1.1.1", "1.1.2", "1.2.1", "2.1.1"]
    assert bare.rows(Indicator, code="1.1.1")[0].text == "门诊预约率不低于60%。"
    assert [row.name for row in bare.rows(Unit, kind="unit")] == ["医务科", "护理部", "药剂科"]
    assert bare.rows(Document)[0].state == "published"
    assert bare.rows(Document)[0].notice_id == bare.rows(Notice)[1].id
    for title in (MEDICAL, NURSING):
        await bare.takes(title, title)
    assert "交办事项签收" in bare.text(MEDICAL)
    await bare.sign(MEDICAL)
    unit = bare.posts(MEDICAL)[0].unit_id
    assert all(receipt.signed_at for receipt in bare.rows(Receipt, unit_id=unit))
    await bare.say(MEDICAL, "/why 1.1.1")
    assert "原文：门诊预约率不低于60%。" in bare.text(MEDICAL)
    assert f"依据：{clinic.NUMBER}" in bare.text(MEDICAL)
    await bare.say(DIRECTOR, "/status")
    assert "还没有发布通知" not in bare.text(DIRECTOR)
    # the quarter's figures are asked for when it is over, the month's when it is
    await bare.until("2026-03-02 10:00")
    assert {(task.form, task.period) for task in bare.tasks(NURSING)} == {
        ("readings", "2026-02"),
        *signing(bare, NURSING),
    }


async def test_a_group_waits_for_its_members_where_nobody_has_named_them(bare: Court) -> None:
    rows = (*clinic.CLINIC, ("二、队伍建设", "（一）培训", "各科室建立培训档案。", "医务科", "各科室"))
    await bare.use(lambda office: clinic.publish(office, rows))
    (group,) = bare.rows(Unit, kind="group")
    assert len(bare.rows(Member, group_id=group.id)) == 3


async def test_the_shipped_notice_does_not_come_instead_of_a_published_one(bare: Court) -> None:
    await bare.use(lambda office: clinic.publish(office, clinic.CLINIC))
    await bare.stop()
    database = cellar.open_in(bare.folder)
    furnish(database, SETTINGS)
    database.dispose()
    await bare.open()
    assert [row.number for row in bare.rows(Notice)] == ["", clinic.NUMBER]


def signing(court: Court, title: str) -> set[tuple[str, str]]:
    return {("signing", task.period) for task in court.tasks(title) if task.form == "signing"}
