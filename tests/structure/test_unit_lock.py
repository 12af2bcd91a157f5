import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.lock import Taken, hold
from bot.settings import HOME

HOLDER = "import sys; from pathlib import Path; from bot.lock import hold; hold(Path(sys.argv[1])); print('held', flush=True); sys.stdin.read()"  # noqa: E501


def test_a_second_bot_on_the_same_folder_is_refused_by_name(tmp_path: Path) -> None:
    held = hold(tmp_path)
    with pytest.raises(Taken) as caught:
        hold(tmp_path)
    os.close(held)
    assert str(tmp_path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_lock_is_let_go_with_its_holder(tmp_path: Path) -> None:
    os.close(hold(tmp_path))
    os.close(hold(tmp_path))


def test_other_folders_are_not_concerned(tmp_path: Path) -> None:
    one, other = hold(tmp_path / "one"), hold(tmp_path / "other")
    os.close(one)
    os.close(other)


def test_a_folder_that_is_not_there_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        held = hold(tmp_path / "new")
    finally:
        os.umask(before)
    os.close(held)
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "new" / "lock").stat().st_mode & 0o777 == 0o600


def test_a_process_that_was_killed_leaves_no_lock_behind(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLDER, str(tmp_path)]
    with subprocess.Popen(command, cwd=HOME, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(Taken):
            hold(tmp_path)
        other.kill()
        other.wait(timeout=30)
    os.close(hold(tmp_path))
