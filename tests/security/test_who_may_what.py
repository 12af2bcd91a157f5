"""Every button and command × everybody × private chat and group, from the handlers' own list: a verb without a row in
these tables fails, and so does a row without a verb.

A row says who may change anything with it; that the others may not is tried with a button that is signed as the program
would sign it, so that nothing but the handler's own word stands between.
"""

import os
import tomllib
from pathlib import Path

import pytest
from sqlmodel import select

from db.tables import Task
from tests.house import REGISTRAR
from tests.security.gate import ROLES, Gate, Tried, commands, post_of, verbs

OUTSIDE = ("stranger", "gone", "waiting")
DEPARTMENT = ("contact", "deputy", "head")  # whoever answers for the department of the task
INSIDE = tuple(role for role in ROLES if role not in OUTSIDE)
OFFICE = ("office", "director")
OVERSEEING = (*OFFICE, "leader")

RIGHTS = tomllib.loads(Path(__file__).with_name("rights.toml").read_text(encoding="utf-8"))
BY_RIGHT: dict[str, list[str]] = RIGHTS["by_right"]
REFUSED = {"only-director", "only-overseers", "only-overseers-digest", "only-office", "export-not-yours"}
ALL = bool(os.environ.get("DUBAN_EVERY_STEP"))


def allowed(verb: str) -> tuple[str, ...]:
    """Who may change something with it, where the subject is the filing division's."""
    if verb in RIGHTS["director_alone"]:
        return ("director",)
    if verb in RIGHTS["of_the_department"]:
        return DEPARTMENT
    return tuple(BY_RIGHT.get(verb, ()))


def alone(verb: str) -> tuple[str, ...]:
    """Who is let in, where the handler's first word is for everybody else."""
    lists = {"director_alone": ("director",), "overseers_alone": OVERSEEING, "office_alone": OFFICE}
    return next((roles for name, roles in lists.items() if verb in RIGHTS[name]), ())


@pytest.fixture(scope="module")
def subject(gate: Gate) -> tuple[str, int]:
    """The filing division's monthly round, open and not answered."""
    unit = post_of(gate.session, REGISTRAR).unit_id
    task = gate.session.exec(select(Task).where(Task.unit_id == unit, Task.form == "roll-call")).one()
    gate.session.rollback()
    return str(task.id), task.rev


def test_every_button_has_a_row_and_every_row_a_button() -> None:
    rows = [verb for verbs_ in RIGHTS.values() for verb in verbs_]
    assert sorted(rows) == sorted(verbs())


@pytest.mark.parametrize("role", [*ROLES])
def test_who_may_change_what_with_a_button(role: str, gate: Gate, subject: tuple[str, int]) -> None:
    assert every_button(role, gate, subject, group=False) == []


@pytest.mark.parametrize("role", [*ROLES])
def test_who_may_change_what_with_a_button_in_the_group(role: str, gate: Gate, subject: tuple[str, int]) -> None:
    """Where it is signed for whoever presses."""
    assert every_button(role, gate, subject, group=True) == []


@pytest.mark.skipif(not ALL, reason="takes minutes: make long")
@pytest.mark.parametrize("role", [*ROLES])
@pytest.mark.parametrize("number", ["", "1", "1-1", "2", "3-1", "5", "999999"])
def test_whatever_stands_on_the_button(number: str, role: str, gate: Gate) -> None:
    for verb in sorted(verbs()):
        tried = gate.tried(gate.presses(ROLES[role], verb, number))
        assert role not in OUTSIDE or not tried.changed, verb
        assert role == "director" or not tried.changed or verb not in RIGHTS["director_alone"], verb


def every_button(role: str, gate: Gate, subject: tuple[str, int], group: bool) -> list[str]:
    raws = {}
    for verb in sorted(verbs()):
        number, rev = ("1", 0) if alone(verb) else subject
        raws[verb] = gate.presses(ROLES[role], verb, number, rev, group=group)
    tries = zip(raws, gate.tries([*raws.values()]), strict=True)
    return [line for verb, tried in tries for line in complaints(verb, role, tried)]


def complaints(verb: str, role: str, tried: Tried) -> list[str]:
    found, let_in = [], alone(verb)
    if role in OUTSIDE and tried.word not in ("not-your-button", ""):
        found.append(f"{verb}: {role} is answered {tried.word}")
    if tried.changed and role not in allowed(verb):
        found.append(f"{verb}: {role} changes {sorted(tried.changed)}")
    if role in INSIDE and let_in and (role in let_in) == (tried.word in REFUSED):
        found.append(f"{verb}: {role} is answered {tried.word or 'nothing'}")
    if role in INSIDE and let_in and role not in let_in and tried.written:
        found.append(f"{verb}: {role} is refused, and {sorted(tried.written)} are written")
    return found


def test_a_row_bites(gate: Gate, subject: tuple[str, int]) -> None:
    """Each table has somebody who is let in."""
    for role, verb in (("contact", "zero"), ("director", "invite"), ("deputy", "fill"), ("director", "urge")):
        tried = gate.tried(gate.presses(ROLES[role], verb, *(("1", 0) if verb == "invite" else subject)))
        assert tried.changed, verb
        assert role in allowed(verb)


# commands: who is answered more than a refusal

COMMANDS = {
    "people": ("director",), "import": ("director",), "status": OVERSEEING, "digest": OVERSEEING,
    "start": INSIDE, "help": INSIDE, "tasks": INSIDE, "why": INSIDE, "cancel": INSIDE, "language": INSIDE,
}  # fmt: skip
IN_THE_GROUP = ("status", "digest")  # whoever holds a post may ask there for what the group is told


def test_every_command_has_a_row_and_every_row_a_command() -> None:
    assert set(COMMANDS) == commands()


@pytest.mark.parametrize("group", [False, True], ids=["private", "group"])
@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_who_is_answered_to_a_command(command: str, group: bool, gate: Gate) -> None:
    for role, title in ROLES.items():
        tried = gate.tried(gate.says(title, f"/{command}", group=group))
        assert tried.error is None, (role, tried.error)
        assert not tried.changed, role
        codes = {code for _, _, code in tried.said}
        if role in OUTSIDE:
            assert {kind for _, kind, _ in tried.said} <= ({"sentence"} if role == "waiting" else {"stranger"})
            assert codes <= {"waiting", None}
        elif role not in COMMANDS[command] and not (group and command in IN_THE_GROUP):
            assert codes & REFUSED or (group and not tried.said), role
        else:
            assert not codes & REFUSED, role
            assert tried.said or group, role
