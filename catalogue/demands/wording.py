"""An indicator's words made ready: the same length as printed, with everything masked that is a figure of no demand."""

import re
from dataclasses import dataclass

from domain.numbers import level
from domain.patterns import pattern_of
from domain.reader.uncounted import CIRCLED
from domain.reader.word_lists import any_of

CODE = "\x02"  # stands for each sign of what counts nothing
TAG = pattern_of(r"</?[a-zA-Z][^<>]{0,80}>|&nbsp;")
# superscripts belong to a unit, ∶ is a colon
SIGNS = str.maketrans(
    {"²": "方", "³": "方", "∶": ":", "﹪": "%", "≧": "≥", "≦": "≤", "⩾": "≥", "⩽": "≤", "〉": ">", "〈": "<"}
)
CHAPTER = "[一二三四五六七八九十]"
MARK = (
    rf"[(（](?:[0-9]{{1,2}}|{CHAPTER}{{1,3}})[)）]|[0-9]{{1,2}}[)）、]|[0-9]{{1,2}}[.．](?![0-9])"
    rf"|{CHAPTER}{{1,3}}、|第?{CHAPTER}{{1,3}}是|\x03"
)
LIST_MARK = pattern_of(rf"(?:^|(?<=[\n。;；]))(?:\s*(?:{MARK}))+")  # 一、1. too
IN_A_LINE = pattern_of(rf"(?<=[^\d\s、，,]\s)(?:{MARK})\s*(?=[一-鿿“])")  # …以上 2.满意率
WRAPPED = pattern_of(
    r"(?<=[一-鿿0-9、，,(（≥≤])[ \n]*\n[ \n]*(?=[0-9%以及不达≥≤的、，,)）])|(?<=[、，,])[ \n]*\n[ \n]*"
)
IN_BRACKETS = pattern_of(r"[(（]([^()（）]{0,60})[)）]")
ASKS = pattern_of(
    "其中|^(?:含|包括)(?!税|量)[一-鿿]{2,8}[0-9]+[个名项家人件户]"
    "|每[年月季周半]|[0-9]%|[≥≤<>]|不[低少高多超大小]|以[上下内]|达到|至少"
)
# 85%（上年为82%）, 85%（2025年：78%）: where it comes from
BASE = pattern_of(
    r"[(（](?:上一?年度?|去年|前年|往年|基期|基数|现状|同期|原值|原来|原为|目前|现为|年初)(?![^()（）]*(?:倍|以[上下内]|不[低高少超]|≥|≤|目标))[^()（）]{0,30}[)）]"
    r"|(?<=[0-9%‰个件起次人名户家亩元里吨米天上内])[(（](?:19|20)[0-9]{2}年度?底?(?![^()（）]*(?:[达到倍]|以[上下内]|不[低高少超]|≥|≤|目标|力争))[^()（）]{0,30}[)）]"
)
QUOTED = pattern_of('[“"‘「『]([^”"’」』\n]{1,16})[”"’」』]')
TITLE = pattern_of("《[^》\n]{1,60}》")

