from sqlite3 import Row
from typing import Any

from sandbox.errors import ApiError, bad, forbidden
from sandbox.personas import People
from sandbox.store import Store

SUPERGROUPS_BELOW = -1_000_000_000_000
# A group of fewer than 200 keeps small negative numbers; Telegram's look like this.
GROUPS_FROM = -4_000_000_000


def is_supergroup(chat: int) -> bool:
    """Channels are numbered like supergroups."""
    return chat < SUPERGROUPS_BELOW


class Chats:
    """Who is where, and whether the bot may speak there."""

    def __init__(self, store: Store, people: People) -> None:
        self._store = store
        self._people = people

    def get(self, chat: int) -> Row | None:
        return self._store.row("select * from chat where id = ?", (chat,))

    def groups(self) -> list[Row]:
        return self._store.rows("select * from chat where id < 0 order by id desc")

    def create(self, title: str, kind: str) -> int:
        """A group, a supergroup or a channel."""
        number = self._store.count_on("group")
        chat = (GROUPS_FROM if kind == "group" else SUPERGROUPS_BELOW - 2_000_000_000) - number
        self._store.run("insert into chat (id, kind, title) values (?, ?, ?)", (chat, kind, title))
        return chat

    def set(self, chat: int, column: str, value: Any) -> None:
        assert column in ("bot", "moved_to", "moved_from")
        self._store.run(f"update chat set {column} = ? where id = ?", (value, chat))  # noqa: S608 # nosec B608

    def status(self, chat: int, person: int) -> str:
        found = self._store.value("select status from member where chat = ? and person = ?", (chat, person))
        return "left" if found is None else str(found)

    def rules(self, chat: int, person: int) -> bool:
        return self.status(chat, person) in ("creator", "administrator")

    def is_channel(self, chat: int) -> bool:
        row = self.get(chat) if chat < 0 else None
        return row is not None and row["kind"] == "channel"

    def join(self, chat: int, person: int, status: str = "member") -> None:
        self._store.run("insert or replace into member values (?, ?, ?)", (chat, person, status))

    def members(self, chat: int) -> list[tuple[int, str]]:
        rows = self._store.rows(
            "select person, status from member where chat = ? and status not in ('left', 'kicked')", (chat,)
        )
        return [(row["person"], row["status"]) for row in rows]

    def has(self, chat: int, person: int) -> bool:
        return chat == person or self.status(chat, person) not in ("left", "kicked")

    def of(self, person: int) -> list[int]:
        """The private chat with the bot first, then the living groups."""
        rows = self._store.rows(
            "select c.id from member m join chat c on c.id = m.chat where m.person = ? and c.moved_to is null"
            " and m.status not in ('left', 'kicked') order by c.id desc",
            (person,),
        )
        return [person, *(row["id"] for row in rows)]

    def describe(self, chat: int) -> dict[str, Any]:
        """The Chat object inside messages."""
        if chat > 0:
            return {"id": chat, "type": "private", "first_name": self._people.user(chat)["first_name"]}
        row = self.get(chat)
        assert row is not None
        return {"id": chat, "type": row["kind"], "title": row["title"]}

    def must_speak(self, chat: int) -> None:
        """Refuses, in Telegram's words, a chat that the bot can't write to."""
        trouble = self._trouble_in_private(chat) if chat > 0 else self._trouble_in_group(chat)
        if trouble:
            raise trouble

    def must_know(self, chat: int) -> None:
        """Refuses a chat whose members the bot can't look at."""
        if chat > 0 and self._people.get(chat) is not None:
            return
        if trouble := self._trouble_in_group(chat):
            raise trouble

    def must_read(self, chat: int) -> None:
        """As `must_know`, but of a small group that it has left or that was upgraded the bot may still ask."""
        row = self.get(chat)
        if row is None or row["kind"] != "group" or row["bot"] == "never":
            self.must_know(chat)

    def _trouble_in_private(self, chat: int) -> ApiError | None:
        row = self._people.get(chat)
        if row is None:
            return bad("chat not found")
        if row["deactivated"]:
            return forbidden("user is deactivated")
        if row["blocked"]:
            return forbidden("bot was blocked by the user")
        return None if row["started"] else forbidden("bot can't initiate conversation with a user")

    def _trouble_in_group(self, chat: int) -> ApiError | None:
        row = self.get(chat)
        if row is None or row["bot"] == "never":
            return bad("chat not found")
        if row["moved_to"]:
            moved = {"migrate_to_chat_id": row["moved_to"]}
            return bad("group chat was upgraded to a supergroup chat", moved)
        if row["bot"] == "kicked":
            return forbidden(f"bot was kicked from the {row['kind']} chat")
        return forbidden(f"bot is not a member of the {row['kind']} chat") if row["bot"] == "left" else None
