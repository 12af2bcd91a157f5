"""What of a text nobody has accounted for."""

import re
from collections.abc import Sequence

from domain.patterns import pattern_of
from domain.reader import words
from domain.reader.masking import CODE, NAME, Masked
from domain.reader.names import Thing
from domain.reader.placed import Placed

DONE = pattern_of("完毕|完成|完了|到位")
NONE_LATE = pattern_of("(?:无|没有?)(?:一件)?(?:超期|逾期|遗漏|延误)(?:的|情况|反馈)?")
ENOUGH = 2  # signs of a name


def rest_of(masked: Masked, placed: Sequence[Placed]) -> str:
    """What nobody has accounted for; of a figure that is only mentioned the whole clause is."""
    rest, at = [], 0
    for one in placed:
        start = one.amount.start - (len(one.before) if one.context else 0)
        end = one.amount.end + (len(one.behind) if one.context else 0)
        rest.append(masked.text[at : max(at, start)])
        at = max(at, end)
    rest.append(masked.text[at:])
    return " ".join(rest)


def left_over(masked: Masked, placed: Sequence[Placed], known: Sequence[Thing]) -> bool:
    """Words that are part of no name and do not mean nothing."""
    rest = re.sub(f"[{CODE}{NAME}]", " ", rest_of(masked, placed))
    bare = words.NOW.sub(" ", words.ALL.sub(" ", NONE_LATE.sub(" ", rest)))
    return any(
        words.FILLER.sub("", chunk) and not _of_a_name(chunk, known) for chunk in re.split(r"[\s,;。:、]+", bare)
    )


def _of_a_name(chunk: str, known: Sequence[Thing]) -> bool:
    """都按时反馈: words of what is asked for."""
    bare = re.sub("[都已就了]", "", DONE.sub("", chunk))
    return any(
        len(signs) >= ENOUGH and signs in thing.name for signs in (bare, words.FILLER.sub("", bare)) for thing in known
    )
