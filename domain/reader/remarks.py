"""What is told beside figures of those that are not there yet: 今年的还在核, 分母回头补, 剩下的几件还在走程序."""

import re

from domain.patterns import pattern_of
from domain.reader import words
from domain.reader.asked import Asked
from domain.reader.figure_words import words_in
from domain.reader.mentions import is_month_before

BEGINS = "(?:(?<![一-鿿A-Za-z0-9])|(?<=[0-9][件人个]))"
ENDS = r"[^,，;；。0-9\n]"
OTHERS = "(?:去年|上年)(?:同期)?|今年|本年|本月|本期|当月|其[它他余]|剩下|剩余|余下|别的|另外的?|分母|总数|总量"
TO_COME = pattern_of(
    rf"{BEGINS}(?:{OTHERS}){ENDS}{{0,8}}?(?:(?:还|仍|正)?在(?:核(?!过)|对|统计|算|汇总|导|查)|还?没(?:出|算|统计|核|导|好|找|翻|查)"
    rf"|(?:回头|晚点|晚些|稍后|[上下]午|明[天早]|随后|过会儿?|待会儿?)再?{ENDS}{{0,4}}[补给报发送翻查找核]){ENDS}{{0,4}}(?=[,，;；。\n]|$)"
)
# 录入那两个数等小李给: so many of them are not told yet
SOME_TO_COME = pattern_of(
    rf"(?:^|[,，;；。\s]+){ENDS}{{0,8}}(?<![一-鿿]第)(?:这|那|还有|剩|另外?|其[余他])*(?:[两二三四几俩][个项]?|(?<![0-9.])[2-4][个项](?![0-9]))(?:数[字据]?|金额|指标|率)?{ENDS}{{0,4}}"
    rf"(?:等|问|还没|还在[核对统算查]|没[给出算]|晚点|回头|稍后|明[天早][再给补报发]|再[补报发给])(?!{ENDS}*[件人名通条](?:{ENDS}|$)*[0-9]){ENDS}*(?:…+{ENDS}*)?(?=[,，;；。\n]|$)"
)
# 学时情况待核后再报, beside what is told
NAMED_TO_COME = pattern_of(
    rf"[,，;；。\n]+\s*(?P<what>[一-鿿]{{2,8}}?)的?(?:情况|数据|人数|件数|数|多少|几[件个人位名])?(?:那[块边个]|这[块边个])?(?:还|仍|正|尚|都|我)*"
    rf"(?:(?:在|待)(?:[和跟与向]{ENDS}{{1,6}}?)?(?:核|统计|查|对|算|汇总)|[没未](?:出|核|统计|算|导|汇总|弄)|(?:要|得|需要?)?再?等(?=一?等|[一两几]|通报|下|明|[啊哈呢])|(?:稍后|随后|晚点|回头|另行?|明天|下午)(?:再)?[补报发]){ENDS}*(?=[,，;；。\n]|$)"
)
NOT_DONE = "[没未](?:办结|达标|化解|参训|接通|办完|[办满结够])"
LEFT = pattern_of(
    rf"{BEGINS}(?:差的?那[一1]?[个位名件]?(?=[在因是休])|(?:其余|剩下|余下|剩余)的?(?:那?几[件个人名位])?|(?:还有)?几[件个人名位]|{NOT_DONE}的)"
    rf"(?:[因由]|主要是|(?:还|正|仍)在(?=走|办|审|查|协调|等|休|外|请|住)|(?<=的)是){ENDS}*"
)
MY_WORDS = pattern_of(rf"{BEGINS}(?:在吗|在么|在不在|忙吗|忙不忙|方便吗)[\s?？,，。~～]*")
# 1702件（刑事、民事、行政合计）
TOGETHER = pattern_of("[(（][^()（）0-9%％率]{2,20}(?:合计|之和|总计|加总|总和|相加)[)）]")
IN_ORDER = pattern_of(
    r"(?:^|[\s,，;；。(（]+)(?:以上|都|就|是)*(?:依照|按照?|依)(?:着|了)?(?:[您你]们?|咱们|[上前]面|表格?[上里中]?|通知|要求|问题?|列|发|给|的)*"
    r"(?:顺序|次序|先后)(?:依次|来|排|填|报|写|给|列|的|哈|啊)*[)）]?(?=$|[\s,，;；。:：])[:：]?"
)
ADDRESSED = pattern_of(r"^\s*(?P<to>[一-鿿]{2,10})[:：](?=.*?(?:[我本](?:们)?[院庭局处室部]))\s*")  # 政治部：我庭…
# 数据刚从系统导出来：, 轮训的数字我刚和教育科对过：
COMPILED = pattern_of(
    rf"(?:^|(?<=[,，。;；!！\s])){ENDS}{{0,6}}(?:数[据字]?|台账|报表)(?:我|已经?|都|刚刚?|也|从|[和跟与])?{ENDS}{{0,12}}?(?:核|对|导|查|汇总|统计|整理|拉|出)"
    r"(?:过|完|好|出来|来|齐)了?[:：]"
)
TOPIC = pattern_of(
    r"^(?:那个?|关于|说到)?[一-鿿]{2,8}?(?:[这那]一?块|[这那]个?事情?|的事情?|[这那]方面)(?:的话|呢|嘛|啊|哈)?[,，\s]*(?=[一-鿿])"
)
# 应轮训人数不变
UNCHANGED = pattern_of(r"[,，;；。]\s*[^,，;；。\s0-9]{2,14}(?:不变|没变|没动|不动|照旧|不用[改动])(?=$|[,，;；。!！])")
# 核查251不变: a figure that stays as it was told
STAYS = pattern_of(
    r"(?P<told>[一-鿿]{2,12}(?:[是为有]|还是)?\s?[0-9]+(?:\.[0-9]+)?(?:万元|[件个人名位项天通条元])?)(?:的?(?:这|那)?(?:个数字?|个)?)?"
    r"(?:保持|维持)?(?:不变|没变|没动|不动|照旧|不用[改动])的?(?=$|[,，;；。!！\s])"
)
# 领导要的两个数：…
SO_MANY = pattern_of(
    r"^[^0-9,，;；。]{0,12}?(?:[两二三四五六几]个?(?:数[据字]?|指标)|[这那先][^0-9,，;；。]{0,2}[两二三四五六几][个项])[:：,，\s]\s*(?=.)"
)
# 指标要80%以上，我们…
LINE_FIRST = pattern_of(
    rf"^(?:这个?|该)?(?:指标|目标|考核|要求|标准|任务){ENDS}{{0,8}}[0-9.]+[%％件]?{ENDS}{{0,6}}[,，;；]+(?=(?:但|而|实际|目前)*(?:我|本|咱){ENDS}*[0-9]+[件个人])"
)
# 新收7件（涉黑1件、涉恶6件）: what it is made of, and nothing that is asked for by itself
MADE_OF = pattern_of(r"(?<![0-9.])(?P<whole>[0-9]+)(?P<unit>[件个人名]?)[(（](?P<parts>[^()（）%％率.]+)[)）]")
FIGURE = pattern_of("[0-9]+")
IN_TENS_OF_THOUSANDS = pattern_of(r"[(（](?:单位[:：]?)?万元?[)）]\s*$")
UNIT_IN_BRACKETS = pattern_of(r"(?<=[0-9])\s?[(（](?P<unit>[万亿]元?|[件人个天])[)）]")  # 14210.6（万）
# 42，45，22，都核过了
CHECKED = pattern_of(
    r"(?<=[0-9件个人名天元通条])[,，;；。\s]+(?:以上|数[据字]?|这几个数?)?(?:我们?|已经?|都|也|均|又|再|全部?|跟[^,，;；。0-9没未不核对复查跟我已都也均又再全]{2,6})*(?:核对?|复核|核实|对|查)"
    r"(?:过|完|好|无误)+了?(?:[一两]遍)?[,，\s]*(?:没问题|没错|无误)?[的了哈啊]*[。!！~～\s]*$"
)
# （从审判系统导出）
SOURCE = pattern_of(
    r"[(（](?:数据)?(?:从|自|由|来自|来源|取自|源自)?[:：]?[^()（）0-9没未不]{0,8}(?:系统|平台|台账|报表)[^()（）0-9没未不]{0,6}[)）]"
)
OF_THEN = pattern_of(r"(?:去年|上年|同[期月])[^,，;；。0-9]{0,8}[0-9]+[^,，;；。]*[,，;；。]+\s*$")
COUNTED_BEFORE = pattern_of("[0-9一二两三四五六七八九十]")
# 没满的是2个新来的 tells how many
COUNTED = pattern_of("[0-9二两三四五六七八九十]")


