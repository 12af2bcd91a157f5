"""Words that an act needs: as they were written, neither nothing nor a letter."""

LEAST, MOST = 2, 300  # signs


def read(text: str) -> tuple[str, str | None]:
    """The words, and the code of what is wrong with them."""
    words = " ".join(text.split())
    if len(words) < LEAST:
        return words, "words-needed"
    return words, "reason-long" if len(words) > MOST else None
