"""What a handler is given: who speaks, the office at this moment, and a way to say things."""

from dataclasses import dataclass, field
from typing import Any, Self, cast

from telegram.ext import Application, CallbackContext, ExtBot, JobQueue

from bot import ways
from bot.buttons import Press
from db.tables import Outbox
from domain.people import Principal
from services import saying
from services.office import Office


@dataclass
class Answer:
    """To a press: the small text that Telegram shows for a moment. Not kept; a lost one is pressed again."""

    callback_id: str
    language: str
    code: str | None = None
    data: dict[str, Any] = field(default_factory=dict)


@dataclass
class Turn:
    """One update on the desk."""

    office: Office
    who: Principal | None
    telegram_id: int
    chat_id: int
    language: str
    raw: dict[str, Any]
    token: str | None = None  # that the message offers, to claim a post
    bound: bool = False  # in the leading group's chat
    second_hand: bool = False  # forwarded or made by another bot: somebody else's words
    album: str | None = None  # of which the message is one: Telegram brings an album as several
    press: Press | None = None
    pressed: Outbox | None = None  # the message under the button
    answer: Answer | None = None


class Context(CallbackContext[ExtBot[None], dict[Any, Any], dict[Any, Any], dict[Any, Any]]):
    """`office` for use cases, `who` for rights, `say` for words."""

    turn: Turn

    @classmethod
    def from_update(cls, update: object, application: "Application[Any, Any, Any, Any, Any, Any]") -> Self:
        context = super().from_update(update, application)
        context.turn = cast(Desktop, application).turn
        return context

    @property
    def office(self) -> Office:
        return self.turn.office

    @property
    def who(self) -> Principal:
        assert self.turn.who is not None, "the door lets nobody else this far"
        return self.turn.who

    @property
    def press(self) -> Press:
        assert self.turn.press is not None, "only a button leads here"
        return self.turn.press

    @property
    def welcome(self) -> bool:
        """In private always, in a group only where the director has bound it."""
        return self.who.in_private or self.turn.bound

    def say(self, kind: str, args: dict[str, Any] | None = None, *, to: int | None = None) -> Outbox:
        """An album is answered once, not once a file: what is said again of it shows in the same message."""
        chat_id = to or self.turn.chat_id
        if self.turn.album is None:
            return saying.say(self.office, chat_id, kind, args)
        what = (args or {}).get("code", kind)
        return saying.say_once(self.office, chat_id, kind, args, key=f"album/{chat_id}/{self.turn.album}/{what}")

    def show(self, kind: str, args: dict[str, Any] | None = None) -> None:
        """In the message under the pressed button where that is words, otherwise in a new one.

        Pressed in a group it goes to the private chat of whoever pressed: details are nobody else's.
        """
        under = self.turn.pressed
        if self.turn.chat_id < 0 and kind != "room-offer":
            self.toast("shown-in-private")
            self.say(kind, args, to=self.who.telegram_id)
            return
        if under is None or ways.has_picture(under):
            self.say(kind, args)
        else:
            saying.edit(self.office, under, kind, args or {})

    def renew(self, kind: str, args: dict[str, Any]) -> None:
        """As `show`; the card of a day goes on being that, and shows what has become of it."""
        under = self.turn.pressed
        if under is not None and under.kind == "card":
            saying.edit(self.office, under)
        else:
            self.show(kind, args)

    def go(self, kind: str, args: dict[str, Any] | None = None) -> None:
        """A page of the way down: in the message that shows the page above, below anything else. Words cannot become
        a picture: a page that is one gets a message of its own there.

        Pressed in a group it goes to the private chat of whoever pressed.
        """
        under = self.turn.pressed
        is_mine = under is None or under.kind not in ("status", "digest") or self.who.sees_all
        found = ways.down(under if is_mine else None, kind, args or {})
        if self.turn.chat_id < 0:
            self.toast("shown-in-private")
            self.say(kind, found, to=self.who.telegram_id)
        elif under is None or not ways.is_page(under):
            self.say(kind, found)
        elif kind in ways.PICTURED and not (found.get("words") or ways.has_picture(under)):
            self.say(kind, args)
        else:
            saying.edit(self.office, under, kind, found)

    @property
    def on_page(self) -> bool:
        """The pressed message shows a page of the way down."""
        return ways.is_page(self.turn.pressed)

    @property
    def on_picture(self) -> bool:
        return ways.has_picture(self.turn.pressed)

    def up(self, depth: int) -> bool:
        """To the page that one came from; False where the message shows another one by now."""
        under = self.turn.pressed
        if under is None or len(ways.above(under.args)) != depth or (found := ways.up(under)) is None:
            return False
        saying.edit(self.office, under, *found)
        return True

    def leaf(self, part: int) -> bool:
        """To another part of a page that is too long for its message; False where it is none."""
        under = self.turn.pressed
        if under is None or not ways.is_page(under):
            return False
        saying.edit(self.office, under, under.kind, under.args | {"part": part})
        return True

    def sentence(self, code: str, **data: Any) -> None:
        self.say("sentence", {"code": code, **data})

    def toast(self, code: str, **data: Any) -> None:
        """A word on the pressed button."""
        assert self.turn.answer is not None
        self.turn.answer.code, self.turn.answer.data = code, data


class Desktop(Application[ExtBot[None], Context, dict[Any, Any], dict[Any, Any], dict[Any, Any], JobQueue[Any] | None]):
    """The library's dispatcher on the desk: what goes wrong in a handler goes on to the desk, which rolls back."""

    turn: Turn

    async def process_error(
        self, update: object, error: Exception, job: object = None, coroutine: object = None
    ) -> bool:
        raise error
