"""A rate told beside a target, another court's or last month's: the one that is our own now."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from domain.reader.asked import Asked, Demand
from domain.reader.attached import BESIDE as OTHERWISE
from domain.reader.attached import Side, speaks
from domain.reader.on_record import share_on_record
from domain.reader.plausible import rounds_to
from domain.reader.stop import Unclear

BESIDE = ("time", *OTHERWISE)
OWN = ("now", "rate")


def bare_share(side: Side) -> Side:
    """应用率74.8 is 74.8 %."""
    amount = side.amount
    is_bare = amount.sort == "number" and not amount.unit and amount.value > 1
    if not is_bare or not speaks(side.said, "rate") or speaks(side.said, "role"):
        return side
    return replace(side, amount=replace(amount, sort="share", value=amount.value / 100, unit=BARE))


def stop_at_bare(sides: Sequence[Side], values: Mapping[str, Fraction], asked: Asked) -> None:
    """Without its sign a share is certain only beside what it is made of."""
    if not any(side.amount.unit == BARE for side in sides):
        return
    for demand in asked.demands:
        if demand.key in values and not all(part.label in values for part in demand.parts[:2]):
            _stop_unless_near(values[demand.key], demand, asked)


def _stop_unless_near(share: Fraction, demand: Demand, asked: Asked) -> None:
    """应用率46.2, where it was 45.6 % before: no count has a tenth."""
    before = share_on_record(demand, asked)
    is_count = (share * 100).denominator == 1
    if is_count or before is None or abs(share - before) > NEAR:
        raise Unclear


NEAR = Fraction(5, 100)


BARE = "bare"


def share_told(sides: Sequence[Side], values: Mapping[str, Fraction], asked: Asked) -> dict[str, Fraction]:
    own = [side for side, context in zip(sides, _contexts(sides), strict=True) if not context]
    if any(side.amount.sort == "points" for side in own):
        raise Unclear
    found: dict[str, Fraction] = {}
    for side in own:
        key = _key(side, sides, values, asked)
        if found.setdefault(key, side.amount.value) != side.amount.value:
            raise Unclear
    if sides and not own and not values:
        raise Unclear
    return found


def _contexts(sides: Sequence[Side]) -> list[str]:
    """Empty of our own."""
    found: list[str] = []
    bare = named = False  # the figure before is not our own, and says of which rate it is
    for side in sides:
        marks = [word.kind for word in side.held + side.said if word.kind in (*BESIDE, "now")]
        if marks:
            found.append("" if marks[-1] == "now" else marks[-1])
        elif bare and not (side.is_new and speaks(side.said, "rate")):
            raise Unclear
        elif named:
            raise Unclear  # 去年同期成功率48%, 履行率55%
        else:
            found.append("")
        bare, named = bool(found[-1]), bool(found[-1]) and speaks(side.said, "rate")
    return found


def _key(side: Side, sides: Sequence[Side], values: Mapping[str, Fraction], asked: Asked) -> str:
    shares = [d for d in asked.demands if d.is_share and d.kind != "growth"]
    if not speaks(side.held + side.said, "rate", "noun", "role") and (of := _made_of(side, shares, values)):
        return of.key
    said = next((s for s in (side.said, side.held, *(o.said for o in sides)) if speaks(s, "rate", "noun", "role")), ())
    for word in said:
        if word.kind == "rate":
            shares = [d for d in shares if d.key in word.of]
        elif word.kind == "role" and not speaks(said, "rate"):  # 分调裁审67.2%
            shares = [d for d in shares if d.parts[0].label in word.of]
        elif word.kind in ("noun", "role"):
            shares = [d for d in shares if word.of & {part.label for part in d.parts}]
    if not said and len(shares) > 1:
        shares = [d for d in shares if all(part.label in values for part in d.parts)] or _by_target(shares, sides)
    if len(shares) > 1 and (of := _made_of(side, shares, values)):
        return of.key
    if len(shares) != 1:
        raise Unclear
    return shares[0].key


def _made_of(side: Side, shares: Sequence[Demand], values: Mapping[str, Fraction]) -> Demand | None:
    """办结38 (92.7%), 应办结41: the only one that these figures make."""
    made = [
        demand
        for demand in shares
        if (whole := values.get(demand.parts[1].label)) and demand.parts[0].label in values
        and rounds_to(values[demand.parts[0].label] / whole, side.amount.value, share=True)
    ]  # fmt: skip
    return made[0] if len(made) == 1 else None


def _by_target(shares: Sequence[Demand], sides: Sequence[Side]) -> list[Demand]:
    """指标90%就行, 我们95.1%: of the rate of which so much is wanted."""
    wanted = {side.amount.value for side in sides if speaks(side.said, "target")}
    return [demand for demand in shares if demand.target in wanted]
