"""The whole way of a report: a contact's figures are read, shown to be checked, confirmed by a press, and on record."""

import statistics

from bot.delivery import IN_FLIGHT
from tests.bench import arena, people, replies
from tests.bench.figures import TURNS, Figure, Table

FIGURES = "应报40人，已报40人，记录0条"
NOTE = (
    "Each contact of 200 departments replies to the card with the figures of the monthly round and presses 核对无误. A "
    "report is two updates; the peer's are as many single inserts as it manages."
)


def scene() -> arena.Json:
    updates = [[0, people.writes(who, FIGURES, 5000, to=card)] for who, card in people.contacts()]
    return {"updates": updates, "then": "file"}


def table() -> Table:
    number = len(people.contacts())
    ours, more, peer = [], [], []
    everybody = people.everybody()
    for _ in range(TURNS[0]):
        ours.append(arena.run(replies.ours("--freely"), scene(), answers=number).rate)
        more.append(arena.run(replies.ours(str(replies.MORE), "--freely"), scene(), answers=number).rate)
        same = [[0, update] for update in people.one_after_another(everybody, FIGURES, 2 * number)]
        peer.append(arena.run(replies.durable(), {"updates": same}, answers=2 * number).rate)
    kept = statistics.median(peer)
    figures = [
        Figure(f"reports, {IN_FLIGHT} in flight as shipped", "/s", statistics.median(ours), kept, least=kept),
        Figure(f"reports, {replies.MORE} in flight", "/s", statistics.median(more), kept, least=kept),
    ]
    return Table("The whole way of a report", "one insert an update", figures, NOTE)
