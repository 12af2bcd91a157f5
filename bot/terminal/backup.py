"""All that is needed to go on elsewhere, in one file that only the owner of the key can read."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from bot.clock import SystemClock
from bot.settings import Environment, Settings
from bot.terminal.progress import percent
from bot.terminal.records import Complaint, folder_of, journal_of, must_be_there, open_records
from bot.tongue import t
from bot.vault import keys
from bot.vault.backing_up import Made, Place, back_up


def purpose() -> str:
    return t("records, proof and keys in one encrypted file, beside a running bot")


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file", type=Path, nargs="?", metavar="FILE", help=t("is written anew; an older one is replaced")
    )
    parser.add_argument(
        "--to", action="append", default=[], metavar="age1…", help=t("instead of the keys in the settings")
    )
    parser.add_argument(
        "--plain", action="store_true", help=t("not encrypted: whoever has the file can read everything")
    )
    parser.add_argument("--new-key", type=Path, metavar="KEYFILE", help=t("only makes a key; keep it off this machine"))


def act(args: argparse.Namespace, environment: Environment, settings: Settings) -> int:
    if args.new_key:
        if args.file:
            raise Complaint(t("--new-key: makes a key and no backup"))
        public = keys.new(args.new_key)
        print(f"公钥，填入 config.toml 的 [backup] recipients / public key, for [backup] recipients:\n{public}")
        print(f"请把 {args.new_key} 移到别处保管，本机不留；没有它备份打不开。")
        print(f"Keep {args.new_key} elsewhere and leave none here; without it no backup can be opened.")
        return 0
    if args.file is None:
        raise Complaint(t("FILE is missing"))
    recipients = _recipients(args, settings)
    must_be_there(environment)
    database = open_records(environment, settings)
    place = Place(database, folder_of(environment), environment.config, journal_of(environment, settings))
    try:
        made = back_up(place, args.file, recipients, SystemClock().now(), percent("备份", "backup"))
    finally:
        database.dispose()
    print("\n".join(_said(made, bool(recipients))))
    return 1 if made.faulty else 0


def _recipients(args: argparse.Namespace, settings: Settings) -> tuple[str, ...]:
    if args.plain and args.to:
        raise Complaint(t("--plain: goes without --to"))
    if args.plain:
        return ()
    try:
        found = tuple(keys.recipient(text) for text in args.to) or settings.backup.recipients
    except ValueError as error:
        raise Complaint(f"--to: {error}") from error
    if not found:
        raise Complaint(t("backup.recipients: no public key is set; make one with --new-key, or say --plain"))
    return found


def _said(made: Made, closed: bool) -> Iterator[str]:
    how = "已加密 / encrypted" if closed else "未加密，请妥善保管 / not encrypted: keep it safe"
    yield f"{made.path}: {made.size / 1e6:.1f} MB，{made.files} 个文件 / files，{how}"
    yield f"SHA-256 {made.sha256}"
    for name in made.faulty:
        yield f"{name}: 缺失或损坏，未能备份 / missing or damaged, not in the backup"
