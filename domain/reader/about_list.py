"""这是什么, asked of a list of what is open: what stands there, and what is to be done with it."""

from domain.numbers import level
from domain.patterns import pattern_of

SIGNS = pattern_of(r"[\s,;。.!?~]+")
BEFORE = pattern_of(r"^(?:请问|你好|您好|麻烦问下|问下)")
BEHIND = pattern_of(r"(?:呢|呀|啊|吗|嘛|来着)$")
WHAT = r"(?:什么|啥)(?:意思|东西|情况|单子|清单|名堂)?"
THIS = r"(?:[这那](?:些|个|条|张|份|几[个项条张])?(?:单子|清单|列表|卡片|卡|消息)?)"
TO_DO = r"(?:干什么|干啥|干嘛|做什么|做啥|怎么办|怎么弄|怎么处理|怎么用|咋办|咋弄|咋整)"
ASKED = pattern_of(
    rf"{THIS}?(?:都|又|到底|究竟)?(?:是|指的?是|代表)(?:{WHAT}|{TO_DO}的?)"
    rf"|{THIS}?(?:什么|啥)(?:意思|情况|东西|名堂)"
    rf"|{THIS}?(?:我|我们)?(?:没看|没太看|看不|看不太|搞不|没|不太|不)(?:懂|明白)"
    rf"|{THIS}?(?:是)?(?:要|让|叫|需要)?(?:我|我们)?(?:要|该|需要)?{TO_DO}"
)


def asks(text: str) -> bool:
    """Of the list as it stands there: a text that names something is about that."""
    bare = SIGNS.sub("", level(text))
    if not bare:
        return "?" in level(text)
    return ASKED.fullmatch(BEHIND.sub("", BEFORE.sub("", bare))) is not None
