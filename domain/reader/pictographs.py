"""An answer in pictures as it is said in signs: 🈚️ is 无, 0️⃣ is 0, 38➡️37 is 38→37."""

from domain.patterns import pattern_of

# several in one reply are the numbers of a list
KEYCAPS = pattern_of(r"^\s*(?P<n>(?:[0-9]\ufe0f?\u20e3)+)(?=[^0-9]*$)")
ARROWS = pattern_of(r"[➡➜➔➞⮕👉]\ufe0f?")
SPELT = {"🈚": "无", "🈶": "有", "🆗": "OK", "💯": "100%", "⭕": "0"}
SPELT_OUT = pattern_of(rf"(?:{'|'.join(SPELT)})\ufe0f?")
ALONE = pattern_of(rf"^(?:{SPELT_OUT.pattern}|\s)+(?:[一-鿿]{{1,6}})?[。!！~～]*$")


# 搞定啦😊316人里训了311: as good as a comma
PAUSE = pattern_of(
    "(?<=[一-鿿0-9%])(?=(?:[\U0001f300-\U0001faff\u2600-\u27bf]\ufe0f?)+\\s*[一-鿿])|(?<=[了啦咯哈啊呀呢哦嘞喽的件个人名通天条~～])(?=(?:[\U0001f300-\U0001faff\u2600-\u27bf]\ufe0f?)+[0-9一-鿿])"
)


def spelt_out(text: str) -> str:
    text = PAUSE.sub("，", text)
    text = ARROWS.sub("→", KEYCAPS.sub(lambda match: "".join(filter(str.isdecimal, match["n"])), text))
    return SPELT_OUT.sub(lambda match: SPELT[match.group()[0]], text) if ALONE.match(text) else text
