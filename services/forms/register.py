"""Entries that count toward numbers over a year: day, title, and a link or a file. Told as they come.

A draft's `asking` is "goal" (toward which number), "entry" (day and title), "proof", or "reason" where no more come.
"""

import re
from collections import Counter
from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from db.queries import reports, tasks
from db.tables import Counts, Report, Requirement, Task
from domain import entry as entries
from domain.cadences import parse_period
from domain.facts import work
from domain.own_names import in_first_person
from domain.reader.as_meant import as_held, as_meant
from domain.reader.asked import Doubt
from services import calling, demands, drafting, pace
from services.forms import counted_entries
from services.office import Office
from services.said import Said

LINK = re.compile(r"https?://[^\s，。；、（）]+")
MONTH_NAMED = re.compile(r"(?<![上本下个这当])[0-9一二三四五六七八九十]{1,3} ?月")
GOAL, PART, DAY, TOPIC, ADDRESS, REASON, LATER = "goal", "part", "day", "topic", "link", "reason", "files.later"
REASON_AT_MOST = 300
PROBLEMS = {"not-yet": "entry-not-yet", "other-period": "entry-other-period"}  # no meeting is spoken of


def form(office: Office, task: Task, report: Report | None) -> work.Register:
    rows = demands.of_task(office, task)
    known = reports.readings(office.session, report.id) if report else {}
    files = reports.proofs(office.session, report.id) if report else []
    period = parse_period(task.period)
    day = known[DAY].text if DAY in known else None
    reason = known[REASON].text if REASON in known else None
    return work.Register(
        goals=tuple(_goal(office, row, task) for row in rows),
        seq=known[GOAL].num if GOAL in known else None,
        part=known[PART].text if PART in known else None,
        day=date.fromisoformat(day) if day else None,
        topic=known[TOPIC].text if TOPIC in known else None,
        link=known[ADDRESS].text if ADDRESS in known else None,
        files=sum(1 for file in files if file.state != "refused"),
        refused_files=sum(1 for file in files if file.state == "refused"),
        seen_before=reports.seen_before(office.session, report) if report and files else 0,
        also=_also(office, report, rows) if report and report.state == "filed" else (),
        closing=bool(reason) or bool(report and report.asking == REASON),
        reason=reason,
        may_close=office.today > period.end and task.state == "open",
    )


def outline(office: Office, task: Task) -> work.Register:
    """What it is about, and nothing of what was said."""
    return work.Register((), may_close=office.today > parse_period(task.period).end and task.state == "open")


def _goal(office: Office, row: Requirement, task: Task) -> work.Goal:
    held = tally(office, row, task)
    needed = int(row.num or 0)
    return work.Goal(
        row.seq,
        row.name,
        needed,
        held.total(),
        row.unit.partition("/")[0],
        row.tag == "D",
        tuple((part, held[part]) for part in row.parts),
        pace.of_entries(office, row, parse_period(task.period), _sums(row, held)) if task.state == "open" else None,
    )


def _sums(row: Requirement, held: "Counter[str]") -> tuple[Fraction, ...]:
    """What has to reach the number: all of them, or each sort."""
    return tuple(Fraction(held[part]) for part in row.parts) if row.split else (Fraction(held.total()),)


def tally(office: Office, row: Requirement, task: Task) -> "Counter[str]":
    """How many entries of the year count toward it, by their sorts."""
    period = parse_period(task.period)
    found = reports.counts(office.session, row.id, period.start, period.end)
    return Counter(part for _, part in found)


def is_reached(row: Requirement, held: "Counter[str]") -> bool:
    """Where each sort has to reach the number, their sum does not do."""
    return all(number >= (row.num or 0) for number in _sums(row, held))


def _also(office: Office, report: Report, rows: list[Requirement]) -> tuple[str, ...]:
    entry = reports.entry_of(office.session, report.id)
    own = {row.id for row in rows}
    found = reports.counted_for(office.session, entry.id) if entry else []
    return tuple(f"{row.name}（{code}）" for code, row in found if row.id not in own)


def take(office: Office, task: Task, report: Report, text: str) -> Doubt | None:
    known = reports.readings(office.session, report.id)
    if report.asking == "reason" or REASON in known:  # a correction of "no more of it" is another reason
        reason = " ".join(text.split())
        if len(reason) > REASON_AT_MOST:
            return Doubt("reason-long")
        drafting.put(office, report, REASON, text=reason)
        report.asking = None
        return None
    if report.asking == "goal":
        return Doubt("press-a-goal")
    rest = text
    if link := LINK.search(text):
        drafting.put(office, report, ADDRESS, text=link.group())
        rest = f"{text[: link.start()]} {text[link.end() :]}".strip(" \n，。；;,")
    if (rest or not link) and (problem := _take_entry(office, task, report, rest)):
        return problem
    look(office, report)
    return None


