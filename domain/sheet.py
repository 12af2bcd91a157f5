"""What the sheet of invitations says: one page of paper, posts with their one-time codes."""

from dataclasses import dataclass

MOST = 48  # codes on a page: more are too small to type from


@dataclass(frozen=True)
class Sheet:
    """All texts come translated; a code is set apart in groups of four."""

    title: str
    notes: tuple[str, ...]  # how a code is used
    codes: tuple[tuple[str, str], ...]  # title of the post, code
    footer: str
