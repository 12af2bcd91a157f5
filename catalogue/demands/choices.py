"""Other readings in words, as a button says them, and what each sets in a demand."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction

from catalogue.demands.demand import Alternative, Demand
from domain.notice import Op

OPS: dict[str, Op] = {"恰好": "=", "不低于": ">=", "高于": ">", "不超过": "<=", "低于": "<"}
_COMPARED = re.compile(f"(?:只看)?(?P<op>{'|'.join(OPS)})")
NO_DEMAND = "不是指标"


def with_choices(demand: Demand, words: Iterable[str]) -> Demand:
    """Only those that can be carried out: a button that sets nothing would say more than it does."""
    return replace(demand, alternatives=tuple(_alternatives(demand, dict.fromkeys(words))))


def _alternatives(demand: Demand, words: Iterable[str]) -> Iterator[Alternative]:
    for one in words:
        compared = _COMPARED.match(one)
        if compared and demand.value is not None:
            yield Alternative(one, (("op", OPS[compared["op"]]),))
        elif one == "按百分比" and demand.value is not None:
            yield Alternative(one, (("unit", "%"), ("value", Fraction(demand.value, 100)), ("kind", "rate")))
        elif one in ("必须达到", "只作努力方向"):
            yield Alternative(one, (("soft", one == "只作努力方向"),))
        elif one == "只核对是否做到":
            practice = (("op", "="), ("value", None), ("target", "是"), ("unit", "是否"), ("tag", "B"), ("kind", "practice"))
            yield Alternative(one, practice)
        elif one == NO_DEMAND:
            yield Alternative(one)
