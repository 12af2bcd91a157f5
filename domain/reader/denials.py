"""Whether a denial is one of what was asked: 没建, 没有制度, 没有; 没事, 网不好 and 我不懂 are none of it."""

from collections.abc import Sequence

from domain.patterns import pattern_of
from domain.reader.point_names import Point, parts_of
from domain.reader.point_words import IN_PLACE
from domain.reader.word_lists import any_of

# 撤了, 停了: the denial is a verb by itself
BY_ITSELF = pattern_of(r"[停撤废拆关坏丢断缺欠差]|作废|下线|空白|空档")
ALONE = pattern_of("不|莫|非|尚")
HOWEVER = any_of(
    "成文|书面|像样|固定|有|算是?|[这该此][项个种]?|能|曾|再|都|全部?|完全|正式|单独|专门|经常|按时?",
    "的|按要求|真正|认真|彻底|一直|顾上|来得及|去|给|把|被",
)
HOW = f"{HOWEVER}*"
# how a demand is met, as people say it
VERB = any_of(
    IN_PLACE,
    r"组织(?!生活)|接通|学[习了过成]?|[建印出搞弄做办设开录签定通编写执更](?![会了]?[议室庭车法事公案知报话])|行(?![李政])|存在",
)
THING = r"(?:制度|机制|文件|材料|记录|台账|清单|方案|功能|窗口|平台|措施|程序|专人|财产)"
OF_IT = pattern_of(rf"^{HOW}(?:{VERB}|{THING})")
NOT_SO = pattern_of(rf"^{HOW}(?:{IN_PLACE}|存在|归)")
OF_ONE = pattern_of("[我你他她]$")  # 文件我没有: what one person has not
LED = pattern_of(f"^{HOW}")
THINGS = pattern_of(THING)
PARTICLES = pattern_of(r"[\s了的过呢啊呀哦哈嘛吧滴哒有得上到成完全掉起来\x01]+")
PAIR = 2


def is_of_it(before: str, denial: str, behind: str, points: Sequence[Point]) -> bool:
    """Of nothing that is named, or of the thing: by a verb of how it is met, by its name, by what it is made of."""
    if BY_ITSELF.search(denial):
        return bool(THINGS.search(before + behind)) or any(
            parts_of(point.bare).search(before + behind) for point in points
        )
    if OF_ONE.search(before):
        return False
    if not PARTICLES.sub("", behind):
        return not ALONE.fullmatch(denial)
    if denial.startswith("不"):
        return bool(NOT_SO.match(behind))
    return bool(OF_IT.match(behind)) or _is_named(behind, points)


def _is_named(behind: str, points: Sequence[Point]) -> bool:
    behind = LED.sub("", behind)
    said = PARTICLES.sub("", behind[: behind.find("的") + 1] or behind)[:PAIR] or behind[:PAIR]
    return len(said) == PAIR and any(said in point.bare for point in points)
