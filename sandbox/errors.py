from typing import Any


class ApiError(Exception):
    """What Telegram answers to the bot instead of a result: an HTTP code and Telegram's own words."""

    def __init__(self, code: int, description: str, parameters: dict[str, Any] | None = None) -> None:
        super().__init__(f"{code} {description}")
        self.code = code
        self.description = description
        self.parameters = parameters

    def answer(self) -> dict[str, Any]:
        body: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        return body | ({"parameters": self.parameters} if self.parameters else {})


def bad(why: str, parameters: dict[str, Any] | None = None) -> ApiError:
    return ApiError(400, f"Bad Request: {why}", parameters)


def forbidden(why: str) -> ApiError:
    return ApiError(403, f"Forbidden: {why}")


class Refused(ValueError):
    """A person asked for what Telegram's own apps would not let them do."""


class PortTaken(OSError):
    def __init__(self, port: int) -> None:
        super().__init__(f"port {port} is taken by another program")
        self.port = port


class LineReset(ConnectionResetError):
    """The connection breaks without an answer; whether the call was carried out is the fault's secret."""


class LineHangs(TimeoutError):
    """The call was carried out, and no answer ever comes."""


class AnswerSpoilt(Exception):
    """An answer comes, but not as it should: `how` is a kind of fault, `seconds` lie between bytes of a slow one."""

    def __init__(self, how: str, result: Any, seconds: float) -> None:
        super().__init__(how)
        self.how, self.result, self.seconds = how, result, seconds
