"""Messages out: claimed by the desk, paced, sent by the library's bot, their fate written down."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any, Protocol, TypeVar

from telegram.error import TelegramError

from bot.calls import Maker, ready
from bot.clock import Clock
from bot.context import Answer
from bot.desk import Desk
from bot.logs import where
from bot.pace import Pace
from bot.pulse import Pulse
from bot.reading_room import Room
from bot.safe import Safe, TooLarge
from bot.speaker import Speaker
from bot.traffic import Fetch, Fetched, Happened, Making, Of, Progress, Reading, Send, Sent, WasRead
from bot.wire import Fate, Verdict, classify
from bot.workshop import Workshop

log = logging.getLogger(__name__)
# Half of what Telegram takes at once (`pace.OVERALL`), and the most that may be uncertain where the process is killed.
# At that pace some five fly at a time; the others spare commits where many answers are due at once.
IN_FLIGHT = 16
MOMENT_SECONDS = 0.005  # nobody notices them; a commit takes as long
LONGEST_WAIT = timedelta(seconds=30)  # whatever the clock of the house does, look again then
SENT = Verdict(Fate.SENT, "")
T = TypeVar("T")


class OnDesk(Protocol):
    """Runs a verb on the desk's thread."""

    def __call__(self, verb: Callable[..., T], *args: Any) -> Awaitable[T]: ...


