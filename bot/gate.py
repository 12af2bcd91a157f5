"""Where updates are brought to by webhook. Without one nothing of a web server is loaded."""

from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Gate:
    """`url` is what Telegram is told; `host` and `port` are where this machine listens, behind whatever takes TLS."""

    url: str
    secret: str
    host: str
    port: int

    @property
    def path(self) -> str:
        return urlsplit(self.url).path or "/"
