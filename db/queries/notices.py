"""The notice at work, its indicators and demands."""

from sqlmodel import Session, col, func, select

from db.tables import Doubt, Indicator, Notice, Pacing, Requirement

IN_TIME = col(Requirement.seq), col(Requirement.since).is_not(None), col(Requirement.since), col(Requirement.id)
CURRENT = select(Notice).where(Notice.state != "ended").order_by(col(Notice.id).desc()).limit(1)


def current(session: Session) -> Notice:
    """The newest one that has not ended; the start has loaded one. Asked at every turn, looked up once a session."""
    known: Notice | None = session.info.get("notice")
    if known is None or known.state == "ended":
        known = session.info["notice"] = session.exec(CURRENT).one()
    return known


def indicators(session: Session, notice_id: int) -> list[Indicator]:
    return list(session.exec(select(Indicator).where(Indicator.notice_id == notice_id).order_by(col(Indicator.id))))


def indicator(session: Session, notice_id: int, code: str) -> Indicator | None:
    return session.exec(select(Indicator).where(Indicator.notice_id == notice_id, Indicator.code == code)).first()


def next_edition(session: Session, number: str, edition: int) -> int:
    """Of a notice that comes in once more under its number."""
    known = session.exec(select(Notice.edition).where(Notice.number == number)).all()
    return max([edition, *(one + 1 for one in known)])


def first(session: Session) -> Notice:
    """The one with which the work began: whatever prints no time of its own counts from it."""
    return session.exec(select(Notice).where(Notice.number != "").order_by(col(Notice.id)).limit(1)).one()


def requirements(session: Session, indicator_id: int) -> list[Requirement]:
    """As they are demanded now."""
    return [row for row in all_rules(session, indicator_id) if row.until is None]


def all_rules(session: Session, indicator_id: int) -> list[Requirement]:
    """With those of earlier times, the oldest of each first."""
    query = select(Requirement).where(Requirement.indicator_id == indicator_id)
    return list(session.exec(query.order_by(*IN_TIME)))


def all_requirements(session: Session, notice_id: int) -> list[tuple[Indicator, Requirement]]:
    return [(indicator, row) for indicator, row in rules_of_all(session, notice_id) if row.until is None]


def rules_of_all(session: Session, notice_id: int) -> list[tuple[Indicator, Requirement]]:
    query = select(Indicator, Requirement).join(Requirement, col(Requirement.indicator_id) == col(Indicator.id))
    query = query.where(Indicator.notice_id == notice_id)
    return list(session.exec(query.order_by(col(Indicator.id), *IN_TIME)))


def led_by(session: Session, notice_id: int, lead: str) -> list[Indicator]:
    query = select(Indicator).where(Indicator.notice_id == notice_id, Indicator.lead == lead)
    return list(session.exec(query.order_by(col(Indicator.id))))


def led_by_unit(session: Session) -> dict[str, int]:
    """How many indicators of the notice that stands each department or group leads, by name."""
    query = select(Indicator.lead, func.count()).where(Indicator.notice_id == current(session).id)
    return dict(session.exec(query.group_by(Indicator.lead)).all())


def questions(session: Session, notice_id: int, person_id: int | None = None) -> list[Doubt]:
    """Doubts that an answer can settle, answered or not; with a person those that were put to this one."""
    query = select(Doubt).where(Doubt.notice_id == notice_id)
    query = query if person_id is None else query.where(Doubt.asked_of == person_id)
    return [doubt for doubt in session.exec(query.order_by(col(Doubt.id))) if doubt.alternatives]


def pacings(session: Session) -> list[Pacing]:
    """Of each cadence that was changed in chat the newest row."""
    newest = select(func.max(Pacing.id)).group_by(col(Pacing.cadence))
    return list(session.exec(select(Pacing).where(col(Pacing.id).in_(newest)).order_by(col(Pacing.id))))


def pacing(session: Session, cadence: str) -> Pacing | None:
    query = select(Pacing).where(Pacing.cadence == cadence).order_by(col(Pacing.id).desc())
    return session.exec(query.limit(1)).first()


def doubt(session: Session, doubt_id: int) -> Doubt | None:
    return session.get(Doubt, doubt_id)


def doubts(session: Session, notice_id: int, code: str) -> list[Doubt]:
    query = select(Doubt).where(Doubt.notice_id == notice_id, Doubt.code == code)
    return list(session.exec(query.order_by(col(Doubt.id))))
