"""Ranks of one point or of several: each place with the point that it is named for."""

import re
from collections.abc import Collection, Iterator, Sequence

from domain.cadences import Period
from domain.date_words import number
from domain.numbers import level, value_of
from domain.ours import DISTRICTS
from domain.patterns import pattern_of
from domain.ranks import Rank, read_rank
from domain.reader import places_missed, places_told, rank_source, rank_told, ranks_not_out, words
from domain.reader.asked import Doubt
from domain.reader.other_units import is_of_others
from domain.reader.point_names import REST, About, Point, about, marks_of, named
from domain.reader.point_times import is_of_other_time
from domain.reader.questions import is_question
from domain.reader.sounds import as_written_in
from domain.reader.statements import Read, keyed

YEAR = 12  # months
SLIP = 1  # sign
NUMERAL = "[0-9]{1,2}|[一二三四五六七八九十]{1,3}"
BULLETIN = pattern_of(
    rf"(?:(?P<year>20[0-9]{{2}})年|(?<![0-9一二三四五六七八九十年-]))(?P<month>{NUMERAL})月份?(?=[^,;。0-9]{{0,4}}(?:通报|简报|公布|文件|发文))"
)
# 比往年都好, without a figure
THAN_BEFORE = pattern_of(
    r"[,;。\s]*[比较跟和与同](?:往年|去年|前年|上年|以往|以前|20[0-9]{2}年)(?:[^,;。0-9一二三四五六七八九十]{0,6}|一样)(?=$|[,;。])"
)
EXACT = pattern_of(rf"第\s*(?P<n>{NUMERAL})(?![0-9一二三四五六七八九十季次期])")
ASIDE = pattern_of(r"\([^()]*(?:20[0-9]{2}年|[去前上]年)[^()]*\)")  # 第5(2024年第7)
AMONG_FIRST = pattern_of(
    "(?:处于|位于|居于|排在|属于)?(?:全市)?(?:前列|前茅|靠前)(?:位置)?"
)  # 第4，在16家法院中处于前列
# …不争气掉到第6; 松江掉到第6 is another one's, and 定在第6 an aim
MOVED = (
    f"(?![^,;。]*(?:{DISTRICTS}|目标|争取|力争|计划|想|要|定[在到]))[^,;。第0-9率比数指院庭区前]{{1,7}}(?:[到至]|了,?)"
)
INSIDE = pattern_of(
    rf"(?:今年|我们?院?|本院|终于|也|又|已经?)*(?:(?P<out>[没未](?:有)?|差点)?[冲挤跻杀进入位列居在排]+)?前(?P<n>{NUMERAL})(?!个?[季月年周半家])[名位]?(?:的?(?:行列|名次))?[里内中]?[啦了,;。!]*"
)
CLAUSE = pattern_of(
    r"[,;。!\n]+|~(?=[一-鿿])(?!~[第一二三四五六七八九十])|、(?=[一-鿿]{2})(?!第?[一二三四五六七八九十])"
    r"|(?<=[0-9一二三四五六七八九十名位])(?=(?:刑事|民商?事|商事|行政|执行|综合)[一-鿿]{0,4}第\s*[0-9一二三四五六七八九十])"
    r"|\s+(?=[一-鿿]{2,6}第)|\s+(?=[1-9][0-9]?\s*[.、:])"
)
PART = pattern_of(r"[上下]半年|季度|月")
WHOLE = pattern_of(r"全年|年终|年底|年末|整年|年度(?!第?[一二三四]季)")  # 一季度第2，全年第6
SOURCE = pattern_of(r"统计|通报|发布|公布|提供|汇总|下发|报表")
HAS_PLACE = pattern_of(rf"第\s*(?:{NUMERAL})|(?:{NUMERAL})\s*(?:[名位]|/)|[排列居]\s*(?:{NUMERAL})")
NO_FIGURES = pattern_of("[^0-9一二三四五六七八九十]*")
NAME = "[^0-9一二三四五六七八九十第%]{2,12}"
ITEM = pattern_of(rf"^(?!家数|法院数|参评){NAME}[:\s]\s*(?=第?[0-9一二三四五六七八九十]{{1,3}}[名位]?$)")
WHO = pattern_of(r"^(?P<who>(?!第)[一-鿿]{2,6}?)(?:位?列|位居|[排是为得拿获在])*(?=第\s*[0-9一二三四五六七八九十])")
HIGHER = pattern_of(r"(?:[市一二三]?中|高)级?(?:法?院)$")  # 中院第2
# what may stand before a place and is no other court
KNOWN = pattern_of(
    "排名?|名次|位次|名列|位列|位居|名[列位]?|[全本][市国院省区]|市[里内]|[我本]院|我们?|咱们?|俺们?|院|庭|[今去本当全]年|年[终末底度]|整年|前[一二三]季度"
    "|目前|现在|具体|实际|出来|下来|数据|最[终后新]|应为|应该|更正|更改|改为|改成|并列|结果|通报|通知|文件|显示|公布|综合|总体|整体|累计|总|这次|本次|此次|上次"
    "|拿[了到]?|得[了到]?|获得?|上?升|下?降|进|退|到|至|同级|基层|法院|辖区|家|里|中|个|是|为|在|的|就|都|也|又|还|已经?"
    "|终于|继续|仍然?|保持|稳居|稳|比|率|据|从|由|没有?|不|恭喜|好像|大概|估计|可能|倒数|质效|审判|工作|案件|指标|嗯|哈|哦"
    "|[一二三四五六七八九十两]+[家个]|高院(?=.*排)|上海|末|前|刚刚?|目标|争取|[上下]半年|上一?年度?|前年|往年|[一二三四]季度|收到|好的|领导|老师|主任|您好|您"
)
# 目标是进前三，通报出来是第5: what was hoped for
AIM = pattern_of(
    rf"(?:^|(?<=[,;。]))(?:20[0-9]{{2}}年)?[^,;。0-9]{{0,6}}(?:目标|力争|争取|计划|想|冲刺?|原定|希望|指望|说要)[^,;。0-9]{{0,8}}?[前第保]\s*(?:{NUMERAL})[名位]?[^,;。0-9]{{0,2}}[,;。]\s*"
    r"(?:[^,;。]{0,4}没(?:能)?(?:做到|达到|达成|实现|完成|进)[^,;。]{0,3}[,;。]\s*)?"
    rf"(?:但|结果|可惜|不过)?(?=[^,;。]{{0,10}}第\s*(?:{NUMERAL}))"
    r"|(?:^|(?<=[,;。]))[^,;。]{0,6}(?:目标|力争|争取|计划|冲刺?|原定)[^,;。]{0,12}[,;。]\s*(?=(?:但|可|不过)?(?:实际|最终|最后|结果)[^,;。]{0,8}第)"
)
# 与兄弟法院并列第4; 并列第五，跟隔壁区一样分; 第四，和另外两家同分
EQUALS = "(?:并列|同分|打平|不相上下|(?:得?分数?|成绩)?(?:都|也)?(?:一样|相同|一致|持平)(?:多的?)?(?:的?分数?)?)"
TIED = pattern_of(
    r"[与和跟同](?:兄弟|其[他它]|另一?家?|[一-鿿]{2}区?)(?:人民)?法?院(?=并列)"
    rf"|(?:^|(?<=[,;。\s]))(?:是|得分|分数|成绩)?[与和跟同](?:兄弟|隔壁|其[他它]|另外?|别的)?(?![^,;。\s]{{0,8}}[我你咱年月季期次前])(?:[一二两三1-3]?家|[一-鿿]{{0,3}}?[区县院]|[一-鿿]{{0,2}}?法院|单位)?(?:的)?"
    rf"(?:得?分数?)?{EQUALS}[的了啊哈]*(?:[,;。\s]+|$)"
)
ALL_TOGETHER = pattern_of(r"^[^第0-9]{0,6}(?:综合|总体|整体|总排名|总分)(?!.{0,6}(?:刑事|民事|执行))")
# 刑事发改率全市第2, where it is asked about 刑事审判工作质效
MEASURE = pattern_of(
    r"(?P<what>[一-鿿]{1,8}?(?:率|占?比|指数|天数|时长|(?<!综合)(?<!质效)得分|总量|件均|人均|速裁|评查|案件数|[一二再]审))(?=[一-鿿\s:]{0,8}?(?:第|排|列|居))"
)
MEANT = pattern_of(
    r"^(?:那|这)?(?:个|只)?(?:[说指讲]的?)?就?是(?P<what>[一-鿿]{1,8}?(?:率|占?比|指数|天数|时长))(?:的|这项|那项)*(?=$|第|排|名)"
)
# 去年第5，今年第3
# 综合得分91.37
SCORE = pattern_of(
    r"(?:综合|质效|考核)*(?:得分|评分|总分)\s*[:为是]?\s*[0-9]{2,3}(?:\.[0-9]+)?分?[,;\s]+(?=[^,;]*(?:第|名次|排))"
)
# 16家里倒数第3，也就是第14
FROM_BELOW = pattern_of(
    rf"(?P<field>{NUMERAL})\s*(?:家|个)[^,;。0-9]{{0,6}}倒数第?\s*(?P<n>{NUMERAL})[名位]?[,;\s]*(?:(?:也就是?|就是|即|折合)第?|第)\s*(?P<place>{NUMERAL})[名位]?"
)
# 倒数第二 二十四家里排23
FROM_BELOW_FIRST = pattern_of(
    rf"倒数第?\s*(?P<n>{NUMERAL})[名位]?[,;\s(]*(?:[共一]共)?(?P<told>(?P<field>{NUMERAL})\s*[家个][^,;。0-9]{{0,6}}第?\s*(?P<place>{NUMERAL}))"
)
STILL = pattern_of(r"(?<=[共家])还是(?=\s?[0-9一二三四五六七八九十])")  # 一共还是16家
THIS_YEAR = pattern_of(r"^\s*(?:不过|但)?(?:我们?)?(?:今年|本年度?)")
LAST_YEAR = pattern_of(rf"(?:[去上前]年)(?:度|我们?|是|的|排名?|排在|名列|位列)*第?(?:{NUMERAL})[名位]?")
OF_LAST_YEAR = pattern_of(rf"^\s*[^今本第]{{0,6}}[去上前]年[^今本]*?第\s*(?:{NUMERAL})")
SUBJECT = pattern_of(r"刑事|民事|商事|行政|执行|立案|信访|少年|知产|金融")


