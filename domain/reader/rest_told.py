"""What a reply leaves to the rest: 在编304，两名不进应训基数，其余全训完了; 三个领域，有一个没排上，另外的都督察了.

And the rest that was slower and still in time; or of which some lack the next step: 调成的里头190件没自动履行.
"""

import re

from domain.kinds import Quantity
from domain.numbers import level, value_of
from domain.patterns import pattern_of
from domain.reader.asked import Asked
from domain.reader.figures_counted import named

N = "(?<![0-9.])[1-9][0-9]*(?![0-9.%])"
FEW = f"(?:{N}|[一二两三四五六七八九十]{{1,3}})"
HEAD = "[个名位人件份项块条]"
REST = "(?:其[余他它]|剩下?|余下|另外|别的|归我们)的?(?:人|事项|案件|部门|领域)?"
END = r"(?=$|[,;。!\s])"
NOT_IN = r"不(?:[进归]|算|计入?|[纳列]入|属于|在)[^,;。0-9]{0,10}"
# 系统里21件，4件是投错法院已经转走的不归我们。归我们的都按时反馈了
OUTSIDE = pattern_of(
    rf"^(?P<head>[^,;。0-9]{{0,12}}?)(?P<all>{N}){HEAD}?[^,;。0-9]{{0,8}}[,;。\s]+(?:其中|里[头面]|有)*(?P<n>{FEW}){HEAD}"
    rf"[^,;。0-9]{{0,16}}?{NOT_IN}[,;。\s]+{REST}[^,;。0-9没未不都全均]{{0,4}}(?:都|全|均)+(?P<done>[^,;。没未不]{{1,12}}){END}"
    r"(?:[,;。\s]+(?:没|一)[^,;。0-9]{0,2}(?:落|漏|少|缺)下?[^,;。0-9]{0,3})?[。!]*$"
)
BEFORE = pattern_of("本来|原来|原先|起初")
DONE = pattern_of("已经?|在|[完过到好掉]?[了的]*$")
# 三个重点领域，去年有一个没排上，另外的都督察了
SOME = (
    rf"(?P<all>{FEW}){HEAD}[^,;。0-9]{{0,8}}?[,;。\s]*(?:里[头面]|其中)?(?:[去今上]年|[上下]半年)?有?(?P<n>{FEW}){HEAD}[^,;。0-9没未]{{0,6}}"
    rf"[没未](?!有?[问漏落])[^,;。0-9]{{1,6}}[,;。\s]+{REST}(?:都|全|均)"
)
SOME_LACK = pattern_of(rf"(?:^|(?<=[,;。!\s]))[^,;。0-9]{{0,6}}?{SOME}+(?P<done>[^,;。没未不0-9]{{1,6}}){END}")
# 17件当天就反馈了，剩下那件第二天给的，也在期限里面
IN_TIME = ("期限内办结", "按时")
STILL_IN_TIME = (
    r"[,;\s]+(?:[但不]?过?)(?:也|都)+(?:是|算|还)*(?:在(?:规定的?)?[期时]限(?:之?内|里[面头]?)|没(?:有)?(?:超|过|逾)(?:了|过)?[期时]?限?|不算[超逾]期|按[期时])"
    r"[^,;。0-9]{0,4}(?=$|[,;。!\s])"
)
SLOWER = pattern_of(
    rf"(?P<n>{N})件[^,;。没未不]{{0,12}}[,;。\s]+"
    rf"(?:剩下?|另外?|其余|余下|还有)的?[那这]?(?P<k>{FEW})?件(?!还|仍|正|尚|待|[^,;。]{{0,3}}在[办审走])"
    rf"[^,;。0-9没未不]{{0,12}}{STILL_IN_TIME}"
)
# 985件，451件没调成，剩下调成的里头还有190件没自动履行
STEPS = pattern_of(
    rf"(?P<all>{N})件[,;\s]+(?:有)?(?:(?P<n>{N})件没(?:有)?(?P<what>[^,;。0-9的]{{2,4}})|没(?:有)?(?P<that>[^,;。0-9的]{{2,4}})的(?:有|是)?(?P<m>{N})件)[,;。\s]+"
    rf"(?:剩下?的?)?(?P<done>(?![在没还未正下])[^,;。0-9剩的]{{2,4}})的(?:里[头面]|当中|中)(?:还|也)?(?:有)?(?P<k>{N})件没(?:有)?(?P<next>[^,;。0-9的]{{2,6}}){END}"
)


def plainly(text: str, asked: Asked) -> str:
    """As it stands where nothing is told so."""
    said = level(text)
    plain = OUTSIDE.sub(lambda told: _inside(told, asked), said)
    plain = SOME_LACK.sub(lambda told: _without_some(told, asked), plain)
    plain = STEPS.sub(lambda told: _step_by_step(told, asked), _all_in_time(plain, asked))
    return text if plain == said else plain


def _inside(told: "re.Match[str]", asked: Asked) -> str:
    """应训304，2名不进基数: nobody tells whether they are among them."""
    head, done = told["head"], DONE.sub("", told["done"])
    pairs = [one for one in _pairs(asked) if done and set(done) <= set(one[0].label)]
    if len(pairs) != 1:
        return told.group()
    part, whole = pairs[0]
    left = _number(told["all"]) - _number(told["n"])
    is_of_whole = "应" in head or named(head, asked) == whole
    if left <= 0 or (is_of_whole and BEFORE.search(told.string) is None):
        return told.group()
    return f"{whole.label}{left},{part.label}{left}"


def _without_some(told: "re.Match[str]", asked: Asked) -> str:
    """Of the one figure that is asked for."""
    one, done = asked.quantities[0], DONE.sub("", told["done"])
    left = _number(told["all"]) - _number(told["n"])
    if len(asked.quantities) > 1 or one.label[0] == "无" or not set(done) & set(one.label) or left <= 0:
        return told.group()
    return f"{one.label}{left}个"


def _all_in_time(text: str, asked: Asked) -> str:
    told = SLOWER.search(text)
    part = next((one for one in asked.quantities if one.label.startswith(IN_TIME)), None)
    if told is None or part is None or "化解" in told.group():
        return text
    wholes = re.findall(N, text[: told.start()])
    few = _number(told["k"] or "1")
    if not wholes or int(wholes[-1]) != int(told["n"]) + few:
        return text
    return f"{text[: told.start()]}{part.label}{wholes[-1]}件{text[told.end() :]}"


def _step_by_step(told: "re.Match[str]", asked: Asked) -> str:
    """The rest were done, and of these all but some came to the next step."""
    what, done, following = told["what"] or told["that"], told["done"], told["next"]
    some = [one for one, _ in _pairs(asked) if set(done) & set(one.label) & set(what)]
    after = [(one, of) for one, of in _pairs(asked) if of in some and _is_next(following, one.label)]
    left = int(told["all"]) - int(told["n"] or told["m"])
    if len(after) != 1 or left < int(told["k"]):
        return told.group()
    part, of = after[0]
    return f"{told['all']}件,{of.label}{left}件,{part.label}{left - int(told['k'])}件"


def _is_next(said: str, label: str) -> bool:
    """What is not fulfilled at all is not all that is not fulfilled of itself."""
    return set(said) <= set(label) and ("自动" in said or "自动" not in label)


def _pairs(asked: Asked) -> list[tuple[Quantity, Quantity]]:
    shares = [one.parts for one in asked.demands if one.is_share and len(one.parts) > 1]
    return list(dict.fromkeys((parts[0], parts[1]) for parts in shares if parts[0].label[1] != "年"))


def _number(written: str) -> int:
    return value_of(written) or 0
