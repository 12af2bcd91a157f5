"""Which task a text or a file answers: the message replied to, else what was begun, else the only open one."""

from collections.abc import Sequence
from dataclasses import dataclass

from db.queries import outbox, reports, requests, rungs, tasks
from db.tables import Note, Outbox, Report, Task
from domain.cadences import parse_period
from domain.facts import personal
from domain.people import Principal
from domain.reader.words import CORRECTION
from services import filing, mentions, open_work, proving, sheets, wishes
from services.office import Office
from services.saying import message

LATELY = 3  # tasks that are offered
MANY = 30  # tasks that are looked through


@dataclass(frozen=True)
class Bound:
    """What somebody wrote, and the tasks that it may answer: one is sure, several are to be asked about.

    `report_id` is the report that is to be corrected, `asked` the field that it answers where it is an old answer.
    """

    note: Note
    tasks: list[Task]
    report_id: int | None = None
    asked: str | None = None
    lately: Sequence[Task] = ()  # where nothing is open: what it may correct
    beside: Sequence[Task] = ()  # open too, where nothing was replied to: it may answer several at once
    card: int | None = None  # the task whose own card was replied to, or else was shown last
    listed: int | None = None  # the message replied to, or else shown last, where it is a list of what is open


def for_text(office: Office, who: Principal, note: Note, replied: int | None) -> Bound:
    row = message(office, who.chat_id, replied) if replied else None
    if row is not None:
        if "report" in row.args and (task := open_work.of_report(office, who, row.args["report"])):
            return Bound(note, [task], row.args["report"])
        if found := of_message(office, who, row):
            listed = _listed(office, who, row)
            return Bound(note, _that_fit(office, found, note.text), card=_card(office, who, row), listed=listed)
    every = _open(office, who)
    found = _corrected(office, who, note.text, every)
    found = (
        found
        or _wished_of(office, who, note.text, every)
        or _asked(office, who, note.text)
        or _that_fit(office, every, note.text)
    )
    if len(found) > 1:
        found = [*(task for task in open_work.begun(office, who) if task in every and task not in found), *found]
    lately = () if found else tasks.filed_lately(office.session, who.units, office.today, LATELY)
    known = {task.id for task in found}
    beside = [task for task in every if task.id not in known]
    last = outbox.newest(office.session, who.chat_id) if replied is None else None
    listed = _listed(office, who, row or last)
    return Bound(note, found, lately=lately, beside=beside, card=_card(office, who), listed=listed)


def _listed(office: Office, who: Principal, row: Outbox | None) -> int | None:
    """A list, unless it has come down to one thing: then that thing is what is spoken of."""
    if row is None or row.kind not in personal.LISTS:
        return None
    if row.kind == "card":
        return row.id if len(of_message(office, who, row)) != 1 else None
    if row.kind == "held":
        return row.id if len(tasks.held_by_units(office.session, who.units)) != 1 else None
    return row.id


def _card(office: Office, who: Principal, replied: Outbox | None = None) -> int | None:
    """The task that the message replied to, or else the newest one, is all about."""
    row = replied or outbox.newest(office.session, who.chat_id)
    key = {"task": "task", "problem": "card"}.get(row.kind) if row else None  # a doubt about it stands beside it
    return row.args.get(key) if row and key else None


def _corrected(office: Office, who: Principal, text: str, every: list[Task]) -> list[Task]:
    """The one filed task that a correction speaks of, where it speaks of none that is open."""
    if not CORRECTION.search(text) or any(mentions.of(office, task, text) for task in every):
        return []
    filed = tasks.filed_lately(office.session, who.units, office.today, MANY)
    named = [task for task in filed if mentions.of(office, task, text)]
    return named if len(named) == 1 and filing.would_take(office, named[0], text) else []


def _wished_of(office: Office, who: Principal, text: str, every: list[Task]) -> list[Task]:
    """延期, 不归我们, 弄好了 and 这是什么 are said of the task that was shown last, unless another one is named."""
    row = outbox.newest(office.session, who.chat_id)
    if row is None or office.rules.hours.today(row.since) != office.today:
        return []
    request = requests.get(office.session, row.args["request"]) if "request" in row.args else None
    shown = request.task_id if request else row.args.get("task")
    mine = [task for task in every if task.id == shown]
    if not mine or (not mentions.of(office, mine[0], text) and any(mentions.of(office, task, text) for task in every)):
        return []
    heard = wishes.of(office, mine[0], text)
    return mine if heard and heard.intent in wishes.OF_WHAT_IS_SHOWN else []


def for_edit(office: Office, who: Principal, note: Note, before: Note | None) -> Bound:
    """An edited message answers what it answered before, one task or several."""
    parts = reports.notes_of_message(office.session, who.person_id, note.message_id)
    found = {part.task_id: open_work.of_mine(office, who, part.task_id) for part in parts if part.task_id}
    if len(several := [task for task in found.values() if task]) > 1:
        return Bound(note, several)
    task = open_work.of_mine(office, who, before.task_id) if before and before.task_id else None
    if before is None or task is None:
        return for_text(office, who, note, None)
    report = reports.get(office.session, before.report_id) if before.report_id else None
    return Bound(note, [task], report.id if report and report.state != "draft" else None, before.asked)


