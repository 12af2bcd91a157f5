import json
from collections.abc import Callable
from typing import Any

from sandbox.arguments import Arguments, Method, chat, mapping, string
from sandbox.errors import bad
from sandbox.world import World

Json = dict[str, Any]
MENUS = ("default", "commands")


def get_me(world: World, a: Arguments) -> Json:
    powers = {"can_join_groups": True, "can_read_all_group_messages": not world.privacy}
    return world.bot() | powers | {"supports_inline_queries": False, "has_main_web_app": False}


def _setter(field: str, longest: int) -> Callable[[World, Arguments], bool]:
    def set_it(world: World, a: Arguments) -> bool:
        if len(a.get(field, "")) > longest:
            raise bad(f"{field} is too long")
        language = a.get("language_code", "")
        world.store.set(f"{field} {language}", a.get(field, ""))
        return True

    return set_it


def set_menu_button(world: World, a: Arguments) -> bool:
    if "chat_id" in a:
        world.chats.must_know(a["chat_id"])
    button = a.get("menu_button", {"type": "default"})
    if button.get("type") not in MENUS or button.keys() != {"type"}:
        raise bad("can't parse MenuButton: the sandbox knows the types default and commands")
    world.store.set(f"menu {a.get('chat_id', 0)}", json.dumps(button))
    return True


def _profile(name: str, field: str, longest: int) -> Method:
    return Method(name, _setter(field, longest), needs={}, takes={field: string, "language_code": string})


METHODS = (
    Method("getMe", get_me, needs={}, takes={}),
    _profile("setMyName", "name", 64),
    _profile("setMyDescription", "description", 512),
    _profile("setMyShortDescription", "short_description", 120),
    Method("setChatMenuButton", set_menu_button, needs={}, takes={"chat_id": chat, "menu_button": mapping}),
)
