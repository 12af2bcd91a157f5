"""What an entry of a register counts toward: one thing may serve several demands, each of them once."""

from db.queries import registers, reports, tasks
from db.tables import Counts, Entry, Requirement, Task
from domain.registers import Fit, counts_by_itself, may_count
from services import auditing, counting, demands, locking
from services import registers as shelf
from services.office import Office

Fitting = list[tuple[Fit, Requirement]]


def fitting(office: Office, entry: Entry) -> Fitting:
    """What it may count toward by its columns, whether it does or not."""
    register = shelf.of_key(office, entry.register_key)
    found = [fit for fit in register.fits if may_count(fit, entry.data)] if register else []
    return [(fit, row) for fit in found if (row := shelf.demand(office, fit))]


def others(office: Office, entry: Entry) -> Fitting:
    """What a person may say that it counts toward besides."""
    counted = {row.requirement_id for row in registers.counts(office.session, entry.id)}
    return [(fit, row) for fit, row in fitting(office, entry) if row.id not in counted]


def link(office: Office, entry: Entry, before: Entry | None = None) -> None:
    """By its columns, and toward whatever its version before was said to count toward, where it still may."""
    was = {row.requirement_id for row in registers.counts(office.session, before.id)} if before else set()
    for fit, row in fitting(office, entry):
        if row.id in was or counts_by_itself(fit, entry.data):
            count(office, entry, fit, row)
    for requirement_id in was:  # what it has ceased to serve has one less
        settle(office, office.session.get_one(Requirement, requirement_id), before or entry)


def count(office: Office, entry: Entry, fit: Fit, row: Requirement) -> bool:
    """False where the year is locked, or the same thing counts toward it by another entry."""
    year = entry.on_date.replace(month=1, day=1), entry.on_date.replace(month=12, day=31)
    known = reports.counts(office.session, row.id, *year)
    if any((other.on_date, other.title) == (entry.on_date, entry.title) for other, _ in known):
        return False
    if any(locking.is_locked(office, task) for task in asking(office, row, entry)):
        return False
    office.session.add(Counts(entry_id=entry.id, requirement_id=row.id, part=fit.part))
    office.session.flush()
    auditing.record(office, "count entry", f"entry/{entry.id}", requirement=row.id)
    settle(office, row, entry)
    return True


def count_also(office: Office, entry: Entry, requirement_id: int) -> bool:
    """A person says so; False where it cannot, or does already."""
    pair = next(((fit, row) for fit, row in others(office, entry) if row.id == requirement_id), None)
    return pair is not None and count(office, entry, *pair)


def settle(office: Office, row: Requirement, entry: Entry) -> None:
    """The tasks that ask for it look at their numbers again."""
    for task in asking(office, row, entry):
        counting.settle(office, task)


def settle_all(office: Office, entry: Entry) -> None:
    for row in registers.counts(office.session, entry.id):
        settle(office, office.session.get_one(Requirement, row.requirement_id), entry)


def asking(office: Office, row: Requirement, entry: Entry) -> list[Task]:
    """The lead's task of the year that asks for such entries."""
    found = tasks.of_lead(office.session, row.indicator_id)
    year = [task for task in found if task.form == "register" and task.period == str(entry.on_date.year)]
    return [task for task in year if row.id in {one.id for one in demands.of_task(office, task)}]


def locked(office: Office, entry: Entry) -> Task | None:
    """What it counts toward, and has been closed for good."""
    rows = [office.session.get_one(Requirement, c.requirement_id) for c in registers.counts(office.session, entry.id)]
    found = [task for row in rows for task in asking(office, row, entry) if locking.is_locked(office, task)]
    return found[0] if found else None


def names(office: Office, entry: Entry) -> tuple[str, ...]:
    """核心价值观媒体宣传（4.4.3）."""
    return tuple(f"{row.name}（{code}）" for code, row in reports.counted_for(office.session, entry.id))
