"""What is still to come of one demand, beside what is told of another: 筹集2940套，建成数还在统计."""

from domain.patterns import pattern_of
from domain.reader.any_trade.slots import likeness
from domain.reader.any_trade.told import figures
from domain.reader.asked import Asked, Demand

PENDING = pattern_of(
    "[还正仍]在(?:汇总|统计|收集|核对|核实|清点|算|等|评|测|检测)"
    "|(?:[还尚]|暂时?)(?:[没未]有?|不[能好])(?:统计|汇总|算|导|测|评|核|出|收|拿|报|公布|下来|反馈)|(?:[导算统盘取查]|统计)不出"
)
WAITING = pattern_of(
    "^(?:要?等|得等|估计|出来|有了|下来|到时|回头|稍后|晚点|明天|下周|后面|随后|之后|过[几两]天)[^0-9]*$"
)
PARTS = pattern_of(r"([,，;；。\n]+)")


def apart(text: str, asked: Asked) -> tuple[str, list[Demand]]:
    """The text without it, and the demands that it names; as it is where it may be said of the figures."""
    if len(asked.demands) < 2 or not PENDING.search(text):
        return text, []
    pieces = PARTS.split(text)
    kept, named, is_behind = [], [], False
    for at in range(0, len(pieces), 2):
        clause, stop = pieces[at], "".join(pieces[at + 1 : at + 2])
        of = _named(clause, asked) if PENDING.search(clause) and not figures(clause, asked) else []
        is_behind = bool(of) or (is_behind and bool(WAITING.match(clause)))
        named += of
        kept += [] if is_behind else [clause, stop]
    rest = "".join(kept)
    return (rest, named) if named and not PENDING.search(rest) else (text, [])


def _named(clause: str, asked: Asked) -> list[Demand]:
    scores = {demand: likeness(clause, demand) for demand in asked.demands}
    best = max(scores.values())
    found = [demand for demand, score in scores.items() if score == best]
    return found if best and len(found) == 1 else []
