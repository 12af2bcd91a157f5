"""A question of something else behind the figures: …。国庆值班的补贴表啥时候报？ It takes nothing back of them.

It holds no figure, no word of the form and none that speaks of what was told; where it leads to something else,
另外, 对了, so does what stands behind it.
"""

import re

from domain.numbers import level
from domain.patterns import pattern_of
from domain.reader.asked import Asked
from domain.reader.figure_words import OWN, words_in
from domain.reader.word_lists import any_of

PARTS = pattern_of(r"((?<=[?？])|[,，。;；!！\n~～…]+|\s+(?=[一-鿿]))")
ASKS = pattern_of(
    any_of(
        "[?？]$",
        "什么时候|啥时候|几[点号时](?!前)|哪[里儿天位]|[吗么]$",
    )
)
# of what was told, or of whether and how it is told
OF_TOLD = pattern_of(
    any_of(
        "哪一?[个种]|(?<!次)数(?!学|码)|率|比例|算|口径|统计|[对行]吗|对不对|行不行|可以吗|[好成]吗|这样|这么|多少|要不要(?!也|一[起并])|[是该能]不[是该能]|是否|能否|需不需要|吧[?？]?$",
        "^(?:那|这)?(?:个|些|[0-9一二三四五六七八九十])|^(?:我|我们)?(?:报|填|录)|去年|前年|上[个一]?[月年季]|下个?[月季]|同期|漏|错|改|(?<!考)核",
    )
)
FIGURE = pattern_of("[0-9]|[一二两三四五六七八九十百]+[件个人名位份条次项通家起]")
PLACE = pattern_of("[0-9一二两三四五六七八九十]{1,4}(?:号?楼|层|号?会议室|室|号窗口)")
LEADS = pattern_of("^(?:[0-9][、.)])?(?:另外|对了|还有|顺便|顺带|再问|问一?下|再麻烦)")
# 另外请教下，上年度收案按立案时间算？: up to the end, of what is told nowhere before it
POLITE = pattern_of("请教|请问|咨询|问一?下")
CONSULTS = pattern_of(f"^(?:[0-9][、.)])?(?:另外|对了|还有|顺便|顺带)[^0-9]{{0,3}}(?:{POLITE.pattern})")
NOTE = pattern_of(r"\s*[(（](?P<said>[^()（）0-9\n]{4,24})[)）][。\s]*$")
# 到位金额财务还在对账，先不报
NOT_NOW = pattern_of(
    r"(?P<open>(?:^|(?<=[,，。;；\s]))[^,，。;；0-9]{2,16}(?:还在|还没|没[出给到]|在[核对]|没下来|没导)[^,，。;；0-9]{0,8})[,，\s]+(?:就|我)?[先暂](?:时|且)?[不别](?:上?报|填|录|写)[了啊哈哦吧]*(?=[。.!！~～\s]*$)"
)
TALK = 6  # signs
UNITS = "件个人名位份条次项通起天万元%"
COUNTS = pattern_of(rf"[0-9]+(?:\.[0-9]+)?(?:[{UNITS}]|(?![一-鿿]))|[一二两三四五六七八九十百]+[{UNITS}]")


def without_questions(text: str, asked: Asked) -> str:
    """As it stands where nothing but questions would be left."""
    if "\t" in text or not (ASKS.search(text) or POLITE.search(text)):
        return text
    parts = PARTS.split(text)
    kept, is_left, told = "", False, False
    for clause, pause in zip(parts[::2], [*parts[1::2], ""], strict=True):
        said = PLACE.sub("", level(clause)).strip()
        if told and CONSULTS.match(said) and _is_untold(kept, text[len(kept) :], asked):
            return kept
        leads = bool(LEADS.match(said)) and len(said) >= TALK
        is_asked = told and _is_of_else(said, asked) and bool(is_left or ASKS.search(said))
        is_left = is_asked and (is_left or leads)
        told = told or bool(FIGURE.search(said))
        kept += "" if is_asked else clause + pause
    return kept if FIGURE.search(kept) else text


def without_note(text: str, asked: Asked) -> str:
    """（调解员人数人事在核）, at the end: a clause like others, where it speaks of what was not told."""
    note = NOTE.search(text)
    is_open = note and _is_untold(text[: note.start()], note["said"], asked)
    return f"{text[: note.start()].rstrip()}，{note['said']}" if note and is_open else text


def without_not_now(text: str, asked: Asked) -> str:
    """That what is still open is not reported now takes nothing back of what was told."""
    later = NOT_NOW.search(text)
    is_open = later and _is_untold(text[: later.start()], later["open"], asked)
    return f"{text[: later.start()]}{later['open']}" if later and is_open else text


def _is_untold(told: str, behind: str, asked: Asked) -> bool:
    """The question names what is wanted, and none of what was told; no figure stands in it."""
    if re.search("[0-9]{2}", level(behind)):
        return False
    named, known = (
        frozenset().union(*(word.of for word in words_in(level(side), asked.demands)[0] if word.kind in OWN))
        for side in (behind, told)
    )
    return bool(named) and not named & known


def _is_of_else(said: str, asked: Asked) -> bool:
    if OF_TOLD.search(said) or COUNTS.search(said):
        return False
    return not any(word.kind in OWN for word in words_in(said, asked.demands)[0])
