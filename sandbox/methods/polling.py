from typing import Any

from sandbox.arguments import Arguments, Method, array, boolean, integer, string
from sandbox.errors import bad
from sandbox.updates import KINDS
from sandbox.world import World

Json = dict[str, Any]
LIMIT = 100


def get_updates(world: World, a: Arguments) -> list[Json]:
    """At once; waiting for `timeout` is the server's part."""
    if "allowed_updates" in a:
        # Kinds that nobody here can cause are as good as any other: bots ask for them beforehand.
        if any(not isinstance(kind, str) for kind in a["allowed_updates"]):
            raise bad("can't parse allowed_updates: expected an Array of String")
        world.updates.ask_for(a["allowed_updates"])
    limit = a.get("limit", LIMIT)
    return world.updates.take(a.get("offset", 0), limit if 1 <= limit <= LIMIT else LIMIT, world.second())


def set_webhook(world: World, a: Arguments) -> bool:
    if a["url"]:
        raise bad("bad webhook: the sandbox hands out updates by getUpdates alone")
    return delete_webhook(world, a)


def delete_webhook(world: World, a: Arguments) -> bool:
    if a.get("drop_pending_updates"):
        world.updates.drop()
    return True


def webhook_info(world: World, a: Arguments) -> Json:
    told: Json = {"url": "", "has_custom_certificate": False, "pending_update_count": world.updates.waiting()}
    asked = world.updates.asked_for()
    return told | ({"allowed_updates": asked} if asked and set(asked) != set(KINDS) else {})


METHODS = (
    Method(
        "getUpdates",
        get_updates,
        needs={},
        takes={"offset": integer, "limit": integer, "timeout": integer, "allowed_updates": array},
    ),
    Method(
        "setWebhook",
        set_webhook,
        needs={"url": string},
        takes={
            **{"secret_token": string, "allowed_updates": array, "drop_pending_updates": boolean},
            **{"max_connections": integer, "ip_address": string},
        },
    ),
    Method("deleteWebhook", delete_webhook, needs={}, takes={"drop_pending_updates": boolean}),
    Method("getWebhookInfo", webhook_info, needs={}, takes={}),
)
