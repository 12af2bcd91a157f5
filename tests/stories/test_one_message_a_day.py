"""Nobody gets more than one unasked message a working day, orders and what may not wait aside (decision 28)."""

from collections import Counter

from db.tables import Outbox
from services import rooms as chats
from tests.house import CIVIL, DEPUTY, DIRECTOR, OFFICER, REGISTRAR, Court
from tests.settings import SETTINGS
from tests.stories.test_doubts import settle

AT_ONCE = ("order", "digest-draft", "claim", "welcome", "menu", "held", "uncertain")
LEFT = "post-left"


def unasked(court: Court) -> list[Outbox]:
    """Whatever came to a person and answers no press, no message and no claim."""
    sent = [row for row in court.rows(Outbox, edits=None, state="sent") if row.chat_id > 0 and row.rank > 0]
    return [row for row in sent if row.kind not in AT_ONCE and row.args.get("code") != LEFT]


def by_day(found: list[Outbox]) -> Counter[tuple[int, str]]:
    """How many came to a chat on a day."""
    return Counter((row.chat_id, str(row.since.astimezone(SETTINGS.zone).date())) for row in found)


async def test_over_busy_weeks_nobody_hears_twice_a_day(shipped: Court) -> None:
    court = shipped
    await court.give()
    await court.sign(REGISTRAR)
    await court.until("2026-02-27 10:00")
    await settle(court, "4.4.3", "lead", 1)  # two departments hear that they lead, and no more
    await court.press(DIRECTOR, "doubts-done")
    await settle(court, "4.3.1", "responsible", 1)
    await court.until("2026-03-02 10:00")
    await court.press(DIRECTOR, "doubt-helpers")
    await court.press(DIRECTOR, "doubts-to", court.person(OFFICER).id)
    await court.takes(DEPUTY, DEPUTY)
    await court.say(REGISTRAR, "3月3日至3月5日出差，由B岗代")
    await court.use(lambda office: chats.lost(office, court.group))
    await court.until("2026-03-04 10:00")
    await court.press(DIRECTOR, "doubt-helpers")
    await court.press(DIRECTOR, "doubts-mine")
    await court.say(REGISTRAR, "/tasks")
    await court.press(REGISTRAR, "back-again")
    await court.until("2026-03-20 18:00")
    found = unasked(court)
    assert [(chat, day, n) for (chat, day), n in by_day(found).items() if n > 1] == []
    assert {row.key.partition("/")[0] for row in found} == {"card"}
    days = {day for chat, day in by_day(found) if chat == court.id(CIVIL)}
    assert len(days) > 5  # busy they were
    heard = "".join(str(m.get("text")) for title in (CIVIL, DEPUTY, OFFICER, DIRECTOR) for m in court.heard(title))
    for said in ("改由民事审判庭牵头", "不再代立案庭联络员", "您不必再办"):
        assert said in heard