def without_remarks(text: str, asked: Asked) -> str:
    """As it stands where nothing else is told."""
    for remark in (TOGETHER, IN_ORDER, LINE_FIRST):
        text = remark.sub("", text)
    text = CHECKED.sub("", SOURCE.sub("", text))
    text = UNIT_IN_BRACKETS.sub(r"\g<unit>", text)
    text = MADE_OF.sub(lambda match: _unless_asked_for(match, asked), text)
    if any(quantity.unit == "万元" for quantity in asked.quantities):
        text = IN_TENS_OF_THOUSANDS.sub("", text)
    text = ADDRESSED.sub(lambda match: "" if match["to"] in asked.others else match[0], text)
    text = COMPILED.sub(lambda match: _unless_of_then(match, asked), text.lstrip("。,， "))
    for remark in (SO_MANY, UNCHANGED):
        text = remark.sub("", text)
    text = STAYS.sub(r"\g<told>", text)
    if len(asked.demands) == 1:
        text = TOPIC.sub("", text)
    told = SOME_TO_COME.sub("", MY_WORDS.sub("", text))
    told = NAMED_TO_COME.sub(lambda match: "" if _is_of_another(match, asked) else match[0], told)
    told = LEFT.sub(lambda match: match[0] if COUNTED.search(match[0]) else "", TO_COME.sub(_unless_told, told))
    return told if any(map(str.isalnum, told)) else text


