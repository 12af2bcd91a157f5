"""A notice is published: where nothing stands all of it, otherwise what it changes in what stands."""

from typing import Any

from pydantic import TypeAdapter

from catalogue.reading.rereading import reread
from db.queries import notices, people, rungs, tasks
from db.tables import Document, Indicator, Notice, Outbox
from domain import notice as read
from domain.amendment import Amendment, amendment
from domain.facts import publishing as facts
from services import amending, assigning, auditing, demands, housing, loading, moving, news, planning, tidings
from services.office import Office

NEWS = TypeAdapter(facts.News)


def standing_units(office: Office) -> tuple[read.Unit, ...]:
    """Departments and groups on record, as a notice names them."""
    return tuple(_unit(office, row) for row in people.units(office.session))


def _unit(office: Office, row: Any) -> read.Unit:
    members = people.members(office.session, row.id, office.today) if row.kind == "group" else []
    convenor = people.members(office.session, row.id, office.today, convenor=True) if members else []
    return read.Unit(
        name=row.name,
        kind=row.kind,
        aliases=tuple(row.aliases),
        members=tuple(unit.name for unit in members),
        convenor=convenor[0].name if convenor else None,
        shares_staff_with=row.shares_staff_with,
        ranked=row.ranked,
    )


def change(office: Office, notice: read.Notice) -> facts.Change:
    """What publishing it would mean; nothing is written."""
    now = notices.current(office.session)
    changes = _compare(office, notice)
    heard = news.by_department(office, notice, changes)
    known = {name for unit in people.units(office.session) for name in (unit.name, *unit.aliases)}
    return facts.Change(
        number=notice.number,
        edition=notices.next_edition(office.session, notice.number, notice.edition),
        title=notice.title,
        is_first=not now.number,
        added=tuple(news.item(one) for one in changes.added),
        changed=tuple(news.item(pair.new, found=tuple(news.lines(pair))) for pair in changes.changed),
        removed=tuple(news.item(one) for one in changes.removed),
        unchanged=len(changes.unchanged),
        units=tuple(unit.name for unit in notice.units if unit.name not in known and unit.kind != "outside"),
        departments=len(heard),
        persons=len(news.by_person(office, heard, notice.number, 0)),
        house=None if now.number else _house(office),
    )


def _house(office: Office) -> facts.House:
    papers = office.rules.papers
    return facts.House(papers.court, papers.issuer, office.rules.campaign, (papers.code, office.rules.orders.code))


def _compare(office: Office, notice: read.Notice) -> Amendment:
    begun = notices.current(office.session).issued
    old = [one for _, one in amending.standing(office).values()]
    return amendment(old, notice.indicators, lambda one: reread(one, begun))


def publish(office: Office, notice: read.Notice, document_id: int) -> None:
    """From now on it is the notice at work; whoever is affected hears of it, and nobody else."""
    before = notices.current(office.session)
    row = _first(office, notice, before) if before.given_on is None else _amend(office, notice, before)
    document = office.session.get_one(Document, document_id)
    document.state, document.notice_id = "published", row.id
    auditing.record(office, "publish", f"notice/{row.id}", number=row.number, edition=row.edition, document=document_id)


def _first(office: Office, notice: read.Notice, before: Notice) -> Notice:
    """Nothing was given yet: what stands is only compared, so that decisions on it are kept."""
    changes = _compare(office, notice)
    rows = amending.standing(office)
    row = _bring_in(office, notice, before)
    for pair in changes.pairs:
        indicator = rows[pair.old.code][0]
        indicator.lead, indicator.responsible = pair.new.lead, list(pair.new.responsible)
        _keep(office, row, notice, indicator, pair)
    _add(office, row, notice, changes)
    assigning.give(office)
    return row


