"""Each figure beside the values has its reason to stand there, or what was read is asked about.

去年1560件, 比上月多5件, 目标200件, 3人因病未参加, 收到41件, 其中应办结32件, 其中民事1204件: the reasons that are known.
What has none (剔除后1580, 我们自己台账是14件) may well be what is meant.
"""

from collections.abc import Mapping
from fractions import Fraction
from itertools import pairwise

from domain.patterns import pattern_of
from domain.reader import words
from domain.reader.asked import Doubt, Value
from domain.reader.beside import MONEY, Beside, Figure
from domain.reader.by_sound import by_sound
from domain.reader.names import is_of, things
from domain.reader.plausible import rounds_to
from domain.reader.wider import CAME_IN
from domain.reader.word_lists import any_of
from domain.reader.years import YEAR_OF_NAME

# of another time: of what was told before, of another month or year, or of more than the period
THEN = pattern_of(
    any_of(
        rf"{words.OTHER_TIME.pattern}|{words.TOTAL.pattern}|[\x02\x03]|(?:一上?年|[0-9]{{2}}年|\x01年)",
        "[上前昨]一?[周天日次回期]|年[初底中]|[早上中下]午|刚才|方才|前[面头报填]|先前|早先|原[本报填写]|当[初时]",
    )
)
OF_NOW = pattern_of("[0-9]月|[本当]月|今年|现在|目前|就是|实际|应[该当]?[为是]")  # nothing before it holds any more
OF_ANOTHER_YEAR = pattern_of("[去前]年")
UNCHANGED = pattern_of("^\\s*(?:不变|没变|照旧|不动|不用[改动])")
OF_THEN = pattern_of(rf"{words.OF_OTHER_TIME.pattern}|{words.OF_TOTAL.pattern}|^[^,;]{{0,2}}才?是?[\x03]+份?的")
INSIDE = pattern_of("其中|[里中][头面边]?有|含|当中")
PUT_RIGHT = pattern_of("[误错漏少多]|不对|不准|原|前|笔误|不是")
MADE_OF = pattern_of("包[括含]|[由有分含为\\s\x02\x03]")
WANTED = pattern_of(rf"{words.TARGET.pattern}|(?:不是|[非从])\s*$")
ADDED = pattern_of("[放加算计并补][了]?进[来去]|一并|一起")  # 上个月漏掉的5件也放进来了
# 1598件, 比去年的1640件少32件
COMPARED = pattern_of(
    r"比[^,;0-9]*(?P<than>[0-9]+(?:\.[0-9]+)?)\s?[件人个名]?(?:还|都|要)?[少多]了?\s?(?P<by>[0-9]+(?:\.[0-9]+)?)(?![0-9.%])"
)
# 到位5198万, 比上月多78万; 1655件, 比去年少35件: what is on record, or told beside, makes it so or not
THAN = pattern_of(
    r"(?:[比较](?:(?P<last>上个?月|上[期季]度?|\x03+)|(?:去年|上年)[^,;]{0,4}?)|同比)[^,;0-9\x02\x03]{0,6}?"
    r"(?:(?P<more>[多增升涨])|[少减降跌])[了加少出长升收]?\s*$"
)
ELSEWHERE = pattern_of(r"系统|显示|台账|报表|[年月快]报|导出|统计|口径|(?<![一-鿿])按\s*$|(?<![比较])上个?月|上[期季]")
MORE = pattern_of(r"(?<!占)比|较|最[长短高低多少大小快慢]|[同环]比|[多少增减降升长涨缩扩补聘][了出加少短到至]*\s*$")
# whoever is missing, and why
MISSING = pattern_of(
    "[因由]|病|假|外出|出差|援|挂职|借调|退休|学习|[没未](?:满|参[加训]|达标?|到|[轮完]?训|办|反馈|够)|不[够满]|[还只]?差|其余|缺"
)
# a sort of what is counted, which the court counts by itself
SORT = pattern_of(
    any_of(
        "民商?事|商事|刑事|行政|执行|家事|金融|终本|首执|跨境|跨域|普通程序|简易程序|线[上下]|网上|现场|窗口|热线|机器人",
        "助理|书记员|法警|特邀|专职|[男女]|党员|领导|司法确认|撤[回诉]|不满意|基本满意|一般|上访|人次|口头|书面|小组|恶势力|司法拍卖",
    )
)
TIED = pattern_of("连|共|扣|除|剔|[不没未]|算|计|加|退|重|误|漏|待|还(?!是)|才|另|后|自|应该|核")
SPELT = pattern_of("[A-Za-z百千万亿零点一二三四五六七八九十]")
IDIOM = pattern_of("一")
OF_FIGURES = pattern_of(r"(?:[这那先报]|给[您你])\s*$")  # 先报两项, 录入那两个数
WORKED_OUT = pattern_of(r"[0-9][件个人名条]?\s*(?:[-−–+]\s*[0-9]+[件个人名条]?\s*[=是]|[减加]\s*[0-9])")  # 586-1=585
OFF = pattern_of("持平|去掉|剔除|扣除|减(?!少)|扣")
TAKEN = pattern_of("退|剔|扣|除|不[计算]|减(?!少)|合并|重复|我们的|实际|应[该当]?[为是]|后\\s*$|(?:按|以|就是?)\\s*$")
WHOLE = pattern_of("其中|里|中|内")
OF_THE_HOUSE = pattern_of("全[院市区]|[院庭局]里[一总]?共?")
HUNDRED = 100
ROUGHLY = 10  # a tenth off
YEARS = range(2000, 2100)
NEAR = 8  # signs before a figure


