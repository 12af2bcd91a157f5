"""Every misfortune on every kind of call, through the running bot over HTTP: Telegram's own history is the oracle.

`make test` meets each misfortune on one or two kinds of call, DUBAN_EVERY_STEP=1 each on all of them; DUBAN_WEATHERS=50
lives through so many seeds of weather.
"""

import os
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from itertools import count
from typing import Any

import pytest

from bot import app, intake, wire
from db.tables import Audit, Outbox, Proof, Room, Tiding
from sandbox.faults import BAD, BATCHES, FORBIDDEN, KINDS, Weather
from services import rooms
from services.office import Office
from services.saying import Rank, edit, say
from tests.house import CIVIL, DIRECTOR, POLITICAL, REGISTRAR, STRANGER, Court, at
from tests.messages import buttons, words
from tests.reliability.witness import Witness

ALL = bool(os.environ.get("DUBAN_EVERY_STEP"))
SEEDS = range(int(os.environ.get("DUBAN_WEATHERS", "1")))
NUMBER = count(1)


@dataclass(frozen=True)
class Misfortune:
    kind: str
    text: str | None = None
    parameters: dict[str, Any] | None = None

    def __str__(self) -> str:
        return f"{self.kind} {self.text or ''}".strip()


MISFORTUNES = [
    *(Misfortune("403", text) for text in FORBIDDEN),
    *(Misfortune("400", text) for text in BAD),
    Misfortune("429", parameters={"retry_after": 2}),
    Misfortune("slow-drip", parameters={"seconds": 0.0001}),
    Misfortune("hang-after"),
    *(Misfortune(kind) for kind in KINDS if kind not in ("403", "400", "429", "slow-drip", "hang-after", "migrated")),
]


@dataclass(frozen=True)
class Act:
    """Something that makes the bot call this method, and what is to be seen of it in the end."""

    method: str
    do: Callable[[Court], Awaitable[Any]]
    seen: Callable[[Court], bool] = lambda court: True

    def meets(self, misfortune: Misfortune) -> bool:
        """A batch is of getUpdates, a poll that hangs does so for a minute, only what stands there is edited."""
        if misfortune.text in BAD[1:3]:
            return self.method.startswith("edit")
        if self.method == "getUpdates":
            return misfortune.kind != "hang-after"
        return misfortune.kind not in BATCHES


async def asks(court: Court) -> None:
    await court.say(REGISTRAR, "/tasks")


async def is_told(court: Court, title: str = REGISTRAR) -> None:
    """Something that nobody asked for."""
    await court.use(lambda office: _tell(office, court.id(title), "sentence", {"code": "room-lost"}))


async def is_shown(court: Court) -> None:
    await court.use(lambda office: _tell(office, court.id(DIRECTOR), "status", {}))


def _tell(office: Office, chat: int, kind: str, args: dict[str, Any]) -> None:
    say(office, chat, kind, args, key=f"told/{next(NUMBER)}", rank=Rank.EVENT)


async def is_changed(court: Court) -> None:
    """A message that stands there says something else."""
    args = {"code": "no-receipt", "wanted": str(next(NUMBER))}
    await court.use(lambda office: edit(office, _standing(office, court), args=args))


def _standing(office: Office, court: Court) -> Outbox:
    return say(office, court.id(POLITICAL), "sentence", {"code": "bound"}, key="standing")


async def presses(court: Court) -> None:
    me = court.id(DIRECTOR)
    number, data = court.button(me, "people")
    court.telegram.presses(me, me, number, data)
    await court.quiet()


async def sends(court: Court) -> None:
    await court.send(POLITICAL, f"纪要{next(NUMBER)}.docx", f"{next(NUMBER)}".encode())


def all_kept(court: Court) -> bool:
    return not any(row.state == "wanted" for row in court.rows(Proof))


async def is_put_into_a_group(court: Court) -> None:
    court.telegram.adds_bot(court.id(STRANGER), court.telegram.new_group("闲谈", court.id(STRANGER)))
    await court.quiet()


