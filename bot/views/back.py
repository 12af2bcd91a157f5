"""Back up the way, at the foot of every page below the overview."""

from bot.translator import Translator
from bot.views.message import Button


def back(depth: int, t: Translator) -> Button:
    """To the page that one came from; `depth` is how many pages are above this one."""
    return Button(t("Back"), "up", depth)


def to_overview(t: Translator) -> Button:
    """From a page that was asked for by itself."""
    return Button(t("Overview"), "status")
