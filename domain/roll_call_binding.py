"""Figures of a round bound to the names that stand beside them, clause by clause."""

from itertools import pairwise

from domain.roll_call_words import Clause, Figure, Name


def bind(clause: Clause, *, zero: bool) -> bool:
    """Gives each figure the name that stands before it, in a clause that begins with a figure the one behind it.

    条 needs no name. False where a name is left over or could belong to two figures.
    """
    parts = _joined(clause)
    if parts is None:
        return False
    rest: Clause = []
    for i, part in enumerate(parts):
        beside = [p for p in parts[max(i - 1, 0) : i + 2] if isinstance(p, Figure) and p.unit == "条"]
        if isinstance(part, Name):
            part.used = bool(beside) and part.field != "should"
        elif part.unit == "条":
            part.field = "records"
        if part not in beside and not (beside and isinstance(part, Name) and part.field == "records"):
            rest.append(part)
    if rest and isinstance(rest[0], Name):
        _bind_pairs(rest, forward=True)
    _bind_pairs(rest, forward=False)
    if len(parts) == 1 and isinstance(parts[0], Name) and parts[0].field == "filed":
        parts[0].used |= zero  # 已报，零报告
    torn = any(isinstance(a, Name) and isinstance(b, Figure) and b.field is None for a, b in pairwise(rest))
    return not torn and all(part.used or not part.sure for part in parts if isinstance(part, Name))


def _bind_pairs(parts: Clause, *, forward: bool) -> None:
    for before, after in pairwise(parts):
        name, figure = (before, after) if forward else (after, before)
        if not isinstance(name, Name) or not isinstance(figure, Figure) or figure.field:
            continue
        if forward or not name.used or name.field == "filed":
            figure.field, name.used = name.field, True


def _joined(clause: Clause) -> Clause | None:
    """Names side by side made one (应填报 人数); None where they contradict each other."""
    parts: Clause = []
    for part in clause:
        if isinstance(part, Name) and parts and isinstance(last := parts[-1], Name):
            one = _one_name(last, part)
            if one is None:
                return None
            parts[-1] = one
        else:
            parts.append(part)
    return parts


def _one_name(first: Name, second: Name) -> Name | None:
    sure = first.sure or second.sure
    if first.field == second.field:
        return Name(first.field, sure)
    if "should" not in (first.field, second.field):
        return Name("records", sure)  # 已填报记录
    should, other = (first, second) if first.field == "should" else (second, first)
    return None if should.sure or (first.field == "records") else other  # 填报人数; 记录人数 may be either
