"""Other readings of a demand, as buttons offer them, and what each of them sets."""

from fractions import Fraction

from catalogue.demands.demand import Alternative
from domain.notice import Op

WORDS: dict[Op, str] = {"=": "恰好", ">=": "不低于", ">": "高于", "<=": "不超过", "<": "低于"}
_ATTESTED = (
    ("op", "="),
    ("value", None),
    ("target", "是"),
    ("unit", "是否"),
    ("tag", "B"),
    ("kind", "practice"),
)
NOT_DEMANDED = Alternative("不是指标")
DONE_OR_NOT = Alternative("只核对是否做到", _ATTESTED)
BETWEEN = Alternative("按区间管理，由人认定", _ATTESTED)
SOFT = Alternative("只作努力方向", (("soft", True),))
EITHER = Alternative("任一达到即可，由人认定", (("soft", True),))
EXCEPTED = Alternative("没有的算不适用", (("none", "not applicable"),))


def compared(op: Op, written: str) -> Alternative:
    return Alternative(f"{WORDS[op]}{written}", (("op", op),))


def as_percent(value: Fraction) -> Alternative:
    return Alternative("按百分比", (("value", value / 100), ("unit", "%"), ("kind", "rate")))
