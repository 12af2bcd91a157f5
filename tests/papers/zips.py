"""Zip files taken apart and put together again."""

import io
import zipfile
from collections.abc import Callable, Mapping


def packed(parts: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def rewritten(data: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """Each part changed."""
    return packed({name: change(part) for name, part in parts_of(data).items()})
