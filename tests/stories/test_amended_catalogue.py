"""The shipped notice, put together by people, is amended by a paper that prints its words."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import event

from catalogue import shipped
from db.tables import Assignment, Doubt, Indicator, Notice, Receipt, Requirement, Task
from domain.notice import Notice as Read
from services import assigning, grouping, publishing
from services.office import Office
from tests import clinic
from tests.clinic import Row
from tests.house import DIRECTOR, REGISTRAR, Court

SHIPPED = shipped.load("jiading-2022")
NEXT = "嘉法发〔2026〕8号"
MOST = 20  # statements


def printed(*changes: tuple[str, str]) -> tuple[Row, ...]:
    """The rows of annex 3 as they stand, with these words in place of others."""
    rows = []
    for area in SHIPPED.areas:
        for item in area.items:
            for one in item.indicators:
                text = one.text
                for old, new in changes:
                    text = text.replace(old, new)
                rows.append((area.title, f"{item.number}{item.title}", text, one.lead, "、".join(one.responsible)))
    return tuple(rows)


def heard(court: Court) -> dict[str, int]:
    return {title: len(court.heard(title)) for title in court.contacts()}


async def publish(court: Court, rows: Sequence[Row], number: str = NEXT) -> None:
    await court.use(lambda office: clinic.publish(office, rows, number))


async def test_its_own_words_change_nothing(signed: Court) -> None:
    before = heard(signed)
    demands = {row.id: (row.name, row.target, row.until) for row in signed.rows(Requirement)}
    await publish(signed, printed(), SHIPPED.number)
    assert heard(signed) == before
    assert {row.id: (row.name, row.target, row.until) for row in signed.rows(Requirement)} == demands
    assert [(row.edition, row.state) for row in signed.rows(Notice)] == [(1, "ended"), (2, "given")]
    assert {row.notice_id for row in signed.rows(Indicator)} == {signed.rows(Notice)[1].id}
    await signed.until("2026-03-02 10:00")  # the round of the month opens as ever
    assert signed.task(REGISTRAR, "2026-02").state == "open"


async def test_one_figure_raised_is_told_to_those_who_answer_for_it(signed: Court) -> None:
    before = heard(signed)
    await publish(signed, printed(("应用率在70%以上", "应用率在75%以上")))
    await signed.until("2026-02-27 09:05")  # today's card was the signing
    told = {title for title, n in heard(signed).items() if n > before[title]}
    assert told == {f"{name}联络员" for unit in SHIPPED.units if unit.name == "各业务部门" for name in unit.members}
    assert all(n - before[title] == 1 for title, n in heard(signed).items() if title in told)
    assert "　律师服务平台应用率 ≥ 70% → ≥ 75%" in signed.text(REGISTRAR)
    (row,) = signed.rows(Indicator, code="5.3.3")
    old, new = signed.rows(Requirement, indicator_id=row.id, seq=1)
    assert (old.parts, old.cadence, old.name) == (new.parts, new.cadence, new.name)  # as people have put it
    assert old.until == new.since
    assert row.title == next(one.title for one in SHIPPED.indicators if one.code == "5.3.3")
    await signed.say(REGISTRAR, "/why 5.3.3")
    assert "75%" in signed.text(REGISTRAR)
    await signed.say(DIRECTOR, "/status")
    assert signed.rows(Doubt, notice_id=signed.rows(Notice)[-1].id) == []


async def test_before_anything_is_given_the_amended_one_is_given_whole(filled: Court) -> None:
    await publish(filled, printed(("应用率在70%以上", "应用率在75%以上")))
    assert [row.state for row in filled.rows(Notice)] == ["ended", "given"]
    (row,) = filled.rows(Indicator, code="5.3.3")
    (demand,) = filled.rows(Requirement, indicator_id=row.id, seq=1)
    assert (demand.target, demand.since, demand.until) == ("75", None, None)
    assert len(filled.rows(Assignment)) > len(SHIPPED.indicators)
    assert await filled.use(assigning.give) is None
    await filled.until("2026-02-26 09:30")
    assert "交办" in filled.text(REGISTRAR)


async def test_a_group_that_nobody_convenes_leads_as_soon_as_somebody_does(signed: Court) -> None:
    rows = list(printed())
    rows.append(("六、新增工作", "（一）巡回审判", "建立巡回审判点管理机制。", "各片区法庭", "办公室"))
    await publish(signed, rows)
    (row,) = (one for one in signed.rows(Indicator) if one.lead == "各片区法庭")
    (lead,) = signed.rows(Assignment, indicator_id=row.id, part="lead")
    assert signed.rows(Receipt, assignment_id=lead.id) == []
    unit = signed.posts("南翔法庭联络员")[0].unit_id
    await signed.use(lambda office: grouping.convene(office, lead.unit_id, unit))
    assert [receipt.unit_id for receipt in signed.rows(Receipt, assignment_id=lead.id)] == [unit]


async def test_what_was_given_to_a_group_before_comes_back_to_nobody(signed: Court) -> None:
    """An indicator that is gone stays gone when a department joins the group that had it."""
    rows = [row for row in printed() if "巡回" not in row[2] and "英模精神" not in row[2]]
    await publish(signed, rows)
    (gone,) = (one for one in signed.rows(Indicator) if "英模精神" in one.text and one.code == "6.2.2")
    ids = {one.id for one in signed.rows(Assignment, indicator_id=gone.id)}
    group = next(one.unit_id for one in signed.rows(Assignment) if one.id in ids and one.part == "responsible")
    unit = signed.posts("派驻组联络员")[0].unit_id
    await signed.use(lambda office: grouping.add(office, group, unit))
    assert not [r for r in signed.rows(Receipt) if r.assignment_id in ids and r.ended_on is None]
    assert not [t for t in signed.rows(Task) if t.assignment_id in ids and t.state == "open"]


async def test_what_an_amendment_would_mean_is_asked_of_the_records_a_few_times(signed: Court) -> None:
    """However many indicators there are: the thread that thinks is not held up by it."""
    rows = printed(("应用率在70%以上", "应用率在75%以上"))

    def statements(office: Office) -> int:
        notice: Read = clinic.notice(office, rows, NEXT)
        office.session.flush()
        asked: list[str] = []

        def count(*told: Any) -> None:
            asked.append(told[2])

        bind = office.session.get_bind()
        event.listen(bind, "before_cursor_execute", count)
        try:
            found = publishing.change(office, notice)
        finally:
            event.remove(bind, "before_cursor_execute", count)
        assert (len(found.changed), found.unchanged) == (1, 50)
        return len(asked)

    assert 0 < await signed.use(statements) <= MOST
