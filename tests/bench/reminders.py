"""Three thousand reminders through a server that keeps Telegram's limits, the way there and back 150 ms long."""

import json
import random
import sqlite3
from contextlib import closing

from tests.bench import arena, people
from tests.bench.figures import SEED, Figure, Table

REMINDERS, TRIP, LIMIT = 3000, 0.15, 30
NOTE = (
    f"{REMINDERS:,} at {TRIP * 1000:.0f} ms there and back, to {people.DEPARTMENTS} departments in turn; the server "
    "refuses more than 30 a second, 20 a minute a group, 1 a second a chat. In real time, once: 100 s are the least "
    "there are. The peer is python-telegram-bot with its own AIORateLimiter, all sends begun at once."
)


def table() -> Table:
    home = people.records()
    _owe(home / "duban.db")
    scene = {"limits": True, "trip": TRIP}
    ours = arena.run([arena.PYTHON, "tests.bench.house", str(home)], dict(scene), messages=REMINDERS)
    chats = json.dumps([who for who, _ in people.contacts()])
    limiter = [arena.PEERS, "tests.bench.peers.ptb_limiter", str(REMINDERS), chats]
    peer = arena.run(limiter, dict(scene), messages=REMINDERS)
    share = [100 * (REMINDERS - LIMIT) / LIMIT / run.saying for run in (ours, peer)]  # a burst goes before
    figures = [
        Figure("of 30 a second", "%", share[0], share[1], least=99),
        Figure("refused as too fast (429)", "", ours.refused, peer.refused, most=0),
        Figure("processor", "s", ours.busy, peer.busy),
    ]
    return Table("Reminders", "AIORateLimiter", figures, NOTE)


def _owe(records: object) -> None:
    """Each contact's own task, said over and over: what a reminder shows, and the same claim, send and record."""
    with closing(sqlite3.connect(str(records))) as file:
        tasks = file.execute(
            "SELECT p.telegram_id, min(t.id) FROM task t JOIN post s ON s.unit_id = t.unit_id AND s.role = 'contact'"
            " JOIN tenure n ON n.post_id = s.id JOIN person p ON p.id = n.person_id WHERE t.form = 'roll-call'"
            " GROUP BY p.telegram_id"
        ).fetchall()
        random.Random(SEED).shuffle(tasks)
        stored = file.execute("SELECT since FROM outbox ORDER BY id DESC LIMIT 1").fetchone()[0]
        rows = [
            (f"bench/{n}", chat, json.dumps({"task": task}), stored, stored)
            for n, (chat, task) in ((n, tasks[n % len(tasks)]) for n in range(REMINDERS))
        ]
        file.executemany(
            "INSERT INTO outbox (key, chat_id, kind, args, rank, not_before, in_hours, state, attempt, since)"
            " VALUES (?, ?, 'task', ?, 2, ?, 1, 'pending', 0, ?)",
            rows,
        )
        file.commit()