ACTS = [
    Act("getUpdates", asks),
    Act("sendMessage", asks),
    Act("sendMessage", is_told),
    Act("sendPhoto", is_shown),
    Act("editMessageText", is_changed),
    Act("answerCallbackQuery", presses),
    Act("getFile", sends, all_kept),
    Act("download", sends, all_kept),
    Act("leaveChat", is_put_into_a_group),
]


def trials() -> list[tuple[Misfortune, Act]]:
    """All, or of each misfortune two, of each no in words one: other ones for the next."""
    found, turn = [], count()
    for misfortune in MISFORTUNES:
        acts = [act for act in ACTS if act.meets(misfortune)]
        chosen = acts if ALL else [acts[next(turn) % len(acts)] for _ in range(1 if misfortune.text else 2)]
        found += [(misfortune, act) for act in dict.fromkeys(chosen)]
    return found


@pytest.fixture
async def hasty(signed: Court, monkeypatch: pytest.MonkeyPatch) -> Court:
    """Seconds that are spent on a real line are short. 政治部 reports a meeting, to which files may be sent."""
    monkeypatch.setattr(intake, "BACKOFF", (0.01,) * 6)
    monkeypatch.setattr(app, "STUMBLE_SECONDS", 0.01)
    await signed.say(POLITICAL, "/tasks")
    await signed.press(POLITICAL, "task", signed.task(POLITICAL, "2026-H1").id)
    await signed.press(POLITICAL, "held")
    await signed.say(POLITICAL, "2月25日 学习贯彻上级会议精神")
    await signed.say(DIRECTOR, "/people")
    await signed.use(lambda office: _standing(office, signed))
    monkeypatch.setattr(wire, "READ_SECONDS", 1.5)
    return signed


@pytest.mark.timeout(3000)
async def test_whatever_meets_whichever_call_nothing_is_lost_and_the_bot_goes_on(hasty: Court) -> None:
    witness = Witness(hasty)
    for misfortune, act in trials():
        hasty.telegram.faults.add(act.method, misfortune.kind, text=misfortune.text, parameters=misfortune.parameters)
        await act.do(hasty)
        await hasty.until(hasty.now + timedelta(minutes=6))
        left = hasty.telegram.faults.waiting()
        hasty.telegram.faults.clear()
        assert left == [], f"{act.method} never met {misfortune}"
        assert act.seen(hasty), f"{act.method} met {misfortune}"
        assert await hasty.say(CIVIL, "/tasks"), f"deaf after {act.method} met {misfortune}"
    await hasty.until(hasty.now + timedelta(days=1))
    assert not (found := witness.complaints()), "\n".join(found)
    witness.close()


async def test_whichever_no_a_chat_gives_whoever_it_is_counts_as_out_of_reach(hasty: Court) -> None:
    """Each of the six, said to somebody of their own: the row says so, the director hears of it, and one word of
    theirs brings them back."""
    for title, no in zip(hasty.contacts()[: len(FORBIDDEN)], FORBIDDEN, strict=True):
        hasty.telegram.faults.add("sendMessage", "403", text=no)
        row = await hasty.use(lambda office, title=title: _said(office, hasty.id(title)))
        await hasty.quiet()
        assert hasty.telegram.faults.waiting() == [], no
        assert fate_of(hasty, row) == ("unreachable", no)
        person = hasty.person(title)
        assert person.state == "unreachable", no
        assert len(hasty.rows(Audit, verb="unreachable", subject=f"person/{person.id}")) == 1
        assert [t.key for t in hasty.rows(Tiding, kind="unreachable") if t.args == {"person": person.id}], no
        assert await hasty.say(title, "/tasks"), no
        assert hasty.person(title).state == "active", no


