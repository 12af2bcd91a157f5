"""A single sentence: a code and its data. Errors are of this kind too."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Sentence:
    code: str
    data: Mapping[str, Any] = field(default_factory=dict)
