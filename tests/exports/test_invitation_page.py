import itertools
from io import BytesIO

import pytest
from PIL import Image

from domain.paper import MOST, Invitations
from exports.invitations import BOTTOM, COLUMN, MARGIN, TOP, WIDTH, cells, draw


def sheet(n: int, post: str = "立案庭联络员") -> Invitations:
    codes = tuple((post, f"{i:02d}" + "kq" * 10) for i in range(n))
    return Invitations("职务登记邀请函", ("打开 Telegram，搜索 @duban_bot，发送代码。",), codes, "3月2日 09:00 制发")


def picture(pdf: bytes) -> Image.Image:
    start = pdf.index(b"\xff\xd8\xff")
    return Image.open(BytesIO(pdf[start : pdf.index(b"endstream", start)]))


@pytest.mark.parametrize("n", [1, 2, 15, 46, MOST])
def test_every_letter_has_a_cell_of_its_own_on_the_page(n: int) -> None:
    every = [at for number in range(n) for at in cells(n, number)]
    assert len(set(every)) == 22 * n
    assert all(MARGIN <= x <= WIDTH - MARGIN and TOP < y <= BOTTOM for x, y in every)
    for number in range(n):
        row = [x for x, _ in cells(n, number)]
        assert all(right - left >= 26 for left, right in itertools.pairwise(row))
        assert row[-1] - row[0] + 26 <= COLUMN


@pytest.mark.parametrize("n", [0, 1, MOST])
def test_it_is_one_page_of_a4_and_light_enough_for_a_phone(n: int) -> None:
    pdf = draw(sheet(n))
    assert pdf.startswith(b"%PDF")
    assert pdf.count(b"/Type /Page\n") == 1
    assert b"595.44" in pdf  # points across
    assert len(pdf) < 1_000_000


def test_more_posts_than_a_page_holds_are_left_to_whoever_asks_for_it() -> None:
    assert picture(draw(sheet(MOST + 3))).tobytes() == picture(draw(sheet(MOST))).tobytes()


def test_a_long_title_is_cut_before_it_runs_into_the_other_column() -> None:
    long = picture(draw(sheet(2, "特别长的职务名称" * 9)))
    middle = long.crop((MARGIN + COLUMN + 6, TOP, MARGIN + COLUMN + 54, BOTTOM))
    assert min(middle.tobytes()) > 200
