"""An outbox row becomes a call to Telegram: rendered from the records of this moment, in its reader's language."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot import buttons, ways
from bot.buttons import ANYBODY, Press
from bot.translator import Translator
from bot.views import VIEWS, back
from bot.views.message import Button, Message
from bot.views.sentences import sentence
from db.tables import Outbox
from domain.facts.sentence import Sentence
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
        text = message.text
        if row.attempt:  # it perhaps arrived already: both copies carry the same code and the same buttons
            t = self._translator(office, row)
            mark = t("[Sent again, possibly twice #{code}]", code=reference(row.id))
            text = f"{mark}\n{text}"
        call = {"chat_id": row.chat_id, "keyboard": self._keyboard(message.buttons, row.chat_id)}
        if message.picture:
            call |= {"caption": _fit(text, CAPTION_LIMIT), "photo": dataclasses.asdict(message.picture)}
        elif message.file:
            call |= {"caption": _fit(text, CAPTION_LIMIT), "document": dataclasses.asdict(message.file)}
            return call | {"method": "send_document"}
        else:
            call |= {"text": _fit(text, TEXT_LIMIT)}
        if original is not None:
            had_picture = bool((original.params or {}).get("photo"))
            method = "edit_message_media" if had_picture and message.picture else "edit_message_text"
            return call | {"method": method, "message_id": original.message_id}
        return call | {"method": "send_photo" if message.picture else "send_message"}

    def toast(self, language: str, code: str | None, data: dict[str, Any]) -> str | None:
        return sentence(Sentence(code, data), self.translators[language]).text[:TOAST_LIMIT] if code else None

    def _keyboard(self, rows: tuple[tuple[Button, ...], ...], chat_id: int) -> list[list[list[str]]]:
        person = chat_id if chat_id > 0 else ANYBODY
        return [
            [[b.label, buttons.sign(self.secret, person, chat_id, Press(b.verb, str(b.id), b.rev))] for b in row]
            for row in rows
        ]


def reference(number: int) -> str:
    """A short code that can be read out over the telephone: no letter looks like a figure."""
    letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
    code = ""
    for _ in range(4):
        number, rest = divmod(number * 7 + 3, len(letters))
        code = letters[rest] + code
    return code


def _fit(text: str, limit: int) -> str:
    """Telegram counts UTF-16 units."""
    while len(text.encode("utf-16-le")) // 2 > limit:
        text = text[: text.rindex("\n")] if "\n" in text else text[: limit // 2]
    return text
