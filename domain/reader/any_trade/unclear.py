"""Why an answer is not read here."""


class Unclear(Exception):
    """A figure has no place, or two have the same one: others may know better."""


class Strange(Exception):
    """It tells of something else, or cannot be: nobody may take it for certain."""
