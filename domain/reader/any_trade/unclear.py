"""Raised where a figure has no place, or two have the same one."""


class Unclear(Exception):
    pass
