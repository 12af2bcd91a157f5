"""Where the program may speak to: Telegram by https, a Bot API server of one's own machine by http, and a proxy.

Whatever stands for an address in another spelling is refused, not understood.
"""

import ipaddress
import re
from urllib.parse import SplitResult, urlsplit

from bot.tongue import t

PLAIN = re.compile(r"[!-~]+")
NAME = re.compile(
    r"(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?", re.ASCII
)
LOCALHOST = "localhost"


def telegram(text: str) -> str:
    """Without its last stroke. ValueError, with the reason, where it is no place for the token."""
    parts = _parts(text)
    if parts.scheme not in ("https", "http"):
        raise ValueError(t("is no address (https://…)"))
    if "@" in parts.netloc:
        raise ValueError(t("has a name and a password in it"))
    if parts.query or parts.fragment or "?" in text or "#" in text:
        raise ValueError(t("has more in it than an address"))
    if parts.scheme == "http" and not _is_loopback(parts.hostname or ""):
        raise ValueError(t("has to begin with https; http is for a server on this machine alone"))
    if re.search(r"//|\.\.|%", parts.path):
        raise ValueError(t("has an odd path"))
    return text.rstrip("/")


def proxy(text: str) -> str:
    """ValueError, with the reason; a password in it is not in the reason."""
    parts = _parts(text)
    if parts.scheme not in ("http", "https") or parts.path not in ("", "/") or parts.query or parts.fragment:
        raise ValueError(t("is no address of an HTTP proxy (http://host:port)"))
    return text


def _parts(text: str) -> SplitResult:
    if not PLAIN.fullmatch(text) or "\\" in text:
        raise ValueError(t("has signs that no address has"))
    try:
        parts = urlsplit(text)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise ValueError(t("is no address")) from None
    if not host or port == 0 or parts.netloc.endswith(":"):
        raise ValueError(t("is no address (http://host:port)"))
    _check(host)
    return parts


def _check(host: str) -> None:
    if NAME.fullmatch(host):
        return
    try:  # in its one usual spelling: 127.1, 0x7f000001, 2130706433 and 0177.0.0.1 are no such
        address = ipaddress.ip_address(host)
    except ValueError:
        raise ValueError(t("names its host in a way that is not taken")) from None
    mapped = getattr(address, "ipv4_mapped", None)
    if address.is_loopback and not mapped:
        return
    if address.is_link_local or address.is_multicast or address.is_unspecified or address.is_reserved or mapped:
        raise ValueError(t("leads to no server (link-local, reserved or unspecified)"))


def _is_loopback(host: str) -> bool:
    return host == LOCALHOST or (not NAME.fullmatch(host) and ipaddress.ip_address(host).is_loopback)
