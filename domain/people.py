"""Who is speaking, and in which capacity."""

from dataclasses import dataclass

from domain.notice import Role

ANSWERING: tuple[Role, ...] = ("contact", "deputy", "head")
OFFICE: tuple[Role, ...] = ("director", "office")  # 创建办
AWAY: tuple[Role, ...] = (*ANSWERING, "director")  # whose work waits for them, so that another may act
OVERSEEING: tuple[Role, ...] = ("director", "office", "leader")


@dataclass(frozen=True)
class Seat:
    post_id: int
    title: str
    role: Role
    unit_id: int
    unit: str


@dataclass(frozen=True)
class Principal:
    """A person the door let in. `chat_id` is where this update came from: the private chat, or a group."""

    person_id: int
    telegram_id: int
    chat_id: int
    name: str
    language: str
    state: str  # waiting, active
    seats: tuple[Seat, ...]

    @property
    def in_private(self) -> bool:
        return self.chat_id == self.telegram_id

    def holds(self, *roles: Role) -> bool:
        return any(seat.role in roles for seat in self.seats)

    @property
    def is_director(self) -> bool:
        return self.holds("director")

    @property
    def sees_all(self) -> bool:
        """/status is for whoever oversees: the office and the leaders."""
        return self.holds(*OVERSEEING)

    @property
    def units(self) -> tuple[int, ...]:
        """The departments that this person answers for, each once."""
        return tuple(dict.fromkeys(seat.unit_id for seat in self.seats if seat.role in ANSWERING))
