"""What three departments and an outsider do on one Monday, as Telegram hands it out."""

from typing import Any

from tests.house import CIVIL, DIRECTOR, POLITICAL, REGISTRAR
from tests.reliability.bench import Bench

Raw = dict[str, Any]


def card(bench: Bench, title: str) -> int:
    sql = "SELECT message_id FROM outbox WHERE kind = 'card' AND chat_id = ? ORDER BY id DESC LIMIT 1"
    ((number,),) = bench.ask(sql, bench.ids[title])
    return int(number)


def task(bench: Bench, unit: str, form: str) -> int:
    sql = "SELECT t.id FROM task t JOIN unit u ON u.id = t.unit_id WHERE u.name = ? AND t.form = ?"
    ((number,),) = bench.ask(sql, unit, form)
    return int(number)


def a_day(bench: Bench) -> list[Raw]:
    """Three departments at work, each in its own order."""
    sign = [
        bench.presses(title, card(bench, title), "sign-all", task(bench, unit, "signing"))
        for title, unit in ((REGISTRAR, "立案庭"), (CIVIL, "民事审判庭"), (POLITICAL, "政治部"))
    ]
    number = task(bench, "民事审判庭", "roll-call")
    return [
        *sign,
        bench.presses(CIVIL, card(bench, CIVIL), "zero", number),
        bench.says(CIVIL, "12"),
        bench.presses(CIVIL, card(bench, CIVIL), "file", number, rev=3),
        bench.says(DIRECTOR, "局面"),
        bench.says("院外人员", "你好", telegram_id=6_999_999),
    ]
