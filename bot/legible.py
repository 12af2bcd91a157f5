"""Signs that no text can hold in every database: PostgreSQL keeps no NUL and no half of a character."""

import re
from typing import Any

UNFIT = re.compile("[\x00\ud800-\udfff]")


def legible(value: Any) -> Any:
    """The same update, with a sign of replacement for each of them."""
    if isinstance(value, str):
        return UNFIT.sub("\ufffd", value)
    if isinstance(value, dict):
        return {legible(key): legible(inner) for key, inner in value.items()}
    return [legible(inner) for inner in value] if isinstance(value, list) else value
