import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.buttons import ANYBODY, Press, read, sign

SECRET = bytes(range(32))
PERSON = 7_000_001
PRESS = Press("file", "1234", 7)
LONGEST = Press("a-very-long-verb", "9" * 20, 999_999_999)
verbs = st.text(string.ascii_lowercase + "-", min_size=1, max_size=16)
ids = st.text(string.ascii_letters + string.digits + "-", max_size=20)
presses = st.builds(Press, verbs, ids, st.integers(0, 999_999_999))
people = st.integers(1, 2**52)


@given(presses, people)
@settings(deadline=None, derandomize=True, database=None)
def test_what_is_signed_for_a_person_is_read_from_that_person(press: Press, person: int) -> None:
    data = sign(SECRET, person, person, press)
    assert read(SECRET, person, person, data) == press
    assert len(data.encode()) <= 64


def test_the_longest_button_fits_into_what_telegram_carries() -> None:
    assert len(sign(SECRET, 2**52, -(2**52), LONGEST).encode()) == 59


@pytest.mark.parametrize("press", [PRESS, Press("units", "", 0), LONGEST])
def test_a_button_with_any_one_byte_changed_is_refused(press: Press) -> None:
    data = sign(SECRET, PERSON, PERSON, press)
    others = [chr(code) for code in range(128)]
    for i, right in enumerate(data):
        forged = [data[:i] + other + data[i + 1 :] for other in others if other != right]
        assert [one for one in forged if read(SECRET, PERSON, PERSON, one)] == []


def test_a_button_with_a_byte_more_or_less_is_refused() -> None:
    data = sign(SECRET, PERSON, PERSON, PRESS)
    changed = [data[:i] + data[i + 1 :] for i in range(len(data))]
    changed += [data[:i] + char + data[i:] for i in range(len(data) + 1) for char in "0a-._ \n"]
    assert [one for one in changed if read(SECRET, PERSON, PERSON, one)] == []


@pytest.mark.parametrize(
    "data", ["", ".", "file", "file.1.0", "file.1.0.", "file.1.0.aaaaaaaaaaa", "x" * 64, "文件.1.0.a"]
)
def test_what_was_never_signed_is_refused(data: str) -> None:
    assert read(SECRET, PERSON, PERSON, data) is None


@pytest.mark.parametrize(
    ("person", "chat"), [(PERSON + 1, PERSON + 1), (PERSON + 1, PERSON), (PERSON, PERSON + 1), (PERSON, -PERSON)]
)
def test_another_person_and_another_chat_are_refused(person: int, chat: int) -> None:
    assert read(SECRET, person, chat, sign(SECRET, PERSON, PERSON, PRESS)) is None


def test_numbers_do_not_run_into_each_other() -> None:
    assert read(SECRET, 1, 23, sign(SECRET, 12, 3, PRESS)) is None
    assert read(SECRET, 1, 1, sign(SECRET, 1, 1, Press("a", "1", 11)).replace("a.1.11.", "a.11.1.")) is None


def test_a_button_in_a_group_is_anybodys_of_that_group_alone() -> None:
    data = sign(SECRET, ANYBODY, -100, PRESS)
    assert read(SECRET, ANYBODY, -100, data) == PRESS
    assert read(SECRET, ANYBODY, -101, data) is None
    assert read(SECRET, PERSON, PERSON, data) is None


def test_another_installation_refuses_it() -> None:
    assert read(bytes(32), PERSON, PERSON, sign(SECRET, PERSON, PERSON, PRESS)) is None


@pytest.mark.parametrize(
    "press", [Press("File", "1", 0), Press("a" * 17, "1", 0), Press("file", "1.2", 0), Press("file", "1", 10**9)]
)
def test_a_button_of_another_shape_is_never_made(press: Press) -> None:
    with pytest.raises(AssertionError):
        sign(SECRET, PERSON, PERSON, press)
