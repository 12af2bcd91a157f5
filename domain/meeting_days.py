"""The days that are named in the report of a meeting, and the one of them on which it was held."""

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

from domain.cadences import Period
from domain.dates import Found, find_days
from domain.meeting_frame import CLOCK, FRAME, HELD_WORD, PART, trimmed
from domain.meeting_words import ON_ITS_WAY, STRUCK_OUT, UNSURE
from domain.numbers import level
from domain.patterns import pattern_of
from domain.reader.own_period import without_own

NOT_THIS_DAY = pattern_of(r"(?:约|不是|并非|打算|计划|准备|原定|预计|拟|将|[延推][^,，。]{0,3}[到至])(?:在|于|是)?\s*$")
# words in the same clause that make it a plan, a guess, or no meeting at all
GUESS = pattern_of(r"应该|好像|可能|大概|估计|也许|似乎")
NO_MEETING = pattern_of(
    r"流会|不[开办搞]了|不对|记错|写错|没开成|(?:(?<!模)拟|将|(?<![主重需])要|准备|计划|打算|原定|预计|争取)(?:于|在|召开|举行|开(?![展创拓放始发])|$)"
    r"|(?:应该|好像|可能|大概)(?=[^,，]{0,3}开)"
)
# 每月头一个周五都有: no single day
EVERY = pattern_of(
    r"每(?:逢|个?(?:月|周|星期|礼拜|季度?|天|日)(?![记报刊一]))|逢(?:年|周[一二三四五六日]|单|双)|一直(?:在|都)|常年|连[着续](?=[一二两三四五六几0-9])|[两三四五六几0-9]个$"
)
NEARBY = 8  # signs behind a day that still speak of it, and not of a topic
CLAUSE = pattern_of(r"[,，。;；\n]")
MOVED = pattern_of(
    r"[^。;；]{0,20}(?:(?:改|推迟|延期|延|调整|提前|拖|挪|推)了?(?:到|至|为|成|在|[,，]才?)了?|实际(?:上|召开|时间|日期)*|结果|最[终后]|后来?)"
    r"(?:是|为|在|于)?\s*"
)
# 9月4日因下雨改到9月16日
SHIFTED = r"(?:改期?|推迟?|延[期迟]?|顺延|挪|拖|调整)[到至]了?\s*"
# 9月4日的活动改到9月16日, 6月12日开会改为6月15日: held then, or put right
MAYBE_PUT_OFF = pattern_of(rf"[^。;；,，0-9]{{0,12}}(?:{SHIFTED}|(?:更?改|更正|变更|订正|修正|调整|换)[为成]|改)\s*")
# 6月3日没开成，6月16日补开的
FAILED = pattern_of(
    r"[^。;；,，]{0,12}(?:[没未](?:能|有)?(?:召?开|举行|办|发|推|搞)成?(?:功|了)?|取消了?|流会了?)[,，;；。\s]+(?:后来?|结果|又|改|推迟|延期|最[终后])*(?:到|至|在|于|是)?\s*"
)
MADE_UP = pattern_of(r"补上|补的(?=$|[,，。;；])")  # of what had not come about: no papers
WAS_MOVED = pattern_of(
    r"(?:^|(?<=[,，。;；]))(?:因[^,，。;；]{1,12}?|[^,，。;；]{1,4}?)?(?:推迟|延期|延后|改期|顺延|延迟)了?(?:[一两三几0-9]+个?[天周月])?"
    r"[,，;；。\s]+(?:后来?|结果|又|直|最[终后]|实际|改)*(?:到|至|在|于|是)?\s*$"
    rf"|(?:^|(?<=[,，。;；]))(?:本来|原[本定来先]|起初)[^,，。;；]*[,，。;；]\s*(?:后来?|结果|又|直|最[终后])*{SHIFTED}$"
)
HELD_AT_LAST = pattern_of(
    r"\s*(?:[上下]午|晚上?)?(?:才|已|补|又|正式)*(?:召开|开[了的过成]|开$|举行|[办搞上][了的]|发[了的]|发布|推送|刊登|补(?:[上办开搞做][的了]?|的(?=$|[,，。;；])))"
)
# 周五上午9点会议室: it may be the coming one
COMING = pattern_of(r"(?:周|星期|礼拜)[一二三四五六日天]")
HAS_BEEN = pattern_of(r"[开办搞做完]好?[了过完的]|已|召开|举[行办]")
WEEKDAY = pattern_of(r"(?:周|星期|礼拜)[一二三四五六日天]")
OWN_CLAUSE = pattern_of(r"(?:^|[,，。;；\s])(?:于|在)?$")
OF_A_TOPIC = pattern_of(r"学习|传达|贯彻|落实|根据|按照")  # 学习10月1日讲话
TO_BE_HELD = pattern_of(
    rf"(?:\s*(?:{PART}|{CLOCK}))*+\s*(?:在[^,，。;；]{{1,10}})?(?:开(?:会|[\s,，。]|$)|[^,，。]{{0,4}}会议室)"
)
MEETING_ON = pattern_of(r"开会(?:时间|日期)?(?:就?[是在]|定在?)?\s*$")
HELD_AT = pattern_of(r"[是在于]\s*$")  # 会是9月25日: a day told of what it was, and no part of a topic
HELD_THEN = pattern_of(rf"\s*(?:{PART}|{CLOCK}|\s)*+(?:在[^,，。;；]{{1,10}})?{HELD_WORD}")
HELD_ON = pattern_of(r"(?:会议)?(?:时间|日期)(?:[:：]|[是为])?\s*$|[于]\s*$")
NEAR = pattern_of(r"\s*(?:之?前|以前|之?后|以后|左右)(?!期)")
# 上半年5月12日一次，下半年10月21日一次: what is told of the other half beside
# 原定9月16日的法治夏令营因台风取消
MATTER = pattern_of(
    r"[^,，。;；《》]{0,4}的(?P<what>《[^《》]{2,30}》|[一-鿿“”]{4,30}?)(?=因|由于|受|取消|推迟|延期|改|没|[拖挪顺延][到至])(?<!活动)(?<!会议)"
)
# 更正会议日期，5月21日改为5月22日
CORRECTS = pattern_of("更正|订正|有误|[写填报记]错")
PUT_RIGHT = pattern_of(r"[\s,，]*(?:更?改[为成]|应为|应该?是|更正[为成])\s*")
OTHER_HALF = pattern_of(r"[上下]半年|去年|上一?次|上个?季度")


