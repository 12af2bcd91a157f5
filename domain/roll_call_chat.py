"""Clauses of an answer to the round that count nothing: 刚开完会, 您看还要什么材料, 下午争取催齐, 记录条数还在核实."""

import re

from domain.patterns import pattern_of
from domain.roll_call_text import FIGURE
from domain.roll_call_words import NO_FIGURE

PARTS = pattern_of(r"([,;。!\n]+)")
# a sign of these may count, deny, or be of another month or department
MAY_TELL = pattern_of(
    r"[0-9零一二两俩三四五六七八九十百几填报应实录条件共其余另除错改或再更待若含算无没未不非别勿差缺剩少漏多全都均齐完成交上月年季度庭局处室部组院人员位名假休率数事啥冇莫木玩逗骗瞎编假猜估听参考别准确定核变加减来走调转退新]"
)
URGED = pattern_of(
    r"^(?:我们?|正在?|正|[上下]午|明天|今天|稍后|回头|争取|尽快|马上|继续|已经?|在|会|再|盯着?|他们?|[她他们]+)*"
    r"(?:催|督促|提醒|盯)[^,;。0-9没未零无]{0,8}$"
)
# 记录条数还在核实: what is not told yet
OPEN = pattern_of(
    r"^(?:(?:记录|应填|已填|填报)(?:条?数|情况|事项|人数)?|条数|总数)的?[^,;。0-9]{0,4}?(?:还|正|仍|尚)*"
    r"(?:在[核查统对等问]|待[核查定]|[没未]有?[核查统出定]|[核查统][实对计]?中|稍后|晚点|回头|随后|明天|下午|再)[^,;。0-9]{0,8}$"
)
# 填报工作已完成, before the figures
ANNOUNCED = pattern_of(
    r"^(?:我们?庭?|本庭|的)*(?:填报|报送|记录)$|^(?:本月|当月)?(?:填报|报送|统计|核对)?(?:工作|情况)(?:已经?|均已?|全部|按时)*(?:完成|结束|核实|如下)了?$"
)
WHY = pattern_of(
    rf"^(?:原因是|是?因为?|系|有)?(?:一条)?(?:重复|误|错|多|漏)(?:登记|录入?|填报?|报|计|算|记)?(?:了)?(?:{FIGURE}?[条件][^,;。0-9没未无应实]{{0,8}})?$|^(?:原来?|之前|前面|先前|上次)[报填](?:的|了|成)*(?:是|为)?{FIGURE}[条人件]$"
)
TARGET = pattern_of(r"^(?:目标|要求|任务|考核)[^,;。应已实记条人0-9]{1,12}$")
PUT_RIGHT = pattern_of("更正|订正|[改变]|应为|应该?是")
# 有个人说填了其实没提交 已填改成51
LAST_CORRECTION = pattern_of(
    rf"^[^0-9]*[,;。! ](?=(?:应填?报?|[已实]填?报?|记录)(?:人数|条数)?"
    rf"(?:更?改[为成]|更正为?|应为|应该?是)\s?{FIGURE}(?:个?人|[名位条件])?[了。!]*$)"
)
AT_EDGE = 2  # such clauses stand at the beginning, or at the end


def without_chat(text: str) -> str:
    text = LAST_CORRECTION.sub("更正,", text)
    parts = PARTS.split(text)
    corrects = bool(PUT_RIGHT.search(text))
    kept = [n for n in range(0, len(parts), 2) if not _is_chat(parts[n].strip(), corrects=corrects)]
    if len(kept) == (len(parts) + 1) // AT_EDGE or not any(re.search(r"[一-鿿0-9]", parts[n]) for n in kept):
        return text
    return ",".join(parts[n] for n in kept if parts[n].strip())


def _is_chat(clause: str, *, corrects: bool) -> bool:
    if not clause:
        return False
    if (
        URGED.match(clause)
        or TARGET.match(clause)
        or ANNOUNCED.match(NO_FIGURE.sub("", clause))
        or OPEN.match(clause)
        or (corrects and WHY.match(clause))
    ):
        return True
    return bool(re.match("[一-鿿]", clause)) and not MAY_TELL.search(clause.removeprefix("刚开完会"))
