"""Keys of the backup: it is closed with public ones, which may lie about, and opened with a secret one, which may not
lie on this machine (age, https://age-encryption.org).

The library is loaded by whoever uses a key: it is 1 MB, and a bot without backups has none.
"""

import os
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, Protocol

from bot.tongue import t

MAGIC = b"age-encryption.org/v1\n"
SECRET = "AGE-SECRET-KEY-"  # how a line with one begins  # noqa: S105  # nosec B105


class BadKey(Exception):
    """One line for the terminal."""


class Locked(Exception):
    """It cannot be opened: one line for the terminal."""


class Readable(Protocol):
    def read(self, size: int = -1, /) -> bytes: ...


class Writable(Protocol):
    def write(self, data: bytes, /) -> int: ...

    def flush(self) -> None: ...


def recipient(text: str) -> str:
    """The public key as it stands in the settings. ValueError where it is none."""
    import pyrage

    try:
        pyrage.x25519.Recipient.from_str(text)
    except pyrage.RecipientError as error:
        raise ValueError(f'"{text}" is no public key of age (age1…)') from error
    return text


def close(source: Readable, target: Writable, recipients: Sequence[str]) -> None:
    import pyrage

    pyrage.encrypt_io(source, target, [pyrage.x25519.Recipient.from_str(text) for text in recipients])


def identities(path: Path) -> list[Any]:
    """Of a file as age-keygen writes it. BadKey, OSError."""
    import pyrage

    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        found = [pyrage.x25519.Identity.from_str(line.strip()) for line in lines if line.strip().startswith(SECRET)]
    except (UnicodeDecodeError, pyrage.IdentityError) as error:
        raise BadKey(t("{path}: this is no key file of age", path=path)) from error
    if not found:
        raise BadKey(t("{path}: there is no secret key in it ({begins}…)", path=path, begins=SECRET))
    return found


def new(path: Path) -> str:
    """A new secret key in a file of its own; its public key. BadKey where the file is there already, OSError."""
    import pyrage

    key = pyrage.x25519.Identity.generate()
    public = str(key.to_public())
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as error:
        raise BadKey(t("{path}: is there already, and is not overwritten", path=path)) from error
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(f"# public key: {public}\n{key}\n")
        file.flush()
        os.fsync(file.fileno())
    return public


def is_closed(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(MAGIC)) == MAGIC


@contextmanager
def opened(path: Path, keys: Iterable[Any]) -> Iterator[IO[bytes]]:
    """What is in it, from beginning to end. Locked where no key fits or it is not whole: nothing of it counts then."""
    import pyrage

    reading, writing = os.pipe()
    failed: list[str] = []

    def decrypt() -> None:
        with os.fdopen(writing, "wb") as out, path.open("rb") as source:
            try:
                pyrage.decrypt_io(source, out, list(keys))
            except pyrage.DecryptError as error:
                failed.append("this key does not open it" if "matching" in str(error) else "it is damaged or cut off")
            except BrokenPipeError:
                return  # nobody reads on
            except OSError:
                failed.append("it is damaged or cut off")

    thread = threading.Thread(target=decrypt)
    with os.fdopen(reading, "rb") as plain:
        thread.start()
        try:
            yield plain
            while plain.read(1 << 16):
                continue  # the end is what says that it is whole
        except Exception:
            plain.close()
            thread.join()
            if not failed:
                raise
        thread.join()
    if failed:
        raise Locked(f"{path}: {failed[0]}")
