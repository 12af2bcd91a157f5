import re
from typing import Any

from sandbox.errors import ApiError, Refused
from sandbox.keyboards import holds
from sandbox.limits import CAPTION, TEXT
from sandbox.messages import BOT
from sandbox.text import found_in, units
from sandbox.world import World

Json = dict[str, Any]


class Talk:
    """What people do in chats. Each verb says no (`Refused`) where Telegram's apps would not offer it.

    In a supergroup one can speak `as_chat`: as the group itself (an anonymous administrator), or as one's channel.
    """

    world: World

    def says(
        self, person: int, chat: int, text: str, reply_to: int | None = None, *, as_chat: int | None = None
    ) -> Json:
        text = text.strip()
        if not text or units(text) > TEXT:
            raise Refused(f"a message has 1 to {TEXT} characters")
        entities = found_in(text)
        body = {"text": text} | ({"entities": entities} if entities else {})
        return self._post(person, chat, body, reply_to, as_chat)

    def sends_file(
        self,
        person: int,
        chat: int,
        name: str,
        content: bytes,
        *,
        caption: str | None = None,
        photo: bool = False,
        reply_to: int | None = None,
        mime: str | None = None,
        claimed_size: int | None = None,
    ) -> Json:
        """As a photo or as a document; `claimed_size` is the size Telegram tells, for files too big to make."""
        words = self._caption(caption)
        with self.world.turn():
            kept = self._kept(name, content, photo=photo, mime=mime, claimed_size=claimed_size)
            return self._post(person, chat, kept | words, reply_to)

    def records(
        self,
        person: int,
        chat: int,
        kind: str,
        seconds: int,
        *,
        caption: str | None = None,
        reply_to: int | None = None,
        content: bytes = b"OggS",
        claimed_size: int | None = None,
    ) -> Json:
        """A voice, audio, video or video_note."""
        words = self._caption(caption)
        with self.world.turn():
            found = self.world.files.keep_recording(kind, content, claimed_size) | {"duration": seconds}
            size = {"length": 240} if kind == "video_note" else {"width": 640, "height": 360} if kind == "video" else {}
            return self._post(person, chat, {kind: found | size} | words, reply_to)

    def edits(self, person: int, chat: int, message_id: int, text: str) -> Json:
        """Changes the text, or the caption of a file."""
        text = text.strip()
        with self.world.turn():
            row = self.world.messages.get(chat, message_id)
            if row is None or row["sender"] != person:
                raise Refused("only one's own message can be edited")
            body = self.world.messages.body(chat, message_id)
            if "forward_origin" in body:
                raise Refused("only one's own words can be edited")
            field, entities = ("text", "entities") if "text" in body else ("caption", "caption_entities")
            if not text and field == "text":
                raise Refused("a message can't become empty")
            found = found_in(text)
            body = {key: value for key, value in body.items() if key != entities}
            body |= {field: text} | ({entities: found} if found else {})
            self.world.messages.change(chat, message_id, body, self.world.second())
            return self._tell_bot("edited_message", chat, message_id)

    def _caption(self, caption: str | None) -> Json:
        if caption and units(caption) > CAPTION:
            raise Refused(f"a caption has at most {CAPTION} characters")
        words: Json = {"caption": caption.strip()} if caption and caption.strip() else {}
        if words and (entities := found_in(words["caption"])):
            words["caption_entities"] = entities
        return words

    def _kept(
        self, name: str, content: bytes, *, photo: bool, mime: str | None = None, claimed_size: int | None = None
    ) -> Json:
        try:
            if photo:
                return {"photo": self.world.files.keep_photo(name, content)}
            return {"document": self.world.files.keep_document(name, content, mime, claimed_size)}
        except ApiError as error:
            raise Refused(error.description.removeprefix("Bad Request: ")) from None

    def presses(self, person: int, chat: int, message_id: int, data: str, *, force: bool = False) -> str:
        """Returns the query's id. `force` is a forged client: any data, on any message that is there."""
        with self.world.turn():
            self._must_be_in(person, chat)
            row = self.world.messages.get(chat, message_id)
            if row is None or row["sender"] != BOT:
                raise Refused("there is no such message of the bot")
            message = self.world.messages.show(chat, message_id)
            if not force and not holds(message.get("reply_markup"), data):
                raise Refused("there is no such button on that message")
            query = self.world.queries.open(person, self.world.now().timestamp())
            body = {"id": query, "from": self.world.user(person), "message": message, "data": data}
            body["chat_instance"] = str(-(chat * 7_919 + 104_729))
            self.world.updates.queue("callback_query", self.world.second(), body)
            self._has_seen(person, chat, message_id)
            return query

    def answer_to(self, query: str) -> Json | None:
        """text, show_alert and url of the bot's answer to a press; None until there is one."""
        return self.world.queries.answered(query)

    def messages(self, chat: int, after: int = 0) -> list[Json]:
        """As a person sees them now: edits applied, deleted ones gone."""
        return self.world.messages.after(chat, after)

    def has_seen(self, person: int, chat: int, until: int) -> None:
        with self.world.turn():
            self._has_seen(person, chat, until)

    def seen_until(self, person: int, chat: int) -> int:
        """The newest message that he has looked at; 0 without one."""
        sql = "select until from seen where person = ? and chat = ?"
        return int(self.world.store.value(sql, (person, chat)) or 0)

    def unread(self) -> dict[int, dict[int, int]]:
        """person → chat → messages of others that he has not looked at; where there are none, no entry."""
        sql = (
            "select p.person, p.chat, count(*) n from ("
            " select id person, id chat from person union"
            " select m.person, m.chat from member m join chat c on c.id = m.chat"
            " where m.status not in ('left', 'kicked') and c.moved_to is null) p"
            " left join seen s on s.person = p.person and s.chat = p.chat"
            " join message e on e.chat = p.chat and e.id > coalesce(s.until, 0) and e.sender <> p.person and not e.gone"
            " group by p.person, p.chat"
        )
        counts: dict[int, dict[int, int]] = {}
        for row in self.world.store.rows(sql):
            counts.setdefault(row["person"], {})[row["chat"]] = row["n"]
        return counts

    def _post(self, person: int, chat: int, body: Json, reply_to: int | None, as_chat: int | None = None) -> Json:
        with self.world.turn():
            self._must_be_in(person, chat)
            if self.world.chats.is_channel(chat) and not self.world.chats.rules(chat, person):
                raise Refused("in a channel its administrators alone write")
            if as_chat is not None:
                self._must_be_allowed_as(person, chat, as_chat)
                body = body | {"_as": as_chat, "_by": person}
            if reply_to is not None:
                if self.world.messages.get(chat, reply_to) is None:
                    raise Refused("the message to reply to is gone")
                body = body | {"_reply_to": reply_to}
            if chat > 0:
                self.world.people.mark(person, "started", 1)
            number = self.world.messages.write(chat, person, self.world.second(), body)
            self._has_seen(person, chat, number)
            return self._tell_bot("message", chat, number)

    def _tell_bot(self, kind: str, chat: int, number: int) -> Json:
        """Queues the update if the bot may see it; returns the message either way."""
        message = self.world.messages.show(chat, number)
        if chat > 0 or self._overhears(chat, message):
            if message["chat"]["type"] == "channel":
                kind = kind.replace("message", "channel_post")
            self.world.updates.queue(kind, self.world.second(), message)
        return message

    def _overhears(self, chat: int, message: Json) -> bool:
        """In a group the bot sees all as an administrator; else (privacy mode) only what is meant for it."""
        row = self.world.chats.get(chat)
        status = row["bot"] if row else "never"
        if status == "administrator" or not self.world.privacy:
            return status in ("member", "administrator")
        return status == "member" and self._is_meant(message)

    def _is_meant(self, message: Json) -> bool:
        words = str(message.get("text", message.get("caption", "")))
        me = re.escape(self.world.username)
        earlier = message.get("reply_to_message", {}).get("from", {})
        calls = re.search(rf"(?<![\w/])/[A-Za-z0-9_]+(@{me}\b|(?![A-Za-z0-9_@/]))", words, re.IGNORECASE)
        named = re.search(rf"@{me}\b", words, re.IGNORECASE)
        service = not words and "photo" not in message and "document" not in message
        return bool(earlier.get("id") == self.world.bot_id or calls or named or service)

    def _must_be_allowed_as(self, person: int, chat: int, as_chat: int) -> None:
        here = self.world.chats.get(chat) if chat < 0 else None
        if here is None or here["kind"] != "supergroup":
            raise Refused("one speaks for a chat in supergroups alone")
        if (as_chat != chat and not self.world.chats.is_channel(as_chat)) or not self.world.chats.rules(
            as_chat, person
        ):
            raise Refused("one speaks for one's own channel, or for the group as its administrator")

    def _must_be_in(self, person: int, chat: int) -> None:
        row = self.world.people.get(person)
        if row is None or not self.world.chats.has(chat, person):
            raise Refused("one has to be in a chat to act there")
        if row["deactivated"]:
            raise Refused("this account was deleted")
        if chat > 0 and row["blocked"]:
            raise Refused("the bot is blocked")
        group = self.world.chats.get(chat) if chat < 0 else None
        if group is not None and group["moved_to"]:
            raise Refused("this group was upgraded; write in the new one")

    def _has_seen(self, person: int, chat: int, until: int) -> None:
        sql = (
            "insert into seen values (?, ?, ?) on conflict (person, chat)"
            " do update set until = max(until, excluded.until)"
        )
        self.world.store.run(sql, (person, chat, until))
