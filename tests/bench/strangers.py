"""Members' answers while fifty thousand updates of strangers come in."""

from tests.bench import arena, people, replies
from tests.bench.figures import Figure, Table

STRANGERS, SECONDS, MEMBERS = 50_000, 100, 500
FIRST = 9_000_000  # numbers that no member has
NOTE = (
    f"{STRANGERS:,} updates of as many strangers in {SECONDS} s, {MEMBERS} of members among them, in one queue as "
    "Telegram has it; with Telegram's pace kept. Once, since it is long. The peer keeps and answers whatever comes, "
    "without a limit."
)


def scene(limits: bool) -> arena.Json:
    members = people.one_after_another(people.everybody(), replies.TEXT, MEMBERS)
    coming: list[tuple[float, arena.Json]] = [(n * SECONDS / MEMBERS, update) for n, update in enumerate(members)]
    strangers = [people.writes(FIRST + n, "在吗", 7) for n in range(STRANGERS)]
    coming += [(n * SECONDS / STRANGERS, update) for n, update in enumerate(strangers)]
    coming.sort(key=lambda one: one[0])
    return {"updates": coming, "strangers": FIRST, "limits": limits}


def table() -> Table:
    home = people.records()
    before = (home / "duban.db").stat().st_size
    ours = arena.run([arena.PYTHON, "tests.bench.house", str(home)], scene(True), answers=MEMBERS)
    grown = sum(path.stat().st_size for path in home.glob("duban.db*")) - before
    peer = arena.run(replies.durable(), scene(False), answers=MEMBERS)
    figures = [
        Figure("members answered, median", "ms", ours.percentile(50), peer.percentile(50)),
        Figure("members answered, 95 of 100", "ms", ours.percentile(95), peer.percentile(95), most=2000),
        Figure("messages said in all", "", ours.said, peer.said, most=MEMBERS + 100),
        Figure("records grown by", "MB", grown / 1024 / 1024, most=10),
    ]
    return Table("Strangers", "one insert an update", figures, NOTE)
