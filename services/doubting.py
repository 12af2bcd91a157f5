"""口径待定: the doubtful places of the notice are put to the director, or to whom the director asks, one by one."""

from collections.abc import Sequence
from typing import Any

from catalogue import shipped
from db.queries import groups, notices, people, tasks
from db.tables import Doubt, Indicator
from domain.people import Principal
from services import auditing, drafting, effects, grouping, moving, peopling, planning, reminding, tidings
from services.office import Office


def questions(office: Office, who: int | None = None) -> list[Doubt]:
    """All that an answer can settle; with a person what was put to this one."""
    return notices.questions(office.session, notices.current(office.session).id, who)


def is_open(doubt: Doubt) -> bool:
    return doubt.answer is None


def open_to(office: Office, who: Principal) -> list[Doubt]:
    return [doubt for doubt in questions(office, None if who.is_director else who.person_id) if is_open(doubt)]


def may_settle(office: Office, who: Principal) -> bool:
    return who.is_director or (who.holds("office") and bool(questions(office, who.person_id)))


def rev(doubt: Doubt) -> int:
    """A card that was drawn before the last answer is stale."""
    return int(doubt.at.timestamp()) % 10**9 if doubt.at else 0


def of_mine(office: Office, who: Principal, doubt_id: int) -> Doubt | None:
    """The doubt, where this person may settle it: the director, or whom of the office the director asked."""
    found = notices.doubt(office.session, doubt_id)
    mine = who.is_director or (who.holds("office") and found is not None and found.asked_of == who.person_id)
    return found if mine else None


def alike(office: Office, doubt: Doubt) -> list[Doubt]:
    """Others that ask the same: who convenes a group is one question, whatever the group leads."""
    if not any("convenor" in effect for effect in doubt.effects):
        return []
    leads = {row.code: row.lead for row in notices.indicators(office.session, doubt.notice_id)}
    return [
        other
        for other in questions(office)
        if other.id != doubt.id
        and (other.field, other.alternatives) == (doubt.field, doubt.alternatives)
        and leads[other.code] == leads[doubt.code]
    ]


def departments_settled(office: Office, indicator: Indicator) -> bool:
    """Who answers for it was in doubt, and has been decided."""
    found = notices.doubts(office.session, indicator.notice_id, indicator.code)
    asked = [doubt for doubt in found if doubt.field in ("lead", "responsible") and doubt.alternatives]
    return bool(asked) and not any(is_open(doubt) for doubt in asked)


def change(office: Office, doubt: Doubt, number: int) -> dict[str, Any]:
    """What has to be set when this option comes into force."""
    if not any(doubt.effects):
        return {}
    return effects.between(shipped.load(office.rules.notice), doubt, number)


def moves_departments(office: Office, doubt: Doubt, number: int) -> bool:
    return not change(office, doubt, number).keys().isdisjoint(effects.DEPARTMENTS)


def answer(office: Office, doubt: Doubt, number: int) -> None:
    """The option is in force from now on, whatever was before."""
    effect = change(office, doubt, number)
    reading = effects.options(doubt)[number]
    for one in (doubt, *alike(office, doubt)):
        was, one.choice = one.choice, number
        one.answer, one.by, one.at = reading, office.person_id, office.now
        data = {"code": one.code, "field": one.field, "reading": reading, "choice": number, "was": was}
        auditing.record(office, "settle doubt", f"doubt/{one.id}", **data)
    _take_effect(office, doubt, effect)
    _tell_when_done(office, doubt)


def _take_effect(office: Office, doubt: Doubt, effect: dict[str, Any]) -> None:
    indicator = notices.indicator(office.session, doubt.notice_id, doubt.code)
    assert indicator is not None
    if not effect.keys().isdisjoint(effects.DEPARTMENTS):
        moving.carry_out(office, indicator, effect)
    columns = effects.columns(effect)
    if not columns:
        return
    for row in effects.meant(doubt.field, notices.requirements(office.session, indicator.id)):
        for name, value in columns.items():
            setattr(row, name, value)
    office.session.flush()
    _show_anew(office, indicator, asked_anew=not effects.REASKED.isdisjoint(effect))
    planning.look_again(office)