N = "[0-9一二三四五六七八九十百两]"
CLASS = rf"{N}{{1,3}}(?:[、,至到—-]{N}{{1,3}})*"
LINES = "热线|平台|报警|接警|接处警|电话|急救|工单|服务|投诉|系统|中心|指挥|人工|政务|便民"
SPELT = "[一二三四五六七八九十百两](?:[、至]?[一二三四五六七八九十百两]){0,2}"
RECKONED = "人口|台特种设备|车公里|车(?=道路|死亡)|工时|元(?:GDP|产值|工业|医疗|收入)|人(?=口|拥有|成讼)"
NAMES_WITH_FIGURES = (
    # documents, standards, dates of rules
    r"[〔\[【](?:19|20)[0-9]{2}[〕\]】]\s*第?[0-9]*号?|第[0-9]{1,4}号",
    r"(?:GB|ISO|DB|HJ|JT|WS|CJJ)[A-Z/]*\s?[A-Z]?\s?[0-9]+(?:[.-][0-9]+)*",
    r"(?<![0-9])(?:19|20)[0-9]{2}\s?[-—–至~到]{1,2}\s?(?:19|20)[0-9]{2}\s?(?:年度?|学年)?",
    r"(?<![0-9])(?:19|20)[0-9]{2}\s?(?:年度?|学年|版)|[二〇零一]{2}[〇零一二三四五六七八九]{2}年度?",
    r"(?<![0-9.])(?:1[0-2]|[1-9])[·•.](?:[12][0-9]|3[01]|[1-9])(?=期间|活动|宣传|主题|系列|消费|维权|国际|禁毒|专项|安全)",
    r"(?<![0-9])(?:1[0-2]|[1-9])月(?:[12][0-9]|3[01]|[1-9])[日号]|(?<![0-9])(?:1[0-2]|[1-9])月份?",
    r"[0-9]{1,2}[:：][0-9]{2}(?=[-—至~]|前|后|分)|[0-9]{1,2}时(?=[0-9]{1,2}分|[以之]?前|至|整)",
    # telephones, names of things
    rf"(?<![0-9])(?:123[0-9]{{2}}|1(?:10|14|19|20|22))(?=(?:[和与、及](?:123[0-9]{{2}}|1[12][0-9]))*[“”\"]?(?:{LINES}))",
    r"[A-Za-z][A-Za-z.]*-?[0-9]+(?:\.[0-9]+)?[A-Za-z]*",
    r"(?<![0-9.])[0-9]{1,2}[GADKVBS](?![A-Za-z])|[0-9]+\.[0-9]+(?:版|时代|模式)|[0-9]+强(?=企业|县|区|市|镇)",
    r"7\s?[×xX*]\s?24\s?小时|24小时(?=值班|在线|不间断|自助|全天|开放|运行|监控|值守|服务)",
    # congresses, plans, slogans
    rf"{N}{{1,2}}[届大](?:历次|[一二三四五六七])*(?:中?全会)?|十[三四五六]五|第{N}{{1,3}}[次届批期条款项章轮方季]",
    "[一两三四五六七八九十](?:项规定|个规定|个确立|个意识|个自信|个维护|个责任|重一大|会一课|岗双责|站式|网通办|网统管"
    "|次性|次认证|件事|把手|票否决|对一|同步|公开|严|高一低|个坚持|个统一|种形态|早|线|支队伍)|[两二三四五六](?:个(?=百分之百|100%))",
    "万人成讼率|最多跑一次|唯一|统一|进一步|第一(?!名|位|方阵|梯队)|专一|一体化|一系列|一批|一定|一律|一致",
    "一(?=(?:年|季度?|月|周)[0-9一两二三四五六]+[次场期])",
    # classes: 三级医院, 二年级, 60岁以上, II类
    rf"{CLASS}(?:个?年级|周?岁|等奖|号(?:线|楼))(?:及?[以之][上下内])?|{SPELT}[级类型档星](?:及?[以之][上下内])?",
    r"(?<!达到)(?<!不低于)(?<!不超过)(?<!控制在)(?<![≥≤])(?<!达)(?<![0-9.])[0-9]{1,2}(?:[级星型](?:及?[以之][上下内])?|A级)",
    "[县市省区乡镇部国校院厅处科]级及?[以之][上下]|[A-Z]{1,3}级(?:及?[以之]上)?|一般及[以之]上",
    # what it is reckoned by: 每万人口, 百元医疗收入, 500米范围内, 近三年, 连续两年
    rf"(?:每[0-9百千万亿十]{{1,4}}|(?<![0-9.])[百千万亿十]{{1,2}})(?:{RECKONED})",
    rf"(?<=每)[0-9百千万十]{{1,4}}(?=名|人|张)|(?<=每){N}{{1,2}}个?(?=[年月天周日]|小时)",
    rf"[0-9.]+(?:米|公里|千米)(?:半径)?(?:范围|服务圈)[以之]?内|(?:近|过去|(?<=申报)前){N}{{1,2}}个?[年月]来?[以之]?内?|连续{N}{{1,2}}个?[年月]",
)
# how points are given is no demand; nor is what it was before, or the day of a month on which reports are due
SCORING = (
    r"每(?:低|高|少|多|超|下降|上升|提高|减少|发生|出现|有|增加|逾期|缺)[^,;。\n]{0,16}?(?:扣|加|减|得)[^,;。\n]{0,6}?[0-9.]+分(?!钟)",
    r"(?:扣|加|减|计|最高得?|最多扣?)\s*[0-9.]+分(?!钟)|(?<![综总])得\s*[0-9.]+分(?!以上|钟)|[(（]\s*[0-9.]+分\s*[)）]",
    r"每(?:低|高|少|多|超过?|下降|上升|发生|出现|有|增加|延误|迟延)[^,;。\n]{0,16}?(?:扣[减除]?|核减|罚款?|处罚|支付|加收)[^,;。0-9\n]{0,10}[0-9.]+(?:%|‰|万?元)",
    r"(?:发生|出现|查实|被通报|缺少)[^,;。0-9\n]{0,10}[0-9]+[起次件例人个项]的?[,，]?(?:每[起次件例人个项])?(?:倒?扣|减)(?:[^,;。0-9\n]{0,4}[0-9.]+分)?",
    # 80%—90%得3分
    r"[0-9.]+%?\s*[-—–~～至到]{1,2}\s*[0-9.]+%?[^,;。0-9\n]{0,6}?得[^,;。0-9\n]{0,3}[0-9.]+分(?!钟)",
    r"[(（]含\s*[0-9.]+%?[)）]|(?:权重|分值|总分|满分|基础分)(?:为|共)?\s*[0-9.]+(?:%|分)?",
    r"(?:由|从)[^,;。0-9\n]{0,10}[0-9.]+[^,;。0-9\n]{0,6}?(?=提[高升]|增[加长]|上升|下降|降|升|减|压|缩)",
    r"(?:每[年月周]度?|每季度?末?月?|次(?:年|月|季度?首?月?))[^,;。\n]{0,4}?(?:[0-9]{1,2}月)?[0-9]{1,2}[日号]前",
)
NO_FIGURE = pattern_of(any_of(*SCORING, *NAMES_WITH_FIGURES))


