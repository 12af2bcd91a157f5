"""Another department leads or answers: who leaves, who joins, and the work that goes along."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from db.queries import assignments, notices, outbox, people, rungs, tasks
from db.queries import tidings as told
from db.tables import Assignment, Indicator, Receipt, Task, Unit
from domain.lifecycle import Event
from services import (
    assigning,
    auditing,
    drafting,
    expanding,
    grouping,
    lifecycle,
    planning,
    reminding,
    slicing,
    tidings,
)
from services.office import Office
from services.saying import edit


@dataclass
class Move:
    """What becomes of one indicator: which departments answer for it, and whose open tasks are handed over."""

    indicator: Indicator
    part: str  # lead, responsible
    units: list[Unit]  # from then on, groups expanded
    leaves: list[Unit] = field(default_factory=list)
    joins: list[Unit] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)


def plan(office: Office, indicator: Indicator, effect: Mapping[str, Any]) -> list[Move]:
    """What the effect would mean; of a convenor for everything that the group leads."""
    led = [indicator]
    if "convenor" in effect:
        led = notices.led_by(office.session, indicator.notice_id, indicator.lead)
    return [_plan(office, one, effect) for one in led]


def _plan(office: Office, indicator: Indicator, effect: Mapping[str, Any]) -> Move:
    part = "responsible" if "responsible" in effect else "lead"
    move = Move(indicator, part, _units(office, indicator, part, effect))
    if notices.current(office.session).state != "given":
        return move
    rows = assignments.receipts_of(office.session, indicator.id, part)
    before = [receipt.unit_id for receipt, _ in rows if receipt.ended_on is None]
    after = [unit.id for unit in move.units]
    move.leaves = [people.unit(office.session, number) for number in dict.fromkeys(before) if number not in after]
    move.joins = [unit for unit in move.units if unit.id not in before]
    if part == "lead":
        gone = {unit.id for unit in move.leaves}
        led = tasks.of_lead(office.session, indicator.id)
        move.tasks = [task for task in led if task.state == "open" and task.unit_id in gone]
    if "convenor" in effect:  # what a member had not answered in time it answers still
        move.tasks = [task for task in move.tasks if task.due >= office.today]
    return move


def _units(office: Office, indicator: Indicator, part: str, effect: Mapping[str, Any]) -> list[Unit]:
    """Each department once, also where a group and one of its members are both named."""
    units = {unit.name: unit for unit in people.units(office.session)}
    if "convenor" in effect:
        return [units[effect["convenor"]]]
    names = effect["responsible"] if part == "responsible" else [effect["lead"]]
    found = [unit for name in names for unit in _members(office, units[name], part)]
    return list({unit.id: unit for unit in found}.values())


def _members(office: Office, unit: Unit, part: str) -> list[Unit]:
    if unit.kind != "group":
        return [unit]
    return people.members(office.session, unit.id, office.today, convenor=part == "lead")


def carry_out(office: Office, indicator: Indicator, effect: Mapping[str, Any]) -> None:
    """The records say so from now on; where the notice is given, receipts, tasks and contacts follow."""
    moves = move_over(office, indicator, effect)
    touched = {unit.id: unit for move in moves for unit in (*move.leaves, *move.joins)}
    for unit in touched.values():
        if "convenor" not in effect:
            look_at_signing(office, unit)
        _tell(office, moves, unit)
    if moves:
        planning.look_again(office)


def move_over(office: Office, indicator: Indicator, effect: Mapping[str, Any]) -> list[Move]:
    """Receipts and open tasks go along, and nobody is told. What was moved; nothing where nothing was given yet."""
    moves = plan(office, indicator, effect)
    for move in moves:
        _write(office, move, effect)
    if notices.current(office.session).state != "given":
        return []
    for move in moves:
        if "convenor" not in effect:
            _assign(office, move, effect)
            _receipts(office, move)
            for task in move.tasks:
                if move.units:
                    hand_over(office, task, move.units[0])
                else:  # a group leads, and nobody convenes it yet
                    withdraw(office, task)
        slicing.follow(office, move.indicator)
        data = {"out": [unit.id for unit in move.leaves], "in": [unit.id for unit in move.joins]}
        auditing.record(office, "move", f"indicator/{move.indicator.code}", part=move.part, **data)
    return moves


def withdraw(office: Office, task: Task) -> None:
    """Nobody is asked for it any more, and no card says so."""
    drafting.discard(office, task)
    lifecycle.carry(office, task, Event.WITHDRAW)
    auditing.record(office, "withdraw task", f"task/{task.id}")
    office.session.flush()
    for card_id in rungs.cards(office.session, task.id):
        card = outbox.get(office.session, card_id)
        told = rungs.reminded_on(office.session, card_id)
        if card.state == "pending" and all(other.state == "withdrawn" for _, other in told):
            card.state = "dropped"
        else:
            edit(office, card)


def _write(office: Office, move: Move, effect: Mapping[str, Any]) -> None:
    if "lead" in effect:
        move.indicator.lead = effect["lead"]
    if "responsible" in effect:
        move.indicator.responsible = list(effect["responsible"])
    if "convenor" in effect:
        units = {unit.name: unit for unit in people.units(office.session)}
        grouping.convene(office, units[move.indicator.lead].id, units[effect["convenor"]].id)
    office.session.flush()


def _assign(office: Office, move: Move, effect: Mapping[str, Any]) -> None:
    """The lead's assignment passes to the other unit; responsible ones come and go."""
    units = {unit.name: unit for unit in people.units(office.session)}
    rows = assignments.of_indicator(office.session, move.indicator.id, move.part)
    if "lead" in effect:
        rows[0].unit_id = units[effect["lead"]].id
    elif "responsible" in effect:
        there = {row.unit_id for row in rows}
        for name in effect["responsible"]:
            if units[name].id not in there:
                row = Assignment(
                    indicator_id=move.indicator.id, unit_id=units[name].id, part=move.part, given_on=office.today
                )
                office.session.add(row)
    office.session.flush()


