"""A figure that is told, and then what it is instead of what is asked, with the one that counts.

完毕404，等下404是把恢复执行那几件也算进去了，完毕应该是398; 微法院736，看串行了，736是10月的，11月是741.
Or it is named by itself or by its name at the end, and told anew: 不低于9项，…。等下，9项不对，应该是10项.
"""

import re

from domain.numbers import value_of
from domain.patterns import pattern_of
from domain.reader.asked import Asked

N = r"[0-9]+(?:\.[0-9]+)?[万亿]?"
M = "(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])"
UNIT = "[件个人名条次项通天台户家份幅辆起批元]?"
STOP = r"[,，。;；…~～\s]+"
MIXED = pattern_of(
    rf"(?<![0-9.])(?P<a>{N})\s?(?P<unit>{UNIT}){STOP}[^0-9\n]{{0,20}}?(?<![0-9一-鿿])(?:那个?|这个?|刚才的?)*(?P=a){UNIT}(?:其实|这个数?)?是"
    rf"(?:(?P<then>{M})月份?的?|(?:去年|上年|上个?月|前年)(?:同[期月])?的|[把连](?:[^,，。;；0-9]|[0-9]{{1,2}}月){{2,14}}(?:也|都|一起)?(?:算|加|数|计|统计)(?:进去?|进来|在内|上)了?)[了啊呀哦]*{STOP}"
    rf"(?:所以|那)?(?P<name>[^0-9,，。;；\s]{{0,10}}?)(?:(?P<now>{M})月份?|(?P<this>[本这]个?月|今年))?的?(?P<verb>(?:应该|实际|其实|真正|才|就)*[是为有]?)\s?(?P<b>{N})(?![0-9.万亿])"
)


# 成功512件——噢这是3月那行，4月497
THAT_MONTH = pattern_of(
    rf"(?<![0-9.])(?P<a>{N})\s?(?P<unit>{UNIT})[,，。;；…~～—\s(（]+(?:[哦噢啊呀哎诶]|不对|等等|错了|看错了?|[,，\s])*(?:[那这]个?数?|刚才的?)?是(?:(?P<then>{M})月份?|上个?月)的?(?:那?[行栏列个张]|数据?)?[了啊呀)）]*{STOP}"
    rf"(?:[^0-9,，。;；\s]{{2,6}}{STOP})?(?P<now>{M})月份?(?:的|这?[行栏]|应该|才)*[是为有]?\s?(?P<b>{N})(?![0-9.月日号])"
)
# 前面给的快审天数8100是10月的，复制错行，11月7745; 到位金额前面报的1265少打一个0，是12650万
BEFORE = "(?:前面|刚才?|之前|上午|下午|昨[天晚]|早上|上次)"
GIVEN = pattern_of(
    rf"^{BEFORE}[^,，。;；0-9]{{0,3}}[给报填发说写]的?(?P<name>[^,，。;；0-9]{{2,10}}?){N}{UNIT}(?:其实|这个数?)?是(?P<then>{M})月份?的?(?:数据?)?{STOP}(?:[^,，。;；0-9]{{2,10}}{STOP})?(?P<now>{M})月份?(?:的|应该|才)*[是为有]?(?P<b>{N}{UNIT})[。!！]*$"
)
MISTYPED = pattern_of(
    rf"^(?P<name>[^,，。;；0-9]{{2,10}}?){BEFORE}[^,，。;；0-9]{{0,3}}[给报填发说写]的?{N}{UNIT}(?:[少多漏错][打写输按录敲][^,，。;；]{{0,6}}){STOP}(?:应该?|实际|正确的?)?[是为](?P<b>{N}{UNIT})[。!！]*$"
)
# 快审总天数8100？看错列了，是7890天: asked of nobody
OF_HIMSELF = pattern_of(
    rf"(?<=[一-鿿]){N}[千百]?[0-9]?{UNIT}[?？]+\s?(?:[哦噢啊呀哎诶]+[,，\s]*)?(?:看|写|报|填|记|拿|数|抄)(?:错|岔|串|混)了?(?:[行列栏页]|一[行列栏])?了?[,，。\s]+(?:应该|实际)?是(?={N})"
)
# 118，刚刷新了一下变119了
BEGUN = "(?:[哎诶哦啊刚又再才去我]|不[是对]|重新|系统|后台)"
REFRESHED = pattern_of(
    rf"(?<![0-9.]){N}(?P<unit>\s?{UNIT})了?[,，。;；…~～\s]++(?:[^0-9,，。;；\s]{{0,3}}[又刚再等][^0-9,，。;；\s]{{0,8}}[,，\s]++)?"
    rf"{BEGUN}*+(?:[,，\s]++{BEGUN}*+)?(?:刷新?|重导)了?(?:一?[下遍])?[,，\s]*+(?:现在|就|又|已经)?(?:变成?|成|是|跳?到)了?\s?"
    rf"(?P<b>{N})(?![0-9.]){UNIT}了?(?=[,，。;；\s]|$)"
)

