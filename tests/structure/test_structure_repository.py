import re
from pathlib import Path

import pytest

from bot.settings import HOME

# written in two parts, so that this file does not name them itself
HOSTS = ("py" + "pi", "npm" + "js", "index" + "-url", "python" + "hosted", "extra-" + "index", "registry" + ".")
PATHS = re.compile("(?<![\\w.])/(?:" + "|".join(("ho" + "me", "wo" + "rk", "ro" + "ot", "Us" + "ers")) + ")/[a-z]")
LOCKS = ("uv" + ".lock", "pylock" + ".toml")


def ignored() -> set[str]:
    lines = (HOME / ".gitignore").read_text(encoding="utf-8").splitlines()
    return {line.rstrip("/") for line in lines if line.endswith("/")} | {".git"}


def shipped() -> dict[Path, str]:
    """Every file of the repository that is a text."""
    skipped, found, folders = ignored(), {}, [HOME]
    while folders:
        for path in sorted(folders.pop().iterdir()):
            if path.name in skipped or path.suffix == ".pyc":
                continue
            if path.is_dir():
                folders.append(path)
                continue
            try:
                found[path.relative_to(HOME)] = path.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                continue  # a typeface or a picture
    assert len(found) > 200
    return found


@pytest.fixture(scope="module")
def files() -> dict[Path, str]:
    return shipped()


def test_no_file_names_the_host_of_a_registry(files: dict[Path, str]) -> None:
    wrong = [f"{path}: {word}" for path, text in files.items() for word in HOSTS if word in text.lower()]
    assert wrong == []


def test_no_file_names_a_place_on_somebodys_machine(files: dict[Path, str]) -> None:
    wrong = [f"{path}: {found.group()}" for path, text in files.items() for found in PATHS.finditer(text)]
    assert wrong == []


def test_a_place_on_a_machine_is_seen() -> None:
    assert PATHS.search("see " + "/ho" + "me/somebody/notes")
    assert not PATHS.search("locales/ho" + "me/page")


def test_locked_packages_carry_their_hashes_and_no_lock_names_a_host(files: dict[Path, str]) -> None:
    for name in ("requirements.txt", "requirements-dev.txt", "requirements-peers.txt"):
        pinned = re.findall(
            r"^[a-z][\w.-]*==[^\\\n]*\\?(?:\n +--hash=sha256:[0-9a-f]{64} ?\\?)*", files[Path(name)], re.M
        )
        assert len(pinned) > 10
        assert [line for line in pinned if "--hash" not in line] == []
    assert [path for path in files if path.name in LOCKS] == []


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md", "LICENSE", "CHANGELOG.md", "config.toml", "Makefile"])
def test_what_a_newcomer_looks_for_is_there(name: str, files: dict[Path, str]) -> None:
    assert files[Path(name)].strip()


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_whatever_a_readme_points_to_is_there(name: str, files: dict[Path, str]) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", files[Path(name)])
    assert links
    assert [link for link in links if not (HOME / link).exists()] == []


def test_decisions_are_numbered_without_a_gap() -> None:
    found = sorted((HOME / "docs" / "decisions").glob("*.md"))
    assert found
    assert [path.name[:4] for path in found] == [f"{n:04d}" for n in range(1, len(found) + 1)]
