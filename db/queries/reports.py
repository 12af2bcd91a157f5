"""Reports, their readings, entries, proof and notes."""

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import bindparam
from sqlmodel import Session, and_, col, func, or_, select

from db.rows import Rows
from db.tables import Counts, Entry, Indicator, Note, Proof, Reading, Report, Requirement, Task

# what is asked at every turn is put together once: building a statement costs more than running it
OF_TASK = Rows(Report, "task_id", parent=Task)
READINGS = Rows(Reading, "report_id", parent=Report)
PROOFS = Rows(Proof, "report_id", moves=("report_id",), parent=Report)
GONE = ("returned", "withdrawn")  # what stands no more
REPLACED = select(Entry.replaces).where(col(Entry.replaces).is_not(None))
# with its report, or kept in a register of the catalogue without one
IN_FORCE = and_(col(Entry.state) == "kept", or_(col(Report.id).is_(None), col(Report.state).not_in(GONE)))
COUNTS = (
    select(Entry, Counts.part)
    .join(Counts, col(Counts.entry_id) == col(Entry.id))
    .outerjoin(Report, col(Report.id) == col(Entry.report_id))
    .where(Counts.requirement_id == bindparam("requirement"), IN_FORCE)
    .where(Entry.on_date >= bindparam("start"), Entry.on_date <= bindparam("end"), col(Entry.id).not_in(REPLACED))
    .order_by(col(Entry.on_date), col(Entry.id))
)
SEEN_BEFORE = (
    select(func.count(func.distinct(Proof.hash)))
    .join(Report, col(Report.id) == col(Proof.report_id))
    .where(col(Proof.hash).in_(select(Proof.hash).where(Proof.report_id == bindparam("report"))))
    .where(Report.task_id != bindparam("task"), Report.state != "withdrawn")
)
ENTRY = select(Entry).where(Entry.report_id == bindparam("report"))
COUNTED_FOR = (
    select(Indicator.code, Requirement)
    .join(Requirement, col(Requirement.indicator_id) == col(Indicator.id))
    .join(Counts, col(Counts.requirement_id) == col(Requirement.id))
    .where(Counts.entry_id == bindparam("entry"))
    .order_by(col(Requirement.id))
)
LAST_WORDS = select(Note).where(Note.report_id == bindparam("report")).order_by(col(Note.id).desc()).limit(1)
ANY_WANTED = "SELECT 1 FROM proof WHERE state = 'wanted' LIMIT 1"
WANTED = (
    select(Proof)
    .where(Proof.state == "wanted", or_(col(Proof.not_before).is_(None), col(Proof.not_before) <= bindparam("now")))
    .order_by(col(Proof.id))
    .limit(bindparam("limit"))
)
LAST_BEFORE = (
    select(Report)
    .join(Task, col(Task.id) == col(Report.task_id))
    .where(Task.assignment_id == bindparam("assignment"), Task.unit_id == bindparam("unit"))
    .where(Task.cadence == bindparam("cadence"), Task.period < bindparam("period"), Report.state == "filed")
    .order_by(col(Task.period).desc(), col(Report.version).desc())
    .limit(1)
)


def draft(session: Session, task_id: int) -> Report | None:
    return next((report for report in OF_TASK.of(session, task_id) if report.state == "draft"), None)


def drafts_of(session: Session, task_ids: Collection[int]) -> dict[int, Report]:
    """Task → its draft."""
    found = OF_TASK.among(session, task_ids)
    return {report.task_id: report for report in found if report.state == "draft"}


def all_of(session: Session, task_id: int) -> tuple[Report | None, list[Report]]:
    """The draft, and all versions filed, the first one first."""
    return draft(session, task_id), filed(session, task_id)


def drafts_by(session: Session, person_id: int) -> list[tuple[Report, Task]]:
    """What this person has begun and not filed, the newest first."""
    query = select(Report, Task).join(Task, col(Task.id) == col(Report.task_id))
    query = query.where(Report.by == person_id, Report.state == "draft", Task.state != "withdrawn")
    waiting = col(Report.asking).is_not(None).desc()  # of one moment what still asks something comes first
    return list(session.exec(query.order_by(col(Report.at).desc(), waiting, col(Report.id).desc())))


def corrections_begun(session: Session, unit_ids: Collection[int]) -> list[Task]:
    """Tasks that are done and have a draft all the same, the newest first."""
    query = select(Task).join(Report, col(Report.task_id) == col(Task.id))
    query = query.where(col(Task.unit_id).in_(unit_ids), Task.state == "filed", Report.state == "draft")
    return list(session.exec(query.order_by(col(Report.at).desc())))


