"""Departments, groups and seats of a notice become records, beside those that are there already."""

from collections import Counter
from datetime import date

from sqlmodel import Session, select

from catalogue import shipped
from db.tables import Member, Post, Unit
from domain import notice as read


def add_units(session: Session, notice: read.Notice, since: date) -> None:
    """Those that are not on record yet; a group without members gets those of the notice."""
    known = {name: row for row in session.exec(select(Unit)) for name in (row.name, *row.aliases)}
    for position, unit in enumerate(notice.units, len({row.id for row in known.values()})):
        row = known.get(unit.name)
        if row is None:
            row = known[unit.name] = Unit(
                name=unit.name,
                kind=unit.kind,
                aliases=list(unit.aliases),
                shares_staff_with=unit.shares_staff_with,
                ranked=unit.ranked,
                position=position,
            )
            session.add(row)
        row.aliases = list(dict.fromkeys([*row.aliases, *unit.aliases]))
    session.flush()
    grouped = set(session.exec(select(Member.group_id)))
    for unit in notice.units:
        group = known[unit.name]
        for member in unit.members if group.id not in grouped else ():
            convenes = unit.convenor == member
            session.add(Member(group_id=group.id, unit_id=known[member].id, since=since, convenor=convenes))
    session.flush()


def add_posts(session: Session, notice: read.Notice) -> int:
    """Seats that are not there yet, how many: one a title and role, however the bodies are called."""
    units = {name: row for row in session.exec(select(Unit)) for name in (row.name, *row.aliases)}
    posts = list(session.exec(select(Post)))
    left = Counter((post.title, post.role) for post in posts)
    seats = Counter((post.title, post.body) for post in posts)
    answered = {post.unit_id for post in posts if post.role == "contact"}
    is_directed = any(post.role == "director" for post in posts)
    added = 0
    for post in (*notice.posts, *shipped.contacts(notice)):
        unit, one = units[post.unit], (post.title, post.role)
        is_there = left[one] > 0 or (post.role == "director" and is_directed)
        left[one] -= 1
        if is_there or (post.role in ("contact", "deputy") and unit.id in answered):
            continue
        seats[post.title, post.body] += 1
        session.add(
            Post(
                unit_id=unit.id,
                title=post.title,
                body=post.body,
                seat=seats[post.title, post.body],
                role=post.role,
                part=post.part,
                same_holder_as=post.same_holder_as,
            )
        )
        added += 1
    session.flush()
    return added
