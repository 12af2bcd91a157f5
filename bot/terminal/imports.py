"""A notice that comes in at the terminal: read in a child process, then shown there, or put before the director."""

import argparse
import asyncio
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bot import logs, reading_room
from bot.app import limits
from bot.desk import Desk
from bot.safe import Safe, TooLarge
from bot.settings import Environment, Settings
from bot.terminal.records import Complaint, desk_of, folder_of, now_of, told
from bot.tongue import t
from catalogue.reading.storing import restored
from catalogue.reading.telling import as_lines, as_record
from domain.notice import Unit
from services import importing
from services.office import Office

STEPS = {"begun": "正在打开文件 / opening the file", "opened": "正在识别指标和要求 / looking for indicators"}


def purpose() -> str:
    return t("a notice comes in, for the director to review in chat")


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path)
    parser.add_argument(
        "--dry-run", action="store_true", help=t("only read it and show what was read; no records are needed")
    )
    parser.add_argument("--json", action="store_true", help=t("what was read, as one object"))


def act(args: argparse.Namespace, environment: Environment, settings: Settings) -> int:
    if args.json and not args.dry_run:
        raise Complaint(t("--json: goes with --dry-run"))
    logs.set_up(level=50)
    if args.dry_run:
        draft = restored(read(args.file, settings))
        print(json.dumps(as_record(draft), ensure_ascii=False) if args.json else "\n".join(as_lines(draft)))
        return 0
    with desk_of(environment, settings) as desk:
        take_in(args.file, desk, environment, settings)
    print(f"{args.file.name}: 已交创建办主任核对 / it is before the director for review")
    return 0


def read(path: Path, settings: Settings, known: Sequence[Unit] = ()) -> dict[str, Any]:
    """The draft as plain data."""

    def heard(step: str, seconds: int) -> None:
        told(f"{path.name}: {STEPS[step]} … {seconds} s")

    found = asyncio.run(reading_room.read(path, path.name, known, limits(settings), heard))
    if found.draft is None:
        raise Complaint(found.refused or f"「{path.name}」是发出去核对的表，不是通知。请在聊天中发回。")
    return found.draft


def take_in(path: Path, desk: Desk, environment: Environment, settings: Settings) -> None:
    """The file is kept and the directors get its card."""
    known = desk.call(importing.known, now_of(environment, desk), "departments")
    draft = read(path, settings, known)
    content = path.read_bytes()
    try:
        digest = Safe(folder_of(environment) / "document", settings.files.largest_megabytes * 1024 * 1024).keep(content)
    except TooLarge as error:
        raise Complaint(
            t("{file}: is larger than {n} MB", file=path.name, n=settings.files.largest_megabytes)
        ) from error

    def take(office: Office) -> bool:
        return importing.take_read(office, path.name, digest, len(content), draft) is not None

    now = now_of(environment, desk)
    if not desk.call(take, now, f"import/{digest[:16]}/{now.isoformat()}"):
        raise Complaint(t("there is no director yet who could review it; the first run prints the director's link"))
