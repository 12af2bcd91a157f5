"""Three years in which nobody answers, played by the program and worked out by the planner: every reminder, once."""

import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from datetime import date, datetime

from bot import rehearse
from bot.app import furnish
from bot.desk import Desk
from db import engine
from db.tables import Day
from tests.forks import FORKS
from tests.reliability.months import host_in
from tests.settings import SHIPPED
from tests.torture.figures import Figures
from tests.torture.planner import Planner, table
from tests.torture.planner import Reminder as Planned

ZONES = {2026: "Asia/Shanghai", 2027: "America/New_York", 2028: "Pacific/Auckland"}  # of the host
YEARS = tuple(ZONES)
WORKERS = 2
SHOWN = 5
# what is no ladder is not the planner's matter: orders proposed on what is late, a look at the pace of the year
PLAIN = SHIPPED.model_copy(
    update={
        "orders": SHIPPED.orders.model_copy(update={"rules": ()}),
        "pace": SHIPPED.pace.model_copy(update={"looked_at": ()}),
    }
)

REMINDERS = """
SELECT coalesce(i.code, 'sign'), coalesce(a.part, ''), u.name, t.cadence, CASE WHEN a.id THEN t.period ELSE '' END,
    r.audience, r.rung, r.on_date, o.id, o.state, o.since
FROM reminder r JOIN outbox o ON o.id = r.outbox_id JOIN task t ON t.id = r.task_id JOIN unit u ON u.id = t.unit_id
    LEFT JOIN assignment a ON a.id = t.assignment_id LEFT JOIN indicator i ON i.id = a.indicator_id
"""


def run(years: tuple[int, ...] = YEARS, last: str = "12-31") -> Figures:
    begin = time.monotonic()
    with ProcessPoolExecutor(WORKERS, mp_context=FORKS) as pool:
        found = list(pool.map(compare, years, [last] * len(years)))
    figures = Figures("years", 0, time.monotonic() - begin, [line for _, _, wrong in found for line in wrong])
    for year, (told, cards, wrong) in zip(years, found, strict=True):
        figures.add(f"{year}, on a host in {ZONES[year]}: reminders on {cards} cards", str(told))
        figures.add(f"{year}: missing, and too many", "0, 0" if not wrong else "")
    reminders_ = sum(told for told, _, _ in found)
    figures.summary = f"{reminders_:,} reminders of {len(years)} years: {figures.none} missing or too many"
    return figures


def compare(year: int, last: str) -> tuple[int, int, list[str]]:
    """Reminders, cards, and what differs."""
    with host_in(ZONES[year]):
        until = date.fromisoformat(f"{year}-{last}")
        mine, cards, late = played(year, until)
    wanted = Counter(found for found in Planner(year).reminders() if found.on <= until)
    wrong = [f"{year} missing: {found}" for found in sorted(wanted - mine)[:SHOWN]]
    wrong += [f"{year} too many: {found}" for found in sorted(mine - wanted)[:SHOWN]]
    return mine.total(), cards, wrong + late


def played(year: int, until: date) -> tuple[Counter[Planned], int, list[str]]:
    """Every reminder of the program, how many cards they came on, and which did not arrive on its day at nine."""
    memory = engine.create_in_memory()
    furnish(memory, PLAIN)
    with engine.session(memory) as session:
        for day, word in table():
            if day.year > 2026:  # that year the program knows by itself
                session.merge(Day(on=day, working=word == "worked", source="the office"))
        session.commit()
    ledger = rehearse.play(memory, PLAIN, date(year, 1, 1), until, "none")
    return reminders(ledger.desk)


def reminders(desk: Desk) -> tuple[Counter[Planned], int, list[str]]:
    found: Counter[Planned] = Counter()
    cards, late = set(), []
    for row in desk.session.connection().exec_driver_sql(REMINDERS):
        code, part, unit, cadence, period, audience, rung, on, card, state, since = row
        about = code, part, unit, cadence, period, audience, rung
        found[Planned(*about, date.fromisoformat(on))] += 1
        cards.add(card)
        arrived = desk.rules.hours.local(datetime.fromisoformat(f"{since}+00:00"))
        if state != "sent" or (arrived.date().isoformat(), arrived.hour, arrived.minute) != (on, 9, 0):
            late.append(f"{about}: {state} at {arrived}")
    return found, len(cards), late[:SHOWN]