def _show_anew(office: Office, indicator: Indicator, asked_anew: bool) -> None:
    """Cards that ask for it say what is asked now; what was begun on another question is dropped."""
    for task in tasks.of_lead(office.session, indicator.id):
        if task.state == "open":
            if asked_anew:
                drafting.discard(office, task)
            task.rev += 1
            reminding.refresh(office, task)


def _tell_when_done(office: Office, doubt: Doubt) -> None:
    """Whoever answers for the director reports when nothing is left."""
    if doubt.asked_of is None or doubt.asked_of != office.person_id:
        return
    if any(is_open(other) for other in questions(office, doubt.asked_of)):
        return
    title = peopling.title(office, people.get(office.session, doubt.asked_of))
    args = {"code": "doubts-done", "title": title}
    tidings.tell_director(office, "sentence", args, key=f"doubts-done/{office.turn}")


def convene(office: Office, group_id: int, unit_id: int) -> str | None:
    """The director names who convenes a group; where the notice left that open, this is the answer."""
    if groups.member(office.session, group_id, unit_id, office.today) is None:
        return "convenor-no-member"
    group, name = people.unit(office.session, group_id).name, people.unit(office.session, unit_id).name
    leads = {row.code: row.lead for row in notices.indicators(office.session, notices.current(office.session).id)}
    for doubt in questions(office):
        named = effects.convenors(shipped.load(office.rules.notice), doubt)
        if leads[doubt.code] == group and name in named and (is_open(doubt) or named[doubt.choice] != name):
            answer(office, doubt, named.index(name))
    grouping.convene(office, group_id, unit_id)
    return None


def reopen(office: Office, doubt: Doubt) -> None:
    """It is asked again; until another answer is given everything stays as it is."""
    for one in (doubt, *alike(office, doubt)):
        one.answer, one.by, one.at = None, None, office.now
        auditing.record(office, "reopen doubt", f"doubt/{one.id}", code=one.code, field=one.field)
    office.session.flush()


def after(found: Sequence[Doubt], doubt: Doubt) -> Doubt | None:
    """What is asked next: behind this one, else from the beginning."""
    return next((other for other in found if other.id > doubt.id), found[0] if found else None)


def helpers(office: Office) -> list[int]:
    """Persons of the office who can be asked, each once."""
    director = {person.id for _, person in people.holders(office.session, "director")}
    found = (person.id for _, person in people.holders(office.session, "office"))
    return [person_id for person_id in dict.fromkeys(found) if person_id not in director]


def hand_to(office: Office, person_id: int) -> int:
    """The rest is put to this person; how many."""
    take_back(office, keep=person_id)
    rest = [doubt for doubt in questions(office) if is_open(doubt)]
    for doubt in rest:
        doubt.asked_of = person_id
    office.session.flush()
    auditing.record(office, "hand doubts", f"person/{person_id}", doubts=[doubt.id for doubt in rest])
    person = people.get(office.session, person_id)
    tidings.tell(office, person, "doubts-asked", {"person": person_id}, key=f"doubts-asked/{person_id}/{office.turn}")
    return len(rest)


def take_back(office: Office, keep: int | None = None) -> int:
    """The director answers again; whoever was asked is told. How many."""
    rest = [doubt for doubt in questions(office) if is_open(doubt) and doubt.asked_of not in (None, keep)]
    for person_id in dict.fromkeys(doubt.asked_of for doubt in rest):
        assert person_id is not None
        person = people.get(office.session, person_id)
        auditing.record(office, "take doubts back", f"person/{person_id}")
        args = {"code": "doubts-taken-back"}
        tidings.tell(office, person, "sentence", args, key=f"doubts-back/{person_id}/{office.turn}")
    for doubt in rest:
        doubt.asked_of = None
    office.session.flush()
    return len(rest)
