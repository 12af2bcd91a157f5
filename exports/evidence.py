"""佐证材料: a bundle of pages and files, streamed into its place, with a list of all that is in it and their hashes."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from domain.dossier import Bundle
from domain.paper import Shelf, Told
from exports import page

CHUNK = 1 << 20  # bytes
MANIFEST = "manifest.json"
MODE = 0o600 << 16


def draw(bundle: Bundle, file: BinaryIO, shelf: Shelf, told: Told) -> None:
    """Two bundles of the same records and moment are the same, byte by byte."""
    listed = []
    with ZipFile(file, "w") as zipped:
        for n, one in enumerate(bundle.enclosed):
            told(n, len(bundle.enclosed))
            listed.append(_put(zipped, bundle, one.path, _chunks(shelf(one.sha256)), ZIP_STORED))
        for sheet in bundle.pages:
            listed.append(_put(zipped, bundle, sheet.path, iter([page.draw(sheet)]), ZIP_DEFLATED))
        listed.sort(key=lambda one: str(one["path"]))
        content = json.dumps({**bundle.manifest, "files": listed}, ensure_ascii=True, indent=1).encode()
        _put(zipped, bundle, MANIFEST, iter([content]), ZIP_DEFLATED)


def _put(zipped: ZipFile, bundle: Bundle, path: str, chunks: Iterator[bytes], how: int) -> dict[str, object]:
    """What the list says of it: the hash of what went in."""
    info = ZipInfo(path, bundle.stamp)
    info.compress_type, info.external_attr = how, MODE
    digest, size = hashlib.sha256(), 0
    with zipped.open(info, "w", force_zip64=True) as entry:
        for chunk in chunks:
            entry.write(chunk)
            digest.update(chunk)
            size += len(chunk)
    return {"path": path, "sha256": digest.hexdigest(), "size": size}


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as source:
        while chunk := source.read(CHUNK):
            yield chunk
