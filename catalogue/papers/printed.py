"""The text that a page shows: blanks made equal, marks that nobody sees removed, figures as they are printed."""

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_PLANE = [chr(code) for code in range(0x10000)]
_UNSEEN = "".join(sign for sign in _PLANE if sign not in "\t\n" and unicodedata.category(sign) in ("Cc", "Cf", "Cs"))
_BLANKS = "".join(sign for sign in _PLANE if sign != " " and unicodedata.category(sign) == "Zs")
_SHOWN = str.maketrans(_BLANKS, " " * len(_BLANKS), _UNSEEN)


def printed(text: str) -> str:
    """Lines without blanks at their ends, none of them empty; a run of blanks is one, a tab inside stays."""
    shown = _LINE_ENDS.sub("\n", text).translate(_SHOWN)
    lines = (re.sub(" {2,}", " ", line).strip() for line in shown.split("\n"))
    return "\n".join(line for line in lines if line)
