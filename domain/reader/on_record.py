"""What was on record for the period before: of a share, and whether what is told now is near it."""

from fractions import Fraction

from domain.reader.asked import Asked, Demand

NEAR = Fraction(12, 100)  # points of a share
TIMES = Fraction(3, 10)  # of a mean


def share_on_record(demand: Demand, asked: Asked) -> Fraction | None:
    """Or the mean that both of its parts made."""
    part, whole = (asked.last.get(part.label) for part in demand.parts[:2])
    return part / whole if part is not None and whole else None


def is_near(made: Fraction, demand: Demand, asked: Asked) -> bool:
    """Where nothing is on record nothing speaks against it."""
    before = share_on_record(demand, asked)
    if before is None:
        return True
    return abs(made - before) <= (NEAR if demand.is_share else before * TIMES)
