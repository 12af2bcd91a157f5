import json
from collections.abc import Callable
from sqlite3 import Row
from typing import Any

from sandbox.chats import Chats, is_supergroup
from sandbox.personas import ANONYMOUS, CHANNEL
from sandbox.pins import Pins
from sandbox.reactions import Reactions
from sandbox.store import Store

Json = dict[str, Any]
BOT = 0  # the sender of what the bot wrote


class Messages:
    """What was written where. A body keeps the content fields of Telegram's Message;
    keys that begin with "_" are for the page and never reach the bot:

    `_reply_to` the message answered, `_as` the chat in whose name it was written and `_by` who did so,
    `_reactions` and `_pinned` what has become of it since."""

    def __init__(self, store: Store, chats: Chats, user: Callable[[int], Json]) -> None:
        self._store = store
        self._chats = chats
        self._user = user
        self.pins = Pins(store)
        self.reactions = Reactions(store)

    def write(self, chat: int, sender: int, date: int, body: Json) -> int:
        """Private chats and small groups count together, each supergroup by itself, as at Telegram."""
        number = self._store.count_on(f"message {chat}" if is_supergroup(chat) else "message")
        self._store.run(
            "insert into message (chat, id, sender, date, version, body) values (?, ?, ?, ?, ?, ?)",
            (chat, number, sender, date, self._store.count_on("version"), json.dumps(body, ensure_ascii=False)),
        )
        return number

    def get(self, chat: int, number: int) -> Row | None:
        return self._store.row("select * from message where chat = ? and id = ? and not gone", (chat, number))

    def body(self, chat: int, number: int) -> Json:
        row = self.get(chat, number)
        return {} if row is None else dict(json.loads(row["body"]))

    def together(self, chat: int, number: int) -> list[int]:
        """The numbers of the messages in the same album; of the one alone where it is in none."""
        album = self.body(chat, number).get("media_group_id")
        if album is None:
            return [number]
        sql = "select id from message where chat = ? and not gone and json_extract(body, '$.media_group_id') = ?"
        return [row["id"] for row in self._store.rows(f"{sql} order by id", (chat, album))]

    def change(self, chat: int, number: int, body: Json, edited: int | None) -> None:
        self._store.run(
            "update message set body = ?, edited = coalesce(?, edited), version = ? where chat = ? and id = ?",
            (json.dumps(body, ensure_ascii=False), edited, self._store.count_on("version"), chat, number),
        )

    def remove(self, chat: int, number: int) -> None:
        self._store.run("update message set gone = 1 where chat = ? and id = ?", (chat, number))
        self.pins.remove(chat, number)
        self.touch(chat, number)

    def touch(self, chat: int, number: int) -> None:
        """The page is to look at it again."""
        sql = "update message set version = ? where chat = ? and id = ?"
        self._store.run(sql, (self._store.count_on("version"), chat, number))

    def pinned(self, chat: int, *, page: bool = False) -> Json | None:
        """The pinned message that was written last."""
        number = self.pins.newest(chat)
        row = self.get(chat, number) if number else None
        return None if row is None else self._object(row, quoted=page, page=page)

    def show(self, chat: int, number: int) -> Json:
        """The Message object as Telegram hands it to the bot."""
        row = self.get(chat, number)
        assert row is not None
        return self._object(row, quoted=True, page=False)

    def after(self, chat: int, number: int) -> list[Json]:
        rows = self._store.rows(
            "select * from message where chat = ? and id > ? and not gone order by id", (chat, number)
        )
        return self._for_page(chat, rows)

    def changed(self, chat: int, version: int, limit: int) -> list[Json]:
        """For the page: what is new, changed or gone since `version`, at most the `limit` latest messages."""
        rows = self._store.rows(
            "select * from (select * from message where chat = ? and version > ? order by id desc limit ?) order by id",
            (chat, version, limit),
        )
        return self._for_page(chat, rows)

    def before(self, chat: int, number: int, limit: int) -> list[Json]:
        rows = self._store.rows(
            "select * from (select * from message where chat = ? and id < ? and not gone order by id desc limit ?)"
            " order by id",
            (chat, number, limit),
        )
        return self._for_page(chat, rows)

    def last_in_private(self) -> dict[int, Json]:
        """person → the last message of the private chat with the bot, its first line and date."""
        newest = "select chat, max(id) id from message where chat > 0 and not gone group by chat"
        rows = self._store.rows(f"select m.* from message m join ({newest}) n using (chat, id)")  # noqa: S608 # nosec B608
        return {row["chat"]: {"date": row["date"], "text": _first_line(json.loads(row["body"]))} for row in rows}

    def news_in_private(self, since: int) -> list[Json]:
        """What the bot wrote or changed in private chats after a version, in that order, as its readers see it."""
        sql = "select * from message where chat > 0 and sender = ? and version > ? and not gone order by version"
        return [self._object(row, quoted=False, page=False) for row in self._store.rows(sql, (BOT, since))]

    def version(self) -> int:
        return int(self._store.value("select value from counter where name = 'version'") or 0)

    def _for_page(self, chat: int, rows: list[Row]) -> list[Json]:
        reactions, pinned = self.reactions.within(chat), set(self.pins.all(chat))
        told: list[Json] = []
        for row in rows:
            number = row["id"]
            if row["gone"]:
                told.append({"message_id": number, "gone": True})
                continue
            since: Json = {"_reactions": reactions[number]} if number in reactions else {}
            since |= {"_pinned": True} if number in pinned else {}
            told.append(self._object(row, quoted=True, page=True) | since)
        return told

    def _object(self, row: Row, *, quoted: bool, page: bool) -> Json:
        body: Json = json.loads(row["body"])
        chat = self._chats.describe(row["chat"])
        told: Json = {
            "message_id": row["id"],
            **self._author(row, chat, body.get("_as")),
            "chat": chat,
            "date": row["date"],
        }
        if row["edited"]:
            told["edit_date"] = row["edited"]
        if quoted and (answered := body.get("_reply_to")) and (earlier := self.get(row["chat"], answered)):
            told["reply_to_message"] = self._object(earlier, quoted=False, page=page)
        told.update(body if page else {key: value for key, value in body.items() if key[0] != "_"})
        return told

    def _author(self, row: Row, chat: Json, name: int | None) -> Json:
        """Who is told to have written it: the writer, the group of an anonymous administrator, or a channel."""
        if chat["type"] == "channel":
            return {"sender_chat": chat}
        if name is None:
            return {"from": self._user(row["sender"])}
        return {"from": ANONYMOUS if name == row["chat"] else CHANNEL, "sender_chat": self._chats.describe(name)}


def _first_line(body: Json) -> str:
    words = body.get("text") or body.get("caption") or body.get("document", {}).get("file_name") or ""
    return str(words).partition("\n")[0]