def for_file(office: Office, who: Principal, words: str, replied: int | None) -> tuple[list[Task], int | None]:
    """As for a text, but only tasks that a file proves: with one such nobody need reply to anything.

    The report too, where the file is a reply to its receipt.
    """
    row = message(office, who.chat_id, replied) if replied else None
    if row is None:
        return _that_it_proves(office, who, words), None
    task = open_work.of_report(office, who, row.args["report"]) if "report" in row.args else None
    found, report_id = ([task], row.args["report"]) if task else (of_message(office, who, row), None)
    return list({task.id: task for task in found if task.form in proving.FORMS}.values()), report_id


def _that_it_proves(office: Office, who: Principal, words: str) -> list[Task]:
    """What the words under a file name; else what waits for one; else the only draft. Otherwise all that it may be."""
    begun = open_work.begun(office, who)
    refused = reports.refused_by(office.session, who.person_id)
    again = [task for task in refused if task.unit_id in who.units and task.locks >= office.today]
    may_be = {task.id: task for task in (*begun, *_open(office, who), *again)}
    every = {number: task for number, task in may_be.items() if proving.wants(office, task)}
    spoken = mentions.by_its_own(office, list(may_be.values()), words) if words else []
    named = [task for task in spoken if task.id in every]
    found = named or list(every.values())
    drafts = [task for task in begun if task in found]
    waiting = [task for task in drafts if proving.is_asked(office, task)]
    if waiting and (len(waiting) == 1 or waiting[0] is begun[0]):
        return waiting[:1]
    if len(drafts) == 1 and not named and (not words or filing.would_take(office, drafts[0], words)):
        return drafts
    return found


def for_recording(office: Office, who: Principal, replied: int | None) -> tuple[list[Task], int | None]:
    """As for a text, but nothing in it can be read: what is waited for comes before what could take it.

    The report too, where it is a reply to its receipt.
    """
    row = message(office, who.chat_id, replied) if replied else None
    if row is not None:
        if "report" in row.args and (task := open_work.of_report(office, who, row.args["report"])):
            return [task], row.args["report"]
        if found := of_message(office, who, row):
            return found, None
    begun = [task for _, task in _begun_today(office, who)]
    return begun[:1] or _open(office, who), None


def of_message(office: Office, who: Principal, row: Outbox) -> list[Task]:
    """The tasks that a message speaks of: one for a card of its own, several for the card of a day."""
    if "sheet" in row.args:
        first = open_work.of_mine(office, who, row.args["sheet"])
        siblings = sheets.of(office, first) if first else []
        return [task for task in siblings if task.state == "open"] or siblings
    if "task" in row.args:
        task = open_work.of_mine(office, who, row.args["task"])
        return [task] if task else []
    told = [task for _, task in rungs.reminded_on(office.session, row.id) if open_work.of_mine(office, who, task.id)]
    return told if len(told) == 1 else [task for task in told if task.state == "open"]


def _asked(office: Office, who: Principal, text: str) -> list[Task]:
    """What this person changes in the check before the eyes; else what was asked last, today, and is not answered."""
    mine = _begun_today(office, who)
    asked = [task for report, task in mine if report.asking]
    card = _card(office, who)
    checked = [task for report, task in mine if not report.asking and task.id == card]
    if any(task in checked for task in filing.that_hear(office, [*checked, *asked[:1]], text)):
        return checked
    if asked:
        return _named_instead(office, who, asked[0], text) or asked[:1]
    return [task for _, task in mine[:1] if filing.would_take(office, task, text)]


def _begun_today(office: Office, who: Principal) -> list[tuple[Report, Task]]:
    begun = reports.drafts_by(office.session, who.person_id)
    today = [(r, task) for r, task in begun if office.rules.hours.today(r.at) == office.today]
    return [(report, task) for report, task in today if task.unit_id in who.units]


def _named_instead(office: Office, who: Principal, asked: Task, text: str) -> list[Task]:
    """Another task than the one that was asked, where the text names it and says more of it."""
    if mentions.of(office, asked, text):
        return []
    named = [task for task in _open(office, who) if task.id != asked.id and mentions.of(office, task, text)]
    return named if len(named) == 1 and filing.that_hear(office, [asked, *named], text) == named else []


def _open(office: Office, who: Principal) -> list[Task]:
    """What is to be done now; what is only told as it comes, where there is nothing else."""
    found = tasks.held_by_units(office.session, who.units)
    now = [task for task in found if not task.quiet and not _comes_by_itself(office, task)]
    return now or found


def _comes_by_itself(office: Office, task: Task) -> bool:
    """Words would take any text: they are meant where they were asked for, or replied to."""
    if task.form == "words":
        return True
    return task.form == "register" and office.today <= parse_period(task.period).end


def _that_fit(office: Office, found: list[Task], text: str) -> list[Task]:
    """Of several those whose form can read the text, all of them where none can; the one that it speaks of, if one."""
    if len(found) < 2:
        return found
    fitting = filing.that_hear(office, found, text)
    if len(fitting) == 1:
        return fitting
    named = [task for task in found if mentions.of(office, task, text)]
    both = [task for task in fitting if task in named]
    if named and not both and not any(filing.would_take(office, task, text) for task in fitting):
        return named  # 三个规定都弄好啦, that another form takes for a share
    return both if len(both) == 1 else fitting or found
