"""What db and catalogue complain of by a code is worded for the terminal, and nothing is worded for nothing."""

import ast
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from bot.causes import of_system
from bot.faults import NOTICE, PLACES, RECORDS, WHOLE, Sentence, worded
from bot.settings import HOME
from bot.tongue import t
from bot.translator import CHINESE
from catalogue import cells, shipped
from db.engine import DatabaseError
from tests.catalogue.test_broken_notice import FAULTS

CODE = {"DatabaseError": 0, "SchemaError": 0, "CatalogueError": 3, "fault": 1}  # its place among the arguments


def codes(room: str) -> set[str]:
    return {code for path in (HOME / room).rglob("*.py") for code in _codes(ast.parse(path.read_text("utf-8")))}


def _codes(tree: ast.Module) -> Iterator[str]:
    for call, at in _complaints(tree):
        if len(call.args) > at and isinstance(code := call.args[at], ast.Constant):
            yield str(code.value)


def _complaints(tree: ast.Module) -> Iterator[tuple[ast.Call, int]]:
    """With the place of the code among the arguments of each."""
    for call in ast.walk(tree):
        if isinstance(call, ast.Call):
            name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
            if (at := CODE.get(name)) is not None:
                yield call, at


@pytest.mark.parametrize(
    ("room", "known", "computed"),
    [("db", RECORDS, set()), ("catalogue", NOTICE, {kind.__name__ for kind in cells._WORDS})],
)
def test_every_code_is_worded_and_none_for_nothing(
    room: str, known: Mapping[str, Sentence], computed: set[str]
) -> None:
    assert codes(room) | computed == set(known)
    assert len(known) > 5


def test_nothing_is_complained_of_without_a_code() -> None:
    """Whoever writes a notice meets every one of them."""
    trees = {path: ast.parse(path.read_text("utf-8")) for path in (HOME / "catalogue").rglob("*.py")}
    found = [
        (f"{path.name}:{call.lineno}", len(call.args) > at) for path, t in trees.items() for call, at in _complaints(t)
    ]
    assert len(found) > 60
    assert [place for place, has in found if not has] == []


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
@pytest.mark.parametrize("fault", FAULTS)
def test_every_fault_of_a_notice_is_in_chinese_with_its_place(fault: str, tmp_path: Path) -> None:
    """What the file calls something stands there as it is written in the file, and nothing else in Latin letters."""
    (file, old, new), (_, where, problem) = FAULTS[fault]
    folder = Path(shutil.copytree(shipped.SHELF / "jiading-2022", tmp_path / "jiading-2022"))
    text = (folder / file).read_text("utf-8")
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(shipped.CatalogueError) as caught:
        shipped.read(folder)
    said = worded(caught.value)
    assert problem not in said
    assert where == "file" or where not in said
    written = set(LATIN.findall("".join(path.read_text("utf-8") for path in folder.glob("*.toml")) + old))
    choices = set(LATIN.findall(problem)) if "one of" in problem else set()
    assert set(LATIN.findall(said)) - written - choices - KEYS == set()


LATIN = re.compile("[A-Za-z_]{2,}")
KEYS = {"area", "toml", "datetime", "True", "cadence", "convenor"}


@pytest.mark.parametrize("path", [HOME / "catalogue" / name for name in ("coherence.py", "registers.py", "shipped.py")])
def test_every_place_that_is_named_has_its_word(path: Path) -> None:
    """f"indicator {code}", "units", and the words that make a place of a row."""
    found = set()
    for call in (node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)):
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        at = {"CatalogueError": 1, "_row": 1, "Cells": 2}.get(name)
        if at is not None and len(call.args) > at:
            found |= set(words_of_a_place(call.args[at]))
    assert found - set(PLACES) - set(WHOLE) == set()
    assert len(found) > 2


def words_of_a_place(node: ast.expr) -> Iterator[str]:
    """The first word of each constant part: what stands before it is the place above."""
    for part in node.values if isinstance(node, ast.JoinedStr) else [node]:
        if isinstance(part, ast.Constant) and (word := str(part.value).strip(", ").partition(" ")[0]):
            yield word


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
