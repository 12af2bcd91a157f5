"""Into the page of promises go the figures of what was run; what was not run keeps its own."""

from datetime import date
from pathlib import Path

from tests.torture.__main__ import PARTS
from tests.torture.figures import Figures
from tests.torture.page import BEGIN, END, PAGE, SHOWN, without_figures, write

TEXT = f"""| I-13 | by the clock | `test` | |
| I-08 | once | `test` | |
{BEGIN}
{END}
the end
"""


def figures(part: str, lost: int) -> Figures:
    return Figures(part, 7, 60, rows=[("lost", str(lost)), ("jumps", "9")], summary=f"{part}: {lost} lost")


def test_a_part_that_is_run_again_renews_its_rows_and_its_promise(tmp_path: Path) -> None:
    path = tmp_path / "reliability.md"
    path.write_text(TEXT, encoding="utf-8")
    write([figures("years", 0), figures("clocks", 2)], date(2026, 11, 26), path)
    assert "| I-13 | by the clock | `test` | clocks: 2 lost; years: 0 lost |" in path.read_text(encoding="utf-8")
    write([figures("clocks", 0)], date(2026, 11, 27), path)
    text = path.read_text(encoding="utf-8")
    assert "| I-13 | by the clock | `test` | clocks: 0 lost; years: 0 lost |\n| I-08 | once | `test` | |" in text
    assert "| years (2026-11-26, seed 7, 60 s) | lost | 0 |\n|  | jumps | 9 |\n|  | in short | years: 0 lost |" in text
    assert "clocks (2026-11-27, seed 7, 60 s)" in text
    assert "2 lost" not in text
    assert text.endswith(f"|\n{END}\nthe end\n")


def test_every_part_has_its_figures_on_the_page_and_every_promise_the_parts_that_show_it() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert without_figures(text, PARTS) == []
    assert {part for parts in SHOWN.values() for part in parts} <= set(PARTS)
    assert without_figures(text.replace("| storms (", "| winds ("), PARTS) == ["I-11", "I-14", "storms"]
