"""Fifty with one invitation, and thousands who have none."""

import json
import os
from collections import Counter
from datetime import timedelta
from typing import Any

import pytest

from db.queries import people
from services import people as posts
from services.office import Office
from tests.house import DEPUTY, REGISTRAR, at
from tests.security.gate import GROUP, NOW, Gate, Raw, post_of

STRANGERS = 50_000 if os.environ.get("DUBAN_EVERY_STEP") else 2_000
CAP = 100  # config.toml: strangers_a_day


def ask(gate: Gate, sql: str) -> list[tuple[Any, ...]]:
    with gate.database.connect() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(sql)]


def claims(gate: Gate, token: str, n: int) -> list[Raw]:
    return [claim(gate, 8_000_000 + i, token) for i in range(n)]


def claim(gate: Gate, number: int, token: str) -> Raw:
    raw = gate.says(DEPUTY, f"/start {token}")
    raw["message"]["from"] = {"id": number, "is_bot": False, "first_name": f"来人{number}"}
    raw["message"]["chat"] = {"id": number, "type": "private"}
    return raw


@pytest.mark.parametrize("batch", [50, 1])
def test_of_fifty_who_bring_one_invitation_exactly_one_waits(batch: int, opened: Gate) -> None:
    def invite(office: Office) -> str:
        return posts.invite(office, post_of(office.session, REGISTRAR).id).token

    raws = claims(opened, opened.desk.call(invite, NOW, "invite"), 50)
    for i in range(0, 50, batch):
        opened.desk.keep(raws[i : i + batch], NOW)
        while opened.desk.work(NOW).handled:
            continue
    ids = "(SELECT id FROM person WHERE telegram_id >= 8000000)"
    assert ask(opened, f"SELECT count(*) FROM person WHERE id IN {ids}") == [(1,)]
    assert ask(opened, f"SELECT state FROM person WHERE id IN {ids}") == [("waiting",)]
    assert ask(opened, f"SELECT count(*) FROM invite WHERE claimed_by IN {ids}") == [(1,)]
    assert ask(opened, "SELECT count(*) FROM audit WHERE verb = 'claim'") == [(1,)]
    assert ask(opened, "SELECT count(*) FROM outbox WHERE kind = 'stranger'") == [(49,)], "all like strangers"
    bodies = ask(opened, "SELECT count(*) FROM inbox WHERE raw LIKE '%来人%' OR raw LIKE '%\\u6765%'")
    assert bodies == [(1,)], "of those who came too late nothing is kept"


@pytest.mark.parametrize("why", ["used", "run out", "of nothing"])
def test_a_bad_invitation_looks_like_none(why: str, opened: Gate) -> None:
    def invite(office: Office) -> str:
        return posts.invite(office, post_of(office.session, REGISTRAR).id).token

    token = opened.desk.call(invite, NOW - timedelta(hours=25 if why == "run out" else 0), "invite")
    if why == "used":
        opened.desk.keep([claim(opened, 8_500_000, token)], NOW)
        opened.desk.work(NOW)
    tried = opened.tried(claim(opened, 8_500_001, "A" * 22 if why == "of nothing" else token))
    assert not tried.changed
    assert [(chat, kind) for chat, kind, _ in tried.said] == [(8_500_001, "stranger")]


def flood(gate: Gate, n: int) -> list[Raw]:
    """Of every kind, each by somebody else."""
    found = []
    for i in range(n):
        number = 9_000_000 + i
        sender = {"id": number, "is_bot": False, "first_name": "=1+1", "username": f"director{i}"}
        group = i % 5 == 1
        chat = {"id": GROUP, "type": "group"} if group else {"id": number, "type": "private"}
        message = {"message_id": i + 1, "from": sender, "chat": chat, "date": int(NOW.timestamp())}
        words = message | {"text": "示范 " * 800}
        file = {"file_id": "x" * 80, "file_unique_id": "y" * 20, "file_name": "z" * 200, "file_size": 1}
        query = {"id": str(number), "from": sender, "message": message, "data": "give..0.AAAAAAAAAAA"}
        body: Raw = (
            {"message": words},
            {"message": words},
            {"edited_message": words | {"edit_date": 1}},
            {"callback_query": query},
            {"message": message | {"document": file, "caption": "A" * 1000}},
        )[i % 5]
        found.append(gate.update(body))
    return found


def test_thousands_of_strangers_leave_a_number_each_and_a_capped_few_are_answered(opened: Gate) -> None:
    raws = flood(opened, STRANGERS)
    before, pages = tables(opened), ask(opened, "SELECT * FROM pragma_page_count")
    for i in range(0, STRANGERS, 100):
        opened.desk.keep(raws[i : i + 100], NOW)
        while opened.desk.work(NOW).handled:
            continue
    after = tables(opened)
    assert after - before == Counter(inbox=STRANGERS, outbox=CAP)
    assert before - after == Counter()
    assert ask(opened, "SELECT count(*) FROM outbox WHERE kind = 'stranger'") == [(CAP,)]
    newest = ask(opened, "SELECT raw FROM inbox ORDER BY id DESC LIMIT 1000")
    kept = {json.dumps(sorted(json.loads(raw) or {})) for (raw,) in newest}
    assert kept == {"[]", '["pressed"]'}
    assert not ask(opened, "SELECT 1 FROM outbox WHERE kind = 'stranger' AND chat_id < 0")
    ((grown,),) = ask(opened, "SELECT * FROM pragma_page_count")
    assert (grown - pages[0][0]) * 4096 < 200 * STRANGERS, "bytes a stranger"


def tables(gate: Gate) -> Counter[str]:
    names = [str(name) for (name,) in ask(gate, "SELECT name FROM sqlite_master WHERE type = 'table'")]
    return Counter({name: int(str(ask(gate, f"SELECT count(*) FROM {name}")[0][0])) for name in names})


def test_after_two_days_nothing_says_who_they_were(opened: Gate) -> None:
    opened.desk.keep(flood(opened, 20), NOW)
    opened.desk.work(NOW)
    opened.session.connection().exec_driver_sql("UPDATE outbox SET state = 'sent' WHERE kind = 'stranger'")
    opened.session.commit()
    later = at("2026-03-06 09:00")
    opened.desk.keep([opened.says(DEPUTY, "/help")], later)
    opened.desk.tick(later)
    assert ask(opened, "SELECT count(*) FROM outbox WHERE chat_id >= 9000000") == [(0,)]
    assert ask(opened, "SELECT count(*) FROM inbox WHERE sender >= 9000000") == [(0,)]
    assert people.known(opened.session, {9_000_000}) == set()
    opened.session.rollback()
