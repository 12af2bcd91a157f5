"""What db and catalogue complain of by a code is worded for the terminal, and nothing is worded for nothing."""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from bot.causes import of_system
from bot.faults import NOTICE, RECORDS, Sentence, worded
from bot.settings import HOME
from bot.tongue import t
from bot.translator import CHINESE
from catalogue import cells, shipped
from db.engine import DatabaseError

CODE = {"DatabaseError": 0, "SchemaError": 0, "CatalogueError": 3, "fault": 1}  # its place among the arguments


def codes(room: str) -> set[str]:
    return {code for path in (HOME / room).rglob("*.py") for code in _codes(ast.parse(path.read_text("utf-8")))}


def _codes(tree: ast.Module) -> Iterator[str]:
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call):
            continue
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        at = CODE.get(name)
        if at is not None and len(call.args) > at and isinstance(code := call.args[at], ast.Constant):
            yield str(code.value)


@pytest.mark.parametrize(
    ("room", "known", "computed"),
    [("db", RECORDS, set()), ("catalogue", NOTICE, {kind.__name__ for kind in cells._WORDS})],
)
def test_every_code_is_worded_and_none_for_nothing(
    room: str, known: Mapping[str, Sentence], computed: set[str]
) -> None:
    assert codes(room) | computed == set(known)
    assert len(known) > 5


@pytest.fixture
def in_chinese() -> Iterator[None]:
    t.speak(CHINESE, HOME / "locales")
    yield
    t.speak("en", HOME / "locales")


@pytest.mark.usefixtures("in_chinese")
@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('title = "', 'titel = "', "notice.toml：缺少 title"),
        ('title = "', 'shelf = 1\ntitle = "', "notice.toml：没有 shelf 这一项"),
        ('title = "', 'title = 3 # "', "notice.toml：title 应为文字，现为 3"),
        ('title = "', "title = ", "notice.toml：文件不合 TOML 格式（"),
    ],
)
def test_a_notice_that_cannot_be_read_is_complained_of_in_chinese(
    old: str, new: str, said: str, tmp_path: Path
) -> None:
    text = (shipped.SHELF / "jiading-2022" / "notice.toml").read_text("utf-8")
    (tmp_path / "notice.toml").write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(shipped.CatalogueError) as caught:
        shipped.read(tmp_path)
    assert worded(caught.value).startswith(said)


@pytest.mark.usefixtures("in_chinese")
def test_a_folder_that_cannot_be_written_is_named_with_its_reason() -> None:
    denied = PermissionError(13, "Permission denied", "/srv/duban")
    assert worded(denied) == "/srv/duban：没有权限"
    assert (
        worded(DatabaseError("cannot-be-opened", "/srv/duban.db", reason=denied)) == "/srv/duban.db：打不开（没有权限）"
    )
    assert of_system(OSError(71, "Protocol error")) == "Protocol error"  # whatever is rare says itself what it is


def test_a_log_has_the_code_and_what_it_is_about() -> None:
    found = DatabaseError("server-too-old", "postgresql://h/d", found=12, needed=14)
    assert str(found) == "postgresql://h/d: server-too-old (found 12, needed 14)"