@dataclass(frozen=True)
class Wording:
    """`raw` as printed, `plain` in ordinary forms, `masked` without figures of no demand: sign for sign the same."""

    raw: str
    plain: str
    masked: str


def wording(text: str) -> Wording:
    plain = TAG.sub(lambda match: "\n" * len(match.group()), text)
    plain = level(CIRCLED.sub(lambda match: "\x03" * len(match.group()), plain).translate(SIGNS))
    plain = "".join(c if c.isprintable() or c in "\n\x03" else " " for c in plain)
    # (1) behind a sentence begins another one
    plain = LIST_MARK.sub(lambda match: ";" * len(match.group()), plain)
    plain = IN_A_LINE.sub(lambda match: ";" * len(match.group()), plain).replace("\x03", " ")
    plain = WRAPPED.sub(lambda match: " " * len(match.group()), plain)
    masked = TITLE.sub(_blank, plain)
    masked = BASE.sub(_blank, masked)
    masked = IN_BRACKETS.sub(lambda match: match.group() if ASKS.search(match[1]) else _blank(match), masked)
    masked = QUOTED.sub(lambda match: match.group() if ASKS.search(match[1]) else _blank(match), masked)
    return Wording(text, plain, NO_FIGURE.sub(_blank, masked))


def _blank(match: re.Match[str]) -> str:
    return CODE * len(match.group())
