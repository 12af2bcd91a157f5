"""Who filed since, and how many that makes: 应填38，已填36，哦刚又有一个补上了，37; 又补上两个，现在总共59.

The sum is what counts, as long as it comes out.
"""

import re

from domain.numbers import value_of
from domain.patterns import pattern_of
from domain.roll_call.words import DIGIT, NUM

NO = f"[^,;。!?{DIGIT}没未不条]"
PERSONS = r"\s?(?:个人|[人名位个])"
FILED = r"(?:(?:补|填|交|报|录|跳|冒|蹦)(?:[填报交录])?(?:[上完好齐进了]+来?|了)|[补填交报录]的|[进上]来了?)"
SINCE = pattern_of(
    rf"^(?![^,;。]*(?:新|书记员|法官|助理|同事|干警)){NO}{{0,8}}?(?:[又再]|刚刚?|后来){NO}{{0,5}}?(?:(?P<of>{NUM}){PERSONS}{NO}{{0,4}}?{FILED}|{FILED}{NO}{{0,2}}?(?P<n>{NUM}){PERSONS}){NO}{{0,4}}$"
)
NOW = pattern_of(
    rf"^(?:[这那哦噢啊嗯我]|所以|咱们?|现在|目前|这下|一共|总共|共计?|合计|加起来|变成|已经?|填|报|应该|就|都|有|是|到|为|成|了)*"
    rf"(?P<now>{NUM})(?:{PERSONS})?(?:[填报交]|[了啦的齐吧])*$"
)
# 昨天下班41个，今早又进来3个: where it is told of a time before, nobody has to say what it came to
THEN = pattern_of(
    r"^[^,;。应没未不差缺剩条月]{0,8}?(?:昨[天日晚]|前天|周[一二三四五六日]|早上|上午|刚才|下班|截[至止]|[0-9]+[日号])[^,;。应没未不差缺剩条月]*$"
)
BEFORE = pattern_of(
    rf"(?:(?<![应{DIGIT}])|(?<=周[一二三四五]))(?P<then>{NUM})(?:{PERSONS})?(?P<done>已?[填报交][好完]?)?[了啦]?$"
)
TO_FILE = pattern_of("应该?[填报]|要[填报]|总人数|在册|编制")
CLAUSES = pattern_of(r"([,;。!\s]+)")


def without_added(text: str) -> str | None:
    """None where it does not come out."""
    parts = [*CLAUSES.split(text), "", ""]
    for at in range(0, len(parts) - 2, 2):
        more, now = SINCE.match(parts[at]), NOW.match(parts[at + 2])
        if more is None or now is None:
            if more and (summed := _summed(parts, at, more)):
                return summed
            continue
        first = next((n for n in range(at - 2, -1, -2) if re.search(f"[{DIGIT}]", parts[n])), None)
        before = BEFORE.search(parts[first]) if first is not None and not TO_FILE.search(parts[first]) else None
        added, came_to = value_of(more["of"] or more["n"]) or 0, value_of(now["now"]) or 0
        if before is None or first is None:
            if came_to <= added:
                return None
            return "".join((*parts[:at], f"已填{now['now']}", *parts[at + 3 :]))
        if (value_of(before["then"]) or 0) + added != came_to:
            return None
        told = "已填" if before["done"] else ""
        filed = f"已填{now['now']}" if THEN.match(parts[first]) else parts[first][: before.start()] + told + now["now"]
        return "".join((*parts[:first], filed, *parts[at + 3 :]))
    return text


def _summed(parts: list[str], at: int, more: "re.Match[str]") -> str:
    """Of those who had filed before and those who came since, right behind them."""
    before = BEFORE.search(parts[at - 2]) if at > 1 and THEN.match(parts[at - 2]) else None
    then = value_of(before["then"]) if before else None
    if then is None:
        return ""
    came_to = then + (value_of(more["of"] or more["n"]) or 0)
    return "".join((*parts[: at - 2], f"已填{came_to}人", *parts[at + 1 :]))
