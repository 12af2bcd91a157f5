"""The doubtful places of the notice, as messages show them."""

from typing import Any

from db.queries import notices, people
from db.tables import Doubt, Outbox
from domain.facts import doubts as facts
from domain.pages import cut
from domain.people import OFFICE
from services import doubting, effects, moving, peopling
from services.office import Office

PAGE = 8  # answers a page


def _reader(office: Office, row: Outbox) -> tuple[bool, list[Doubt]] | None:
    """Whether the reader of this chat directs, and the questions that this one may answer. None for others."""
    person = people.by_telegram(office.session, row.chat_id)
    roles = {post.role for post, _ in people.seats(office.session, person.id)} if person else set()
    if person is None or not roles & {"director", "office"}:
        return None
    director = "director" in roles
    return director, doubting.questions(office, None if director else person.id)


def open_for(office: Office, person_id: int) -> int:
    """How many wait for this member of the office."""
    return sum(1 for doubt in doubting.questions(office, person_id) if doubting.is_open(doubt))


def question(office: Office, args: dict[str, Any], row: Outbox) -> facts.Question | None:
    doubt, seen = notices.doubt(office.session, args["doubt"]), _reader(office, row)
    if doubt is None or seen is None or doubt not in seen[1]:
        return None
    director, mine = seen
    same = [one for one in mine if doubting.is_open(one) == doubting.is_open(doubt)]
    place = same.index(doubt)
    waiting = sum(1 for one in mine if doubting.is_open(one))
    indicator = notices.indicator(office.session, doubt.notice_id, doubt.code)
    assert indicator is not None
    meant = effects.meant(doubt.field, notices.requirements(office.session, indicator.id))
    return facts.Question(
        doubt_id=doubt.id,
        rev=doubting.rev(doubt),
        place=place + 1,
        total=len(same),
        code=doubt.code,
        title=indicator.title,
        field=doubt.field,
        demand=meant[0].name if len(meant) == 1 else "",
        printed=doubt.printed,
        reason=doubt.reason,
        options=tuple(
            facts.Option(number, text, number == doubt.choice) for number, text in enumerate(effects.options(doubt))
        ),
        also=tuple(other.code for other in doubting.alike(office, doubt)),
        answered=answered(office, doubt),
        before=same[place - 1].id if place else None,
        after=same[place + 1].id if place + 1 < len(same) else None,
        open=waiting,
        settled=len(mine) - waiting,
        director=director,
        asked_of=_title(office, doubt.asked_of) if director else None,
    )


def answered(office: Office, doubt: Doubt) -> facts.Answered | None:
    if doubt.answer is None or doubt.by is None or doubt.at is None:
        return None
    return facts.Answered(
        doubt.answer, peopling.title_on(office, doubt.by, doubt.at, OFFICE), office.rules.hours.today(doubt.at)
    )


def _capacity(office: Office, person_id: int) -> str:
    """Whoever settles it does so for the office, whatever else they are."""
    return peopling.title_on(office, person_id, office.now, OFFICE)


def _title(office: Office, person_id: int | None) -> str | None:
    return _capacity(office, person_id) if person_id is not None else None


def change(office: Office, args: dict[str, Any], row: Outbox) -> facts.Change | None:
    doubt, seen = notices.doubt(office.session, args["doubt"]), _reader(office, row)
    if doubt is None or seen is None or doubt not in seen[1] or not doubting.is_open(doubt):
        return None
    number = args["option"]
    effect = doubting.change(office, doubt, number)
    indicator = notices.indicator(office.session, doubt.notice_id, doubt.code)
    assert indicator is not None
    moves = moving.plan(office, indicator, effect)
    handed: dict[str, int] = {}
    for task in (task for move in moves for task in move.tasks):
        name = people.unit(office.session, task.unit_id).name
        handed[name] = handed.get(name, 0) + 1
    touched = {unit.id for move in moves for unit in (*move.leaves, *move.joins)}
    named = [effect[key] for key in ("lead", "convenor") if key in effect]
    return facts.Change(
        doubt_id=doubt.id,
        rev=doubting.rev(doubt),
        number=number,
        indicators=tuple((move.indicator.code, move.indicator.title) for move in moves),
        part=moves[0].part,
        units=tuple(named or effect["responsible"]),
        group=indicator.lead if "convenor" in effect else None,
        handed=tuple(handed.items()),
        told=sum(1 for unit_id in touched if people.answering(office.session, unit_id)),
        given=notices.current(office.session).state == "given",
    )


def settled(office: Office, args: dict[str, Any], row: Outbox) -> facts.SettledList | None:
    seen = _reader(office, row)
    if seen is None:
        return None
    done = [(doubt, found) for doubt in seen[1] if (found := answered(office, doubt))]
    shown = cut(done, args.get("page", 1), PAGE)
    return facts.SettledList(
        lines=tuple(facts.SettledLine(doubt.id, doubt.code, doubt.field, found) for doubt, found in shown.rows),
        settled=len(done),
        open=len(seen[1]) - len(done),
        leaf=shown.leaf,
    )


def helpers(office: Office, args: dict[str, Any], row: Outbox) -> facts.Helpers:
    waiting = [doubt for doubt in doubting.questions(office) if doubting.is_open(doubt)]
    asked = next((doubt.asked_of for doubt in waiting if doubt.asked_of), None)
    found = [person_id for person_id in doubting.helpers(office) if person_id != asked]
    titles = tuple(facts.Helper(person_id, _title(office, person_id) or "") for person_id in found)
    return facts.Helpers(titles, len(waiting), _title(office, asked))


def asked(office: Office, args: dict[str, Any], row: Outbox) -> facts.Asked | None:
    waiting = open_for(office, args["person"])
    return facts.Asked(waiting) if waiting else None


def moved(office: Office, args: dict[str, Any], row: Outbox) -> facts.Moved:
    notice = notices.current(office.session)
    titles = {found.code: found.title for found in notices.indicators(office.session, notice.id)}
    return facts.Moved(
        unit=people.unit(office.session, args["unit"]).name,
        indicators=tuple((code, titles[code]) for code in args["codes"]),
        part=args["part"],
        joined=args["joined"],
        lead=args["lead"],
        tasks=args["tasks"],
    )
