"""What came of a story, in words that two tellings of it share: no number given by the database, no time of day."""

import re
import sqlite3
from collections import Counter, defaultdict
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from db import engine
from db.queries.outbox import UNMISSED
from services.auditing import first_broken
from services.saying import Rank
from tests.messages import words
from tests.reliability.ward import Copy

AGAIN = "【补发·可能重复 #"
TASK = "(SELECT u.name || '/' || t.cadence || CASE t.form WHEN 'signing' THEN '' ELSE '/' || t.period END"
TASK += " FROM task t JOIN unit u ON u.id = t.unit_id WHERE t.id = {})"
PERSON = "(SELECT telegram_id FROM person WHERE id = {})"

# every effect of the story, each row as often as it is there
EFFECTS = {
    "person": "SELECT telegram_id, name, language, state FROM person",
    "tenure": f"SELECT post_id, {PERSON.format('person_id')}, since, until FROM tenure",
    "room": f"SELECT chat_id, kind, {PERSON.format('bound_by')}, until IS NULL FROM room",
    "claim": "SELECT post_id, claimed_by IS NULL, settled_at IS NULL FROM invite WHERE claimed_by IS NOT NULL",
    "notice": "SELECT number, state, given_on FROM notice",
    "receipt": f"SELECT assignment_id, unit_id, signed_at IS NULL, {PERSON.format('signed_by')} FROM receipt",
    "task": f"SELECT {TASK.format('task.id')}, opens, due, locks, state, planned_on FROM task",
    "report": f"SELECT {TASK.format('task_id')}, version, state, on_time, {PERSON.format('by')} FROM report",
    "reading": f"SELECT {TASK.format('r.task_id')}, field, num, den, text FROM reading JOIN report r ON r.id = report_id",  # noqa: E501
    "entry": "SELECT register_name, unit_id, on_date, title, version FROM entry",
    "counts": "SELECT e.title, requirement_id FROM counts JOIN entry e ON e.id = entry_id",
    "proof": f"SELECT DISTINCT {TASK.format('r.task_id')}, p.hash, p.state FROM proof p JOIN report r ON r.id = report_id",  # noqa: E501
    "reminder": f"SELECT {TASK.format('task_id')}, rung, audience, post_id, {PERSON.format('person_id')}, on_date FROM reminder",  # noqa: E501
    "digest": "SELECT number, week, state, facts FROM digest",
}
# what the trail says of it, and how often it says so
TRAIL = {
    "invite": "SELECT count(*) FROM invite",
    "claim": "SELECT count(*) FROM invite WHERE claimed_by IS NOT NULL",
    "take post": "SELECT count(*) FROM tenure",
    "give": "SELECT count(*) FROM notice WHERE state = 'given'",
    "sign": "SELECT count(DISTINCT unit_id) FROM receipt WHERE signed_at IS NOT NULL",
    "open": "SELECT count(*) FROM task WHERE form <> 'signing'",
    "file": "SELECT count(*) FROM report WHERE state = 'filed'",
    "keep file": "SELECT count(*) FROM proof WHERE state = 'kept'",
    "freeze digest": "SELECT count(*) FROM digest",
    "issue digest": "SELECT count(*) FROM digest WHERE state = 'issued'",
}
AS_OFTEN_AS_PRESSED = ("bind room", "say again", "seen")


class Witness(Protocol):
    """Whoever saw a telling from outside: a ward, or what Telegram and the records have kept of it."""

    @property
    def folder(self) -> Path: ...

    @property
    def wrong(self) -> list[str]: ...

    @property
    def copies(self) -> list[Copy]: ...

    @property
    def kept(self) -> dict[int, str]: ...

    @property
    def handed_out(self) -> set[int]: ...

    @property
    def answered(self) -> list[str]: ...

    @property
    def uncertain(self) -> set[int]: ...

    def ask(self, sql: str, *values: Any) -> list[Any]: ...

    def chats(self) -> list[int]: ...

    def heard(self, chat: int) -> list[dict[str, Any]]: ...


@dataclass(frozen=True)
class Outcome:
    """Of one telling."""

    effects: dict[str, Counter[Any]]
    keys: set[str]  # of reminders and digests that arrived
    told: Counter[tuple[int, str]]  # (chat, kind) of messages unasked for that arrived, each counted once
    chats: dict[int, set[str]]  # what stands in each chat in the end: no passing words, no figures


def effects(records: Path) -> dict[str, Counter[Any]]:
    with closing(sqlite3.connect(f"file:{records}?mode=ro", uri=True)) as db:
        return {name: Counter(db.execute(sql).fetchall()) for name, sql in EFFECTS.items()}


def outcome(ward: Witness) -> Outcome:
    rows = {copy.row: copy for copy in ward.copies if copy.edits is None}
    passing = {_plain(copy.text) for copy in ward.copies if copy.kind == "sentence"}
    return Outcome(
        effects=effects(ward.folder / "duban.db"),
        keys={copy.key for copy in rows.values() if copy.kind in ("card", "digest")},
        told=Counter((copy.chat, copy.kind) for copy in rows.values() if copy.rank > 0),
        chats={chat: {_plain(words(m)) for m in ward.heard(chat)} - passing for chat in ward.chats()},
    )


