"""People of the office who write and press while replicas are killed, and what became of each of their updates."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from typing import Any

from sqlalchemy import Engine
from sqlmodel import select

from bot import buttons
from bot.app import furnish, make_desk
from bot.buttons import Press
from db import engine
from db.queries import people
from db.tables import Audit, Inbox, Outbox, Person
from sandbox.personas import Persona
from sandbox.telegram import Telegram
from services.office import Office
from services.taking import take
from tests.settings import SHIPPED

ROLES = ("director", "contact", "contact", "contact")


@dataclass
class Callers:
    """The first of the crowd directs the office and invites by pressing; others ask for help in words. `secret` is that
    of the buttons."""

    database: Engine
    telegram: Telegram
    crowd: Sequence[Persona]
    secret: bytes
    wrote: Counter[int] = field(default_factory=Counter)  # by person
    pressed: int = 0
    brought: list[int] = field(default_factory=list)
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def take_seats(self) -> None:
        furnish(self.database, SHIPPED)
        desk = make_desk(self.database, SHIPPED, self.secret, "")
        desk.call(self._seat, datetime.now(UTC), "seat")
        desk.close()

    def _seat(self, office: Office) -> None:
        vacant = people.posts(office.session)
        for role, persona in zip(ROLES, self.crowd, strict=False):
            post = next(post for post in vacant if post.role == role)
            vacant.remove(post)
            person = Person(telegram_id=persona.id, name=persona.name, language="zh_CN", state="active", at=office.now)
            office.session.add(person)
            office.session.flush()
            take(office, post, person)
        self.vacant = vacant[-1].id

    def call(self) -> None:
        """Each writes, and the director presses."""
        director, *others = self.crowd[: len(ROLES)]
        for persona in others:
            self.wrote[persona.id] += 1
            entity = {"type": "bot_command", "offset": 0, "length": 5}
            self._bring({"message": self._message(persona) | {"text": "/help", "entities": [entity]}})
        self.pressed += 1
        data = buttons.sign(self.secret, director.id, director.id, Press("invite", str(self.vacant), 0))
        message = self._message(director)
        query = {"id": str(next(self._numbers)), "from": message.pop("from"), "message": message, "data": data}
        self._bring({"callback_query": query | {"chat_instance": "1"}})

    def _message(self, persona: Persona) -> dict[str, Any]:
        sender = {"id": persona.id, "is_bot": False, "first_name": persona.name}
        chat = {"id": persona.id, "type": "private"}
        now = int(datetime.now(UTC).timestamp())
        return {"message_id": 900_000 + next(self._numbers), "from": sender, "chat": chat, "date": now}

    def _bring(self, update: dict[str, Any]) -> None:
        self.brought.append(self.telegram.slips_in(update))

    def wait(self) -> bool:
        """Something that they sent is not worked on yet."""
        return not self.done().issuperset(self.brought)

    def done(self) -> set[int]:
        """Updates that are worked on."""
        with engine.reading(self.database) as session:
            return set(session.exec(select(Inbox.update_id).where(Inbox.state == "done")))

    def reckon(self) -> list[str]:
        """What is wrong: an update that was not worked once, or an answer that was said twice."""
        with engine.reading(self.database) as session:
            kept = Counter(session.exec(select(Inbox.update_id)))
            answers = session.exec(select(Outbox).where(Outbox.kind == "help")).all()
            invited = session.exec(select(Audit).where(Audit.verb == "invite")).all()
        wrong = [f"update {number} was kept {kept[number]} times" for number in self.brought if kept[number] != 1]
        for who, n in self.wrote.items():
            rows = [row for row in answers if row.chat_id == who]
            texts = {row.params["text"] for row in rows if row.params}
            said = [message for message in self.telegram.messages(who) if message.get("text") in texts]
            if len(rows) != n or len(said) > n or any(row.state not in ("sent", "unknown") for row in rows):
                wrong.append(f"{who} wrote {n} times, has {len(rows)} answers and heard {len(said)}")
        if len(invited) != self.pressed:
            wrong.append(f"{self.pressed} presses invited {len(invited)} times")
        return wrong
