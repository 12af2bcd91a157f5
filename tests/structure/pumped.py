"""Texts that keep a pattern going round: what stands before a loop, and a turn of it, in each of its ways."""

from collections.abc import Iterator
from itertools import cycle, islice
from typing import Any

from tests.structure.ambiguity import Nodes, loops, parser

AT_MOST = 24  # signs of a turn


def turns(source: str, flags: int = 0) -> Iterator[tuple[str, str]]:
    """What leads to a loop, and a turn of it."""
    whole = parser.parse(source, flags)
    for body in loops(whole):
        lead = _before(whole, body) or ""
        yield from ((lead, turn) for turn in _said(body) if 0 < len(turn) <= AT_MOST)


def _before(nodes: Nodes, body: Nodes) -> str | None:
    """A word for all that stands before it; None where it is not in there."""
    lead = ""
    for op, args in nodes:
        for part in _parts(args):
            if part is body:
                return lead
            if (inner := _before(part, body)) is not None:
                return lead + inner
        lead += next(iter(_of(str(op), args)), "")
    return None


def _parts(args: Any) -> Iterator[Nodes]:
    if isinstance(args, parser.SubPattern):
        yield args
    elif isinstance(args, list | tuple):
        for one in args:
            yield from _parts(one)


def _said(nodes: Nodes) -> list[str]:
    """So many words that each alternative is in one."""
    found = [""]
    for op, args in nodes:
        ways = _of(str(op), args) or [""]
        several = max(len(found), len(ways))
        found = [one + way for one, way in islice(zip(cycle(found), cycle(ways)), several)]
    return found


def _of(name: str, args: Any) -> list[str]:
    match name:
        case "LITERAL":
            return [chr(args)]
        case "IN":
            return [chr(value if str(kind) == "LITERAL" else value[0]) for kind, value in args if _is_sign(kind)]
        case "ANY" | "NOT_LITERAL":
            return ["一"]
        case "BRANCH":
            return [said for branch in args[1] for said in _said(branch)]
        case "SUBPATTERN":
            return _said(args[-1])
        case "ATOMIC_GROUP":
            return _said(args)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            return [said * max(1, args[0]) for said in _said(args[2])]
    return []


def _is_sign(kind: Any) -> bool:
    return str(kind) in ("LITERAL", "RANGE")
