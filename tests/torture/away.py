"""The bot is off from a minute to three days: what fell due meanwhile is said once, in the first hour for it (I-08)."""

import random
import time
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from domain.calendar import Calendar
from tests.forks import FORKS
from tests.house import at
from tests.reliability.bench import FRIDAY, Bench
from tests.reliability.months import BEAT, LAST, Month
from tests.settings import ROUND
from tests.torture.crew import IN_MEMORY, WORKERS
from tests.torture.figures import Figures

LENGTHS = (timedelta(minutes=1), timedelta(hours=1), timedelta(hours=9), timedelta(days=1), timedelta(days=3))
SOON = timedelta(seconds=60)
Matter = tuple[int, str, str]  # department, cadence, period
Told = dict[tuple[Matter, str], list[tuple[date, str]]]  # matter and audience → day and rung


def run(n: int, seed: int) -> Figures:
    begin = time.monotonic()
    seeds = [f"{seed}/{number}" for number in range(n)]
    with ProcessPoolExecutor(WORKERS, mp_context=FORKS) as pool:
        done = list(pool.map(share, [seeds[worker::WORKERS] for worker in range(WORKERS)]))
    found = Figures("away", seed, time.monotonic() - begin, [line for _, wrong in done for line in wrong])
    found.add("absences from a minute to three days", str(n))
    found.add("rungs that were said later for it, the highest alone", str(sum(late for late, _ in done)))
    found.add("missing, too many, or not within a minute of the first hour for it", found.none)
    found.summary = f"{n} absences: {found.none} missing, too many or too late"
    return found


def share(seeds: list[str]) -> tuple[int, list[str]]:
    """Rungs that were moved, and what was otherwise than it should be."""
    moved = 0
    wrong: list[str] = []
    with TemporaryDirectory(dir=IN_MEMORY) as name:
        bench = Bench(Path(name))
        Month(bench, "UTC", None)
        calm, calendar = told(bench), calendar_of(bench)
        for seed in seeds:
            chance = random.Random(seed)
            start = at(FRIDAY) + chance.randrange(int((LAST - at(FRIDAY)) / BEAT)) * BEAT
            back = start + chance.choice(LENGTHS)
            Month(bench, "UTC", None, away=(start, back))
            wanted, mine = expected(calm, start, back, calendar), told(bench)
            moved += sum(len(set(calm[key]) - set(wanted[key])) for key in calm)
            wrong += [
                f"away {seed}, {start:%m-%d %H:%M} to {back:%m-%d %H:%M}: {fault}" for fault in _other(wanted, mine)
            ]
            wrong += [f"away {seed}: {fault}" for fault in _late(bench, back, calendar)]
    return moved, wrong


def told(bench: Bench) -> Told:
    found: Told = defaultdict(list)
    sql = "SELECT t.unit_id, t.cadence, CASE t.form WHEN 'signing' THEN '' ELSE t.period END, r.audience, r.on_date,"
    sql += " r.rung FROM reminder r JOIN task t ON t.id = r.task_id ORDER BY r.id"
    for unit, cadence, period, audience, on, rung in bench.ask(sql):
        found[(unit, cadence, period), audience].append((date.fromisoformat(on), rung))
    return found


def calendar_of(bench: Bench) -> Calendar:
    desk = bench.desk()
    bench.leave(desk)
    return desk.calendar


def expected(calm: Told, start: datetime, back: datetime, calendar: Calendar) -> Told:
    """Of what nobody could say the highest rung, on the first day for it; the holder first, the others a day later."""
    day = ROUND.hours.next_hour(back, calendar).date()

    def moved(on: date) -> date:
        nine = ROUND.hours.opening(on)
        return max(on, day) if start <= nine <= back else on

    found: Told = defaultdict(list)
    for (matter, audience), rungs in calm.items():
        by_day = {moved(on): rung for on, rung in rungs}  # the last one is the highest
        held = moved(calm[matter, "contact"][0][0]) if audience != "contact" and (matter, "contact") in calm else None
        for on in sorted(day for day in by_day if held and day <= held):
            by_day.setdefault(calendar.shift(held or on, 1), by_day.pop(on))
        found[matter, audience] = sorted(by_day.items())
    return found


def _other(wanted: Told, mine: Told) -> list[str]:
    return [f"{key}: {mine[key]} for {wanted[key]}" for key in sorted({*wanted, *mine}) if mine[key] != wanted[key]]


def _late(bench: Bench, back: datetime, calendar: Calendar) -> list[str]:
    """What was sent after the return, and did not go within a minute of its hour."""
    hour = ROUND.hours.next_hour(back, calendar)
    sql = (
        "SELECT DISTINCT o.id, o.state, o.since FROM reminder r JOIN outbox o ON o.id = r.outbox_id WHERE r.on_date = ?"
    )
    found = []
    for row, state, since in bench.ask(sql, hour.date().isoformat()):
        arrived = datetime.fromisoformat(f"{since}+00:00")
        if state != "sent" or arrived > max(hour, ROUND.hours.opening(hour.date())) + SOON:
            found.append(f"row {row} is {state} at {arrived} for {hour}")
    return found
