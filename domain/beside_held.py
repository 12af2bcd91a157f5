"""Whether what is told beside the day of a meeting, or of an entry, leaves it certain.

No clause may relate anything to what was told: deny it, lay it upon others, speak of another one or of a part of it.
The clause that has the day says beside it that the thing was done then; where it does not, it is made of known words,
as is any clause with another day: that day may be the one, and this the day of something else.
"""

from collections.abc import Sequence

from domain.beside_words import (
    AWAY,
    CASE_OF_OTHERS,
    COURT,
    COURTS,
    KNOWN,
    LINES,
    OF_ITS_SPIRIT,
    OF_OTHERS,
    OUT,
    PAPER_ACT,
    PAPERS,
    PAPERS_THEN,
    PUBLISHERS,
    TIMES,
    TOOK_PART,
    N,
)
from domain.dates import Found
from domain.day_words import QUOTED
from domain.patterns import pattern_of
from domain.relations import TO_A_DAY

MARK, TITLE = "\x00", "《》"
BREAK = pattern_of(r"[,，。;；!！\n～~…]+|\s+")
BESIDE = (
    rf"(?:{TIMES}|[\s()（）]|我们|[我本]院|[跟和与同][^,，。;；\s]{{1,8}}会议?(?=一起|套|一并|合并|连)"
    rf"|一起|套着?|一并|合并|连着|照|在[^,，。;；\s]{{1,10}}?(?=[召补]?开|举|组|搞|办)|组织|正式|专门|赶在|才|就|已经?|刚)*+"
)
DONE_THEN = {
    "meeting": pattern_of(
        rf"{MARK}{BESIDE}(?:[召补]?开(?:[了的成过掉好完啦咧滴哒展]|会$)|召开|举行)|开(?:会|时间|日期)+[:：是为]*{MARK}"
    ),
    "case": pattern_of(
        rf"(?:{COURTS})[^,，。;；]{{0,8}}{MARK}[^,，。;；]{{0,4}}(?:{OUT}|发)(?!会|稿)|{MARK}[^,，。;；]{{0,3}}(?:{COURTS})[^,，。;；]{{0,12}}(?:{OUT}|[发出](?=[的了]))(?!会|稿)"
        rf"|(?:发布|公布)(?:时间|日期)?[:：是为]+{MARK}"
    ),
    "entry": pattern_of(rf"{MARK}{BESIDE}(?:开展|举[办行]|[办搞][了的])"),
}
HALF_DAY = pattern_of("(?<=[上下]午)[,，](?=(?:我们|[我本]院)[^,，]{0,6}召开)")
# 6月4日开的网安会: what it was that was held then
WHAT = pattern_of(r"(?:召开|举行|开[了的过])(?P<what>[^,，。;；\s]{1,14}?会)(?!议?室)")
# 发布的劳动争议十大典型案例: of whatever sort
SORT = pattern_of(r"(?<=[布发出登推的])[一-鿿]{1,12}?(?=典型案例)")
DATED = pattern_of(f"{N}[月日号](?!〕)")
JUDGED = pattern_of("宣判|审结|判[决的]|立案|送审|报[送给上]")
ELSEWHERE = pattern_of(rf"{PUBLISHERS.pattern}|[一-鿿][网报](?!送|告)|接的?[^,，]{{0,3}}通知")
SEVERAL = pattern_of(r"[0-9一二两三四五六七八九十]+[件个批]")
QUOTED_CASE = pattern_of(r"(?:《[^《》]+案[^《》]*》|“[^“”]+案[^“”]*”)")
CASE = pattern_of(
    r"(?:见义勇为|家庭|(?!典型案)[^\s,，。;；:：的了叫为是布步院庭《》“”\x00]){2,24}(?:案例?|纠纷)(?![件例由号子列])"
)
BY_COURT = pattern_of(r"(?<![我本们])[院庭]$")  # 高院调研彩礼案