def _amend(office: Office, notice: read.Notice, before: Notice) -> Notice:
    changes = _compare(office, notice)
    heard = news.by_department(office, notice, changes)
    rows = amending.standing(office)
    row = _bring_in(office, notice, before)
    touched: set[int] = set()
    for pair in changes.pairs:
        indicator = rows[pair.old.code][0]
        _keep(office, row, notice, indicator, pair)
        for field in pair.fields:
            if field.name in ("lead", "responsible"):
                effect = {field.name: pair.new.lead if field.name == "lead" else list(pair.new.responsible)}
                for move in moving.move_over(office, indicator, effect):
                    touched |= {unit.id for unit in (*move.leaves, *move.joins)}
        if pair.demands:
            amending.look_at_tasks(office, indicator)
    for one in changes.removed:
        amending.end(office, rows[one.code][0])
    units = {unit.name: unit for unit in people.units(office.session)}
    for indicator in _add(office, row, notice, changes):
        assigning.assign(office, indicator, units)
    touched |= {units[name].id for name in heard if name in units}
    _tell(office, row, heard, touched)
    return row


def _bring_in(office: Office, notice: read.Notice, before: Notice) -> Notice:
    """Its head, departments and seats; the notice before it has ended. What was begun goes on from its day."""
    housing.add_units(office.session, notice, office.today)
    housing.add_posts(office.session, notice)
    row = loading.add_head(office.session, notice, before.state if before.given_on else "loaded")
    row.given_on, before.state = before.given_on, "ended"
    office.session.flush()
    office.known.clear()
    return row


def _keep(office: Office, row: Notice, notice: read.Notice, indicator: Indicator, pair: Any) -> None:
    area, item = _place(notice, pair.new.code)
    amending.rewrite(indicator, row, area, item, pair)
    office.session.flush()
    if pair.demands:
        amending.amend_demands(office, indicator, pair)


def _add(office: Office, row: Notice, notice: read.Notice, changes: Amendment) -> list[Indicator]:
    found = []
    for one in changes.added:
        area, item = _place(notice, one.code)
        indicator = loading.add_indicator(office.session, row, area, item, one)
        for demand in notices.requirements(office.session, indicator.id):
            if demand.deadline is None and amending.is_once(office, demand.cadence) and row.given_on:
                demand.since = office.today  # it counts from its own giving
        found.append(indicator)
    office.session.flush()
    demands.forget(office)
    return found


def _place(notice: read.Notice, code: str) -> tuple[read.Area, read.Item]:
    return next(
        (area, item) for area in notice.areas for item in area.items if any(one.code == code for one in item.indicators)
    )


def _tell(office: Office, row: Notice, heard: dict[str, news.Heard], touched: set[int]) -> None:
    """Each person once, on the card of the day, with what is to be signed for; what is asked anew comes the next
    working day."""
    for unit_id in sorted(touched):
        moving.look_at_signing(office, people.unit(office.session, unit_id))
    planning.look_again(office)
    while planning.open_tasks(office, len(touched) + 200):
        pass
    told_on = office.rules.hours.today(office.next_hour())
    next_day = office.rules.hours.opening(office.calendar.shift(told_on, 1))
    for task in tasks.waking(office.session, office.now, 10**6):
        if task.unit_id in touched and task.form != "signing" and not rungs.reminders(office.session, task.id):
            task.wake_at = next_day
    for person_id, (told, units) in news.by_person(office, heard, row.number, row.edition).items():
        person = people.get(office.session, person_id)
        args = {"news": NEWS.dump_python(told, mode="json"), "person": person_id, "units": units}
        tidings.tell(office, person, "amended", args, key=f"amended/{row.id}/{person_id}")


def amended(office: Office, args: dict[str, Any], row: Outbox) -> facts.Amended:
    """With what is still to be signed for."""
    found = (tasks.open_signing(office.session, unit_id) for unit_id in args["units"])
    return facts.Amended(NEWS.validate_python(args["news"]), tuple((task.id, task.rev) for task in found if task))
