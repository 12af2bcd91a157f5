import ipaddress
import re
from typing import Any
from urllib.parse import urlsplit

from sandbox.arguments import Arguments, Method, array, boolean, integer, string
from sandbox.errors import ApiError, bad
from sandbox.updates import KINDS
from sandbox.world import World

Json = dict[str, Any]
LIMIT = 100
CONNECTIONS = 40
SECRET = 256
IN_USE = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


def get_updates(world: World, a: Arguments) -> list[Json]:
    """At once; waiting for `timeout` is the server's part."""
    if world.webhook.get():
        raise ApiError(409, IN_USE)
    if "allowed_updates" in a:
        _ask_for(world, a["allowed_updates"])
    limit = a.get("limit", LIMIT)
    return world.updates.take(a.get("offset", 0), limit if 1 <= limit <= LIMIT else LIMIT, world.second())


def _ask_for(world: World, kinds: list[Any]) -> None:
    # Kinds that nobody here can cause are as good as any other: bots ask for them beforehand.
    if any(not isinstance(kind, str) for kind in kinds):
        raise bad("can't parse allowed_updates: expected an Array of String")
    world.updates.ask_for(kinds)


def set_webhook(world: World, a: Arguments) -> bool:
    """As a Bot API server on this machine takes it: without TLS and on any port, but nowhere else."""
    if not a["url"]:
        return delete_webhook(world, a)
    address = urlsplit(a["url"])
    if address.scheme not in ("http", "https") or not address.hostname:
        raise bad("invalid webhook URL specified")
    if not _is_here(address.hostname):
        raise bad("bad webhook: the sandbox brings updates to this machine alone")
    secret = a.get("secret_token", "")
    if len(secret) > SECRET:
        raise bad("secret token is too long")
    if not re.fullmatch(r"[A-Za-z0-9_-]*", secret):
        raise bad("secret token contains unallowed characters")
    if "allowed_updates" in a:
        _ask_for(world, a["allowed_updates"])
    if a.get("drop_pending_updates"):
        world.updates.drop()
    world.webhook.set(a["url"], secret, a.get("max_connections", CONNECTIONS))
    return True


def _is_here(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def delete_webhook(world: World, a: Arguments) -> bool:
    if a.get("drop_pending_updates"):
        world.updates.drop()
    world.webhook.delete()
    return True


def webhook_info(world: World, a: Arguments) -> Json:
    told: Json = {"url": "", "has_custom_certificate": False, "pending_update_count": world.updates.waiting()}
    told |= world.webhook.told()
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
