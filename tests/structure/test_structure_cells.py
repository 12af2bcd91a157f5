"""Strings go into sheets by one function, as strings: a formula cannot come about."""

import ast

import pytest

from bot.drawn import DRAWN
from bot.views.cabinet import NAMES
from services.cabinet import EXPORTS
from tests.structure.sources import calls, modules

PLACE = "exports.cells"


def writes_cells(tree: ast.Module) -> list[int]:
    """Lines that put something into a cell, however the library calls it: write…, merge_range, cell(…), append."""
    found = [call.lineno for called, call in calls(tree) if isinstance(call.func, ast.Attribute) and _writes(called)]
    values = [node for node in ast.walk(tree) if isinstance(node, ast.Assign | ast.AugAssign)]
    targets = [t for node in values for t in (node.targets if isinstance(node, ast.Assign) else [node.target])]
    return found + [t.lineno for t in targets if isinstance(t, ast.Attribute) and t.attr in ("value", "formula")]


def _writes(called: str) -> bool:
    return called.startswith("write_") or called in ("merge_range", "write_column", "write_row", "add_table")


@pytest.mark.parametrize(
    "text",
    [
        'page.write_string(0, 0, "=1+1")',
        'page.write_formula("A1", "=1")',
        'page.merge_range(0, 0, 1, 1, "x")',
        'cell.value = "=1"',
        'page.write_url(0, 0, "x")',
    ],
)
def test_a_cell_that_is_written_is_seen(text: str) -> None:
    assert writes_cells(ast.parse(text)) == [1]


def test_nobody_but_the_one_place_writes_into_a_sheet() -> None:
    drawing = {name: tree for name, tree in modules().items() if name.startswith(("exports.", "services.", "bot."))}
    found = {name for name, tree in drawing.items() if writes_cells(tree)}
    assert found == {PLACE}


def test_the_one_place_writes_strings_blanks_and_ways_within_the_file_alone() -> None:
    (tree,) = (tree for name, tree in modules().items() if name == PLACE)
    used = {called for called, _ in calls(tree) if called.startswith("write")}
    assert used == {"write", "write_string", "write_blank", "write_url"}
    (url,) = (call for called, call in calls(tree) if called == "write_url")
    target = url.args[1]
    assert isinstance(target, ast.JoinedStr)
    first = target.values[0]
    assert isinstance(first, ast.Constant)
    assert str(first.value).startswith("internal:")


def test_sheets_are_made_by_a_library_that_is_told_to_compute_nothing() -> None:
    made = [
        (name, call)
        for name, tree in modules().items()
        if not name.startswith("catalogue.")
        for called, call in calls(tree)
        if called == "Workbook" and isinstance(call.func, ast.Attribute)
    ]
    assert {name for name, _ in made} == {"exports.book", "exports.ledger"}
    assert all(ast.unparse(call.args[1]) == "OPTIONS" for _, call in made)


def test_every_document_is_gathered_drawn_and_named() -> None:
    assert set(EXPORTS) == set(DRAWN) == set(NAMES)
