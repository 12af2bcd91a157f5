"""批示, and who has read which weekly report."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import bindparam
from sqlmodel import Session, col, select

from db.tables import Doer, Person, Remark

OF_TASK = select(Remark).join(Doer).where(Doer.task_id == bindparam("task"))
DOERS = select(Doer).where(Doer.remark_id == bindparam("remark")).order_by(col(Doer.id))
PROPOSED = select(Remark).where(Remark.state == "proposed").order_by(col(Remark.id))


def get(session: Session, remark_id: int) -> Remark | None:
    return session.get(Remark, remark_id)


def of_message(session: Session, chat_id: int, message_id: int) -> Remark | None:
    query = select(Remark).where(Remark.chat_id == chat_id, Remark.message_id == message_id)
    return session.exec(query).first()


def of_task(session: Session, task_id: int) -> Remark | None:
    return session.exec(OF_TASK, params={"task": task_id}).first()


def doers(session: Session, remark_id: int) -> list[Doer]:
    """The departments that it is for, in the order in which they were named or chosen."""
    return list(session.exec(DOERS, params={"remark": remark_id}))


def proposed(session: Session) -> list[Remark]:
    """What waits for the director, the oldest first."""
    return list(session.exec(PROPOSED))


def readers(session: Session, digest_ids: Collection[int]) -> list[Person]:
    """Who has answered to one of these weekly reports, each once, in the order in which they did."""
    query = select(Person, Remark.id).join(Remark, col(Remark.by) == col(Person.id))
    query = query.where(col(Remark.digest_id).in_(digest_ids)).order_by(col(Remark.id))
    return list({person.id: person for person, _ in session.exec(query)}.values())


def written_before(session: Session, instant: datetime) -> list[Remark]:
    """Those that were given out and those that were only read, the oldest first."""
    query = select(Remark).where(col(Remark.state).in_(("given", "read")), Remark.at < instant)
    return list(session.exec(query.order_by(col(Remark.id))))
