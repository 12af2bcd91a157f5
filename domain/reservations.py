"""Words that leave whatever is said with them uncertain: hearsay, and conditions under which it would hold."""

from domain.patterns import pattern_of
from domain.reader.word_lists import words_of

QUOTED = pattern_of(r"《[^》]*》|“[^”]*”|\"[^\"]*\"|「[^」]*」")
HEARSAY = words_of(
    r"听说|据说|据传|传闻|传言|风闻|听闻|小道消息|道听途说|听来的|都在传|疯传|(?:^|[,，。;；\s])(?:都|就|也|只)?说是|网传(?!播)|网曝",
    r"(?:^|[,，。;；\s])(?:大家|[庭院科队局]里|上[面级]|领导|(?:分管)?院长|庭长|主任|书记|法官|村里|街道)(?:们|都|也)*说(?!明|服|理|法|情|要请|请客|辛苦|不错)",
    r"(?:网上|网友|外面|外头|群里|有人|别人|人家|朋友圈|抖音|微博|贴吧|同事|坊间|社会上|他们|老百姓|下面|底下)"
    r"[^,，。;；]{0,4}?(?:说|传(?!达)|讲(?!座|话)|议论|爆料|发帖|转)",
    r"(?<![打旁收视])听(?!取|证|讼|辩|审|力|从|众|课|会)[^,，。;；]{0,6}(?:说|讲|提起|提到)(?!明)",
)
IF = words_of(
    r"如果|假如|(?<![主重需必纪概摘])要是|倘若|倘使|的话(?!语)|假设|假定|除非|若是|(?<!主)要不是|万一(?=[^,，。]{0,6}[,，没不])",
    r"(?:^|[,，。;；\s])若(?!干)|如(?=按|算|不|含|除|加|把|没)",
)
# the figure or day would be another one without it
RECKONED = words_of(
    r"刨[掉去除]|撇开|抛开|扣[掉除]|剔除|去掉|减掉|除掉|不含|不包括|不包含|不计|不算|算上|加上|算进|把[^,，。]{1,10}(?:算|加)",
    r"按[^,，。;；]{0,6}(?:口径|算法|分组|标准)|[新老旧]口径|折算",
)


def is_reserved(text: str) -> bool:
    return bool(reason(text))


def reason(text: str, *, reckoned: bool = False) -> str:
    """The reason why nothing is certain, or none; `reckoned` where it is a rank or a day that was asked for."""
    text = QUOTED.sub("", text)
    if HEARSAY.search(text):
        return "about"
    return "if" if IF.search(text) or (reckoned and RECKONED.search(text)) else ""
