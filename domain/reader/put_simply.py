"""Figures put simply before they are read, where their writer leaves some of the work to whoever reads them."""

import re

from domain.numbers import level, value_of
from domain.patterns import pattern_of
from domain.reader import (
    beside_counts,
    compared_with,
    in_another_order,
    left_unsaid,
    none_late,
    rest_told,
    taken_out,
    years_behind,
)
from domain.reader.asked import Asked
from domain.reader.figures_counted import named
from domain.reader.question import Question

N = "(?<![0-9.])[1-9][0-9]*(?![0-9.%])"
FEW = f"(?:{N}|[一二两三四五六七八九十])"
END = r"(?=$|[,;。!\s])"
# 财务给的是元：到位134065000，你自己换算下啊
IN_YUAN = pattern_of(
    r"(?:^|(?<=[,;。!\s]))(?:[^,;。0-9]{0,6}(?:给|报|导出来|写|填|显示)的?(?:都|就)?是元|以元计|都是元)(?=$|[:,;。!\s])[:,;\s]*"
)
LARGE = pattern_of(r"^(?!.*[0-9][万亿]).*(?<![0-9.])[1-9][0-9]{5,}")
CONVERT = pattern_of(
    r"[,;。\s]+(?:你们?|麻烦|请|自己|帮我?|再)*(?:换算|除以一万)(?:一?下)?(?:成万元?)?[啊吧哈哦]*[。!]*$"
)
# 应报11件，11件都报了，有1件晚了两天
LATE = pattern_of(
    rf"(?:^|(?<=[,;。!\s]))(?P<what>[^,;。0-9]{{2,10}}?)(?P<all>{N})件[,;。\s]+(?:(?:(?P=all)件?)?(?:全部|全|都)[^,;。0-9没未不]{{1,4}}了[,;。\s]+)?(?:不过|但是?|其中|里[头面])*有?(?P<n>{FEW})件"
    rf"(?:是|都是)?[^,;。0-9没未不]{{0,6}}(?:晚了|迟了|拖过|拖了|超了|超期|逾期|过了期限)[^,;。没未不]{{0,8}}{END}(?![,;\s]*(?:但|不过)?[也还])"
)
# 晚了两天，区委批准过
APPROVED = pattern_of("批准|同意|许可|延长|算按时|不算(?:晚|迟|超)|说明")
# 满80的22人，满90的18人
LINE = pattern_of("满([0-9]+)")
OF_LINE = pattern_of(r"(?:^|(?<=[,;。!\s]))满(?P<line>[0-9]+)(?:个?学时)?的?(?:有|是)?[0-9]+[人个名位](?:[,;。]\s*|$)")
# 民庭那边是22/22。我们庭20个法官满了19个
THEIRS = pattern_of(
    r"^(?!我|本)[^,;。0-9]{1,5}[庭院室局]那边的?(?:是|有|报的是)?[^,;。]{0,12}[;。]\s*(?=(?:我们?|本)[庭院室局])"
)


def put_simply(text: str, question: Question) -> str:
    asked = question.asked
    text = none_late.plainly(years_behind.plainly(text, asked), question.points, asked)
    text = compared_with.plainly(taken_out.plainly(rest_told.plainly(text, asked), asked), asked)
    text = beside_counts.without(text, asked)
    text = left_unsaid.plainly(in_another_order.plainly(text, asked), asked)
    said = level(text)
    plain = THEIRS.sub("", said)
    plain = _of_its_line(LATE.sub(lambda told: _in_time(told, asked), plain), asked)
    if any(one.unit == "万元" for one in asked.quantities) and IN_YUAN.search(plain) and LARGE.search(plain):
        plain = f"{IN_YUAN.sub('', CONVERT.sub('', plain)).rstrip(' ,;。')}，单位元"
    return text if plain == said else plain


def _in_time(told: "re.Match[str]", asked: Asked) -> str:
    """Of what is due; how many of those that are done is not said by those that were late."""
    pair = next(
        (one.parts for one in asked.demands if one.is_share and one.parts[0].label.startswith(rest_told.IN_TIME)), None
    )
    left = int(told["all"]) - (value_of(told["n"]) or 0)
    if (
        APPROVED.search(told.string)
        or pair is None
        or left < 0
        or named(told["what"].replace("期内", "期限内"), asked) != pair[1]
    ):
        return told.group()
    return f"{pair[1].label}{told['all']}件,{pair[0].label}{left}件"


def _of_its_line(text: str, asked: Asked) -> str:
    """Without those that are told of other lines."""
    line = LINE.search(asked.quantities[0].label) if asked.quantities else None
    if line is None or re.search(rf"满{line[1]}(?:个?学时)?的?(?:有|是)?{N}", text) is None:
        return text
    return OF_LINE.sub(lambda told: told.group() if told["line"] == line[1] else "", text)
