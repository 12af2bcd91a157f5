"""HTTP to Telegram over aiohttp, and what its errors mean for a message: sent, not sent, or nobody knows."""

import asyncio
import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from enum import StrEnum
from functools import lru_cache
from typing import Any

import aiohttp
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.request import BaseRequest, RequestData

DEFAULT = BaseRequest.DEFAULT_NONE
TOO_MANY = 429
NOT_TELEGRAM = "the answer is not Telegram's"
CONNECT_SECONDS = 10.0
READ_SECONDS = 40.0  # a short one would only make more sends uncertain
ANSWER_SECONDS = 30.0  # the answer may take so long once it has begun; one that comes by the byte is given up
FILE_SECONDS = 600.0  # what is sent or fetched with a file takes as long as its line is slow
LOCKED_OUT = timedelta(minutes=1)
LONGEST = 86_400.0  # seconds that anybody may ask to wait: then it is asked once more
UNSAID_SECONDS = 5.0  # where Telegram, or somebody before it, asks to wait and does not say how long
JSON = {"Content-Type": "application/json"}
os.environ.setdefault("PTB_TIMEDELTA", "1")  # `retry_after` as a span, or the library warns at every 429


class NotSent(NetworkError):
    """The request cannot have reached Telegram."""


class NotLeading(NotSent):
    """This bot is not sure any more that it leads."""


class Wire(BaseRequest):
    """One pool of connections; it follows no redirect and reads no proxy from the environment.

    `dated` is told what time it is at Telegram, by every answer that says so. `may` is asked at the last moment, when a
    connection is there and nothing of the request has left, and before each piece of a body.
    """

    def __init__(
        self,
        proxy: str | None = None,
        dated: Callable[[datetime], None] | None = None,
        may: Callable[[], bool] | None = None,
    ) -> None:
        self._proxy, self._dated, self._may = proxy, dated, may
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        return READ_SECONDS

    async def initialize(self) -> None:
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=32)
            watches = [_asking(self._may)] if self._may else []
            self._session = aiohttp.ClientSession(
                trust_env=False, connector=connector, trace_configs=watches, cookie_jar=aiohttp.DummyCookieJar()
            )

    async def shutdown(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = DEFAULT,
        write_timeout: object = DEFAULT,
        connect_timeout: object = DEFAULT,
        pool_timeout: object = DEFAULT,
    ) -> tuple[int, bytes]:
        if self._session is None:
            raise NotSent("the wire is shut")
        read = read_timeout if isinstance(read_timeout, int | float) else READ_SECONDS
        heavy = method == "GET" or bool(request_data and request_data.multipart_data)
        total = CONNECT_SECONDS + read + (FILE_SECONDS if heavy else ANSWER_SECONDS)
        limits = aiohttp.ClientTimeout(total=total, sock_connect=CONNECT_SECONDS, sock_read=read)
        body, headers = _body(request_data)
        try:
            async with self._session.request(
                method, url, data=body, headers=headers, timeout=limits, proxy=self._proxy, allow_redirects=False
            ) as answer:
                self._tell_date(answer.headers.get("Date"))
                status, payload = answer.status, await answer.read()
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise NotSent(type(error).__name__) from error
        except TimeoutError as error:
            raise TimedOut(type(error).__name__) from error
        except (aiohttp.ClientError, asyncio.IncompleteReadError, OSError) as error:
            if isinstance(error.__cause__, NotLeading):  # a body is written by a task of its own
                raise NotLeading(str(error.__cause__)) from None
            raise NetworkError(type(error).__name__) from error
        if status == TOO_MANY:
            raise RetryAfter(timedelta(seconds=_seconds(payload)))
        return status, payload

    def _tell_date(self, said: str | None) -> None:
        if self._dated is None or said is None:
            return
        if (found := _date(said)) is not None:
            self._dated(found)

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Telegram's envelope, or TelegramError; the library would write what it cannot read into the log."""
        try:
            found = json.loads(payload)
        except ValueError:  # wrong letters too
            found = None
        if not isinstance(found, dict) or not ("result" in found or "description" in found):
            raise TelegramError(NOT_TELEGRAM)
        return found


def _seconds(payload: bytes) -> float:
    """How long to wait; never no time at all, nor for ever."""
    try:
        return min(max(1.0, float(json.loads(payload)["parameters"]["retry_after"])), LONGEST)
    except (ValueError, KeyError, TypeError):
        return UNSAID_SECONDS


def _asking(may: Callable[[], bool]) -> aiohttp.TraceConfig:
    async def ask(*_: object) -> None:
        if not may():
            raise NotLeading("another bot may lead by now")

    watch = aiohttp.TraceConfig()
    watch.on_request_headers_sent.append(ask)  # it is called before they are
    # with a body they leave together with its first piece, and not at once: nothing comes between this and the socket
    watch.on_request_chunk_sent.append(ask)
    return watch


@lru_cache(1)  # many answers come in one second
def _date(said: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(said)
    except ValueError:
        return None
    return found if found.tzinfo is not None else None


def _body(data: RequestData | None) -> tuple[aiohttp.FormData | bytes | None, dict[str, str]]:
    """With its headers. Chinese is a third shorter in JSON than in a form, and cheaper; files need a form."""
    if data is None:
        return None, {}
    if not data.multipart_data:
        return data.json_payload, JSON
    form = aiohttp.FormData(quote_fields=False)
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=mime)
    return form, {}


class Fate(StrEnum):
    """What became of a send."""

    SENT = "sent"
    LATER = "later"  # surely not sent: again, at `wait`
    UNKNOWN = "unknown"
    UNREACHABLE = "unreachable"  # the person or the group does not take it
    MOVED = "moved"  # the group lives under another id now
    REFUSED = "refused"  # wrong for good
    LOCKED_OUT = "locked out"  # the token is not taken: nothing can be sent, until it is tried again


@dataclass(frozen=True)
class Verdict:
    fate: Fate
    error: str
    wait: timedelta = timedelta(0)
    moved_to: int | None = None


def classify(error: TelegramError) -> Verdict:
    """Surely not sent is only what found no connection, and what Telegram itself refused; a refusal in other words than
    its own is of somebody between."""
    text = error.message
    if isinstance(error.__cause__, TelegramError):  # the code is all that could be read
        return Verdict(Fate.UNKNOWN, NOT_TELEGRAM)
    match error:
        case RetryAfter():
            seconds = error.retry_after
            wait = seconds if isinstance(seconds, timedelta) else timedelta(seconds=seconds)
            return Verdict(Fate.LATER, text, wait)
        case ChatMigrated():
            return Verdict(Fate.MOVED, text, moved_to=error.new_chat_id)
        case Forbidden():
            return Verdict(Fate.UNREACHABLE, text)
        case InvalidToken():
            return Verdict(Fate.LOCKED_OUT, "the token is not accepted", LOCKED_OUT)
        case BadRequest():
            if "message is not modified" in text.lower():
                return Verdict(Fate.SENT, "")
            gone = "chat not found" in text.lower()
            return Verdict(Fate.UNREACHABLE if gone else Fate.REFUSED, text)
        case NotSent() | Conflict():
            return Verdict(Fate.LATER, text, timedelta(seconds=5))
        case _:
            return Verdict(Fate.UNKNOWN, text)
