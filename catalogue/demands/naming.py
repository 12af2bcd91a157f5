"""What is counted, in short: the words before a figure without operator, period, limit and fillers."""

import re

from catalogue.demands.said import Sentence
from domain.numbers import level
from domain.patterns import pattern_of

LONGEST = 30
MEASURE = pattern_of(
    "(?:率|满意度|优良度|(?<![季年])度|比例|占比|比重|系数|指数|数量|总量|用量|使用量|数|时间|时长|时限|周期|浓度|增幅|增速|降幅"
    "|收入|支出|[比值额费]|得分|面积|成本|经费|密度|强度|次数|效率|规模|差错)(?:排名|名次|位次)?$"
)
LEADING = pattern_of(
    r"^(?:[\s,，、;；:：)）(（。.\-—·•*]|(?:并|且|同时|以及|其中|和(?!谐|解)|及(?![时格早])|与(?!会)|或者?|确保|力争|争取|努力|实现|做到|切实|全年[共度]?"
    r"|按照|按(?![时期月季年])|年度内?|年内|当年|本年度?|今年|每年度?|原则上|要求|应当?(?![急收届诉用免检缴])|须|需(?!求)|将|对(?![口接外标])|的|使(?!用)|到(?![位期场达岗])"
    r"|在(?![线建校职岗库])|至|含|包括|已|近[一二两三四五0-9]{1,2}年(?:以(?!及)|之)?内?|每(?:个?季度|月|半年|周|[两二三]年)(?![0-9]))(?=[^率]|$))+"
)
OFTEN = "每(?:[一两二三四0-9个半]{0,3})(?:年度?|季度?|月度?|周|旬|日|天|学期|学年|星期)"
TRAILING = pattern_of(
    rf"(?:同口径|[\s,，、:：(（“\"]|确保|力争|争取|努力|[两三四五六]个(?:指标)?|分别|(?<![平人户生月年日])均|都|各|(?<![需重主必])要|须|(?<![响反对回供适效感相顺])应当?|基本|(?<![签预履节公条])约|[↑↓]|(?<![自理])由|从|同比|环比|(?:较|比)(?:上年度?|去年|年初|上一年度?"
    rf"|[12][0-9]{{3}}年)(?:同期|末|底)?|相比|{OFTEN}|全年|年内|当年|累计|合计|至少|逐年|平均每[年月]|召开|开展|(?<![会党团])组织|不少于"
    r"|控制|保持|稳定|维持|不得?|总体|整体|全部|达|(?<![行作认以成])为|是|(?<![存现])在|的|(?<![所拥持享国])有|并|且|和|及|于|到|至|完成|实现|必须|以上|以下|以内|进行|举办)+$"
)
WAS = pattern_of("(?:由|从)[^,，、]{0,10}[0-9][^,，、]{0,6}$")  # 由45%提升至
SHORT = 8  # 小学, 城区: of what a head before a colon is divided into
COMPARED = pattern_of(
    r"(?:不[低高少超多]|达到?|控制在|[≥≤<>]|完成|提[升高]|增[长加]|降低|压[缩减]|[降升增减])?[在为至到了]?(?<![A-Za-z.0-9])[0-9]|不得?[低少高多超大小][于过]|(?:全部|均)达标|位列|位居|(?<!的)排名|较上年|较去年|同比"
)
BRACKETS = pattern_of(r"[(（][^()（）]*[)）]?")
OTHERS = pattern_of("等(?:各项|主要|核心|重点)?(?:指标|数据|方面)?$")
PARTED = pattern_of("、|以及|和|与|及(?!时|格|其?以[上下])")
RATIO = pattern_of("(?<!占)比$")
LEVEL = pattern_of("(?:其中)?(?:国家|国际|省部?|市厅?|区县?|县区?|校|院|部|乡镇|镇|村)级(?:及?以上)?")
CLASS = pattern_of("(?:[A-Z甲乙丙丁]|[一二三四ⅠⅡⅢⅣ])[类级档型]$")


