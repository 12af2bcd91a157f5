"""The way back from a backup, and from the journal beside it."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot import lock, logs
from bot.clock import SystemClock
from bot.settings import Environment, Settings
from bot.terminal.progress import counted, percent
from bot.terminal.records import Complaint, folder_named, folder_of, path_of, url_of
from bot.tongue import t
from bot.vault import keys
from bot.vault.restoring import Restored, Wanted, restore
from bot.vault.targets import InFile, Target, on_server


def purpose() -> str:
    return t("records, proof and keys from a backup, and what came after it from the journal")


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--identity", type=Path, metavar="KEYFILE", help=t("with the secret key; not kept"))
    parser.add_argument("--into", type=Path, metavar="DIR", help=t("another data folder than the present one"))
    parser.add_argument(
        "--journal",
        type=Path,
        action="append",
        default=[],
        metavar="DIR",
        help=t("where the journal lies, if not where it is written; several times for several bots"),
    )
    parser.add_argument("--replace", action="store_true", help=t("records that are there are set aside"))


def act(args: argparse.Namespace, environment: Environment, settings: Settings) -> int:
    logs.set_up(level=50)
    if not args.file.is_file():
        raise Complaint(t("{path}: is no file", path=args.file))
    for folder in args.journal:
        if not folder.is_dir():
            raise Complaint(t("{path}: is no folder", path=folder))
    opening = keys.identities(args.identity) if args.identity else []
    folder = args.into or folder_of(environment)
    journals = args.journal or [folder_named(settings.journal.folder, "journal", environment)]
    with _target(args, environment) as records:
        wanted = Wanted(args.file, records, folder, journals, opening, args.replace)
        shown = percent("恢复", "restore"), counted("重做", "done once more")
        done = restore(wanted, settings, SystemClock().now(), *shown)
    print("\n".join(_said(done, environment, settings)))
    return 0


@contextmanager
def _target(args: argparse.Namespace, environment: Environment) -> Iterator[Target]:
    records = args.into / "duban.db" if args.into else path_of(environment)
    if records is None:
        with on_server(url_of(environment)) as target:
            yield target
        return
    home = args.into or environment.data_dir
    held = [lock.hold(home), lock.hold(records.parent, f"{records.name}.lock")] if home.exists() else []
    assert all(held)
    yield InFile(records)


def _said(done: Restored, environment: Environment, settings: Settings) -> Iterator[str]:
    at = settings.hours.local(done.manifest.made)
    yield f"已恢复 {at:%Y-%m-%d %H:%M} 的备份 / restored from the backup of that time"
    yield from _replayed(done, settings)
    for person in done.erased:
        yield f"备份之后删除的人，已再次删除 / erased since the backup, and again now: #{person}"
    for person in done.unerased:
        yield f"#{person} 在备份之后删除过，现为唯一的主任，请先移交再删除"
        yield f"#{person} was erased since the backup and is now the last who directs: hand over, then erase again"
    if done.missing:
        yield f"{done.missing} 个文件启动后向 Telegram 重新取 / files are fetched again once the bot runs"
    if done.aside:
        yield f"原有记录在 / what was there before is in {done.aside}"
    if done.config.read_bytes() != environment.config.read_bytes():
        yield f"备份时的设置与现用的不同，请核对 / settings differ from those of the backup: {done.config}"


def _replayed(done: Restored, settings: Settings) -> Iterator[str]:
    found = done.replayed
    if found is None:
        yield "没有接续的流水：备份之后的答复需重新报送，已发的消息可能再发"
        yield "no journal goes on from there: answers have to be given again, and messages may go out twice"
        return
    if found.until is None:
        yield "备份之后没有收发 / nothing came or went since"
        return
    until = settings.hours.local(found.until)
    yield f"流水补到 {until:%Y-%m-%d %H:%M}：来信 {found.updates}，发出 {found.sends}"
    yield f"journal followed up to then: {found.updates} updates in, {found.sends} messages out"
    if found.astray:
        yield f"未能全部照原样重做 / not everything could be done as it was: {found.astray}"
    for turn in found.by_hand:
        yield f"由命令行所做，请再做一次 / done by command, to be done again: {turn}"
    if found.unpressed:
        yield f"{found.unpressed} 次按钮需请本人重按 / buttons have to be pressed again by those who pressed them"
