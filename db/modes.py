"""What both databases call the same."""

READS = "duban_reads"  # an option of an engine whose transactions only read


class RecordsError(Exception):
    """Why the records cannot be had, as a code: the terminal words it, a log has it as it is.

    `where` is the file or the server, `about` what the sentence holds beside it.
    """

    def __init__(self, code: str, where: str, **about: object) -> None:
        held = ", ".join(f"{name} {value}" for name, value in about.items())
        super().__init__(f"{where}: {code}" + (f" ({held})" if held else ""))
        self.code, self.where, self.about = code, where, about


class DatabaseError(RecordsError):
    """They cannot be opened, or are not such as this program needs."""
