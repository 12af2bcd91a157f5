from sqlite3 import Row
from typing import Any

from sandbox.arguments import Arguments, Method, array, chat, integer, mapping, string
from sandbox.errors import bad
from sandbox.limits import DELETABLE_FOR
from sandbox.messages import BOT
from sandbox.methods.sending import caption_of, markup_of, media_of, text_of
from sandbox.world import World

Json = dict[str, Any]
UNCHANGED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current content"
    " and reply markup of the message"
)
TEXT_FIELDS = ("text", "entities")
CAPTION_FIELDS = ("caption", "caption_entities")
MEDIA_FIELDS = ("photo", "document", *CAPTION_FIELDS)


def _own(world: World, a: Arguments) -> Json:
    """The body of the bot's own message that is to be changed."""
    world.chats.must_speak(a["chat_id"])
    row = world.messages.get(a["chat_id"], a["message_id"])
    if row is None:
        raise bad("message to edit not found")
    if row["sender"] != BOT:
        raise bad("message can't be edited")
    return world.messages.body(a["chat_id"], a["message_id"])


def _change(world: World, a: Arguments, old: Json, fields: tuple[str, ...], content: Json) -> Json:
    """Puts `content` in the place of `fields`; a keyboard that is not given again goes, as at Telegram."""
    kept = {key: value for key, value in old.items() if key not in (*fields, "reply_markup", "_force_reply")}
    new = kept | content | markup_of(a)
    if _seen(new) == _seen(old):
        raise bad(UNCHANGED)
    world.pace.take(a["chat_id"])
    world.messages.change(a["chat_id"], a["message_id"], new, world.second())
    return world.messages.show(a["chat_id"], a["message_id"])


def _seen(body: Json) -> Json:
    """What a reader could tell apart; the same bytes sent again are still another file."""
    return {key: value for key, value in body.items() if key[0] != "_"}


def edit_text(world: World, a: Arguments) -> Json:
    old = _own(world, a)
    if "text" not in old:
        raise bad("there is no text in the message to edit")
    return _change(world, a, old, TEXT_FIELDS, text_of(a))


def edit_caption(world: World, a: Arguments) -> Json:
    old = _own(world, a)
    if "photo" not in old and "document" not in old:
        raise bad("there is no caption in the message to edit")
    return _change(world, a, old, CAPTION_FIELDS, caption_of(a))


def edit_media(world: World, a: Arguments) -> Json:
    old = _own(world, a)
    if "photo" not in old and "document" not in old:
        raise bad("message can't be edited")
    content = media_of(world, a, a["media"])
    if "media_group_id" in old and "document" in {*old, *content} and ("document" in old) != ("document" in content):
        raise bad("can't use the media of the specified type in the album")
    return _change(world, a, old, MEDIA_FIELDS, content)


def edit_markup(world: World, a: Arguments) -> Json:
    return _change(world, a, _own(world, a), (), {})


def delete(world: World, a: Arguments) -> bool:
    world.chats.must_speak(a["chat_id"])
    row = world.messages.get(a["chat_id"], a["message_id"])
    if row is None:
        raise bad("message to delete not found")
    if not _may_delete(world, row):
        raise bad("message can't be deleted for everyone")
    world.messages.remove(a["chat_id"], a["message_id"])
    return True


def _may_delete(world: World, row: Row) -> bool:
    if world.second() - row["date"] > DELETABLE_FOR.total_seconds():
        return False
    group = world.chats.get(row["chat"]) if row["chat"] < 0 else None
    return bool(row["sender"] == BOT or group is None or group["bot"] == "administrator")


_PLACE = {"chat_id": chat, "message_id": integer}

METHODS = (
    Method(
        "editMessageText",
        edit_text,
        needs={**_PLACE, "text": string},
        takes={"parse_mode": string, "entities": array, "link_preview_options": mapping, "reply_markup": mapping},
    ),
    Method(
        "editMessageCaption",
        edit_caption,
        needs=_PLACE,
        takes={"caption": string, "parse_mode": string, "caption_entities": array, "reply_markup": mapping},
    ),
    Method("editMessageMedia", edit_media, needs={**_PLACE, "media": mapping}, takes={"reply_markup": mapping}),
    Method("editMessageReplyMarkup", edit_markup, needs=_PLACE, takes={"reply_markup": mapping}),
    Method("deleteMessage", delete, needs=_PLACE, takes={}),
)
