"""Lists of what somebody holds: tasks, and the indicators given to a department."""

from typing import Any

from db.queries import assignments, notices, people, reports, tasks
from db.tables import Outbox, Person, Task
from domain.facts import personal
from domain.facts.overview import Waiting
from domain.lifecycle import Step
from domain.pages import cut
from domain.people import ANSWERING
from services import assigning, doubting, doubts, overview, queues, registers, sheets, standing_in
from services.office import Office

PAGE = 4  # indicators a page


def units_of(office: Office, person: Person) -> list[int]:
    """The departments that a person answers for, each once."""
    seats = people.seats(office.session, person.id)
    return list(dict.fromkeys(unit.id for post, unit in seats if post.role in ANSWERING))


def answers_for(office: Office, person_id: int, task: Task) -> bool:
    """Still, or by now."""
    return task.unit_id in units_of(office, people.get(office.session, person_id))


def held(office: Office, args: dict[str, Any], row: Outbox) -> personal.Held:
    person = people.get(office.session, args["person"])
    units = units_of(office, person)
    begun = reports.corrections_begun(office.session, units)
    reopened = [task for task in tasks.of_steps(office.session, [Step.REOPENED], units) if task not in begun]
    rows = [*tasks.held_by_units(office.session, units), *begun, *reopened]
    found = sheets.lines(office, rows)
    published = assigning.is_published(office)
    seats = registers.seats_of(office, row.chat_id)
    shelf = any(registers.is_open_to(office, seats, register) for register in registers.all_of(office))
    director = any(post.role == "director" for post, _ in people.seats(office.session, person.id))
    waiting = queues.of(office, person.id)
    away = standing_in.of(office, person.id), bool(standing_in.own_posts(office, person.id))
    last = len(units) > 1, published, waiting, shelf, *away, bool(units), args.get("noted", False)
    if director:
        return personal.Held(found, overview.waiting(office), *last)
    asked = doubts.open_for(office, person.id)
    return personal.Held(found, Waiting(0, 0, 0, asked) if asked else None, *last)


def given(office: Office, args: dict[str, Any], row: Outbox) -> personal.Given | None:
    task = tasks.get(office.session, args["task"])
    if task is None:
        return None
    rows = sorted(assignments.receipts(office.session, task.unit_id), key=lambda r: PARTS.index(r[1].part))
    shown = cut(rows, args.get("page", 1), PAGE)
    return personal.Given(
        task_id=task.id,
        rev=task.rev,
        unit=people.unit(office.session, task.unit_id).name,
        leaf=shown.leaf,
        indicators=tuple(
            personal.GivenIndicator(
                receipt_id=receipt.id,
                code=indicator.code,
                title=indicator.title,
                part=assignment.part,
                requirements=tuple(
                    (r.name, r.op, r.target, r.unit) for r in notices.requirements(office.session, indicator.id)
                ),
                signed=receipt.signed_at is not None,
                doubtful=indicator.confidence == "low" and not doubting.departments_settled(office, indicator),
            )
            for receipt, assignment, indicator in shown.rows
        ),
        unsigned=sum(1 for receipt, _, _ in rows if receipt.signed_at is None),
    )


PARTS = ("lead", "responsible", "files")