def of_the_unsure(ward: Witness) -> set[str]:
    """Cards that only such a telling has: what may not have arrived is told to the director."""
    rows = ward.ask("SELECT o.key FROM outbox o JOIN tiding t ON t.outbox_id = o.id WHERE t.kind = 'unsure'")
    return {key for (key,) in rows}


def complaints(ward: Witness, twin: Outcome | None) -> list[str]:
    """Every promise that this telling broke; `twin` is the telling that nobody disturbed."""
    return [*broken(ward), *_like(ward, twin)]


def broken(ward: Witness) -> list[str]:
    """Every promise that was broken whatever another telling came to."""
    return [*ward.wrong, *_came_in(ward), *_went_out(ward), *sound(ward.folder / "duban.db")]


def sound(records: Path) -> list[str]:
    """What holds of the records whatever happened: nothing half written, nothing left lying, effects as told."""
    found = []
    with closing(sqlite3.connect(f"file:{records}?mode=ro", uri=True)) as db:
        if (state := db.execute("PRAGMA integrity_check").fetchone()[0]) != "ok":
            found.append(f"the file is broken: {state}")
        if broken := db.execute("PRAGMA foreign_key_check").fetchall():
            found.append(f"references to nothing: {broken}")
        found += half_done(db)
    database = engine.open_file(records)
    with engine.session(database) as session:
        if (n := first_broken(session)) is not None:
            found.append(f"the trail is broken at row {n}")
    database.dispose()
    return found


def half_done(db: sqlite3.Connection) -> list[str]:
    """An effect and what the trail says of it are one transaction."""
    found = []
    for verb, sql in TRAIL.items():
        there = db.execute(sql).fetchone()[0]
        told = db.execute("SELECT count(*) FROM audit WHERE verb = ?", (verb,)).fetchone()[0]
        if there != told:
            found.append(f"{verb}: {there} effects, {told} rows of the trail")
    return found


def _came_in(ward: Witness) -> list[str]:
    found = []
    if ward.handed_out != set(ward.kept):
        found.append(f"handed out, not kept or the other way round: {ward.handed_out ^ set(ward.kept)}")
    if unhandled := {number: state for number, state in ward.kept.items() if state != "done"}:
        found.append(f"not handled: {unhandled}")
    if twice := [query for query, n in Counter(ward.answered).items() if n > 1]:
        found.append(f"presses answered twice: {twice}")
    return found


def _went_out(ward: Witness) -> list[str]:
    found = []
    stuck = ward.ask("SELECT id, kind, state FROM outbox WHERE state NOT IN ('sent', 'dropped', 'unknown')")
    if stuck:
        found.append(f"left lying: {stuck}")
    by_row: defaultdict[int, list[Copy]] = defaultdict(list)
    for copy in ward.copies:
        by_row[copy.row].append(copy)
    for row, copies in by_row.items():
        found += _of_row(ward, row, copies)
    if silent := [row for row in ward.uncertain if row not in by_row and not _may_be_silent(ward, row)]:
        found.append(f"neither sent nor shown to anybody: {silent}")
    return found


def _of_row(ward: Witness, row: int, copies: list[Copy]) -> list[str]:
    first, times = copies[0], len(copies)
    what = f"{first.kind} in {first.act} (row {row})"
    found = []
    if times > 1 and row not in ward.uncertain:
        found.append(f"{what}: sent {times} times without a doubt about the first")
    if times > 2 and first.edits is None:  # an edit said once more changes nothing
        found.append(f"{what}: sent {times} times")
    if first.edits is None and first.rank == Rank.ANSWER and times > 1:
        found.append(f"{what}: an answer sent twice")
    if first.edits is None and first.text and any(not copy.text.startswith(AGAIN) for copy in copies[1:]):
        found.append(f"{what}: the second copy does not say so")
    return found


def _may_be_silent(ward: Witness, row: int) -> bool:
    """Answers are asked for again; what has nothing left to say is dropped; some nobody misses; the rest is on the
    director's list, or was until the director settled it."""
    ((rank, state, edits, kind),) = ward.ask("SELECT rank, state, edits, kind FROM outbox WHERE id = ?", row)
    shown = ward.ask("SELECT id FROM outbox WHERE kind = 'uncertain' AND args ->> 'outbox' = ?", row)
    told = any(copy.row == number for copy in ward.copies for (number,) in shown)
    return state == "dropped" or told or kind in UNMISSED or (rank == Rank.ANSWER and edits is None)


def _like(ward: Witness, twin: Outcome | None) -> list[str]:
    if twin is None:
        return []
    mine = outcome(ward)
    found = []
    for name, wanted in twin.effects.items():
        if mine.effects[name] != wanted:
            found.append(f"{name}: missing {wanted - mine.effects[name]}, too many {mine.effects[name] - wanted}")
    if differing := (mine.keys ^ twin.keys) - of_the_unsure(ward):
        found.append(f"reminders and digests: {differing}")
    if missing := twin.told - mine.told:
        found.append(f"never told: {missing}")
    for chat, wanted_texts in twin.chats.items():
        if lacking := wanted_texts - mine.chats[chat]:
            found.append(f"not in chat {chat}: {lacking}")
    return found


def _plain(text: str) -> str:
    without = re.sub(rf"^{AGAIN}\w+】\n", "", text)
    return re.sub(r"start=\S+|\d+", "0", without)
