"""What an entry counts toward, and by what it stands."""

from db.tables import Counts, Entry, Requirement, Task
from domain.board import Light
from services import judging, lights
from services.office import Office
from tests.house import CIVIL, Court
from tests.stories.test_readings import task, why
from tests.stories.test_register_lists import CRIMINAL, entered


async def test_an_entry_counts_and_stands_by_its_link_or_its_file(whole: Court) -> None:
    await whole.give()
    await whole.sign(CRIMINAL)
    await whole.until("2026-03-02 10:00")
    row = task(whole, CRIMINAL, "4.1.1", "2026", "register")
    entry = await entered(whole, CRIMINAL, "登记典型案件 2月3日 公众关注的重大案件审结 大要案 https://court.example/1")
    (counts,) = whole.rows(Counts, entry_id=entry.id)
    assert whole.rows(Requirement, id=counts.requirement_id)[0].name == "年审结高关注刑事大要案"
    assert whole.rows(Task, id=row.id)[0].state == "open"
    entry = await entered(whole, CRIMINAL, "登记典型案件 2月10日 另一重大案件审结 大要案")
    assert whole.rows(Task, id=row.id)[0].state == "filed"
    assert "佐证：尚缺" in whole.text(CRIMINAL)
    assert (await why(whole, "4.1.1", 1)).split("\n")[0].endswith("待佐证")
    assert await whole.use(lambda office: _lights(office, row.id)) == (Light.GOOD, Light.BAD, Light.LATE)
    card = next(m for m in reversed(whole.heard(CRIMINAL)) if "佐证：尚缺" in str(m))
    await whole.send(CRIMINAL, "裁判文书.pdf", b"judgment", reply_to=card["message_id"])
    assert "佐证：1 个文件" in whole.text(CRIMINAL)
    shown = await why(whole, "4.1.1", 1)
    assert shown.split("\n")[0].endswith("现为 2 件　达标")
    assert await whole.use(lambda office: _lights(office, row.id)) == (Light.GOOD, Light.GOOD, Light.GOOD)
    # one less opens the year again
    await whole.say(CRIMINAL, "台账 典型案件")
    await whole.press(CRIMINAL, "entry", entry.id)
    await whole.press(CRIMINAL, "entry-remove", entry.id)
    await whole.say(CRIMINAL, "重复登记")
    await whole.press(CRIMINAL, "entry-gone")
    assert whole.rows(Task, id=row.id)[0].state == "open"
    assert "待数据" in (await why(whole, "4.1.1", 1)).split("\n")[0]


def _lights(office: Office, task_id: int) -> tuple[Light, ...]:
    """On time, proven, meets the target: of this task alone."""
    sight = lights.Sight(office, None, judging.all_of_them(office))
    (part,) = (one for one in lights.parts(sight, lights.units(office)) if one.task.id == task_id)
    return part.lights


async def test_an_entry_that_fits_several_is_linked_to_several_and_sums_say_so(whole: Court) -> None:
    await whole.give()
    await whole.sign(CRIMINAL)
    await whole.until("2026-03-02 10:00")
    entry = await entered(
        whole, "民事审判庭联络员", "登记宣传 2月20日 法治日报 中央 民法典典型案例 核心价值观 https://court.example/2"
    )
    assert len(whole.rows(Counts, entry_id=entry.id)) == 1
    await whole.press(CIVIL, "entry-also", entry.id)
    (published,) = (r for r in whole.rows(Requirement) if r.name == "省级以上刊物刊登报道")
    await whole.press(CIVIL, "entry-count", f"{entry.id}-{published.id}")
    assert "省级以上刊物刊登报道（4.4.1）" in whole.text(CIVIL)
    assert len(whole.rows(Counts, entry_id=entry.id)) == 2
    assert "其中 1 件同时计入其他项" in await why(whole, "4.4.1", 2)
    await whole.press(CIVIL, "entry", entry.id)
    await whole.press(CIVIL, "entry-correct", entry.id)
    await whole.say(CIVIL, "级别：自有")
    await whole.press(CIVIL, "entry-keep")
    new = whole.rows(Entry)[-1]
    names = {whole.rows(Requirement, id=c.requirement_id)[0].name for c in whole.rows(Counts, entry_id=new.id)}
    assert names == {"核心价值观媒体宣传"}  # a medium of one's own is no journal of the province
