"""Every sequence of what the office can do about its own seats, pressed at the desk itself: each state is gone on from
once, and what a press would change is undone before the next one is tried."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlmodel import select

from bot import keeping
from db.queries import people
from db.tables import Consent, Inbox, Invite, Person, Tenure
from services import erasing, reviewers
from services import people as seats
from services.office import Office
from tests.house import DIRECTOR, OFFICER
from tests.security.gate import NOW, WAITING, Gate

DEPUTY_DIRECTOR = "审委会专职委员"  # sits as 创建办副主任
COMER = WAITING  # would like to be of the office
PEOPLE = (DIRECTOR, DEPUTY_DIRECTOR, OFFICER, COMER)
CLAIMS = ((DIRECTOR, COMER), ("创建办副主任", COMER), ("创建办副主任", DIRECTOR))  # of which seat, by whom


class Act(NamedTuple):
    """`verb` is that of a button, or "erase", on the server."""

    verb: str
    who: str
    subject: int = 0


@dataclass(frozen=True)
class State:
    """Which person has which seat of the office; the consents: what about, asked by whom, what became of it; the claims
    that are settled; who is erased."""

    seats: frozenset[tuple[int, int]]
    consents: tuple[tuple[str, int, str], ...]
    settled: frozenset[int]
    gone: frozenset[int]

    @property
    def office(self) -> frozenset[int]:
        return frozenset(person for _, person in self.seats)


@dataclass
class Walk:
    """`steps` are all that changed anything: before, act, after."""

    gate: Gate
    steps: list[tuple[State, Act, State]] = field(default_factory=list)
    done: list[Act] = field(default_factory=list)
    _gone_on: dict[State, int] = field(default_factory=dict)  # with how many acts to come

    def __post_init__(self) -> None:
        self.gate.desk.call(self._prepare, NOW, "prepare")

    def _prepare(self, office: Office) -> None:
        """Three sit in the office, and what they are asked for was invited by the director."""
        self.of = {title: self._person(office, title).id for title in PEOPLE}
        for tenure in office.session.exec(select(Tenure)).all():
            post = people.post(office.session, tenure.post_id)
            assert post is not None
            if post.role in ("director", "office") and tenure.person_id not in self.of.values():
                tenure.until = office.today
        office.person_id = self.of[DIRECTOR]
        self.claims: list[int] = []
        self.directing = people.posts_called(office.session, DIRECTOR)[0].id
        for title, comer in CLAIMS:
            post = people.posts_called(office.session, title)[0]
            row = office.session.get_one(Invite, seats.invite(office, post.id).id)
            row.claimed_by, row.claimed_at = self.of[comer], office.now
            self.claims.append(row.id)
        office.session.get_one(Person, self.of[COMER]).state = "active"

    def _person(self, office: Office, title: str) -> Person:
        found = people.by_telegram(office.session, self.gate.ids[title])
        assert found is not None
        return found

    def walk(self, acts: int) -> None:
        """All sequences of so many acts."""
        self._go_on(self.state(), acts)
        self.gate.desk.undo()

    def states(self, acts: Sequence[Act]) -> list[State]:
        """After each of these, done one after the other and kept."""
        found = []
        for act in acts:
            self._do(act, NOW + timedelta(seconds=len(self.done)))
            self.done.append(act)
            found.append(self.state())
        return found

    def _go_on(self, before: State, acts: int) -> None:
        if acts <= self._gone_on.get(before, 0):
            return
        self._gone_on[before] = acts
        for act in self._possible(before):
            trial = self.gate.session.begin_nested()
            self._do(act, NOW - timedelta(seconds=acts))
            after = self.state()
            if after != before:
                self.steps.append((before, act, after))
                self._go_on(after, acts - 1)
            trial.rollback()
            self.gate.session.expunge_all()
            self.gate.session.info.clear()

    def _possible(self, state: State) -> Iterator[Act]:
        numbers = range(1, 1 + len(state.consents))
        for who in PEOPLE:
            yield from (Act("confirm", who, claim) for claim in self.claims)
            yield from (Act(verb, who, number) for verb in ("agree", "decline") for number in numbers)
        yield from (Act("erase", who) for who in (DIRECTOR, DEPUTY_DIRECTOR) if self.of[who] not in state.gone)

    def _do(self, act: Act, now: datetime) -> None:
        office = self.gate.desk.office(now, "person")
        if act.verb == "erase":
            with suppress(erasing.LastDirector):
                erasing.erase(office, self._person(office, act.who))
        else:
            raw = self.gate.presses(act.who, act.verb, act.subject)
            keeping.keep(office, [raw])
            row = self.gate.session.exec(select(Inbox).where(Inbox.update_id == raw["update_id"])).one()
            self.gate.desk._handle(row.id, now)
        self.gate.session.flush()

    def state(self) -> State:
        session, office = self.gate.session, self.gate.desk.office(NOW, "look")
        held = reviewers.office_seats(office)
        consents = session.exec(select(Consent).order_by(Consent.id)).all()  # type: ignore[arg-type]
        settled = session.exec(select(Invite.id).where(Invite.settled_at != None))  # noqa: E711
        gone = session.exec(select(Person.id).where(Person.state == "gone"))
        return State(
            frozenset((post.id, person.id) for post, person in held),
            tuple((row.subject, row.by, row.state) for row in consents),
            frozenset(settled),
            frozenset(gone),
        )