def doubt(told: Beside, values: Mapping[str, Value], *, corrects: bool) -> Doubt | None:
    if told.values and not any(told.values.values()):
        return None  # 南翔12, 安亭10, 没有党员的法庭0
    if WORKED_OUT.search(told.text) or any(_is_miscounted(told, *one.groups()) for one in COMPARED.finditer(told.text)):
        return Doubt("parts-and-sum")
    is_open = len(told.values) > 1 or (len(told.figures) > 1 and not told.asked.is_unworded)
    if any(_is_misnamed(told, one) or (is_open and _is_from_elsewhere(told, one)) for one in told.figures):
        return Doubt("which")
    left = told.left
    if any(_is_against_record(told, one) for one in told.figures):
        return Doubt("parts-and-sum", (dict(told.values),))
    if len(told.values) > 1 and any(_is_of_nothing(told, one, values) for one in told.shares):
        return Doubt("parts-and-share", (dict(told.values),))
    for one in told.figures:
        if one not in left:
            taken = OFF if one.value in told.accounted else TAKEN
            if taken.search(one.before + one.behind) and not told.labels(one):
                return Doubt("parts-and-sum", (dict(told.values),))
            continue
        if not (told.labels(one) or _is_explained(told, one, corrects=corrects) or _is_share(told, one, values)):
            return Doubt("which", (dict(told.values),))
    return None


def _is_miscounted(told: Beside, than: str, by: str) -> bool:
    return not any(abs(value - Fraction(than)) == Fraction(by) for value in told.values.values())


def _is_against_record(told: Beside, one: Figure) -> bool:
    """No value has grown or fallen so."""
    if (found := THAN.search(one.before)) is None or one.unit in ("%", "天"):
        return False
    values = told.values
    before = (
        told.asked.last
        if found["last"]
        else {k.removeprefix("上年同月"): values[k] for k in values if k[:4] == "上年同月"}
    )
    grown = [
        (value - before[label]) * (1 if found["more"] else -1) for label, value in values.items() if label in before
    ]
    return bool(grown) and not any(
        abs(by - change) <= abs(change) / ROUGHLY for change in grown for by in (one.value, one.value / MONEY)
    )


def _is_of_nothing(told: Beside, one: Figure, values: Mapping[str, Value]) -> bool:
    """A share that no two of the values make."""
    led = told.text[: one.start]
    return not (
        _is_share(told, one, values) or THEN.search(led) or WANTED.search(one.before) or MORE.search(one.before)
    )


def _is_from_elsewhere(told: Beside, one: Figure) -> bool:
    """系统里显示1608, 按1608报, 上月是1608: taken for what nothing in its own words names."""
    labels = set(told.labels(one))
    if not labels or told.named(one.before + one.behind) & labels or told.has_role(one.before):
        return False
    return bool(ELSEWHERE.search(one.before))


