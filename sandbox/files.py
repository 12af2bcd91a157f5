import mimetypes
import re
import struct
from sqlite3 import Row
from typing import Any

from sandbox.errors import bad
from sandbox.limits import DOWNLOAD_BYTES, PHOTO_BYTES, PHOTO_RATIO, PHOTO_SIDES
from sandbox.store import Store

Json = dict[str, Any]
WIDTHS = (90, 320, 800, 1280)
# by what it is: where Telegram keeps it, its ending, its type
RECORDED = {
    "voice": ("voice", "oga", "audio/ogg"),
    "audio": ("music", "mp3", "audio/mpeg"),
    "video": ("videos", "mp4", "video/mp4"),
    "video_note": ("video_notes", "mp4", "video/mp4"),
}
FOLDERS = "|".join(("documents", "photos", *(folder for folder, _, _ in RECORDED.values())))
# The standard library's table lacks what offices send.
mimetypes.add_type("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx")
mimetypes.add_type("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx")
mimetypes.add_type("application/vnd.ms-works", ".wps")


def picture_size(content: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG, GIF or JPEG; None for anything else."""
    if content[:8] == b"\x89PNG\r\n\x1a\n" and len(content) >= 24:
        width, height = struct.unpack(">II", content[16:24])
        return width, height
    if content[:6] in (b"GIF87a", b"GIF89a") and len(content) >= 10:
        width, height = struct.unpack("<HH", content[6:10])
        return width, height
    return _jpeg_size(content) if content[:2] == b"\xff\xd8" else None


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:
        marker, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        at += 2 + length
    return None


def _suffix(row: Row) -> str:
    """Telegram stores every photo as JPEG and keeps a document's own ending."""
    found = re.search(r"\.[A-Za-z0-9]+$", row["name"])
    return ".jpg" if row["folder"] == "photos" else found[0] if found else ""


class Files:
    """Bytes that went through a chat. Every size of a photo leads to the same bytes: nothing is scaled here."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def keep_document(self, name: str, content: bytes, mime: str | None, claimed: int | None = None) -> Json:
        """The Document object. `claimed` is the size that Telegram is to tell, for tests of files too big to make."""
        if not content and not claimed:
            raise bad("file must be non-empty")
        mime = mime or mimetypes.guess_type(name)[0] or "application/octet-stream"
        return self._document(self._keep(name, content, mime, claimed or len(content), "documents"))

    def keep_photo(self, name: str, content: bytes) -> list[Json]:
        """The PhotoSize list, smallest first."""
        if len(content) > PHOTO_BYTES:
            raise bad(
                f"file of size {len(content)} bytes is too big for a photo; the maximum size is {PHOTO_BYTES} bytes"
            )
        size = picture_size(content)
        if size is None:
            raise bad("IMAGE_PROCESS_FAILED")
        width, height = size
        if not width or not height or width + height > PHOTO_SIDES or max(size) > PHOTO_RATIO * min(size):
            raise bad("PHOTO_INVALID_DIMENSIONS")
        mime = mimetypes.guess_type(name)[0] or "image/jpeg"
        return self._sizes(self._keep(name, content, mime, len(content), "photos"), width, height)

    def keep_recording(self, kind: str, content: bytes, claimed: int | None) -> Json:
        """What Telegram tells of a voice, audio, video or video_note. Nobody hears it."""
        folder, end, mime = RECORDED[kind]
        number = self._keep(f"{kind}.{end}", content, mime, claimed or len(content), folder)
        size = {"file_size": claimed or len(content), "mime_type": mime}
        return {"file_id": f"AwAC{number:08d}-v", "file_unique_id": f"U{number:08d}"} | size

    def again(self, file_id: str, kind: str) -> Any:
        """What is sent a second time by its id: a Document, or a PhotoSize list."""
        row = self._by_id(file_id)
        if row is None or row["folder"] != kind:
            raise bad("wrong file identifier/HTTP URL specified")
        if kind == "documents":
            return self._document(row["number"])
        width, height = picture_size(row["content"]) or (0, 0)
        return self._sizes(row["number"], width, height)

    def describe(self, file_id: str) -> Json:
        row = self._by_id(file_id)
        if row is None:
            raise bad("wrong file_id or the file is temporarily unavailable")
        if row["size"] > DOWNLOAD_BYTES:
            raise bad("file is too big")
        path = f"{row['folder']}/file_{row['number']}{_suffix(row)}"
        unique = f"U{row['number']:08d}"
        return {"file_id": file_id, "file_unique_id": unique, "file_size": row["size"], "file_path": path}

    def at(self, path: str) -> bytes | None:
        """The bytes behind a `file_path`."""
        found = re.fullmatch(rf"({FOLDERS})/file_(\d+)(?:\.[A-Za-z0-9]+)?", path)
        row = self._row(int(found[2])) if found else None
        return None if row is None else bytes(row["content"])

    def open(self, file_id: str) -> tuple[str, str, bytes] | None:
        """Name, type and bytes, for the page."""
        row = self._by_id(file_id)
        return None if row is None else (row["name"], row["mime"], bytes(row["content"]))

    def _keep(self, name: str, content: bytes, mime: str, size: int, folder: str) -> int:
        number = self._store.count_on("file")
        values = (number, name, mime, size, folder, content)
        self._store.run("insert into file values (?, ?, ?, ?, ?, ?)", values)
        return number

    def _row(self, number: int) -> Row | None:
        return self._store.row("select * from file where number = ?", (number,))

    def _by_id(self, file_id: str) -> Row | None:
        found = re.fullmatch(r"(?:BQAC|AgAC|AwAC)(\d{8})-\w+", file_id)
        return self._row(int(found[1])) if found else None

    def _document(self, number: int) -> Json:
        row = self._row(number)
        assert row is not None
        ids = {"file_id": f"BQAC{number:08d}-d", "file_unique_id": f"U{number:08d}"}
        return {"file_name": row["name"], "mime_type": row["mime"], **ids, "file_size": row["size"]}

    def _sizes(self, number: int, width: int, height: int) -> list[Json]:
        longest = max(width, height)
        scales = [side / longest for side in WIDTHS if side < longest] + [1.0]
        whole = int(self._store.value("select size from file where number = ?", (number,)))
        return [
            {
                "file_id": f"AgAC{number:08d}-{place}",
                "file_unique_id": f"U{number:08d}{place}",
                "width": max(1, round(width * scale)),
                "height": max(1, round(height * scale)),
                "file_size": max(1, round(whole * scale * scale)),
            }
            for place, scale in enumerate(scales)
        ]