def days_in(text: str, today: date) -> list[Found]:
    """Every day that is named; a weekday right behind a day is a part of it, and makes it none where it is another."""
    days: list[Found] = []
    for found in find_days(level(text), today, past=True):
        before = days[-1] if days else None
        if before and WEEKDAY.fullmatch(found.written) and not text[before.end : found.start].strip(" ,，、"):
            same = before.day and found.day and before.day.weekday() == found.day.weekday()
            days[-1] = replace(before, day=before.day if same else None, end=found.end)
        elif before and WEEKDAY.fullmatch(before.written) and _is_same_weekday(before, found, text):
            days[-1] = replace(found, start=before.start)
        else:
            days.append(found)
    return days


def _is_same_weekday(first: Found, then: Found, text: str) -> bool:
    """就是那个星期五，六月十二号."""
    is_beside = not text[first.end : then.start].removeprefix("也").removeprefix("就是").strip(" ,，、")
    return bool(is_beside and first.day and then.day and first.day.weekday() == then.day.weekday())


def without_struck_out(text: str, today: date) -> str:
    """原定10月14日，后改到10月21日 speaks of the second day alone."""
    days = find_days(level(text), today, past=True)
    for first, second in pairwise(days):
        planned = STRUCK_OUT.search(text[: first.start])
        if planned and MOVED.fullmatch(text, first.end, second.start):
            matter = MATTER.match(text, first.end)
            return text[: planned.start()] + text[second.start :] + (f"，{matter['what']}" if matter else "")
        if CORRECTS.search(text[: first.start]) and PUT_RIGHT.fullmatch(text, first.end, second.start):
            return text[: first.start] + text[second.start :]
        if FAILED.fullmatch(text, first.end, second.start) and HELD_AT_LAST.match(text, second.end):
            return text[: first.start] + MADE_UP.sub("补办", text[second.start :], count=1)
    return _without_move(text, days[-1]) if days else text