def get(session: Session, report_id: int) -> Report | None:
    return session.get(Report, report_id)


def filed(session: Session, task_id: int) -> list[Report]:
    """All versions filed, the first one first."""
    return [report for report in ever_filed(session, task_id) if report.state == "filed"]


def ever_filed(session: Session, task_id: int) -> list[Report]:
    """All versions filed, those that were withdrawn too."""
    found = [report for report in OF_TASK.of(session, task_id) if report.state != "draft"]
    return sorted(found, key=lambda report: report.version)


def newest(session: Session, report: Report) -> Report | None:
    """The version in force of what this report tells of: itself, what corrected it, or what it corrected before it was
    withdrawn. None where all of it was withdrawn."""
    if report.state == "returned":
        return report
    while report.state == "withdrawn":
        if report.replaces is None:
            return None
        report = session.get_one(Report, report.replaces)
    after = {row.replaces: row for row in filed(session, report.task_id) if row.replaces}
    while report.id in after:
        report = after[report.id]
    return report


def filed_by(session: Session, person_id: int, since: datetime) -> list[tuple[Report, Task]]:
    """What this person has filed since then and nothing has corrected, the newest first."""
    corrected = select(Report.replaces).where(Report.state == "filed", col(Report.replaces).is_not(None))
    query = select(Report, Task).join(Task, col(Task.id) == col(Report.task_id))
    query = query.where(Report.by == person_id, Report.state == "filed", Report.at >= since, Task.state != "withdrawn")
    query = query.where(col(Report.id).not_in(corrected))
    return list(session.exec(query.order_by(col(Report.at).desc(), col(Report.id).desc())))


def filed_of(session: Session, task_ids: Collection[int]) -> dict[int, list[Report]]:
    """All versions filed of these tasks, the first one first."""
    found: dict[int, list[Report]] = {}
    query = select(Report).where(col(Report.task_id).in_(task_ids), Report.state == "filed")
    for report in session.exec(query.order_by(col(Report.version))):
        found.setdefault(report.task_id, []).append(report)
    return found


def last_version(session: Session, task_id: int) -> int:
    return max((report.version for report in OF_TASK.of(session, task_id)), default=0)


def readings(session: Session, report_id: int) -> dict[str, Reading]:
    return {row.field: row for row in READINGS.of(session, report_id)}


def figures(session: Session, report_id: int) -> dict[str, int]:
    return {field: row.num for field, row in readings(session, report_id).items() if row.num is not None}


def last_filed_before(session: Session, task: Task) -> Report | None:
    """The department's last report of an earlier period of the same assignment."""
    which = {"assignment": task.assignment_id, "unit": task.unit_id, "cadence": task.cadence, "period": task.period}
    if any(isinstance(row, Report) and row.state != "draft" for row in (*session.new, *session.dirty)):
        session.flush()
    with session.no_autoflush:  # nothing else that waits to be written changes what is found
        return session.exec(LAST_BEFORE, params=which).first()


def entries(session: Session, requirement_id: int, start: date, end: date) -> list[Entry]:
    """The entries in force that count toward a requirement within these dates."""
    replaced = select(Entry.replaces).where(col(Entry.replaces).is_not(None))
    query = select(Entry).join(Counts, col(Counts.entry_id) == col(Entry.id))
    query = query.outerjoin(Report, col(Report.id) == col(Entry.report_id)).where(IN_FORCE)
    query = query.where(Counts.requirement_id == requirement_id, Entry.on_date >= start, Entry.on_date <= end)
    return list(session.exec(query.where(col(Entry.id).not_in(replaced)).order_by(col(Entry.on_date), col(Entry.id))))


def counts(session: Session, requirement_id: int, start: date, end: date) -> list[tuple[Entry, str]]:
    """The entries in force that count toward a requirement, each with its sort, whoever led when they were told."""
    which = {"requirement": requirement_id, "start": start, "end": end}
    return list(session.exec(COUNTS, params=which))


def counts_of(session: Session, entry_id: int) -> list[Counts]:
    """What an entry counts toward: first what it was registered for."""
    entry = session.get_one(Entry, entry_id)
    rows = list(session.exec(select(Counts).where(Counts.entry_id == entry_id)))
    names = {row.id: row.name for row in session.exec(select(Requirement))}
    return sorted(rows, key=lambda row: names[row.requirement_id] != entry.register_name)


def counted_for(session: Session, entry_id: int) -> list[tuple[str, Requirement]]:
    """What an entry counts toward, each with the code of its indicator."""
    return list(session.exec(COUNTED_FOR, params={"entry": entry_id}))


def entry_of(session: Session, report_id: int) -> Entry | None:
    return session.exec(ENTRY, params={"report": report_id}).first()


