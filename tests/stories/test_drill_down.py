"""From the overview down to a file of proof in one message: filters, why it is red, and what is not there any more."""

from sqlmodel import select

from db.queries import people
from db.tables import Audit, Indicator, Outbox, Proof, Task
from domain.board import Light
from domain.lifecycle import Event
from domain.people import Principal, Seat
from services import answered, judging, lifecycle, overview, reds
from services.facts import FACTS
from services.office import Office
from tests.house import CIVIL, DIRECTOR, PRESIDENT, REGISTRAR, Court
from tests.stories.test_closing import receipt
from tests.stories.test_review import at_review

PROOF = b"%PDF-1.4 " + "诉前调解统计".encode()


async def test_a_leader_comes_from_the_count_to_the_file_and_back(shipped: Court) -> None:
    row = await at_review(shipped)
    await receipt(shipped, row)
    await shipped.send(REGISTRAR, "统计表.pdf", PROOF, reply_to=shipped.last(REGISTRAR)["message_id"])
    (proof,) = shipped.rows(Proof)
    (caption,) = await shipped.say(PRESIDENT, "/status")
    assert "待您处理" not in caption
    assert ("matters", "review-0-1") in shipped.buttons(PRESIDENT)
    await shipped.press(PRESIDENT, "matters", "review-0-1")
    page = shipped.last(PRESIDENT)["message_id"]
    assert shipped.text(PRESIDENT).startswith(
        "待审核 1 项，最久的在前\n● ① 立案庭，2月诉前调解七项数据（5.2.1）　由创建办审核"
    )
    await shipped.press(PRESIDENT, "history", row.id)
    assert "立案庭联络员报送第 1 版" in shipped.text(PRESIDENT)
    await shipped.press(PRESIDENT, "report")
    text = shipped.text(PRESIDENT)
    assert "第 1 版，回执 2026-03-" in text
    assert "佐证 1 件\n① 统计表.pdf" in text
    assert shipped.last(PRESIDENT)["message_id"] == page

    assert await shipped.press(PRESIDENT, "proof", proof.id) == "文件见下方。"
    sent = shipped.telegram.messages(shipped.id(PRESIDENT))[-1]
    assert sent["document"]["file_name"] == "统计表.pdf"
    assert sent["caption"].startswith("佐证：立案庭，2月诉前调解七项数据")
    assert [a.subject for a in shipped.rows(Audit, verb="view proof")] == [f"proof/{proof.id}"]
    assert await shipped.use(lambda office: _calls_up(office, shipped.id(CIVIL), proof.id)) == "no-proof"
    args = {"task": row.id, "page": 1, "proof": proof.id}
    for kind in ("history", "report", "proof"):
        # in the chat of one who has left the post
        old = Outbox(
            key="", chat_id=shipped.id(CIVIL), kind=kind, args=args, rank=0, not_before=proof.at, since=proof.at
        )
        assert await shipped.use(lambda office, old=old: FACTS[old.kind](office, old.args, old)) is None

    # one that the disk has no more has a sentence of its own, and goes on the trail once
    path = shipped.folder / "proof" / str(proof.hash)[:2] / str(proof.hash)
    path.write_bytes(b"something else")
    report = next(m for m in shipped.heard(PRESIDENT) if m["message_id"] == page)
    for _ in range(2):
        await shipped.press(PRESIDENT, "proof", proof.id, on=report)
        assert shipped.text(PRESIDENT).startswith("文件“统计表.pdf”（立案庭，2月诉前调解七项数据（5.2.1））不在存放处")
        path.unlink(missing_ok=True)
    (missed,) = shipped.rows(Audit, verb="miss proof")
    assert (missed.subject, missed.data) == (f"proof/{proof.id}", {"hash": proof.hash})

    report = next(m for m in shipped.heard(PRESIDENT) if m["message_id"] == page)
    number, data = shipped.button(shipped.id(PRESIDENT), "up", on=report)
    assert await shipped.touch(PRESIDENT, shipped.id(PRESIDENT), number, data) is None
    assert (
        await shipped.touch(PRESIDENT, shipped.id(PRESIDENT), number, data, force=True)
        == "这张卡片已有变化，现已更新。"
    )
    report = next(m for m in shipped.heard(PRESIDENT) if m["message_id"] == page)
    assert "报送第 1 版" in report["caption"]  # pressed twice, gone up once


