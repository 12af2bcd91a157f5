from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from sandbox.errors import ApiError
from sandbox.faults import Faults
from sandbox.methods import METHODS
from sandbox.moves import Moves
from sandbox.personas import Persona
from sandbox.world import World

Json = dict[str, Any]
Observer = Callable[[str, Json], None]


class Telegram(Moves):
    """The world outside: chats, messages, updates. Synchronous; its only I/O is its SQLite file.

    A new world has one group, `group`, made by the first of the cast, with everybody in it who is `in_group`,
    and without the bot. A path that has a world already goes on with it, and the cast is brought up to date.
    """

    def __init__(
        self,
        *,
        token: str,
        cast: Sequence[Persona],
        now: Callable[[], datetime],
        path: Path | None = None,
        username: str = "duban_bot",
        group_title: str = "创建活动领导小组",
        limits: bool = True,
        privacy: bool = True,
    ) -> None:
        self.token = token
        self.world = World(token=token, now=now, path=path, username=username, limits=limits, privacy=privacy)
        self.faults = Faults()
        # Called with "before" or "after" and {"method", "params"} (after: "result" too) around each accepted call.
        self.on_call: list[Observer] = []
        with self.world.turn():
            self.world.people.add(cast)
            self.group = self._first_group(cast, group_title)

    def call(self, method: str, params: Mapping[str, Any], files: Mapping[str, tuple[str, bytes]] | None = None) -> Any:
        """The bot's side. Returns the `result` object, or raises ApiError, LineReset, LineHangs or AnswerSpoilt."""
        files = files or {}
        fault = self.faults.strike(method, params.get("chat_id", ""))
        if fault and not fault.carried_out:
            self._write(method, params, files, ok=False, outcome=None, fault=fault.kind)
            raise fault.error()
        told: Json = {"method": method, "params": params}
        for observer in self.on_call:
            observer("before", told)
        result = self._carry_out(method, params, files, fault.kind if fault else None)
        for observer in self.on_call:
            observer("after", told | {"result": result})
        return fault.spoil(result) if fault else result

    def updates(self, offset: int = 0, limit: int = 100) -> list[Json]:
        """getUpdates without waiting; a higher offset confirms what is below it."""
        with self.world.turn():
            return self.world.updates.take(offset, limit, self.world.second())

    def has_updates(self) -> bool:
        return self.world.updates.any()

    def to_bring(self) -> tuple[Json, Json] | None:
        """The webhook, and the update that it is to be told next."""
        with self.world.store.lock:
            hook = self.world.webhook.get()
            if hook is None:
                return None
            self.world.updates.forget_old(self.world.second())
            update = self.world.updates.first()
            return None if update is None else (hook, update)

    def brought(self, update_id: int, trouble: str | None) -> None:
        """What became of it: taken, or not and why."""
        with self.world.turn():
            if trouble is None:
                self.world.updates.confirm(update_id)
            else:
                self.world.webhook.failed(trouble, self.world.second())

    def slips_in(self, update: Json) -> int:
        """Queues a raw update, malformed ones too, for tests; its update_id unless it names one."""
        with self.world.turn():
            return self.world.updates.queue_raw(self.world.second(), update)

    def download(self, path: str) -> bytes | None:
        """The bytes of a file, None where there are none; faults and history know it as "download"."""
        fault = self.faults.strike("download")
        found = self.world.files.at(path)
        good = found is not None and (fault is None or fault.carried_out)
        self._write("download", {"path": path}, {}, ok=good, outcome=None, fault=fault.kind if fault else None)
        if fault and not fault.carried_out:
            raise fault.error()
        return fault.spoil(found) if fault else found

    def history(self, method: str | None = None) -> list[Json]:
        """Every API call so far: at, method, params, ok (carried out), outcome, fault."""
        return self.world.history.read(method)

    def personas(self) -> list[Persona]:
        group = {person for person, _ in self.world.chats.members(self.group)}
        return [
            Persona(row["id"], row["name"], row["role"], row["language"], row["id"] in group)
            for row in self.world.people.all()
        ]

    def chats_of(self, person: int) -> list[int]:
        return self.world.chats.of(person)

    def copy_to(self, path: Path) -> None:
        self.world.store.copy_to(path)

    def close(self) -> None:
        self.world.store.close()

    def _carry_out(
        self, method: str, params: Mapping[str, Any], files: Mapping[str, tuple[str, bytes]], fault: str | None
    ) -> Any:
        try:
            with self.world.turn():
                known = METHODS.get(method)
                if known is None:
                    raise ApiError(404, f"Not Found: method not found: {method}")
                result = known.run(self.world, known.read(params, files))
                self._write(method, params, files, ok=True, outcome=result, fault=fault)
                return result
        except ApiError as error:
            self._write(method, params, files, ok=False, outcome=error.answer(), fault=fault)
            raise

    def _write(
        self,
        method: str,
        params: Mapping[str, Any],
        files: Mapping[str, tuple[str, bytes]],
        *,
        ok: bool,
        outcome: Any,
        fault: str | None,
    ) -> None:
        sizes = {name: f"{file[0]} ({len(file[1])} bytes)" for name, file in files.items()}
        self.world.history.write(
            self.world.now().isoformat(), method, {**params, **sizes}, ok=ok, outcome=outcome, fault=fault
        )

    def _first_group(self, cast: Sequence[Persona], title: str) -> int:
        """The group that the world began with, by the number it has now."""
        known = self.world.store.setting("group")
        if known is not None:
            row = self.world.chats.get(int(known))
            return int(row["moved_to"]) if row and row["moved_to"] else int(known)
        group = self.world.chats.create(title, "group")
        self.world.store.set("group", str(group))
        members = [persona.id for persona in cast if persona.in_group]
        for place, person in enumerate(members):
            self.world.chats.join(group, person, "member" if place else "creator")
        return group
