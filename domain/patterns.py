"""Patterns that are compiled when they are first used: the bot starts without those that no text has met yet."""

import re
from typing import cast

METHODS = ("search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn")
FACTS = ("flags", "groups", "groupindex")


class Deferred:
    """Looks like a compiled pattern; its source may be built into others before."""

    def __init__(self, source: str, flags: int) -> None:
        self.pattern, self.wanted = source, flags

    def compile(self) -> "re.Pattern[str]":
        return re.compile(self.pattern, self.wanted)

    def __getattr__(self, name: str) -> object:
        if name not in (*METHODS, *FACTS):
            raise AttributeError(name)
        compiled = self.compile()
        for known in (*METHODS, *FACTS):
            setattr(self, known, getattr(compiled, known))
        return getattr(compiled, name)


def pattern_of(source: str, flags: int = 0) -> "re.Pattern[str]":
    return cast("re.Pattern[str]", Deferred(source, int(flags)))