def _without_move(text: str, day: Found) -> str:
    """因故延期，最终于6月16日召开 tells when it was held after all."""
    moved = WAS_MOVED.search(text[: day.start])
    if moved is None or not HELD_AT_LAST.match(text, day.end):
        return text
    return text[: moved.start()] + text[day.start :]


def day_held(text: str, days: list[Found]) -> Found | None:
    """The day that the meeting was held on, where it is certain: of several the one that the sentence says so of."""
    if len({found.day for found in days}) == 1:
        day = days[0]
        before = re.split("[,，。;；:：\n]", text[: day.start])[-1]
        certain = FRAME.fullmatch(text[: day.start]) or not OF_A_TOPIC.search(before)
        return day if certain or HELD_THEN.match(text, days[-1].end) or not trimmed(text[days[-1].end :]) else None
    if any(MAYBE_PUT_OFF.fullmatch(text, first.end, second.start) for first, second in pairwise(days)):
        return None
    held = [found for found in days if HELD_THEN.match(text, found.end) or HELD_ON.search(text[: found.start])]
    if len({found.day for found in held}) == 1:
        # 5月14日交流，5月20日开的会: which of them is meant is not said
        others = [found for found in days if found.day != held[0].day and not _is_quoted(text, found)]
        return None if any(OWN_CLAUSE.search(text[: found.start]) for found in others) else held[0]
    if held or not days or not FRAME.fullmatch(text[: days[0].start]):
        return None
    return days[0] if all(_is_of_topic(text, days[0], found) for found in days[1:]) else None


def _is_of_topic(text: str, first: Found, found: Found) -> bool:
    """学习10月1日讲话; 6月10日碰头，正式会6月17日, and 6月10日是学习，会是6月17日 tell of another meeting."""
    if found.day == first.day or _is_quoted(text, found):
        return True
    led = text[max(first.end, *(one.end() for one in CLAUSE.finditer(text, 0, found.start)), 0) : found.start]
    return bool(OF_A_TOPIC.search(led)) and not HELD_AT.search(led)


def _is_quoted(text: str, found: Found) -> bool:
    return text.count("《", 0, found.start) > text.count("》", 0, found.start)


def is_unsure(text: str, found: Found) -> bool:
    begin = max((m.end() for m in CLAUSE.finditer(text, 0, found.start)), default=0)
    close = CLAUSE.search(text, found.end)
    end = close.start() if close else len(text)
    before, behind = text[begin : found.start], text[found.end : end]
    said_so = NOT_THIS_DAY.search(text[: found.start]) or NEAR.match(text, found.end)
    no_meeting = NO_MEETING.search(behind)
    return bool(
        said_so
        or EVERY.search(before)
        or EVERY.match(behind)
        or UNSURE.search(text)
        or (COMING.fullmatch(found.written) and _is_to_be_held(text, found))
        or ON_ITS_WAY.match(text, found.end)
        or GUESS.search(before)
        or NO_MEETING.search(before)
        or (no_meeting and no_meeting.start() < NEARBY)
    )


def _is_to_be_held(text: str, found: Found) -> bool:
    to_be = TO_BE_HELD.match(text, found.end) or MEETING_ON.search(text[: found.start])
    return bool(to_be) and not HAS_BEEN.search(text)


def without_other_half(text: str, period: Period) -> str:
    """Of two clauses with a day of their own each, the one that is not of another half or year by its own words."""
    clauses = re.split("([,，;；。\\n])", text)
    other = [OTHER_HALF.search(without_own(clause, period)) is not None for clause in clauses]
    dated = [bool(re.search("[0-9一二三四五六七八九十][日号]", clause)) for clause in clauses]
    left = [n for n, is_dated in enumerate(dated) if is_dated and not other[n]]
    if not left or not any(is_other and is_dated for is_other, is_dated in zip(other, dated, strict=True)):
        return text
    return "".join(clause for n, clause in enumerate(clauses) if not (other[n] and dated[n])).strip(",，;；。")
