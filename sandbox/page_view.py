from collections.abc import Callable
from typing import Any

from sandbox.clock import ClockButtons, Hooks
from sandbox.errors import Refused
from sandbox.methods.commands import shown_to
from sandbox.methods.members import bot_status
from sandbox.telegram import Telegram

Json = dict[str, Any]
AT_ONCE = 60


class PageView:
    """What one person sees, as JSON."""

    def __init__(self, telegram: Callable[[], Telegram], hooks: Hooks, clock: ClockButtons) -> None:
        self._telegram = telegram
        self._hooks = hooks
        self._clock = clock

    async def state(self, person: int) -> Json:
        """Everything but messages; `chats` are those of `person`."""
        telegram = self._telegram()
        upcoming = await self._clock.next_event()
        unread = telegram.unread()
        return {
            "now": self._clock.now().isoformat(),
            "next_event": None if upcoming is None else upcoming.isoformat(),
            "busy": self._clock.busy,
            "stumbled": self._clock.failed,
            "can_empty": self._hooks.start_empty is not None,
            "notices": self._hooks.notices(),
            "bot": telegram.world.bot() | {"description": telegram.world.store.setting("description ") or ""},
            "people": [
                {"id": row["id"], "name": row["name"], "role": row["role"], "blocked": bool(row["blocked"])}
                | {"started": bool(row["started"]), "unread": sum(unread.get(row["id"], {}).values())}
                for row in telegram.world.people.all()
            ],
            "chats": self._chats(telegram, person, unread.get(person, {})),
            "elsewhere": self._elsewhere(telegram, person),
        }

    def messages(self, person: int, chat: int, since: int) -> Json:
        """What changed after version `since` (0: the latest), and the commands offered in that chat."""
        telegram = self._must_be_in(person, chat)
        with telegram.world.store.lock:
            messages = telegram.world.messages
            limit = AT_ONCE if since == 0 else 10 * AT_ONCE
            found = messages.changed(chat, since, limit)
            return {
                "version": messages.version(),
                "messages": [one for one in found if since or not one.get("gone")],
                "more": since == 0 and len(found) == limit,
                "commands": shown_to(telegram.world, person, chat),
            }

    def earlier(self, person: int, chat: int, before: int) -> Json:
        telegram = self._must_be_in(person, chat)
        found = telegram.world.messages.before(chat, before, AT_ONCE)
        return {"messages": found, "more": len(found) == AT_ONCE}

    def _chats(self, telegram: Telegram, person: int, unread: dict[int, int]) -> list[Json]:
        if telegram.world.people.get(person) is None:
            return []
        return [
            {
                **telegram.world.chats.describe(chat),
                "unread": unread.get(chat, 0),
                "bot": "member" if chat > 0 else bot_status(telegram.world, chat),
                "members": 2 if chat > 0 else len(telegram.world.chats.members(chat)),
                "pinned": telegram.world.messages.pinned(chat, page=True),
            }
            for chat in telegram.chats_of(person)
        ]

    def _elsewhere(self, telegram: Telegram, person: int) -> list[Json]:
        """Groups that he could join."""
        if telegram.world.people.get(person) is None:
            return []
        living = [row["id"] for row in telegram.world.chats.groups() if row["moved_to"] is None]
        return [telegram.world.chats.describe(chat) for chat in living if not telegram.world.chats.has(chat, person)]

    def _must_be_in(self, person: int, chat: int) -> Telegram:
        telegram = self._telegram()
        if telegram.world.people.get(person) is None or not telegram.world.chats.has(chat, person):
            raise Refused("one has to be in a chat to read it")
        return telegram
