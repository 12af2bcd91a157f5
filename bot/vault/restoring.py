"""The way back: everything is looked at before anything is touched; what came after the backup is done once more."""

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from bot.app import furnish, words_of
from bot.faults import worded
from bot.rendering import Renderer
from bot.safe import Safe
from bot.secrets import secret
from bot.settings import Settings, SettingsError, load
from bot.tongue import t
from bot.vault import copying, keys
from bot.vault.archive import FOLDERS, PROOF, RECORDS, SECRET, SETTINGS, BadArchive, Manifest, Told, unpack
from bot.vault.backing_up import NoBackup, room
from bot.vault.following import lines_since, way_from
from bot.vault.journal import erased_since, sync
from bot.vault.replaying import Repeat, Replayed
from bot.vault.targets import NotRestored, Target, on_disk
from db import engine, migrate
from services import loading

TEMPORARY, ASIDE = ".restore-", "before-restore-"
USERNAME = "duban_bot"  # of no weight: nobody answers here


Heard = Callable[[int], None]


@dataclass(frozen=True)
class Restored:
    """`replayed` is None where there is no journal that goes on from the backup; `erased` are persons who were erased
    after it was made and are again, `unerased` those of them who cannot be; `aside` is where that lies which was there
    before; `missing` are files that Telegram is asked for again; `config` the settings as they were."""

    manifest: Manifest
    replayed: Replayed | None
    erased: tuple[int, ...]
    unerased: tuple[int, ...]
    aside: Path | None
    missing: int
    config: Path


@dataclass(frozen=True)
class Wanted:
    """`records` are to be there, everything else in `folder`; `journals` are the folders of all who wrote one."""

    backup: Path
    records: Target
    folder: Path
    journals: Sequence[Path]
    keys: Sequence[Any]
    replace: bool = False


def restore(wanted: Wanted, settings: Settings, now: datetime, unpacked: Told, replayed: Heard) -> Restored:
    """NotRestored, OSError. `settings` serve where those in the backup are not understood any more."""
    if wanted.records.are_there() and not wanted.replace:
        raise NotRestored(t("{where}: there are records here; --replace sets them aside", where=wanted.records.name))
    with _workplace(wanted.folder) as new:
        manifest = _open(wanted, new, unpacked)
        _check(wanted.backup, new / RECORDS, manifest)
        at_that_time = _settings(new / SETTINGS, settings)
        done = _once_more(new, wanted, manifest, at_that_time, now, replayed)
        return replace(done, aside=_move_in(new, wanted, now))


@contextmanager
def _workplace(folder: Path) -> Iterator[Path]:
    """On the same disk, so that moving in takes a moment."""
    is_new = not folder.exists()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    made = Path(mkdtemp(prefix=TEMPORARY, dir=folder))
    try:
        yield made
    except BaseException:
        shutil.rmtree(made, ignore_errors=True)
        if is_new:
            folder.rmdir()
        raise
    shutil.rmtree(made, ignore_errors=True)


def _open(wanted: Wanted, folder: Path, told: Told) -> Manifest:
    path = wanted.backup
    try:
        room(folder, 2 * path.stat().st_size)  # itself, and what the replay needs
    except NoBackup as error:
        raise NotRestored(str(error)) from error
    closed = keys.is_closed(path)
    if closed and not wanted.keys:
        raise NotRestored(t("{path}: it is encrypted; --identity names the file with the secret key", path=path))
    try:
        if closed:
            with keys.opened(path, wanted.keys) as source:
                return unpack(source, folder, told)
        with path.open("rb") as source:
            return unpack(source, folder, told)
    except keys.Locked as error:
        raise NotRestored(str(error)) from error
    except BadArchive as error:
        raise NotRestored(f"{path}: {error}") from error


def _check(backup: Path, records: Path, manifest: Manifest) -> None:
    if manifest.schema > migrate.HEAD:
        raise NotRestored(
            t(
                "{path}: is of schema {schema}, this program knows {known} and is too old",
                path=backup,
                schema=manifest.schema,
                known=migrate.HEAD,
            )
        )
    try:
        copying.look(records)
        database = engine.open_file(records)
        migrate.upgrade(database)
        database.dispose()
        copying.look(records)
    except (copying.Unsound, engine.DatabaseError, migrate.SchemaError) as error:
        raise NotRestored(f"{backup}: {worded(error)}") from error


def _settings(path: Path, settings: Settings) -> Settings:
    try:
        return load(path)
    except SettingsError:  # of another version of the program: what is done once more goes by the present ones
        return settings


def _once_more(
    new: Path, wanted: Wanted, manifest: Manifest, settings: Settings, now: datetime, told: Heard
) -> Restored:
    """In memory: nobody waits for the disk at every line."""
    file = engine.open_file(new / RECORDS)
    memory = engine.copy_to_memory(file)
    furnish(memory, settings)
    renderer = Renderer(secret(new), words_of(settings))
    desk = Repeat(memory, settings.rules(), renderer, known_until=loading.known_until(), username=USERNAME)
    way = way_from(desk.last_told(), lines_since(wanted.journals, manifest.made))
    found = desk.follow(way, told) if way is not None else None
    if found is None:
        desk.doubt(now)
    if found is None or found.astray:
        desk.begin_anew()
    erased = [person for folder in wanted.journals for person in erased_since(folder, manifest.made)]
    gone, left = desk.erase_again(erased, manifest.made, now)
    for digest in desk.erased_files():
        Safe(new / PROOF, 0).drop(digest)
    missing = desk.fetch_again(*(_shelf(name, new, wanted.folder) for name in FOLDERS))
    desk.close()
    engine.copy(memory, file)
    memory.dispose()
    file.dispose()
    config = wanted.folder / f"restored-{SETTINGS}"
    return Restored(manifest, found, tuple(gone), tuple(left), None, missing, config)


def _shelf(name: str, new: Path, old: Path) -> Callable[[str], Path]:
    """A file that is in the backup, or still there."""

    def path(digest: str) -> Path:
        found = Safe(new / name, 0).path(digest)
        return found if found.exists() else Safe(old / name, 0).path(digest)

    return path


def _move_in(new: Path, wanted: Wanted, now: datetime) -> Path | None:
    """Files of proof first, which replace nothing; the records last, in one step."""
    aside = _set_aside(wanted, now) if wanted.records.are_there() else None
    copying.settle(new / RECORDS)
    wanted.records.prepare(new / RECORDS)
    for name in FOLDERS:
        for path in sorted((new / name).glob("??/*")):
            target = Safe(wanted.folder / name, 0).path(path.name)
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            path.replace(target)
    (new / SETTINGS).replace(wanted.folder / f"restored-{SETTINGS}")
    (new / SECRET).replace(wanted.folder / SECRET)
    os.sync()  # what was unpacked is on the disk before the records speak of it
    wanted.records.take_effect()
    sync(wanted.folder)
    return aside


def _set_aside(wanted: Wanted, now: datetime) -> Path:
    aside = wanted.folder / f"{ASIDE}{now:%Y%m%dT%H%M%SZ}"
    aside.mkdir(mode=0o700)
    wanted.records.set_aside(aside)
    if (wanted.folder / SECRET).exists():
        shutil.copy2(wanted.folder / SECRET, aside / SECRET)
    on_disk(aside)
    return aside
