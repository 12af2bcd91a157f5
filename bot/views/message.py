"""What a view makes: words, buttons, and at most one picture or file."""

from dataclasses import dataclass

from domain.board import Board
from domain.curves import Curves
from domain.paper import Copy, Invitations, Kept, Made, Roll, Wanted
from domain.year import Year

NUMBERS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"  # of lines, and of the buttons that belong to them


@dataclass(frozen=True)
class Button:
    """A press on it comes back as verb, id and rev: rev is the state of what it is about when it was shown."""

    label: str
    verb: str
    id: str | int = ""
    rev: int = 0


@dataclass(frozen=True)
class Command:
    name: str
    description: str


@dataclass(frozen=True)
class File:
    """A document that is made of these facts just before it is sent. They are kept nowhere: a code may be in them."""

    name: str
    kind: str  # by what it is made
    facts: Invitations | Copy | Kept | Roll | Wanted | Made


@dataclass(frozen=True)
class Message:
    text: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    picture: Board | Curves | Year | None = None
    file: File | None = None
    commands: tuple[Command, ...] | None = None  # not a message at all: the command menu of the chat
    leave: bool = False  # not a message at all: out of this group


def cut(text: str, most: int) -> str:
    """On one line, and no longer than that."""
    one = " ".join(text.split())
    return one if len(one) <= most else f"{one[:most]}…"


def lines(*parts: str | None) -> str:
    """The parts that are there, one a line."""
    return "\n".join(part for part in parts if part)


def rows(*buttons: Button, width: int = 3) -> tuple[tuple[Button, ...], ...]:
    return tuple(buttons[i : i + width] for i in range(0, len(buttons), width))