# 你这边要的是刑事吧: what is asked about, said back
SAID_BACK = pattern_of(
    r"[,;。\s]+(?:[你您]们?|咱们?)(?:这边|那边|这里)?(?:要|问|说)的(?:应该)?就?是(?P<what>[一-鿿]{2,4}?)(?:这个|的|那个|审判|质效)*(?:吧|对吧|没错吧)[?。!\s]*$"
)


def read(text: str, points: Sequence[Point], asked: Point, period: Period | None, others: Collection[str]) -> Read:
    """案访比第3，化解率第5，均为16家."""
    text = without_frames(places_told.plainly(text, points), period)
    back = SAID_BACK.search(text)
    text = text[: back.start()] if back else text
    if (
        (back and back["what"] not in asked.name)
        or is_question(text)
        or words.EITHER.search(text)
        or words.IRONY.search(text)
        or places_missed.is_missed(text)
    ):
        return Read({}, Doubt("question"))
    if any(_is_said_to_be_of_another(clause, points, asked) for clause in CLAUSE.split(text)):
        return Read({}, Doubt("other-point"))
    text = _without_measures(text, asked)
    if reason := rank_source.doubt(text, period):
        return Read({}, Doubt(reason))
    kept = ranks_not_out.without(parts := CLAUSE.split(text), points, asked)
    text = ",".join(kept) if kept != parts else text
    told = _told(text, points, asked, period, others)
    if isinstance(told, Doubt):
        return Read({}, told)
    values: dict[int, Rank] = {}
    for seq, clauses in told.items():
        found = read_rank(",".join(clauses))
        if isinstance(found, str):
            return Read({}, Doubt("not-understood" if NO_FIGURES.fullmatch(text) else found))
        if not rank_told.is_of_it(",".join(clauses), found, points, KNOWN):
            return Read({}, Doubt("not-understood"))
        values[seq] = found
    values = rank_told.in_one_field(values, CLAUSE.split(text))
    if any(rank.place and rank.field and rank.place > rank.field for rank in values.values()):
        return Read({}, Doubt("rank-out-of-field"))
    if values and asked.seq not in values:
        return Read({}, Doubt("other-point", (keyed(values),)))
    return Read(values) if values else Read({}, Doubt("other-time"))


