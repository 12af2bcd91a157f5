from sandbox.store import Store


class Pins:
    """What is pinned in which chat; the one that was written last stands on top."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def has(self, chat: int, message: int) -> bool:
        return self._store.value("select 1 from pin where chat = ? and message = ?", (chat, message)) is not None

    def newest(self, chat: int) -> int | None:
        found = self._store.value("select max(message) from pin where chat = ?", (chat,))
        return None if found is None else int(found)

    def all(self, chat: int) -> list[int]:
        return [row["message"] for row in self._store.rows("select message from pin where chat = ?", (chat,))]

    def add(self, chat: int, message: int) -> None:
        self._store.run("insert into pin values (?, ?)", (chat, message))

    def remove(self, chat: int, message: int) -> bool:
        """False where it was not pinned."""
        return self._store.run("delete from pin where chat = ? and message = ?", (chat, message)) == 1
