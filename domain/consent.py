"""双人办理: what one of the office (创建办) must not do alone: another of it agrees, or it is done on the server."""

from collections.abc import Collection, Mapping
from typing import Literal

from domain.people import OFFICE

Kind = Literal["seat", "notice", "room"]  # a seat of the office passes, the notice is replaced, the group is another


def changes_the_office(roles: Collection[str]) -> bool:
    """Of the seats that would pass."""
    return any(role in OFFICE for role in roles)


def may_agree(asked_by: int, who: int, office: Collection[int]) -> bool:
    """Two persons, both of the office at that moment: who asked and was put out of it meanwhile counts for nothing."""
    return who != asked_by and {asked_by, who} <= set(office)


def is_alone(asked_by: int, office: Collection[int]) -> bool:
    """Nobody else could agree: it is done on the server."""
    return set(office) <= {asked_by}


def may_be_removed(person: int, directors: Mapping[int, int]) -> bool:
    """Not the last who directs, by seat: such a seat passes to another, it is not given up."""
    return set(directors.values()) != {person}