def beside(text: str, points: Sequence[Point]) -> Iterator[tuple[str, Point]]:
    """The clauses without a figure that speak of one point alone, which is none of the ranks, by two of its words."""
    marks = {point.seq: marks_of(point, points) for point in points if point.shape == "yes"}
    for clause in filter(NO_FIGURES.fullmatch, CLAUSE.split(level(text))):
        spoken = named(clause, points)
        if len(spoken) == 1 and sum(mark in clause for mark in marks.get(spoken[0].seq, ())) > 1:
            yield clause, spoken[0]


def _without_measures(text: str, asked: Point) -> str:
    """结案率第1，发改率第4，刑事质效综合第3: beside the place of what is asked about, by its name."""
    own = [word for word in SUBJECT.findall(asked.name) if word]
    parts = CLAUSE.split(text)
    told = [part for part in parts if any(word in part for word in own) and "质效" in part and HAS_PLACE.search(part)]
    if len(told) != 1 or "质效" not in asked.name:
        return text
    kept = [part for part in parts if part in told or not (MEASURE.search(part) and HAS_PLACE.search(part))]
    return ",".join(kept) if len(kept) < len(parts) else text


def without_frames(text: str, period: Period | None) -> str:
    """Without the month of the bulletin at the end of the period, and without 前三 around a place within it."""
    last = period.end.month if period else 0
    if period and period.every == "year":  # 2025年不争气掉到第6了
        year = f"(?<![0-9])(?:20)?{period.end.year % 100}年"
        text = pattern_of(f"{year}{MOVED}(?=第)").sub(f"{period.end.year}年", text)
    text = FROM_BELOW_FIRST.sub(_as_counted, FROM_BELOW.sub(_from_above, text))
    text = STILL.sub("", SCORE.sub("", text))
    text = TIED.sub("", AIM.sub("", text))
    text = ASIDE.sub(lambda match: "" if is_of_other_time(match.group(), period, 0, None) else match.group(), text)
    text = THAN_BEFORE.sub("", text)
    text = BULLETIN.sub(
        lambda match: "" if _is_of_the_end(match, period, last) else match.group(),
        text,
    )
    exact = {value_of(match["n"]) for match in EXACT.finditer(text)}
    text = AMONG_FIRST.sub("", text) if len(exact) == 1 else text
    inside = INSIDE.search(text)
    within = value_of(inside["n"]) if inside else None
    if inside and within and len(exact) == 1 and (place := exact.pop()) and (place <= within) != bool(inside["out"]):
        return text[: inside.start()] + text[inside.end() :].lstrip(" ,;!")
    return text


