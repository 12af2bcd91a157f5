"""Raised where words of the form alone are not enough."""


class Unclear(Exception):
    pass
