"""What became of a send, a fetch or a document, as plain data and back."""

import dataclasses
from datetime import datetime, timedelta
from typing import Any

from pydantic import TypeAdapter

from bot.traffic import Fetched, Happened, Making, Progress, Sent, WasMade, WasRead
from bot.wire import Fate, Verdict

KINDS: dict[str, type[Any]] = {kind.__name__: kind for kind in (Sent, Fetched, Progress, WasRead, Making, WasMade)}
PLAIN = TypeAdapter(Any)


def as_plain(outcome: Happened, key: str) -> dict[str, Any]:
    """`key` is that of the row that was sent: its number may be another when all this is done once more."""
    found: dict[str, Any] = PLAIN.dump_python(dataclasses.asdict(outcome), mode="json")
    if isinstance(outcome, Sent):
        found["verdict"]["wait"] = outcome.verdict.wait.total_seconds()
    return found | {"kind": type(outcome).__name__, "key": key}


def of_plain(plain: dict[str, Any]) -> Happened:
    data = {name: value for name, value in plain.items() if name not in ("kind", "key")}
    if plain["kind"] == "Sent":
        verdict = data["verdict"]
        fate, wait = Fate(verdict["fate"]), timedelta(seconds=verdict["wait"])
        data["verdict"] = Verdict(**verdict | {"fate": fate, "wait": wait})
    if "at" in data:
        data["at"] = datetime.fromisoformat(data["at"])
    outcome: Happened = KINDS[plain["kind"]](**data)
    return outcome