def _unless_asked_for(match: "re.Match[str]", asked: Asked) -> str:
    parts = [int(one) for one in FIGURE.findall(match["parts"])]
    is_told = any(word.kind == "role" for word in words_in(match["parts"], asked.demands)[0])
    is_all = len(parts) > 1 and sum(parts) == int(match["whole"])
    return match["whole"] + match["unit"] if is_all and not is_told else match[0]


def _unless_told(match: "re.Match[str]") -> str:
    """去年同月1261，去年的没核 speaks of what was told."""
    is_of_then = match[0].lstrip().startswith(("去年", "上年"))
    return match[0] if is_of_then and OF_THEN.search(match.string[: match.start()]) else ""


def _unless_of_then(match: "re.Match[str]", asked: Asked) -> str:
    """去年的数据核过了：, which is said of all that stands behind it."""
    said = match[0].replace("上个月", "").replace("上月", "") if is_month_before(asked) else match[0]
    is_of_then = any(pattern.search(said) for pattern in (words.OTHER_TIME, words.OTHERS, words.TOTAL, words.TARGET))
    return match[0] if is_of_then else ""


def _is_of_another(match: "re.Match[str]", asked: Asked) -> bool:
    """Of a figure that is asked for, and that nothing before it speaks of; half of a couple is of all that is told."""
    what, before = match["what"], match.string[: match.start()]
    pairs = [what[at : at + 2] for at in range(len(what) - 1) if what[at : at + 2] not in before]
    labels = [part.label for part in asked.quantities if not re.search("[和及与、]", part.label)]
    return COUNTED_BEFORE.search(before) is not None and any(pair in label for pair in pairs for label in labels)
