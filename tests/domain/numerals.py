"""Numbers as they are said, and as they stand in a text: what the rules are tested by, told apart from the rules."""

SIGNS = "零一二三四五六七八九"
LARGE = ((10**8, "亿"), (10_000, "万"))
SMALL = ((1000, "千"), (100, "百"), (10, "十"), (1, ""))


def spoken(number: int) -> str:
    """As it is said in full: 10020 is 一万零二十."""
    for scale, name in LARGE:
        if number >= scale:
            high, low = divmod(number, scale)
            gap = "零" if 0 < low < scale // 10 else ""
            return spoken(high) + name + gap + (spoken(low) if low else "")
    text = ""
    for scale, name in SMALL:
        digit = number // scale % 10
        if digit:
            text += SIGNS[digit] + name
        elif text and not text.endswith("零"):
            text += "零"
    text = text.rstrip("零") or "零"
    return text.removeprefix("一") if text.startswith("一十") else text
