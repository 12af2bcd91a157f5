"""What the people of a play write: figures, ranks and days that an office might have."""

import zlib
from datetime import date
from fractions import Fraction

from db.queries import reports
from db.tables import Requirement, Task
from domain.kinds import KINDS, quantity
from services import demands
from services.forms import readings, register
from services.office import Office

RANK = "第{place}名，共16家，高院通报"
FOUNDED = date(2021, 6, 18)  # in time for whatever was due in 2021
EXPLAINED = "已安排专人办理，并核对此前各期数据。"
NOTHING_MORE = "本年度未遇到此类事项"


def figures(office: Office, task: Task) -> str:
    """All that is still asked, in its order."""
    form = readings.form(office, task, reports.draft(office.session, task.id))
    known = {figure.label: figure.value for figure in form.figures if figure.value is not None}
    values = _values(demands.of_task(office, task), known, task.period)
    return " ".join(str(int(values[figure.label])) for figure in form.figures if figure.label not in known)


def _values(rows: list[Requirement], known: dict[str, Fraction], period: str) -> dict[str, Fraction]:
    """Most demands are met by them: a part is nearly its whole, where all of it is asked for all of it."""
    values = dict(known)
    for row in rows:
        if KINDS[row.kind].shape != "figures":
            continue
        labels = [quantity(part).label for part in row.parts]
        target = Fraction(row.num, row.den) if row.num is not None and row.den else None
        if row.kind == "figure":
            values.setdefault(labels[0], target or Fraction(0))
            continue
        some = Fraction(zlib.crc32(f"{labels[-1]}{period}".encode()) % 60 + 60)
        for part, whole in zip(labels[::2], labels[1::2], strict=False):
            _pair(values, part, whole, some, _share(row, target))
        for label in labels:
            values.setdefault(label, some)
    return values


def _share(row: Requirement, target: Fraction | None) -> Fraction:
    if row.kind != "mean":
        return Fraction(1) if row.kind == "all" or target == 1 else Fraction(19, 20)
    assert target is not None
    return target / 2 if row.op == "<" else target * 2


def _pair(values: dict[str, Fraction], part: str, whole: str, some: Fraction, share: Fraction) -> None:
    if whole not in values:
        values[whole] = Fraction(-(-values[part] // share)) if part in values else some
    values.setdefault(part, Fraction(int(values[whole] * share)))


def rank(task: Task) -> str:
    return RANK.format(place=task.unit_id % 4 + 1)


def goal(office: Office, task: Task) -> str:
    """What an entry counts toward: the first number that is not reached."""
    form = register.form(office, task, None)
    found = next((goal for goal in form.goals if goal.held < goal.needed), form.goals[0])
    if not found.parts:
        return str(found.seq)
    fewest = min(range(len(found.parts)), key=lambda n: found.parts[n][1])
    return f"{found.seq}-{fewest}"


def entry(day: date, task: Task, n: int) -> str:
    """The title says nothing of anybody."""
    return f"{day.month}月{day.day}日 第{n + 1}次专题活动 https://court.example/{task.id}/{n + 1}"
