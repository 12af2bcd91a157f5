from typing import Any

from sandbox.store import Store

Json = dict[str, Any]
# What everybody may react with, premium or not; there is no other.
EMOJI = (
    *"❤👍👎🔥🥰👏😁🤔🤯😱🤬😢🎉🤩🤮💩🙏👌🕊🤡🥱🥴😍🐳🌚🌭💯🤣⚡🍌🏆💔🤨😐🍓🍾💋🖕😈😴😭🤓👻👀🎃🙈😇😨🤝✍🤗🫡🎅🎄☃💅🤪🗿🆒💘🙉🦄😘💊🙊😎👾🤷😡",
    *("❤\u200d🔥", "👨\u200d💻", "🤷\u200d♂", "🤷\u200d♀"),
)


def plain(emoji: str) -> str:
    """Without the mark that asks for a coloured sign: Telegram takes it with and without."""
    return emoji.replace("\ufe0f", "")


def told(emoji: str | None) -> list[Json]:
    """As the list that Telegram tells."""
    return [{"type": "emoji", "emoji": emoji}] if emoji else []


class Reactions:
    """One a person and message; the bot is a person here too."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, chat: int, message: int, person: int) -> str | None:
        sql = "select emoji from reaction where chat = ? and message = ? and person = ?"
        found = self._store.value(sql, (chat, message, person))
        return None if found is None else str(found)

    def set(self, chat: int, message: int, person: int, emoji: str | None) -> None:
        if emoji is None:
            sql = "delete from reaction where chat = ? and message = ? and person = ?"
            self._store.run(sql, (chat, message, person))
        else:
            self._store.run("insert or replace into reaction values (?, ?, ?, ?)", (chat, message, person, emoji))

    def within(self, chat: int) -> dict[int, list[Json]]:
        """message → each emoji with the people behind it, for the page."""
        people: dict[int, dict[str, list[int]]] = {}
        for row in self._store.rows("select * from reaction where chat = ? order by message, emoji, person", (chat,)):
            people.setdefault(row["message"], {}).setdefault(row["emoji"], []).append(row["person"])
        return {
            message: [{"emoji": emoji, "people": found} for emoji, found in emojis.items()]
            for message, emojis in people.items()
        }
