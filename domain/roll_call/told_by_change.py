"""A round whose figures are told by what came, what went and what was struck, with no word of what is left.

记录3条，有一条重复让技术删了，以删后的为准; 今年累计11条，8月底是10条; 这次不是52了，有两个调走，剩下的都填了.
"""

import re

from domain.numbers import value_of
from domain.patterns import pattern_of

N = "(?:[0-9]+|[一二两三四五六七八九十百]{1,4})"
HEAD = "(?:个人|[个人名位])"
ENDS = r"(?=$|[,;。!\s])"
# 记录3条，有一条重复录入让技术删了，以删后的为准; 录了两条，其中一条撤掉了，现在系统里是剩下的
STRUCK = pattern_of(
    rf"(?P<a>{N})条[^,;。0-9]{{0,6}}?[,;。—\n\s(]+(?:[哦噢哎啊]|不对|等等|等一?下|[,\s])*(?:其中|里面?|里头)?(?:又|还)?有?(?P<k>{N})条"
    rf"[^;。!?0-9条]{{0,24}}?(?:删|撤|退|销)(?:除|销|回)?(?:掉|去|了)+[,;。)\s]+"
    rf"[^,;。0-9]{{0,8}}?(?:[以按照](?:删|撤|退|销|扣|去|改|最)[^,;。0-9]{{0,4}}?的?(?:为准|算|报|填)|(?:剩下?|余下|留下)的?那?(?:{N}条)?(?:为准|[才就]?算|填|报)?)[了吧的]*{ENDS}"
)
# 今年累计11条，8月底的时候是10条
CUMULATED = (
    rf"(?<![比较])(?:系统里?|平台|今年|年初)?(?:到(?:现在|目前)|以来)?累计(?:是|有|记|录)*了?(?P<a>{N})条[,;。\s]+"
    rf"(?:截[至止到]*|到)?(?:BEFORE|上个?月)底?(?:的?时候|那会儿?|为止|止)*(?:还|就|累计|是|有|才)*(?P<b>{N})条[了的]?{ENDS}"
)
# 这次不是52了，5月底有两个调去法庭，归那边填，剩下的一个不落
NO_MORE = pattern_of(
    rf"^[^,;。0-9]{{0,6}}(?:不是|没有|不到)(?P<a>[0-9]+){HEAD}?了[,;。\s]+(?:[0-9]{{1,2}}月)?[^,;。0-9]{{0,8}}?(?P<k>{N}){HEAD}[^,;。0-9没未]{{0,4}}?(?:调|退|走|借|转|离)[^;。0-9]{{0,16}}?[,;。\s]+(?:剩下?|其[余他]|余下|别)的?(?=[^,;。没未差缺]{{0,4}}(?:都|全|均|一个))"
)
# 21个吧……哦不对把2个保安算上了，保安不填
COUNTED_IN = pattern_of(
    rf"^(?P<head>[^,;。0-9]{{0,8}}?)(?P<a>{N}){HEAD}?[了吧啊]*[,;。…\s]+(?:[哦噢哎啊诶]|不对|不是|等等|等一?下|[,\s])*我?把(?:那)?(?P<k>{N}){HEAD}[^,;。0-9]{{1,8}}(?:算|加|数|计)(?:上|进去?|进来|在内)了"
    rf"[,;。\s]*(?:[^,;。0-9]{{0,6}}(?:不用?|无需|不该)(?:填|算|报|计)[^,;。0-9]{{0,4}})?[。!]*$"
)
# 法官5个 助理4个 书记员9个，法警归警队报不算我们的: all sorts of them
SORT = "(?:员额)?(?:法官助理|法官|助理|(?:聘用制?)?书记员|法警|聘用人员|行政人员|综合人员|文员|辅助人员)"
SORTS = pattern_of(
    rf"^(?:我们?[庭局院]?|本[庭局])?(?:有|是)?(?P<sorts>(?:{SORT}[有是:]?{N}{HEAD}?[,;、\s]+)+{SORT}[有是:]?{N}{HEAD}?)(?:[,;。\s]+[^,;。0-9]{{2,8}}(?:归|由|在|跟)[^,;。0-9]{{1,8}}(?:报|填|管)的?[,\s]?(?:都|也)?不[算归]我们的?)?[。!]*$"
)
NUMBERS = pattern_of(N)
# 0条。另外问下下个月填报入口还是原来那个吗
ASKS_ELSE = pattern_of(
    r"(?<=[条人个名位0-9零无没有])[了的]?[,;。!\s]+(?:另外|对了|顺便|顺带|还有|再)[^0-9,;。]{0,3}?(?:问|请教|咨询)(?:一?下|个事|[您你们])*(?![^?]*(?:算|记录|口径|[几多]少?[条个人]|这样|这么|对[吗不]|应填|要不要[填记录报]|改))[^0-9]*$"
)


def without_question(text: str) -> str:
    """What is asked of something else behind the answer."""
    return ASKS_ELSE.sub("", text)


def plainly(text: str, field: str, month: int, should: int) -> str:
    """`should` is how many there were the month before."""
    plain = STRUCK.sub(lambda told: _less(told, "记录{n}条"), text)
    before = rf"{(month - 2) % 12 + 1}月份?"
    plain = re.sub(CUMULATED.replace("BEFORE", before), lambda told: _less(told, "记录{n}条", "b"), plain)
    plain = NO_MORE.sub(lambda told: _less(told, "应填{n}人,") if _value(told["a"]) == should else told.group(), plain)
    if field != "should":
        return plain
    plain = COUNTED_IN.sub(lambda told: _less(told, f"{told['head']}{{n}}人"), plain)
    sorts = SORTS.match(plain)
    if sorts is None or not all(one in sorts["sorts"] for one in ("法官", "书记员")):
        return plain
    return f"{sum(map(_value, NUMBERS.findall(sorts['sorts'])))}人"


def _less(told: "re.Match[str]", plain: str, of: str = "k") -> str:
    left = _value(told["a"]) - _value(told[of])
    return plain.format(n=left) if left >= 0 else told.group()


def _value(written: str) -> int:
    return value_of(written) or 0
