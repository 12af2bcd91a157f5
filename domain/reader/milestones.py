"""Of several days the one on which it came about: 草稿3月2日，党组会3月16日过的，正式发文成立是3月25日.

Told anew by itself, where it is not certain as it stands. Each other day is that of a step before it or after it, of a
term, or of another thing that was set up.
"""

from datetime import date

from domain.dates import Found, find_days
from domain.numbers import level
from domain.patterns import pattern_of
from domain.reader.point_names import Point
from domain.reader.question import Question

PARTS = pattern_of(r"[,;。!\n]+")
STEP = pattern_of(
    "草[稿案]|征求意见|意见稿|讨论|审议|送审|会签|请示|批示|会上?[^,;。]{0,4}[过议]|修[订改]|调整|换届|更名|增补|截止|期限|要求的|限期|补发|归档|备案|上传|挂网|报送|培训|开会|动员"
)
FOUNDED, LAID_DOWN = pattern_of("小组|专班|办公室|委员会"), pattern_of("制度|机制|办法|细则|规定|方案|规程")
ITSELF = pattern_of(
    "正式|成立|组建|制[定订]|印发|出台|发文|下发|公布|最早|最初|首次|第一版|建立|设立|定的|应该?[写填报是]"
)
# without such a word nobody knows which of two steps is meant: 6月18日党组研究，6月25日发文
TOLD_APART = pattern_of("正式|为准|最[早初]|首次|第一版|不要填|别填|不填|看[岔错串]|[写填报]错|不对|不是|那是")
NO_STEP = pattern_of("正式|发文|印发|成立|最早|首次")
DENIED = pattern_of(r"不是(?:在|于)?\s*$")
MISTAKEN = pattern_of("看[岔错串]|记[错混岔串]|说错|写错|弄错|搞错|不对")
OPEN = pattern_of(
    r"[?？]|可能|好像|大概|应该(?![写填报是])|还没|尚未|待定|记不|不确定|不清楚|或者?|还是|要么|左右|前后|翻到|查到|核[实对]|未[必定]|拟|计划|准备|打算|没有?(?:成立|制|印|单独)"
)
# 要扫描件的话跟我说; 需要复印件的话我送过来
OFFER = pattern_of(
    r"^(?:如果?|假如|要是)?[您你]?(?:需?要|用)[^,;。0-9]{0,4}(?:扫描件|复印件|原件|照片|文件|材料|图片|截图)(?:的话)?[^,;。0-9]*$|^(?:以|照)(?:正式)?(?:发文|文件|落款)(?:日期)?为准$"
)
YEAR_LAST = pattern_of(r"^(?:都|全)?(?:是)?(?:20)?(?P<y>[12][0-9])年(?:的)?$")
YEAR = pattern_of(r"年|[0-9]{2,4}[./-][0-9]{1,2}[./-]")


def plainly(text: str, question: Question) -> str:
    """As it stands where it is not told which is which."""
    point = next(one for one in question.points if one.seq == question.seq)
    told = [one.strip() for one in PARTS.split(level(text)) if one.strip()]
    kept = [one for one in told if not OFFER.match(one)]
    if OPEN.search(",".join(kept)):
        return text
    dated = [at for at, one in enumerate(kept) if find_days(one, question.today, past=True)]
    if len(dated) > 1 and not TOLD_APART.search(level(text)):
        return text
    own = [at for at in dated if _is_of_it(kept, at, dated, point, question)]
    if len(own) != 1 or (len(dated) == 1 and len(kept) == len(told)):
        return text
    days = find_days(kept[own[0]], question.today, past=True)
    day = _in_its_year(days[0], ",".join(kept), question.today) if len(days) == 1 else None
    verb = "印发制定" if LAID_DOWN.search(point.name) else "成立"
    return f"{day.year}年{day.month}月{day.day}日{verb}" if day else text


def _is_of_it(kept: list[str], at: int, dated: list[int], point: Point, question: Question) -> bool:
    """By its own words, and what is said next of it: 2023年9月6日还有一份，那是人员调整."""
    behind = next((one for one in dated if one > at), len(kept))
    day = find_days(kept[at], question.today, past=True)[0]
    tail = [one for one in kept[at + 1 : behind] if one.startswith(("那", "这"))]
    said = kept[at] + ",".join(tail)
    if DENIED.search(kept[at][: day.start]) or any(map(MISTAKEN.search, (kept[at][day.end :], *kept[at + 1 : behind]))):
        return False
    if _is_of_another_thing(kept[at], point) or any(STEP.search(one) for one in tail):
        return False
    if STEP.search(kept[at]) and not NO_STEP.search(kept[at]):
        return False
    return True if ITSELF.search(said) or len(dated) == 1 else bool(_names(said, point))


def _names(said: str, point: Point) -> bool:
    kinds = (FOUNDED, LAID_DOWN)
    return any(kind.search(said) and kind.search(point.name) for kind in kinds)


def _is_of_another_thing(said: str, point: Point) -> bool:
    """领导小组成立, where the day of a rule is asked for."""
    is_rule = bool(LAID_DOWN.search(point.name))
    other, own = (FOUNDED, LAID_DOWN) if is_rule else (LAID_DOWN, FOUNDED)
    return bool(other.search(said)) and not own.search(said)


def _in_its_year(found: Found, text: str, today: date) -> date | None:
    """Of the only year that is said anywhere in it, where none is said with the day."""
    if found.day is None or found.about or YEAR.search(found.written):
        return None if found.about else found.day
    days = [one for one in find_days(text, today, past=True) if one.day and YEAR.search(one.written)]
    last = [int(match["y"]) + 2000 for one in PARTS.split(text) if (match := YEAR_LAST.match(one))]
    years = {*(one.day.year for one in days if one.day), *last}
    return found.day.replace(year=years.pop()) if len(years) == 1 else None
