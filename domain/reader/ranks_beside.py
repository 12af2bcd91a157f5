"""A place told beside figures, in a clause of its own, by its name: 抽231件，合格229件，终本率全市第7."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from domain.cadences import Period
from domain.patterns import pattern_of
from domain.reader import points as pointed
from domain.reader.asked import Value
from domain.reader.masking import EMOJI
from domain.reader.point_names import Point, named
from domain.reader.ranks_alone import FIGURE, PLACE

CLAUSE = pattern_of(rf"([,，;；。\n]+|\s*{EMOJI.pattern}+\s*|\s+(?=[一-鿿]))")


def ranks_beside(
    text: str, points: Sequence[Point], today: date, period: Period | None, others: Collection[str]
) -> tuple[str, Mapping[str, Value]]:
    """The text without such clauses, and the places; as it stands where no figure would be left."""
    ranked = [point for point in points if point.shape == "rank"]
    parts = CLAUSE.split(text) if ranked else [text]
    found: dict[str, Value] = {}
    kept = [parts[0]]
    for stop, clause in zip(parts[1::2], parts[2::2], strict=True):
        of = [point for point in named(clause, ranked) if point.bare.removesuffix("排名") in clause]
        is_place = len(of) == 1 and PLACE.search(clause) and not FIGURE.search(PLACE.sub("", clause))
        read = pointed.read(clause, points, of[0].seq, today, period, others) if is_place else None
        if read and read.doubt is None and set(read.values) == {of[0].seq}:
            found |= {f"#{seq}": value for seq, value in read.values.items()}
        else:
            kept += [stop, clause]
    rest = "".join(kept)
    return (rest, found) if FIGURE.search(rest) else (text, {})
