"""工作简报 and 督办单 as documents: what stands in them is what is on record, and nobody's secret."""

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from docx.document import Document as Opened
from docx.oxml.ns import qn

from bot.settings import HOME
from bot.translator import Translator, translators
from bot.views import bulletin as bulletin_words
from bot.views import order_sheet as order_words
from db.tables import Order, Remark, Report, Task, Unit
from domain.facts.bulletin import Bulletin
from domain.facts.orders import Sheet
from exports.official import draw
from services import bulletin as months
from services import order_sheet
from tests.house import DIRECTOR, REGISTRAR, REGISTRAR_HEAD, Court
from tests.settings import SHIPPED
from tests.stories.orders import LATE, WHY, confirm, issue, make_up, review
from tests.stories.test_readings import task
from tests.stories.test_register_lists import LINE, entered
from tests.stories.test_remarks import ASKED, remarked, to_draft

MARCH, FEBRUARY = "2026-03", "2026-02"
MEASURE = "延时立案窗口"


@pytest.fixture
def t() -> Translator:
    return translators(HOME / "locales", SHIPPED.zone, SHIPPED.office_name)["zh_CN"]


def quiet(done: int, of: int) -> None:
    """Nobody waits for it."""


def words(document: Opened) -> str:
    """A paragraph a line, those of tables too."""
    return "\n".join(text(paragraph) for paragraph in document.element.body.iter(qn("w:p")))


def text(element: Any) -> str:
    return "".join(found.text or "" for found in element.iter(qn("w:t")))


async def printed(court: Court, month: str, t: Translator) -> tuple[Bulletin, Opened]:
    found: Bulletin | None = await court.use(lambda office: months.gather(office, month, quiet))
    assert found is not None
    page = bulletin_words.words(found, t)
    assert draw(page) == draw(page)
    return found, Document(BytesIO(draw(page)))


async def order_printed(court: Court, order: Order, t: Translator) -> dict[str, str]:
    """Label → what stands beside it."""
    found: Sheet | None = await court.use(lambda office: order_sheet.gather(office, f"2026-{order.number}", quiet))
    assert found is not None
    document = Document(BytesIO(draw(order_words.words(found, t))))
    assert document.tables[0].rows[0].cells[0].text == "黄色督办单"
    rows = [list(dict.fromkeys(cell.text for cell in row.cells)) for row in document.tables[1].rows]
    return {row[n]: row[n + 1] for row in rows for n in range(0, len(row) - 1, 2)}


async def test_a_month_is_told_from_the_records_and_an_order_follows_its_matter(shipped: Court, t: Translator) -> None:
    await remarked(shipped)
    await to_draft(shipped)
    await shipped.press(DIRECTOR, "remark-give")
    await entered(shipped, REGISTRAR, LINE.replace("2月20日", "3月2日"))
    await entered(shipped, REGISTRAR, f"登记举措 3月2日 {MEASURE} 司法为民")
    await shipped.until(LATE)
    row = task(shipped, REGISTRAR, "5.2.1", "2026-02")
    assert await shipped.use(lambda office: order_sheet.gather(office, "1", quiet)) is None
    order = await issue(shipped, row)
    facts = await shipped.use(lambda office: months.gather(office, MARCH, quiet))
    assert facts.orders == ()  # its department hears it first
    shown = await order_printed(shipped, order, t)
    assert shown["督办事项"] == "2月诉前调解七项数据（5.2.1），已逾期3个工作日"
    assert shown["督办依据"] == "逾期（院内设定）；嘉法发〔2022〕16号测评指标5.2.1；签发前已提醒联络员5次"
    assert shown["办理要求"] == "请于3月19日（周四）下班前补报并书面说明。"
    assert (shown["主送"], shown["签收"], shown["情况说明"]) == ("立案庭", "尚未签收", "尚未说明")
    assert shown["签发"] == "创建办主任\n2026年3月16日"
    await shipped.press(REGISTRAR_HEAD, "receive-order")
    await shipped.press(REGISTRAR, "explain")
    await shipped.say(REGISTRAR, WHY)
    await shipped.press(REGISTRAR, "file")
    shown = await order_printed(shipped, order, t)  # it has not left its department
    assert (shown["签收"], shown["情况说明"]) == ("立案庭庭长\n2026年3月16日", "尚未说明")
    await confirm(shipped)
    await make_up(shipped, row)
    await review(shipped, order, "accept")
    shown = await order_printed(shipped, order, t)
    assert shown["情况说明"] == f"{WHY}\n立案庭联络员，2026年3月16日"
    assert shown["核实情况"] == "说明已通过，事项已于2026年3月16日报送"
    assert shown["办结情况"] == "尚未销号"
    await shipped.until("2026-03-17 10:00")
    await _february(shipped, t)
    await _march(shipped, t, row)


