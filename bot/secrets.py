"""The installation's own secret, which signs its buttons."""

import os
import secrets
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from bot.tongue import t

BYTES = 32


class DamagedSecret(Exception):
    """One line for the terminal, naming the file."""


def secret(folder: Path) -> bytes:
    """Made at the first start, readable by its owner alone; with a backup it keeps the buttons good.

    DamagedSecret where the file does not hold a whole one: buttons signed with less could be forged.
    """
    path = folder / "secret"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)
    if not path.exists():
        with NamedTemporaryFile(dir=folder, prefix="secret.", delete=False) as file:
            file.write(secrets.token_bytes(BYTES))
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileExistsError):  # it is whole; of two that start at once both have the first one's
            os.link(file.name, path)
        Path(file.name).unlink()
    path.chmod(0o600)
    found = path.read_bytes()
    if len(found) != BYTES:
        raise DamagedSecret(
            t("{path}: is not whole; take it from a backup, or remove it (old buttons will not work)", path=path)
        )
    return found
