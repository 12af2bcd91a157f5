"""A whole told by its sides, or with what does not count in it: 保全线上156，线下108; 收到评价455个，无效14个.

And one that lacks, told apart from all the others: 28个，新成立的那个还没批下来，其他都覆盖了; 一次也没通报 is 0次.
"""

import re

from domain.numbers import level, value_of
from domain.patterns import pattern_of
from domain.reader.asked import Asked
from domain.reader.figures_counted import named

N = "(?<![0-9.])[1-9][0-9]*(?![0-9.])"
UNIT = "[个条份件次人]?"
ONLINE, HERE = "线上|网上|在线|网络", "线下|现场|窗口|柜台|当面"
DONE = "(?:办|办理|委托|申请)?的?(?:有|是)?"
SIDES = pattern_of(
    rf"(?:(?P<name>[^,;。:0-9]{{2,6}}?)[:,的]?(?:{ONLINE})|(?:{ONLINE})(?P<called>[^,;。:0-9的]{{2,6}}?))(?:{DONE})(?P<a>{N})件?[,;、\s]+(?:{HERE})[^,;。0-9]{{0,4}}?(?P<b>{N})件?(?=$|[,;。!\s])"
)
TOGETHER = pattern_of("总|[一]?共|合计|加起来|[?吗]|大概|约|其他渠道|邮寄")
# 收到评价455个，空白和乱点的14个剔掉，剩下…
VOID = "空白|乱[点填评]|无效|重复|作废|误[点评]|弃权|废票?"
OUT = "剔[掉除]|去掉|除去|扣[掉除]|刨[去掉]|不算|排除"
WITH_VOID = pattern_of(
    rf"^(?:一?共|总共)?(?:收到|收)?(?:了)?的?(?:评价)?(?:一?共|总共|有|收到|数|总数|:)*(?P<all>{N}){UNIT}(?:评价)?(?:里[面头]?|中|当中)?[,;\s]*(?:其中|有)*"
    rf"(?:(?:{OUT})(?:了)?(?:[^,;。0-9]{{0,6}}?)(?P<n>{N}){UNIT}(?:(?:{VOID})[^,;。0-9]{{0,3}})?|(?:[^,;。0-9]{{0,8}}(?:{VOID})[^,;。0-9]{{0,4}})(?P<m>{N}){UNIT}(?:已?(?:经)?(?:{OUT})了?)?|(?P<k>{N}){UNIT}(?:是)?(?:{VOID})的?(?:{OUT})?了?)"
    rf"[,;。\s]*(?:剩下?|还剩|其余|有效)?的?(?:(?P<left>{N}){UNIT}(?:有效)?[,;。\s]+)?"
)
CONTENT = pattern_of("满意(?:的|是|有|评价)*([1-9][0-9]*)")
# 新成立的那个…还没批下来，其他都有了: one of so many
ONE_LACKS = pattern_of(
    rf"^(?P<head>[^,;。]*?{N}[个家]?[^,;。0-9]{{0,8}})[,;。\s]+(?:就|只有?)?(?:[^,;。0-9]{{0,8}}的?那一?[个家块]|有一[个家])[^,;。0-9一二两三四五六七八九]{{0,12}}?(?:还|也|暂时?)*没(?:有)?[^,;。0-9]{{0,8}}[,;。\s]+"
    r"(?:其[他余它]|别的|剩下|余下)的?(?:都|全|全都|均)(?:已经?)?(?:(?P<done>[^,;。没未不有]{2,4}?)(?:了|到了?|好了?)?|有)了?[。!]*$"
)
STILL = pattern_of("算|[?吗]|后来|现在|补上|批了|可能|大概")
# 没查到违规的，所以一次也没通报, once the time is over
NEVER = pattern_of(
    r"^(?:因为)?(?:(?:(?!还|尚|暂|来得及)[^,;。0-9])*?(?:没有?|未|无)(?:查|发现|人|有|违|出现)?[^,;。0-9]{0,12}[,;\s]+)?(?:所以|因此|就|[这本]个?|[上下]?半年|全年|今年)*"
    r"(?:(?:通报|发)?一[次回](?:也|都)没(?:有)?(?:通报|发|搞|办|开展)?过?|(?:通报)?一[次回]没有)[了过]?[。!]*$"
)


def plainly(text: str, asked: Asked) -> str:
    said = level(text)
    plain = _by_sides(_without_void(said, asked), asked)
    plain = ONE_LACKS.sub(lambda told: _one_lacks(told, asked), plain) if STILL.search(plain) is None else plain
    if [one.unit for one in asked.quantities] == ["次"] and _is_over(asked) and NEVER.match(plain):
        plain = f"{asked.quantities[0].label}0次"
    return text if plain == said else plain


def _is_over(asked: Asked) -> bool:
    return asked.period is not None and asked.today is not None and asked.period.end < asked.today


def _by_sides(text: str, asked: Asked) -> str:
    if TOGETHER.search(text) or not any(one.label.startswith("在线") for one in asked.quantities):
        return text
    return SIDES.sub(lambda told: _with_whole(told, asked), text)


def _with_whole(told: "re.Match[str]", asked: Asked) -> str:
    name = (told["name"] or told["called"]).removesuffix("的")
    fitting = [one.parts for one in asked.demands if one.is_share and set(name) <= set(one.parts[0].label)]
    if len(fitting) != 1 or not fitting[0][0].label.startswith("在线"):
        return told.group()
    a, b = value_of(told["a"]) or 0, value_of(told["b"]) or 0
    part, whole = fitting[0][:2]
    return f"{part.label}{a}件,{whole.label}{a + b}件"


def _without_void(text: str, asked: Asked) -> str:
    """As long as those who are left, where they are told, are as many."""
    label = next((one.label for one in asked.quantities if one.label.startswith("有效")), None)
    told = WITH_VOID.match(text)
    if label is None or told is None or re.search(f"{label[:2]}[^,;。无]{{0,4}}[0-9]", text):
        return text
    whole, n = value_of(told["all"]) or 0, value_of(told["n"] or told["m"] or told["k"]) or 0
    left = value_of(told["left"]) if told["left"] else whole - n
    sides = [value_of(one) or 0 for one in CONTENT.findall(text)]
    return f"{label}{left},{text[told.end() :]}" if left == whole - n > 0 and sum(sides) <= left else text


def _one_lacks(told: "re.Match[str]", asked: Asked) -> str:
    """其他都有了 says of the one pair that is asked about that it is done."""
    pairs = [one.parts for one in asked.demands if one.is_share and len(one.parts) > 1]
    figures = re.findall(N, told["head"])
    done = told["done"] or ""
    if len(pairs) != 1 or len(figures) != 1 or (done and not set(done) & set(pairs[0][0].label)):
        return told.group()
    if named(re.sub(r"[0-9].*", "", told["head"]), asked) == pairs[0][0]:
        return told.group()
    whole = value_of(figures[0]) or 0
    return f"{pairs[0][1].label}{whole}个,{pairs[0][0].label}{whole - 1}个"