async def _february(court: Court, t: Translator) -> None:
    """A month that is over has a number; nothing was due in it."""
    facts, document = await printed(court, "", t)
    told = words(document)
    assert "嘉法创简〔2026〕1号" in told
    assert facts.filings == ()
    assert "本月无应报事项。" in told
    assert "本月无领导批示。" in told
    assert await court.use(lambda office: months.gather(office, "2026-01", quiet)) is None
    assert await court.use(lambda office: months.gather(office, "2026-04", quiet)) is None


async def _march(court: Court, t: Translator, row: Task) -> None:
    facts, document = await printed(court, MARCH, t)
    told = words(document)
    outside = {unit.id: unit.name for unit in court.rows(Unit) if not unit.ranked}
    due = [one for one in court.rows(Task) if date(2026, 3, 1) <= one.due <= date(2026, 3, 31) and not one.quiet]
    due = [one for one in due if one.form != "signing" and one.cadence != "order" and one.unit_id not in outside]
    assert sum(one.asked for one in facts.filings) == len(due)
    assert all(one.asked == one.on_time + one.late + one.overdue + one.left for one in facts.filings)
    mine = next(one for one in facts.filings if one.unit == "立案庭")
    assert mine.late == 1
    assert line(document, "立案庭") == [str(value) for value in vars(mine).values()]
    assert "（送审稿）" in told  # the month is not over
    named = {unit.unit for unit in facts.filings} | {late.unit for late in facts.overdue}
    assert named & set(outside.values()) == set()
    (remark,) = court.rows(Remark)
    assert f"3月2日，院长在第1期周报上批示：“{remark.text}”。由立案庭办理，期限3月13日，尚未办结。" in told
    assert remark.text == ASKED
    assert "宣传1条：法官讲民法典进社区（立案庭，3月2日）。" in told
    assert line(document, "嘉法督〔2026〕1号")[1] == "黄色"
    (report,) = court.rows(Report, task_id=row.id)
    figures = next(found for found in lines(document) if found[1:2] == ["诉前调解案件成功率"])
    assert figures[3:] == ["≥50%", "48.7%", "未达标", f"2026-03-{report.id:04d}"]
    assert "诉前调解案件成功率（5.2.1）为48.7%，要求不低于50%，立案庭牵头" in told
    assert "4月3日（周五）前：3月“三个规定”月报告（15个部门）。" in told
    for hidden in (MEASURE, WHY):  # not printed; people's own words
        assert hidden not in told


def lines(document: Opened) -> list[list[str]]:
    return [[text(cell) for cell in row.iter(qn("w:tc"))] for row in document.element.body.iter(qn("w:tr"))]


def line(document: Opened, first: str) -> list[str]:
    return next(found for found in lines(document) if found[0] == first)


async def test_before_anything_was_given_out_there_is_no_month_to_tell_of(filled: Court) -> None:
    assert await filled.use(lambda office: months.gather(office, FEBRUARY, quiet)) is None
