"""A figure told anew in the same breath, with its name: 合格的288 哦不对我看串行了 合格是289 is 合格的289.

And one of which is said once more that it is right: …，290没错的; …，满意数按398报.
"""

import re

from domain.numbers import CHINESE
from domain.patterns import pattern_of

FIGURE = rf"(?:[0-9][0-9,]*(?:\.[0-9]+)?|[{CHINESE}]{{1,9}})\s?(?:万元?|亿元?|[件个人名条项份次通天元%])?"
NAME = "(?:[一-鿿]{2,10}?|[一-鿿]{1,4}90)"
OF = r"(?:[的了是有为共:：\s]|应该?|改成?){0,3}"
OH = r"(?:[\s,，。:：…~～、—-]|哎呀?|[哦噢啊呃额诶欸嗯]|等等|等一?下|不好意思){0,5}"
ERRED = (
    "(?:我|刚才?){0,2}"
    "(?:不对|错了|[说看写打报填念数抄输弄搞][错岔串](?:了?行)?了|串行了|手[滑误快]了|[更订纠]正(?:一下)?)"
)
AGAIN = pattern_of(
    rf"(?<![一-鿿])(?P<name>{NAME})(?P<of>{OF}){FIGURE}(?P<between>[^。；;\n]{{0,24}}?){OH}{ERRED}(?:{OH}{ERRED})?{OH}"
    rf"(?P=name){OF}(?P<new>{FIGURE})(?![0-9.%])"
)
HINT = pattern_of("不对|[错岔串]|手[滑误快]|[更订纠]正")  # of ERRED: most texts have none of them
ANY = pattern_of(rf"[0-9{CHINESE}]")
# 是四十还是三十九来着我翻下台账啊 哦三十九: the one that was found in the end, and no word of the other one
NUMERAL = rf"(?:[0-9]+|[{CHINESE}]{{1,6}})"
SETTLED = pattern_of(
    rf"(?P<one>{NUMERAL})[件个人名]?还是(?P<other>{NUMERAL})[件个人名]?(?:来着|呢)?[^0-9,，。;；]{{0,14}}?[,，。;；\s]{{0,2}}(?:[哦噢对啊]|看到了|查到了|找到了)"
    rf"[,，\s]{{0,2}}是?(?P<new>(?P=one)|(?P=other))(?![0-9{CHINESE}])"
)
CORRECTS = pattern_of("[更订纠]正(?!为|成)")
NUMBER = pattern_of(r"[0-9]+(?:\.[0-9]+)?")
CONFIRMED = pattern_of(
    r"(?<=[0-9件个人名])(?P<told>[^\n]*?)[\s,，。;；]"
    r"(?:(?:总数|前面)?(?P<n>[0-9]{1,9})[件个人名]?是?(?:没错|没问题|是对的|不变|照旧)的?"
    r"|(?![^,，。;；]{0,8}[说让叫要])[一-鿿]{0,8}?按(?P<by>[0-9]{1,9})[件个人名项份]?(?:报|登记|录入|统计|填|上报|计)(?:为妥|为准|即可|就行|就好|吧)?)(?=$|[\s,，。;；])"
)
SAYS_RIGHT = pattern_of("没错|没问题|是对的|不变|照旧|按[0-9]")  # most texts say nothing of the kind


def without_first(text: str, *, next_to_it: bool = False) -> str:
    """`next_to_it` where no other figure stands between both."""
    if not HINT.search(text):
        return text
    return AGAIN.sub(lambda match: match.group() if next_to_it and ANY.search(match["between"]) else _anew(match), text)


def settled(text: str) -> str:
    if (found := SETTLED.search(text)) is None:
        return text
    other = found["one"] if found["new"] == found["other"] else found["other"]
    rest = re.sub(rf"^[件个人名]?[\s,，。;；]+{other}[件个人名]?是[^,，。;；\n]*", "", text[found.end() :])
    return text[: found.start()] + found["new"] + rest


def without_confirmed(text: str) -> str:
    found = CONFIRMED.search(text) if SAYS_RIGHT.search(text) else None
    if found is None:
        return text
    told, rest = text[: found.end("told")], text[found.end() :]
    is_told = re.search(rf"(?<![0-9.]){found['n'] or found['by']}(?![0-9.%])", told)
    return told + rest if is_told else text


def tells_nothing_new(text: str) -> bool:
    """核查252，合格250——更正，250是笔录齐的，合不合格还没判: what was told is spoken of, and not told anew."""
    found = CORRECTS.search(text)
    before, behind = (
        (set(NUMBER.findall(part)) for part in (text[: found.start()], text[found.end() :])) if found else ((), ())
    )
    return bool(before and behind) and set(behind) <= set(before)


def _anew(match: "re.Match[str]") -> str:
    return "".join(match[part] for part in ("name", "of", "new", "between"))