async def test_whichever_no_the_group_gives_it_is_bound_no_more_and_nobody_is_out_of_reach(hasty: Court) -> None:
    for times, no in enumerate(FORBIDDEN, 1):
        hasty.telegram.faults.add("sendMessage", "403", text=no)
        row = await hasty.use(lambda office: _said(office, hasty.group))
        await hasty.quiet()
        assert hasty.telegram.faults.waiting() == [], no
        assert fate_of(hasty, row) == ("unreachable", no)
        (room,) = hasty.rows(Room, chat_id=hasty.group)
        assert room.until is not None, no
        assert len(hasty.rows(Audit, verb="room lost")) == times
        assert not hasty.rows(Audit, verb="unreachable")
        await hasty.use(lambda office: _bind(office, hasty))


def _bind(office: Office, court: Court) -> None:
    office.person_id = court.person(DIRECTOR).id
    rooms.bind(office, court.group)


def _said(office: Office, chat: int) -> int:
    row = say(office, chat, "sentence", {"code": "bound"}, key=f"told/{next(NUMBER)}", rank=Rank.EVENT)
    office.session.flush()
    return row.id


def fate_of(court: Court, row: int) -> tuple[str, str | None]:
    (found,) = court.rows(Outbox, id=row)
    return found.state, found.error


UNSURE = ("500", "502", "accepted-500", "reset-before", "reset-after", "truncated", "page")
SURE = {"429": 0.08, "409": 0.04, "401": 0.005, "wrong-type": 0.05, "slow-drip": 0.05, "twice": 0.1, "shuffled": 0.1}
STORMY = SURE | dict.fromkeys(UNSURE, 0.03) | {"hang-after": 0.002}
WORKING = (REGISTRAR, CIVIL, POLITICAL)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(("chances", "most"), [(STORMY, 2), (SURE, 1)], ids=["stormy", "sure"])
async def test_whatever_the_weather_everybody_is_told_and_every_report_is_filed_once(
    seed: int, chances: dict[str, float], most: int, hasty: Court
) -> None:
    """`most` copies: where Telegram says what became of each message there is never a second one."""
    witness = Witness(hasty)
    parameters = {"slow-drip": {"seconds": 0.0001}}
    hasty.telegram.faults.set_in(Weather(seed, chances, parameters=parameters))
    await hasty.until("2026-03-02 10:00")
    for title in WORKING:
        await reports(hasty, title)
    await hasty.until("2026-03-03 10:00")
    hasty.telegram.faults.set_in(None)
    await hasty.until("2026-03-04 10:00")
    met = [call["fault"] for call in hasty.telegram.history() if call["fault"]]
    print(f"seed {seed}: {len(met)} misfortunes")
    assert len(met) > 5
    assert not (found := witness.complaints()), "\n".join(found)
    edited = {row.id for row in hasty.rows(Outbox) if row.edits}  # said twice it is the same
    assert max(len(texts) for row, texts in witness.copies.items() if row not in edited) <= most
    assert len([row for row in hasty.rows(Audit, verb="file") if row.at >= at("2026-03-02 10:00")]) == len(WORKING)
    told = {row.chat_id for row in hasty.rows(Outbox, edits=None) if row.key.startswith("card/")}
    assert {hasty.id(title) for title in hasty.contacts()} <= told


async def reports(court: Court, title: str) -> None:
    """Somebody who sees no effect does it again."""
    me = court.id(title)
    for _ in range(9):
        if any("已报送" in words(message) and "记录" in words(message) for message in court.heard(title)):
            return
        offered = [m for m in court.heard(title) if "file" in {verb for verb, _, _ in buttons(m)}]
        if offered:
            (data,) = (data for verb, _, data in buttons(offered[-1]) if verb == "file")
            court.telegram.presses(me, me, offered[-1]["message_id"], data)
            await court.quiet()
        else:
            await court.say(title, "应填20人，已填20人，记录0条")
        await court.until(court.now + timedelta(minutes=2))
    raise AssertionError(f"{title} cannot report")
