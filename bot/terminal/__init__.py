"""What can be typed at a terminal: each command says what it takes, and does it."""

from importlib import import_module
from typing import Any

COMMANDS = {  # each with its module, which is loaded where it is asked for: a bot that runs can do without the others
    "run": "run",
    "import": "imports",
    "export": "exports",
    "rehearse": "rehearse",
    "status": "status",
    "invite": "invite",
    "person": "person",
    "consent": "consent",
    "audit": "audit",
    "backup": "backup",
    "restore": "restore",
    "doctor": "doctor",
    "read": "read",
}


def command(name: str) -> Any:
    """Its purpose, what it adds to the command line, and its act."""
    return import_module(f"bot.terminal.{COMMANDS[name]}")