def _calls_up(office: Office, telegram_id: int, proof_id: int) -> object:
    """As the contact of another department, in private."""
    person = people.by_telegram(office.session, telegram_id)
    assert person is not None
    seats = tuple(
        Seat(post.id, post.title, post.role, unit.id, unit.name)  # type: ignore[arg-type]
        for post, unit in people.seats(office.session, person.id)
    )
    who = Principal(person.id, telegram_id, telegram_id, person.name, "zh_CN", "active", seats)
    return answered.call_up(office, who, proof_id)


async def test_every_red_light_of_the_board_has_its_reason_and_no_other_has(signed: Court) -> None:
    await signed.until("2026-03-09 10:00")
    board, causes = await signed.use(_lit)
    assert board
    assert board == causes

    await signed.say(DIRECTOR, "/status")
    await signed.press(DIRECTOR, "reds", "0-0-1")
    assert signed.text(DIRECTOR).startswith("为什么亮红灯：")
    assert "2月“三个规定”月报告（2.1.1），已逾期 3 个工作日，已提醒 " in signed.text(DIRECTOR)
    assert "1/2" in str(signed.last(DIRECTOR)["reply_markup"])
    await signed.press(DIRECTOR, "reds", "0-0-2")
    await signed.press(DIRECTOR, "history")
    await signed.press(DIRECTOR, "up")
    assert "2/2" in str(signed.last(DIRECTOR)["reply_markup"])  # back to the page one came from


def _lit(office: Office) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """Department and kind of every red light: as the board shows them, and as they are explained."""
    kinds = {"received": "received", "on time": "on_time", "proven": "proven", "meets": "meets"}
    units = {unit.id: unit.name for unit in people.units(office.session)}
    board = {
        (row.unit, name)
        for row in overview.standing(office).units
        for cell in row.cells
        for name in kinds.values()
        if getattr(cell, name) is Light.BAD
    }
    found = reds.found(office, judging.all_of_them(office))
    return board, {(units[one.unit_id], kinds[one.light]) for one in found}


async def test_what_is_gone_since_is_said_in_one_sentence(signed: Court) -> None:
    await signed.until("2026-03-09 10:00")
    row = signed.task(REGISTRAR, "2026-02")
    await signed.say(DIRECTOR, "/status")
    await signed.press(DIRECTOR, "overdue")
    await signed.use(lambda office: _withdraw(office, row.id))
    await signed.press(DIRECTOR, "history", row.id)
    assert "此事项已撤销，不再要求报送；此前记录留存备查。" in signed.text(DIRECTOR)

    await signed.say(DIRECTOR, "/why 2.1.1")
    await signed.use(_rename)
    await signed.press(DIRECTOR, "periods")
    assert signed.text(DIRECTOR) == "现行通知中没有指标 2.1.1，可能已调整。"
    await signed.press(DIRECTOR, "up")  # the page above is about it too
    assert signed.text(DIRECTOR) == "现行通知中没有指标 2.1.1，可能已调整。"
    await signed.press(DIRECTOR, "status")
    assert signed.text(DIRECTOR).startswith("截至 3月9日")
    assert "photo" not in signed.last(DIRECTOR)


def _withdraw(office: Office, task_id: int) -> None:
    task = office.session.get_one(Task, task_id)
    lifecycle.move(office, task, Event.WITHDRAW, frozenset({"rule"}))


def _rename(office: Office) -> None:
    office.session.exec(select(Indicator).where(Indicator.code == "2.1.1")).one().code = "2.9.9"


async def test_a_page_of_which_nobody_knows_whether_it_came_is_not_taken_for_the_one_before(signed: Court) -> None:
    await signed.say(DIRECTOR, "/status")
    top = signed.text(DIRECTOR)
    signed.telegram.faults.add("editMessageCaption", "accepted-500")
    await signed.press(DIRECTOR, "units")
    assert signed.text(DIRECTOR).startswith("各部门")
    await signed.press(DIRECTOR, "up")  # shown as soon as the line is tried again
    await signed.until("2026-02-26 11:05")
    assert signed.text(DIRECTOR).partition("\n")[2] == top.partition("\n")[2]
    assert "up" not in signed.offers(DIRECTOR)
