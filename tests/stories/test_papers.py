"""工作简报 and 督办单 as documents: what stands in them is what is on record."""

from datetime import date

from bot.settings import HOME
from bot.translator import translators
from bot.views.bulletin import bulletin
from bot.views.order_sheet import sheet
from exports.official import draw
from services import bulletin as months
from services import order_sheet
from tests.house import DIRECTOR, REGISTRAR, REGISTRAR_HEAD, SHIPPED, Court
from tests.stories.orders import LATE, explain, issue, make_up
from tests.stories.test_readings import task
from tests.stories.test_remarks import remarked, to_draft


async def test_x(shipped: Court) -> None:
    await remarked(shipped)
    await to_draft(shipped)
    await shipped.press(DIRECTOR, "remark-give")
    await shipped.until(LATE)
    row = task(shipped, REGISTRAR, "5.2.1", "2026-02")
    order = await issue(shipped, row)
    await shipped.press(REGISTRAR_HEAD, "receive-order")
    await explain(shipped)
    await make_up(shipped, row)
    await shipped.say(REGISTRAR, "登记宣传 3月3日 诉前调解进社区 中央 http://example.org/1 司法为民")
    await shipped.until("2026-04-01 10:00")
    facts = await shipped.use(lambda office: months.gather(office, date(2026, 3, 1)))
    paper = await shipped.use(lambda office: order_sheet.gather(office, order.id))
    t = translators(HOME / "locales", SHIPPED.zone, SHIPPED.office_name)["zh_CN"]
    open("/tmp/b.docx", "wb").write(draw(bulletin(facts, t)))
    open("/tmp/o.docx", "wb").write(draw(sheet(paper, t)))
    import pickle

    pickle.dump((facts, paper), open("/tmp/facts.pkl", "wb"))
