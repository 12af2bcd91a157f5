"""Sees what Telegram accepts of a running bot and from which row it came, and reckons it against the records."""

import json
import sqlite3
from collections import Counter, defaultdict
from typing import Any

from db.queries.outbox import UNMISSED
from services.auditing import first_broken
from services.saying import Rank
from tests.house import Court

AGAIN = "【补发·可能重复 #"
SPOKEN = ("send", "edit", "leave")


class Witness:
    """`copies` are the texts that Telegram took of each row, in their order."""

    def __init__(self, court: Court) -> None:
        self._court = court
        self._records = sqlite3.connect(f"file:{court.records}?mode=ro", uri=True, isolation_level=None)
        self._from = max((call["id"] for call in court.telegram.history()), default=0)
        ((self._first,),) = self.ask("SELECT coalesce(max(id), 0) FROM outbox")
        self.copies: defaultdict[int, list[str]] = defaultdict(list)
        court.telegram.on_call.append(self._watch)

    def close(self) -> None:
        self._records.close()

    def ask(self, sql: str, *values: Any) -> list[Any]:
        return self._records.execute(sql, values).fetchall()

    def _watch(self, when: str, told: dict[str, Any]) -> None:
        """A chat is spoken to about one thing at a time, and the row says so beforehand."""
        method, params = told["method"], told["params"]
        if when == "before" or not method.startswith(SPOKEN):
            return
        found = self.ask("SELECT id FROM outbox WHERE chat_id = ? AND state = 'sending'", int(params["chat_id"]))
        media = json.loads(params["media"]) if "media" in params else {}
        ((row,),) = found
        self.copies[row].append(params.get("text") or params.get("caption") or media.get("caption") or "")

    def complaints(self) -> list[str]:
        """Every promise broken since the witness came."""
        with self._court.session() as session:
            broken = first_broken(session)
        return [*self._came_in(), *self._went_out(), *([f"the trail is broken at {broken}"] if broken else [])]

    def _came_in(self) -> list[str]:
        calls = [call for call in self._court.telegram.history() if call["id"] > self._from]
        handed_out = {
            n for call in calls if call["method"] == "getUpdates" for n in call["outcome"] or () if call["ok"]
        }
        kept = dict(self.ask("SELECT update_id, state FROM inbox"))
        presses = Counter(c["params"]["callback_query_id"] for c in calls if c["method"] == "answerCallbackQuery")
        return [
            *(f"update {number} is lost" for number in handed_out - set(kept)),
            *(f"update {number} is {state}" for number, state in kept.items() if state != "done"),
            *(f"press {number} was answered {n} times" for number, n in presses.items() if n > 1),
        ]

    def _went_out(self) -> list[str]:
        sql = "SELECT id, kind, rank, edits, state, since FROM outbox WHERE id > ?"
        doubted = Counter(subject for (subject,) in self.ask("SELECT subject FROM audit WHERE verb = 'uncertain'"))
        shown = {row for (row,) in self.ask("SELECT args ->> 'outbox' FROM outbox WHERE kind = 'uncertain'")}
        ((listed,),) = self.ask("SELECT coalesce(max(at), '') FROM tiding WHERE kind = 'unsure'")
        found = []
        for row, kind, rank, edits, state, since in self.ask(sql, self._first):
            texts, what = self.copies[row], f"{kind} (row {row}, {state})"
            if state in ("pending", "sending"):
                found.append(f"{what}: left lying")
            if edits is not None:
                continue  # saying it twice changes nothing
            if len(texts) > 1 + min(1, doubted[f"outbox/{row}"]):
                found.append(f"{what}: {len(texts)} copies, {doubted[f'outbox/{row}']} doubts")
            if rank == Rank.ANSWER and len(texts) > 1:
                found.append(f"{what}: an answer said twice")
            if any(not text.startswith(AGAIN) for text in texts[1:]):
                found.append(f"{what}: the second copy does not say so")
            if state == "sent" and not texts:
                found.append(f"{what}: sent, and nobody has it")
            missed = state in ("unknown", "dead") and rank != Rank.ANSWER and kind not in UNMISSED
            if missed and row not in shown and since > listed:
                found.append(f"{what}: lost in silence")
        return found
