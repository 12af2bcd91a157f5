"""Whatever an indicator is asked for in a period: figures, practices, attestations, ranks, milestones.

One question at a time: first all figures, then point by point, then the proof. A draft's `asking` is "figures", the
number of a demand, "details" with such a number, or "files". Of an edited message it names the labels that it answered.
"""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from db.queries import quantities, reports, tasks
from db.tables import Report, Requirement, Task
from domain import answers, figures
from domain.cadences import parse_period
from domain.facts import work
from domain.kinds import KINDS, quantity
from services import demands, drafting
from services.office import Office
from services.said import Said

Question = str  # what a draft's `asking` names
LATER = "files.later"
FIELDS = ("yes", "none", "count", "day", "what", "place", "of", "source", "unknown")


def form(office: Office, task: Task, report: Report | None) -> work.Readings:
    rows = demands.of_task(office, task)
    indicator = demands.indicator(office, task)
    known = reports.readings(office.session, report.id) if report else {}
    values = _values(office, task, report, known)
    key = task.unit_id, task.cadence, task.period
    last = office.once(("last", *key), lambda: quantities.before(office.session, task))
    earlier = reports.last_filed_before(office.session, task)
    before = reports.readings(office.session, earlier.id) if earlier else {}
    files = reports.proofs(office.session, report.id) if report else []
    sheet = [other.id for other in office.once(("sheet", *key), lambda: tasks.of_sheet(office.session, task))]
    return work.Readings(
        monthly=parse_period(task.period).every == "month",
        figures=tuple(
            work.Figure(q.label, q.unit, values.get(q.label), last.get(q.label)) for q in demands.quantities(rows)
        ),
        computed=tuple(_computed(row, values) for row in rows if _is_made_of(row, values)),
        points=tuple(_point(row, task, known, before) for row in rows if KINDS[row.kind].shape != "figures"),
        evidence=tuple(indicator.evidence),
        wants_file=_wants_file(rows, known),
        files=sum(1 for file in files if file.state != "refused"),
        refused_files=sum(1 for file in files if file.state == "refused"),
        seen_before=reports.seen_before(office.session, report) if report and files else 0,
        place=sheet.index(task.id) + 1 if task.id in sheet else 1,
        of=max(1, len(sheet)),
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


def _values(office: Office, task: Task, report: Report | None, known: Mapping[str, Said]) -> dict[str, Fraction]:
    """Of a filed report as it was filed; otherwise what was said elsewhere counts too: nothing is asked twice."""
    own = {}
    if report is not None:
        rows = known.items()
        own = {
            field: Fraction(row.num, row.den or 1)
            for field, row in rows
            if row.num is not None and not row.requirement_id
        }
        if report.state == "filed":
            return own
    return _from_last_year(office, task) | quantities.said(office.session, task.unit_id, task.period) | own


BEFORE = {"上年同期": 1, "上年同月": 1, "前年同期": 2, "前年同月": 2}


def _from_last_year(office: Office, task: Task) -> dict[str, Fraction]:
    """上年同期…: what was reported a year ago need not be reported again."""
    found = {}
    for q in demands.quantities(demands.of_task(office, task)):
        years = BEFORE.get(q.label[:4])
        if years is None:
            continue
        year, rest = task.period[:4], task.period[4:]
        then = quantities.filed(office.session, task.unit_id, f"{int(year) - years}{rest}")
        if q.label[4:] in then:
            found[q.label] = then[q.label[4:]]
    return found


def _is_made_of(row: Requirement, values: dict[str, Fraction]) -> bool:
    return KINDS[row.kind].shape == "figures" and all(quantity(part).label in values for part in row.parts)


def _computed(row: Requirement, values: dict[str, Fraction]) -> work.Computed:
    parts = [values[quantity(part).label] for part in row.parts]
    each = figures.shares(parts) if row.kind == "mean" and len(parts) > 2 else ()
    value = figures.value(row.kind, parts)
    percent = row.unit == "%" or row.kind in ("all", "growth") or (row.kind == "trend" and len(parts) == 4)
    return work.Computed(row.seq, row.name, row.kind, row.op, row.target, row.unit, value, each, row.defined, percent)


def _point(row: Requirement, task: Task, known: Mapping[str, Said], before: Mapping[str, Said]) -> work.Point:
    shape, window = KINDS[row.kind].shape, demands.window(row, task.period)
    return work.Point(row.seq, row.name, shape, window, answer(row.seq, known), answer(row.seq, before))


def answer(seq: int, known: Mapping[str, Said]) -> dict[str, object] | None:
    """What was said about one demand; None where nothing was."""
    found: dict[str, object] = {}
    for field in FIELDS:
        reading = known.get(f"{seq}.{field}")
        if reading is None:
            continue
        is_day = field == "day" and reading.text
        found[field] = date.fromisoformat(reading.text) if is_day and reading.text else reading.text or reading.num
    return found or None


def wants_proof(office: Office, task: Task, known: Mapping[str, Said]) -> bool:
    return _wants_file(demands.of_task(office, task), known)


def _wants_file(rows: list[Requirement], known: Mapping[str, Said]) -> bool:
    """Whatever is said to be in place or done stands only with its proof."""
    said = [answer(row.seq, known) or {} for row in rows if KINDS[row.kind].proof]
    return any(found.get("yes") or found.get("day") for found in said)


# answers in words


def take(office: Office, task: Task, report: Report, text: str) -> str | None:
    rows = {str(row.seq): row for row in demands.of_task(office, task)}
    asked = (report.asking or "figures").removeprefix("details ")
    if asked not in rows:
        return _take_figures(office, task, report, text, list(rows.values()))
    row = rows[asked]
    match KINDS[row.kind].shape:
        case "yes":
            yes = answers.read_yes(text)
            if isinstance(yes, str):
                return yes
            _put(office, report, row, yes=int(yes))
        case "occurrence":
            return _take_occurrence(office, task, report, row, text)
        case "day":
            day = answers.read_day(text, office.today)
            if isinstance(day, str):
                return day
            _put(office, report, row, **({"day": day.isoformat()} if day else {"yes": 0}))
        case "rank":
            rank = answers.read_rank(text)
            if isinstance(rank, str):
                return rank
            if rank.place is None or rank.field is None:
                return "rank-two-figures"
            if not rank.source:
                return "rank-source"
            _put(office, report, row, place=rank.place, of=rank.field, source=rank.source)
    look(office, report)
    return None


def _take_occurrence(office: Office, task: Task, report: Report, row: Requirement, text: str) -> str | None:
    if answers.is_nothing(text):
        _put(office, report, row, count=0)
        look(office, report)
        return None
    found = answers.read_occurrence(text, office.today)
    if isinstance(found, str):
        return found
    if not demands.window(row, task.period)[0] <= found.day <= demands.window(row, task.period)[1]:
        return "occurrence-other-period"
    _put(office, report, row, count=found.count, day=found.day.isoformat(), what=found.what)
    look(office, report)
    return None


def _take_figures(office: Office, task: Task, report: Report, text: str, rows: list[Requirement]) -> str | None:
    wanted = demands.quantities(rows)
    if not wanted:
        return "press-a-button"
    known = _values(office, task, report, reports.readings(office.session, report.id))
    meant = (report.asking or "").removeprefix("figures").split()
    missing = [q for q in wanted if q.label in meant] or [q for q in wanted if q.label not in known]
    found = figures.read(text, missing or wanted, wanted)
    if isinstance(found, str):
        return found
    if not missing and len(found) == 1 < len(wanted) and not any(q.label in text for q in wanted):
        return "how-many-figures"  # nothing is missing: which one would it be?
    merged = known | found
    for row in rows:
        if _is_made_of(row, merged) and (problem := _cannot_be(row, merged)):
            return problem
    drafting.put_all(office, report, found)
    look(office, report)
    return None


def _cannot_be(row: Requirement, values: dict[str, Fraction]) -> str | None:
    """What no count can be, with the name of the demand behind it."""
    parts = [values[quantity(part).label] for part in row.parts]
    for some, all_of_them in zip(parts[::2], parts[1::2], strict=False):
        is_share = row.kind in ("rate", "all") or (row.kind == "trend" and len(parts) == 4)
        if (is_share or row.kind == "mean") and all_of_them == 0 and some > 0:
            return _about(row, "part-of-nothing")
        if is_share and row.whole and some > all_of_them:
            return _about(row, "part-over-whole")
    return None


def _about(row: Requirement, problem: str) -> str:
    """The name of the demand stands behind the code."""
    return f"{problem}:{row.name}"


def _put(office: Office, report: Report, row: Requirement, **values: int | str) -> None:
    """One answer instead of the one before."""
    known = reports.readings(office.session, report.id)
    for field in FIELDS:
        if f"{row.seq}.{field}" in known:
            drafting.drop(office, report, f"{row.seq}.{field}")
    said = {
        f"{row.seq}.{field}": Fraction(value) if isinstance(value, int) else value for field, value in values.items()
    }
    drafting.put_all(office, report, said, requirement=row.id)


# answers by a button


def choose(office: Office, task: Task, choice: str) -> str | None:
    """The button of a question; the code of what stands in the way, if something does."""
    report = drafting.begin(office, task)
    rows = {str(row.seq): row for row in demands.of_task(office, task)}
    asked = (report.asking or "").removeprefix("details ")
    known = reports.readings(office.session, report.id)
    row = rows.get(asked)
    if choice == "later":
        drafting.put(office, report, LATER, num=1)
    elif choice.isdecimal() and choice in rows:
        _put(office, report, rows[choice])  # it is to be answered anew
        report.asking = choice
        return None
    elif choice in ("allyes", "allnone"):
        shape, values = ("yes", {"yes": 1}) if choice == "allyes" else ("occurrence", {"count": 0})
        for other in rows.values():
            same = row is None or other.months == row.months  # what was asked together
            if KINDS[other.kind].shape == shape and same and answer(other.seq, known) is None:
                _put(office, report, other, **values)
    elif row is None:
        return "card-changed"
    elif choice == "some":
        report.asking = f"details {asked}"
        return None
    else:
        _put(office, report, row, **CHOICES[choice])
    look(office, report)
    return None


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
    known = reports.readings(office.session, report.id)
    values = _values(office, task, report, known)
    if any(q.label not in values for q in demands.quantities(rows)):
        return "figures"
    for row in rows:
        if KINDS[row.kind].shape != "figures" and answer(row.seq, known) is None:
            return str(row.seq)
    files = [file for file in reports.proofs(office.session, report.id) if file.state != "refused"]
    return "files" if _wants_file(rows, known) and not files and LATER not in known else None


def ready(office: Office, report: Report) -> bool:
    look(office, report)
    return report.asking is None


def filed(office: Office, task: Task, report: Report) -> bool:
    """What was said elsewhere becomes part of it: a report stands for itself."""
    rows = demands.of_task(office, task)
    own = reports.readings(office.session, report.id)
    values = _values(office, task, report, own)
    elsewhere = {q.label: values[q.label] for q in demands.quantities(rows) if q.label not in own}
    drafting.put_all(office, report, elsewhere)
    drafting.drop(office, report, LATER)
    return True
