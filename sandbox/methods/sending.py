from typing import Any

from sandbox.arguments import Arguments, Method, array, boolean, chat, integer, mapping, string, upload
from sandbox.errors import ApiError, bad
from sandbox.keyboards import read_markup
from sandbox.limits import CAPTION, TEXT, UPLOAD_BYTES
from sandbox.messages import BOT
from sandbox.text import read_text, units
from sandbox.world import World

Json = dict[str, Any]
REPLY_FIELDS = {"message_id", "chat_id", "allow_sending_without_reply", "quote", "quote_parse_mode", "quote_position"}
MEDIA_KEYS = {"type", "media", "caption", "parse_mode", "caption_entities", "disable_content_type_detection"}
ACTIONS = (
    *("typing", "upload_photo", "upload_document", "record_video", "upload_video", "record_voice", "upload_voice"),
    *("choose_sticker", "find_location", "record_video_note", "upload_video_note"),
)


def text_of(a: Arguments) -> Json:
    text, entities = read_text(a["text"], a.get("parse_mode"), a.get("entities"))
    if not text:
        raise bad("message text is empty")
    if units(text) > TEXT:
        raise bad("message is too long")
    return {"text": text} | ({"entities": entities} if entities else {})


def caption_of(a: Json) -> Json:
    text, entities = read_text(a.get("caption", ""), a.get("parse_mode"), a.get("caption_entities"))
    if units(text) > CAPTION:
        raise bad("message caption is too long")
    return ({"caption": text} if text else {}) | ({"caption_entities": entities} if entities else {})


def markup_of(a: Arguments) -> Json:
    keyboard, forced = read_markup(a.get("reply_markup"))
    return ({"reply_markup": keyboard} if keyboard else {}) | ({"_force_reply": True} if forced else {})


def document_of(world: World, file: tuple[str, bytes] | str) -> Json:
    if isinstance(file, str):
        return {"document": world.files.again(file, "documents")}
    if len(file[1]) > UPLOAD_BYTES:
        raise ApiError(413, "Request Entity Too Large")
    return {"document": world.files.keep_document(*file, mime=None)}


def photo_of(world: World, file: tuple[str, bytes] | str) -> Json:
    photo = world.files.again(file, "photos") if isinstance(file, str) else world.files.keep_photo(*file)
    return {"photo": photo}


def media_of(world: World, a: Arguments, media: Any) -> Json:
    """What an InputMedia object holds."""
    if not isinstance(media, dict):
        raise bad("can't parse InputMedia: expected an Object")
    if unknown := media.keys() - MEDIA_KEYS:
        raise bad(f'can\'t parse InputMedia: unknown field "{min(unknown)}"')
    keep = {"photo": photo_of, "document": document_of}.get(media.get("type", ""))
    if keep is None:
        raise bad("can't parse InputMedia: the sandbox knows the types photo and document")
    if not media.get("media"):
        raise bad("can't parse InputMedia: media not found")
    return keep(world, a.attached(str(media["media"]))) | caption_of(media)


def reply_of(world: World, a: Arguments) -> Json:
    reply: Json = a.get("reply_parameters") or {}
    if unknown := reply.keys() - REPLY_FIELDS:
        raise bad(f'can\'t parse ReplyParameters: unknown field "{min(unknown)}"')
    number = reply.get("message_id", a.get("reply_to_message_id"))
    if number is None:
        return {}
    if reply.get("chat_id", a["chat_id"]) != a["chat_id"]:
        raise bad("message to be replied not found")
    if world.messages.get(a["chat_id"], int(number)) is not None:
        return {"_reply_to": int(number)}
    if reply.get("allow_sending_without_reply") or a.get("allow_sending_without_reply"):
        return {}
    raise bad("message to be replied not found")


def _deliver(world: World, a: Arguments, content: Json) -> Json:
    chat_id = a["chat_id"]
    body = content | markup_of(a) | reply_of(world, a)
    world.pace.take(chat_id)
    return world.messages.show(chat_id, world.messages.write(chat_id, BOT, world.second(), body))


def send_message(world: World, a: Arguments) -> Json:
    world.chats.must_speak(a["chat_id"])
    return _deliver(world, a, text_of(a))


def send_photo(world: World, a: Arguments) -> Json:
    world.chats.must_speak(a["chat_id"])
    return _deliver(world, a, photo_of(world, a.file("photo")) | caption_of(a))


def send_document(world: World, a: Arguments) -> Json:
    world.chats.must_speak(a["chat_id"])
    return _deliver(world, a, document_of(world, a.file("document")) | caption_of(a))


def send_chat_action(world: World, a: Arguments) -> bool:
    world.chats.must_speak(a["chat_id"])
    if a["action"] not in ACTIONS:
        raise bad("wrong parameter action in request")
    return True


_ANY = {
    **{"disable_notification": boolean, "protect_content": boolean, "reply_markup": mapping},
    **{"reply_parameters": mapping, "reply_to_message_id": integer, "allow_sending_without_reply": boolean},
}
_CAPTION = {"caption": string, "parse_mode": string, "caption_entities": array}

METHODS = (
    Method(
        "sendMessage",
        send_message,
        needs={"chat_id": chat, "text": string},
        takes={**_ANY, "parse_mode": string, "entities": array, "link_preview_options": mapping},
    ),
    Method("sendPhoto", send_photo, needs={"chat_id": chat, "photo": upload}, takes={**_ANY, **_CAPTION}),
    Method(
        "sendDocument",
        send_document,
        needs={"chat_id": chat, "document": upload},
        takes={**_ANY, **_CAPTION, "disable_content_type_detection": boolean},
    ),
    Method("sendChatAction", send_chat_action, needs={"chat_id": chat, "action": string}, takes={}),
)