def is_accounted(text: str, found: Found, topic: str | None, form: str, wanted: str = "") -> bool:
    """`form` is that of what was told: a meeting, a case, or any other entry; `wanted` the notice's words for it."""
    rest = HALF_DAY.sub("", LINES.sub("", f"{text[: found.start]}{MARK}{text[found.end :]}"))
    if OF_ITS_SPIRIT.search(rest):
        return False
    if form == "case":
        titles = QUOTED_CASE.findall(rest)
        named = list(CASE.finditer(rest)) if not titles else []
        if len(titles) > 1 or (not titles and not named and SEVERAL.search(rest)):
            return False
        if any(CASE_OF_OTHERS.search(one.group()) or BY_COURT.search(rest, 0, one.start()) for one in named):
            return False
        rest = (QUOTED_CASE if titles else CASE).sub(TITLE, QUOTED.sub(TITLE, rest))
    for part in BREAK.split(topic or "") if form != "case" else ():
        rest = rest.replace(part, TITLE) if len(part) > 1 else rest
    clauses = [clause for clause in BREAK.split(rest) if clause]
    is_told = any(DONE_THEN[form].search(clause) for clause in clauses)
    return not any(
        _is_strange(clause, form, wanted, is_told=is_told or (form == "entry" and bool(topic)))
        if DATED.search(clause.replace(MARK, "1日"))
        else _is_related(clause, form)
        for clause in clauses
    )


def day_done(text: str, days: Sequence[Found], form: str) -> Found | None:
    """Of several days the only one of which it is said that the thing was done then; the others are of what led to it.

    审结是3月11日，高院发布是9月22日.
    """
    clauses = [_clause(text, day) for day in days]
    done = [n for n, clause in enumerate(clauses) if DONE_THEN[form].search(clause)]
    if len(done) != 1 or not all(_is_of_before(clause, form) for n, clause in enumerate(clauses) if n not in done):
        return None
    return days[done[0]]


def _clause(text: str, day: Found) -> str:
    before, behind = BREAK.split(text[: day.start])[-1], BREAK.split(text[day.end :])[0]
    return f"{before}{MARK}{behind}"


def _is_of_before(clause: str, form: str) -> bool:
    of_papers = PAPERS_THEN.search(clause) and PAPER_ACT.search(clause)
    return bool(of_papers or (form == "case" and (JUDGED.search(clause) or _is_elsewhere(clause))))


def _is_elsewhere(clause: str) -> bool:
    """院公众号8月5日先推, 新华网5号才转."""
    return bool(ELSEWHERE.search(clause)) and not COURT.search(clause)


def _is_strange(clause: str, form: str, wanted: str, *, is_told: bool) -> bool:
    """Of a clause with a day. `is_told`: that it was done on the day that was found."""
    if MARK not in clause and is_told and _is_of_before(clause, form):
        return False
    left = KNOWN[form].sub(" ", SORT.sub("的", clause)).replace(MARK, " ").replace(TITLE, " ").split()
    if (form == "meeting" and TOOK_PART.search(clause)) or (form == "case" and _is_by_others(clause)):
        return True
    if all(len(run) > 1 and run in wanted for run in left):
        return False
    if MARK not in clause or form == "case" or not is_told or _is_related(clause, form):
        return True
    return form == "meeting" and (not DONE_THEN[form].search(clause) or _is_of_something_else(clause))


def _is_related(clause: str, form: str) -> bool:
    """To what was told, by a word that may make it another's or none."""
    if (form == "meeting" and TOOK_PART.search(clause)) or (form == "case" and _is_by_others(clause)):
        return True
    if MARK not in clause and (AWAY.search(clause) or PAPERS.search(clause)):
        return False
    others = OF_OTHERS if form == "meeting" else CASE_OF_OTHERS if form == "case" else None
    return bool(TO_A_DAY.search(clause) or (others and others.search(clause)))


def _is_by_others(clause: str) -> bool:
    bare = COURT.sub("", clause)
    return "法院" in bare if bare != clause else bool(PUBLISHERS.search(clause) and not PAPERS.search(clause))


def _is_of_something_else(clause: str) -> bool:
    said = WHAT.search(clause)
    return bool(said and KNOWN["meeting"].sub("", said["what"]))
