"""What a method may be given. Values come as JSON or, over a form, as text."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sandbox.errors import bad

Reader = Callable[[Any], Any]
Given = Mapping[str, tuple[str, bytes]]

MISSING = {
    "chat_id": "chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "user_id": "invalid user_id specified",
    "photo": "there is no photo in the request",
    "document": "there is no document in the request",
    "media": "there is no media in the request",
    "callback_query_id": "query is too old and response timeout expired or query ID is invalid",
    "file_id": "file_id is not specified",
}


def integer(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise ValueError("an Integer")
    try:
        return int(value)
    except ValueError:
        raise ValueError("an Integer") from None


def boolean(value: Any) -> bool:
    known = {
        True: True,
        False: False,
        "true": True,
        "false": False,
        "True": True,
        "False": False,
        "1": True,
        "0": False,
    }
    if isinstance(value, bool | str) and value in known:
        return known[value]
    raise ValueError("a Boolean")


def string(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("a String")
    return value


def mapping(value: Any) -> dict[str, Any]:
    read = _json(value)
    if not isinstance(read, dict):
        raise ValueError("an Object")
    return read


def array(value: Any) -> list[Any]:
    read = _json(value)
    if not isinstance(read, list):
        raise ValueError("an Array")
    return read


def chat(value: Any) -> int:
    """Usernames of chats are not told apart here: nobody in this world has one."""
    if isinstance(value, str) and value.startswith("@"):
        raise bad("chat not found")
    return integer(value)


def upload(value: Any) -> str:
    """A file: its id, or attach://name of a part of the request."""
    return string(value)


def _json(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except json.JSONDecodeError:
        raise ValueError("a JSON-serialized value") from None


class Arguments(dict[str, Any]):
    """Read arguments by name; `files` are the parts of the request that are files."""

    def __init__(self, files: Given) -> None:
        super().__init__()
        self.files = files

    def file(self, name: str) -> tuple[str, bytes] | str:
        """A new file, or the id of one that Telegram has."""
        return self.attached(self[name]) if name in self else self.files[name]

    def attached(self, value: str) -> tuple[str, bytes] | str:
        if not value.startswith("attach://"):
            return value
        part = value.removeprefix("attach://")
        if part not in self.files:
            raise bad(f'wrong file identifier/HTTP URL specified: no part "{part}" in the request')
        return self.files[part]


@dataclass(frozen=True)
class Method:
    """`run` is given the world and read arguments. What is in neither `needs` nor `takes` is refused by name."""

    name: str
    run: Callable[[Any, Arguments], Any]
    needs: Mapping[str, Reader]
    takes: Mapping[str, Reader]

    def read(self, params: Mapping[str, Any], files: Given) -> Arguments:
        arguments = Arguments(files)
        for name, value in params.items():
            arguments[name] = self._value(name, value)
        for name in self.needs:
            if name not in arguments and not (self.needs[name] is upload and name in files):
                raise bad(MISSING.get(name, f'parameter "{name}" is required'))
        return arguments

    def _value(self, name: str, value: Any) -> Any:
        reader = self.needs.get(name) or self.takes.get(name)
        if reader is None:
            raise bad(f'{self.name} has no parameter "{name}"')
        try:
            return reader(value)
        except ValueError as error:
            raise bad(f'can\'t parse parameter "{name}" of {self.name}: {error} expected') from None
