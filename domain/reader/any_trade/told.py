"""The figures of an answer, each with the words of its clause and what these say it is."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from domain.measures import ONE
from domain.numbers import CHINESE
from domain.patterns import pattern_of
from domain.reader import words
from domain.reader.amounts import Odd, find
from domain.reader.asked import Asked
from domain.reader.masking import CODE, OTHER, clean, mask
from domain.reader.notation import Amount

Sort = Literal["", "was", "lack", "target", "then", "others", "down", "up"]
BREAK = pattern_of(
    r"[,;。!?\n、()/|~→+=]|(?<=[^0-9 ]) +|(?<=[0-9]) +(?=[^0-9 件户家款课学小分万元天人名次])|:(?=[^0-9]*[,;。])"
)
BEHIND_IT = pattern_of(f"{BREAK.pattern}|:")  # 2种：糖尿病足、带状疱疹
HARD = pattern_of(r"[;。!?]")
# 业扩增容 goes up by nothing
UP = "提高|提升|上升|增长|增加|[增涨升](?=[了至到为加长幅近约]|$)|上浮|改善|延长"
# what a figure is by the words beside it; the first that is found
SIGNS: tuple[tuple[Sort, str], ...] = (
    ("was", rf"{words.WAS.pattern}|{words.REPORTED.pattern}|不是|有误|[写报填打]错|作废"),
    ("others", rf"{words.OTHER_HOUSES}|平均水平"),
    ("target", rf"{words.AIM}|上限|下限|还差"),
    ("then", rf"{words.OTHER_TIME.pattern}|上学?期|原有|\x03"),
    (
        "lack",
        r"还(?:有|剩|差|缺|欠)|剩|余下|其[余他它]|没(?!有?问题)|未|尚|不(?:合格|达标|满意|符合|通过|在)|逾期|超[期时]|拖|过期|晚了|坏|差的?$|缺|空着?"
        r"|(?:正|还)在|在(?=[建办途审谈整])|待",
    ),
    ("down", f"{words.DOWN}|少|缩|↓"),
    ("up", rf"(?<!新)(?:{UP})|多了|↑"),
)
CHANGED = pattern_of("|".join(signs for sort, signs in SIGNS if sort in ("down", "up")))
SORTS = tuple((sort, pattern_of(signs)) for sort, signs in SIGNS)
THEN_BEHIND = pattern_of(r"^(?:这|那)?(?:是|为)?(?:\x03+|去年|上年|上个?月|上季度?)(?:同期|底|末|份|的|累计|数据?)*$")
TARGET_BEHIND = pattern_of(
    rf"{words.TARGET_BEHIND.pattern}|^(?:这?是|为)[^,;。0-9]{{0,6}}(?:目标|要求|任务|标准|计划)数?的?$"
)
BEHIND: Mapping[Sort, "re.Pattern[str]"] = {"target": TARGET_BEHIND, "then": THEN_BEHIND, "was": words.WAS_BEHIND}
FROM = pattern_of(r"[从由](?:原来的?|每人每月)?$")
UP_TO = pattern_of(r"[降减压缩增升涨高扩提调][低少缩减加长高大充]?[至到为]了?$|[变换]成了?$")  # what it has become
AGAINST = pattern_of(r"(?:比|较|同)(?:去年|上年|前年|20[0-9]{2}年)(?:同期|同月|底|末)?|同比")
THIS = pattern_of(rf"{words.NOW.pattern}|本学期|实际")
MOST_OF = pattern_of("最[长短高低大小快慢多少早晚]")
TOTAL = pattern_of(f"总|合计|共|拢|[全都]算上|归总|[加合](?:起来|一[块起]|{CODE}+)")
ANEW = pattern_of(rf"{CODE}|{THIS.pattern}|{UP_TO.pattern}|{TOTAL.pattern}")
REACHED = pattern_of(rf"{ANEW.pattern}|完成|已|达|只|仅|才|[了到]")
WITHIN = pattern_of("^[一-鿿]{0,6}(?:里[头面]?|当中|其中|之中)(?=[有就只也另外还又]*$)")
EMPTY = pattern_of("[有就只也另外还又的了]*")
UNDER_WAY = pattern_of(
    "^的?(?:[还正仍都]*在(?![内外册职编岗用校线库营保管院学汇统核])|待|等着?|[还尚]?[没未](?:[办改做写建弄验批完]))|取消|停办|流产"
)  # 有17个没来
DIGITS = pattern_of(rf"[0-9]+[^0-9.,%‰\s]|[{CHINESE}]+[^{CHINESE}\s]")
NONE_COUNTED = pattern_of(
    r"一起(?=[一-鿿])(?![案事])|(?<=[这那哪每某另同上])[一两]?[个家次件户款条](?![0-9])|(?<=[^0-9一二三四五六七八九十百千万])一直"
    r"|(?<=最[一-鿿]的)一|(?<=最[一-鿿])一|(?<=了)一(?=[遍趟轮回])|(?<![0-9一二三四五六七八九十百千万])一(?=[一-鿿]{1,2}[都也]?[没不未][有]?[落漏少拉差缺])"
    r"|(?:周|星期|礼拜)[一二三四五六](?!(?:十[一二三四五六七八九]?)?[场次件个条份期节课人名家户例篇])|分(?:成了?)?[0-9一二两三四五六七八九十]+(?:[批次组场轮期路])"
    r"|[一1][个名位人家户件条项处次场起](?=[都也]?(?:没有?|木有|无)[的了呢啊]*(?:$|[,;。!\s]))|(?:[近前]|最近)[一二两三四几0-9]+[周个](?:星期)?|第?[0-9]{1,2}周(?=[0-9])"
    r"|[0-9]{1,2}(?:[-—~至到][0-9]{1,2})?(?:周?岁)|(?<=截止|截至)[12]?[0-9]\.[0-9]{1,2}(?![0-9%个件人])"
)
REST = pattern_of("其[余他它]|剩下|余下")
ALL_THE_REST = pattern_of(rf"(?:{REST.pattern}|别的)[一-鿿]{{0,3}}?[都均全]是?(?!没)(?P<how>[一-鿿]{{1,2}})")
DONE_ALL = pattern_of("^的?(?:[都均]|全)(?!没|未|不|还)")
NUMERALS = "零一两三四五"
MEASURED = pattern_of(rf"(?P<unit>{ONE})\s*")
YEAR = pattern_of("(20[0-9]{2})年")
HOTLINE = pattern_of(r"(?<![0-9])12[0-9]{3}(?![0-9件个人万])")


@dataclass(frozen=True)
class Told:
    """`said` is what stands before it in its clause, or behind it where nothing does; `held` the clause before without
    a figure; `segment` the number of the sentence."""

    amount: Amount
    said: str
    held: str
    behind: str
    after: str  # the clause behind its own, without a figure
    segment: int
    sort: Sort = ""
    is_added: bool = False  # + before it
    is_in_brackets: bool = False

    @property
    def words(self) -> str:
        return f"{self.held} {self.said}"


def figures(text: str, asked: Asked) -> list[Told] | None:
    """In their order; None where something looks like a figure and is none that can be read."""
    cleaned = clean(text)
    if cleaned is None:
        return None
    masked = mask(cleaned, (), asked)
    dated = _without_years(masked.text, masked.raw, asked)
    text = _without_names(dated, masked.raw, asked)
    seen = find(_without_idle(text, asked))
    if any(isinstance(one, Odd) for one in seen):
        return None
    apart = (half for one in seen if isinstance(one, Amount) for half in one.halves or (one,))
    amounts = [_without_unit(one, text) for one in apart]
    has_share = any(demand.is_share for demand in asked.demands)
    wholes = {one.halves[0].start for one in seen if has_share and isinstance(one, Amount) and one.halves}
    shown = _shown(dated, masked.raw)
    found: list[Told] = []
    for at, amount in enumerate(amounts):
        one = _told(shown, amounts, at, is_whole=amount.start in wholes)
        is_in_one_breath = bool(at) and not BREAK.search(shown, amounts[at - 1].end, amount.start)
        is_closed = bool(at) and ")" in shown[amounts[at - 1].end : amount.start]
        last = found[-1] if found and not is_closed else None  # 立案1122(去年同期1403), 损失6340万
        sort = (
            _sort(one, asked)
            or _if_all_but_these(one, asked)
            or _held_over(one, last, is_in_one_breath=is_in_one_breath)
        )
        if one.is_in_brackets and sort == "then" and not amount.unit and found:
            one = replace(one, amount=replace(amount, unit=found[-1].amount.unit))  # 2745.6万人次(上年2438.2万)
        if amount.unit not in ("号", "日"):
            found.append(replace(one, sort=sort))
    return found


def _if_all_but_these(one: Told, asked: Asked) -> Sort:
    """九个家里不肯送，其余的都入学了; 线上510件，其余都是线下的 tells of 线上 itself."""
    names = "".join(demand.name for demand in asked.demands)
    is_named = any(one.said[at : at + 2] in names for at in range(len(one.said) - 1))
    return "lack" if ALL_THE_REST.match(one.after) and not REST.search(one.said) and not is_named else ""


def _without_idle(text: str, asked: Asked) -> str:
    """一起, 一台没落; 两项都达标, where two are asked for."""
    text = NONE_COUNTED.sub(lambda match: CODE * len(match.group()), text)
    several = len(asked.demands)
    is_all = (
        pattern_of(f"(?<=[,;。 ])(?:{several}|{NUMERALS[several]})[一-鿿]{{0,3}}?(?=[都均])")
        if 1 < several < 6
        else None
    )
    return is_all.sub(lambda match: CODE * len(match.group()), text) if is_all else text


def _held_over(one: Told, last: Told | None, *, is_in_one_breath: bool) -> Sort:
    """去年应检80台, 检了79台: what is said of the figure before holds up to the end of the sentence.

    计划筹集3000套建成1800套: of what is wanted up to the end of the clause.
    """
    if last and last.sort == "target" and is_in_one_breath and not REACHED.search(one.said):
        return "target"
    is_said = last is not None and last.sort in ("then", "others") and last.segment == one.segment
    return last.sort if last and is_said and not ANEW.search(one.said) else ""


def _without_unit(amount: Amount, text: str) -> Amount:
    """总学时5244 人数190: of a word that begins the next clause."""
    is_word = bool(amount.unit) and text[amount.end : amount.end + 1] in ("数", "均")
    return replace(amount, unit="", end=amount.end - len(amount.unit)) if is_word else amount


def _without_names(text: str, raw: str, asked: Asked) -> str:
    """65岁以上 and 12345 are no figures where the name of what is asked holds them."""
    names = "".join(demand.name for demand in asked.demands)
    for found in (*DIGITS.finditer(raw), *HOTLINE.finditer(raw)):
        if found.re is HOTLINE or found.group() in names:
            text = text[: found.start()] + CODE * len(found.group()) + text[found.end() :]
    return text


def _without_years(text: str, raw: str, asked: Asked) -> str:
    for found in YEAR.finditer(raw):
        if asked.today and int(found[1]) < asked.today.year:
            text = text[: found.start()] + OTHER * len(found.group()) + text[found.end() :]
    return text


def _shown(text: str, raw: str) -> str:
    """With its names, whose figures count nothing, and a sign for what is of another period."""
    return "".join(sign if sign in (CODE, OTHER) else there for sign, there in zip(text, raw, strict=True))


def _told(text: str, amounts: Sequence[Amount], at: int, *, is_whole: bool) -> Told:
    amount = amounts[at]
    floor = amounts[at - 1].end if at else 0
    ceiling = amounts[at + 1].start if at + 1 < len(amounts) else len(text)
    gap = text[floor : amount.start]
    if at and not amounts[at - 1].unit and (unit := MEASURED.fullmatch(gap)):
        gap = gap[unit.end("unit") :]  # 32笔486万
    pieces = BREAK.split(gap.rstrip(" \n"))
    if at and len(pieces) == 1 and gap[-1:].isspace() and not gap[:1].isspace():
        pieces.append("")  # 18个盘 17个按时交了
    rest = text[amount.end : ceiling].rstrip()
    tail = ["", *BEHIND_IT.split(rest.lstrip())] if rest[:1].isspace() else BEHIND_IT.split(rest)
    is_measured = not amount.unit and MEASURED.fullmatch(rest) is not None
    # what stands between two figures is said of the second, unless it is a unit
    is_shared = not is_measured and len(tail) == 1 and ceiling < len(text)
    if gap.rstrip().endswith(")"):
        pieces = [*pieces[:-3], " ".join(pieces[-3:]).strip()]  # 海优(国家级)2位
    before = pieces[-1].strip()
    held = " ".join(piece.strip() for piece in (pieces[:-1] if at == 0 else pieces[1:-1]) if piece.strip())
    behind = tail[0].strip()
    said = before or ("" if is_shared and at + 1 < len(amounts) and behind else behind)
    after = next((piece.strip() for piece in tail[1:] if piece.strip()), "")
    segment = len(HARD.findall(text[: amount.start]))
    said = before if is_whole else said or behind  # 160笔贷款里不良1笔
    if is_whole and at + 1 < len(amounts):
        held = f"{held} {rest.strip()}".strip()  # 检查的298家次中立案52件
    return Told(
        amount,
        said,
        held,
        "" if is_shared else behind,
        after,
        segment,
        is_added=bool(at) and "+" in gap,
        is_in_brackets="(" in gap,
    )


def _sort(one: Told, asked: Asked) -> Sort:
    said, names = THIS.sub("", AGAINST.sub("", one.said)), "".join(demand.name for demand in asked.demands)
    if FROM.search(one.said) or UP_TO.search(one.said):
        return "then" if FROM.search(one.said) else ""
    for sort, pattern in BEHIND.items():
        if pattern.match(one.behind):
            return sort
    said = WITHIN.sub("", said)
    if EMPTY.fullmatch(said) and said != one.behind:
        if UNDER_WAY.search(one.behind):
            return "lack"
        said += one.behind
    if asked.today and str(asked.today.year - 1) in AGAINST.sub("", one.said):
        return "then"
    if REST.search(said) and DONE_ALL.search(one.behind):
        return ""  # 超期的3条, 其他1899条都是按期核处的
    now = THIS.search(one.said)
    for sort, pattern in SORTS:
        match = pattern.search(said)
        is_of_name = match is not None and match.group() in names
        if match and not is_of_name and not (sort in ("target", "then") and now and now.start() > match.start()):
            return sort
    return ""
