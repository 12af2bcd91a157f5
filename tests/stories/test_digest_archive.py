"""Weekly reports that were issued: read again, corrected by a later one, remarked on."""

import json
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from bot.settings import HOME
from bot.translator import translators
from bot.views import digest as views
from db.tables import Digest, Remark
from domain.board import Board
from domain.facts.digest import Errata, Figure, Issue
from domain.facts.overview import Overdue
from services import bulletin, frozen
from tests.house import CIVIL, DIRECTOR, PRESIDENT, REGISTRAR, REGISTRAR_HEAD, Court, at
from tests.messages import words
from tests.settings import SETTINGS
from tests.stories.test_papers import quiet
from tests.stories.test_readings import open_question, task, with_everything
from tests.stories.test_status_and_digest import digests, file_february

SAMPLES = Path(__file__).parent / "issues"
T = translators(HOME / "locales", SETTINGS.zone, SETTINGS.office_name)["zh_CN"]


def sample(name: str) -> Digest:
    facts = json.loads((SAMPLES / f"{name}.json").read_text(encoding="utf-8"))
    at = datetime(2026, 3, 16, 9, tzinfo=timezone(timedelta(hours=8)))
    return Digest(id=3, number=3, week="2026-W11", state="issued", facts=facts, frozen_at=at, issued_at=at)


@pytest.mark.parametrize("name", ["2026-11-before-drafts", "2026-11", "2026-12"])
def test_an_issue_of_years_ago_is_read_as_it_was(name: str) -> None:
    """One file a form of the facts that was ever kept. None of them is changed; a new form brings a new file."""
    found = views.issue(Issue(frozen.read(sample(name))), T)
    assert found.text + "\n" == (SAMPLES / f"{name}.txt").read_text(encoding="utf-8")
    assert isinstance(found.picture, Board)
    assert [row.unit for row in found.picture.rows][:2] == ["政治部", "机关党委"]
    assert found.picture.title == "示范法院创建工作周报 第 3 期"


def test_nobody_is_named_without_the_day_on_which_the_holder_was_told() -> None:
    found = frozen.read(sample("2026-11"))
    title, day = "“三个规定”月报告", date(2026, 3, 2)
    behind = (
        Overdue(1, title, "2026-02", "立案庭", 7, day),
        Overdue(2, title, "2026-02", "执行局", 7, date(2026, 3, 3)),
        Overdue(3, title, "2026-02", "办公室", 7, None),
        Overdue(4, title, "2026-01", "商事审判庭", 27, day),
    )
    text = views.text(replace(found, behind=behind), T)
    named = [line for line in text.splitlines() if line.startswith("●")]
    assert named == [
        "● 1月“三个规定”月报告：商事审判庭（已逾期 27 个工作日，3月2日起已提醒）",
        "● 2月“三个规定”月报告：立案庭（已逾期 7 个工作日，3月2日起已提醒）",
        "● 2月“三个规定”月报告：执行局（已逾期 7 个工作日，3月3日起已提醒）",
    ]


def test_earlier_issues_that_are_wrong_in_the_same_way_are_corrected_together() -> None:
    def errata(number: int, met: int) -> Errata:
        figures = (Figure("met", met, met - 1), Figure("not met", 0, 1))
        return Errata(number, figures, (("案件（4.1.1）", ""),))

    found = replace(frozen.read(sample("2026-11")), earlier=(errata(9, 20), errata(8, 19), errata(3, 12)))
    lines = [line for line in views.text(found, T).splitlines() if line.startswith("更正：")]
    assert lines[1:] == ["更正：第 3、8、9 期，各期达标多计 1、未达标少计 1（案件（4.1.1），数据后有更正）"]


async def test_earlier_issues_are_read_again_and_remarked_on(signed: Court) -> None:
    await signed.until("2026-03-05 10:00")
    await file_february(signed, REGISTRAR)
    await signed.until("2026-03-09 09:05")
    first, second = digests(signed)
    (newest,) = await signed.say(PRESIDENT, "/digest")
    assert newest == second
    message = signed.last(PRESIDENT)["message_id"]
    assert signed.buttons(PRESIDENT) == [("units", ""), ("digest-no", "1")]
    await signed.press(PRESIDENT, "digest-no", 1)
    assert signed.last(PRESIDENT)["message_id"] == message
    assert "photo" in signed.last(PRESIDENT)
    assert signed.text(PRESIDENT) == f"{first}\n2026年3月2日印发"
    assert signed.buttons(PRESIDENT) == [("digest-no", "2")]
    await signed.say(PRESIDENT, "阅", to=message)
    assert [row.digest_id for row in signed.rows(Remark)] == [1]
    for asked, said in (
        ("/digest 1", f"{first}\n2026年3月2日印发"),
        ("周报 第2期", second),
        ("/digest 9", "没有第 9 期周报。最近一期请点 /digest。"),
        ("/digest 上周", "请写期号，例如：/digest 12"),
    ):
        assert await signed.say(PRESIDENT, asked) == [said]
    (said,) = await signed.say(REGISTRAR, "/digest 1")
    assert said.startswith("周报供院领导")
    await signed.say(REGISTRAR_HEAD, "/digest@duban_bot 1", chat=signed.group)
    assert signed.text(signed.group) == f"{first}\n2026年3月2日印发"
    assert "digest-no" not in signed.offers(signed.group)
    await signed.say(DIRECTOR, "/digest 1")
    assert "已阅 1 人：院长" in words(signed.last(DIRECTOR))


