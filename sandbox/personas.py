from collections.abc import Iterable
from dataclasses import dataclass
from sqlite3 import Row
from typing import Any

from sandbox.store import Store

# Accounts that speak for a chat: whoever is behind them is not told.
ANONYMOUS = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
CHANNEL = {"id": 136817688, "is_bot": True, "first_name": "Channel", "username": "Channel_Bot"}


@dataclass(frozen=True)
class Persona:
    """Somebody the page can be. `in_group`: a member of the group that a new world starts with."""

    id: int
    name: str
    role: str
    language_code: str = "zh-hans"
    in_group: bool = True


class People:
    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self, personas: Iterable[Persona]) -> None:
        sql = (
            "insert into person (id, name, role, language) values (?, ?, ?, ?) on conflict (id) do update"
            " set name = excluded.name, role = excluded.role, language = excluded.language"
        )
        for one in personas:
            self._store.run(sql, (one.id, one.name, one.role, one.language_code))

    def get(self, person: int) -> Row | None:
        return self._store.row("select * from person where id = ?", (person,))

    def has_started(self, person: int) -> bool:
        row = self.get(person)
        return row is not None and bool(row["started"])

    def all(self) -> list[Row]:
        return self._store.rows("select * from person order by rowid")

    def mark(self, person: int, column: str, value: int) -> None:
        assert column in ("started", "blocked", "deactivated")
        self._store.run(f"update person set {column} = ? where id = ?", (value, person))  # noqa: S608 # nosec B608

    def user(self, person: int) -> dict[str, Any]:
        """The person as a Telegram User object."""
        row = self.get(person)
        if row is None:
            return {"id": person, "is_bot": False, "first_name": ""}
        return {"id": row["id"], "is_bot": False, "first_name": row["name"], "language_code": row["language"]}
