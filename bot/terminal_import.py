"""A notice that comes in at the terminal: read in a child process, then shown there, or put before the director."""

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from bot import reading_room
from bot.app import limits
from bot.clock import SystemClock
from bot.desk import Desk
from bot.safe import Safe, TooLarge
from bot.settings import Settings
from domain.notice import Unit
from services import importing
from services.office import Office

STEPS = {"begun": "正在打开文件 / opening the file", "opened": "正在识别指标和要求 / looking for indicators"}
Told = Callable[[str], None]


class Unread(Exception):
    """One sentence for the terminal."""


def read(path: Path, settings: Settings, told: Told, known: Sequence[Unit] = ()) -> dict[str, Any]:
    """The draft as plain data."""

    def heard(step: str, seconds: int) -> None:
        told(f"{path.name}: {STEPS[step]} … {seconds} s")

    found = asyncio.run(reading_room.read(path, path.name, known, limits(settings), heard))
    if found.draft is None:
        raise Unread(found.refused or f"「{path.name}」是发出去核对的表，不是通知。请在聊天中发回。")
    return found.draft


def take_in(path: Path, desk: Desk, folder: Path, settings: Settings, told: Told) -> None:
    """The file is kept and the directors get its card."""
    clock = SystemClock()
    known = desk.call(importing.known, clock.now(), "departments")
    draft = read(path, settings, told, known)
    content = path.read_bytes()
    try:
        digest = Safe(folder / "document", settings.files.largest_megabytes * 1024 * 1024).keep(content)
    except TooLarge as error:
        raise Unread(f"{path.name}: is larger than {settings.files.largest_megabytes} MB") from error

    def take(office: Office) -> bool:
        return importing.take_read(office, path.name, digest, len(content), draft) is not None

    now = clock.now()
    if not desk.call(take, now, f"import/{digest[:16]}/{now.isoformat()}"):
        raise Unread("there is no director yet who could review it; the first run prints the director's link")
