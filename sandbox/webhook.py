import json
from typing import Any

from sandbox.store import Store

Json = dict[str, Any]


class Webhook:
    """Where the bot wants its updates brought, if it does not fetch them."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self) -> Json | None:
        """url, secret and connections."""
        return json.loads(self._store.setting("webhook") or "null") or None

    def set(self, url: str, secret: str, connections: int) -> None:
        self._store.set("webhook", json.dumps({"url": url, "secret": secret, "connections": connections}))
        self._store.set("webhook trouble", "null")

    def delete(self) -> None:
        self._store.set("webhook", "null")
        self._store.set("webhook trouble", "null")

    def failed(self, why: str, at: int) -> None:
        self._store.set("webhook trouble", json.dumps({"last_error_date": at, "last_error_message": why}))

    def told(self) -> Json:
        """What getWebhookInfo says of it."""
        found = self.get()
        if found is None:
            return {}
        trouble: Json = json.loads(self._store.setting("webhook trouble") or "null") or {}
        return {"url": found["url"], "max_connections": found["connections"]} | trouble
