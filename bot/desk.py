"""The one thread that thinks. Its four verbs keep, work, tick and settle are plain; nothing else commits."""

import logging
from collections.abc import Callable, Collection, Mapping
from datetime import UTC, date, datetime
from functools import partial
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError
from sqlmodel import Session

from bot import claiming, door, keeping, settling, working
from bot.context import Answer, Desktop
from bot.drift import Drift
from bot.failing import Failing
from bot.jobs import TIMETABLE
from bot.logs import where
from bot.mute import desktop
from bot.pace import Pace
from bot.rendering import Renderer, reference
from bot.traffic import Happened, Of, Round, Worked
from bot.vault.journal import Journal
from bot.vault.scribe import Scribe
from bot.whole import whole
from db import engine
from db.postgres import Lead
from db.queries import calendar, inbox, outbox, people
from db.tables import Inbox
from domain.calendar import Calendar
from domain.rules import Rules
from services import ahead, pacing, striking, tidings, watching
from services.office import Office

log = logging.getLogger(__name__)
BATCH = 100  # updates a transaction
WAITING = 20  # new rows, through which whoever looks for one has to look, before they are written
UNITS = 200  # of one job in one turn
NOTHING: Mapping[Any, Any] = {}


class Desk:
    """`known_until` is how far the calendar of working days is covered by official notices. With a journal every
    transaction is told to it before it is committed.

    With a lead everything is done on its own connection: where that is gone, nothing can be committed any more.
    """

    def __init__(
        self,
        database: Engine,
        rules: Rules,
        renderer: Renderer,
        *,
        known_until: date,
        username: str,
        journal: Journal | None = None,
        lead: Lead | None = None,
    ) -> None:
        self.database = database
        self.session: Session = engine.session(lead.connection if lead else database)
        self.scribe = Scribe(self.session, journal) if journal else None
        self._configured = rules
        self._unread = False  # what is on record of the rules may be other than `rules`
        self.renderer = renderer
        self.app: Desktop = desktop(username)
        self.known_until = known_until
        self.drift = Drift()  # of a desk that nobody tells the time there is none
        self.failing = Failing()
        self._page: date | None = None
        self._unwiped = True  # what was struck out may still be read in the file's log
        try:
            self.rules = pacing.rules_now(self.session, rules)
            self.calendar = Calendar(calendar.days(self.session), known_until)
        finally:  # where they fail nobody has this desk, and its transaction would hold up all others
            self.session.rollback()

    # keep

    @whole
    def keep(self, raws: list[dict[str, Any]], now: datetime) -> None:
        """Before Telegram is told. Repeats are ignored; of a stranger only the number is stored. One that the records
        cannot take holds up no other."""
        numbered = keeping.numbered(raws)
        try:
            self._keep(numbered, now)
        except Exception as error:
            if keeping.is_of_the_records(error):  # asked for again
                raise
            self.undo()
            for raw in numbered:
                self._keep_alone(raw, now)

    def _keep_alone(self, raw: dict[str, Any], now: datetime) -> None:
        try:
            self._keep([raw], now)
        except Exception as error:
            if keeping.is_of_the_records(error):
                raise
            self.undo()
            log.error("an update cannot be kept and is passed over: %s", where(error))

    def _keep(self, raws: list[dict[str, Any]], now: datetime) -> None:
        rows = keeping.keep(self.office(now, "keep"), raws)
        if self.scribe:
            self.scribe.kept(rows, now)
        self.session.commit()
        self._unwiped |= self.session.info.pop(striking.STRUCK, False)

    # work

    @whole
    def work(self, now: datetime) -> Worked:
        """Up to a hundred kept updates in one transaction; if one is bad, each in its own and the bad one aside."""
        rows = inbox.batch(self.session, BATCH)  # held, so that they are not looked up one by one
        ids = [row.id for row in rows]
        if not ids:
            self.session.commit()
            return Worked(0, [])
        try:
            known = self._ahead(rows)
            answers = [self._handle(i, now, known) for i in ids]
            inbox.done(self.session, ids)
            self._tell("work", now, updates=self._updates(ids))
            self.session.commit()
        except Exception:  # noqa: BLE001 - whatever it was, one update must not hold up the others
            self.undo()
            answers = [self._alone(i, now) for i in ids]
        self._wipe()
        return Worked(len(ids), [answer for answer in answers if answer])

    def _alone(self, inbox_id: int, now: datetime) -> Answer | None:
        try:
            answer = self._handle(inbox_id, now)
            inbox.done(self.session, [inbox_id])
            self._tell("work", now, updates=self._updates([inbox_id]))
            self.session.commit()
        except OperationalError:  # it is the records that fail, not this update: it stays kept and is worked on again
            raise
        except Exception as error:  # noqa: BLE001 - whatever it was, it is set aside
            self.undo()
            log.error("update set aside as %s: %s", reference(inbox_id), where(error))
            answer = self._set_aside(inbox_id, now)
            self._tell("aside", now, updates=self._updates([inbox_id]))
            self.session.commit()
        return answer

    def _ahead(self, rows: Collection[Inbox]) -> dict[Any, Any]:
        """Messages that are pressed or replied to, under the key by which they are asked for."""
        raws = [row.raw for row in rows if row.raw] if len(rows) > 1 else []
        senders = {sender for raw in raws if (sender := door.sender(raw))}
        places = {place for raw in raws if (place := door.points_at(raw))}
        found = ahead.of_updates(self.session, senders, places)
        return {("message", *place): row for place, row in found.items()}

    def _handle(self, inbox_id: int, now: datetime, known: Mapping[Any, Any] = NOTHING) -> Answer | None:
        row = inbox.get(self.session, inbox_id)
        # the numbers of updates may come again after a week in which nothing came
        office = self.office(now, f"reply/{row.update_id}/{int(now.timestamp())}", inbox_id)
        office.known |= known
        answer = working.work_on(office, row, self.app, self.renderer.secret, self.scribe)
        self.rules = office.rules  # perhaps changed
        if len(self.session.new) > WAITING:
            self.session.flush()
        return answer

    def _set_aside(self, inbox_id: int, now: datetime) -> Answer | None:
        row = inbox.get(self.session, inbox_id)
        row.state, row.reference = "aside", reference(inbox_id)
        office = self.office(now, f"aside/{row.update_id}/{int(now.timestamp())}", inbox_id)
        return working.set_aside(office, row, self.scribe)

    def _wipe(self) -> None:
        """What was struck out leaves the file's log too; where somebody is reading it, at the next turn."""
        self._unwiped |= self.session.info.pop(striking.STRUCK, False)
        if self._unwiped:
            self._unwiped = not engine.wipe(self.database)

    # tick

    @whole
    def tick(self, now: datetime) -> bool:
        """One turn of every job. True where one of them has more to do; a failing one stops no other."""
        more = False
        self._wipe()
        self._turn_page(now)
        for job in TIMETABLE:
            office = self.office(now, f"job/{job.__name__.rpartition('.')[2]}/{now.isoformat()}")
            try:
                more |= job.run(office, UNITS)
                self._tell("job", now, job=job.__name__)
                self.session.commit()
                self.failing.is_over(job.__name__)
            except Exception as error:  # noqa: BLE001 - one failing job stops no other
                self.undo()
                log.error("job %s failed: %s", job.__name__, where(error))
                if self.failing.failed(job.__name__, now):
                    self._write_down(job.__name__, now)
        return more

    def _write_down(self, job: str, now: datetime) -> None:
        try:
            self._failed(job, now)
            self.session.commit()
            self.failing.written_down(job, now)
        except OperationalError as error:  # the records themselves fail
            self.undo()
            log.error("this cannot be written down: %s", where(error))

    def _failed(self, job: str, now: datetime) -> None:
        watching.failed(self.office(now, f"failed/{job}/{now.isoformat()}"), job.rpartition(".")[2])
        self._tell("failed", now, job=job)

    def _turn_page(self, now: datetime) -> None:
        """Calendar and rules are read anew every day: the office may have amended them."""
        today = self.rules.hours.today(now)
        if today != self._page:
            self.calendar, self._page = Calendar(calendar.days(self.session), self.known_until), today
            self._units = people.units(self.session)  # held, so that they are not looked up at every turn
            self._unread = True

    @whole
    def next_due(self, now: datetime) -> datetime | None:
        """When something will be due that is not yet."""
        office = self.office(now, "next")
        instants = [*(job.next_due(office) for job in TIMETABLE), outbox.next_due(self.session)]
        self.session.commit()  # nothing changed: what is loaded stays loaded
        return min((instant for instant in instants if instant and instant > now), default=None)

    @whole
    def has_pending(self, now: datetime) -> bool:
        """Something has come that nobody worked on, or may go that is not sent."""
        soonest = outbox.next_due(self.session)
        found = bool(inbox.fresh(self.session, 1)) or (soonest is not None and soonest <= now)
        self.session.commit()  # nothing changed: what is loaded stays loaded
        return found

    # settle

    @whole
    def settle(
        self,
        outcomes: Collection[Happened],
        now: datetime,
        pace: Pace,
        flying: Collection[int],
        fetching: Collection[tuple[Of, int]] = (),
        reading: Collection[int] = (),
        free: int = 8,
    ) -> Round:
        """Writes down what became of the last sends and claims the next ones, in one commit."""
        office = self.office(now, f"settle/{now.isoformat()}")
        settling.record(office, outcomes)
        waits = (hour := office.next_hour()) > now and outbox.put_off(self.session, now, hour)
        found, rows = claiming.round_of(office, self.renderer, pace, flying, fetching, reading, free)
        if self.scribe:
            self.scribe.settled(outcomes, rows, now, waits=bool(waits), reads=bool(found.readings))
        self.session.commit()
        return found

    @whole
    def recover(self, now: datetime) -> None:
        """At the start: what was on its way when the last process ended may have arrived or not."""
        self._do("recover", now, settling.recover)

    @whole
    def alive(self, now: datetime) -> None:
        """That the bot is there: the next start sees for how long it was not."""
        self._do("alive", now, watching.alive)

    @whole
    def tell_director(self, code: str, data: dict[str, Any], key: str, now: datetime) -> None:
        """A sentence on the card of the day, once under this key."""
        tell = partial(tidings.tell_director, kind="sentence", args={"code": code} | data, key=key)
        self._do("told", now, tell, code=code, data=data, key=key)

    def _do(self, what: str, now: datetime, use: Callable[[Office], Any], **told: Any) -> None:
        use(self.office(now, f"{what}/{now.isoformat()}"))
        self._tell(what, now, **told)
        self.session.commit()

    def close(self) -> None:
        self.session.close()

    @whole
    def call(self, use: Callable[[Office], Any], now: datetime, turn: str) -> Any:
        """A use case from the command line, in a transaction of its own."""
        office = self.office(now, turn)
        result = use(office)
        self._tell("hand", now, turn=turn.partition("/")[0])
        self.session.commit()
        self.rules = office.rules
        return result

    def _tell(self, what: str, now: datetime, **more: Any) -> None:
        if self.scribe:
            self.scribe.did(what, now, **more)

    def _updates(self, ids: Collection[int]) -> list[int]:
        return [inbox.get(self.session, i).update_id for i in ids] if self.scribe else []

    def office(self, now: datetime, turn: str, inbox_id: int | None = None) -> Office:
        if self._unread:
            self.rules, self._unread = pacing.rules_now(self.session, self._configured), False
        # in UTC, as it will be read: the trail is hashed over it
        at = now.astimezone(UTC)
        drift = self.scribe.by_clock(self.drift.wrong) if self.scribe else self.drift.wrong
        return Office(self.session, at, self.rules, self.calendar, turn, inbox_id=inbox_id, drift=drift)

    def undo(self) -> None:
        try:
            self.session.rollback()
        finally:  # a connection that is gone cannot even be told to forget
            self.session.expunge_all()
            self.session.info.clear()  # what was looked up once belongs to no session any more
            if self.scribe:
                self.scribe.forget()
            self._unread = True