class Delivery:
    """`draw` makes the picture of the facts in a row, `make` the file; in a thread of its own, just before sending."""

    def __init__(
        self,
        bot: Speaker,
        desk: Desk,
        on_desk: OnDesk,
        clock: Clock,
        safes: Mapping[Of, Safe],
        room: Room,
        workshop: Workshop,
        draw: Maker,
        make: Maker,
        pulse: Pulse,
    ) -> None:
        self._bot, self._desk, self._on_desk, self._clock = bot, desk, on_desk, clock
        self._safes, self._room, self._workshop = safes, room, workshop
        self._draw, self._make, self._pulse = draw, make, pulse
        self._pace = Pace()
        self._latest: datetime | None = None  # when the last round was
        self._due = asyncio.Event()
        self._outcomes: list[Happened] = []
        self._flying: dict[int, asyncio.Task[None]] = {}  # by chat
        self._fetching: dict[tuple[Of, int], asyncio.Task[None]] = {}
        self._reading: dict[int, asyncio.Task[None]] = {}  # by document
        self._making: dict[int, asyncio.Task[None]] = {}  # by outbox row
        self._answering: set[asyncio.Task[None]] = set()
        self._settling = False
        self._closing = False

    def wake(self) -> None:
        self._due.set()

    @property
    def at_rest(self) -> bool:
        """Nothing is on its way and nothing waits to be written down."""
        busy = self._flying or self._fetching or self._reading or self._making or self._answering
        return not (busy or self._outcomes or self._settling or self._due.is_set())

    async def run(self) -> None:
        while not self._closing:
            self._pulse.beat("sender")
            self._due.clear()
            wait = await self.round()
            with suppress(TimeoutError):  # wait_for of Python 3.11 can swallow a cancellation
                async with asyncio.timeout(wait.total_seconds()):
                    await self._due.wait()
            if self._flying and self._outcomes:  # what lands within a moment is written down in the same commit
                await asyncio.wait(self._flying.values(), timeout=MOMENT_SECONDS)

    async def round(self) -> timedelta:
        """Settles what is known and sends what may go; how long nothing else will be due."""
        outcomes, self._outcomes = self._outcomes, []
        free = 0 if self._closing else IN_FLIGHT - len(self._flying)
        settle = self._desk.settle
        now = self._clock.now()
        if self._latest and now < self._latest:  # the clock was set back: what was measured by it means nothing now
            self._pace = Pace()
        self._latest = now
        self._settling = True
        try:
            busy = list(self._flying), list(self._fetching), list(self._reading)
            done = await self._on_desk(settle, outcomes, now, self._pace, *busy, free)
        except BaseException:
            self._outcomes = outcomes + self._outcomes  # nothing was written: said again in the next round
            raise
        finally:
            self._settling = False
        for send in done.sends:
            self._flying[send.chat_id] = asyncio.create_task(self._send(send))
        for fetch in done.fetches:
            self._fetching[fetch.key] = asyncio.create_task(self._fetch(fetch))
        for send in done.makings:
            self._making[send.outbox_id] = asyncio.create_task(self._make_ready(send))
        for reading in done.readings:
            self._reading[reading.document_id] = asyncio.create_task(self._read(reading))
        return min(max(done.wake - now, timedelta(milliseconds=20)), LONGEST_WAIT) if done.wake else LONGEST_WAIT

    def shut(self) -> None:
        """No new claims; `run` ends with its round."""
        self._closing = True
        self._due.set()

    async def close(self, patience: float) -> None:
        """After `run` has ended: what flies may land for so long, and what landed is written down."""
        self.shut()
        for reading in self._reading.values():
            reading.cancel()  # it is read from the beginning the next time
        self._workshop.stop()
        flying = [*self._making.values(), *self._reading.values(), *self._flying.values(), *self._fetching.values()]
        if flying:
            await asyncio.wait(flying, timeout=patience)
        await self.round()

    async def drop(self) -> None:
        """At once, and nothing is written down."""
        self._closing = True
        self._workshop.stop()
        flying = [*self._making.values(), *self._reading.values(), *self._flying.values(), *self._fetching.values()]
        flying += self._answering
        for task in flying:
            task.cancel()
        await asyncio.gather(*flying, return_exceptions=True)

    def answer(self, answers: list[Answer]) -> None:
        for answer in answers:
            task = asyncio.create_task(self._answer(answer))
            self._answering.add(task)
            task.add_done_callback(self._answering.discard)

    async def _answer(self, answer: Answer) -> None:
        try:
            text = self._desk.renderer.toast(answer.language, answer.code, answer.data)
            await self._bot.answer_callback_query(answer.callback_id, text, show_alert=bool(text and len(text) > 30))
        except TelegramError as error:  # a late or lost answer is pressed for again
            log.info("answer to a press not taken: %s", type(error).__name__)
        except Exception as error:  # noqa: BLE001 - one answer must not hold up the others
            log.error("a press cannot be answered: %s", where(error))

    async def _send(self, send: Send) -> None:
        outcome = Sent(send.outbox_id, Verdict(Fate.UNKNOWN, "cut off"))
        try:
            outcome = await self._sent(send)
        finally:  # whatever came of it, the chat is free again
            del self._flying[send.chat_id]
            self._happened(outcome)

    async def _sent(self, send: Send) -> Sent:
        try:
            method, arguments = await ready(send.call, self._draw, self._make)
        except Exception as error:  # noqa: BLE001 - one row must not hold up the others
            log.error("outbox row %s cannot be made ready: %s", send.outbox_id, where(error))
            return Sent(send.outbox_id, Verdict(Fate.REFUSED, type(error).__name__))
        try:
            result = await getattr(self._bot, method)(**arguments)
        except TelegramError as error:
            verdict = classify(error)
            if verdict.wait > timedelta(seconds=1):
                self._pace.hold(self._clock.now() + verdict.wait)
            return Sent(send.outbox_id, verdict)
        except Exception as error:  # noqa: BLE001 - an answer that nobody understands is none
            log.error("nobody knows whether outbox row %s was sent: %s", send.outbox_id, where(error))
            return Sent(send.outbox_id, Verdict(Fate.UNKNOWN, type(error).__name__))
        if (number := send.made) is not None:
            self._workshop.path(number).unlink(missing_ok=True)
        return Sent(send.outbox_id, SENT, getattr(result, "message_id", None))

    async def _fetch(self, fetch: Fetch) -> None:
        outcome = Fetched(*fetch.key)  # another try may help
        try:
            outcome = await self._fetched(fetch)
        except OSError as error:
            log.error("a file cannot be kept: %s", error.strerror)
        except Exception as error:  # noqa: BLE001 - one file must not hold up the others
            log.error("a file cannot be fetched: %s", where(error))
        finally:
            del self._fetching[fetch.key]
            self._happened(outcome)

    async def _fetched(self, fetch: Fetch) -> Fetched:
        try:
            file = await self._bot.get_file(fetch.file_id)
            content = bytes(await file.download_as_bytearray())
            digest = await asyncio.to_thread(self._safes[fetch.of].keep, content)
        except TooLarge:
            return Fetched(*fetch.key, refused="too large")
        except TelegramError as error:
            final = classify(error).fate in (Fate.REFUSED, Fate.UNREACHABLE)
            return Fetched(*fetch.key, refused=error.message if final else None)
        return Fetched(*fetch.key, digest, len(content))

    async def _read(self, reading: Reading) -> None:
        number = reading.document_id

        def told(step: str, seconds: int) -> None:
            self._happened(Progress(number, step, seconds))

        try:
            found = await self._room.read(reading.hash, reading.name, reading.known, told)
            self._happened(WasRead(number, found.draft, found.returned, found.refused))
        except Exception as error:  # noqa: BLE001 - tried again, as often as is sensible
            log.error("document %s cannot be read: %s", number, where(error))
            self._happened()
        finally:
            del self._reading[number]

    async def _make_ready(self, send: Send) -> None:
        """A document: it is sent once it is made."""
        number = send.outbox_id

        def told(done: int, of: int) -> None:
            self._happened(Making(number, done, of))

        try:
            self._happened(*filter(None, [await self._workshop.make(send, self._clock.now, told)]))
        finally:
            del self._making[number]

    def _happened(self, *outcomes: Happened) -> None:
        self._outcomes += outcomes
        self._due.set()