def _is_misnamed(told: Beside, one: Figure) -> bool:
    """有效评价分三档：满意768 is the whole by the name of its part, 办结33件，其中按期32件 no part of it."""
    labels = {YEAR_OF_NAME.sub("", label) for label in told.labels(one) if label[0] != "#"}
    if not labels or not one.opens or told.asked.is_unworded or by_sound(told.raw, told.asked) != told.raw:
        return False
    if any(labels & told.named(other.before) & set(told.labels(other)) for other in told.figures):
        return False
    if told.has_role(one.before):
        mine = {YEAR_OF_NAME.sub("", label) for label in told.named(one.before)}
        is_tied = any(mine & set(pair) and labels & set(pair) for pair in told.ties())
        return bool(is_tied and told.left) and not labels & mine and not MADE_OF.sub("", told.rest_of(one.before))
    last = told.last_value(one.start)
    wholes = {every for some, every in told.pairs() if some in labels}
    return last is not None and "其中" in one.before and not wholes & set(told.labels(last))


def _is_explained(told: Beside, one: Figure, *, corrects: bool) -> bool:
    head = next(
        f for f in reversed(told.figures[: told.figures.index(one) + 1]) if f.before.strip() or f is told.figures[0]
    )
    last = max((f.end for f in told.figures if f.end <= head.start and told.labels(f)), default=0)
    led, clause = told.text[last : one.start], one.before + one.behind
    if ADDED.search(clause):
        return False
    if corrects and PUT_RIGHT.search(clause):
        return True
    if SPELT.match(told.text, one.end) or SPELT.match(told.text, one.start - 1) or IDIOM.match(told.raw, one.start):
        return True  # 3百零2, 7O5; 一个数
    if "分别" in led and THEN.search(told.text[: one.start]):
        return True  # 7月办结39件, 8月办结43件, 应办结分别为42, 45
    if OF_NOW.search(one.before):
        led = one.before
    if (
        UNCHANGED.match(one.behind)
        or OF_THEN.match(one.behind)
        or (THEN.search(led) and (OF_ANOTHER_YEAR.search(led) or not INSIDE.search(one.before)))
    ):
        return True
    if (
        OF_FIGURES.search(one.before)
        or WANTED.search(one.before)
        or MORE.search(led)
        or _is_line(told, one)
        or _is_of_no_unit(told, one)
    ):
        return True
    if _is_whole(told, one) or (MISSING.search(led[-NEAR:] + one.behind) and one.unit in ("", *"人名位个件")):
        return True
    return bool(SORT.search(clause)) and not TIED.search(clause) and not told.has_role(one.before)


def _is_line(told: Beside, one: Figure) -> bool:
    """满90学时, 30天以内: by the form itself; 2025年学时满90的法官 begins with a year."""
    if one.behind.startswith("年") and one.value in YEARS:
        return True
    figures = {demand.target for demand in told.asked.demands}
    return one.value in figures or any(f"{one.value}" in part.label for part in told.asked.quantities)


def _is_of_no_unit(told: Beside, one: Figure) -> bool:
    """In a unit of which nothing is asked for: 16家法院, 2项, 62学时."""
    counts = [thing for thing in things(told.asked) if thing.sort != "share"]
    return bool(one.unit) and one.unit != "人次" and not any(is_of(one.unit, thing) for thing in counts)


def _is_whole(told: Beside, one: Figure) -> bool:
    """收到信访41件, 其中应办结32件; 全院法官128人."""
    is_most = one.value > max(told.values.values(), default=one.value)
    if is_most and (OF_THE_HOUSE.search(one.before) or CAME_IN.search(one.before)):
        return True
    behind = next((b for a, b in pairwise(told.figures) if a is one), None)
    return bool(behind and told.labels(behind) and behind.value < one.value and WHOLE.search(behind.before))


def _is_share(told: Beside, one: Figure, values: Mapping[str, Value]) -> bool:
    """52.3 of 52.3 %, as told or as two values make it."""
    shares = {value for key, value in values.items() if key not in told.values}
    if one.value in shares or one.value / HUNDRED in shares:
        return True
    ties = [(a.label, b.label) for d in told.asked.demands for a, b in zip(d.parts[::2], d.parts[1::2], strict=False)]
    made = [told.values[a] / told.values[b] for a, b in ties if a in told.values and told.values.get(b)]
    return any(rounds_to(m, one.value / HUNDRED, share=True) or rounds_to(m, one.value, share=False) for m in made)
