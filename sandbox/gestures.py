from collections.abc import Sequence
from typing import Any

from sandbox.errors import Refused
from sandbox.forwards import CONTENT, forwarded, origin_of
from sandbox.limits import ALBUM
from sandbox.methods.members import bot_status
from sandbox.methods.pins import pin_down, unpin_one
from sandbox.reactions import EMOJI, plain, told
from sandbox.talk import Talk

Json = dict[str, Any]


class Gestures(Talk):
    """What people do with more than one message, or with one that is there: albums, forwards, pins, reactions."""

    def sends_album(
        self,
        person: int,
        chat: int,
        files: Sequence[tuple[str, bytes]],
        *,
        caption: str | None = None,
        photos: bool = False,
        reply_to: int | None = None,
    ) -> list[Json]:
        """All as photos or all as documents: a message each, the caption with the first."""
        if not ALBUM[0] <= len(files) <= ALBUM[1]:
            raise Refused(f"an album has {ALBUM[0]} to {ALBUM[1]} files")
        words = self._caption(caption)
        with self.world.turn():
            together = {"media_group_id": self.world.next_album()}
            sent = []
            for name, content in files:
                body = self._kept(name, content, photo=photos) | together | words
                sent.append(self._post(person, chat, body, reply_to))
                words = {}
            return sent

    def forwards(self, person: int, chat: int, source: int, message_id: int, *, hidden: bool = False) -> Json:
        """Puts a message of the chat `source` into `chat`, with the rest of its album, which is a new one there.
        `hidden`: its writer lets nobody look him up."""
        with self.world.turn():
            self._must_be_in(person, source)
            numbers = self.world.messages.together(source, message_id)
            new = {"media_group_id": self.world.next_album()} if len(numbers) > 1 else {}
            copies = [self._post(person, chat, self._forwarded(source, n, hidden) | new, None) for n in numbers]
            return copies[0]

    def _forwarded(self, source: int, message_id: int, hidden: bool) -> Json:
        row = self.world.messages.get(source, message_id)
        body = self.world.messages.body(source, message_id)
        content = {key: body[key] for key in CONTENT if key in body}
        if row is None or not content:
            raise Refused("there is nothing to forward")
        origin = body.get("forward_origin") or origin_of(self.world, row, body, hidden=hidden)
        return content | forwarded(origin)

    def pins(self, person: int, chat: int, message_id: int) -> None:
        """In private, or in a group: there anybody may, as long as nobody has forbidden it."""
        with self.world.turn():
            self._must_be_in(person, chat)
            if self.world.messages.get(chat, message_id) is None:
                raise Refused("the message to pin is gone")
            if self.world.messages.pins.has(chat, message_id):
                raise Refused("that is so already")
            self._tell_bot("message", chat, pin_down(self.world, chat, message_id, person))

    def unpins(self, person: int, chat: int, message_id: int) -> None:
        """Nobody is told of that."""
        with self.world.turn():
            self._must_be_in(person, chat)
            if not unpin_one(self.world, chat, message_id):
                raise Refused("that is so already")

    def reacts(self, person: int, chat: int, message_id: int, emoji: str | None) -> None:
        """One emoji a person and message; None takes it away. The bot is told if it asked for that by name,
        in a group only as an administrator."""
        with self.world.turn():
            self._must_be_in(person, chat)
            if self.world.messages.get(chat, message_id) is None:
                raise Refused("the message is gone")
            emoji = plain(emoji) if emoji else None
            if emoji is not None and emoji not in EMOJI:
                raise Refused("there is no such reaction")
            old = self.world.messages.reactions.of(chat, message_id, person)
            if old == emoji:
                return
            self.world.messages.reactions.set(chat, message_id, person, emoji)
            self.world.messages.touch(chat, message_id)
            if chat > 0 or bot_status(self.world, chat) == "administrator":
                self._tell_reaction(person, chat, message_id, old, emoji)

    def _tell_reaction(self, person: int, chat: int, message_id: int, old: str | None, new: str | None) -> None:
        body = {"chat": self.world.chats.describe(chat), "message_id": message_id, "user": self.world.user(person)}
        body |= {"date": self.world.second(), "old_reaction": told(old), "new_reaction": told(new)}
        self.world.updates.queue("message_reaction", self.world.second(), body)
