"""Figures that an account explains, told in the form's own words: how many there are, who is missing, all the others.

在册26个，有一个产假才60几学时，其他都够90 is 26 and 25, 成功583，没成的497，加一块1080件 is 583 of 1080. An account
that does not come out, or with words that may change it, explains nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise, product

from domain.patterns import pattern_of
from domain.reader import made_up, words
from domain.reader.amounts import vague
from domain.reader.asked import Asked
from domain.reader.beside import PAUSE, Beside, Figure, figures
from domain.reader.contraries import LACKS, NEGATED, NOT_NEGATED, is_contrary
from domain.reader.figure_words import without_its_words, words_in
from domain.reader.masking import clean, mask
from domain.reader.names import is_of, things
from domain.reader.risks import AWAY, RISK
from domain.reader.uncounted import PERIOD
from domain.reader.ways import pairs
from domain.reader.within_words import EVERY_ONE

REST = pattern_of("其[他它余]|剩下|余下|剩余|另外|别的")
ABSENT = pattern_of(rf"{AWAY}|[晚拖迟延]|失败|超了|比[^,;]{{1,8}}[少低]了?$|逾|不愿|退步")
ALL = pattern_of("[都全均]|[个件人]{2}|无一例外")
ONE_LEFT = pattern_of("(?:剩下?|余下|另外|其余|还有)的?[那一][个位名件]")
TOGETHER = pattern_of("[一总]?共|合计|总计|加|[一总]起|总")
# by which those who are missing may be counted after all, or other figures be meant
CHANGES = pattern_of(
    r"补(?!贴)|基本|几乎|[代替]|签|就[满够齐]|没有?[交录登审批认](?!全|完|齐)|[已改剔扣除算含核误错重撤]|[完够满齐好成]了|后来|现在|目前|[?？吗呢吧]|应该|可能|大概|好像|是否"
    "|其实|报名|期限[是到]|去掉|刨|减|退休|离职|调[走离]|[0-9][日号]|助理|书记员|民事|商事|刑事|行政|原|本来|去年|上年|上个?月"
)
HARMLESS = pattern_of(
    "别的(?=[都全均0-9])|[没未不](?:有)?(?:办|录|填|学|训|调|审|执|达|化|接)?(?:完|够|满|齐|好|成|掉)了?"
)
HARMLESS_OF_ALL = pattern_of("培训(?:平台|系统|情况|学时|科)")
THAN_THEN = pattern_of("[比跟和与同较](?:去年|上年)(?:同[期月])?")


@dataclass(frozen=True)
class Account:
    """So many are due, so many of them are done; from where to where it is told."""

    due: str
    done: str
    pieces: frozenset[tuple[int, int]]


def plainer(text: str, asked: Asked) -> str:
    """As it stands where nothing is explained."""
    if (told := _beside(_by_its_line(text, asked), asked)) is None:
        return text
    bare = made_up.plainer(told)
    if bare != told.raw:
        text, told = bare, _beside(bare, asked) or told
    found = [one for part, whole in pairs(asked) for one in _accounts(told, part, whole)]
    return text if len({(one.due, one.done) for one in found}) != 1 else _retold(told.raw, found[0])


def _beside(text: str, asked: Asked) -> Beside | None:
    """Its figures, those of the rest among them; none where there is nothing to account for."""
    cleaned = clean(text)
    if cleaned is None or "\t" in text or "|" in cleaned:
        return None
    masked = mask(EVERY_ONE.sub(",无一例外,", cleaned), things(asked), asked, as_remarked=True)
    plain = NAMES.sub(" ", masked.raw)
    plain = HEADS.sub(",", plain) if masked.text[:1].isdecimal() else plain
    told = Beside(plain, masked.raw, figures(masked, plain), {}, asked)
    return told if 0 < len(told.figures) <= MOST and "/" not in masked.text else None


MOST = 12
NAMES, HEADS = pattern_of(r":(?=\s?[0-9])"), pattern_of(r"(?<=[一-鿿]) (?=[0-9])")  # 30件到期 29件办了 剩1件
OF_HOURS, ONLY = pattern_of("[几多来]?个?[学课]时"), pattern_of("(?:才|只有?|仅|就|学时)$")
LINE = pattern_of("满([0-9]+)")


def _by_its_line(text: str, asked: Asked) -> str:
    """学时≥90: 23, 学时<90: 1."""
    if not (line := LINE.search(asked.quantities[0].label)):
        return text
    over, below = (rf"(?:学时)?\s?(?:{signs})\s?{line[1]}\s?(?:个?学时)?的?" for signs in (OVER, UNDER))
    text = re.sub(rf"{line[1]}个?学?时?(?:及?以(?P<side>[上下]))(?={COLON})", lambda one: f"满{line[1]}学时" if one["side"] == "上" else "没够", text)
    return re.sub(f"{below}{COUNTED}", "没够", re.sub(f"{over}{COUNTED}", f"满{line[1]}学时", text))


COLON = r"[:：\s]*[0-9]"
OVER, UNDER = "≥|>=|不低于|不少于", "[<＜]|低于|不足|不到|不满|未满|小于"
COUNTED = r"(?=[:：\s是有]*[0-9]{1,3}(?![0-9]|个?[学课]))"


def _retold(text: str, account: Account) -> str:
    pieces = sorted(account.pieces)
    out, at = f"{text[: pieces[0][0]]}{account.due},{account.done}", pieces[0][0]
    for start, end in pieces:
        out += text[at:start]
        at = max(at, end)
    return out + text[at:]


def _accounts(told: Beside, part: str, whole: str) -> Iterator[Account]:
    mine = [one for one in told.figures if not _is_of_another_unit(one, told)]
    missing = [one for one in mine if _is_missing(one, part)]
    others = [one for one in told.figures if one not in mine and ONE_LEFT.search(one.before)]
    left = [span for span in _bare(told) if ONE_LEFT.search(told.text[slice(*span)])]
    alone = [*left, *map(_span, others)]
    due = [one for one in mine if one not in missing and not REST.search(one.before) and _may_be(one, whole, told)]
    done = [one for one in mine if one not in missing and _may_be(one, part, told)]
    rest = [span for span in _bare(told) if _is_rest(told.text[slice(*span)], part, told)]
    if not (missing or alone or rest):
        yield from _all_of_them(told, part, whole, due, done)
    for w, p in product(due, done):
        if any(part in _named(one, told) for one in done if one is not p):
            continue
        if w.value <= p.value or not _are_named(w, p, part, whole, told):
            continue
        few = missing or ([] if alone else [one for one in mine if _may_lack(one, w, p, part, whole, told)])
        few = _with_parts(few, mine)
        if w.value - p.value in _sums(few, len(alone)):
            yield from _told(told, part, whole, w, told.raw[p.start : p.end], [w, p, *few, *others], [*left, *rest])
    if len(rest) == 1 and missing and not any(part in _named(one, told) for one in mine):
        lacking = sum((one.value for one in missing), Fraction(0))
        for w in due:
            if w.value > lacking and (whole in _named(w, told) or len(pairs(told.asked)) == 1):
                yield from _told(told, part, whole, w, f"{w.value - lacking}{w.unit}", [w, *missing], rest)


def _all_of_them(
    told: Beside, part: str, whole: str, due: Sequence[Figure], done: Sequence[Figure]
) -> Iterator[Account]:
    """25个法官25个都达标; 19件没错，全是按时反馈的."""
    for w, p in product(due, done):
        if w.value == p.value and w.start < p.start and ALL.search(p.before + p.behind):
            yield from _told(told, part, whole, w, told.raw[p.start : p.end], [w, p], [])
    few = [one for one in told.figures if _speaks(one.before + one.behind, whole, told)]
    if len(few) > 1 or any(_speaks(one.before, part, told) for one in told.figures):
        return
    bare = [span for span in _bare(told) if _says_all(told.text[slice(*span)], part, told)]
    for w in few or [one for one in due if whole in _named(one, told)][:1]:
        if bare or _says_all(w.behind, part, told):
            yield from _told(told, part, whole, w, told.raw[w.start : w.end], [w], bare)


def _says_all(said: str, part: str, told: Beside) -> bool:
    return bool(words.ALL.search(said)) and not vague(told.raw) and _speaks(said, part, told) and not _lacks(said, part)


def _speaks(said: str, label: str, told: Beside) -> bool:
    return any(word.kind == "role" and label in word.of for word in words_in(said, told.asked.demands)[0])


def _with_parts(missing: list[Figure], mine: Sequence[Figure]) -> list[Figure]:
    """没办完的3件里两件延期、一件移送了."""
    for few in missing:
        behind = mine[mine.index(few) + 1 :]
        for end in range(2, len(behind) + 1):
            if sum(one.value for one in behind[:end]) == few.value and not set(behind[:end]) <= set(missing):
                return [*missing, *(one for one in behind[:end] if one not in missing)]
    return missing


def _may_lack(one: Figure, w: Figure, p: Figure, part: str, whole: str, told: Beside) -> bool:
    """一件在等批复, behind how many are due and done by their own words; 剩下1人88.5学时."""
    if one in (w, p) or _named(one, told) or one.start < max(w.start, p.start):
        return False
    return bool(REST.search(one.before)) or (whole in _named(w, told) and part in _named(p, told))


def _sums(few: Sequence[Figure], alone: int) -> set[Fraction]:
    """没训的5人里3人产假2人借调 are five."""
    values = [one.value for one in few]
    listed = len(values) > 1 and sum(values[1:]) == values[0]
    return {sum(values, Fraction(0)) if values else Fraction(alone)} | ({values[0]} if listed else set()) - {0}


def _told(
    told: Beside, part: str, whole: str, w: Figure, done: str, of: Sequence[Figure], clauses: Sequence[tuple[int, int]]
) -> Iterator[Account]:
    spans, beside = {_span(one) for one in of} | set(clauses), list(of)
    for last, one in pairwise(told.figures):
        if last in beside and not one.opens and one not in of and _is_of_another_unit(one, told):
            beside.append(one)  # 还有一个差6学时
            spans.add((one.start, one.end + len(one.behind)))
    spans |= {span for span in _bare(told) if _is_why(span, beside, told, part)}
    if any(one not in beside and any(a <= one.start < b for a, b in spans) for one in told.figures):
        return
    said = ",".join(told.text[a:b] for a, b in sorted(spans))
    bare = NOT_NEGATED.sub("", HARMLESS.sub("", without_its_words(said, told.asked.demands)))
    bare = THAN_THEN.sub("", bare) if "不低于" in part else bare
    if not CHANGES.search(bare) and not RISK.search(bare):
        periods = "".join(match.group() for match in PERIOD.finditer(said))
        yield Account(f"{periods}{whole}{told.raw[w.start : w.end]}", f"{part}{done}", frozenset(spans))


def _span(one: Figure) -> tuple[int, int]:
    return one.start - len(one.before), one.end + len(one.behind)


def _is_why(span: tuple[int, int], of: Sequence[Figure], told: Beside, part: str) -> bool:
    """Right behind those who are missing: 多数嫌停车难."""
    before = [one for one in told.figures if one.end <= span[0]]
    said = told.text[slice(*span)]
    if not before or before[-1] not in of or not _is_missing(before[-1], part) or CHANGES.search(said):
        return False
    return not RISK.search(said) and not told.has_role(said) and not told.named(said)


def _bare(told: Beside) -> Iterator[tuple[int, int]]:
    """Clauses without a figure."""
    at = 0
    for pause in [*PAUSE.finditer(told.text), None]:
        end = pause.start() if pause else len(told.text)
        if end > at and not any(at <= one.start < end for one in told.figures):
            yield at, end
        at = pause.end() if pause else end


def _is_missing(one: Figure, part: str) -> bool:
    said = one.before if _lacks(one.before, part) else one.behind
    return _lacks(said, part)


def _lacks(said: str, part: str) -> bool:
    bare = NOT_NEGATED.sub("", REST.sub("", HARMLESS_OF_ALL.sub("", said)))
    return any(one.search(bare) for one in (NEGATED, LACKS, ABSENT)) or is_contrary(bare, part)


def _named(one: Figure, told: Beside) -> frozenset[str]:
    """Words before the next figure may be of that one."""
    if told.has_role(one.before):
        return told.named(one.before)
    is_shared = any(other.start == one.end + len(one.behind) for other in told.figures)
    if not is_shared and told.has_role(one.behind):
        return told.named(one.behind)
    return told.named(one.before) or (told.named(one.behind) if not told.has_role(one.behind) else frozenset())


def _may_be(one: Figure, label: str, told: Beside) -> bool:
    named = _named(one, told)
    return (
        not named
        or label in named
        or (not told.has_role(one.before) and label in told.named(one.behind))
        or (len(pairs(told.asked)) == 1 and not told.has_role(one.before + one.behind))
    )


def _are_named(w: Figure, p: Figure, part: str, whole: str, told: Beside) -> bool:
    if len(pairs(told.asked)) == 1 or whole in _named(w, told) or part in _named(p, told):
        return True
    said = words_in(w.before + w.behind + p.before + p.behind, told.asked.demands)[0]
    return any(word.of and word.of <= {part, whole} for word in said)


def _is_rest(said: str, part: str, told: Beside) -> bool:
    if not REST.search(said) or not ALL.search(said) or _lacks(said, part):
        return False
    named = told.named(said)
    return not named or part in named


def _is_of_another_unit(one: Figure, told: Beside) -> bool:
    """才60几个学时, 只有82, beside people."""
    is_bare = not one.unit and not one.before and not one.opens
    is_of_hours = is_bare or ONLY.search(one.before) or f"满{one.value}" in told.asked.quantities[0].label
    if OF_HOURS.match(one.behind) or ("学时" in told.asked.quantities[0].label and is_of_hours):
        return True
    counts = [thing for thing in things(told.asked) if thing.sort != "share"]
    return bool(one.unit) and not any(is_of(one.unit, thing) for thing in counts)
