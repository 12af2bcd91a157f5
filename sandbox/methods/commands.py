import json
import re
from typing import Any

from sandbox.arguments import Arguments, Method, array, integer, mapping, string
from sandbox.errors import bad
from sandbox.limits import COMMANDS
from sandbox.methods.members import PRESENT, bot_status
from sandbox.world import World

Json = dict[str, Any]
Place = tuple[str, int, int]
FIELDS = {
    **{"default": set(), "all_private_chats": set(), "all_group_chats": set(), "all_chat_administrators": set()},
    **{"chat": {"chat_id"}, "chat_administrators": {"chat_id"}, "chat_member": {"chat_id", "user_id"}},
}


def _place(world: World, scope: Json | None) -> Place:
    scope = scope or {"type": "default"}
    kind = str(scope.get("type", ""))
    if kind not in FIELDS:
        raise bad("can't parse BotCommandScope: unsupported type specified")
    if scope.keys() - {"type"} != FIELDS[kind]:
        raise bad(f"can't parse BotCommandScope: {kind} takes {sorted(FIELDS[kind]) or 'no field'}")
    chat_id, user_id = (integer(scope.get(name, 0)) for name in ("chat_id", "user_id"))
    if chat_id:
        world.chats.must_know(chat_id)
    return kind, chat_id, user_id


def _language(a: Arguments) -> str:
    code: str = a.get("language_code", "")
    if not re.fullmatch(r"([a-z]{2})?", code):
        raise bad("invalid language code specified")
    return code


def _command(given: Any) -> Json:
    if not isinstance(given, dict) or given.keys() != {"command", "description"}:
        raise bad("can't parse BotCommand: command and description expected")
    name = str(given["command"]).removeprefix("/")
    if not re.fullmatch(r"[a-z0-9_]{1,32}", name):
        raise bad("BOT_COMMAND_INVALID")
    if not 1 <= len(str(given["description"])) <= 256:
        raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": given["description"]}


def set_commands(world: World, a: Arguments) -> bool:
    place, language = _place(world, a.get("scope")), _language(a)
    if len(a["commands"]) > COMMANDS:
        raise bad("too many commands specified")
    told = json.dumps([_command(given) for given in a["commands"]], ensure_ascii=False)
    world.store.run("insert or replace into command values (?, ?, ?, ?, ?)", (*place, language, told))
    return True


def get_commands(world: World, a: Arguments) -> list[Json]:
    return _read(world, _place(world, a.get("scope")), _language(a)) or []


def delete_commands(world: World, a: Arguments) -> bool:
    values = (*_place(world, a.get("scope")), _language(a))
    world.store.run("delete from command where scope = ? and chat = ? and person = ? and language = ?", values)
    return True


def shown_to(world: World, person: int, chat_id: int) -> list[Json]:
    """The menu that this person's app shows in this chat: the narrowest scope that has one, language first."""
    row = world.people.get(person)
    language = str(row["language"])[:2] if row else ""
    for place in _scopes(world, person, chat_id):
        for code in (language, ""):
            if found := _read(world, place, code):
                return found
    return []


def _scopes(world: World, person: int, chat_id: int) -> list[Place]:
    if chat_id > 0:
        return [("chat", chat_id, 0), ("all_private_chats", 0, 0), ("default", 0, 0)]
    rules = world.chats.status(chat_id, person) in ("creator", "administrator")
    of_rulers = [("chat_administrators", chat_id, 0)] if rules else []
    of_all_rulers = [("all_chat_administrators", 0, 0)] if rules else []
    narrow = [("chat_member", chat_id, person), *of_rulers, ("chat", chat_id, 0)]
    return [*narrow, *of_all_rulers, ("all_group_chats", 0, 0), ("default", 0, 0)] if _here(world, chat_id) else []


def _here(world: World, chat_id: int) -> bool:
    return bot_status(world, chat_id) in PRESENT


def _read(world: World, place: Place, language: str) -> list[Json] | None:
    sql = "select body from command where scope = ? and chat = ? and person = ? and language = ?"
    told = world.store.value(sql, (*place, language))
    return None if told is None else list(json.loads(told))


_WHERE = {"scope": mapping, "language_code": string}

METHODS = (
    Method("setMyCommands", set_commands, needs={"commands": array}, takes=_WHERE),
    Method("getMyCommands", get_commands, needs={}, takes=_WHERE),
    Method("deleteMyCommands", delete_commands, needs={}, takes=_WHERE),
)
