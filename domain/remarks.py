"""What a leader writes below a weekly report: that it was read (圈阅), or a remark (批示) that asks for something.

In doubt it is a remark: that goes to a person, who may still say that nothing is asked.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date

from domain.calendar import Calendar
from domain.deadlines import find_deadline
from domain.numbers import level
from domain.patterns import pattern_of
from domain.reader import departments
from domain.reader.word_lists import words_of

READ = words_of(
    "(?:已|均已|都已)?(?:圈阅|阅知|阅悉|阅过|阅)了?|(?:已|均)?知悉|(?:已|均)?悉|知道了|已?了解了?|(?:已)?收到|看过了?|已看",
    "(?:无|没有?)(?:不同|其他|其它)?意见|(?:无|没有?)异议|(?<!不)(?<!未)(?:完全|原则上?|拟)?(?:同意|赞同|赞成)",
    "(?:同意|可)?按(?:此|上述意见|拟办意见|方案)(?:办理|执行|办)|照办|可行|可以|(?<!不)可(?!能|否)|(?<!不)行(?!不)",
    "(?:很|挺|非常|都|蛮)?(?:好|不错|扎实|到位)的?|大家?辛苦了?|同志们辛苦了?|辛苦|谢谢|感谢|赞|ok|OK|Ok|好嘞|嗯+",
    "再接再厉|继续(?:努力|保持|加油)|保持(?:下去|住)|加油|进展(?:顺利|良好)|(?:值得|予以|给予|充分)?肯定(?:成绩)?|有(?:成效|进步)",
    "[👍👌🆗✅👏🙏💪🌹]️?",
)
# what stands beside such words and says nothing by itself
BESIDE = words_of(
    r"(?:本|这|该|上)?(?:期|周|次)?(?:的)?(?:周报|通报|简报|情况|内容|材料|报告|工作|成绩|意见)|第[0-9一二三四五六七八九十百]+期",
    r"(?:[0-9]{4}[年./-])?[0-9]{1,2}[月./-][0-9]{1,2}日?|今天|今日|本人|以上|上述|总体|整体|基本|全部|希望|望|请|我|均|都|也|已|很|的|了|啊|吧|呢|哈|哦",
)
SIGNS = pattern_of(r"[\s,，。.、;；:：!！~～…“”\"'（）()《》<>\-—_]+")
ASKS = pattern_of(r"[?？]")
CODE = pattern_of(r"(?<![0-9.])[0-9]\.[0-9]{1,2}\.[0-9]{1,2}(?![0-9.])")
AND = "(?:、|，|,|和|及|与|以及|并|还有)"  # between departments that something is asked of together
PIECE = 4  # signs of a name that a text has in common with it


def is_read(text: str) -> bool:
    """阅, 同意, 已阅，很好: nothing is left when such words are taken out. A question asks for something."""
    text = level(text)
    if ASKS.search(text):
        return False
    left, found = READ.subn(" ", text)
    return found > 0 and not SIGNS.sub("", BESIDE.sub(" ", left))


def owners(text: str, units: Collection[str], leads: Mapping[str, str], matters: Mapping[str, str]) -> tuple[str, ...]:
    """The departments that it names together; else those that lead what it names. None where it leaves that open.

    `units` are names and other names of departments, `leads` has who leads by indicator code, `matters` by the names
    of indicators and their demands.
    """
    text = level(text)
    together = list(_together(text, units))
    named = departments.named(text, units)
    if named and named in units:
        return next((names for names in together if named in names), (named,))
    if len(together) == 1:
        return together[0]
    if codes := set(CODE.findall(text)):
        return tuple(sorted({leads[code] for code in codes if code in leads}))
    shared = {name: _common(name, text) for name in matters}
    most = max(shared.values(), default=0)
    return _only({matters[name] for name, n in shared.items() if n == most}) if most >= PIECE else ()


def _together(text: str, units: Collection[str]) -> Iterator[tuple[str, ...]]:
    """立案庭、法警大队和执行局: departments named one after the other."""
    if not (names := sorted(filter(None, units), key=len, reverse=True)):
        return
    one = f"(?:{'|'.join(map(re.escape, names))})"
    for found in re.finditer(f"{one}(?:{AND}{one})+", text):
        yield tuple(re.findall(one, found[0]))


def _only(found: set[str]) -> tuple[str, ...]:
    return tuple(found) if len(found) == 1 else ()


def _common(name: str, text: str) -> int:
    """How many signs the longest piece has that both share."""
    most = 0
    for start in range(len(name)):
        while start + most < len(name) and name[start : start + most + 1] in text:
            most += 1
    return most


def limit(text: str, today: date, calendar: Calendar) -> date | None:
    """By when it is asked for; None where the text leaves that open (尽快), or says no day that can be kept."""
    found = find_deadline(text, today, calendar)
    return found.day if found and found.day and found.day > today else None


def headline(text: str, most: int) -> str:
    """The beginning of it, on one line: a title."""
    one = re.sub(r"\s+", " ", text).strip()
    return one if len(one) <= most else f"{one[:most]}…"
