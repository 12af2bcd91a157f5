import json
from collections.abc import Mapping
from sqlite3 import Row
from typing import Any

from sandbox.store import Store


def brief(outcome: Any) -> Any:
    """A message by its number alone, updates by theirs: enough to compare with what a bot wrote down."""
    if isinstance(outcome, dict) and "message_id" in outcome:
        return {"message_id": outcome["message_id"], "chat_id": outcome["chat"]["id"]}
    if isinstance(outcome, list) and outcome and "update_id" in outcome[0]:
        return [one["update_id"] for one in outcome]
    if isinstance(outcome, list):
        return [brief(one) for one in outcome]
    return outcome


class History:
    """Every call that reached Telegram and what came of it, without the token and the bytes of files."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def write(
        self, at: str, method: str, params: Mapping[str, Any], *, ok: bool, outcome: Any, fault: str | None = None
    ) -> None:
        told = json.dumps(params, ensure_ascii=False, default=str)
        came = json.dumps(brief(outcome), ensure_ascii=False)
        self._store.run(
            "insert into history (at, method, params, ok, outcome, fault) values (?, ?, ?, ?, ?, ?)",
            (at, method, told, ok, came, fault),
        )

    def read(self, method: str | None = None) -> list[dict[str, Any]]:
        """`ok` says whether the call was carried out, `fault` which misfortune met it (it may be both)."""
        return _told(self._store.rows("select * from history where ?1 is null or method = ?1 order by id", (method,)))

    def latest(self, limit: int) -> list[dict[str, Any]]:
        """The last so many calls, the oldest first."""
        sql = "select * from (select * from history order by id desc limit ?) order by id"
        return _told(self._store.rows(sql, (limit,)))


def _told(rows: list[Row]) -> list[dict[str, Any]]:
    return [
        dict(row) | {"ok": bool(row["ok"]), "params": json.loads(row["params"]), "outcome": json.loads(row["outcome"])}
        for row in rows
    ]
