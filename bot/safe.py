"""Files of proof, each under the hash of what it holds: the same file twice is one file."""

import hashlib
import os
from pathlib import Path


class TooLarge(Exception):
    """More bytes than a file of proof may have."""


class Safe:
    def __init__(self, folder: Path, largest: int) -> None:
        self._folder, self._largest = folder, largest

    def path(self, digest: str) -> Path:
        return self._folder / digest[:2] / digest

    def keep(self, content: bytes) -> str:
        """The SHA-256 under which it is kept; whole on the disk before the name appears. TooLarge, OSError."""
        if len(content) > self._largest:
            raise TooLarge
        digest = hashlib.sha256(content).hexdigest()
        path = self.path(digest)
        if path.exists():
            return digest
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        partial = path.with_name(f"{digest}.{os.getpid()}.part")
        with os.fdopen(os.open(partial, os.O_CREAT | os.O_WRONLY | os.O_TRUNC | os.O_NOFOLLOW, 0o600), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
        return digest
