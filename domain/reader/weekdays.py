"""Weekdays in figures: 下周1给 is 下周一给; 每周1次 and 本周3件 count."""

from domain.patterns import pattern_of

FIGURE = pattern_of(
    r"(?<![每两一二三四五六七八九十几0-9单双])(?P<week>(?:周|星期|礼拜))(?P<n>[1-6])"
    r"(?=[之以]?前|[上下]午|晚|早|一早|就?[报交发给填补开送再才能]|[\s,，。;；!！~～]*$|[\s,，。;；!！~～]+[一-鿿])"
)


def spelt_out(text: str) -> str:
    return FIGURE.sub(lambda match: match["week"] + "一二三四五六"[int(match["n"]) - 1], text)
