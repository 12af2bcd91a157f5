"""/people: how the posts are filled, and where somebody is missing."""

from collections.abc import Callable
from typing import Any

from db.queries import assignments, people, tasks
from db.tables import Outbox, Person, Post
from domain.facts import staffing as facts
from domain.pages import cut
from services import assigning, charging
from services.office import Office
from services.vacancies import is_vacant

PAGE = 8  # departments a page
HELD = ("held", "unreachable")


def states(office: Office) -> Callable[[Post], str]:
    """Of a post: held, invited, unreachable, vacant."""
    holders = people.tenures(office.session)
    invited = {invite.post_id for invite in people.open_invites(office.session, office.now)}

    def state(post: Post) -> str:
        if holder := holders.get(post.id):
            return "unreachable" if holder.state == "unreachable" else "held"
        return "invited" if post.id in invited else "vacant"

    return state


def departments(office: Office) -> list[facts.UnitPeople]:
    posts, state = people.posts(office.session), states(office)
    found = []
    for unit in people.units(office.session):
        own = [post for post in posts if post.unit_id == unit.id]
        if not own:
            continue
        contacts = [state(post) for post in own if post.role == "contact"]
        found.append(facts.UnitPeople(unit.id, unit.name, contacts[0] if contacts else ""))
    return found


def roster(office: Office, args: dict[str, Any], row: Outbox) -> facts.Roster:
    shown = cut(departments(office), args.get("page", 1), PAGE)
    return facts.Roster(
        summary=summary(office),
        units=shown.rows,
        claims=len(people.unsettled_claims(office.session)),
        given=not assigning.is_to_be_given(office),
        leaf=shown.leaf,
    )


def summary(office: Office) -> facts.Summary:
    posts, state = people.posts(office.session), states(office)
    late = unsigned(office)
    return facts.Summary(
        held=sum(1 for post in posts if state(post) in HELD),
        posts=len(posts),
        contacts=len(no_contact(office)),
        unreachable=len(_unreachable(office)),
        unsigned=len(late),
        longest=max((line.overdue for line in late), default=0),
        uncharged=len(charging.without(office)),
    )


def gap(office: Office, args: dict[str, Any], row: Outbox) -> facts.Gap:
    lists: dict[str, Callable[[Office], list[facts.GapLine]]] = {
        "contact": no_contact,
        "unreachable": _posts_unreachable,
        "unsigned": unsigned,
        "charge": _uncharged,
    }
    return facts.Gap(args["gap"], tuple(lists[args["gap"]](office)))


def no_contact(office: Office) -> list[facts.GapLine]:
    """Nobody is on the contact's post; an invitation may be out."""
    found = [unit for unit in departments(office) if unit.contact in ("vacant", "invited")]
    return [facts.GapLine(unit.unit_id, unit.unit, invited=unit.contact == "invited") for unit in found]


def _unreachable(office: Office) -> list[Person]:
    holders = {person.id: person for person in people.tenures(office.session).values()}
    return [person for person in holders.values() if person.state == "unreachable"]


def _posts_unreachable(office: Office) -> list[facts.GapLine]:
    """By department, with the posts whose holders cannot be reached."""
    state = states(office)
    titles: dict[int, list[str]] = {}
    for post in people.posts(office.session):
        if state(post) == "unreachable":
            titles.setdefault(post.unit_id, []).append(post.title)
    units = [unit for unit in people.units(office.session) if unit.id in titles]
    return [facts.GapLine(unit.id, unit.name, titles=tuple(dict.fromkeys(titles[unit.id]))) for unit in units]


def unsigned(office: Office) -> list[facts.GapLine]:
    """Departments with indicators that nobody has signed for, and by how many working days the signing is late."""
    counts = assignments.unsigned_by_unit(office.session)
    found = []
    for unit in people.units(office.session):
        if n := counts.get(unit.id, 0):
            task = tasks.open_signing(office.session, unit.id)
            asked = task if task and not is_vacant(office, unit.id) else None
            left = office.calendar.count(office.today, asked.due) if asked else None
            found.append(facts.GapLine(unit.id, unit.name, unsigned=n, left=left))
    return found


def _uncharged(office: Office) -> list[facts.GapLine]:
    return [facts.GapLine(unit.id, unit.name) for unit in charging.without(office)]
