from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Any

from sandbox.clock import ClockButtons
from sandbox.errors import Refused
from sandbox.hooks import Event, Hooks, Step
from sandbox.methods.commands import shown_to
from sandbox.methods.members import bot_status
from sandbox.telegram import Telegram

Json = dict[str, Any]
AT_ONCE = 60


class PageView:
    """What people see, as JSON."""

    def __init__(self, telegram: Callable[[], Telegram], hooks: Hooks, clock: ClockButtons) -> None:
        self._telegram = telegram
        self._hooks = hooks
        self._clock = clock

    async def look(self, panes: Sequence[tuple[int, int, int]]) -> Json:
        """Everything that the page shows; a pane is (person, chat, since which version it knows the messages)."""
        telegram, hooks = self._telegram(), self._hooks
        upcoming = await self._clock.next_event()
        steps = [] if self._clock.busy else await hooks.tour()
        unread = telegram.unread()
        return {
            "now": self._clock.now().isoformat(),
            "next_event": None if upcoming is None else upcoming.isoformat(),
            "busy": self._clock.busy,
            "travelling": self._clock.travelling,
            "stumbled": self._clock.failed,
            "can_empty": hooks.start_empty is not None,
            "can_tour": hooks.begin_tour is not None,
            "tour": [told_step(step) for step in steps],
            "played": asdict(hooks.played()) if hooks.played else None,
            "faults": len(telegram.faults.waiting()),
            "notices": hooks.notices(),
            "bot": telegram.world.bot() | {"description": telegram.world.store.setting("description ") or ""},
            "group": telegram.group,
            "people": self._people(telegram, unread),
            "panes": [self._pane(telegram, pane, unread) for pane in panes],
        }

    def earlier(self, person: int, chat: int, before: int) -> Json:
        telegram = self._telegram()
        _must_be_in(telegram, person, chat)
        found = telegram.world.messages.before(chat, before, AT_ONCE)
        return {"messages": found, "more": len(found) == AT_ONCE}

    async def agenda(self) -> Json:
        found = [] if self._clock.busy else await self._hooks.agenda()
        return {"agenda": [self._told(event) for event in found]}

    def _told(self, event: Event) -> Json:
        return {"at": event.at.astimezone(self._hooks.zone).isoformat(), "what": dict(event.what)}

    def _people(self, telegram: Telegram, unread: dict[int, dict[int, int]]) -> list[Json]:
        last = telegram.world.messages.last_in_private()
        return [
            {"id": row["id"], "name": row["name"], "role": row["role"], "blocked": bool(row["blocked"])}
            | {"started": bool(row["started"]), "unread": sum(unread.get(row["id"], {}).values())}
            | {"last": last.get(row["id"])}
            for row in telegram.world.people.all()
        ]

    def _pane(self, telegram: Telegram, pane: tuple[int, int, int], unread: dict[int, dict[int, int]]) -> Json:
        """`chats` and `elsewhere` of the person, `messages` of the chat: what changed after `since` (0: the latest),
        the commands offered there, and the numbers of messages that the bot has not fetched yet, `unheard`."""
        person, chat, since = pane
        try:
            _must_be_in(telegram, person, chat)
        except Refused as refused:
            return {"error": str(refused)}
        with telegram.world.store.lock:
            messages = telegram.world.messages
            limit = AT_ONCE if since == 0 else 10 * AT_ONCE
            found = messages.changed(chat, since, limit)
            return {
                "chats": _chats(telegram, person, unread.get(person, {})),
                "elsewhere": _elsewhere(telegram, person),
                "version": messages.version(),
                "messages": [one for one in found if since or not one.get("gone")],
                "more": since == 0 and len(found) == limit,
                "commands": shown_to(telegram.world, person, chat),
                "unheard": telegram.world.updates.unheard(chat),
            }


def told_step(step: Step) -> Json:
    told = {"person": step.person, "chat": step.chat, "done": step.done, "clock": step.clock}
    return {"title": dict(step.title), "text": dict(step.text)} | told


def _chats(telegram: Telegram, person: int, unread: dict[int, int]) -> list[Json]:
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


def _elsewhere(telegram: Telegram, person: int) -> list[Json]:
    """Groups that he could join."""
    living = [row["id"] for row in telegram.world.chats.groups() if row["moved_to"] is None]
    return [telegram.world.chats.describe(chat) for chat in living if not telegram.world.chats.has(chat, person)]


def _must_be_in(telegram: Telegram, person: int, chat: int) -> None:
    if telegram.world.people.get(person) is None or not telegram.world.chats.has(chat, person):
        raise Refused("one has to be in a chat to read it")
