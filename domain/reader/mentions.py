"""What a figure is that is only mentioned beside the one that is reported: a target, last month's, another court's."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from domain.patterns import pattern_of
from domain.reader import words
from domain.reader.asked import Asked
from domain.reader.masking import CODE, NAME, OTHER, Masked
from domain.reader.notation import Amount

Context = Literal["", "was", "target", "other-time", "total", "scope", "change", "missed", "contrary", "aside"]
REMARK = 30  # signs behind a figure in which it is said whose it is: 487件, 这是9月的
FAR = 8  # signs behind a figure in which it is taken back
# what is said at the head of a clause, before the name, holds for the figures behind it as well, until one of these
BACK = {
    "other-time": words.NOW,
    "total": words.NOW,
    "scope": pattern_of("我|本[院庭局]"),
    "target": pattern_of("实际|完成|现|目前|[我本]|做到|为止|结果|[一-鿿]月|[0-9]月|\x02|已|这次|下来"),
}
LISTED = pattern_of(r"\s*[、和及]\s*")
UNTIL = pattern_of(f"截[至止]{OTHER}")
WHOLE_COURT = pattern_of("全院[^,;。0-9]{0,12}$")
DIVISION = pattern_of("[我本](?:们)?庭")  # 全院128人, 我庭19人
ENDS = pattern_of(r"[)）。;\n]")
ONLY = pattern_of(r"^[^。;\n0-9]{0,8}[,;，]\s*(?:只有?|仅有?|才|就|实际|目前)")


@dataclass(frozen=True)
class Clause:
    """The words before and behind a figure in its clause, and where they begin in the text."""

    before: str
    behind: str
    start: int


def contexts(masked: Masked, clauses: Sequence[tuple[Amount, Clause]], asked: Asked) -> list[Context]:
    """Of each figure, in their order; empty of what is reported."""
    found: list[Context] = []
    held: Context = ""
    at = 0
    for amount, clause in clauses:
        said = masked.text[at : amount.start]
        if held and (BACK[held].search(said) or ENDS.search(said) or CODE in said):
            held = ""
        if found and found[-1] == "other-time" and LISTED.fullmatch(said):
            found.append("other-time")  # 上半年分别为9件、9件
            at = amount.end
            continue
        own = context(masked, clause, amount, asked, first=not found)
        if held == "total" and own == "other-time" and "同期" in clause.before:
            own = "total"  # 1至5月累计7850件, 去年同期8120件
        found.append(own or held)
        if own in BACK and _heads(own, clause.before) and _names_any(own, clause.before, asked):
            held = "" if own == "other-time" and _is_of_then_alone(clause.before, asked) else own
        at = amount.end
    return found


def _heads(context: str, before: str) -> bool:
    """The name stands behind what it is: 上月成功512件, not 成功上月512件."""
    head = HEADS[context].search(before)
    if head is None or COMPARED.search(before[: head.end()]):
        return False
    rest = words.FILLER.sub("", before[head.end() :])
    return bool(rest.strip(CODE + OTHER))


def _names_any(context: str, before: str, asked: Asked) -> bool:
    """2022年新收的4件 beside 存量案件 names nothing that is asked for, and heads nothing."""
    bare = re.sub(f"[{CODE}{OTHER}]", "", before)
    if context != "other-time" or NAME in bare or ":" in bare:
        return True
    labels = "|".join(part.label for part in asked.quantities) + "|".join(demand.name for demand in asked.demands)
    return any(bare[at : at + 2] in labels for at in range(len(bare) - 1))


def _is_of_then_alone(before: str, asked: Asked) -> bool:
    """去年民事15800, where 上年度民事一审收案 is asked for and nothing like it of this year: the year ends with it."""
    earlier = [part.label for part in asked.quantities if OF_A_YEAR.match(part.label)]
    alone = [name for name in (OF_A_YEAR.sub("", label) for label in earlier) if name not in _labels(asked)]
    return any(before[at : at + 2] in name for name in alone for at in range(len(before) - 1))


def _labels(asked: Asked) -> set[str]:
    return {part.label for part in asked.quantities}


OF_A_YEAR = pattern_of("^(?:上年|前年)(?:度|同期|同月)?")
COMPARED = pattern_of(r"(?:[比较与同]|相比)[^,;。]{0,4}$")
HEADS = {
    "other-time": pattern_of(f"{OTHER}|{words.OTHER_TIME.pattern}"),
    "total": words.TOTAL,
    "scope": pattern_of(f"{words.OTHERS.pattern}|全院"),
    # 达标线是到位率45%、完毕率40%
    "target": pattern_of(
        r"^.{0,8}?(?:(?:达标|合格|及格|考核|要求)[线值]|(?:上级|高院|[市区省院]里|市院|[局院庭]长|领导|上面|文件|方案)(?:给|定|下达?|要求|说|提|规定|明确)|(?<![热在上连])线(?=[是为:])|底线|红线|门槛|目标值?|要求|任务|考核|标准|指标值|规定)(?:的|都|分别|是|为|[:在])*"
    ),
}


def context(masked: Masked, clause: Clause, amount: Amount, asked: Asked, *, first: bool) -> Context:
    """By what stands behind the figure, then by what stands before it."""
    before = clause.before
    if _was(before, masked.text[amount.end : amount.end + FAR]):
        return "was"
    if words.ONGOING.match(clause.behind) or words.ONGOING_BEFORE.search(before):
        return "aside"
    tail = masked.text[amount.end : amount.end + REMARK]
    if remark := next((said for said, pattern in REMARKS if pattern.match(tail)), None):
        return remark
    if words.TARGET.search(_without_own(before, asked)) or _is_target(clause, amount, asked, first=first):
        return "target"
    if _of_more(masked, clause, amount, asked):
        return "total"
    if _of_other_time(masked.text, before, asked, first=first):
        return "other-time"
    if words.SCOPE.search(before) or _is_of_the_court(masked, before, amount, asked):
        return "scope"
    if amount.sort == "points" or words.CHANGE.search(before.rstrip()):
        return "change"
    if words.MISSED.search(before) and ONLY.match(masked.text[amount.end :]):  # 没到50%, 只有48.2%
        return "missed"
    return ""


def _is_of_the_court(masked: Masked, before: str, amount: Amount, asked: Asked) -> bool:
    """全院128人, 我庭19人, where so few were on record: of the whole court, and not of the division."""
    if not WHOLE_COURT.search(before) or not DIVISION.search(masked.raw):
        return False
    last = [asked.last[part.label] for part in asked.quantities if part.label in asked.last]
    return bool(last) and amount.value >= FAR_MORE * max(last)


FAR_MORE = 3  # so many times what was on record


def _was(before: str, behind: str) -> bool:
    return bool(words.WAS.search(before) or words.REPORTED.search(before) or words.WAS_BEHIND.match(behind))


REMARKS: tuple[tuple[Context, re.Pattern[str]], ...] = (
    ("other-time", words.OF_OTHER_TIME),
    ("total", words.OF_TOTAL),
    ("scope", words.OF_OTHERS),
)


def _of_more(masked: Masked, clause: Clause, amount: Amount, asked: Asked) -> bool:
    """Of more than the month that is asked for. 今年 is the month beside 去年; by itself it is all the year."""
    if asked.period is None or asked.period.every in ("year", "once"):
        return False
    if asked.period.every != "month":  # 累计 may well be of the half-year
        return bool(re.search("全年|年内|今年以来|年初至今", clause.before))
    if words.TOTAL.search(masked.raw[clause.start : amount.start]):
        return True
    return bool(words.WHOLE_YEAR.search(clause.before)) and not re.search("去年|上年|前年|同期|同比", masked.raw)


def _is_target(clause: Clause, amount: Amount, asked: Asked, *, first: bool) -> bool:
    """It is said to be one, or it is as much as is wanted and can hardly be anything else.

    90学时, where it is asked how many have them; 在30天以内; 50%达标, which may be what came of it or what was wanted.
    """
    if words.TARGET_BEHIND.match(_without_own(clause.behind, asked)):
        return True
    wanted = [demand for demand in asked.demands if demand.target == amount.value]
    if (
        wanted
        and re.search("应(?!为|是|改)|计划", clause.before)
        and not any("应" in part.label for part in asked.quantities)
    ):
        return True
    if any(demand.kind == "all" and amount.unit == demand.unit != "" for demand in wanted):
        return True
    if wanted and not first and words.MISSED.search(clause.before):  # 只有47%, 没到50%
        return True
    if amount.sort == "share" and words.REACHED.match(clause.behind):
        return any(demand.is_share for demand in wanted)
    return bool(wanted) and not first and amount.about and bool(re.search(r"[在过]\s*$", clause.before))


def _without_own(said: str, asked: Asked) -> str:
    """指标 is no target where 执行指标 are counted, nor is 应在期限内办结 where 期限内应办结 is."""
    labels = "".join(part.label for part in asked.quantities)
    said = said.replace("应在期限内", "") if "期限内应" in labels else said
    return re.sub("指标(?!值)", "", said) if "指标" in labels else said


def _of_other_time(text: str, before: str, asked: Asked, *, first: bool) -> bool:
    """Another period than is asked for; 上月 at the head of what is said in the month after is this one."""
    if OTHER in before:  # 截至2021年12月底 says until when, of what has no month of its own
        is_until = asked.period is None or asked.period.every in ("year", "once")
        return not (is_until and UNTIL.search(before))
    match = words.OTHER_TIME.search(before)
    if not match or words.NOW.search(before):
        return False
    is_asked = re.fullmatch("上个?月", match.group()) and is_month_before(asked)
    return not (is_asked and first and not words.NOW.search(text))


def is_month_before(asked: Asked) -> bool:
    if asked.period is None or asked.today is None or asked.period.every != "month":
        return False
    return asked.period.end + timedelta(days=1) == asked.today.replace(day=1)
