"""三色督办单 from the signature to its end, its number, and the lists of them."""

from collections.abc import Callable
from dataclasses import replace

from db.tables import Order, Task
from services import moving, ordering
from services.office import Office
from tests.house import CIVIL, DIRECTOR, POLITICAL, PRESIDENT, REGISTRAR, REGISTRAR_HEAD, Court, at
from tests.messages import words
from tests.stories.orders import (
    WHY,
    answer,
    explain,
    issue,
    look,
    make_up,
    now,
    review,
    standing,
    to_close,
    unanswered,
)

NUMBER = "嘉法督〔2026〕1号"
STALE = "这张卡片已有变化，现已更新。"


# explained, and closed


async def test_an_order_is_done_when_it_is_explained_its_matter_filed_and_its_closing_verified(
    shipped: Court,
) -> None:
    row = await unanswered(shipped)
    order = await issue(shipped, row)
    await explain(shipped, "平台升级了。")
    await shipped.say(DIRECTOR, "/tasks")
    await shipped.press(DIRECTOR, "queue")
    await shipped.press(DIRECTOR, "check", f"{answer(shipped, order).id}-review")
    assert "平台升级了。" in shipped.text(DIRECTOR)
    await shipped.press(DIRECTOR, "give-back")
    await shipped.say(DIRECTOR, "请写明已采取的措施")
    assert answer(shipped, order).step == "returned"
    await shipped.say(REGISTRAR, "/tasks")
    await shipped.press(REGISTRAR, "task", answer(shipped, order).id)
    assert "原因：请写明已采取的措施" in shipped.text(REGISTRAR)
    await shipped.press(REGISTRAR, "mend")
    await shipped.say(REGISTRAR, WHY)
    await shipped.press(REGISTRAR, "file")
    await shipped.say(REGISTRAR_HEAD, "/tasks")
    await shipped.press(REGISTRAR_HEAD, "queue")
    await shipped.press(REGISTRAR_HEAD, "check")
    await shipped.press(REGISTRAR_HEAD, "accept")
    await review(shipped, order, "accept")
    await shipped.until("2026-03-17 09:30")  # its matter is still open: nobody asks for its closing
    assert answer(shipped, order).step == "accepted"
    await make_up(shipped, row)
    for title in (REGISTRAR, REGISTRAR_HEAD):  # what each of them was sent says how far it is
        (issued,) = (m for m in shipped.heard(title) if words(m).startswith(f"【黄色督办单】{NUMBER}"))
        assert "说明已通过，事项已报送" in words(issued)
    await shipped.until("2026-03-18 09:30")
    assert answer(shipped, order).step == "closing"
    assert "待销号督办单 1 件" in shipped.text(DIRECTOR)
    card = await to_close(shipped, order)
    assert card.startswith(f"【待销号】黄色督办单 {NUMBER}")
    assert f"说明：{WHY}" in card
    assert "事项已于 3月17日（周二）报送。" in card
    await shipped.press(DIRECTOR, "strike-order")
    assert shipped.text(DIRECTOR).startswith(f"已销号：黄色督办单 {NUMBER}")
    assert (now(shipped, order).state, answer(shipped, order).step) == ("done", "struck")
    sent = [m for m in shipped.heard(REGISTRAR) if words(m).startswith(f"【黄色督办单】{NUMBER}")]
    assert "已于 3月18日销号。" in words(sent[-1])
    await shipped.until("2026-04-02 09:30")
    assert standing(shipped, row) == [("yellow", "逾期", "done")]


async def test_what_it_is_about_is_asked_no_more_and_nobody_explains_it(shipped: Court) -> None:
    row = await unanswered(shipped)
    order = await issue(shipped, row)
    await shipped.use(lambda office: moving.withdraw(office, office.session.get_one(Task, row.id)))
    await shipped.until("2026-03-17 09:30")
    assert (now(shipped, order).state, answer(shipped, order).step) == ("done", "withdrawn")
    (sent,) = [words(m) for m in shipped.heard(REGISTRAR) if words(m).startswith(f"【黄色督办单】{NUMBER}")]
    assert "所督办事项已撤销，无须再作说明。" in sent


async def test_a_closing_is_put_off_with_a_reason_and_asked_for_again_by_the_department(shipped: Court) -> None:
    row = await unanswered(shipped)
    order = await issue(shipped, row)
    await explain(shipped)
    await make_up(shipped, row)
    await review(shipped, order, "accept")
    await shipped.until("2026-03-17 09:30")
    await to_close(shipped, order)
    await shipped.press(DIRECTOR, "keep-order")
    (said,) = await shipped.say(DIRECTOR, "！")
    assert said.startswith("暂不销号须写明原因，仍待销号。")
    await shipped.say(DIRECTOR, "待3月数据核对后再销号")
    assert answer(shipped, order).step == "accepted"
    await shipped.until("2026-03-18 09:30")
    assert answer(shipped, order).step == "accepted"  # once put off it is not asked for by itself
    sent = [m for m in shipped.heard(REGISTRAR) if words(m).startswith(f"【黄色督办单】{NUMBER}")][-1]
    assert "暂不销号：待3月数据核对后再销号" in words(sent)
    assert await shipped.press(REGISTRAR, "ask-closing", on=sent) == "已申请销号。"
    assert answer(shipped, order).step == "closing"
    await to_close(shipped, order)
    stale = shipped.button(shipped.id(DIRECTOR), "strike-order")
    await shipped.press(DIRECTOR, "strike-order")
    assert await shipped.touch(DIRECTOR, shipped.id(DIRECTOR), *stale, force=True) == STALE
    assert now(shipped, order).state == "done"