def _from_above(told: "re.Match[str]") -> str:
    """As long as it comes out."""
    field, n, place = (value_of(told[name]) or 0 for name in ("field", "n", "place"))
    return f"{field}家第{place}" if field - n + 1 == place else told.group()


def _as_counted(told: "re.Match[str]") -> str:
    field, n, place = (value_of(told[name]) or 0 for name in ("field", "n", "place"))
    return told["told"] if field - n + 1 == place else told.group()


def _is_of_the_end(match: "re.Match[str]", period: Period | None, last: int) -> bool:
    """高院2026年12月通报, at the end of 2026."""
    month = number(match["month"])
    years_later = int(month == 1 and last == YEAR)  # a year's own is published in January
    if match["year"] and period and int(match["year"]) - period.end.year != years_later:
        return False
    return month in (last, last % YEAR + 1)


def _told(
    text: str, points: Sequence[Point], asked: Point, period: Period | None, others: Collection[str]
) -> dict[int, list[str]] | Doubt:
    """The clauses of each point; what was so in another year is left out, what is so of a part of this one is not."""
    alike = [one for one in points if one.shape == "rank"]
    told: dict[int, list[str]] = {}
    current: tuple[Point, ...] = (asked,)
    of_year = period is not None and period.every == "year" and WHOLE.search(text)
    clauses = _without_other_places(CLAUSE.split(text), points, asked)
    this_year = any(THIS_YEAR.search(clause) and HAS_PLACE.search(clause) for clause in clauses)
    own = SUBJECT.search(asked.name)
    # 民事第3，刑事第8: the one of what is asked about
    is_named = own is not None and any(own.group() in clause and HAS_PLACE.search(clause) for clause in clauses)
    for clause in clauses:
        if is_named and (_is_of_other_subject(clause, asked) or _is_of_all(clause, own)):
            continue
        if own is not None and _is_of_all(clause, own) and HAS_PLACE.search(clause):
            return Doubt("other-point")  # 我院综合第2
        if told and is_of_others(clause, others) and SOURCE.search(clause) and NO_FIGURES.fullmatch(clause):
            continue  # 第5，16家，审监庭统计的
        if reason := _is_of_another(clause, points, asked, others):
            return Doubt(reason)
        if is_of_other_time(clause, period, 0, None) or _is_of_last_year(clause, period, this_year=this_year):
            if PART.search(clause) and not (of_year and not WHOLE.search(clause)):
                return Doubt("other-time")
            continue
        if REST.match(clause) and NO_FIGURES.fullmatch(clause):
            continue  # 其余未出 says nothing of the first
        clause = clause.strip()
        names = len(alike) > 1 and not NO_FIGURES.fullmatch(clause)  # 高院通报 is a source, and no point
        spoken = about(clause, points, alike, told) if names else About((), clause)
        current = spoken.points or current
        for one in current:
            told.setdefault(one.seq, []).append(spoken.rest if spoken.by == "number" else ITEM.sub("", clause))
    return told


