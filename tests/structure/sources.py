"""The program as text: its files, and what stands in them."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2]
ROOMS = ("bot", "services", "domain", "catalogue", "exports", "db", "sandbox")
Code = ast.FunctionDef | ast.AsyncFunctionDef


def name_of(path: Path) -> str:
    """bot/views/card.py → bot.views.card."""
    parts = path.relative_to(HOUSE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def modules() -> dict[str, ast.Module]:
    """Every module of the program; migrations are written by alembic."""
    files = [file for room in ROOMS for file in sorted((HOUSE / room).rglob("*.py"))]
    ours = [file for file in files if "versions" not in file.parts]
    return {name_of(file): ast.parse(file.read_text(encoding="utf-8"), str(file)) for file in ours}


def within(*rooms: str) -> dict[str, ast.Module]:
    found = {
        name: tree for name, tree in modules().items() if any(name == r or name.startswith(f"{r}.") for r in rooms)
    }
    assert found, rooms
    return found


def calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    """Each call by the last part of what is called: say for context.say(…)."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
            yield node.func.id if isinstance(node.func, ast.Name) else node.func.attr, node


def functions(tree: ast.AST) -> Iterator[Code]:
    for node in ast.walk(tree):
        if isinstance(node, Code):
            yield node


def texts(node: ast.AST) -> set[str]:
    """String constants anywhere in it."""
    return {n.value for n in ast.walk(node) if isinstance(n, ast.Constant) and isinstance(n.value, str)}


def answers(node: ast.expr) -> set[str]:
    """What an expression may come to, where it is a word or a choice of words."""
    if isinstance(node, ast.IfExp):
        return answers(node.body) | answers(node.orelse)
    return {node.value} if isinstance(node, ast.Constant) and isinstance(node.value, str) else set()


@cache
def proofs_in(path: str) -> dict[str, str]:
    """The tests of a file: which are run with every change, which are "long", and which "never".

    Where a tool may not be on the machine it is run where it is; a mark of one parameter is that one's alone."""
    file = HOUSE / path
    if not file.exists():
        return {}
    tree = ast.parse(file.read_text(encoding="utf-8"))
    of_all = [ast.unparse(n.value) for n in tree.body if isinstance(n, ast.Assign) and "pytestmark" in ast.unparse(n)]
    return {
        one.name: _run(" ".join([*of_all, *map(ast.unparse, one.decorator_list)]))
        for one in functions(tree)
        if one.name.startswith("test_")
    }


def _run(marks: str) -> str:
    marks = re.sub(r"pytest\.param\(.*?marks=[\w.]+\)", "", marks)
    if re.search(r"mark\.(skip\b|xfail)", marks):
        return "never"
    long = "mark.long" in marks or ("mark.skipif" in marks and "which(" not in marks)
    return "long" if long else "with every change"
