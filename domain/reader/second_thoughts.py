"""What a reply says beside the figures that were read, and that makes it uncertain whether they are meant so."""

from collections.abc import Mapping

from domain.patterns import pattern_of
from domain.reader import excepted, strangers_inside, taken_off, told_twice
from domain.reader.asked import Asked, Doubt, Value
from domain.reader.beside import beside
from domain.reader.figures import COUNTED
from domain.reader.notation import number
from domain.reader.second_opinion import NO_FIGURE

CHECKS = (taken_off.doubt, excepted.doubt, strangers_inside.doubt, told_twice.doubt)
# where each figure is a value, these alone may say that it is another one's
SIGNS = pattern_of(
    "[退扣剔]|核[定减]|复[核查]|后来|(?:现在|目前|如今)[^,，]{0,5}了|人次|参加|报名|出席|其中"
    "|[里中][^,，;；]{0,12}了(?:$|[,，])|[(（](?:仅|只|都?是)?(?:一审)?[民商刑行]|[-−–+减加]\\s?[0-9]+\\s?="
)
NO_COUNT = pattern_of(rf"{NO_FIGURE.pattern}|[0-9][0-9.]*\s?[%％]")


def doubt(text: str, written: str, values: Mapping[str, Value], asked: Asked, *, corrects: bool) -> Doubt | None:
    shares = {demand.key for demand in asked.demands if demand.is_share}
    if values.keys() <= shares or (not SIGNS.search(written) and not _leaves_out(text, values)):
        return None
    told = beside(written, values, asked)
    for check in CHECKS[:1] if corrects else CHECKS:
        if found := check(told):
            return found
    return None


def _leaves_out(text: str, values: Mapping[str, Value]) -> bool:
    """A figure is no value."""
    told = {str(value) for value in values.values()}
    others = {written for written in COUNTED.findall(NO_COUNT.sub("", text)) if written not in told}
    return any(str(number(one)) not in told for one in others)
