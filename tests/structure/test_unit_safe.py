import hashlib
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bot.safe import Safe, TooLarge

MINUTES = "会议纪要".encode()
DIGEST = hashlib.sha256(MINUTES).hexdigest()


@pytest.fixture
def safe(tmp_path: Path) -> Safe:
    return Safe(tmp_path / "proof", largest=1000)


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_a_file_lies_under_the_hash_of_what_it_holds(safe: Safe) -> None:
    assert safe.keep(MINUTES) == DIGEST
    assert safe.path(DIGEST).read_bytes() == MINUTES


def test_the_same_file_twice_is_one_file(safe: Safe, tmp_path: Path) -> None:
    safe.keep(MINUTES)
    made = safe.path(DIGEST).stat().st_mtime_ns
    assert safe.keep(MINUTES) == DIGEST
    assert safe.path(DIGEST).stat().st_mtime_ns == made
    assert len(files(tmp_path)) == 1


def test_a_file_is_its_owners_alone_whatever_the_machine_would_like(safe: Safe, tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        safe.keep(MINUTES)
    finally:
        os.umask(before)
    assert safe.path(DIGEST).stat().st_mode & 0o777 == 0o600
    assert safe.path(DIGEST).parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("size", [0, 1, 1000])
def test_a_file_up_to_the_limit_is_kept(size: int, safe: Safe) -> None:
    assert safe.path(safe.keep(b"x" * size)).stat().st_size == size


def test_a_file_over_the_limit_is_refused_and_leaves_nothing(safe: Safe, tmp_path: Path) -> None:
    with pytest.raises(TooLarge):
        safe.keep(b"x" * 1001)
    assert files(tmp_path) == []


def test_no_half_written_file_is_left_behind_under_a_good_name(safe: Safe, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        safe.keep(MINUTES)
    assert not safe.path(DIGEST).exists()
    monkeypatch.undo()
    assert safe.keep(MINUTES) == DIGEST
    assert files(safe.path(DIGEST).parent) == [safe.path(DIGEST)]


def test_the_same_file_kept_by_many_at_one_time_is_one_file(safe: Safe) -> None:
    content = b"x" * 1000
    with ThreadPoolExecutor(8) as threads:
        digests = set(threads.map(safe.keep, [content] * 64))
    assert digests == {hashlib.sha256(content).hexdigest()}
    assert files(safe.path(digests.pop()).parent.parent) == [safe.path(hashlib.sha256(content).hexdigest())]


def test_what_a_process_that_died_had_begun_to_write_is_tidied_away(safe: Safe) -> None:
    safe.keep(MINUTES)
    begun = safe.path(DIGEST).with_name(f"{DIGEST}abc.part")
    begun.write_bytes(MINUTES[:4])
    safe.tidy()
    assert files(safe.path(DIGEST).parent) == [safe.path(DIGEST)]


def test_nothing_is_written_through_a_link_that_somebody_laid(safe: Safe, tmp_path: Path) -> None:
    """A link under the name of the hash is replaced by the file; what it pointed at stays."""
    victim = tmp_path / "victim"
    safe.path(DIGEST).parent.mkdir(parents=True)
    safe.path(DIGEST).symlink_to(victim)
    safe.keep(MINUTES)
    assert not victim.exists()
    assert not safe.path(DIGEST).is_symlink()
