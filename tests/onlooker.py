"""What is to be seen of a court in its chats and in its records, each of its people known by post."""

from datetime import date
from typing import Any, TypeVar

from sqlalchemy import Engine, inspect
from sqlmodel import Session, SQLModel, select

from db import engine
from db.tables import Outbox, Person, Post, Task
from sandbox.methods.commands import shown_to
from sandbox.telegram import Telegram
from tests.messages import Json, buttons, words
from tests.settings import SETTINGS

Row = TypeVar("Row", bound=SQLModel)


class Onlooker:
    """Changes nothing; only who opens `session` could."""

    _telegram: Telegram
    _database: Engine
    _ids: dict[str, int]  # of whom there is, by post
    past: str | None

    def id(self, title: str) -> int:
        return self._ids[title]

    @property
    def group(self) -> int:
        return self._telegram.group

    def contacts(self) -> list[str]:
        return [name for name in self._ids if name.endswith("联络员")]

    def people(self, role: str) -> list[str]:
        return [persona.name for persona in self._telegram.personas() if persona.role == role]

    def heard(self, chat: str | int) -> list[Json]:
        """What the bot says in a chat, as it stands there now."""
        where = self.id(chat) if isinstance(chat, str) else chat
        bot = self._telegram.world.bot_id
        found = [m for m in self._telegram.messages(where) if m.get("from", {}).get("id") == bot]
        return [m for m in found if words(m) or "photo" in m]

    def last(self, chat: str | int) -> Json:
        return self.heard(chat)[-1]

    def text(self, chat: str | int) -> str:
        """The newest message."""
        return words(self.last(chat))

    def button(
        self, where: int, verb: str, subject: str | int | None = None, on: Json | None = None
    ) -> tuple[int, str]:
        for message in [on] if on else reversed(self.heard(where)):
            for found, number, data in buttons(message):
                if found == verb and subject in (None, number, int(number) if number.isdigit() else None):
                    return message["message_id"], data
        raise AssertionError(f"nobody offers {verb} {subject or ''} in {where}")

    def offers(self, chat: str | int) -> list[str]:
        """The verbs on the newest message."""
        return [verb for verb, _, _ in buttons(self.last(chat))]

    def buttons(self, chat: str | int) -> list[tuple[str, str]]:
        """Verb and subject of each on the newest message."""
        return [(verb, subject) for verb, subject, _ in buttons(self.last(chat))]

    def menu(self, title: str) -> list[str]:
        """The commands that are offered in somebody's private chat."""
        return [found["command"] for found in shown_to(self._telegram.world, self.id(title), self.id(title))]

    def session(self) -> Session:
        """A look at the records by another connection than the bot's."""
        self.past = None
        return engine.session(self._database)

    def rows(self, table: type[Row], **equal: Any) -> list[Row]:
        with engine.session(self._database) as session:
            key = inspect(table).primary_key
            return list(session.exec(select(table).filter_by(**equal).order_by(*key)))

    def posts(self, title: str) -> list[Post]:
        return self.rows(Post, title=title)

    def tasks(self, title: str) -> list[Task]:
        """Of the department of a post."""
        return self.rows(Task, unit_id=self.posts(title)[0].unit_id)

    def task(self, title: str, period: str) -> Task:
        (found,) = (task for task in self.tasks(title) if task.period == period)
        return found

    def unasked(self, title: str, day: date) -> list[Outbox]:
        """What this person was told that day without having done anything."""
        sent = self.rows(Outbox, chat_id=self.id(title), edits=None, state="sent")
        return [row for row in sent if row.rank > 0 and row.since.astimezone(SETTINGS.zone).date() == day]

    def person(self, title: str) -> Person:
        (found,) = self.rows(Person, telegram_id=self.id(title))
        return found
