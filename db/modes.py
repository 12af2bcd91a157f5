"""What both databases call the same."""

READS = "duban_reads"  # an option of an engine whose transactions only read


class DatabaseError(Exception):
    """One line for the terminal, naming the file or the server."""
