"""What the stories of orders have in common: a task that is late, its proposal, the hands of its signer."""

from db.tables import Order, Task
from tests.beginnings import beginning
from tests.house import DIRECTOR, REGISTRAR, REGISTRAR_HEAD, Court
from tests.stories.test_readings import MEDIATION, open_question, task

VICE = "审委会专职委员"  # the deputy director of the office
LEADER = "副院长 2"
DAY_BEFORE, LATE, VERY_LATE = "2026-03-13 10:00", "2026-03-16 09:30", "2026-03-25 09:30"  # of what was due on 11 March
WHY = "统计平台升级，导出延迟；已安排专人每日核对。"


@beginning
async def unanswered(court: Court, until: str = LATE) -> Task:
    """The figures of February that nobody has reported."""
    await court.give()
    await court.sign(REGISTRAR)
    await court.until(until)
    return task(court, REGISTRAR, "5.2.1", "2026-02")


def about(court: Court, row: Task, state: str = "proposed") -> Order:
    (found,) = court.rows(Order, about_id=row.id, state=state)
    return found


def standing(court: Court, row: Task) -> list[tuple[str, str, str]]:
    return [(order.colour, order.rule, order.state) for order in court.rows(Order, about_id=row.id)]


def now(court: Court, order: Order) -> Order:
    return court.rows(Order, id=order.id)[0]


def answer(court: Court, order: Order) -> Task:
    """The task that explains it."""
    return court.rows(Task, id=now(court, order).task_id)[0]


async def look(court: Court, signer: str, order: Order) -> str:
    """From /tasks to the proposal, page by page."""
    await court.say(signer, "/tasks")
    await court.press(signer, "orders-waiting")
    page = 1
    while ("proposal", str(order.id)) not in court.buttons(signer):
        page += 1
        await court.press(signer, "orders-waiting", f"sign-{page}")
    await court.press(signer, "proposal", order.id)
    return court.text(signer)


async def issue(court: Court, row: Task, signer: str = DIRECTOR) -> Order:
    order = about(court, row)
    await look(court, signer, order)
    await court.press(signer, "issue-order", order.id)
    return now(court, order)


async def explain(court: Court, text: str = WHY) -> None:
    """By the contact, with the word of the head."""
    await court.press(REGISTRAR, "explain")
    await court.say(REGISTRAR, text)
    await court.press(REGISTRAR, "file")
    await confirm(court)


async def confirm(court: Court) -> None:
    await court.say(REGISTRAR_HEAD, "/tasks")
    await court.press(REGISTRAR_HEAD, "queue")
    await court.press(REGISTRAR_HEAD, "check")
    await court.press(REGISTRAR_HEAD, "accept")


async def make_up(court: Court, row: Task) -> None:
    """What the order is about."""
    await open_question(court, REGISTRAR, row)
    await court.say(REGISTRAR, MEDIATION)
    await open_question(court, REGISTRAR, row)
    await court.press(REGISTRAR, "file", row.id)
    await confirm(court)


async def review(court: Court, order: Order, verb: str, reviewer: str = DIRECTOR) -> None:
    """The explanation."""
    await court.say(reviewer, "/tasks")
    await court.press(reviewer, "queue")
    await court.press(reviewer, "check", f"{answer(court, order).id}-review")
    await court.press(reviewer, verb)


async def to_close(court: Court, order: Order, signer: str = DIRECTOR) -> str:
    await court.say(signer, "/tasks")
    await court.press(signer, "orders-waiting", "close-1")
    await court.press(signer, "order-closing", order.id)
    return court.text(signer)


async def put_in_charge(court: Court, post: str = REGISTRAR, leader: str = LEADER) -> None:
    unit = court.posts(post)[0].unit_id
    title, _, seat = leader.partition(" ")
    (row,) = (row for row in court.posts(title) if not seat or row.seat == int(seat))
    await court.say(DIRECTOR, "/people")
    await court.press(DIRECTOR, "charges")
    await court.press(DIRECTOR, "charge", unit)
    await court.press(DIRECTOR, "in-charge", f"{unit}-{row.id}")
