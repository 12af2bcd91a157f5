"""Signs that look alike made one: ５２．３％ is 52.3%, and what nobody sees is not there."""

from domain.patterns import pattern_of

FULL_WIDTH = {0xFF00 + n: 0x20 + n for n in range(1, 0x5F) if chr(0x20 + n).isalnum() or chr(0x20 + n) in "%+-./="}
# ① 应填 ② 已填, and below them: marks of a list
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"
MARK = pattern_of(rf"([{CIRCLED}])\s?(?=[一-鿿])")
UNSEEN = dict.fromkeys((*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF, 0xAD))
# 36.8km², 120㎢: nobody counts the square of a figure
POWERS = {"km²": "平方公里", "㎢": "平方公里", "m²": "平方米", "m³": "立方米"}
POWER = pattern_of(rf"(?i)(?<=[0-9万])\s*(?:{'|'.join(POWERS)})")
# 。。。。。。。。: of a row of the same mark no more than three; cells of a sheet may be empty
# 12345.6w
WAN = pattern_of(r"(?<=[0-9])\s?[wW](?![A-Za-z0-9])")
ROW = pattern_of(r"([^\w\t|])\1{3,}")
USUAL = FULL_WIDTH | UNSEEN
# a friendly face at the end is none of the answer; a cross or a stop is one, and a tab an empty cell
FACES = (
    *range(0x1F600, 0x1F645),
    *range(0x1F900, 0x1F930),
    *range(0x1F970, 0x1F97B),
    0x1F44C,
    0x1F44D,
    0x1F44F,
    0x1F64F,
)
BEHIND = " \n\u00a0\u3000" + "".join(map(chr, FACES))


def usual(text: str) -> str:
    """Before any pattern looks at it; marks between clauses stay as they were written."""
    text = ROW.sub(r"\1\1\1", text)
    text = POWER.sub(lambda match: POWERS[match.group().strip().lower()], text)
    text = WAN.sub("万", text)
    marks = MARK.findall(text)
    is_list = len(marks) > 1 and CIRCLED.startswith("".join(marks))
    text = (MARK.sub(" ", text).lstrip() if is_list else text).translate(USUAL)
    return text.rstrip(BEHIND) or text
