"""What happened in a month: entries of the registers that are printed, returns, extensions, orders, remarks."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import replace

from db.queries import digests, people, registers, reports, requests, reviews
from db.queries import orders as records
from db.queries import remarks as words
from db.tables import Order, Remark, Review, Task
from domain.calendar import ONE_DAY
from domain.facts import bulletin as facts
from domain.facts.orders import Line
from domain.facts.remarks import Remark as Written
from services import extending, order_lists, peopling
from services import registers as shelf
from services import remarks as shown
from services.monthly import Month
from services.office import Office

SHOWN = 5  # entries of a register


def news(office: Office, month: Month) -> tuple[facts.News, ...]:
    """Told to a task or not; those of registers that are not printed are not even counted."""
    names = {unit.id: unit.name for unit in people.units(office.session)}
    made = []
    for register in (one for one in shelf.all_of(office) if one.printed):
        demands = shelf.shown_demands(office, register)
        found = registers.standing(office.session, register.key, demands, None, month.first, month.after - ONE_DAY)
        found = [entry for entry in found if entry.at <= month.cut]
        if found:
            newest = tuple((entry.on_date, names[entry.unit_id], entry.title) for entry in found[:SHOWN])
            made.append(facts.News(register.title, len(found), newest))
    return tuple(made)


def returned(office: Office, month: Month) -> tuple[facts.Reasons, int]:
    """For what reasons, and how many of it is filed again."""
    ranked = {unit.id for unit in people.units(office.session) if unit.ranked}
    found = [
        (review, task)
        for review, task in reviews.returned_between(office.session, month.start, month.end)
        if task.unit_id in ranked
    ]
    mended = sum(1 for review, task in found if _is_mended(office, review, task, month))
    return _counted((review.reason for review, _ in found), office.rules.reasons), mended


def _is_mended(office: Office, review: Review, task: Task, month: Month) -> bool:
    versions = reports.ever_filed(office.session, task.id)
    return any(review.at < report.at <= month.cut for report in versions)


def extended(office: Office, month: Month) -> facts.Reasons:
    ranked = {unit.id for unit in people.units(office.session) if unit.ranked}
    found = requests.granted_between(office.session, extending.KIND, month.start, month.end)
    return _counted((row.reason for row in found if row.unit_id in ranked), office.rules.extension.reasons)


def _counted(reasons: Iterable[str], known: Collection[str]) -> facts.Reasons:
    """What somebody typed is for the one it was written to."""
    found = Counter(reason if reason in known else "" for reason in reasons)
    return tuple(sorted(found.items(), key=lambda pair: (not pair[0], -pair[1], pair[0])))


def orders(office: Office, month: Month) -> tuple[Line, ...]:
    """Signed in it, closed in it, or still open then: each was with its department on an earlier day."""
    found = [order for order in records.issued(office.session) if _belongs(office, order, month)]
    lines = order_lists.lines_about(office, found[::-1])
    done = {order.id for order in found if order.done_at is not None and order.done_at > month.cut}
    return tuple(replace(line, state="signed") if line.order_id in done else line for line in lines)


def _belongs(office: Office, order: Order, month: Month) -> bool:
    assert order.decided_at is not None
    today = office.rules.hours.today
    signed = today(order.decided_at)
    if signed >= min(month.after, office.today):
        return False
    closed = today(order.done_at) if order.done_at else None
    still_open = order.state == "signed" or (order.done_at is not None and order.done_at > month.cut)
    return month.has(signed) or month.has(closed) or still_open


def remarks(office: Office, month: Month) -> tuple[tuple[Written, ...], int]:
    """Given out in it, done in it, or not done yet; and how many weekly reports were only read (圈阅)."""
    found = words.written_before(office.session, month.end)
    read = sum(1 for row in found if row.state == "read" and row.at >= month.start and _digest(office, row))
    given = [_as_of(_written(office, row), month) for row in found if row.state == "given" and _digest(office, row)]
    today = office.rules.hours.today
    return tuple(
        row for row in given if month.has(today(row.at)) or month.has(row.done_on) or row.done_on is None
    ), read


def _as_of(row: Written, month: Month) -> Written:
    """What was done after the month was not done in it."""
    doers = (
        replace(one, done_on=None, answer="") if one.done_on and one.done_on >= month.after else one
        for one in row.doers
    )
    return replace(row, doers=tuple(doers))


def _written(office: Office, row: Remark) -> Written:
    return replace(shown.shown(office, row), title=peopling.post_on(office, row.by, row.at, ("leader",)))


def _digest(office: Office, row: Remark) -> bool:
    return row.digest_id is not None and digests.get(office.session, row.digest_id) is not None
