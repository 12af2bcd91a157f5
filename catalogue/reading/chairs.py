"""Seats of the leading group and its office as posts: role and department by what the seat is called."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from catalogue.reading.departments import is_department
from catalogue.reading.draft import DraftPost
from domain.notice import Post, Role, Unit
from domain.patterns import pattern_of

LEADERS = "领导班子"  # of those who belong to no department
OFFICE = "领导小组办公室"
_MEMBERSHIP = pattern_of(r"(?:党组|党委|党工委|党总支|党支部)?(?:副?书记|成员|委员)$")
_DEPUTY = r"(?:常务|第一)?副?"
_HEADING = pattern_of(
    rf"{_DEPUTY}(?:[庭局处科部主组队所站院馆园校厂股]长|主任|大队长|支队长|中队长|书记|政委|政治委员|负责人|护士长|经理|会长)"
    r"(?:[（(].*)?$"
)
_NO_DEPARTMENT = pattern_of(r"(?:党委|党组|党工委|党总支|班子|领导小组|委员会|^[党纪]委)$")


def posts(seats: Sequence[DraftPost], units: Sequence[Unit]) -> Iterator[Post]:
    """One a seat, numbered where several are called alike; who holds it is left out."""
    times: Counter[tuple[str, str]] = Counter()
    names = {name: unit.name for unit in units for name in unit.names}
    for seat in seats:  # a department that one seat names begins the title of another one
        if found := department(called(seat.title), names):
            names.setdefault(found, found)
    outside = next((unit.name for unit in units if unit.kind == "outside" and "领导" in unit.name), LEADERS)
    for seat in seats:
        title = called(seat.title)
        if not title:
            continue
        unit = department(title, names)
        times[seat.body, title] += 1
        yield Post(
            title=title,
            unit=unit or outside,
            role=_role(seat, bool(unit)),
            body=seat.body,
            seat=times[seat.body, title],
            part=seat.part,
        )


def _role(seat: DraftPost, of_department: bool) -> Role:
    """A member without a department sits there for the house."""
    if seat.body == OFFICE:
        return "director" if seat.part == "主任" else "office"
    return "head" if seat.part == "成员" and of_department else "leader"


def called(printed: str) -> str:
    """院党组成员、政治部主任: by the post, not by the membership."""
    pieces = [piece for piece in re.split(r"[、，,；;\s]+", printed) if piece]
    posts_of = [piece for piece in pieces if not _MEMBERSHIP.search(piece)]
    return (posts_of or pieces or [""])[-1]


def department(title: str, names: dict[str, str]) -> str:
    """By the name that begins the title: one of these, else one that is formed as departments' names are."""
    known = max((name for name in names if title.startswith(name)), key=len, default="")
    if known:
        return names[known]
    for end in range(len(title) - 1, 1, -1):
        head = title[:end]
        if _HEADING.fullmatch(title[end:]) and is_department(head) and not _NO_DEPARTMENT.search(head):
            return head
    return ""