def files_of_entry(session: Session, entry_id: int) -> list[Proof]:
    return list(session.exec(select(Proof).where(Proof.entry_id == entry_id).order_by(col(Proof.id))))


def recordings(session: Session, task_id: int) -> list[Proof]:
    """What was said into the telephone beside a task."""
    query = select(Proof).join(Note, col(Note.id) == col(Proof.note_id))
    query = query.where(Note.task_id == task_id, Proof.state != "erased")
    return list(session.exec(query.order_by(col(Proof.id))))


def proofs(session: Session, report_id: int) -> list[Proof]:
    return PROOFS.of(session, report_id)


def refused_by(session: Session, person_id: int) -> list[Task]:
    """Tasks with a report of this person's whose only files could not be had, the newest first."""
    good = select(Report.id).join(Proof, col(Proof.report_id) == col(Report.id))
    good = good.where(col(Proof.state).in_(("wanted", "kept")))
    query = select(Task).join(Report, col(Report.task_id) == col(Task.id))
    query = query.join(Proof, col(Proof.report_id) == col(Report.id))
    query = query.where(Report.by == person_id, Proof.state == "refused", col(Report.id).not_in(good))
    query = query.where(Task.state != "withdrawn", Report.state != "withdrawn")
    return list(session.exec(query.order_by(col(Proof.id).desc())))


def proof(session: Session, proof_id: int) -> Proof | None:
    return session.get(Proof, proof_id)


def proof_of_album(session: Session, album: str, person_id: int | None) -> Proof | None:
    """The first file of an album that this person sent."""
    query = select(Proof).join(Report, col(Report.id) == col(Proof.report_id))
    query = query.where(Proof.album == album, Report.by == person_id, Report.state != "withdrawn")
    return session.exec(query.order_by(col(Proof.id))).first()


def kept_files(session: Session) -> list[Proof]:
    """All that were fetched."""
    return list(session.exec(select(Proof).where(Proof.state == "kept").order_by(col(Proof.id))))


def erased_files(session: Session) -> list[str]:
    """Hashes of those that went with whoever had spoken, and that nothing else has."""
    kept = select(Proof.hash).where(Proof.state == "kept")
    query = select(Proof.hash).where(Proof.state == "erased", col(Proof.hash).not_in(kept))
    return [digest for digest in session.exec(query.distinct()) if digest]


def wanted(session: Session, now: datetime, limit: int) -> list[Proof]:
    """Files to be fetched now. It is asked after every commit, and there are hardly ever any."""
    if session.connection().exec_driver_sql(ANY_WANTED).first() is None:
        return []
    return list(session.exec(WANTED, params={"now": now, "limit": limit}))


def note(session: Session, note_id: int) -> Note | None:
    return session.get(Note, note_id)


def notes(session: Session, task_id: int) -> list[Note]:
    return list(session.exec(select(Note).where(Note.task_id == task_id).order_by(col(Note.id))))


def last_words(session: Session, report_id: int) -> Note | None:
    """What was last written into a report."""
    return session.exec(LAST_WORDS, params={"report": report_id}).first()


def notes_of_message(session: Session, person_id: int, message_id: int) -> list[Note]:
    """Each part of it that answers a task of its own, and what it said before it was edited."""
    query = select(Note).where(Note.person_id == person_id, Note.message_id == message_id)
    return list(session.exec(query.order_by(col(Note.id))))


def note_of_message(session: Session, person_id: int, message_id: int) -> Note | None:
    """The newest one: a message may have been edited before."""
    query = select(Note).where(Note.person_id == person_id, Note.message_id == message_id)
    return session.exec(query.order_by(col(Note.id).desc())).first()


def seen_before(session: Session, report: Report) -> int:
    """How many of its files were filed before, for another period or another matter."""
    return session.exec(SEEN_BEFORE, params={"report": report.id, "task": report.task_id}).one()


def latest_figures(session: Session, cadence: str, period: str | None = None) -> dict[int, dict[str, int]]:
    """Task id → the figures of its last version, for all tasks of a cadence (and period) that have filed."""
    query = select(Task.id, Reading.field, Reading.num).join(Report, col(Report.task_id) == col(Task.id))
    query = query.join(Reading, col(Reading.report_id) == col(Report.id))
    query = query.where(Task.cadence == cadence, Report.state == "filed", col(Reading.num).is_not(None))
    if period is not None:
        query = query.where(Task.period == period)
    found: dict[int, dict[str, int]] = {}
    for task_id, field, num in session.exec(query.order_by(col(Report.version))):  # the later version overwrites
        found.setdefault(task_id, {})[field] = num or 0
    return found
