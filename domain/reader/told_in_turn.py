"""Figures whose places are told apart from them: 前者…后者…, 后两个对调, 再更正，还是第一个.

不是1630，那是9月的，10月1588; 310——310还是上月的.
"""

import re

from domain.numbers import level, value_of
from domain.patterns import pattern_of
from domain.reader import legends
from domain.reader.asked import Asked
from domain.reader.figures_counted import named

N = r"(?<![0-9.])[0-9]+(?:\.[0-9]+)?(?![0-9.])"
UNIT = "(?:万元?|亿元?|人次|[件个人名条次起天])?"
FIGURE = pattern_of(N)
HEAD = pattern_of(
    r"^(?P<a>[^,;。:0-9、和跟与]{2,10})[、和跟与](?P<b>[^,;。:0-9、和跟与]{2,10}?)(?:这?[两俩]个?(?:数字?|数据)?)?[,;:。\s]+(?P<rest>.*)$"
)
FORMER = "前者|前(?:面|头)?(?:的|那)?一?个(?:数)?|(?:先说)?前[面头]的|第一个|头一个"
LATTER = "后者|后(?:面|头)?(?:的|那)?一?个(?:数)?|(?:先说)?后[面头]的|第二个"
FIRST, SECOND = pattern_of(FORMER), pattern_of(LATTER)
LACKS = pattern_of(
    r"(?:就|只|还)?差(?P<n>[0-9]+|[一二两三四五六七八九十])[个名人件]?(?:就)?(?:满|齐|全)(?:了|员)?(?=$|[,;。!])"
)
TURNED = "(?:对调|互换|调换|换(?!届)|倒|调个?头?)(?:一下|过来|个位置?)*"
SWAPPED = pattern_of(
    rf"[,;。!\s]+(?:(?:我|都|是|又|给|一不小心|手快|位置|数字?|这?两个|这俩|[哦噢咦哎啊呀])*(?:串行|[写填放说报录抄搞弄](?:颠?倒|反|串))了?[哈啊呀]?[,;。!\s]+)?(?:录的时候|麻烦|请|帮我?|你们?)*(?P<which>[后前]?)(?:面)?这?[两俩]个?(?:数字?)?(?:要|得|应该?|请)?{TURNED}[哈啊呀吧了]*[。!]*$"
    rf"|[,;。!—\s]+(?:[哦噢咦哎啊呀]|不对)*[,;。!\s]*(?:(?:(?:最|那)?(?P<these>[后前])(?:面|头)?(?:这|那)?[两俩]个?|我|都|是|又|给|一不小心|手快|位置|数字?|这?两个|这俩)*(?:[写填放说报录抄搞弄](?:颠倒|反|倒|串)|(?<=[个数字])(?:颠倒|反|倒))了?)[哈啊呀]?(?:[,;。!\s]+(?:请)?{TURNED})?[哈啊呀吧了]*[。!]*$"
)
HEADER = pattern_of(r"^[^,;。:0-9]{0,8}表头[^,;。:0-9]{0,4}反了[:,;。\s]+(?:表上)?")
AGAIN = pattern_of(
    rf"^(?P<first>[^,;。:\n]*{N}{UNIT})[,;。!\s]+(?:更正|改)[^,;。\n0-9]{{0,6}}{N}{UNIT}[,;。!\s]+(?:再更正|又更正|再改|不对|等等|算了)[,;。:!\s]*(?:应该)?(?:还是|就按|仍)(?:按|用|以)?"
    r"(?:第一[个次]|原来|最早|最初|前面|一开始|头一个)[报写说那]*的?(?:那?个|数)?(?:对|为准|没错)?(?=$|[,;。!\s])[^?]*$"
)
# 前年同月不是1630，那是前年9月的，前年10月1588
NOT_THAT = (
    rf"不是{N}{UNIT}[,;。\s]+(?:那|这)个?是[^,;。0-9]{{0,4}}(?:[0-9]{{1,2}}月)?[^,;。0-9]{{0,6}}的[,;。\s]+"
    rf"(?:应该?|实际|真正|正确)?的?(?:是|为)?(?:(?:[去前上今本]年)?MONTH月份?)?(?:的|才|是|为)*(?={N})"
)
# 合格236核查240是24年的。25年…, in a form of 2025
YEAR_BEFORE = rf"^[^。;!]*{N}[^。;,]*(?:都|还)?是(?:20)?YEAR年度?(?:全年)?的(?:老?数据?)?[。;!]\s?(?=[^?]*[0-9])"
# 上面画的线是1600以内，结果收了1643
AIM = pattern_of(
    rf"{'(?:^|(?<=[,;。!]))'}[^,;。0-9]{{0,8}}(?:线|目标|要求|指标|任务|计划|红线|上限)(?:数|值)?(?:定的?|给的?|画的?|下的?|是|为|在|到)*{N}{UNIT}(?:以[内下上]|之内)?[,;。\s]+(?:但是?|可是?|不过)?(?=(?:结果|实际|最后|最终|其实)[^,;。]*[0-9])"
)
RESULT = pattern_of(r"(?<![一-鿿])(?:结果|最后|最终|其实)(?:还是|就|只|也|倒是|却)*(?=[^,;。]*[0-9])")
# 自动履行310——310还是上月的
OF_BEFORE = pattern_of(
    rf"[,;。\s]+[^,;。0-9]{{2,10}}(?P<n>{N}){UNIT}(?:[—-]+|[,;(])\s?(?P=n){UNIT}(?:这个数?)?(?:还|都|就)?是(?:上个?月|上期|上[次回]|[0-9]{{1,2}}月)的?(?:老?数)?[^0-9。]*"
)
# 1410那个是上个月的: a figure that was reported before
OF_LAST_TIME = pattern_of(
    rf"(?:^|(?<=[,;。\s]))(?P<n>{N}){UNIT}(?:[那这]个)?(?:数字?)?(?:是|为)(?:上个?月|上期|上[次回])的?(?:老?数据?)?(?:$|[,;。\s]+)"
)
# 恢复执行95件不在里面; 涉被执行人512人次
OUTSIDE = pattern_of(
    rf"[,;。\s]+(?:另有|还有)?[^,;。0-9不没]{{2,8}}{N}[件个人](?:都|也|是)?(?:不在(?:这)?(?:里[面头]|内|其中)|没算(?:进去|进来|在内)|另算|不含在内)(?=$|[,;。!])"
    rf"|[,;\s]+涉及?(?:被执行人|当事人|被告人|人员|群众)?{N}(?:余|多)?人次?(?=$|[,;。!])"
    rf"|(?:^|[,;。\s]+)(?:来访|接访|接待|走访)(?:了|群众|当事人)*{N}(?:余|多)?人次(?=[,;。])"
)
# 满意418有效436，不对，这是6月的数，我的是431和447: as many others in the same order
RATHER_THESE = pattern_of(
    rf"^(?P<first>[^。;]*{N}{UNIT}[^。;]*?{N}{UNIT})[—,;。!\s]+(?:[哎哦啊呀噢]*(?:不对|错了)[,;。!\s]*)?[这那](?:两个|俩|都)?是[^,;。]{{0,14}}的(?:数字?|数据)?[,;。\s]+"
    rf"(?:我的|我们的?|本月的?|[这本]个?月的?|实际|应该)(?:数)?(?:应该)?是?(?P<these>{N}{UNIT}(?:[和、,]{N}{UNIT})+)[。!]*$"
)
# 顺序是前年、去年、今年，我表格就这么排的
LAID_OUT = pattern_of(
    r"[,;。\s]+我?们?(?:的)?(?:表格?|台账|系统|这边)?[里上]?(?:就|都|也)?是?这[么样](?:排|列)的[。!]*$"
)
# 那张表写的应办51办结49，他们把咨询也算进去了，我们认的是46和44
OTHERS_TOLD = pattern_of(
    rf"^[^,;。0-9]{{2,12}}(?:写|报|显示|登|填|统计|给)的(?:是|数)?(?P<first>[^,;。0-9]{{2,10}}{N}{UNIT}[,、\s]?[^,;。0-9]{{2,10}}{N}{UNIT})[,;。\s]+(?:[^,;。0-9]{{2,20}}[,;。\s]+)?"
    rf"(?:我们?|[我本]院)[^,;。0-9不没未]{{0,6}}(?:认|算|报|填|核|用)的?(?:就|都)?是(?P<these>{N}{UNIT}(?:[和、,]{N}{UNIT})+)[。!]*$"
)
# 到位1.42亿，这里头光一家房企就付了3000万
ONE_ALONE = pattern_of(
    rf"[,;\s(]+(?:这?里[头面]|其中)(?:光|仅|单)?是?[^,;。0-9]{{0,8}}就(?:付|到位|还|缴|占|有|执行)了?(?:到位)?{N}[万亿]元?\)?(?=[,;。])"
)


