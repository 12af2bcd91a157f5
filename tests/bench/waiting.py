"""How long somebody waits for an answer, at twenty updates a second."""

from tests.bench import arena, people, replies
from tests.bench.figures import TURNS, Figure, Table

A_SECOND, UPDATES = 20, 200
NOTE = f"{A_SECOND} a second for {UPDATES // A_SECOND} s, Telegram's pace kept; from the update to the accepted answer."


def table() -> Table:
    found: dict[str, list[arena.Run]] = {"ours": [], "durable": []}
    everybody = people.everybody()
    for _ in range(TURNS[0]):
        for name, bot in (("ours", replies.ours), ("durable", replies.durable)):
            coming = enumerate(people.one_after_another(everybody, replies.TEXT, UPDATES))
            scene = {"updates": [[n / A_SECOND, update] for n, update in coming], "limits": True}
            found[name].append(arena.run(bot(), scene, answers=UPDATES))
    ours, peer = _percentiles(found["ours"]), _percentiles(found["durable"])
    figures = [
        Figure("answered, median", "ms", ours[50], peer[50], most=1000),
        Figure("answered, 99 of 100", "ms", ours[99], peer[99], most=1000),
    ]
    return Table("Waiting for an answer", "one insert an update", figures, NOTE)


def _percentiles(runs: list[arena.Run]) -> dict[int, float]:
    return {percent: replies.median(runs, lambda run: run.percentile(percent)) for percent in (50, 99)}  # noqa: B023