# 不低于9项，…。等下，9项不对，有一项持平也该算进去，应该是10项; 完毕421，…。上面421写错了，是412
AMISS = (
    "(?:不对|有误|(?:[打写填报输算看数抄弄搞]|统计)(?:[错反混串岔少多漏]|颠倒)了?"
    "|里?面?有?[少多漏重](?:[打写填报算数计加]|统计)?了?[0-9一二两三四五六七八九十]{0,2}[件个人名条项]?)[了啊呀哦]*"
)
LEAD = r"(?:等等|等一?下|[哦噢啊呃诶哎]|不好意思|更正|订正|一下|上面的?|前面的?|刚才的?|[,，:：~～…\s])*"
ANEW = (
    rf"{STOP}(?:[^0-9\n?？]{{2,24}}{STOP})??(?:所以|那)?(?:应该?|实际|其实|正确的?|改|就|[是为成有])*\s?(?P<b>{N})\s?{UNIT}(?:才对)?"
    r"(?=$|[,，。;；!！\s])"
)
BY_ITSELF = pattern_of(
    rf"(?<=[。;；!！\n,，…\s]){LEAD}(?:[那这]个?)?(?P<a>{N})\s?{UNIT}(?:[那这]个数?|的)?{AMISS}{ANEW}"
)
BY_ITS_NAME = pattern_of(
    rf"(?<=[。;；!！\n,，…\s]){LEAD}(?P<name>[一-鿿]{{2,8}}?)(?:[那这]个数?|的)?(?:我|又|刚才?)*{AMISS}{ANEW}"
)
# 化解20，…。等下化解是21
BY_NAME_ALONE = pattern_of(
    rf"(?<=[。;；!！\n,，…\s])(?:等等|等一?下|[哦噢啊呃诶哎]+不[对是]?|更正(?:一下)?)[,，:：\s]*(?P<name>[一-鿿]{{2,8}}?)(?:应该?|现在|其实|实际)?[是为有]了?(?P<b>{N})\s?{UNIT}"
    r"(?=$|[,，。;；!！\s])"
)
# 化解20件，上午说19是漏了一件: what was told before, behind what it is
TOLD_BEFORE = pattern_of(
    rf"(?<=[0-9件个人名条次项通天元])[,，;；。\s(（]+(?:[上下中]午|早上|刚才?|之前|前面|昨[天晚]|上次)(?:电话里?|群里|口头|我)*[说报写发填讲]的?(?:那个)?是?{N}\s?{UNIT}(?:是|因为|那个)*"
    rf"[^,，;；。0-9()（）]{{0,6}}[漏少多重错误反][^,，;；。()（）]{{0,8}}[)）]?(?=[,，;；。\s]|$)"
)


def told_anew(text: str) -> str:
    """The new figure stands where the old one stood, which is told once."""
    if (bare := without_told_before(text)) != text:
        return bare
    if (said := BY_ITSELF.search(text)) and len(old := _told(re.escape(said["a"]), text[: said.start()])) == 1:
        return _instead(old[0], said)
    if (said := BY_ITS_NAME.search(text) or BY_NAME_ALONE.search(text)) and len(
        old := _told(rf"(?<={re.escape(said['name'])})(?:[是有为共:：\s]|案?件?数?)*?(?P<a>{N})", text[: said.start()])
    ) == 1:
        return _instead(old[0], said)
    return text


def without_told_before(text: str) -> str:
    bare = TOLD_BEFORE.sub("", text)
    return f"更正，{bare}" if bare != text else text


def _told(figure: str, before: str) -> list["re.Match[str]"]:
    return list(re.finditer(rf"(?<![0-9.]){figure}(?![0-9.]|[万亿])", before))


def _instead(old: "re.Match[str]", said: "re.Match[str]") -> str:
    start = old.start("a") if old.groupdict() else old.start()
    text = said.string
    return text[:start] + said["b"] + text[old.end() : said.start()].rstrip(" ,，") + text[said.end() :]


def put_right(text: str, asked: Asked) -> str:
    """The new figure stands where the old one stood."""
    text = OF_HIMSELF.sub("", text)
    text = MISTYPED.sub(r"更正，\g<name>\g<b>", GIVEN.sub(lambda given: _of_now(given, asked), text))
    text = THAT_MONTH.sub(lambda mixed: _of_now(mixed, asked), text, count=1)
    text = REFRESHED.sub(lambda anew: anew["b"] + anew["unit"], text, count=1)
    return MIXED.sub(lambda mixed: _right(mixed, asked), text, count=1)


def _of_now(mixed: "re.Match[str]", asked: Asked) -> str:
    """Of the month that is asked about, instead of another one's."""
    month = asked.period.start.month if asked.period and asked.period.every == "month" else None
    then, now = (mixed[side] and value_of(mixed[side]) for side in ("then", "now"))
    if now != month or then == month:
        return mixed.group()
    return f"更正，{mixed['name']}{mixed['b']}" if "name" in mixed.groupdict() else mixed["b"] + mixed["unit"]


def _right(mixed: "re.Match[str]", asked: Asked) -> str:
    month = asked.period.start.month if asked.period and asked.period.every == "month" else None
    then, now = (mixed[side] and value_of(mixed[side]) for side in ("then", "now"))
    if (now and now != month) or (then and then == month):
        return mixed.group()
    is_now = now or mixed["this"] or len(mixed["verb"]) > 1
    is_named = not mixed["name"] or not mixed.start() or mixed["name"] in mixed.string[: mixed.start()]
    of = "" if mixed.start() else f"{now}月" if now else mixed["name"]
    return of + mixed["b"] + mixed["unit"] if is_now and is_named else mixed.group()
