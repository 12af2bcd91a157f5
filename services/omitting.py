"""不列: a row that the director leaves out of a weekly report, with a reason, and puts back."""

import dataclasses
from collections.abc import Iterable
from typing import Any

from db.queries import digests
from db.tables import Digest, Outbox
from domain.facts import digest as facts
from domain.facts.overview import Overdue
from services import auditing, frozen, issuing, peopling
from services.office import Office

PAGE = 15  # rows
LEFT_OUT, LISTED = "leave out of digest", "list in digest"  # on the trail of each task


def rows(office: Office, row: Digest) -> list[facts.Row]:
    """What would be named now, a row a department and thing, the oldest first; what is left out keeps its place."""
    found = frozen.read(row)
    reasons = {task_id: one.reason for one in found.left_out for task_id in one.task_ids}
    return [_row(same, reasons) for same in _together(issuing.nameable(office, found, issuing.day_of(office, row)))]


def _together(behind: Iterable[Overdue]) -> list[list[Overdue]]:
    found: dict[tuple[str, str, str], list[Overdue]] = {}
    for o in sorted(behind, key=lambda o: (-o.days, o.period, o.title)):
        found.setdefault((o.period, o.title, o.unit), []).append(o)
    return list(found.values())


def _row(same: list[Overdue], reasons: dict[int, str]) -> facts.Row:
    first = same[0]
    reason = reasons.get(first.task_id, "")
    return facts.Row(first.task_id, first.title, first.period, first.unit, len(same), first.days, reason)


def leave_out(office: Office, row: Digest, task_id: int, reason: str) -> bool:
    """False where it would not be named any more, or is left out already."""
    assert office.person_id is not None
    found = frozen.read(row)
    named = issuing.nameable(office, found, issuing.day_of(office, row))
    same = next((same for same in _together(named) if task_id in {o.task_id for o in same}), None)
    if same is None or any(task_id in one.task_ids for one in found.left_out):
        return False
    one = facts.LeftOut(
        task_ids=tuple(o.task_id for o in same),
        title=same[0].title,
        period=same[0].period,
        unit=same[0].unit,
        reason=reason,
        by=_title(office, office.person_id),
        at=office.now,
    )
    frozen.keep(row, dataclasses.replace(found, left_out=(*found.left_out, one)))
    _record(office, LEFT_OUT, found, one)
    return True


def _title(office: Office, person_id: int) -> str:
    """Of the director's post, whatever else this person holds."""
    return peopling.title_on(office, person_id, office.now, ("director",))


def put_back(office: Office, row: Digest, task_id: int) -> bool:
    found = frozen.read(row)
    one = next((one for one in found.left_out if task_id in one.task_ids), None)
    if one is None:
        return False
    frozen.keep(row, dataclasses.replace(found, left_out=tuple(other for other in found.left_out if other != one)))
    _record(office, LISTED, found, one)
    return True


def _record(office: Office, verb: str, found: facts.Digest, one: facts.LeftOut) -> None:
    """By the days of its week: a number may go on to another one."""
    week = {"first": found.first.isoformat(), "last": found.last.isoformat()}
    for task_id in one.task_ids:
        auditing.record(office, verb, f"task/{task_id}", reason=one.reason, **week)


def page(office: Office, args: dict[str, Any], message: Outbox) -> facts.Rows | None:
    row = digests.get(office.session, args["digest"])
    if row is None or row.number is None:
        return None
    found = rows(office, row) if row.state in ("frozen", "held") else []
    pages = max(1, -(-len(found) // PAGE))
    n = min(max(1, int(args.get("page", 1))), pages)
    first = (n - 1) * PAGE
    return facts.Rows(row.id, row.rev, row.number, tuple(found[first : first + PAGE]), n, pages)
