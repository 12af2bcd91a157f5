"""What came after a backup is done once more on the restored records, each transaction at its own instant.

Done by the same program on the same records it comes to the same rows under the same numbers. Where it does not (the
program is another one, something was done at the terminal, a line is missing) it has gone astray: then a message that
was sent stays sent whatever row it had, and a button counts only where the message offers that very button again.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import event
from sqlalchemy.exc import OperationalError
from sqlmodel import Session

from bot import claiming, door, settling
from bot.desk import UNITS, Desk
from bot.jobs import TIMETABLE
from bot.traffic import Sent
from bot.vault.following import is_behind
from bot.vault.journal import Line
from bot.vault.outcomes import of_plain
from bot.vault.scribe import Claimed
from bot.whole import whole
from bot.wire import Fate
from db.queries import documents, inbox, journal, outbox, people, reports, traces
from db.queries.journal import Told
from db.tables import Inbox, Invite, Outbox, Person
from domain.paper import Shelf
from services import erasing, importing
from services.office import Office
from services.people import digest

JOBS = {job.__name__: job for job in TIMETABLE}
STUB = "sentence"  # a message of which nothing is known but that it was sent


@dataclass(frozen=True)
class Replayed:
    """`until` is the instant of the last line; `astray` why not everything could be done as it was, "" where it was;
    `unpressed` are buttons that were pressed and could not be pressed again; `by_hand` are commands that were given
    since."""

    updates: int = 0
    sends: int = 0
    until: datetime | None = None
    astray: str = ""
    unpressed: int = 0
    by_hand: tuple[str, ...] = ()


class Repeat(Desk):
    """A desk that does once more what was done."""

    _invites: list[str]
    _drift: timedelta | None = None  # of the clock, as it was found to be then

    def office(self, now: datetime, turn: str, inbox_id: int | None = None) -> Office:
        return replace(super().office(now, turn, inbox_id), drift=self._drift)

    def last_told(self) -> Told:
        """The last transaction that the journal was told of and that is in these records."""
        found = journal.last(self.session)
        self.session.rollback()
        return found

    def follow(self, lines: Iterable[Line], told: Callable[[int], None]) -> Replayed:
        """All of them, in their order."""
        self._invites, self._found = [], Replayed()
        event.listen(self.session, "before_flush", self._name_invites)
        last = self.last_told()
        for done, line in enumerate(lines):
            if not is_behind(line, last):
                self._stray("流水缺了一段 / something is missing in the journal")
            last = Told(line["n"], line.get("mark", 0))
            now = datetime.fromisoformat(line["at"])
            self._invites = list(line.get("invites", ()))
            self._drift = timedelta(seconds=line["drift"]) if "drift" in line else None
            self._found = replace(self._found, until=now)
            try:
                self._once_more(line, last, now)
            except OperationalError:
                raise
            except Exception as error:  # noqa: BLE001 - what cannot be done once more must not hold up the rest
                self._stray(f"有一步没有做成 / a step failed: {line['v']}, {type(error).__name__}")
            told(done)
        event.remove(self.session, "before_flush", self._name_invites)
        self._drift = None
        self._name_links()
        return self._found

    @whole
    def _once_more(self, line: Line, which: Told, now: datetime) -> None:
        self._turn_page(now)
        ACTS.get(line["v"], Repeat._cannot)(self, line, now)
        journal.set_last(self.session, which)
        self.session.commit()

    def _set_aside_again(self, line: Line, now: datetime) -> None:
        for number in self._numbers(line["updates"]):
            self._set_aside(number, now)

    def _run_again(self, line: Line, now: datetime) -> None:
        self.session.info.clear()  # whatever it has done today already: it did something then
        job = JOBS[line["job"]]
        job.run(self.office(now, f"job/{job.__name__.rpartition('.')[2]}/{now.isoformat()}"), UNITS)

    @whole
    def _name_links(self) -> None:
        """An invitation that has not left holds a link of now: that one is to be good."""
        for row in outbox.of_kind(self.session, "invitation", ("pending", "sending")):
            invite = people.invite(self.session, row.args["invite"])
            token = row.args["link"].rpartition("=")[2]
            if invite is not None and invite.claimed_by is None:
                invite.hash = digest(token)
        self.session.commit()

    # what came in

    def _keep_again(self, line: Line, now: datetime) -> None:
        """As it was kept: the guard has seen it."""
        if not inbox.present(self.session, [line["id"]]):
            more = {key: line[key] for key in ("sender", "raw", "state")}
            self.session.add(Inbox(update_id=line["id"], kept_at=now, **more))
            self._found = replace(self._found, updates=self._found.updates + 1)

    def _work_again(self, line: Line, now: datetime) -> None:
        for number in self._numbers(line["updates"]):
            row = inbox.get(self.session, number)
            if self._found.astray and not self._may_be_pressed(row.raw or {}):
                row.state = "done"
                self._found = replace(self._found, unpressed=self._found.unpressed + 1)
            else:
                self._handle(number, now)
                inbox.done(self.session, [number])

    def _numbers(self, updates: list[int]) -> list[int]:
        """Of the rows that nobody has worked on yet, in this order."""
        fresh = {row.update_id: row.id for row in inbox.of_updates(self.session, updates) if row.state == "new"}
        return [fresh[update] for update in updates if update in fresh]

    def _may_be_pressed(self, raw: dict[str, Any]) -> bool:
        """Whatever is no press; and a press of a button that stands under the message as it was shown here."""
        query = raw.get("callback_query")
        if query is None:
            return True
        row = outbox.of_message(self.session, door.chat(raw) or 0, query["message"]["message_id"])
        offered = ((row.params or {}).get("keyboard") or ()) if row else ()
        return any(data == query.get("data") for buttons in offered for _, data in buttons)

    # what went out

    def _settle_again(self, line: Line, now: datetime) -> None:
        office = self.office(now, f"settle/{now.isoformat()}")
        for plain in line["became"]:
            self._become(office, plain)
        if (hour := office.next_hour()) > now:
            outbox.put_off(self.session, now, hour)
        self.session.flush()
        for told in line["claimed"]:
            self._claim_again(office, told)
        if line["reads"]:
            importing.to_read(office)

    def _claim_again(self, office: Office, told: Claimed) -> None:
        number, key, kind, chat_id, rank, edits = told
        row = outbox.by_key(self.session, key)
        if row is None or row.id != number:
            self._stray(f"编号与当时不同 / a message has another number: {kind}")
        if row is not None and row.state == "pending":
            claiming.claim(office, self.renderer, [row])
        elif row is None and edits is None:
            self._hold_as_sent(office, key, chat_id, rank)

    def _hold_as_sent(self, office: Office, key: str, chat_id: int, rank: int, message_id: int | None = None) -> None:
        """What it said is lost; it is not said again."""
        now = office.now
        row = Outbox(key=key, chat_id=chat_id, kind=STUB, args={"code": ""}, rank=rank, not_before=now, since=now)
        row.state, row.message_id = "sent", message_id
        self.session.add(row)

    def _become(self, office: Office, plain: dict[str, Any]) -> None:
        outcome = of_plain(plain)
        if not isinstance(outcome, Sent):
            if not self._found.astray:
                settling.record(office, [outcome])
            return
        row = outbox.by_key(self.session, plain["key"])
        arrived = outcome.verdict.fate is Fate.SENT
        if row is None:
            if arrived and plain.get("chat_id") and plain["edits"] is None:  # the line that made it is lost
                self._hold_as_sent(office, plain["key"], plain["chat_id"], plain["rank"], outcome.message_id)
            return
        if arrived:
            self._found = replace(self._found, sends=self._found.sends + 1)
        if row.state == "pending" and self._found.astray:  # that it was about to leave is what is missing
            claiming.claim(office, self.renderer, [row])
        if row.state in ("sending", "dropped"):
            settling.record(office, [replace(outcome, outbox_id=row.id)])
        elif row.kind == STUB and row.message_id is None:
            row.message_id = outcome.message_id

    # afterwards

    @whole
    def doubt(self, now: datetime) -> None:
        """Nobody knows what became of the messages that were about to leave: they perhaps arrived."""
        office = self.office(now, f"restore/{now.isoformat()}")
        for row in outbox.waiting_now(self.session, now):
            row.since, row.error = now, "the records were restored without a journal"
            settling.uncertain(office, row, timedelta(0))
        self.session.commit()

    @whole
    def begin_anew(self) -> None:
        """What comes next is never taken for what was lost."""
        journal.begin_anew(self.session)
        self.session.commit()

    @whole
    def fetch_again(self, proofs: Shelf, papers: Shelf) -> int:
        """Files that came after the backup lie with Telegram still: those that are not there are wanted again."""
        missing = 0
        for rows, shelf in ((reports.kept_files(self.session), proofs), (documents.unread(self.session), papers)):
            for row in rows:
                if row.hash and not shelf(row.hash).exists():
                    row.state, row.hash, row.tries, row.not_before = "wanted", None, 0, None
                    missing += 1
        self.session.commit()
        return missing

    def erased_files(self) -> list[str]:
        found = reports.erased_files(self.session)
        self.session.rollback()
        return found

    @whole
    def erase_again(self, numbers: Iterable[int], made: datetime, now: datetime) -> tuple[list[int], list[int]]:
        """Whoever was erased since a backup and is in it: who is erased now, and who directs alone and cannot be."""
        gone: list[int] = []
        left: list[int] = []
        office = self.office(now, f"erased/{now.isoformat()}")
        for number in dict.fromkeys(numbers):
            person = self.session.get(Person, number)
            if person is None or person.at > made or traces.is_forgotten(person):  # nobody, or another of that number
                continue
            try:
                erasing.erase(office, person)
                gone.append(number)
            except erasing.LastDirector:
                left.append(number)
        self.session.commit()
        return gone, left

    def _done_by_hand(self, line: Line, now: datetime) -> None:
        """An erasure is done again, everything else by whoever did it."""
        if "erased" not in line:
            self._found = replace(self._found, by_hand=(*self._found.by_hand, line["turn"]))
            return self._stray("有命令行操作 / something was done by command")
        office = self.office(now, f"{line['turn']}/{line['at']}")
        if self._found.astray:  # by now another may have this number; whoever is in the backup is erased at the end
            return
        for number in line["erased"]:
            erasing.erase(office, people.get(self.session, number))

    def _cannot(self, line: Line, now: datetime) -> None:
        match line["v"]:
            case "gap":
                self._stray(f"流水曾中断 / the journal could not be written from {line['since']} on")
            case what:
                self._stray(f"流水里有不认识的内容 / the journal tells of something unknown: {what}")

    def _stray(self, why: str) -> None:
        self._found = replace(self._found, astray=self._found.astray or why)

    def _name_invites(self, session: Session, *_: Any) -> None:
        """The tokens of that time are good: their hashes are put back."""
        for row in session.new:
            if isinstance(row, Invite) and self._invites:
                row.hash = self._invites.pop(0)


# what a line of the journal says was done, and how it is done once more
ACTS: dict[str, Callable[[Repeat, Line, datetime], None]] = {
    "kept": Repeat._keep_again,
    "work": Repeat._work_again,
    "aside": Repeat._set_aside_again,
    "job": Repeat._run_again,
    "failed": lambda repeat, line, now: repeat._failed(line["job"], now),
    "settle": Repeat._settle_again,
    "recover": lambda repeat, line, now: repeat.recover(now),
    "alive": lambda repeat, line, now: repeat.alive(now),
    "hand": Repeat._done_by_hand,
    "told": lambda repeat, line, now: repeat.tell_director(line["code"], line["data"], line["key"], now),
}
