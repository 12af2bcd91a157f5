"""Raised where words of the form alone are not enough."""


class Unclear(Exception):
    pass


class OfWhichYear(Unclear):
    """Nor does any other reading tell whether a figure is of this year or of the last one."""
