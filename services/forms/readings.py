"""Whatever an indicator is asked for in a period: figures, practices, attestations, ranks, milestones.

One question at a time: first all figures, then point by point, then the proof. A draft's `asking` is "figures", the
number of a demand, "details" with such a number, or "files". Of an edited message it names the labels that it answered.
"""

from collections.abc import Mapping
from fractions import Fraction

from db.queries import quantities, reports, tasks
from db.tables import Report, Requirement, Task
from domain import figures
from domain.cadences import parse_period
from domain.facts import work
from domain.joint import may_be_none as all_may_be_none
from domain.kinds import KINDS, quantity
from domain.reader.asked import Doubt, Value
from services import demands, drafting, gathering, joint
from services.forms import hearing, known
from services.office import Office
from services.said import Said

Question = str  # what a draft's `asking` names
LATER = "files.later"
CHANGED = "changed"  # from the check of all that is answered, which comes again behind it


def form(office: Office, task: Task, report: Report | None) -> work.Readings:
    rows = demands.of_task(office, task)
    indicator = demands.indicator(office, task)
    said = reports.readings(office.session, report.id) if report else {}
    values = known.values(office, task, report, said)
    part = demands.part(office, task)
    key = part, task.unit_id, task.cadence, task.period
    last = office.once(("last", *key), lambda: quantities.before(office.session, task, part))
    earlier = reports.last_filed_before(office.session, task)
    before = reports.readings(office.session, earlier.id) if earlier else {}
    files = reports.proofs(office.session, report.id) if report else []
    sheet = [other.id for other in office.once(("sheet", *key), lambda: tasks.of_sheet(office.session, task))]
    return work.Readings(
        monthly=parse_period(task.period).every == "month",
        figures=tuple(
            work.Figure(q.label, q.unit, values.get(q.label), last.get(q.label)) for q in known.wanted(rows, said)
        ),
        computed=tuple(found for row in rows if (found := _computed(row, values, said))),
        points=tuple(_point(row, task, said, before) for row in rows if KINDS[row.kind].shape != "figures"),
        evidence=tuple(indicator.evidence),
        wants_file=_wants_file(rows, said),
        files=sum(1 for file in files if file.state != "refused"),
        refused_files=sum(1 for file in files if file.state == "refused"),
        seen_before=reports.seen_before(office.session, report) if report and files else 0,
        place=sheet.index(task.id) + 1 if task.id in sheet else 1,
        of=max(1, len(sheet)),
        joint=joint.of(office, task, report, said),
        may_be_none=may_be_none(office, task),
    )


def outline(office: Office, task: Task) -> work.Readings:
    """How much it asks for, and nothing of what was said."""
    rows = demands.of_task(office, task)
    return work.Readings(
        monthly=False,
        figures=tuple(work.Figure(q.label, q.unit) for q in demands.quantities(rows)),
        computed=(),
        points=tuple(_point(row, task, {}, {}) for row in rows if KINDS[row.kind].shape != "figures"),
        evidence=(),
    )


def _computed(row: Requirement, values: dict[str, Fraction], said: Mapping[str, Said]) -> work.Computed | None:
    """What the figures of a demand make, or the share that was said without them; None where neither is known."""
    same = row.seq, row.name, row.kind, row.op, row.target, row.unit
    percent = figures.is_share(row.kind, len(row.parts), row.unit)
    if known.is_made_of(row, values):
        parts = [values[quantity(part).label] for part in row.parts]
        each = figures.shares(parts) if row.kind == "mean" and len(parts) > 2 else ()
        return work.Computed(*same, figures.value(row.kind, parts), each, row.defined, percent)
    share = known.share(row, said)
    return None if share is None else work.Computed(*same, share, (), row.defined, percent, stated=True)


def _point(row: Requirement, task: Task, said: Mapping[str, Said], before: Mapping[str, Said]) -> work.Point:
    shape, window = KINDS[row.kind].shape, demands.window(row, task.period)
    return work.Point(row.seq, row.name, shape, window, known.answer(row.seq, said), known.answer(row.seq, before))


def wants_proof(office: Office, task: Task, said: Mapping[str, Said]) -> bool:
    return _wants_file(demands.of_task(office, task), said)


def stands(office: Office, task: Task) -> bool:
    return bool(reports.filed(office.session, task.id))


def may_be_none(office: Office, task: Task) -> bool:
    """本部门无此类情况: what a responsible department may say of all that it is asked."""
    return demands.is_part(office, task) and all_may_be_none([row.kind for row in demands.of_task(office, task)])


