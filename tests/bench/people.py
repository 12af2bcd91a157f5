"""What people of a court write to a bot, as Telegram hands it out."""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from tests.bench.figures import folder, made
from tests.bench.given import MONDAY

DEPARTMENTS = 200
Json = dict[str, Any]


def records(departments: int = DEPARTMENTS) -> Path:
    """A folder of its own with the court's records as they were."""
    home = Path(tempfile.mkdtemp(dir=folder()))
    shutil.copy(made("court", str(departments)), home / "duban.db")
    return home


def ask(sql: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(made("court", str(DEPARTMENTS)))) as records:
        return records.execute(sql).fetchall()


def everybody() -> list[int]:
    return [person for (person,) in ask("SELECT telegram_id FROM person ORDER BY id")]


def contacts() -> list[tuple[int, int]]:
    """Each contact with the card that asks for the monthly round."""
    newest = ask(
        "SELECT o.chat_id, max(o.message_id) FROM outbox o JOIN reminder r ON r.outbox_id = o.id"
        " JOIN task t ON t.id = r.task_id"
        " WHERE o.kind = 'card' AND t.form = 'roll-call' AND r.audience = 'contact' GROUP BY o.chat_id"
    )
    return [(person, number) for person, number in newest]


def writes(person: int, text: str, number: int, to: int | None = None) -> Json:
    """A private message, as a reply where `to` is one."""
    chat = {"id": person, "type": "private"}
    sender = {"id": person, "is_bot": False, "first_name": "某人"}
    message: Json = {"message_id": number, "from": sender, "chat": chat, "date": int(MONDAY.timestamp()), "text": text}
    if text.startswith("/"):
        message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text)}]
    if to is not None:
        bot = {"id": 1, "is_bot": True, "first_name": "Duban"}
        message["reply_to_message"] = {"message_id": to, "from": bot, "chat": chat, "date": 1, "text": ""}
    return {"message": message}


def one_after_another(people: Sequence[int], text: str, number: int) -> Iterator[Json]:
    """So many messages, each from the next person."""
    for n in range(number):
        yield writes(people[n % len(people)], text, 5000 + n)
