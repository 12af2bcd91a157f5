"""What the parts of a demand are called where the notice names none: 按期办结率·符合 and 按期办结率·总数.

The notice makes such labels, the forms show them, and answers are read by them.
"""

from domain.patterns import pattern_of

BETWEEN = "·"
OF_RATE = ("符合", "总数")
OF_ALL = ("已完成", "应完成")
OF_MEAN = ("合计", "数量")
OF_FALL = ("下降数", "上年同期数")
OF_CHANGE = ("本期", "上年同期")
OF_TWO_RATES = ("本期符合", "本期总数", "上年符合", "上年总数")


def label_of(name: str, part: str, unit: str) -> str:
    """With its unit, as a notice lists it."""
    return f"{name}{BETWEEN}{part} {unit}".strip()


def name_in(label: str) -> str:
    """Empty where the notice has named the part itself."""
    return label.rpartition(BETWEEN)[0]


def part_in(label: str) -> str:
    name, _, part = label.rpartition(BETWEEN)
    return part if name else ""


# as the forms show them
SIDES = dict(
    zip(
        (*OF_RATE, *OF_TWO_RATES),
        ("numerator", "denominator", "numerator now", "denominator now", "numerator then", "denominator then"),
        strict=True,
    )
)
# and as who answers says them, behind the name
PART_SAID = pattern_of(rf"(?:分子|{OF_RATE[0]}|{OF_ALL[0]})[数值]?[为是:]*$")
WHOLE_SAID = pattern_of(rf"(?:分母|{OF_RATE[1]}|{OF_ALL[1]})[数值]?[为是:]*$")


def shown(label: str) -> tuple[str, str]:
    """The name of the demand, and which side of its share it is; the label itself and nothing of any other quantity."""
    part = part_in(label)
    return (name_in(label), SIDES[part]) if part in SIDES else (label, "")
