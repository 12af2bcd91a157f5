"""In what is counted: 件, 万元, 工作日, 微克/立方米; and how often: 每年, 每季度, 每两年."""

import re
from dataclasses import dataclass
from fractions import Fraction

from domain.numbers import chinese
from domain.patterns import pattern_of
from domain.reader.notation import Amount, number

EVENTS_SAID = "场次 批次 轮次 次 件 起 篇 项 场 期 部 个 例 宗 份 条 轮 批 节"
PEOPLE_SAID = "人次 人年 人月 人天 人 名 位 户 家 所 座 处 台 套 头 只 辆 对 支 册 张 家次 册次"
TIMES_SAID = "个工作日 工作日 个自然日 自然日 个月 小时 分钟 天 日 秒 周 个星期 年"
THINGS_SAID = "门 门次 堂 具 页 卷 片 棵 株 盏 本 幅 首 剂次 剂 顶 例次 课次 种 块 艘 口 间 版 期次 项次 枚"
HOURS_SAID = "学时 课时 学分 个半天 半天"
MEASURES_SAID = (
    "平方公里 平方千米 平方米 立方米 公里 千米 公顷 公斤 千克 毫克 微克 千瓦时 千伏安 兆瓦 千瓦 "
    "吨标准煤 吨 亩 米 度 分贝 升 兆 倍 标箱 床 车 户次 车次 班次 辆次 台次 架次 件次 ㎡ ㎥ ℃ "
    "厘米 毫米 车公里 级 星 类 km kg mg/L m方 m t h DDDs TEU"
)
EVENTS = frozenset(EVENTS_SAID.split())
TIMES = frozenset(TIMES_SAID.split())
MONEY = ("元", "美元", "港元", "欧元")
POINTS = ("分",)
SHARES = ("%", "‰")
ALL = sorted(
    (
        *" ".join((EVENTS_SAID, PEOPLE_SAID, THINGS_SAID, TIMES_SAID, HOURS_SAID, MEASURES_SAID)).split(),
        *MONEY,
        *POINTS,
    ),
    key=len,
    reverse=True,
)
# 个 counts without a unit of its own, 日 of 日常 and 分 of 分别 count nothing
NOT_BEFORE = {
    "户": "次籍均",
    "分": "别析类管工级配",
    "日": "常均益",
    "度": "过假",
    "家": "庭长属园",
    "人": "均民大力才员",
    "批": "示准复",
    "份": "额",
    "位": "列居于次",
    "项": "目",
    "件": "均",
    "部": "门委",
    "年": "度底末初",
    "次": "均日月年",
    "台": "账",
    "期": "间限",
    "处": "理置",
    "头": "部",
    "条": "例",
    "例": "行会外",
    "对": "照接象",
    "支": "持出",
    "节": "约点能日",
    "h": "a-zA-Z",
    "t": "a-zA-Z",
    "m": "a-zA-Z",
    "周": "年边期岁转",
    "车": "辆位",
    "床": "位",
    "场": "所地",
    "起": "来",
    "门": "诊户类槛店前卫禁急",
    "堂": "食课屋",
    "具": "有体",
    "片": "区段",
    "卷": "烟宗面",
    "本": "科地级市县单年月人行院校次身区辖省镇乡村科",
    "首": "次位批页创都诊",
    "种": "植养子业类粮苗",
    "块": "链",
    "口": "径岸",
    "间": "隔断",
    "版": "权面",
    "剂": "量",
}
ONE = "|".join(re.escape(unit) + (f"(?![{NOT_BEFORE[unit]}])" if unit in NOT_BEFORE else "") for unit in ALL)
PER = (
    "(?:(?:/|每)(?:立方米|平方米|人次|千人|万人|百人|人·月|人·年|人|月|年|季度?|半年|学期|学年|旬|户|亩|日|天|周"
    r"|L|升|次|件|床|车|吨|例|生)(?![一-鿿]?口)|/[一-鿿A-Za-z0-9·]{1,6}(?=[,;。、\s)]|$))"
)
LETTERS = r"[A-Za-z]{1,6}(?:/[A-Za-z]{1,4})?(?![A-Za-z0-9])"
UNIT = pattern_of(
    rf"\s*(?:\((?P<scale>[万亿])?(?P<inside>{ONE})\)|(?P<unit>{ONE}|{LETTERS})(?P<per>{PER})?(?:\((?:间|套|人|家|个|处|户)\))?)"
)
# 平均处理时间（天）≤5; of 使用强度（DDDs） it is the name of the measure
AHEAD = pattern_of(rf"\((?!DDDs)(?:单位:)?(?P<scale>[万亿])?(?P<unit>[%‰]|{ONE})\)[^0-9,;。]{{0,8}}$")
SCALED = pattern_of("\\s?(?P<scale>万亿|[万亿])$")
PER_THOUSAND = pattern_of("‰|千分之")
MOVED = pattern_of("前移|前进|后移|进位|(?:名次|位次|排[名位]|名列).{0,6}(?:上升|提升|提高|进)$")
OTHER_NAMES = {"日": "天", "位": "人", "月": "个月", "m方": "m²"}
PARTS = {"%": 100, "‰": 1000}
SCALES = {"万": 10_000, "亿": 10**8, "万亿": 10**12}
SEASON = pattern_of("/季度?$")

