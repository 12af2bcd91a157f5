from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

from sandbox.chats import Chats
from sandbox.files import Files
from sandbox.history import History
from sandbox.limits import Pace
from sandbox.messages import BOT, Messages
from sandbox.personas import People
from sandbox.queries import Queries
from sandbox.store import Store
from sandbox.updates import Updates
from sandbox.webhook import Webhook

Json = dict[str, Any]
FIRST_ALBUM = 13_000_000_000_000_000


class World:
    """All that Telegram remembers, by subject."""

    def __init__(
        self, *, token: str, now: Callable[[], datetime], path: Path | None, username: str, limits: bool, privacy: bool
    ) -> None:
        self.bot_id = int(token.partition(":")[0])
        self.username = username
        self.privacy = privacy
        self.now = now
        self.store = Store(path)
        self.people = People(self.store)
        self.chats = Chats(self.store, self.people)
        self.messages = Messages(self.store, self.chats, self.user)
        self.files = Files(self.store)
        self.updates = Updates(self.store)
        self.webhook = Webhook(self.store)
        self.queries = Queries(self.store)
        self.history = History(self.store)
        self.pace = Pace(now, limits)
        self.ahead = timedelta(0)
        self.listeners: list[Callable[[], None]] = []

    @contextmanager
    def turn(self) -> Iterator[None]:
        """All or nothing; whoever listens is told after the commit."""
        with self.store.transaction() as outermost:
            yield
        if outermost:
            self.tell()

    def tell(self) -> None:
        for listener in tuple(self.listeners):
            listener()

    def second(self) -> int:
        return int(self.now().timestamp())

    def date(self) -> str:
        """As answers are headed; `ahead` is by how much Telegram's clock is ahead of everybody else's."""
        return format_datetime((self.now() + self.ahead).astimezone(UTC), usegmt=True)

    def next_album(self) -> str:
        return str(FIRST_ALBUM + self.store.count_on("album"))

    def bot(self) -> Json:
        name = self.store.setting("name ") or "督办"
        return {"id": self.bot_id, "is_bot": True, "first_name": name, "username": self.username}

    def user(self, sender: int) -> Json:
        return self.bot() if sender in (BOT, self.bot_id) else self.people.user(sender)
