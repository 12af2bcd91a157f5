"""What a reply says beside the figures that were read, and that makes it uncertain whether they are meant so."""

from collections.abc import Mapping

from domain.patterns import pattern_of
from domain.reader import counted_how, excepted, mislaid, strangers_inside, told_twice, unexplained, wider_words
from domain.reader.asked import Asked, Doubt, Value
from domain.reader.beside import beside
from domain.reader.then_and_now import without_then

CHECKS = (excepted.doubt, strangers_inside.doubt, wider_words.doubt)
# where each figure is a value, these alone may say that one is told twice
SIGNS = pattern_of(
    "[退扣剔]|核[定减]|复[核查]|后来|(?:现在|目前|如今)[^,，]{0,5}了|人次|参加|报名|出席|其中"
    "|[里中][^,，;；]{0,12}了(?:$|[,，])|[(（](?:仅|只|都?是)?(?:一审)?[民商刑行]"
)
FIGURE = pattern_of(r"(?<![0-9.])[0-9]+(?:\.[0-9]+)?(?![0-9.])")
CELLS = pattern_of(r"\t[^\n]*\n")


def doubt(as_sent: str, written: str, values: Mapping[str, Value], asked: Asked, *, corrects: bool) -> Doubt | None:
    if not corrects and counted_how.is_told(written):
        return Doubt("about", (dict(values),))
    told = beside(_of_now(written, values, asked), values, asked)
    is_more = SIGNS.search(written) or not all(told.labels(one) for one in told.figures)
    checks = () if corrects else (*CHECKS, told_twice.doubt) if is_more else CHECKS
    found = next(filter(None, (check(told) for check in checks)), None) or mislaid.doubt(told, values)
    if found or CELLS.search(as_sent):  # a table tells what each figure is
        return found
    return unexplained.doubt(told, values, corrects=corrects)


def _of_now(text: str, values: Mapping[str, Value], asked: Asked) -> str:
    """Without what is told of another time before it: 2023年240件合格236件，2024年核查188件全部合格."""
    now = without_then(text, asked)
    figures = FIGURE.findall(now)
    return now if all(str(value) in figures for value in values.values()) else text