async def test_what_is_taken_back_after_an_issue_corrects_it_in_the_next(signed: Court) -> None:
    await signed.until("2026-03-02 10:00")
    await file_february(signed, REGISTRAR)
    await signed.until("2026-03-09 10:00")
    assert "按时 1，补报 0，逾期 14" in digests(signed)[-1]
    assert "更正" not in digests(signed)[-1]
    await signed.say(REGISTRAR, "/cancel", to=signed.last(REGISTRAR)["message_id"])
    await signed.press(REGISTRAR, "withdraw")
    await signed.until("2026-03-16 09:05")
    figures = "按时 1 应为 0、逾期 14 应为 15（2月“三个规定”月报告，数据后有更正）"
    assert f"更正：上期（第 2 期）{figures}" in digests(signed)[-1].splitlines()
    await file_february(signed, CIVIL)
    await signed.until("2026-03-23 09:05")
    assert "更正" not in digests(signed)[-1]
    await signed.until("2026-03-30 09:05")
    await signed.say(CIVIL, "/cancel", to=signed.last(CIVIL)["message_id"])
    await signed.press(CIVIL, "withdraw")
    await signed.until("2026-04-08 09:05")  # of whatever issue it stood in, and with what was said of it last
    found = [line for line in digests(signed)[-1].splitlines() if line.startswith("更正：")]
    matter = "（2月“三个规定”月报告，数据后有更正）"
    assert found == [
        f"更正：上期（第 5 期）补报 1 应为 0、逾期 14 应为 15{matter}",
        f"更正：第 4 期补报 1 应为 0、逾期 14 应为 15{matter}",
    ]


async def test_what_is_met_no_more_is_counted_and_named_as_what_is_newly_met_is_counted(whole: Court) -> None:
    await with_everything(whole)
    row = task(whole, REGISTRAR, "5.1.2", "2026-02")
    await open_question(whole, REGISTRAR, row)
    await whole.say(REGISTRAR, "90 100 100")
    await open_question(whole, REGISTRAR, row)
    await whole.press(REGISTRAR, "file", row.id)
    receipt = whole.last(REGISTRAR)["message_id"]
    await whole.until("2026-03-09 10:00")
    assert "比上期：新达标 1，新增逾期" in digests(whole)[-1]
    await whole.say(REGISTRAR, "更正：一审收案应为120件", to=receipt)
    await whole.press(REGISTRAR, "file", row.id)
    await whole.until("2026-03-16 09:05")
    assert "比上期：新达标 0，不再达标 1，新增逾期" in digests(whole)[-1]
    assert "\n不再达标：一审收案增幅下降（5.1.2，未达标）\n" in digests(whole)[-1]


async def test_a_figure_that_is_corrected_after_an_issue_corrects_its_verdicts_in_the_next(whole: Court) -> None:
    await with_everything(whole)
    row = task(whole, REGISTRAR, "5.2.1", "2026-02")
    await open_question(whole, REGISTRAR, row)
    await whole.say(REGISTRAR, "487 1200 1000 300 29999 400 20 100 300")  # one demand of seven is not met
    await open_question(whole, REGISTRAR, row)
    await whole.press(REGISTRAR, "file", row.id)
    receipt = whole.last(REGISTRAR)["message_id"]
    await whole.until("2026-03-09 10:00")
    assert "未达标 1" in digests(whole)[-1]
    await whole.say(REGISTRAR, "更正：诉前调解成功应为500", to=receipt)
    await whole.press(REGISTRAR, "file", row.id)
    await whole.until("2026-03-16 09:05")
    (line,) = [line for line in digests(whole)[-1].splitlines() if line.startswith("更正：")]
    assert line.startswith("更正：上期（第 2 期）")
    assert "未达标 1 应为 0" in line
    assert line.endswith("（5.2.1），数据后有更正）")
    assert "按时" not in line

    # a month that is over is told as it was at its end, whenever it is printed, with what was put right since
    await whole.off_until("2026-04-01 10:00")
    before = await whole.use(lambda office: bulletin.gather(office, "2026-03", quiet))
    await whole.say(REGISTRAR, "更正：诉前调解成功应为487", to=receipt)
    await whole.press(REGISTRAR, "file", row.id)
    after = await whole.use(lambda office: bulletin.gather(office, "2026-03", quiet))
    assert [(one.code, one.said, one.right) for one in after.put_right] == [("5.2.1", "no definition", "not met")]
    assert replace(after, at=before.at, put_right=()) == before
    assert before.cut_off == at("2026-03-31 23:59:59")