def _is_of_last_year(clause: str, period: Period | None, *, this_year: bool) -> bool:
    """Beside this year's place; 去年满意度第6，今年更好 tells of none, where no year is asked about."""
    if period is None:
        return OF_LAST_YEAR.match(clause) is not None
    return this_year and LAST_YEAR.fullmatch(clause.strip()) is not None


def _without_other_places(clauses: list[str], points: Sequence[Point], asked: Point) -> list[str]:
    """满意度第3，接通率第8: of another measure, beside the place of what is asked about by its name."""
    placed = [clause for clause in clauses if HAS_PLACE.search(clause)]
    if not any(MEASURE.search(clause) is None and named(clause, [asked]) for clause in placed):
        return clauses
    return [clause for clause in clauses if clause not in placed or not _is_of_another_measure(clause, points)]


def _is_of_another_measure(clause: str, points: Sequence[Point]) -> bool:
    measure = MEASURE.search(clause)
    return measure is not None and not any(_speaks_of(measure["what"], one) for one in points if one.shape == "rank")


def _is_said_to_be_of_another(clause: str, points: Sequence[Point], asked: Point) -> bool:
    """民事第3，是发改率第3; 第3，说的是调撤率: of what is told with its place, of none of the points."""
    told = MEANT.match(clause.strip())
    meant = [one for one in points if told and one.shape == "rank" and _speaks_of(told["what"], one)]
    return told is not None and not (meant if HAS_PLACE.search(clause) else asked in meant)


def _is_of_all(clause: str, own: "re.Match[str] | None") -> bool:
    """我院综合第2; of 刑事审判质效综合第4 it is said what is reckoned together."""
    return ALL_TOGETHER.match(clause) is not None and not (own and own.group() in clause)


def _is_of_another(clause: str, points: Sequence[Point], asked: Point, others: Collection[str]) -> str:
    """Another measure, or another house's; empty where it is neither."""
    if _is_of_another_measure(clause, points):
        return "other-point"
    if is_of_others(clause, others) or _is_of_other_subject(clause, asked) or _is_elsewhere(clause, points):
        return "other-unit"
    return ""


def _speaks_of(measure: str, point: Point) -> bool:
    """案仿比 is 案访比."""
    return measure[-2:] in point.name or as_written_in(measure, point.name) != measure


def _is_elsewhere(clause: str, points: Sequence[Point]) -> bool:
    """普陀第3: the place of another court."""
    found = WHO.match(clause.strip())
    if found is None or named(found["who"], points):
        return False
    if HIGHER.match(found["who"]):
        return True
    rest = KNOWN.sub("", found["who"])
    signs = set("".join(point.name for point in points))
    return len(rest) > 1 and sum(sign not in signs for sign in rest) > SLIP  # 质校 is 质效


def _is_of_other_subject(clause: str, asked: Point) -> bool:
    """民事排第3, where it is asked about 刑事审判工作质效."""
    own = SUBJECT.search(asked.name)
    if own and own.group() in clause:
        return False
    return any(subject not in asked.name for subject in SUBJECT.findall(clause)) and bool(SUBJECT.search(asked.name))
