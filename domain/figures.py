"""What figures make: a share, a mean, a trend. A share is never typed where it can be computed."""

from collections.abc import Sequence
from fractions import Fraction

DECIMALS = 6


def shares(parts: Sequence[Fraction]) -> tuple[Fraction, ...]:
    """Of pairs of part and whole each one's share; a pair without a whole has none."""
    pairs = zip(parts[::2], parts[1::2], strict=True)
    return tuple(some / whole for some, whole in pairs if whole)


def value(kind: str, parts: Sequence[Fraction]) -> Fraction | None:
    """What the parts make: of pairs the pooled share, of a trend what is now. None of nothing: 0 of 0."""
    if kind == "figure" or (kind == "trend" and len(parts) == 2):
        return parts[0]
    if kind == "growth":
        return parts[0] / parts[1] - 1 if parts[1] else None
    pairs = parts[:2] if kind == "trend" else parts
    whole = sum(pairs[1::2], Fraction(0))
    return sum(pairs[::2], Fraction(0)) / whole if whole else None


def is_share(kind: str, parts: int, unit: str = "") -> bool:
    """Said in percent."""
    return unit == "%" or kind in ("rate", "all", "growth") or (kind == "trend" and parts == 4)


def before(kind: str, parts: Sequence[Fraction]) -> Fraction | None:
    """What a trend is measured by: the same a year earlier."""
    if kind == "growth":
        return parts[1] / parts[2] - 1 if len(parts) > 2 and parts[2] else None
    if kind == "trend" and len(parts) == 4:
        return parts[2] / parts[3] if parts[3] else None
    return parts[1] if kind == "trend" else None


def exact(value: Fraction, *, percent: bool) -> str:
    """As it would be said: to its last decimal where it has few, otherwise cut."""
    shown = value * 100 if percent else value
    if 10**DECIMALS % shown.denominator:
        return written(value, percent=percent)
    text = f"{float(shown):.{DECIMALS}f}"
    return text.rstrip("0").rstrip(".")


def written(value: Fraction, *, percent: bool) -> str:
    """To two decimals, cut and never rounded: what is below a target is not shown as having reached it."""
    cut = int(abs(value) * (10_000 if percent else 100))
    text = f"{cut // 100}.{cut % 100:02d}".rstrip("0").rstrip(".")
    return f"-{text}" if value < 0 and cut else text