def plainly(text: str, asked: Asked) -> str:
    """As it stands where nothing is told so."""
    said = level(text)
    plain = OTHERS_TOLD.sub(_rather_these, ONE_ALONE.sub("", said))
    plain = RATHER_THESE.sub(_rather_these, legends.in_order(LAID_OUT.sub("", AGAIN.sub(r"\g<first>", plain))))
    if FIGURE.search(rest := OF_BEFORE.sub("", plain)):
        plain = rest
    if FIGURE.search(rest := OF_LAST_TIME.sub(lambda told: _unless_new(told, asked), plain)):
        plain = rest
    if not any(one.unit == "人次" for one in asked.quantities) and FIGURE.search(rest := OUTSIDE.sub("", plain)):
        plain = rest.lstrip(" ,;。")
    if (aimed := AIM.sub("", plain)) != plain:
        plain = RESULT.sub("", aimed)
    if asked.period:
        plain = re.sub(YEAR_BEFORE.replace("YEAR", f"{(asked.period.start.year - 1) % 100}"), "", plain)
        plain = re.sub(NOT_THAT.replace("MONTH", str(asked.period.start.month)), "", plain)
    plain = _swapped(_by_turn(plain, asked))
    return text if plain == said else plain


def _rather_these(told: "re.Match[str]") -> str:
    these = FIGURE.findall(told["these"])
    if len(FIGURE.findall(told["first"])) != len(these):
        return told.group()
    return FIGURE.sub(lambda _: these.pop(0), told["first"])


