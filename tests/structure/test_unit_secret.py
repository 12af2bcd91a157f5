"""The secret that signs buttons is made once, whoever starts beside whom."""

import secrets
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from bot.secrets import secret


def test_two_that_start_at_once_have_one_secret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    both, make = Barrier(2), secrets.token_bytes

    def together(size: int) -> bytes:
        both.wait(10)
        return make(size)

    monkeypatch.setattr(secrets, "token_bytes", together)
    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(secret, [tmp_path, tmp_path])
    assert first == second == (tmp_path / "secret").read_bytes()
    assert [path.name for path in tmp_path.iterdir()] == ["secret"]
    assert (tmp_path / "secret").stat().st_mode & 0o777 == 0o600
