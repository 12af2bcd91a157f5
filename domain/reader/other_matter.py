"""What is asked or told at the end of quite another matter: …记录0。值班的补贴表啥时候报？发我个模板呗.

Left out where an answer is not heard with it; no word of the round and no figure may stand in it.
"""

from domain.patterns import pattern_of
from domain.reader.small_talk import OFF_TOPIC

SENTENCE = pattern_of(r"[^。！!？?；;\n]+[。！!？?；;\n]*")
OF_THE_FORM = pattern_of(
    r"[填录条算归应实庭]|法官|过问|记录|人数|条数|上报|报告|议题|机制|制度|健全|落实|排名|第[0-9一二三四五]|[0-9]|舆情|案|没有?填|还没|更正|作废|不对|错"
)
TO_SOMEBODY = pattern_of(r"[你您]|谁|吗|[?？]|啥|哪|几[点号]|没[啊呀哈]*$|咱|大家")


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
