"""The log: what happened, without the token and without anybody's words."""

import logging
import re
import sys
import traceback
from types import TracebackType

TOKEN = re.compile(r"\d{3,20}:[\w-]{20,100}")


class Redacting(logging.Formatter):
    """Takes tokens out of the finished line, tracebacks included."""

    def format(self, record: logging.LogRecord) -> str:
        return TOKEN.sub("<token>", super().format(record))


def where(error: BaseException) -> str:
    """What an exception is and how it came about, without its message: that may quote what somebody wrote."""
    parts = [type(error).__name__, "\n", *traceback.format_tb(error.__traceback__)]
    cause = error.__cause__ or error.__context__
    return "".join(parts) + (f"after {where(cause)}" if cause else "")


def set_up(level: int = logging.INFO) -> None:
    handler = logging.StreamHandler()
    handler.setFormatter(Redacting("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for talker in ("httpx", "httpcore", "apscheduler", "aiohttp.access", "alembic"):
        logging.getLogger(talker).setLevel(logging.WARNING)
    sys.excepthook = _report


def _report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    logging.getLogger("bot").critical("stopped", exc_info=(kind, error, trace))