# numbers, lists


async def test_numbers_run_on_without_gaps_and_begin_anew_with_the_year(shipped: Court) -> None:
    await unanswered(shipped)
    proposals = shipped.rows(Order, state="proposed")
    director = shipped.person(DIRECTOR).id

    def signs(order: Order, day: str) -> Callable[[Office], bool]:
        def sign(office: Office) -> bool:
            then = replace(office, now=at(day), person_id=director, known={})
            found = then.session.get_one(Order, order.id)
            return ordering.sign(then, director, found)

        return sign

    own = shipped.posts(POLITICAL)[0].unit_id
    first, second, third, fourth, refused = [o for o in proposals if o.unit_id != own][:5]
    assert await shipped.use(signs(first, "2026-03-16 10:00"))
    await look(shipped, DIRECTOR, refused)
    await shipped.press(DIRECTOR, "no-order")
    await shipped.press(DIRECTOR, "reason")
    assert await shipped.use(signs(second, "2026-03-16 10:10"))
    assert await shipped.use(signs(third, "2027-01-04 10:00"))
    assert await shipped.use(signs(fourth, "2027-01-04 10:05"))
    assert not await shipped.use(signs(fourth, "2027-01-04 10:06"))
    found = [now(shipped, order) for order in (first, second, third, fourth, refused)]
    assert [(order.year, order.number) for order in found] == [(2026, 1), (2026, 2), (2027, 1), (2027, 2), (None, None)]
    assert answer(shipped, third).title.startswith("黄色督办单 嘉法督〔2027〕1号：")


async def test_director_and_leaders_have_a_list_and_the_department_its_own(shipped: Court) -> None:
    row = await unanswered(shipped)
    await shipped.say(PRESIDENT, "/status")
    assert "orders" not in shipped.offers(PRESIDENT)
    order = await issue(shipped, row)
    line = f"黄色督办单 {NUMBER}，立案庭，2月诉前调解七项数据（5.2.1），已逾期 3 个工作日，3月19日前办结"
    for title in (DIRECTOR, PRESIDENT):
        await shipped.say(title, "/status")
        await shipped.press(title, "orders")
        assert shipped.text(title).splitlines() == ["督办单：未办结 1 件，已了结 0 件", f"① {line}"]
        await shipped.press(title, "order-units")
        assert shipped.text(title) == "立案庭：未办结 1 件，已了结 0 件"
        await shipped.press(title, "orders", f"open-{order.unit_id}-1")
        await shipped.press(title, "orders", f"done-{order.unit_id}-1")
        assert shipped.text(title).splitlines() == ["立案庭，督办单：未办结 1 件，已了结 0 件", "没有已了结的督办单。"]
        await shipped.press(title, "orders", f"open-{order.unit_id}-1")
        await shipped.press(title, "order", order.id)
        assert shipped.text(title).startswith(f"【黄色督办单】{NUMBER}")
        assert shipped.button(shipped.id(title), "export", "order-2026-1")
    await shipped.press(DIRECTOR, "export", "order-2026-1")
    file = next(m["document"] for m in reversed(shipped.telegram.messages(shipped.id(DIRECTOR))) if "document" in m)
    assert file["file_name"].startswith("督办单_")
    (said,) = await shipped.say(REGISTRAR, "/why 5.2.1")
    assert line in said
    (said,) = await shipped.say(CIVIL, "/why 5.2.1")
    assert "督办单" not in said
    await shipped.press(REGISTRAR_HEAD, "receive-order")
    await shipped.say(DIRECTOR, "/why 5.2.1")
    await shipped.press(DIRECTOR, "history", row.id)
    assert f"创建办主任签发黄色督办单 {NUMBER}" in shipped.text(DIRECTOR)
    assert f"立案庭庭长签收{NUMBER}" in shipped.text(DIRECTOR)
    assert shipped.text(DIRECTOR).count("已提醒创建办主任") == 1  # of the delay, three days on; not of the proposal
    await shipped.say(DIRECTOR, "/status", chat=shipped.group)
    assert "orders" not in shipped.offers(shipped.group)
    await shipped.until("2026-03-23 09:30")
    assert not any("督办单" in words(message) for message in shipped.heard(shipped.group))