def _unless_new(told: "re.Match[str]", asked: Asked) -> str:
    """上个月 may be the month that is asked about: what was told of the one before it is on record."""
    return "" if float(told["n"]) in map(float, asked.last.values()) else told.group()


def _by_turn(text: str, asked: Asked) -> str:
    """应训和实训，前者301，后者差2个就满了."""
    head = HEAD.match(text)
    if head is None or not FIRST.search(head["rest"]) or not SECOND.search(head["rest"]):
        return text
    one, other = named(head["a"], asked), named(head["b"], asked)
    if one is None or other is None or one == other or len(FIRST.findall(head["rest"])) > 1:
        return text
    rest = SECOND.sub(other.label, FIRST.sub(one.label, head["rest"], count=1), count=1)
    lacks, figures = LACKS.search(rest), FIGURE.findall(LACKS.sub("", rest))
    if lacks is None or len(figures) != 1 or (n := value_of(lacks["n"])) is None or "." in figures[0]:
        return rest
    return f"{rest[: lacks.start()]}{int(figures[0]) - n}{rest[lacks.end() :]}"


def _swapped(text: str) -> str:
    told = SWAPPED.search(text)
    rest = HEADER.sub("", text[: told.start()]) if told else ""
    figures = list(FIGURE.finditer(rest))
    which = (told["which"] or told["these"] or "") if told else ""
    if told is None or len(figures) < 2 or (len(figures) > 2 and not which):
        return text
    one, other = figures[-2:] if which == "后" else figures[:2]
    return f"{rest[: one.start()]}{other.group()}{rest[one.end() : other.start()]}{one.group()}{rest[other.end() :]}"
