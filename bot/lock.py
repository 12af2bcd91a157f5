"""One bot to a database: a second one is refused."""

import fcntl
import os
from pathlib import Path

from bot.tongue import t


class Taken(Exception):
    """One line for the terminal."""


def hold(folder: Path, name: str = "lock") -> int:
    """The descriptor that holds the lock for as long as the process lives. Taken where another has it."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(folder / name, os.O_CREAT | os.O_RDWR, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        os.close(descriptor)
        raise Taken(t("{path}: another Duban is running on these records", path=folder)) from error
    return descriptor
