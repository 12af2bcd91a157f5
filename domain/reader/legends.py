"""What stands for what, told beside figures: S=速裁 K=快审, S:432件; 1652/1703/1618, 顺序是今年 去年 前年."""

import re

from domain.numbers import level
from domain.patterns import pattern_of

SIGN = pattern_of(
    r"(?<![A-Za-z0-9])(?P<sign>[A-Za-z])\s?(?:=|:|是|为|代表|指)\s?(?P<name>[一-鿿]{2,12})(?![一-鿿])[\s,;。]*"
)
ORDER = pattern_of(
    r"[,;。\n(\s]*(?:顺序|次序|从左到右|依次|先后)(?:依次|分别)?(?:是|为|:)\s?"
    r"(?P<names>(?:(?!和)[一-鿿0-9]){2,12}(?:[\s、/和]+(?:(?!和)[一-鿿0-9]){2,12}){1,8})(?=[,;。\n)]|$)"
)
# 1688、1712、1640，前年、去年、今年的顺序
ORDER_LAST = pattern_of(
    r"[,;。\n(\s]+(?:按照?)?(?P<names>(?:(?!和)[一-鿿]){2,12}(?:[\s、/和]+(?:(?!和)[一-鿿]){2,12}?){1,8})(?:的|这个)(?:顺序|次序|先后)(?:排|来|填|报)?的?(?=[,;。\n)]|$)"
)
ROW = pattern_of(r"(?<![0-9./])[0-9][0-9.]*[件人个名万元天]*(?:[\s、/,]+[0-9][0-9.]*[件人个名万元天]*)+(?![0-9./])")
BETWEEN = pattern_of(r"[\s、/,和]+")
# zdz(总对总)243
SPELT_OUT = pattern_of(r"(?<![A-Za-z0-9])[A-Za-z]{2,6}\s?\((?P<name>[一-鿿]{2,12})\)")


def in_full(text: str) -> str:
    if not re.search("[A-Za-z]|序|依次|从左|先后", text):
        return text
    told = SPELT_OUT.sub(r"\g<name>", level(text))
    meant = {match["sign"]: match["name"] for match in SIGN.finditer(told)}
    if meant:
        told = SIGN.sub("", told)
        for sign, name in meant.items():
            told = re.sub(rf"(?<![A-Za-z0-9]){sign}(?![A-Za-z])", name, told)
    return in_order(told)


def in_order(text: str) -> str:
    """As many figures as names, in one row."""
    order = ORDER.search(text) or ORDER_LAST.search(text)
    rows = list(ROW.finditer(text[: order.start()])) if order else []
    if order is None or len(rows) != 1:
        return text
    names, figures = BETWEEN.split(order["names"]), BETWEEN.split(rows[0].group())
    if len(names) != len(figures):
        return text
    told = ",".join(f"{name}{figure}" for name, figure in zip(names, figures, strict=True))
    return f"{text[: rows[0].start()]}{told}{text[rows[0].end() : order.start()]}{text[order.end() :]}"
