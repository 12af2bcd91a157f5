"""How much of a table is read: what people write fits in many times over, what would fill the memory does not."""

MOST_PLACES = 400_000  # rows times columns


class TooLarge(Exception):
    """A file that holds more than anybody writes into a notice."""
