"""The text that a page shows: blanks made equal, marks that nobody sees removed, figures as they are printed."""

import re
import unicodedata
from functools import cache

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")


@cache  # a start need not wait for it
def _shown() -> dict[int, int | None]:
    kinds = {chr(code): unicodedata.category(chr(code)) for code in range(0x10000)}
    unseen = "".join(sign for sign, kind in kinds.items() if kind in ("Cc", "Cf", "Cs") and sign not in "\t\n")
    blanks = "".join(sign for sign, kind in kinds.items() if kind == "Zs" and sign != " ")
    return str.maketrans(blanks, " " * len(blanks), unseen)


def printed(text: str) -> str:
    """Lines without blanks at their ends, none of them empty; a run of blanks is one, a tab inside stays."""
    shown = _LINE_ENDS.sub("\n", text).translate(_shown())
    lines = (re.sub(" {2,}", " ", line).strip() for line in shown.split("\n"))
    return "\n".join(line for line in lines if line)
