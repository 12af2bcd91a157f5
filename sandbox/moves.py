from typing import Any

from sandbox.errors import Refused
from sandbox.gestures import Gestures
from sandbox.messages import BOT
from sandbox.methods.members import bot_status, tell_of_bot, tell_of_member

Json = dict[str, Any]


class Moves(Gestures):
    """What people do to chats: come and go, bring the bot, block it, upgrade a group."""

    def new_group(self, title: str, by: int) -> int:
        with self.world.turn():
            if self.world.people.get(by) is None or not title.strip():
                raise Refused("a group needs a title and somebody who makes it")
            chat = self.world.chats.create(title.strip(), "group")
            self.world.chats.join(chat, by, "creator")
            self._note(chat, by, {"group_chat_created": True})
            return chat

    def new_channel(self, title: str, by: int) -> int:
        with self.world.turn():
            if self.world.people.get(by) is None or not title.strip():
                raise Refused("a channel needs a title and somebody who makes it")
            chat = self.world.chats.create(title.strip(), "channel")
            self.world.chats.join(chat, by, "creator")
            return chat

    def adds_member(self, person: int, chat: int, by: int | None = None) -> None:
        """By himself whoever has the link joins, unless he was put out."""
        with self.world.turn():
            self._must_be_group(chat)
            if self.world.people.get(person) is None:
                raise Refused("nobody has this number")
            if self.world.chats.has(chat, person):
                raise Refused("that is so already")
            if by in (None, person) and self.world.chats.status(chat, person) == "kicked":
                raise Refused("whoever was put out is let in by others")
            self._becomes("member", person, chat, by or person)
            self._note(chat, by or person, {"new_chat_members": [self.world.user(person)]})

    def removes_member(self, person: int, chat: int, by: int | None = None) -> None:
        with self.world.turn():
            self._must_be_group(chat)
            if not self.world.chats.has(chat, person):
                raise Refused("that is so already")
            self._becomes("left" if by in (None, person) else "kicked", person, chat, by or person)
            self._note(chat, by or person, {"left_chat_member": self.world.user(person)})

    def promotes_member(self, person: int, chat: int, by: int) -> None:
        self._raises("member", "administrator", person, chat, by)

    def demotes_member(self, person: int, chat: int, by: int) -> None:
        self._raises("administrator", "member", person, chat, by)

    def _raises(self, was: str, is_now: str, person: int, chat: int, by: int) -> None:
        with self.world.turn():
            self._must_be_group(chat)
            if not self.world.chats.rules(chat, by) or self.world.chats.status(chat, person) != was:
                raise Refused("an administrator does that, and only once")
            self._becomes(is_now, person, chat, by)

    def adds_bot(self, person: int, chat: int) -> None:
        """To a channel it can come as an administrator alone."""
        with self.world.turn():
            self._must_be_group(chat)
            self._must_be_in(person, chat)
            is_channel = self.world.chats.is_channel(chat)
            self._bot_becomes("administrator" if is_channel else "member", person, chat)
            self._note(chat, person, {"new_chat_members": [self.world.bot()]})

    def removes_bot(self, person: int, chat: int) -> None:
        with self.world.turn():
            self._must_be_group(chat)
            self._must_be_in(person, chat)
            self._bot_becomes("kicked", person, chat)
            if (number := self._note(chat, person, {"left_chat_member": self.world.bot()})) is not None:
                # the last that it hears from there
                self.world.updates.queue("message", self.world.second(), self.world.messages.show(chat, number))

    def promotes_bot(self, person: int, chat: int) -> None:
        """As an administrator the bot hears everything, of members' coming and going too, and may pin."""
        with self.world.turn():
            if bot_status(self.world, chat) != "member":
                raise Refused("the bot is not an ordinary member here")
            self._must_be_in(person, chat)
            self._bot_becomes("administrator", person, chat)

    def migrates(self, chat: int, by: int | None = None) -> int:
        """Upgrades a group; returns the supergroup, which the bot learns of by two service messages: one of whoever
        upgraded it, in the old one, and one that the new one says itself."""
        with self.world.turn():
            self._must_be_group(chat)
            row = self.world.chats.get(chat)
            assert row is not None
            if row["kind"] != "group":
                raise Refused("this is a supergroup already")
            new = self.world.chats.create(row["title"], "supergroup")
            members = self.world.chats.members(chat)
            for person, status in members:
                self.world.chats.join(new, person, status)
            self.world.chats.set(new, "bot", row["bot"])
            self.world.chats.set(new, "moved_from", chat)
            author = by or next((person for person, status in members if status == "creator"), BOT)
            self._note(chat, author, {"migrate_to_chat_id": new})
            self._note(new, author, {"migrate_from_chat_id": chat, "_as": new, "_by": author})
            self.world.chats.set(chat, "moved_to", new)
            return new

    def blocks(self, person: int) -> None:
        self._block(person, 1, "member", "kicked")

    def unblocks(self, person: int) -> None:
        self._block(person, 0, "kicked", "member")

    def deactivates(self, person: int) -> None:
        """The account is deleted."""
        with self.world.turn():
            self.world.people.mark(person, "deactivated", 1)

    def _block(self, person: int, value: int, old: str, new: str) -> None:
        with self.world.turn():
            row = self.world.people.get(person)
            if row is None or row["blocked"] == value:
                return
            self.world.people.mark(person, "blocked", value)
            tell_of_bot(self.world, self.world.user(person), person, old, new)

    def _bot_becomes(self, status: str, person: int, chat: int) -> None:
        old = bot_status(self.world, chat)
        if old == status:
            raise Refused("that is so already")
        self.world.chats.set(chat, "bot", status)
        tell_of_bot(self.world, self.world.user(person), chat, old, status)

    def _becomes(self, status: str, person: int, chat: int, by: int) -> None:
        old = self.world.chats.status(chat, person)
        self.world.chats.join(chat, person, status)
        tell_of_member(self.world, self.world.user(by), chat, person, old, status)

    def _note(self, chat: int, author: int, what: Json) -> int | None:
        """A service message; the bot is told of it while it is in the group. A channel has none."""
        if self.world.chats.is_channel(chat):
            return None
        number = self.world.messages.write(chat, author, self.world.second(), what)
        self._tell_bot("message", chat, number)
        return number

    def _must_be_group(self, chat: int) -> None:
        row = self.world.chats.get(chat)
        if chat > 0 or row is None or row["moved_to"]:
            raise Refused("there is no such group")
