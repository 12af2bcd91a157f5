from pathlib import Path

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from exports import font

MEGABYTE = 1_000_000


def gb2312() -> set[str]:
    pairs = (bytes([row, cell]) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    return {text for pair in pairs if len(text := pair.decode("gb2312", "ignore")) == 1}


@pytest.mark.parametrize("name", [font.REGULAR, font.BOLD])
def test_what_the_program_says_a_font_holds_is_what_it_holds(name: str) -> None:
    with TTFont(font.FOLDER / name) as file:
        assert font._covered(font.FOLDER / name) == {chr(code) for code in file.getBestCmap()}


@pytest.mark.parametrize("name", [font.REGULAR, font.BOLD])
def test_fonts_are_small_enough_to_ship_and_carry_no_reserved_name(name: str) -> None:
    data = (font.FOLDER / name).read_bytes()
    with TTFont(font.FOLDER / name) as file:
        names = {number: str(file["name"].getDebugName(number)) for number in (1, 4, 6, 13)}
    assert len(data) < 2.5 * MEGABYTE
    assert names[1] == "Duban Sans SC"
    assert not any(reserved in names[number] for reserved in ("Noto", "Source") for number in (1, 4, 6))
    assert "Open Font License" in names[13]


def test_the_licence_lies_beside_the_fonts() -> None:
    assert "SIL OPEN FONT LICENSE Version 1.1" in (font.FOLDER / "OFL.txt").read_text(encoding="utf-8")


def test_everyday_chinese_and_its_signs_can_be_drawn() -> None:
    signs = "–—…“”‘’·•‰№①⑳㈠←→↑↓●■▲◆○□△◇％＋（）〔〕【】《》、。：；！？　〓✓"
    assert len(gb2312()) == 6763
    assert gb2312() | set(signs) <= font.glyphs()


def test_rare_names_of_persons_and_places_can_be_drawn() -> None:
    assert font.missing("堃喆昇祐珺玥淼犇邨甪垟鿏𬭎") == set()


def test_what_cannot_be_drawn_is_named_and_shown_as_a_printers_mark() -> None:
    assert font.missing("执行局😀ฉ") == {"😀", "ฉ"}
    assert font.printable("执行局😀") == "执行局〓"


def test_invisible_characters_and_line_breaks_leave_no_mark() -> None:
    assert font.printable("执行\u200b局\n 一\t庭\ufe0f") == "执行局 一 庭"


def test_a_bold_text_with_a_character_only_regular_has_is_set_in_regular_throughout() -> None:
    assert font.face("南翔法庭", 40, bold=True).getname()[1] == "Bold"
    assert font.face("甪直法庭", 40, bold=True).getname()[1] == "Regular"


@pytest.mark.parametrize("left", [(), (font.REGULAR,)])
def test_a_missing_font_is_one_clear_line(
    left: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in left:
        (tmp_path / name).write_bytes((font.FOLDER / name).read_bytes())
    monkeypatch.setattr(font, "FOLDER", tmp_path)
    with pytest.raises(font.MissingFont) as caught:
        font.face(font.printable("执行局"), 40, bold=True)
    absent = tmp_path / (font.BOLD if left else font.REGULAR)
    assert caught.value.path == absent
    assert str(caught.value) == f"Font file missing or unreadable: {absent}"


@pytest.mark.parametrize("junk", [b"", b"not a font at all, but longer than a header would be", b"\0" * 400])
def test_a_damaged_font_is_told_like_a_missing_one(
    junk: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / font.REGULAR).write_bytes(junk)
    monkeypatch.setattr(font, "FOLDER", tmp_path)
    with pytest.raises(font.MissingFont):
        font.missing("执行局")
