"""Whether a thing is so: what says neither that it is, nor that it is not."""

from domain.numbers import level, value_of
from domain.patterns import pattern_of

# 没有不通的: that it is so, or a slip
TWICE_DENIED = pattern_of(r"没有?(?:一[个件家处])?不[通能会行可用]")
# as one says to whoever asks for a favour
NO_PROBLEM = pattern_of("(?:都|完全|肯定|绝对)?没(?:有)?(?:问题|毛病)[的了哈啊呀]*[。!]*")
# 27个支部里19个每月都开: so it is with some
N = "(?:[0-9]+|[一二两三四五六七八九十百]{1,4})"
OF_SO_MANY = pattern_of(
    rf"(?P<all>{N})\s?[个家名位所处][^,;。0-9]{{0,8}}?(?:里头?|里面|当中|其中|中)[,\s]*(?:就|只|已经?|目前|有)*(?P<some>{N})\s?[个家名位所处]"
)
# 其余的也都开了
REST_TOO = pattern_of("(?:其[余他]|剩下?|另外?|余下)的?[^,;。]{0,8}(?:也|都|全)(?!没|未|不|还)")


def says_neither(text: str) -> bool:
    text = level(text).strip()
    if NO_PROBLEM.fullmatch(text):
        return True
    told = OF_SO_MANY.search(text)
    if told is None or REST_TOO.search(text, told.end()):
        return bool(TWICE_DENIED.search(text))
    return (value_of(told["some"]) or 0) < (value_of(told["all"]) or 0)
