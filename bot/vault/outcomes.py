"""What became of a send, a fetch or a document, as plain data and back."""

import dataclasses
from datetime import datetime, timedelta
from typing import Any

from pydantic import TypeAdapter

from bot.traffic import Fetched, Happened, Making, Progress, Sent, WasMade, WasRead
from bot.wire import Fate, Verdict
from db.tables import Outbox

KINDS: dict[str, type[Any]] = {kind.__name__: kind for kind in (Sent, Fetched, Progress, WasRead, Making, WasMade)}
PLAIN = TypeAdapter(Any)
OF_ROW = ("key", "chat_id", "rank", "edits")


def as_plain(outcome: Happened, row: Outbox | None = None) -> dict[str, Any]:
    """`row` is the one that was sent: its number may be another when all this is done once more, and where the line is
    lost that made it there is none."""
    found: dict[str, Any] = PLAIN.dump_python(dataclasses.asdict(outcome), mode="json")
    if isinstance(outcome, Sent):
        found["verdict"]["wait"] = outcome.verdict.wait.total_seconds()
    of_row = {name: getattr(row, name) for name in OF_ROW} if row else {"key": ""}
    return found | {"kind": type(outcome).__name__} | of_row


def of_plain(plain: dict[str, Any]) -> Happened:
    data = {name: value for name, value in plain.items() if name not in ("kind", *OF_ROW)}
    if plain["kind"] == "Sent":
        verdict = data["verdict"]
        fate, wait = Fate(verdict["fate"]), timedelta(seconds=verdict["wait"])
        data["verdict"] = Verdict(**verdict | {"fate": fate, "wait": wait})
    if "at" in data:
        data["at"] = datetime.fromisoformat(data["at"])
    outcome: Happened = KINDS[plain["kind"]](**data)
    return outcome
