"""Places that their writer counts from elsewhere: 倒数第3，一共16家 is the fourteenth, 后面还有11家 of 16 the fifth.

And as far from another's as 民事的第2，刑事比民事低3位; 前三里的最后一个; 第2，说的是商事 is that of another one.
"""

import re

from domain.numbers import level, value_of
from domain.patterns import pattern_of
from domain.reader.asked import Asked

N = "[1-9][0-9]?|[一二两三四五六七八九十]{1,3}"
HOUSES = "[家个](?:兄弟|基层)?(?:法院|单位)?"
FIELD = pattern_of(rf"(?<![0-9第一二三四五六七八九十])(?P<n>{N})\s?{HOUSES}(?!月|半)")
ANY = pattern_of(rf"第\s?(?:{N})|(?:{N})\s?[名位/]|排名?\s?(?:{N})")
FROM_BELOW = pattern_of(
    rf"(?:倒着?数|从(?:后|末尾?|最后|下|尾)面?(?:往|向|朝)?(?:前|上|头)?(?:数|排))(?:过?来)?(?:的|是|排)*第?\s?(?P<n>{N})[名位个]?(?!家)"
)
# 排我们前头的有4家, 我们后头还有10家; 比我们高 may be better or worse
OURS = "(?:我们?|[我本]院|咱们?)"
HOW_MANY = rf"(?:的|还|就|只|也|都|一?共|总共|排着?|站着?|有)*(?P<n>{N})\s?{HOUSES}"
AS_MANY = HOW_MANY.replace("P<n>", "P<m>")
AHEAD = pattern_of(
    rf"(?:排|站)?在?{OURS}?(?:院|的)*(?:前[面头边]|上[面头]){HOW_MANY}|比{OURS}(?:院|还|要)*(?:好|强|靠前){AS_MANY}"
)
BEHIND = pattern_of(
    rf"(?:排|站)?在?{OURS}?(?:院|的)*(?:后[面头边]|身后|下[面头]){HOW_MANY}|比{OURS}(?:院|还|要)*(?:差|弱|靠后){AS_MANY}"
)
LAST_OF = pattern_of(
    rf"前(?P<n>{N})[名位]?(?:当中|之中|里|中)?[头面边]?的?(?:最后(?:的?一?[个名位]|面)?|末位|末尾|垫底|尾巴|守门员)(?![0-9一二三四五六七八九十第])的?"
)
SUBJECT = "刑事|民事|商事|行政|执行|立案|信访|少年|知产|金融"
LOWER = "低|落后|靠后|退后|差"
HIGHER = "高|领先|靠前|好"
FROM_ANOTHER = pattern_of(
    rf"(?P<of>{SUBJECT})(?:审判)?(?:的|是|排|为|在)*第\s?(?P<base>{N})[名位]?[,;。\s]+"
    rf"(?P<own>[^,;。0-9第]{{0,8}}?)比(?P=of)(?:的|还|要|又|整整|正好)*(?:(?P<lower>{LOWER})|{HIGHER})了?(?P<n>{N})个?[名位](?:次)?(?![^?]*(?:不对|[错反]了))"
)
# 去年满意度全省第6，今年进了两位; 比去年的第6退了一位
SINCE_LAST = pattern_of(
    rf"(?P<then>(?P<than>[比较])?(?:去年|上年|上期|上次|上个?月|上季度)[^,;。0-9第]{{0,12}}第?\s?(?P<base>{N})[名位]?)(?P<pause>[,;。\s]*)"
    rf"(?:[今本]年|[这本](?:期|次|月|季度)|现在)?(?:又|再|还|我们?|往前|向前|往后)*(?:(?P<better>[前跃]?进|上升|[升提涨]|前移|提高)|[后倒]?退|下降|[降掉滑跌落]|后移)了?(?P<n>{N})个?[名位](?:次)?(?=$|[,;。!\s])(?![^第]*第)"
)
# 排第六一共十六家
ONE_BREATH = pattern_of("(?P<place>第[一二三四五六七八九])(?=一共[0-9一二三四五六七八九十]+家)")
# 3/16，去年是5/16，进步了
PAIR = pattern_of(r"^[^0-9]{0,8}[0-9]{1,2}/[0-9]{1,2}(?=$|[,;。])")
PAIR_THEN = pattern_of(
    r"[,;。\s]+(?:去年|上年|上期|上[次回])(?:是|为|的)?[0-9]{1,2}/[0-9]{1,2}(?:[,;。\s]*(?:进步|退步|前进|后退|[升降掉进退])[^,;。0-9]{0,4})?(?=$|[。!])"
)
# 第2！别高兴，说的是商事。我们民事第7
OF_ANOTHER = pattern_of(
    rf"(?P<place>第\s?(?:{N})[名位]?)[,;。!\s]+(?:[^,;。!第0-9]{{1,6}}[,;。!\s]+)?(?:那|这)?个?(?:是)?(?:[说指讲]的?是?|是)(?P<of>{SUBJECT})的?[,;。!\s]+(?=[^,;。!]*第)"
)
# 案访比第6，看串了，第6是越级访，案访比第9
MIXED_UP = pattern_of(
    rf"(?P<own>[一-鿿]{{2,8}}?)(?P<a>第\s?(?:{N}))[名位]?[,;。!…\s]+(?:[哦噢啊哎呀诶])*[看搞记弄说报](?:串|混|错|岔)行?了[,;。!…\s]+(?P=a)[名位]?的?(?:那个)?是"
    rf"(?P<of>[一-鿿]{{2,8}}?)的?[,;。!\s]+(?=(?P=own)(?:是|排)?第)"
)
# 全国第120，全市第3，郊区里头第1: beside the place of the whole town
WHOLE_TOWN = pattern_of("全市(?:里|排名?|是|我们)*第")
WIDER_OR_LESS = pattern_of(
    rf"(?:^|(?<=[,;。]))\s?(?:在|放在)?(?:全国|全省|长三角|远?郊区?|城区|片区|同组|分?组|同类)[^,;。0-9第]{{0,4}}第\s?(?:[1-9][0-9]{{2}}|{N})[名位]?(?:[,;。]+|$)"
)
# 2、5、8、4、3，按你们表上往下排的顺序
IN_ORDER = pattern_of(
    r"^(?P<row>[0-9]+(?:[、,/\s]+[0-9]+)+)[,;。\s]+(?:就|都|是)*按照?[^,;。0-9倒反]{0,4}(?:表|通知|题|上面|问的|列的)[^,;。0-9倒反]{0,14}(?:顺序|次序)(?:填|排|写|报)?的?[。!]*$"
)
NOT_SO = pattern_of(
    "差点|险些|[没未不]|别(?!问|催|笑|提|说|骂|管|给)|避免|摆脱|目标|争取|大概|可能|好像|估计|左右|[?吗]"
)


