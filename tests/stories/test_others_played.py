"""In the sandbox somebody holds one post, and the program plays everybody else through the same chats."""

from collections.abc import AsyncIterator

import pytest

from bot.agenda import agenda
from bot.backstage import Backstage
from bot.settings import HOME
from bot.translator import Translator, translators
from db.tables import Report
from tests.house import INSPECTION, REGISTRAR, Court, at
from tests.settings import SETTINGS

ROUND_OPENS, NOON = "2026-03-02 09:00", "2026-03-02 12:00"


@pytest.fixture
def words() -> dict[str, Translator]:
    known = translators(HOME / "locales", SETTINGS.zone, SETTINGS.office_name)
    return {"zh": known["zh_CN"], "en": known["en"]}


@pytest.fixture
async def backstage(signed: Court, words: dict[str, Translator]) -> AsyncIterator[Backstage]:
    found = Backstage(signed.house, signed.telegram, signed.clock, words, touring=False)
    yield found
    found._watching.cancel()


def reporters(court: Court) -> set[int]:
    return {report.by for report in court.rows(Report, state="filed")}


async def test_all_but_one_report_in_time_and_the_one_is_left_alone(signed: Court, backstage: Backstage) -> None:
    await backstage.play("on-time", signed.id(REGISTRAR))
    assert (backstage.played().manner, backstage.played().held) == ("on-time", signed.id(REGISTRAR))
    await backstage.move_to(at(NOON))
    filed = reporters(signed)
    silent = {title for title in signed.contacts() if signed.person(title).id not in filed}
    assert silent == {REGISTRAR, INSPECTION}  # 派驻组 sums up later
    assert "zero" in signed.offers(REGISTRAR)  # the card waits for whoever holds the post


async def test_whoever_is_never_heard_of_files_nothing_and_once_let_off_neither(
    signed: Court, backstage: Backstage
) -> None:
    await backstage.play("none", 0)
    await backstage.move_to(at(ROUND_OPENS))
    await backstage.play("off", 0)
    await backstage.move_to(at("2026-03-02 17:00"))
    assert reporters(signed) == set()


async def test_the_agenda_says_the_same_in_both_languages_and_leads_ahead(
    signed: Court, words: dict[str, Translator]
) -> None:
    chinese, english = [await signed.use(lambda office, t=t: agenda(office, t)) for t in words.values()]
    assert [when for when, _ in chinese] == [when for when, _ in english] == sorted(when for when, _ in chinese)
    assert all(when > signed.clock.now() for when, _ in chinese)
    told = {(when.astimezone(SETTINGS.zone).strftime("%m-%d %H:%M"), what) for when, what in chinese}
    assert {("02-28 17:30", "周报数据截止"), ("03-02 09:00", "周报印发"), ("03-02 09:00", "新一期任务下发")} <= told
