"""Merged cells and heights of rows; names of files."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.filenames import filed
from domain.tables import Span, lines, spans, width
from domain.wellformed import cut, one_line, wellformed

ANY = st.text(st.characters(codec=None))  # halves of pairs too
ROWS = st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from("cd"), st.sampled_from("ef")), max_size=12)


def test_alike_neighbours_are_one_cell_and_no_cell_reaches_over_the_one_before_it() -> None:
    rows = [("一", "甲"), ("一", "甲"), ("一", "乙"), ("二", "乙")]
    assert list(spans(rows, 2)) == [Span(0, 0, 2), Span(0, 3, 3), Span(1, 0, 1), Span(1, 2, 2), Span(1, 3, 3)]
    assert list(spans([], 2)) == []


@given(ROWS, st.integers(0, 3))
def test_spans_cover_every_cell_once_and_none_mixes_what_differs(rows: list[tuple[str, ...]], columns: int) -> None:
    found = list(spans(rows, columns))
    covered = [(row, span.column) for span in found for row in range(span.first, span.last + 1)]
    assert sorted(covered) == [(row, column) for row in range(len(rows)) for column in range(columns)]
    for span in found:
        assert len({rows[row][: span.column + 1] for row in range(span.first, span.last + 1)}) == 1


@pytest.mark.parametrize(
    ("text", "room", "n"),
    [("", 10, 1), ("一二三四", 9, 1), ("一二三四五", 9, 2), ("abcdefgh", 9, 1), ("一\n二", 9, 2), ("一" * 40, 9, 10)],
)
def test_a_text_takes_so_many_lines(text: str, room: int, n: int) -> None:
    assert lines(text, room) == n


def test_a_chinese_character_is_as_wide_as_two_letters() -> None:
    assert width("督办ab，") == 8


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("会议纪要.docx", "0007-会议纪要.docx"),
        ("../../etc/passwd", "0007-passwd"),
        ("C:\\temp\\表.xlsx", "0007-表.xlsx"),
        ("..", "0007-_"),
        ("", "0007-_"),
        ("CON.txt", "0007-CON.txt"),
        ("a<b>:|?*.pdf", "0007-a_b_____.pdf"),
        ("\u202efdp.exe", "0007-fdp.exe"),
        ("长" * 90 + ".pdf", "0007-" + "长" * 60 + ".pdf"),
        ("\x00\ud800名.txt", "0007-__名.txt"),
        ("末尾的点...", "0007-末尾的点"),
    ],
)
def test_a_file_is_kept_under_a_name_that_every_system_takes(name: str, kept: str) -> None:
    assert filed(7, name) == kept


@given(ANY)
def test_no_name_leads_out_of_its_folder_or_breaks_a_list_of_names(name: str) -> None:
    kept = filed(12, name)
    assert kept.startswith("0012-")
    assert not set(kept) & set('/\\:*?"<>|\n\r\x00')
    assert not kept.endswith((".", " "))
    kept.encode()
    assert len(kept) <= 80


@given(ANY)
def test_whatever_is_typed_can_be_carried_by_xml(text: str) -> None:
    kept = wellformed(text)
    kept.encode()
    assert all(sign in "\t\n" or sign >= " " for sign in kept)
    assert wellformed(kept) == kept
    assert "\n" not in one_line(text)


@pytest.mark.parametrize(("text", "most", "kept"), [("abc", 3, "abc"), ("abcd", 3, "ab…"), ("😀😀😀", 4, "😀…")])
def test_a_cut_counts_as_office_does(text: str, most: int, kept: str) -> None:
    assert cut(text, most) == kept
