"""What stands on a message of the bot: its words, its buttons and what they are called."""

from typing import TYPE_CHECKING, Any

from bot.buttons import SHAPE

if TYPE_CHECKING:
    from tests.house import Court

Json = dict[str, Any]


async def all_pages(court: "Court", title: str) -> str:
    """What a list says, turned over to its end."""
    found = [court.text(title)]
    while turns := [pair for pair, label in labelled(court.last(title)) if label == "▶"]:
        await court.press(title, *turns[0])
        found.append(court.text(title))
    return "\n".join(found)


def labelled(message: Json) -> list[tuple[tuple[str, str], str]]:
    """Verb and subject of each button, with what stands on it."""
    labels = [b["text"] for row in message.get("reply_markup", {}).get("inline_keyboard", []) for b in row]
    return [((verb, subject), label) for (verb, subject, _), label in zip(buttons(message), labels, strict=True)]


def words(message: Json) -> str:
    return str(message.get("text") or message.get("caption") or "")


def buttons(message: Json) -> list[tuple[str, str, str]]:
    """(verb, subject, data) of each."""
    found = []
    for row in message.get("reply_markup", {}).get("inline_keyboard", []):
        for button in row:
            match = SHAPE.fullmatch(button["callback_data"])
            assert match is not None
            found.append((match[1], match[2], button["callback_data"]))
    return found
