"""Key words that are typed by sound: 发身 is 发生, 懈待 is 懈怠, 还妹 is 还没."""

from domain.patterns import pattern_of

SLIPS = (
    (pattern_of(r"发[身伸甥]|发声(?=过|了|任何|的)"), "发生"),
    (pattern_of(r"懈[待代带]|[解谢泻卸]怠"), "懈怠"),
    (pattern_of(r"还[妹枚媒](?!妹|体)"), "还没"),
    (pattern_of(r"[妹媒][有由油]"), "没有"),
    (pattern_of(r"落[石时食](?=[了到])"), "落实"),
    (pattern_of(r"建[力利](?=[了好完])"), "建立"),
)


def meant(text: str) -> str:
    for slip, word in SLIPS:
        text = slip.sub(word, text)
    return text
