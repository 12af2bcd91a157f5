"""A backup that cannot be restored is one clear line, and nothing on the machine is other than before."""

import io
import shutil
import sqlite3
import tarfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from pyrage import x25519

from bot.safe import Safe
from bot.vault import keys
from bot.vault.archive import Item, Manifest, Packed, item_of
from bot.vault.backing_up import NoBackup, Place, back_up
from bot.vault.restoring import Wanted, restore
from bot.vault.targets import InFile, NotRestored
from db import engine
from tests.house import at, furnished
from tests.settings import ROUND

KEY, OTHER = x25519.Identity.generate(), x25519.Identity.generate()
NOW = at("2026-03-02 12:00")
PROOF = b"a page of proof" * 1000


@dataclass(frozen=True)
class Kept:
    place: Place
    closed: Path
    plain: Path


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    folder = tmp_path_factory.mktemp("kept")
    furnished(folder / "duban.db")
    (folder / "secret").write_bytes(bytes(32))
    Safe(folder / "proof", 1 << 20).keep(PROOF)
    config = folder / "config.toml"
    config.touch()
    place = Place(engine.open_file(folder / "duban.db"), folder, config, None)
    closed, plain = folder / "closed.age", folder / "plain.tar"
    back_up(place, closed, [str(KEY.to_public())], NOW, lambda done, of: None)
    back_up(place, plain, [], NOW, lambda done, of: None)
    return Kept(place, closed, plain)


def bring_back(backup: Path, folder: Path, *, key: Any = KEY, replacing: bool = False) -> None:
    wanted = Wanted(backup, InFile(folder / "duban.db"), folder, [folder / "journal"], [key] if key else [], replacing)
    restore(wanted, ROUND, NOW, lambda done, of: None, lambda done: None)