def say_none(office: Office, task: Task) -> None:
    report = drafting.begin(office, task)
    rows = demands.of_task(office, task)
    drafting.put_all(office, report, {q.label: Fraction() for q in demands.quantities(rows)})
    for row in rows:
        if KINDS[row.kind].shape == "occurrence":
            known.put(office, report, row, count=0)
    look(office, report)


def _wants_file(rows: list[Requirement], said: Mapping[str, Said]) -> bool:
    """Whatever is said to be in place or done stands only with its proof."""
    found = [known.answer(row.seq, said) or {} for row in rows if KINDS[row.kind].proof]
    return any(one.get("yes") or one.get("day") for one in found)


# answers in words


def take(office: Office, task: Task, report: Report, text: str) -> Doubt | None:
    if doubt := hearing.take(office, task, report, text):
        return doubt
    look(office, report)
    return None


def accept(office: Office, task: Task, values: Mapping[str, Value]) -> Doubt | None:
    """What was doubted, and is confirmed."""
    report = drafting.begin(office, task)
    doubt = hearing.enter(office, task, report, values)
    look(office, report)
    return doubt


# answers by a button


def choose(office: Office, task: Task, choice: str) -> str | None:
    """The button of a question; the code of what stands in the way, if something does."""
    report = drafting.begin(office, task)
    rows = {str(row.seq): row for row in demands.of_task(office, task)}
    asked = (report.asking or "").removeprefix("details ")
    said = reports.readings(office.session, report.id)
    row = rows.get(asked)
    if choice in MARKS:
        drafting.put(office, report, MARKS[choice], num=1)
    elif choice.isdecimal() and choice in rows:
        if report.asking is None:
            drafting.put(office, report, CHANGED, num=1)
        known.put(office, report, rows[choice])  # it is to be answered anew
        report.asking = choice
        return None
    elif choice in ("allyes", "allnone"):
        shape, values = ("yes", {"yes": 1}) if choice == "allyes" else ("occurrence", {"count": 0})
        for other in rows.values():
            same = row is None or other.months == row.months  # what was asked together
            if KINDS[other.kind].shape == shape and same and known.answer(other.seq, said) is None:
                known.put(office, report, other, **values)
    elif row is None:
        return "card-changed"
    elif choice == "some":
        report.asking = f"details {asked}"
        return None
    else:
        known.put(office, report, row, **CHOICES[choice])
    look(office, report)
    return None


MARKS = {"later": LATER, "alone": known.ALONE}
CHOICES: dict[str, dict[str, int]] = {
    "yes": {"yes": 1},
    "no": {"yes": 0},
    "nothing": {"count": 0},
    "none": {"none": 1},
    "unknown": {"unknown": 1},
}


def look(office: Office, report: Report) -> None:
    """What is asked next."""
    task = tasks.get(office.session, report.task_id)
    assert task is not None
    report.asking = _missing(office, task, report)


def _missing(office: Office, task: Task, report: Report) -> Question | None:
    rows = demands.of_task(office, task)
    said = reports.readings(office.session, report.id)
    values = known.values(office, task, report, said)
    if any(q.label not in values for q in known.wanted(rows, said)):
        return "figures"
    for row in rows:
        if KINDS[row.kind].shape != "figures" and not known.is_answered(row, said):
            return str(row.seq)
    files = [file for file in reports.proofs(office.session, report.id) if file.state != "refused"]
    return "files" if _wants_file(rows, said) and not files and LATER not in said else None


def is_change(office: Office, report: Report) -> bool:
    """Whether the answer that made it complete was a change of what had been; true once."""
    found = report.asking is None and CHANGED in reports.readings(office.session, report.id)
    if found:
        drafting.drop(office, report, CHANGED)
    return found


def ready(office: Office, report: Report) -> bool:
    look(office, report)
    return report.asking is None


def filed(office: Office, task: Task, report: Report) -> bool:
    """What was said elsewhere becomes part of it: a report stands for itself."""
    rows = demands.of_task(office, task)
    own = reports.readings(office.session, report.id)
    values = known.values(office, task, report, own)
    elsewhere = {q.label: values[q.label] for q in known.wanted(rows, own) if q.label not in own}
    drafting.put_all(office, report, elsewhere)
    for mark in (LATER, CHANGED):
        drafting.drop(office, report, mark)
    drafting.drop(office, report, joint.WITHOUT)
    if names := joint.names_of(office, gathering.missing(office, task)):
        drafting.put(office, report, joint.WITHOUT, text="、".join(names))
    return True
