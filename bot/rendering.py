"""An outbox row becomes a call to Telegram: rendered from the records of this moment, in its reader's language."""

import dataclasses
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot import buttons, ways
from bot.buttons import ANYBODY, Press
from bot.translator import Translator
from bot.views import VIEWS, back
from bot.views.fold import fold, size
from bot.views.message import Button, Message
from bot.views.sentences import sentence
from db.tables import Outbox
from domain.board import Board
from domain.curves import Curves
from domain.facts.sentence import Sentence
from domain.year import Year
from services import peopling
from services.facts import FACTS
from services.office import Office

TEXT_LIMIT, CAPTION_LIMIT, TOAST_LIMIT = 4096, 1024, 200


@dataclass(frozen=True)
class Renderer:
    """`secret` signs the buttons."""

    secret: bytes
    translators: Mapping[str, Translator]

    def message(self, office: Office, row: Outbox) -> Message | None:
        """None where there is nothing left to say."""
        facts = FACTS[row.kind](office, row.args, row)
        if facts is None:
            return None
        t = self._translator(office, row)
        message = VIEWS[row.kind](facts, t)
        return dataclasses.replace(message, buttons=(*message.buttons, *self._back(office, row, t)))

    def _back(self, office: Office, row: Outbox, t: Translator) -> tuple[tuple[Button, ...], ...]:
        """To the page that one came from; from one that was asked for by itself to the overview."""
        if way := ways.above(row.args):
            return ((back.back(len(way), t),),)
        if row.kind in ways.PAGES and row.kind != "status" and peopling.sees_all(office, row.chat_id):
            return ((back.to_overview(t),),)
        return ()

    def _translator(self, office: Office, row: Outbox) -> Translator:
        person = peopling.reader(office, row.chat_id)
        return self.translators[person.language if person else office.rules.language]

    def call(self, office: Office, row: Outbox, original: Outbox | None) -> dict[str, Any] | None:
        """The method and its parameters, ready for JSON; a picture or file is its facts, drawn just before sending."""
        message = self.message(office, row)
        if message is None:
            return None
        if message.commands is not None:
            commands = [[command.name, command.description] for command in message.commands]
            return {"method": "set_my_commands", "commands": commands, "scope": row.chat_id}
        if message.leave:
            return {"method": "leave_chat", "chat_id": row.chat_id}
        before = original.params or {} if original else {}
        shown = before.get("photo")
        known = None if before.get("unsure") else shown
        picture = self._picture(office, row, message, known) if original is None or shown else None
        in_caption = bool(picture or shown or message.file)
        most = CAPTION_LIMIT if in_caption else TEXT_LIMIT
        if row.kind in ways.PAGES and row.chat_id > 0:
            message = fold(message, most, row.args.get("part", 1), self._translator(office, row))
        text = message.text
        if row.attempt:  # it perhaps arrived already: both copies carry the same code and the same buttons
            t = self._translator(office, row)
            mark = t("[Sent again, possibly twice #{code}]", code=reference(row.id))
            text = f"{mark}\n{text}"
        call = {"chat_id": row.chat_id, "keyboard": self._keyboard(message.buttons, row.chat_id)}
        call["caption" if in_caption else "text"] = _fit(text, most)
        if message.file:
            return call | {"document": dataclasses.asdict(message.file), "method": "send_document"}
        if picture:
            call["photo"] = picture
        what = ("media" if picture else "caption") if in_caption else "text"
        if original is not None:
            return call | {"method": f"edit_message_{what}", "message_id": original.message_id}
        return call | {"method": "send_photo" if picture else "send_message"}

    def _picture(
        self, office: Office, row: Outbox, message: Message, shown: dict[str, Any] | None
    ) -> dict[str, Any] | None:
        """The facts of the page's own picture, or of that of the page above; None where it is the one that is shown."""
        found = message.picture
        above = ways.picture(row.args) if found is None else None
        if above is not None:
            kind, args = above
            if kind == "status" and shown and shown["kind"] == "board":
                return None  # it stays as it was when it was asked for
            page = FACTS[kind](office, args, row)
            found = VIEWS[kind](page, self._translator(office, row)).picture if page else None
        facts = _plain(found) if found else None
        return None if facts == shown else facts

    def toast(self, language: str, code: str | None, data: dict[str, Any]) -> str | None:
        return sentence(Sentence(code, data), self.translators[language]).text[:TOAST_LIMIT] if code else None

    def _keyboard(self, rows: tuple[tuple[Button, ...], ...], chat_id: int) -> list[list[list[str]]]:
        person = chat_id if chat_id > 0 else ANYBODY
        return [
            [[b.label, buttons.sign(self.secret, person, chat_id, Press(b.verb, str(b.id), b.rev))] for b in row]
            for row in rows
        ]


def _plain(picture: Board | Curves | Year) -> dict[str, Any]:
    """As it lies in a row."""
    found: dict[str, Any] = json.loads(json.dumps(dataclasses.asdict(picture)))
    return found


def reference(number: int) -> str:
    """A short code that can be read out over the telephone: no letter looks like a figure."""
    letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
    code = ""
    for _ in range(4):
        number, rest = divmod(number * 7 + 3, len(letters))
        code = letters[rest] + code
    return code


def _fit(text: str, limit: int) -> str:
    while size(text) > limit:
        text = text[: text.rindex("\n")] if "\n" in text else text[: limit // 2]
    return text
