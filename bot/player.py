"""Plays the people behind the posts: they read their buttons and answer as people do."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal, Protocol

from bot.desk import Desk
from bot.play import Play
from db.queries import people, reports, tasks
from db.tables import Task
from services.forms import roll_call

Manner = Literal["on-time", "late", "none"]
LATE_BY = 2  # working days after the limit
HEAD_COUNT = 12  # of the smallest department played
TOPICS = ("学习贯彻上级会议精神，研判意识形态领域情况", "听取意识形态工作责任制落实情况汇报，部署下一步工作")
MINUTES = "会议纪要.txt"
APART = 20  # working days between two meetings


@dataclass(frozen=True)
class Seen:
    """A message as it stands in somebody's chat: its number and its buttons as (verb, id, data)."""

    chat: int
    message_id: int
    buttons: tuple[tuple[str, str, str], ...]


class Hands(Protocol):
    """What people do in their chats."""

    def press(self, seen: Seen, data: str) -> None: ...

    def say(self, seen: Seen, text: str) -> None: ...

    def attach(self, seen: Seen, name: str, content: bytes) -> None: ...


class Player:
    """`manner` says of a department how it answers. Every answer goes through the chat."""

    def __init__(self, play: Play, desk: Desk, hands: Hands, manner: Callable[[str], Manner]) -> None:
        self._play, self._desk, self._hands, self._manner = play, desk, hands, manner
        self._latest: dict[int, Seen] = {}  # the newest message about a task
        self._standing: dict[tuple[int, int], Seen] = {}  # messages as they stand now
        self._opened: dict[int, date] = {}
        self._busy: set[int] = set()  # tasks that somebody is about to answer
        self._minuted: set[tuple[int, int]] = set()  # meetings whose minutes were sent: task, how many before

    def see(self, seen: Seen) -> None:
        """A message came, or changed."""
        if seen.chat < 0:
            return
        self._standing[seen.chat, seen.message_id] = seen
        answers = {
            "task": self._open,
            "sign-all": self._sign,
            "zero": self._count,
            "sum": self._sum,
            "held": self._meet,
        }
        for verb, number, _ in seen.buttons:
            if verb == "file":  # what was understood is right
                return self._at(self._now + timedelta(minutes=1), lambda: self._press(seen, "file"))
            task = tasks.get(self._desk.session, int(number)) if verb in answers else None
            if task is not None and self._answers(seen.chat, task):
                self._latest[task.id] = seen
                answers[verb](task)
        if [verb for verb, _, _ in seen.buttons] == ["back"]:  # the minutes are asked for
            self._attach(seen, int(seen.buttons[0][1]))

    def _attach(self, seen: Seen, task_id: int) -> None:
        """Once a meeting, however many messages ask for it."""
        meeting = task_id, len(reports.filed(self._desk.session, task_id))
        if meeting not in self._minuted:
            self._minuted.add(meeting)
            minutes = f"会议纪要 {self._today}\n".encode()
            self._at(self._now + timedelta(minutes=1), lambda: self._hands.attach(seen, MINUTES, minutes))

    def _answers(self, chat: int, task: Task) -> bool:
        """The one who answers for the department, unless it never does; heads and the office only look."""
        found = people.answering(self._desk.session, task.unit_id)
        return found is not None and found[1].telegram_id == chat and self._manner(self._unit(task)) != "none"

    def _open(self, task: Task) -> None:
        """One of several on today's card, taken up once a day."""
        if self._opened.get(task.id) != self._today:
            self._opened[task.id] = self._today
            self._once(task, lambda seen: self._take_up(seen, task))

    def _take_up(self, seen: Seen, task: Task) -> None:
        """From the list; or, where a newer card asks for it alone, on that."""
        now = self._standing[seen.chat, seen.message_id]
        if any(found == "task" for found, _, _ in now.buttons):
            self._press(now, "task", str(task.id))
        else:
            self.see(now)

    def _sign(self, task: Task) -> None:
        self._once(task, lambda seen: self._press(seen, "sign-all"))

    def _count(self, task: Task) -> None:
        records = int((task.unit_id + int(task.period[-2:])) % 9 == 0)
        n = roll_call.headcount(self._desk.office(self._now, "play"), task) or HEAD_COUNT + task.unit_id * 7 % 40
        self._once(task, lambda seen: self._hands.say(seen, f"应填{n}人，已填{n}人，记录{records}条"))

    def _sum(self, task: Task) -> None:
        """派驻组 waits for the departments until the day before its own limit."""
        hours = self._desk.rules.hours
        day = self._desk.calendar.shift(task.due, -1)
        self._once(task, lambda seen: self._press(seen, "sum"), hours.opening(day) + timedelta(hours=1))

    def _meet(self, task: Task) -> None:
        """Held once the reminders of the last sixty working days have begun, and no more often than is asked."""
        if task.state != "open" or self._desk.calendar.count(self._today, task.due) > 60:
            return
        held = len(reports.filed(self._desk.session, task.id))
        topic = TOPICS[held % len(TOPICS)]
        day = min(self._desk.calendar.shift(self._today, APART), task.due) if held else self._today

        def report(seen: Seen) -> None:
            day = min(self._today, task.due)
            self._hands.say(seen, f"{day.month}月{day.day}日 {topic}")

        self._once(task, report, self._desk.rules.hours.opening(day))

    def _once(self, task: Task, act: Callable[[Seen], None], not_before: datetime | None = None) -> None:
        """In the department's manner, on the newest message, and once however often it is reminded."""
        if task.id in self._busy:
            return
        self._busy.add(task.id)
        at = self._now + timedelta(minutes=10 + task.unit_id % 3 * 15)
        if self._manner(self._unit(task)) == "late" and task.form != "signing":
            day = self._desk.calendar.shift(task.due, LATE_BY)
            at = max(at, self._desk.rules.hours.opening(day) + timedelta(minutes=30 + task.unit_id % 3 * 15))

        def when_it_is_time() -> None:
            self._busy.discard(task.id)
            act(self._latest[task.id])

        self._at(max(at, not_before or at), when_it_is_time)

    def _press(self, seen: Seen, verb: str, number: str | None = None) -> None:
        """Where the button is still there: a message may have changed since it was seen."""
        for found, subject, data in self._standing[seen.chat, seen.message_id].buttons:
            if found == verb and number in (None, subject):
                return self._hands.press(seen, data)

    def _at(self, instant: datetime, act: Callable[[], None]) -> None:
        self._play.later(instant, act)

    def _unit(self, task: Task) -> str:
        return people.unit(self._desk.session, task.unit_id).name

    @property
    def _now(self) -> datetime:
        return self._play.clock.now()

    @property
    def _today(self) -> date:
        return self._desk.rules.hours.today(self._now)
