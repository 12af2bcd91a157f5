from typing import Any

from sandbox.errors import Refused
from sandbox.messages import BOT
from sandbox.methods.chats import bot_status, member_of
from sandbox.talk import Talk

Json = dict[str, Any]


class Moves(Talk):
    """What people do to chats: come and go, bring the bot, block it, upgrade a group."""

    def new_group(self, title: str, by: int) -> int:
        with self.world.turn():
            if self.world.people.get(by) is None or not title.strip():
                raise Refused("a group needs a title and somebody who makes it")
            chat = self.world.chats.create(title.strip(), supergroup=False)
            self.world.chats.join(chat, by, "creator")
            self._note(chat, by, {"group_chat_created": True})
            return chat

    def adds_member(self, person: int, chat: int, by: int | None = None) -> None:
        with self.world.turn():
            self._must_be_group(chat)
            if self.world.people.get(person) is None:
                raise Refused("nobody has this number")
            self.world.chats.join(chat, person)
            self._note(chat, by or person, {"new_chat_members": [self.world.user(person)]})

    def removes_member(self, person: int, chat: int, by: int | None = None) -> None:
        with self.world.turn():
            self._must_be_group(chat)
            self.world.chats.join(chat, person, "left" if by in (None, person) else "kicked")
            self._note(chat, by or person, {"left_chat_member": self.world.user(person)})

    def adds_bot(self, person: int, chat: int) -> None:
        with self.world.turn():
            self._must_be_group(chat)
            self._must_be_in(person, chat)
            self._bot_becomes("member", person, chat)
            self._note(chat, person, {"new_chat_members": [self.world.bot()]})

    def removes_bot(self, person: int, chat: int) -> None:
        with self.world.turn():
            self._must_be_group(chat)
            self._must_be_in(person, chat)
            self._bot_becomes("kicked", person, chat)
            self._note(chat, person, {"left_chat_member": self.world.bot()})

    def promotes_bot(self, person: int, chat: int) -> None:
        """As an administrator the bot hears everything and may pin."""
        with self.world.turn():
            if bot_status(self.world, chat) != "member":
                raise Refused("the bot is not an ordinary member here")
            self._must_be_in(person, chat)
            self._bot_becomes("administrator", person, chat)

    def migrates(self, chat: int) -> int:
        """Upgrades a group; returns the supergroup, which the bot learns of by two service messages."""
        with self.world.turn():
            self._must_be_group(chat)
            row = self.world.chats.get(chat)
            assert row is not None
            if row["kind"] != "group":
                raise Refused("this is a supergroup already")
            new = self.world.chats.create(row["title"], supergroup=True)
            members = self.world.chats.members(chat)
            for person, status in members:
                self.world.chats.join(new, person, status)
            self.world.chats.set(new, "bot", row["bot"])
            self.world.chats.set(new, "moved_from", chat)
            author = next((person for person, status in members if status == "creator"), BOT)
            self._note(chat, author, {"migrate_to_chat_id": new})
            self._note(new, author, {"migrate_from_chat_id": chat})
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
            self._tell_of_bot(person, person, old, new)

    def _bot_becomes(self, status: str, person: int, chat: int) -> None:
        old = bot_status(self.world, chat)
        if old == status:
            raise Refused("that is so already")
        self.world.chats.set(chat, "bot", status)
        self._tell_of_bot(person, chat, old, status)

    def _tell_of_bot(self, person: int, chat: int, old: str, new: str) -> None:
        bot = self.world.bot()
        body = {"chat": self.world.chats.describe(chat), "from": self.world.user(person), "date": self.world.second()}
        body["old_chat_member"] = member_of(self.world, bot, old)
        body["new_chat_member"] = member_of(self.world, bot, new)
        self.world.updates.queue("my_chat_member", self.world.second(), body)

    def _note(self, chat: int, author: int, what: Json) -> None:
        """A service message; the bot is told of it while it is in the group."""
        number = self.world.messages.write(chat, author, self.world.second(), what)
        self._tell_bot("message", chat, number)

    def _must_be_group(self, chat: int) -> None:
        row = self.world.chats.get(chat)
        if chat > 0 or row is None or row["moved_to"]:
            raise Refused("there is no such group")
