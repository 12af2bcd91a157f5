"""Files of proof, each under the hash of what it holds: the same file twice is one file."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedRandom
from pathlib import Path
from secrets import token_hex

PARTIAL = ".part"


@contextmanager
def whole(path: Path, partial: Path) -> Iterator[BufferedRandom]:
    """To be written and read under another name; it has its own once it is whole and on the disk. Its owner's alone."""
    partial.unlink(missing_ok=True)
    try:
        with os.fdopen(os.open(partial, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "w+b") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise


class TooLarge(Exception):
    """More bytes than a file of proof may have."""


class Gone(Exception):
    """Not there, or not what was kept."""


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
        # a name that nobody else has: the same file may be fetched twice at one time
        with whole(path, path.with_name(f"{digest}.{token_hex(4)}{PARTIAL}")) as file:
            file.write(content)
        return digest

    def read(self, digest: str) -> bytes:
        """What was kept under it. Gone, OSError."""
        try:
            content = self.path(digest).read_bytes()
        except FileNotFoundError:
            raise Gone from None
        if hashlib.sha256(content).hexdigest() != digest:
            raise Gone
        return content

    def drop(self, digest: str) -> None:
        """Whoever is in it is to be in nothing any more."""
        self.path(digest).unlink(missing_ok=True)

    def tidy(self) -> None:
        """At the start: what a process that died was about to write. It was never whole, and will be fetched again."""
        for partial in self._folder.glob(f"*/*{PARTIAL}"):
            partial.unlink(missing_ok=True)