def there(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.parametrize("closed", [True, False])
def test_what_comes_back_is_what_there_was(kept: Kept, tmp_path: Path, closed: bool) -> None:
    bring_back(kept.closed if closed else kept.plain, tmp_path / "new")
    found = there(tmp_path / "new")
    assert found.pop("secret") == bytes(32)
    with (
        closing(sqlite3.connect(tmp_path / "new" / "duban.db")) as new,
        closing(sqlite3.connect(kept.place.folder / "duban.db")) as old,
    ):
        told = 'INSERT INTO "written"'  # there is no journal: no number of it comes again
        assert [line for line in new.iterdump() if not line.startswith(told)] == list(old.iterdump())
    assert PROOF in found.values()
    assert all((path.stat().st_mode & 0o077) == 0 for path in (tmp_path / "new").rglob("*") if path.is_file())


def flipped(data: bytes, at: int) -> bytes:
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "cut off at the end": lambda data: data[:-1],
    "cut off by half": lambda data: data[: len(data) // 2],
    "cut off in its head": lambda data: data[:100],
    "a bit in the middle": lambda data: flipped(data, len(data) // 2),
    "a bit at the end": lambda data: flipped(data, len(data) - 3),
    "empty": lambda data: b"",
    "something else": lambda data: b"PK\x03\x04" + bytes(5000),
}


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("closed", [True, False])
def test_what_is_damaged_is_refused(kept: Kept, tmp_path: Path, damage: str, closed: bool) -> None:
    data = (kept.closed if closed else kept.plain).read_bytes()
    broken = DAMAGES[damage](data)
    if not closed and damage in ("cut off at the end", "a bit at the end"):
        broken = DAMAGES[damage](data.rstrip(b"\0"))  # a tar ends in nothing, of which none is missed
    backup = tmp_path / "broken"
    backup.write_bytes(broken)
    (tmp_path / "new").mkdir()
    with pytest.raises(NotRestored) as caught:
        bring_back(backup, tmp_path / "new")
    assert str(caught.value).startswith(f"{backup}: ")
    assert "\n" not in str(caught.value)
    assert list((tmp_path / "new").iterdir()) == []


def test_another_key_does_not_open_it(kept: Kept, tmp_path: Path) -> None:
    with pytest.raises(NotRestored, match="this key does not open it"):
        bring_back(kept.closed, tmp_path / "new", key=OTHER)
    with pytest.raises(NotRestored, match="it is encrypted"):
        bring_back(kept.closed, tmp_path / "new", key=None)
    assert not (tmp_path / "new").exists()


def test_records_that_are_there_are_not_overwritten(kept: Kept, tmp_path: Path) -> None:
    folder = tmp_path / "there"
    folder.mkdir()
    (folder / "duban.db").write_bytes(b"what there was")
    (folder / "secret").write_bytes(b"the old one")
    before = there(folder)
    with pytest.raises(NotRestored, match="--replace"):
        bring_back(kept.closed, folder)
    with pytest.raises(NotRestored, match="this key"):
        bring_back(kept.closed, folder, key=OTHER, replacing=True)
    assert there(folder) == before
    bring_back(kept.closed, folder, replacing=True)
    (aside,) = folder.glob("before-restore-*")
    assert there(aside) == {"duban.db": b"what there was", "secret": b"the old one"}


def packed(kept: Kept, path: Path, **changed: Any) -> Path:
    """A plain backup that says something else of itself."""
    names = {"duban.db": kept.place.folder / "duban.db"}
    kept.place.database.dispose()
    manifest = Manifest(NOW, "0001", tuple(item_of(name, file) for name, file in names.items()))
    source = Packed(replace(manifest, **changed), names, lambda done, of: None)
    path.write_bytes(b"".join(iter(lambda: source.read(1 << 16), b"")))
    return path


def test_one_of_a_newer_program_is_refused(kept: Kept, tmp_path: Path) -> None:
    with pytest.raises(NotRestored, match="is of schema 9999, this program knows"):
        bring_back(packed(kept, tmp_path / "newer", schema="9999"), tmp_path / "new")
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("name", ["../duban.db", "/duban.db", "proof/ab/../../secret", "x", "proof/ab/" + "c" * 64])
def test_a_name_that_leads_elsewhere_is_refused(name: str, tmp_path: Path) -> None:
    file = tmp_path / "evil"
    file.write_bytes(b"evil")
    item = Item(name, *(lambda found: (found.size, found.sha256))(item_of("evil", file)))
    source = Packed(Manifest(NOW, "0001", (item,)), {name: file}, lambda done, of: None)
    backup = tmp_path / "backup"
    backup.write_bytes(b"".join(iter(lambda: source.read(1 << 16), b"")))
    with pytest.raises(NotRestored, match="no part of a backup"):
        bring_back(backup, tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_a_link_in_it_is_refused(tmp_path: Path, kept: Kept) -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as tar, tarfile.open(kept.plain) as good:
        head = good.getmember("manifest.json")
        tar.addfile(head, good.extractfile(head))
        link = tarfile.TarInfo("duban.db")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        tar.addfile(link)
    (tmp_path / "backup").write_bytes(out.getvalue())
    with pytest.raises(NotRestored, match="no part of a backup"):
        bring_back(tmp_path / "backup", tmp_path / "new")


class Usage(NamedTuple):
    total: int
    used: int
    free: int


def test_without_room_nothing_is_begun(kept: Kept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda path: Usage(10, 9, 1))
    with pytest.raises(NotRestored, match="MB are needed, 0 are free"):
        bring_back(kept.closed, tmp_path / "new")
    with pytest.raises(NoBackup, match="MB are needed, 0 are free"):
        back_up(kept.place, tmp_path / "backup", [], NOW, lambda done, of: None)
    assert list(tmp_path.iterdir()) == []


def test_what_is_not_sound_is_not_backed_up(kept: Kept, tmp_path: Path) -> None:
    shutil.copytree(kept.place.folder, tmp_path / "there", ignore=shutil.ignore_patterns("closed*", "plain*"))
    database = engine.open_file(tmp_path / "there" / "duban.db")
    with closing(sqlite3.connect(tmp_path / "there" / "duban.db")) as records:
        columns = "n, at, verb, subject, data, hash"
        records.execute(f"INSERT INTO audit ({columns}) VALUES (1, '2026-01-01 00:00:00', 'x', 'x', '{{}}', 'x')")
        records.commit()
    place = Place(database, tmp_path / "there", kept.place.config, None)
    with pytest.raises(NoBackup, match="the trail is broken at row 1"):
        back_up(place, tmp_path / "backup", [], NOW, lambda done, of: None)
    assert not (tmp_path / "backup").exists()
    assert list((tmp_path / "there").glob(".backup-*")) == []
    database.dispose()


def test_a_file_of_proof_that_is_damaged_is_named_and_the_rest_is_backed_up(kept: Kept, tmp_path: Path) -> None:
    shutil.copytree(kept.place.folder, tmp_path / "there", ignore=shutil.ignore_patterns("closed*", "plain*"))
    (proof,) = (tmp_path / "there" / "proof").glob("??/*")
    proof.write_bytes(b"rotten")
    database = engine.open_file(tmp_path / "there" / "duban.db")
    made = back_up(
        Place(database, tmp_path / "there", kept.place.config, None), tmp_path / "b", [], NOW, lambda *_: None
    )
    database.dispose()
    assert made.faulty == (f"proof/{proof.parent.name}/{proof.name}",)
    bring_back(made.path, tmp_path / "new")
    assert not (tmp_path / "new" / "proof").exists()


def test_a_key_is_made_once_and_read_again(tmp_path: Path) -> None:
    path = tmp_path / "key"
    public = keys.new(path)
    assert [str(key.to_public()) for key in keys.identities(path)] == [public]
    assert keys.recipient(public) == public
    assert path.stat().st_mode & 0o777 == 0o600
    with pytest.raises(keys.BadKey, match="is there already"):
        keys.new(path)


@pytest.mark.parametrize("content", [b"", b"# public key: age1x\n", b"AGE-SECRET-KEY-1NONSENSE\n", b"\xff\xfe"])
def test_a_file_without_a_key_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "key"
    path.write_bytes(content)
    with pytest.raises(keys.BadKey) as caught:
        keys.identities(path)
    assert str(caught.value).startswith(f"{path}: ")