COUNT = "[0-9一二两三四五六七八九十]{1,2}"
OFTEN = pattern_of(
    rf"(?:每(?:个|一)?(?P<n>{COUNT}|半)?个?|(?<![第十近每])一(?=(?:年|季度?|月|周)(?:不少于|至少)?[0-9一两二三四五六]+[次场期]))(?P<of>年度?|学年|学期|季度?|月度?|周|星期|旬|日|天|小时)(?![均龄])"
    r"|(?P<each>按月|按季度?|按年|月均|逐月)"
)
NAMES = {"年度": "年", "月度": "月", "季": "季度", "星期": "周", "天": "日", "均": "月"}
PERIODS = {"年": "year", "季度": "quarter", "月": "month", "半年": "half-year"}
WITHIN_YEAR = pattern_of(
    "全年|(?<![上每])年度|(?<![两二三四五六七八九十0-9])年内|本年|当年|(?<![近每])一年(?!级)|(?<![0-9前后])年(?=审结|新增|办结|培训)"
)


@dataclass(frozen=True)
class Measured:
    """`value` in `unit`: money in 万元, all else without 万 and 亿, as answers are read; `written` as printed.

    `printed` is the number and unit that stand there, where they are others: 3.6 亿元, 3.1 万亩.
    """

    value: Fraction
    unit: str
    written: str
    printed: tuple[Fraction, str] | None = None


def measured(text: str, amount: Amount, before: str) -> tuple[Measured, int]:
    """The amount with the unit behind it, or in brackets `before` it, and where it ends; no unit is an empty one."""
    written = text[amount.start : amount.end]
    if amount.sort == "share":
        return Measured(amount.value, "‰" if PER_THOUSAND.search(written) else "%", written), amount.end
    if amount.sort == "points":
        return Measured(amount.value * 100, "百分点", written), amount.end
    found = UNIT.match(text, amount.end)
    ahead = None if found else AHEAD.search(before)
    if ahead and ahead["unit"] in PARTS:
        return Measured(amount.value / PARTS[ahead["unit"]], ahead["unit"], written), amount.end
    scaled, per, end = SCALED.search(written), "", amount.end
    head, scale = (number(written[: scaled.start()]), scaled["scale"]) if scaled else (amount.value, "")
    if ahead:
        unit, scale = ahead["unit"], scale or ahead["scale"] or ""
    elif found:
        unit, scale = found["unit"] or found["inside"], scale or found["scale"] or ""
        end, per = found.end(), (found["per"] or "").replace("每", "/")
        per = SEASON.sub("/季度", per)
    else:
        unit = ""
    unit = unit.removeprefix("个") or unit
    unit = "位" if MOVED.search(before) and unit == "位" else OTHER_NAMES.get(unit, unit)
    value = amount.value if scaled else amount.value * SCALES.get(scale, 1)
    is_whole = head is not None and (not scaled or head * SCALES[scale] == value)  # 1亿2千万 is not
    here = (head, f"{scale}{unit}{per}") if scale and head is not None and is_whole else None
    if unit == "元" and scale:
        value, unit = value / 10_000, "万元"
    return Measured(value, unit + per, text[amount.start : end], here if here != (value, unit + per) else None), end


def often(before: str) -> tuple[str, str]:
    """Period, and what it adds to a unit of events: (quarter, /季度); the last that is said counts."""
    said = list(OFTEN.finditer(before))
    if not said:
        return ("year" if WITHIN_YEAR.search(before) else ""), ""
    last = said[-1]
    of = NAMES.get(last["of"] or last["each"][1], last["of"] or last["each"][1])
    if last["n"] == "半":
        return PERIODS.get(f"半{of}", ""), f"/半{of}"
    n = 1 if last["n"] is None else int(last["n"]) if last["n"].isdecimal() else chinese(last["n"]) or 1
    return (PERIODS.get(of, "") if n == 1 else ""), f"/{'' if n == 1 else n}{of}"
