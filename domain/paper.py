"""What goes out on paper. Invitations: one page, posts with their one-time codes."""

from dataclasses import dataclass

MOST = 48  # codes on a page: more are too small to type from


@dataclass(frozen=True)
class Invitations:
    """All texts come translated; a code is set apart in groups of four."""

    title: str
    notes: tuple[str, ...]  # how a code is used
    codes: tuple[tuple[str, str], ...]  # title of the post, code
    footer: str
