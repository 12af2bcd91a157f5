"""What is asked or told at the end of quite another matter: …记录0。值班的补贴表啥时候报？发我个模板呗.

Left out where an answer is not heard with it; no word of the round and no figure may stand in it. And remarks about
the office behind an answer: 是0528，办公室空调坏了热死个人.
"""

from domain.patterns import pattern_of
from domain.reader.small_talk import OFF_TOPIC
from domain.reader.word_lists import any_of

SENTENCE = pattern_of(r"[^。！!？?；;\n]+[。！!？?；;\n]*")
OF_THE_FORM = pattern_of(
    r"[填录条算归应实庭]|法官|过问|记录|人数|条数|上报|报告|议题|机制|制度|健全|落实|排名|第[0-9一二三四五]|[0-9]|舆情|案|没有?填|还没|更正|作废|不对|错"
)
TO_SOMEBODY = pattern_of(r"[你您]|谁|吗|[?？]|啥|哪|几[点号]|没[啊呀哈]*$|咱|大家")

# the house, the weather and who writes: 打印机又卡纸, 下雨淋得透湿, 嗓子都哑了
OFFICE = pattern_of(
    any_of(
        "空调|暖气|打[印卡]机|复印机|电脑|键盘|饮水机|电梯|停[水电]|断网|漏水|卡纸|没墨|报修|没人[修理管]|办公室[^,;。]{0,6}[吵热冷坏闷挤]",
        "食堂|没饭|没吃|[饿困累冷热冻忙吵烦]死|[冷热]得|淋[了得湿]|湿透|鞋|嗓子|腰[疼酸]|头[疼大晕]|感冒|发烧|下[雨雪]|高温|堵车|加班|熬夜|接孩子|下班",
        "^[一-鿿]{0,3}会议室$",
    )
)
# said of what was asked about all the same: 停电没开成, 电脑上打不开, 唯独停电那天没审
SAID_OF_IT = pattern_of(
    "不了|打不|登不|系统|平台|功能|网上|没(?!人|饭|墨|吃|[水电])|未|取消|[改延推]|所以|[除唯]|只有|但|内容|那天|^是|当事人|律师"
)
ASKED_OF = pattern_of("[能可]不[能可]|能否|可否|麻烦|帮|请|[呗吗]")
CLAUSES = pattern_of(r"([,，;；。!！?？\n…～~]+|\s+(?=[一-鿿]))")


def without_office(text: str) -> str:
    """As it stands where nothing of the kind stands behind the first clause."""
    parts = CLAUSES.split(text)
    kept, is_led = parts[0], False
    for stop, clause in zip(parts[1::2], parts[2::2], strict=True):
        is_led = _is_of_office(clause) or (is_led and _is_asked_of(clause))
        kept += "" if is_led else stop + clause
    return kept


def _is_asked_of(clause: str) -> bool:
    """打印机坏了，能不能一道督办下."""
    return bool(ASKED_OF.search(clause)) and not OF_THE_FORM.search(clause)


def _is_of_office(clause: str) -> bool:
    return bool(OFFICE.search(clause)) and not OF_THE_FORM.search(clause) and not SAID_OF_IT.search(clause)


def without_other_matter(text: str) -> str:
    """As it stands, where nothing of the kind stands behind an answer."""
    parts = SENTENCE.findall(text.strip())
    first = next((n for n, part in enumerate(parts) if n and _is_other(part)), None)
    if first is not None and not any(map(OF_THE_FORM.search, parts[first:])):
        return "".join(parts[:first])
    head, _, last = text.strip().replace("，", ",").rpartition(",")
    return head if head and _is_other(last) and TO_SOMEBODY.search(last) else text


def _is_other(part: str) -> bool:
    return bool(OFF_TOPIC.search(part)) and OF_THE_FORM.search(part) is None