def _take_entry(office: Office, task: Task, report: Report, text: str) -> Doubt | None:
    known = reports.readings(office.session, report.id)
    asked = "topic" if DAY in known and TOPIC not in known else "day"
    period, others = parse_period(task.period), calling.others(office, task)
    text = in_first_person(as_held(as_meant(text)), calling.own(office, task))
    wanted = demands.indicator(office, task).text
    answer = entries.read(text, asked, office.today, period, others, wanted)  # type: ignore[arg-type]
    if answer == "not-yet" and office.today > period.end and MONTH_NAMED.search(text):
        answer = entries.read(text, asked, period.end, period, others, wanted)  # type: ignore[arg-type] # 3月3日: of the year asked about
    if answer == "not-understood" and asked == "day" and TOPIC in known:  # a correction of the title alone
        answer = entries.read(text, "topic", office.today, period, others, wanted)
    if isinstance(answer, str):
        return Doubt(PROBLEMS.get(answer, answer))
    if answer.day:
        drafting.put(office, report, DAY, text=answer.day.isoformat())
    if answer.topic:
        drafting.put(office, report, TOPIC, text=answer.topic)
    return Doubt("same-entry") if _is_on_record(office, task, report) else None


def _is_on_record(office: Office, task: Task, report: Report) -> bool:
    """One thing counts once toward one number, however often it is told."""
    known = reports.readings(office.session, report.id)
    if not {DAY, TOPIC} <= set(known):
        return False
    period = parse_period(task.period)
    said = known[DAY].text, known[TOPIC].text
    return any(
        (entry.on_date.isoformat(), entry.title) == said and entry.report_id != report.replaces
        for row in demands.of_task(office, task)
        for entry, _ in reports.counts(office.session, row.id, period.start, period.end)
    )


def choose(office: Office, task: Task, choice: str) -> str | None:
    """The button of a question; the code of what stands in the way, if something does."""
    if choice == "entry":
        drafting.discard(office, task)  # one more: a correction that was begun is none of it
        look(office, drafting.begin(office, task))
        return None
    report = drafting.begin(office, task)
    if choice == "close":
        if office.today <= parse_period(task.period).end:
            return "year-not-over"
        report.asking = REASON
    elif choice == "later":
        drafting.put(office, report, LATER, num=1)
        look(office, report)
    else:
        seq, _, part = choice.partition("-")
        row = next((row for row in demands.of_task(office, task) if str(row.seq) == seq), None)
        if row is None:
            return "card-changed"
        drafting.put(office, report, GOAL, num=row.seq)
        drafting.put(office, report, PART, text=row.parts[int(part)] if part else "")
        look(office, report)
    return None


def look(office: Office, report: Report) -> None:
    """What is asked next: what it counts toward, day and title, the proof."""
    task = tasks.get(office.session, report.task_id)
    assert task is not None
    known = reports.readings(office.session, report.id)
    if REASON in known:
        report.asking = None
        return
    rows = demands.of_task(office, task)
    if GOAL not in known and len(rows) == 1 and not rows[0].parts:
        drafting.put(office, report, GOAL, num=rows[0].seq)
        drafting.put(office, report, PART, text="")
        known = reports.readings(office.session, report.id)
    files = [file for file in reports.proofs(office.session, report.id) if file.state != "refused"]
    if GOAL not in known:
        report.asking = "goal"
    elif DAY not in known or TOPIC not in known:
        report.asking = "entry"
    else:
        report.asking = None if files or ADDRESS in known or LATER in known else "proof"


def ready(office: Office, report: Report) -> bool:
    if report.asking == REASON:
        return False
    look(office, report)
    return report.asking is None


def filed(office: Office, task: Task, report: Report) -> bool:
    """The entry is on the register and counts; True where the year has all it needs, or no more will come."""
    known = reports.readings(office.session, report.id)
    if REASON in known:
        return True
    rows = demands.of_task(office, task)
    row = next(row for row in rows if row.seq == known[GOAL].num)
    link = known[ADDRESS].text if ADDRESS in known else None
    said = known[DAY].text or "", known[TOPIC].text or ""
    part = known[PART].text or ""
    entry, before = counted_entries.enter(office, task, report, row, *said, link=link, part=part)
    was = reports.counts_of(office.session, before.id) if before else []
    for old in was[1:]:  # what it counts toward besides: the first is the one that it was registered for
        if old.requirement_id != row.id:
            office.session.add(Counts(entry_id=entry.id, requirement_id=old.requirement_id, part=old.part))
    drafting.drop(office, report, LATER)
    office.session.flush()
    return is_done(office, task)


def is_done(office: Office, task: Task) -> bool:
    return all(is_reached(row, tally(office, row, task)) for row in demands.of_task(office, task))


def stands(office: Office, task: Task) -> bool:
    closed = any(REASON in reports.readings(office.session, r.id) for r in reports.filed(office.session, task.id))
    return closed or is_done(office, task)


def wants_proof(office: Office, task: Task, known: Mapping[str, Said]) -> bool:
    """An entry stands by a file, or by the address under which everybody can see it."""
    return REASON not in known and ADDRESS not in known
