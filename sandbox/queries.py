import json
from typing import Any

from sandbox.limits import QUERY_LIVES
from sandbox.store import Store

Json = dict[str, Any]
# Telegram's are long numbers; this keeps them from being mistaken for a message's.
FIRST = 4_000_000_000_000_000


class Queries:
    """Buttons that were pressed and wait for an answer, once and not for long."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def open(self, person: int, now: float) -> str:
        number = FIRST + self._store.count_on("query")
        self._store.run("insert into query (id, person, date) values (?, ?, ?)", (number, person, now))
        return str(number)

    def answer(self, query: str, now: float, answer: Json) -> bool:
        """False when it is unknown, was answered before or is too old."""
        told = json.dumps(answer, ensure_ascii=False)
        sql = "update query set answer = ? where id = ? and answer is null and date >= ?"
        oldest = now - QUERY_LIVES.total_seconds()
        return query.isdigit() and len(query) < 19 and self._store.run(sql, (told, int(query), oldest)) == 1

    def answered(self, query: str) -> Json | None:
        told = self._store.value("select answer from query where id = ?", (int(query),))
        return None if told is None else dict(json.loads(told))