def plainly(text: str, asked: Asked) -> str:
    """As it stands where nothing is counted so, or where it does not come out."""
    said = level(ONE_BREATH.sub(r"\g<place>，", text))  # level would read 六一 as one
    plain = MIXED_UP.sub(r"\g<of>\g<a>,", OF_ANOTHER.sub(r"\g<of>\g<place>,", said))
    if PAIR.match(plain):
        plain = PAIR_THEN.sub("", plain)
    plain = FROM_ANOTHER.sub(_from_another, IN_ORDER.sub(r"\g<row>", plain))
    if not _is_over_since_new_year(asked):
        plain = SINCE_LAST.sub(_since_last, plain)
    if "全市" in asked.text and WHOLE_TOWN.search(plain):
        plain = WIDER_OR_LESS.sub("", plain)
    plain = _counted(plain) if NOT_SO.search(plain) is None else plain
    return text if plain == level(text) else plain


def _is_over_since_new_year(asked: Asked) -> bool:
    """Last year's place, said in January, is the one that is asked about."""
    return bool(asked.period and asked.today and asked.period.end.year < asked.today.year)


def _since_last(told: "re.Match[str]") -> str:
    base, n = value_of(told["base"]) or 0, value_of(told["n"]) or 0
    place = base - n if told["better"] else base + n
    return f"第{place}" if (told["than"] or told["pause"]) and place > 0 else told.group()


def _from_another(told: "re.Match[str]") -> str:
    base, n = value_of(told["base"]) or 0, value_of(told["n"]) or 0
    place = base + (n if told["lower"] else -n)
    return f"{told['own']}第{place}" if base and place > 0 else told.group()


def _counted(text: str) -> str:
    if ANY.search(LAST_OF.sub("", FROM_BELOW.sub("", text))):
        return text  # a place is told as well
    text = LAST_OF.sub(lambda told: f"第{value_of(told['n'])}", text, count=1)
    ahead, behind = AHEAD.search(text), BEHIND.search(text)
    if ahead or behind:
        return _beside_others(text, ahead, behind)
    below, fields = list(FROM_BELOW.finditer(text)), FIELD.findall(text)
    if len(below) != 1 or len(fields) != 1:
        return text
    place = (value_of(fields[0]) or 0) - (value_of(below[0]["n"]) or 0) + 1
    return f"{text[: below[0].start()]}第{place}{text[below[0].end() :]}" if place > 0 else text


def _beside_others(text: str, ahead: "re.Match[str] | None", behind: "re.Match[str] | None") -> str:
    """前面6家，后面9家 are sixteen with ourselves."""
    told = [one for one in (ahead, behind) if one]
    rest = text
    for one in sorted(told, key=lambda one: -one.start()):
        rest = rest[: one.start()] + rest[one.end() :]
    fields = [value_of(one) or 0 for one in FIELD.findall(rest)]
    better, worse = (_count(one) for one in (ahead, behind))
    field = fields[0] if len(fields) == 1 else better + worse + 1 if ahead and behind else 0
    place = better + 1 if ahead else field - worse
    is_whole = not (ahead and behind) or better + worse + 1 == field
    if len(fields) > 1 or not 1 <= place <= field or not is_whole:
        return text  # 前面还有4家: of how many, and beside whom, nobody knows
    at = told[0].start()
    bare = rest[:at].rstrip(" ,;") if not fields else rest[:at]
    of = f",共{field}家" if field and not fields else ""
    return f"{bare}第{place}{rest[at:].rstrip(' ,;。') if fields else ''}{of}"


def _count(told: "re.Match[str] | None") -> int:
    return value_of(told["n"] or told["m"]) or 0 if told else 0
