"""Plays the people behind the posts: they read their buttons and answer as people do."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal, Protocol

from bot import replies
from bot.clock import Clock
from bot.desk import Desk
from db.queries import people, reports, tasks
from db.tables import Task
from domain.cadences import parse_period
from services.forms import roll_call

Manner = Literal["on-time", "late", "none"]
LATE_BY = 2  # working days after the limit
HEAD_COUNT = 12  # of the smallest department played
TOPICS = ("学习贯彻上级会议精神，研判意识形态领域情况", "听取意识形态工作责任制落实情况汇报，部署下一步工作")
MINUTES = "会议纪要.txt"
PROOF = "佐证材料.pdf"
MEANT = ("likely", "file", "file-all")  # what was understood is right, even where it was doubted
LOOKING = ("accept", "check", "queue")  # the nearest to the end first
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


class Diary(Protocol):
    """What is to be done later, by which clock."""

    @property
    def clock(self) -> Clock: ...

    def later(self, at: datetime, act: Callable[[], None]) -> None: ...


class Player:
    """`manner` says of a department how it answers. Every answer goes through the chat."""

    def __init__(self, play: Diary, desk: Desk, hands: Hands, manner: Callable[[str], Manner]) -> None:
        self._play, self._desk, self._hands, self._manner = play, desk, hands, manner
        self._latest: dict[tuple[int, str], Seen] = {}  # the newest message that offers something about a task
        self._standing: dict[tuple[int, int], Seen] = {}  # messages as they stand now
        self._units: dict[int, str] = {}  # names
        self._opened: dict[int, date] = {}
        self._busy: set[tuple[int, str]] = set()  # tasks that somebody is about to answer
        self._looking: set[tuple[int, str]] = set()
        self._replied: set[tuple[int, int, str]] = set()  # questions answered: task, draft, what was asked

    def see(self, seen: Seen) -> None:
        """A message came, or changed."""
        if seen.chat < 0:
            return
        self._standing[seen.chat, seen.message_id] = seen
        verbs = {verb for verb, _, _ in seen.buttons}
        for verb in LOOKING:
            if verb in verbs:
                return self._look(seen, verb)
        if "walk" not in verbs and (meant := next((verb for verb in MEANT if verb in verbs), None)):
            return self._at(self._now + timedelta(minutes=1), lambda: self._press(seen, meant))
        offers = [number for verb, number, _ in seen.buttons if verb == "choose"]
        if "back" in verbs and verbs <= {"back", "choose", "sheet"}:  # a question
            return self._reply(seen, int((offers or [seen.buttons[-1][1]])[0].partition("-")[0]))
        if any(number.endswith("-entry") for number in offers):
            self._reply(seen, int(offers[0].partition("-")[0]))
        answers = {
            "task": self._open,
            "sheet": lambda task: self._open(task, "sheet"),
            "sign-all": self._sign,
            "zero": self._count,
            "sum": self._sum,
            "held": self._meet,
            "walk": self._walk,
            "answer": self._answer,
        }
        if "walk" in verbs:
            del answers["task"]  # one after the other
        for verb, number, _ in seen.buttons:
            task = tasks.get(self._desk.session, int(number)) if verb in answers else None
            if task is not None and task.state == "open" and self._answers(seen.chat, task):
                self._latest[task.id, verb] = seen
                answers[verb](task)

    def _look(self, seen: Seen, verb: str) -> None:
        """Heads and reviewers keep nobody waiting: from the card to the queue, to the answer, and it is let through."""
        key = seen.chat, verb
        if key in self._looking:
            return
        self._looking.add(key)
        wait = timedelta(minutes=30 if verb == "queue" else 1)

        def when_it_is_time() -> None:
            self._looking.discard(key)
            self._press(seen, verb)

        self._at(self._now + wait, when_it_is_time)

    def _walk(self, task: Task) -> None:
        self._once(task, "walk", lambda seen: self._press(seen, "walk"))

    def _answer(self, task: Task) -> None:
        self._once(task, "answer", lambda seen: self._press(seen, "answer"))

    def _reply(self, seen: Seen, task_id: int) -> None:
        """To the question that a card asks: by its button, in words, or with a file."""
        task = tasks.get(self._desk.session, task_id)
        if task is None or not self._answers(seen.chat, task):
            return
        if any(number.endswith(("-entry", "-close")) for _, number, _ in seen.buttons):
            self._latest[task.id, "choose"] = seen
            return self._register(task, [number.partition("-")[2] for _, number, _ in seen.buttons])
        draft = reports.draft(self._desk.session, task.id)
        if draft is None or draft.asking is None or draft.by is None:
            return
        answer = (task.id, draft.id, draft.asking)
        if answer not in self._replied:
            self._replied.add(answer)
            self._at(self._now + timedelta(minutes=1), lambda: self._say(seen, task, answer[2]))

    def _say(self, seen: Seen, task: Task, asking: str) -> None:
        """The answer to one question."""
        choices = [number.partition("-")[2] for verb, number, _ in seen.buttons if verb == "choose"]
        for choice in ("allyes", "allnone", "yes", "nothing"):
            if choice in choices:
                return self._press(seen, "choose", f"{task.id}-{choice}")
        office = self._desk.office(self._now, "play")
        match asking:
            case "figures":
                self._hands.say(seen, replies.figures(office, task))
            case "files" | "proof" | "minutes":
                content = f"{MINUTES} {task.id} {self._now:%Y-%m-%d %H:%M}\n".encode()
                self._hands.attach(seen, MINUTES if asking == "minutes" else PROOF, content)
            case "goal":
                self._press(seen, "choose", f"{task.id}-{replies.goal(office, task)}")
            case "entry":
                day = min(self._today, parse_period(task.period).end)
                self._hands.say(seen, replies.entry(day, task, len(reports.filed(self._desk.session, task.id))))
            case "text":
                self._hands.say(seen, replies.EXPLAINED)
            case "reason":
                self._hands.say(seen, replies.NOTHING_MORE)
            case _:
                day = replies.FOUNDED
                done = f"{day.year}年{day.month}月{day.day}日"
                self._hands.say(seen, replies.rank(task) if "unknown" in choices else done)

    def _register(self, task: Task, choices: list[str]) -> None:
        """Entries come over the year; what did not come by its end is said not to."""
        if task.state != "open":
            return
        if "close" in choices and task.cadence == "on-event":
            return self._once(task, "choose", lambda seen: self._press(seen, "choose", f"{task.id}-close"))
        if task.cadence == "on-event":
            return
        held = len(reports.filed(self._desk.session, task.id))
        start = parse_period(task.period).start
        day = self._desk.calendar.shift(start, APART * (held + 1) + task.id % APART)
        opening = self._desk.rules.hours.opening(min(day, task.due))
        self._once(task, "choose", lambda seen: self._press(seen, "choose", f"{task.id}-entry"), opening)

    def _answers(self, chat: int, task: Task) -> bool:
        """The one who answers for the department, unless it never does; heads and the office only look."""
        if self._manner(self._unit(task)) == "none":
            return False
        found = people.answering(self._desk.session, task.unit_id)
        return found is not None and found[1].telegram_id == chat

    def _open(self, task: Task, verb: str = "task") -> None:
        """One of several on today's card, taken up once a day."""
        if self._opened.get(task.id) != self._today:
            self._opened[task.id] = self._today
            self._once(task, verb, lambda seen: self._take_up(seen, task))

    def _take_up(self, seen: Seen, task: Task) -> None:
        """From the list; or, where a newer card asks for it alone, on that."""
        now = self._standing[seen.chat, seen.message_id]
        if any(found in ("task", "sheet") for found, _, _ in now.buttons):
            self._press(now, "task", str(task.id))
            self._press(now, "sheet", str(task.id))
        else:
            self.see(now)

    def _sign(self, task: Task) -> None:
        self._once(task, "sign-all", lambda seen: self._press(seen, "sign-all"))

    def _count(self, task: Task) -> None:
        records = int((task.unit_id + int(task.period[-2:])) % 9 == 0)
        n = roll_call.headcount(self._desk.office(self._now, "play"), task) or HEAD_COUNT + task.unit_id * 7 % 40
        self._once(task, "zero", lambda seen: self._hands.say(seen, f"应填{n}人，已填{n}人，记录{records}条"))

    def _sum(self, task: Task) -> None:
        """派驻组 waits for the departments until the day before its own limit."""
        hours = self._desk.rules.hours
        day = self._desk.calendar.shift(task.due, -1)
        self._once(task, "sum", lambda seen: self._press(seen, "sum"), hours.opening(day) + timedelta(hours=1))

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

        self._once(task, "held", report, self._desk.rules.hours.opening(day))

    def _once(self, task: Task, verb: str, act: Callable[[Seen], None], not_before: datetime | None = None) -> None:
        """In the department's manner, on the newest message, and once however often it is reminded."""
        if (task.id, verb) in self._busy:
            return
        self._busy.add((task.id, verb))
        at = self._now + timedelta(minutes=10 + task.unit_id % 3 * 15)
        if self._manner(self._unit(task)) == "late" and task.form != "signing":
            day = self._desk.calendar.shift(task.due, LATE_BY)
            at = max(at, self._desk.rules.hours.opening(day) + timedelta(minutes=30 + task.unit_id % 3 * 15))

        def when_it_is_time() -> None:
            self._busy.discard((task.id, verb))
            act(self._latest[task.id, verb])

        self._at(max(at, not_before or at), when_it_is_time)

    def _press(self, seen: Seen, verb: str, number: str | None = None) -> None:
        """Where the button is still there: a message may have changed since it was seen."""
        for found, subject, data in self._standing[seen.chat, seen.message_id].buttons:
            if found == verb and number in (None, subject):
                return self._hands.press(seen, data)

    def _at(self, instant: datetime, act: Callable[[], None]) -> None:
        self._play.later(instant, act)

    def _unit(self, task: Task) -> str:
        if task.unit_id not in self._units:
            self._units[task.unit_id] = people.unit(self._desk.session, task.unit_id).name
        return self._units[task.unit_id]

    @property
    def _now(self) -> datetime:
        return self._play.clock.now()

    @property
    def _today(self) -> date:
        return self._desk.rules.hours.today(self._now)
