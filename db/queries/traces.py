"""What the records hold of one person: by number, by chat, and in what was written."""

import json
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, String, Table, cast, false, or_, select, update
from sqlmodel import Session, SQLModel, col, delete

from db import remembered
from db.tables import Entry, Inbox, Note, Outbox, Person, Proof, Remark, Report
from domain.somebody import Somebody

BY_CHAT = ("sender", "chat_id", "telegram_id")
# where words of people stand, and what was made of them; the trail is not among them: it takes no change
WRITTEN = {
    "benchmark": ("source",),
    "document": ("name", "problem"),
    "digest": ("facts",),
    "doubt": ("answer",),
    "entry": ("title", "link", "reason", "data"),
    "inbox": ("raw",),
    "note": ("text",),
    "outbox": ("args", "params", "error"),
    "proof": ("name",),
    "reading": ("text",),
    "remark": ("text", "reason"),
    "request": ("reason", "progress", "answer", "data"),
    "review": ("reason",),
    "task": ("title",),  # of a remark: its first words
    "tiding": ("args",),
}
# a file is of whoever sent what it belongs to
SENT = (
    ("report_id", col(Report.id), col(Report.by)),
    ("entry_id", col(Entry.id), col(Entry.by)),
    ("note_id", col(Note.id), col(Note.person_id)),
)
NAMELESS, NUMBERLESS = "某人", 0


def of(session: Session, person: Person) -> dict[str, list[dict[str, Any]]]:
    """Table → every row that names the person by number, or is of the person's chat; as plain data."""
    found = {}
    for table in SQLModel.metadata.sorted_tables:
        rows = session.execute(select(table).where(_names(table, person))).mappings()
        if plain := [{key: _plain(value) for key, value in row.items()} for row in rows]:
            found[table.name] = plain
    return found


def _names(table: Table, person: Person) -> ColumnElement[bool]:
    marks: list[ColumnElement[bool]] = [
        column == person.id
        for column in table.columns
        if any(key.column.table.name == "person" for key in column.foreign_keys)
    ]
    marks += [table.c[name] == person.telegram_id for name in BY_CHAT if name in table.c]
    if table.name == "proof":
        marks += [table.c[name].in_(select(of).where(by == person.id)) for name, of, by in SENT]
    if table.name == "person":
        marks.append(table.c.id == person.id)
    if table.name == "audit":
        marks.append(table.c.person_id == person.id)
    return or_(*marks) if marks else false()


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date | datetime) else value


def _silence(session: Session, person: Person) -> None:
    """A voice is whose it is: the files go, and the numbers by which Telegram has them."""
    own = select(col(Note.id)).where(col(Note.person_id) == person.id)
    for row in session.execute(select(Proof).where(col(Proof.note_id).in_(own))).scalars():
        row.state, row.file_id, row.file_unique_id = "erased", "", ""


def forget(session: Session, person: Person) -> None:
    """Name and number leave every table but the trail, which has neither; what is kept says `person.id` alone."""
    who = _who(session, person)
    _silence(session, person)
    session.execute(delete(Inbox).where(col(Inbox.sender) == who.number))
    session.execute(delete(Outbox).where(col(Outbox.kind) == "stranger", col(Outbox.chat_id) == who.number))
    session.execute(update(Remark).where(col(Remark.chat_id) == who.number).values(chat_id=-person.id))
    for row in session.execute(select(Outbox).where(col(Outbox.chat_id) == who.number)).scalars():
        row.chat_id, row.params = -person.id, None
        if row.state in ("pending", "sending"):
            row.state = "dropped"
    for row in session.execute(select(Outbox).where(col(Outbox.key).contains(str(who.number)))).scalars():
        if (key := who.out_of(row.key)) != row.key:
            row.key = f"{key}/{row.id}"
    person.name, person.telegram_id, person.state = "", -person.id, "gone"
    session.flush()
    for table, column in _written():
        _strike(session, table, column, who)
    session.expire_all()
    remembered.forget(session)


def is_forgotten(person: Person) -> bool:
    return person.telegram_id < 0


def _who(session: Session, person: Person) -> Somebody:
    name = person.name.strip()
    return Somebody(name if is_telling(session, name) else "", person.telegram_id, NAMELESS, NUMBERLESS)


def _written() -> Iterator[tuple[Table, str]]:
    for name, columns in WRITTEN.items():
        for column in columns:
            yield SQLModel.metadata.tables[name], column


def is_telling(session: Session, name: str) -> bool:
    """A sign alone, or what a post or a department is called, stands for somebody else too."""
    called = [*session.execute(select(SQLModel.metadata.tables["post"].c.title)).scalars()]
    called += session.execute(select(SQLModel.metadata.tables["unit"].c.name)).scalars()
    return len(name) > 1 and not any(name in title for title in called)


def _strike(session: Session, table: Table, name_of_column: str, who: Somebody) -> None:
    column = table.c[name_of_column]
    needles = [str(who.number), *([who.name, json.dumps(who.name)[1:-1]] if who.name else [])]
    holds = or_(*(cast(column, String).contains(needle, autoescape=True) for needle in needles))
    for key, value in session.execute(select(table.c.id, column).where(holds)).all():
        session.execute(update(table).where(table.c.id == key).values({name_of_column: who.out_of(value)}))


def in_the_trail(session: Session, name: str, number: int) -> int:
    """Rows of the trail with words in which somebody wrote the name, or the number."""
    data = cast(SQLModel.metadata.tables["audit"].c.data, String)
    needles = [str(number), *([name, json.dumps(name)[1:-1]] if len(name) > 1 else [])]
    holds = or_(*(data.contains(needle, autoescape=True) for needle in needles))
    return len(session.execute(select(SQLModel.metadata.tables["audit"].c.n).where(holds)).all())
