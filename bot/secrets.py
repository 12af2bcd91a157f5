"""The installation's own secret, which signs its buttons."""

import os
import secrets
from pathlib import Path

BYTES = 32


def secret(folder: Path) -> bytes:
    """Made at the first start, readable by its owner alone; with a backup it keeps the buttons good."""
    path = folder / "secret"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return path.read_bytes()
    with os.fdopen(descriptor, "wb") as file:
        file.write(fresh := secrets.token_bytes(BYTES))
    return fresh
