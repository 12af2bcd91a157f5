"""A department on whose posts nobody is cannot be asked: it is counted as that, and never as late."""

from db.tables import Digest, Task
from domain.board import Light
from services import drilling, years
from services import overview as whole
from services.office import Office
from tests.conftest import NewCourt
from tests.house import CIVIL, DIRECTOR, REGISTRAR, Court
from tests.messages import words
from tests.stories.test_exports import opened, taken
from tests.stories.test_papers import printed, t
from tests.stories.test_papers import words as printed_words

__all__ = ["t"]  # a fixture
ROUND = "2026-02"


async def with_one_contact(new_court: NewCourt) -> Court:
    """立案庭 alone has somebody; the round of February fell due on 4 March for all of them."""
    court = await new_court("2026-02-26 09:00")
    await court.say(DIRECTOR, f"/start {await court.claim_code()}")
    await court.give()
    await court.takes(REGISTRAR, REGISTRAR)
    await court.beat()
    await court.sign(REGISTRAR)
    await court.until("2026-03-20 10:00")
    return court


async def test_the_overview_counts_them_apart_and_the_figures_add_up(new_court: NewCourt) -> None:
    court = await with_one_contact(new_court)
    (caption,) = await court.say(DIRECTOR, "/status")
    assert "报送：本月应报 16，按时 0，补报 0，逾期 1，未到期 0，无联络员 15" in caption
    assert "逾期未签收部门" not in caption
    assert "最久未报：2月“三个规定”月报告，立案庭" in caption
    await court.press(DIRECTOR, "units")
    found = court.text(DIRECTOR).split("\n")
    assert found[1] == "① 立案庭　逾期 1"
    assert all("逾期" not in line and "无联络员" in line for line in found[2:])


async def test_its_page_its_year_and_its_line_say_that_nobody_is_there(new_court: NewCourt) -> None:
    court = await with_one_contact(new_court)
    unit = court.posts(CIVIL)[0].unit_id

    def looked(office: Office) -> None:
        (row,) = (task for task in court.rows(Task, unit_id=unit, period=ROUND) if task.form == "roll-call")
        line = drilling.line(office, office.session.get_one(Task, row.id))
        assert (line.state, line.overdue) == ("vacant", 0)
        assert years.of(office, unit).overdue == 0
        standing = whole.standing(office)
        assert sum(one.overdue for one in standing.units) == standing.overdue == 1
        (civil,) = (one for one in standing.units if one.unit == "民事审判庭")
        assert not any(cell.on_time is Light.BAD or cell.received is Light.BAD for cell in civil.cells)
        assert drilling.totals(office)["without_a_contact"] == 15

    await court.use(looked)
    await court.say(DIRECTOR, "/status")
    await court.press(DIRECTOR, "units")
    await court.press(DIRECTOR, "unit", unit)
    assert "\n无联络员\n" in court.text(DIRECTOR)
    assert "2月“三个规定”月报告，3月4日到期，无联络员" in court.text(DIRECTOR)


async def test_the_weekly_report_and_the_documents_do_not_call_it_late(new_court: NewCourt, t: object) -> None:
    court = await with_one_contact(new_court)
    issued = [words(m) for m in court.heard(DIRECTOR) if "工作周报" in words(m)][-1]
    assert "逾期 1，未到期 1，无联络员 14" in issued  # 派驻组's delays are told to nobody there
    assert "民事审判庭" not in issued
    assert court.rows(Digest)
    _, content = await taken(court, DIRECTOR, "ledger")
    cells = [str(cell.value) for sheet in opened(content) for row in sheet.iter_rows() for cell in row if cell.value]
    assert any("无联络员" in text for text in cells)
    late = [line for text in cells for line in text.split("\n") if "逾期" in line]
    assert late == ["逾期 1"]  # of 立案庭


async def test_the_bulletin_names_them_as_without_a_contact(new_court: NewCourt, t: object) -> None:
    court = await with_one_contact(new_court)
    await court.until("2026-04-08 10:00")
    found, document = await printed(court, "2026-03", t)  # type: ignore[arg-type]
    assert [one.unit for one in found.filings if one.overdue] == ["立案庭"]
    assert "民事审判庭" in found.vacant
    assert "立案庭" not in found.vacant
    assert "无联络员，其应报事项不计逾期。" in printed_words(document)


async def test_who_comes_onto_the_post_takes_over_what_is_past_due(new_court: NewCourt) -> None:
    court = await with_one_contact(new_court)
    await court.takes(CIVIL, CIVIL)
    await court.beat()
    (caption,) = await court.say(DIRECTOR, "/status")
    assert "逾期 2，未到期 0，无联络员 14" in caption
