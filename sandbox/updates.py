import json
from collections.abc import Sequence
from typing import Any

from sandbox.limits import UPDATES_KEPT
from sandbox.store import Store

Json = dict[str, Any]
# What Telegram leaves out unless it is asked for by name.
NOT_BY_DEFAULT = ("chat_member", "message_reaction", "message_reaction_count")
KINDS = (
    *("message", "edited_message", "channel_post", "edited_channel_post", "callback_query", "my_chat_member"),
    *NOT_BY_DEFAULT,
)


class Updates:
    """What waits for the bot, in order, until a higher offset confirms it or a day has gone by.
    Rows stay, with their fate: the other half of the oracle."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def queue(self, kind: str, date: int, body: Any) -> int | None:
        """Returns the update_id; None when the bot did not ask for this kind."""
        if not self._wanted(kind):
            return None
        number = self._store.count_on("update")
        told = json.dumps({"update_id": number, kind: body}, ensure_ascii=False)
        self._store.run("insert into event (id, kind, date, body) values (?, ?, ?, ?)", (number, kind, date, told))
        return number

    def queue_raw(self, date: int, body: Json) -> int:
        number = self._store.count_on("update")
        told = json.dumps({"update_id": number} | body, ensure_ascii=False)
        self._store.run("insert into event (id, kind, date, body) values (?, 'raw', ?, ?)", (number, date, told))
        return number

    def take(self, offset: int, limit: int, now: int) -> list[Json]:
        """Confirms all below a positive offset; a negative one keeps that many from the end."""
        self.forget_old(now)
        if offset > 0:
            self._end("confirmed", "id < ?", (offset,))
        elif offset < 0:
            newest = "select id from event where fate is null order by id desc limit ?"
            self._end("confirmed", f"id not in ({newest})", (-offset,))
        rows = self._store.rows("select body from event where fate is null order by id limit ?", (limit,))
        return [json.loads(row["body"]) for row in rows]

    def first(self) -> Json | None:
        """The one that a webhook is to be told next."""
        told = self._store.value("select body from event where fate is null order by id limit 1")
        return None if told is None else dict(json.loads(told))

    def confirm(self, number: int) -> None:
        self._end("confirmed", "id = ?", (number,))

    def forget_old(self, now: int) -> None:
        self._end("expired", "date < ?", (now - int(UPDATES_KEPT.total_seconds()),))

    def waiting(self) -> int:
        return int(self._store.value("select count(*) from event where fate is null"))

    def any(self) -> bool:
        return self._store.value("select 1 from event where fate is null limit 1") is not None

    def unheard(self, chat: int) -> list[int]:
        """Numbers of messages in a chat, written or changed, that still wait for the bot."""
        rows = self._store.rows("select kind, body from event where fate is null and kind like '%message'")
        found = [json.loads(row["body"])[row["kind"]] for row in rows]
        return [one["message_id"] for one in found if one["chat"]["id"] == chat]

    def drop(self) -> None:
        self._end("dropped", "1", ())

    def ask_for(self, kinds: Sequence[str]) -> None:
        """An empty list is the default again; the wish holds until it is changed."""
        self._store.set("allowed_updates", json.dumps(list(kinds)))

    def asked_for(self) -> list[str]:
        return list(json.loads(self._store.setting("allowed_updates") or "[]"))

    def _wanted(self, kind: str) -> bool:
        asked = self.asked_for()
        return kind in asked if asked else kind not in NOT_BY_DEFAULT

    def _end(self, fate: str, where: str, values: tuple[Any, ...]) -> None:
        self._store.run(f"update event set fate = ? where fate is null and {where}", (fate, *values))  # noqa: S608 # nosec B608