def _receipts(office: Office, move: Move) -> None:
    """Whoever stays keeps what was signed for; assignments that nobody has a part of are no more."""
    wanted = dict(_by_unit(office, move))
    rows = [receipt for receipt, _ in assignments.receipts_of(office.session, move.indicator.id, move.part)]
    for receipt in sorted(rows, key=lambda receipt: receipt.ended_on is not None):
        if receipt.unit_id in wanted:
            receipt.assignment_id = wanted.pop(receipt.unit_id)
            if receipt.ended_on is not None:  # given anew, and signed for anew
                receipt.ended_on, receipt.given_at = None, office.now
                receipt.signed_at = receipt.signed_by = None
        elif receipt.ended_on is None:
            office.session.delete(receipt)
    for unit_id, assignment_id in wanted.items():
        office.session.add(Receipt(assignment_id=assignment_id, unit_id=unit_id, given_at=office.now))
    office.session.flush()
    if move.part == "responsible":
        names = {unit.id: unit.name for unit in people.units(office.session)}
        for row in assignments.of_indicator(office.session, move.indicator.id, move.part):
            if names[row.unit_id] not in move.indicator.responsible and not tasks.is_asked_by(office.session, row.id):
                office.session.delete(row)
        office.session.flush()


def _by_unit(office: Office, move: Move) -> Iterator[tuple[int, int]]:
    """Department → assignment, in the order in which the notice names them; the first one counts."""
    seen: set[int] = set()
    names = {unit.id: unit.name for unit in people.units(office.session)}
    named = [move.indicator.lead] if move.part == "lead" else move.indicator.responsible
    rows = [
        row
        for row in assignments.of_indicator(office.session, move.indicator.id, move.part)
        if names[row.unit_id] in named
    ]
    for row in sorted(rows, key=lambda row: named.index(names[row.unit_id])):
        for unit in expanding.departments(office, row):
            if unit.id not in seen:
                seen.add(unit.id)
                yield unit.id, row.id


def hand_over(office: Office, task: Task, unit: Unit) -> Task:
    """As if it were opened today: whoever leads now hears of it anew, and begins with an empty form. What is open then:
    another one where that department had it once."""
    drafting.discard(office, task)
    cards = rungs.cards(office.session, task.id)
    for reminder in rungs.reminders(office.session, task.id):
        office.session.delete(reminder)
    auditing.record(office, "hand over", f"task/{task.id}", out=task.unit_id, to=unit.id)
    if before := tasks.withdrawn(office.session, task, unit.id):  # it had this very one once
        lifecycle.carry(office, before, Event.RESTORE)
        lifecycle.carry(office, task, Event.WITHDRAW)
        task = before
    else:
        task.unit_id, task.planned_on = unit.id, None
        lifecycle.carry(office, task, Event.HAND_OVER)
    office.session.flush()
    for card_id in cards:
        _take_off(office, card_id)
    return task


def _take_off(office: Office, card_id: int) -> None:
    """The card says no more of it."""
    card = outbox.get(office.session, card_id)
    if rungs.reminded_on(office.session, card_id) or told.on_card(office.session, card_id):
        edit(office, card)
    elif card.state == "pending":
        card.state = "dropped"
    else:
        edit(office, card, "sentence", {"code": "handed-over"})


def look_at_signing(office: Office, unit: Unit) -> None:
    """What is there to sign for may be more now, or nothing."""
    task = tasks.open_signing(office.session, unit.id)
    if task is None:
        assigning.open_signing(office, unit)
        return
    task.rev += 1
    if not assignments.unsigned(office.session, unit.id):
        lifecycle.carry(office, task, Event.FILE)
    reminding.refresh(office, task)


def _tell(office: Office, moves: list[Move], unit: Unit) -> None:
    """In one message, whatever it is: the department comes in, or goes out."""
    found = people.answering(office.session, unit.id)
    if found is None:
        return
    joined = any(unit in move.joins for move in moves)
    mine = [move for move in moves if unit in (move.joins if joined else move.leaves)]
    args = {
        "unit": unit.id,
        "codes": [move.indicator.code for move in mine],
        "part": mine[0].part,
        "joined": joined,
        "lead": mine[0].units[0].name,
        "tasks": sum(len(move.tasks) for move in mine),
    }
    key = f"moved/{office.turn}/{mine[0].indicator.id}/{unit.id}"
    tidings.tell(office, found[1], "moved", args, key=key)
