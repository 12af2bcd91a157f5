"""A sheet: what a department is asked with one cadence for one period, answered one after the other."""

from db.queries import reports, tasks
from db.tables import Task
from domain.facts import work
from domain.lifecycle import Step
from services import demands, drafting, filing, showing, titles
from services.forms import readings, words
from services.office import Office

FORM = "readings"
LOOKS = {FORM: readings.look, "words": words.look}  # of what is begun by one button


def of(office: Office, task: Task) -> list[Task]:
    """The task with its siblings, looked up once a turn; by itself where it has none, or is asked no more. What came
    back is mended by itself, and no line among others hides it."""
    if task.form not in titles.BY_INDICATOR or task.state == "withdrawn" or task.step == Step.RETURNED:
        return [task]
    key = "sheet", demands.part(office, task), task.unit_id, task.cadence, task.period
    found: list[Task] = office.once(key, lambda: tasks.of_sheet(office.session, task))
    return [row for row in found if row.step != Step.RETURNED]


def sheet(office: Office, task: Task) -> work.Sheet:
    found = of(office, task)
    return work.Sheet(tuple(showing.task(office, row) for row in found), rev(found))


def urged(office: Office, task: Task) -> work.Sheet:
    """With how often whoever holds it was reminded."""
    found = of(office, task)
    return work.Sheet(tuple(showing.urged(office, row) for row in found), rev(found))


def outline(office: Office, task: Task) -> work.Sheet:
    """For a line in a list."""
    found = of(office, task)
    return work.Sheet(tuple(showing.outline(office, row) for row in found), rev(found))


def lines(office: Office, found: list[Task]) -> tuple[work.Task | work.Sheet, ...]:
    """Tasks as a list: what is asked together is one line; a correction is one of its own."""
    seen: dict[tuple[int, ...], Task] = {}
    for task in found:
        together = of(office, task) if task.state == "open" else [task]
        seen.setdefault(tuple(row.id for row in together), task)
    return tuple(
        showing.outline(office, task) if len(ids) == 1 else outline(office, task) for ids, task in seen.items()
    )


def rev(found: list[Task]) -> int:
    """Grows with every change of any of them."""
    return sum(task.rev + 1 for task in found)


def begin(office: Office, task: Task) -> Task:
    """Takes up the first one that is not answered yet, or this one where all are."""
    return next(iter(_unanswered(office, of(office, task))), task)


def take_up(office: Office, task: Task) -> Task:
    """Asks what this one lacks."""
    report = drafting.begin(office, task)
    asked = report.asking
    LOOKS[task.form](office, report)
    task.rev += report.asking != asked  # a look at the same question makes no card older
    return task


def is_change(office: Office, task: Task) -> bool:
    """Whether it was complete, and is so once more: its check is what was changed."""
    report = reports.draft(office.session, task.id) if task.form == FORM else None
    return report is not None and readings.is_change(office, report)


def after(office: Office, task: Task) -> Task:
    """What follows on an answer: the next question of this task; otherwise the next task of its sheet."""
    report = reports.draft(office.session, task.id)
    if task.form != FORM or report is None or report.asking is not None or report.replaces is not None:
        return task
    found = of(office, task)
    place = found.index(task)
    following = _unanswered(office, [*found[place + 1 :], *found[:place]])
    return take_up(office, following[0]) if following else task


def _unanswered(office: Office, found: list[Task]) -> list[Task]:
    drafts = reports.drafts_of(office.session, [row.id for row in found])
    ready = {task_id for task_id, draft in drafts.items() if draft.asking is None}
    return [row for row in found if row.state == "open" and row.id not in ready]


def is_ready(office: Office, task: Task) -> bool:
    """All that is open on it has been answered, and there is more than this one."""
    if task.form != FORM:
        return False
    found = [row for row in of(office, task) if row.state == "open"]
    return len(found) > 1 and not _unanswered(office, found)


def file(office: Office, task: Task) -> None:
    """Files whatever is ready."""
    for row in of(office, task):
        if row.state == "open":
            filing.file(office, row)
