"""Names of files as every system can keep them, whatever somebody called theirs."""

import re

from domain.wellformed import MARK, one_line

LONGEST = 60  # signs, the kind of file not counted
FORBIDDEN = re.compile(r'[<>:"|?*\\/]')
SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,10}$")


def filed(number: int, name: str) -> str:
    """Without folders, under a number of its own: two of one name stay two, and none is what a system reserves."""
    last = one_line(re.split(r"[\\/]", name)[-1]).replace(MARK, "_")
    found = SUFFIX.search(last)
    suffix = found.group() if found else ""
    stem = FORBIDDEN.sub("_", last[: len(last) - len(suffix)]).strip(" .")
    return f"{number:04d}-{stem[:LONGEST].strip(' .') or '_'}{suffix}"