def clean(words: str) -> str:
    """Under LONGEST signs."""
    words = re.sub(r"\s+", "", re.sub("</?[a-zA-Z][^<>]*>", "", words))
    words = WAS.sub("", LEADING.sub("", words))
    kept = TRAILING.sub("", words)
    return (BRACKETS.sub("", kept) or kept)[:LONGEST]


def short(words: str) -> str:
    """Of what is to be done: whole clauses as far as they go."""
    words = LEADING.sub("", re.sub(r"\s+", "", re.sub("</?[a-zA-Z][^<>]*>", "", words))).rstrip("、,，:：")
    words = BRACKETS.sub("", words) or words
    if len(words) <= LONGEST:
        return words
    mark = max(words.rfind(sign, 0, LONGEST + 1) for sign in ",，")
    return words[:mark] if mark >= LONGEST // 3 else words[:LONGEST]


def own(sentence: Sentence, start: int, end: int) -> str:
    return clean(sentence.words(start, end))


def listed(words: str, wanted: int = 1) -> tuple[str, ...]:
    """A率、B率和C率 are three; 收入和支出之比 is one. `wanted` is how many figures there are for them."""
    words = BRACKETS.sub("", words)
    has_others = bool(OTHERS.search(TRAILING.sub("", words.strip())))
    core = OTHERS.sub("", TRAILING.sub("", re.sub(r"\s+", "", words)))
    core = TRAILING.sub("", core)
    parts = [part for part in (clean(part) for part in PARTED.split(core)) if part]
    if len(parts) < 2 or (wanted > 1 and len(parts) != wanted):
        for pattern in ("、", "和|与|以及"):
            some = [part for part in (clean(part) for part in re.split(pattern, core)) if part]
            if len(some) > 1 and (len(some) == wanted or (wanted == 1 and _all_measures(some))):
                return tuple(some)
        return ()
    if wanted == len(parts) or has_others or _all_measures(parts):
        return tuple(parts)
    two = [clean(part) for part in re.split("和|与|以及", core)]
    return tuple(two) if len(two) > 1 and _all_measures(two) else ()


def _all_measures(parts: list[str]) -> bool:
    return all(MEASURE.search(part) for part in parts) and not RATIO.search(parts[-1])


def name(sentence: Sentence, start: int, end: int) -> tuple[str, int]:
    """Of what stands from `start` to `end`, and where its words begin; the clause before where it says nothing."""
    found = own(sentence, start, end)
    colon = sentence.plain.rfind(":", sentence.start, start)
    if colon >= 0 and not MEASURE.search(found) and len(found) <= SHORT:
        head = own(sentence, sentence.clause_start(colon), colon)
        if head:
            return f"{head}：{found}"[:LONGEST] if found else head, start
    if len(found) > 1:
        return found, start
    if start > sentence.start:
        before = sentence.clause_start(start - 1)
        inherited = _uncompared(sentence.words(before, start - 1))
        if len(inherited) > 1:
            return inherited, before
    found = found or _uncompared(sentence.words(sentence.start, end))
    return found if any(sign.isalnum() for sign in found) else "指标", start


def _uncompared(words: str) -> str:
    """What stands before a comparison or a figure."""
    compared = COMPARED.search(level(words))
    return clean(words[: compared.start()] if compared else words)


def completed(name: str, before: str) -> str:
    """国家级课程3门，省级8门, A类95%、B类90%: a mere level or class is of what stood `before`."""
    if LEVEL.fullmatch(name) and LEVEL.search(before):
        return LEVEL.sub(name, before, count=1)[:LONGEST]
    if CLASS.fullmatch(name) and CLASS.search(before):
        return CLASS.sub(name, before)[:LONGEST]
    return name


def names(sentence: Sentence, start: int, end: int) -> tuple[tuple[str, ...], int]:
    """As `name`, several where the words list them: A率、B率等指标."""
    found, begin = name(sentence, start, end)
    several = listed(sentence.words(begin, end)) if begin == start else ()
    return several or (found,), begin
