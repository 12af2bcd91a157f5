"""What a writer wishes of the office beside an answer: 你们简报能不能写一笔; 这个要不要加分; 督办能不能也督督他们.

It is no question of what was told and takes nothing back of it.
"""

from domain.patterns import pattern_of
from domain.reader.word_lists import any_of

# nine blanks at most: a long run of them is looked through once
PARTS = pattern_of(r"([,，;；。!！?？\n~～()（）]+|\[[一-鿿]{1,4}\]|\s{1,9}(?=[一-鿿]))")
ASKS = pattern_of(
    "能不能|可不可以|能否|可否|可不可|好不好|要不要|该不该|(?:(?<![职功才性])能(?![动力源效])|可以|(?<!议)会(?!议)|有)[^,]{1,12}(?:吗|么|不|$)"
)  # 传达宣传部长会议精神
WISHED = pattern_of(
    any_of(
        "[夸奖]|表[扬彰]|加[个点]?(?:分|鸡腿)|写(?:上?一?笔|进|篇)|发[一朵个份面][一-鿿]{0,4}(?:花|旗|奖)|点个?赞|红花|简报|宣传|光荣榜|上墙|吃[个顿]?饭|休假|奶茶",
        "督[督促一]|[别少][^,，。;；0-9]{0,6}[催问]|[催管修帮][催管修帮一]|反映|协调(?!会)|解决|升级|优化|换[台个]|说说他们",
    )
)
# 能不能改成季度报啊
LESS_OFTEN = pattern_of("(?:能不能|可不可以|能否)[^,，0-9]{0,4}改[成为](?:一?季度?|半年度?|一?年度?)一?次?[报填]")
# of what was told, or of when and how it is told
OF_TOLD = pattern_of(
    "[0-9]|(?<!简)(?<!通)(?<!汇)报(?!道)|填|录|登记|延|晚|缓|宽|改(?!进)|撤|删|算|口径|率|数[据字]|对不对|重新|更正|等|明[天年]|下[周月]"
)


def without_wishes(text: str) -> str:
    """As it stands where nothing else would be left; none is the first that somebody says."""
    parts = PARTS.split(text)
    if not any(map(_is_wish, parts[2::2])):
        return text
    kept = [parts[0]]
    for stop, clause in zip(parts[1::2], parts[2::2], strict=True):
        kept.append(stop if not _is_wish(clause) else stop.rstrip("(（?？") + "，")
        kept.append("" if _is_wish(clause) else clause)
    return "".join(kept).rstrip(",，?？ ")


def _is_wish(clause: str) -> bool:
    is_wished = ASKS.search(clause) and WISHED.search(clause) and not OF_TOLD.search(clause)
    return bool(is_wished or LESS_OFTEN.search(clause))
