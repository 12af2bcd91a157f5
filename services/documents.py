"""Notices on their way in, as messages show them. They are the director's alone."""

from typing import Any

from db.queries import documents, people, tasks
from db.tables import Document, Outbox
from domain.facts import documents as facts
from domain.pages import cut
from services import peopling, proofreading, releasing, showing
from services.office import Office

PAGE = 12  # seats a page
HASH = 16  # signs of a hash that tell one file from all others


def may_see(office: Office, row: Outbox) -> bool:
    person = people.by_telegram(office.session, row.chat_id)
    return person is not None and any(post.role == "director" for post, _ in people.seats(office.session, person.id))


def _of(office: Office, args: dict[str, Any], row: Outbox, *states: str) -> Document | None:
    found = documents.get(office.session, args["document"])
    return found if found is not None and found.state in states and may_see(office, row) else None


def card(office: Office, args: dict[str, Any], row: Outbox) -> facts.Document | None:
    found = documents.get(office.session, args["document"])
    if found is None or not may_see(office, row):
        return None
    if found.state in ("wanted", "kept"):
        return facts.Coming(found.name, args.get("step", ""), args.get("seconds", 0))
    if found.state == "refused":
        return facts.Refused(found.name, found.problem or "")
    return review(office, found) if found.corrects is None and found.reading else None


def review(office: Office, row: Document) -> facts.Review:
    draft = proofreading.draft(office, row)
    units = [unit.kind for unit in draft.units]
    others = [other for other in proofreading.waiting(office) if other.id != row.id]
    return facts.Review(
        document_id=row.id,
        rev=row.rev,
        state=row.state,  # type: ignore[arg-type]
        name=row.name,
        number=draft.number,
        title=draft.title,
        issued=draft.issued,
        areas=len(draft.areas),
        items=sum(len(area.items) for area in draft.areas),
        indicators=len(draft.indicators),
        requirements=sum(len(one.demands) for one in draft.indicators),
        departments=len(units) - units.count("group"),
        groups=units.count("group"),
        seats=len(draft.posts),
        mechanisms=len(draft.mechanisms),
        doubts=len(proofreading.questions(office, row)),
        open=len(proofreading.open_(office, row)),
        undoable=bool(row.answers),
        problems=draft.problems,
        others=tuple(facts.Other(other.id, other.name) for other in others),
    )


def question(office: Office, args: dict[str, Any], row: Outbox) -> facts.Question | None:
    found = _of(office, args, row, "read")
    every = proofreading.questions(office, found) if found else ()
    number = args["number"]
    if found is None or number >= len(every):
        return None
    one, given = every[number], proofreading.answers(found)
    return facts.Question(
        document_id=found.id,
        rev=found.rev,
        number=number,
        total=len(every),
        open=len(proofreading.open_(office, found)),
        code=one.code,
        text=one.text,
        field=one.field,
        printed=one.printed,
        reason=one.reason,
        options=one.options,
        chosen=given.get(one.key),
        alike=len(proofreading.alike(office, found, number)),
        undoable=bool(found.answers),
    )


def release(office: Office, args: dict[str, Any], row: Outbox) -> facts.Release | None:
    found = _of(office, args, row, "read")
    if found is None or releasing.stands_in_the_way(office, found):
        return None
    return facts.Release(found.id, found.rev, releasing.standing(office), releasing.change(office, found))


def correction(office: Office, args: dict[str, Any], row: Outbox) -> facts.Correction | None:
    found = _of(office, args, row, "read")
    if found is None or found.corrects is None or found.reading is None:
        return None
    return facts.Correction(found.id, found.name, tuple(facts.Changed(*one) for one in found.reading["changes"]))


def copy(office: Office, args: dict[str, Any], row: Outbox) -> facts.Copy | None:
    found = _of(office, args, row, "read", "published")
    if found is None or found.reading is None:
        return None
    title = proofreading.draft(office, found).number or found.name.rpartition(".")[0]
    mark = found.id, found.rev, (found.hash or "")[:HASH]
    return facts.Copy(*mark, title, found.reading, proofreading.answers(found))


def seats(office: Office, args: dict[str, Any], row: Outbox) -> facts.Seats | None:
    found = _of(office, args, row, "published")
    if found is None:
        return None
    shown = cut(proofreading.draft(office, found).posts, args.get("page", 1), PAGE)
    lines = tuple(facts.SeatLine(post.body, post.part, post.title) for post in shown.rows)
    return facts.Seats(found.id, shown.leaf, lines)


def roll(office: Office, args: dict[str, Any], row: Outbox) -> facts.Roll | None:
    found = _of(office, args, row, "published")
    return facts.Roll(found.name, found.hash) if found and found.hash else None


def which(office: Office, args: dict[str, Any], row: Outbox) -> facts.Which | None:
    found = [task for task_id in args["tasks"] if (task := tasks.get(office.session, task_id))]
    mine = [showing.task(office, task) for task in found if peopling.may_see(office, row.chat_id, task)]
    return facts.Which(args["name"], tuple(mine)) if may_see(office, row) else None
