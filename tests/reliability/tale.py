"""One story told by people who look at their chats: from the claim to a digest and a round."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from tests.house import A_MOMENT, at
from tests.messages import words
from tests.reliability.ward import Killed, Ward

DIRECTOR, REGISTRAR, POLITICAL = "创建办主任", "立案庭联络员", "政治部联络员"
START, MONDAY = "2026-02-26 09:30", "2026-03-02 09:00"  # Saturday is worked: the week is cut off at 17:30 on it
TRIES = 4


@dataclass(frozen=True)
class Act:
    """Somebody does something until the effect is to be seen; whoever sees none does it again. Or time goes by."""

    name: str
    seen: Callable[[], bool]
    do: Callable[[], None]
    until: datetime | None = None


class Tale:
    """`ids` are people's numbers by post; `unit` and `post` the registrar's in the records."""

    def __init__(self, ward: Ward, ids: dict[str, int], unit: int, post: int) -> None:
        self.ward, self._unit, self._post = ward, str(unit), str(post)
        self.director, self.registrar, self.political = ids[DIRECTOR], ids[REGISTRAR], ids[POLITICAL]
        self.group = ward.telegram.group

    async def tell(self) -> None:
        self.ward.arm("start")
        try:
            await self.ward.begin()
        except Killed:
            await self._revive(None)
        for act in self.acts():
            self.ward.arm(act.name)
            await self._play(act)
        self.ward.disarm()

    async def _play(self, act: Act) -> None:
        for _ in range(TRIES):
            self.ward.fate.move_to(self.ward.fate.now() + A_MOMENT)
            act.do()
            try:
                await self.ward.rest(act.until)
            except Killed:
                if self.ward.impatient and not act.seen():
                    act.do()  # while nobody is there to hear it
                await self._revive(act.until)
            if act.seen():
                return
        raise AssertionError(f"{act.name}: done {TRIES} times without an effect")

    async def _revive(self, until: datetime | None) -> None:
        while True:
            try:
                await self.ward.begin()
                return await self.ward.rest(until)
            except Killed:
                continue

    def acts(self) -> list[Act]:
        d, r, p, group = self.director, self.registrar, self.political, self.group
        press, offers, say, heard = self.ward.press, self._offers, self._say, self._heard
        return [
            Act("claim", lambda: offers(d, "giving"), lambda: say(d, f"/start {self.ward.code}")),
            Act("people", lambda: offers(d, "posts"), lambda: say(d, "人员")),
            Act("posts", lambda: offers(d, "invite"), lambda: press(d, "posts", self._unit)),
            Act("invite", lambda: bool(self._link()), lambda: press(d, "invite", self._post)),
            Act(
                "take",
                lambda: offers(d, "confirm") and bool(self.ward.heard(r)),
                lambda: say(r, f"/start {self._link()}"),
            ),
            Act("confirm", lambda: heard(r, "已登记为"), lambda: press(d, "confirm")),
            Act("bring", lambda: offers(group, "bind"), self._bring),
            Act("bind", lambda: heard(group, "已绑定"), lambda: press(d, "bind", chat=group)),
            Act("giving", lambda: offers(d, "give"), lambda: press(d, "giving")),
            Act("give", lambda: offers(r, "sign-all") and offers(p, "task"), lambda: press(d, "give")),
            Act("sign", lambda: heard(r, "已签收"), lambda: press(r, "sign-all")),
            Act("open", lambda: offers(p, "sign-all"), lambda: press(p, "task", self._task("signing"))),
            Act("sign too", lambda: heard(p, "已签收"), lambda: press(p, "sign-all")),
            Act("meeting", lambda: offers(p, "held"), lambda: press(p, "task", self._task("meeting"))),
            Act("held", lambda: heard(p, "日期和议题"), lambda: press(p, "held")),
            Act("topic", lambda: heard(p, "还缺会议纪要"), lambda: say(p, "2月25日 学习贯彻上级会议精神")),
            Act("minutes", lambda: offers(p, "file"), self._send_minutes),
            Act("file", lambda: heard(p, "已报送"), lambda: press(p, "file")),
            Act(
                "monday",
                lambda: self._digests() > 0 and offers(r, "zero") and offers(p, "zero"),
                self._again,
                at(MONDAY),
            ),
            Act("certain", lambda: not offers(d, "let-be"), self._let_be),
            Act("zero", lambda: heard(r, "请回复应填"), lambda: press(r, "zero")),
            Act("headcount", lambda: offers(r, "file"), lambda: say(r, "12")),
            Act("file zero", lambda: heard(r, "已报送"), lambda: press(r, "file")),
            Act("figures", lambda: offers(p, "file"), lambda: say(p, "应填30人，已填30人，记录0条")),
            Act("file figures", lambda: heard(p, "已报送", "已填"), lambda: press(p, "file")),
        ]

    def _say(self, person: int, text: str, chat: int | None = None) -> None:
        self.ward.telegram.says(person, chat or person, text)

    def _offers(self, chat: int, verb: str) -> bool:
        return self.ward.offer(chat, verb) is not None

    def _heard(self, chat: int, *texts: str) -> bool:
        """In one message."""
        return any(all(text in words(message) for text in texts) for message in self.ward.heard(chat))

    def _link(self) -> str | None:
        texts = [words(message) for message in self.ward.heard(self.director)]
        return next((text.partition("?start=")[2][:22] for text in reversed(texts) if "?start=" in text), None)

    def _bring(self) -> None:
        """Where nothing followed from the bot's coming, the director asks it."""
        chat = self.ward.telegram.world.chats.get(self.group)
        assert chat is not None
        if chat["bot"] == "never":
            self.ward.telegram.adds_bot(self.director, self.group)
        else:
            self._say(self.director, "/start", self.group)

    def _task(self, form: str) -> str:
        sql = (
            "SELECT t.id FROM task t JOIN post p ON p.unit_id = t.unit_id AND p.title = ?"
            " WHERE t.form = ? AND t.state = 'open'"
        )
        ((number,),) = self.ward.ask(sql, POLITICAL, form)
        return str(number)

    def _send_minutes(self) -> None:
        self.ward.telegram.sends_file(self.political, self.political, "会议纪要.txt", "会议纪要\n".encode())

    def _digests(self) -> int:
        return sum(1 for message in self.ward.heard(self.group) if "photo" in message)

    def _again(self) -> None:
        """The bot did not know whether the digest arrived, and the director sees that it did not."""
        if self._offers(self.director, "again") and not self._digests():
            self.ward.press(self.director, "again")

    def _let_be(self) -> None:
        if self._offers(self.director, "let-be"):
            self.ward.press(self.director, "let-be")
