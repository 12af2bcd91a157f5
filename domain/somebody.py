"""One person's name and number, to be taken out of what was written."""

import re
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Somebody:
    """`name` is empty where it tells of nobody alone; `called` and `numbered` stand in their places."""

    name: str
    number: int
    called: str
    numbered: int

    def out_of(self, value: Any) -> Any:
        """The same plain data. Of a key the number alone is taken: what a field is called is nobody's name."""
        if isinstance(value, str):
            return self._unnamed(self._unnumbered(value))
        if isinstance(value, dict):
            return {self._unnumbered(key): self.out_of(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [self.out_of(inner) for inner in value]
        return self.numbered if type(value) is int and value == self.number else value

    def _unnumbered(self, text: str) -> str:
        return re.sub(rf"(?<!\d){self.number}(?!\d)", str(self.numbered), text)

    def _unnamed(self, text: str) -> str:
        """Li is no part of a link: Latin letters are a word of their own."""
        if not self.name:
            return text
        before, behind = (r"(?<![A-Za-z0-9_])" if self.name[0].isascii() else ""), r"(?![A-Za-z0-9_])"
        found = before + re.escape(self.name) + (behind if self.name[-1].isascii() else "")
        return re.sub(found, lambda _: self.called, text)
