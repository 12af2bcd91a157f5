"""A reason, as whoever decides gives it."""

from db.tables import Request

LEAST, MOST = 2, 300  # signs


def take(request: Request, text: str, missing: str) -> str | None:
    """Reads it into the request; `missing` is said where there is none."""
    reason = " ".join(text.split())
    if len(reason) < LEAST:
        return missing
    if len(reason) > MOST:
        return "reason-long"
    request.reason = reason
    return None
