"""The page of examples shows how replies are read now."""

from tests.examples import PAGE, page


def test_the_page_of_examples_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "python -m tests.examples"
