"""A page that is too long for its message is folded: nothing is left out, nothing is too long."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.settings import HOME
from bot.translator import translators
from bot.views.fold import fold, size, split
from bot.views.message import Button, Message
from tests.settings import SETTINGS

T = translators(HOME / "locales", SETTINGS.zone, SETTINGS.office_name)["zh_CN"]
lines = st.lists(st.text(st.sampled_from("督办 a　𠀀。"), max_size=60), min_size=1, max_size=30)


@given(lines, st.integers(12, 80))
def test_the_parts_hold_all_of_it_in_its_order_and_none_is_too_long(found: list[str], most: int) -> None:
    text = "\n".join(found)
    parts = split(text, most)
    assert all(size(part) <= most for part in parts)
    head = found[0] if len(parts) > 1 and size(found[0]) <= most // 4 else ""
    own = [part.removeprefix(f"{head}\n") if head else part for part in parts]
    assert "".join("".join(own).split("\n")) == "".join(found[1:] if head else found)


@pytest.mark.parametrize(
    ("part", "said", "labels"),
    [
        (1, "头\n① 一一一一一", [["①"], ["本页 1/2", "▶"], ["往上"]]),
        (2, "头\n② 二二二二二\n　续", [["②"], ["◀", "本页 2/2"], ["往上"]]),
        (9, "头\n② 二二二二二\n　续", [["②"], ["◀", "本页 2/2"], ["往上"]]),  # it has become shorter since
    ],
)
def test_each_part_has_the_buttons_of_its_own_lines(part: int, said: str, labels: list[list[str]]) -> None:
    buttons = ((Button("①", "history", 1), Button("②", "history", 2)), (Button("往上", "up", 1),))
    shown = fold(Message("头\n① 一一一一一\n② 二二二二二\n　续", buttons), 14, part, T)
    assert shown.text == said
    assert [[button.label for button in row] for row in shown.buttons] == labels


def test_what_fits_is_not_folded() -> None:
    whole = Message("头\n① 一", ((Button("①", "history", 1),),))
    assert fold(whole, 5, 1, T) == whole
