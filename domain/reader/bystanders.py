"""A figure beside those that are asked for, with a name or a unit of its own: 书记员9人, 督察12次, 另1件移送."""

from domain.patterns import pattern_of
from domain.reader import words
from domain.reader.asked import Asked
from domain.reader.contraries import is_negative
from domain.reader.everything import says_all
from domain.reader.figure_words import words_in
from domain.reader.names import is_of, things
from domain.reader.placed import Placed
from domain.reader.saying import Values
from domain.reader.trimming import short
from domain.reader.word_lists import words_of

# the same thing from another source is no other thing
SOURCE = words_of(
    "系统|平台(?!应用)|报表|台账|统计|口径|导出|显示|记录|核[对实查]后?|上报|填报|又|补[报充录]?|追加|加上|重新|更正|应[改为]|错"
)
HAN = pattern_of("[一-鿿]")
ENOUGH = 2  # signs of a name


def is_aside(one: Placed, values: Values, asked: Asked) -> bool:
    """It can be none of what is asked for, beside what is named for certain."""
    if not values or one.thing or one.rivals or one.amount.sort == "pair":
        return False
    if says_all(one.behind):
        return False  # 26件存量全结
    if is_negative(one.words):
        return True
    if one.amount.unit and not any(is_of(one.amount.unit, thing) for thing in things(asked)):
        return True
    if _is_rather_it(one, values, asked):
        return False
    said = words.FILLER.sub("", short(one.words))
    return len(HAN.findall(said)) >= ENOUGH and not SOURCE.search(one.words)


def _is_rather_it(one: Placed, values: Values, asked: Asked) -> bool:
    """评价790, 收回755个有效, where 760 were on record: by its words the one that is told, and nearer to it."""
    said = [word.of for word in words_in(one.before + one.behind, asked.demands)[0] if word.kind == "role"]
    return any(
        abs(one.amount.value - asked.last[label]) < abs(values[label] - asked.last[label])
        for label in set(values) & set(asked.last)
        if any(label in of for of in said)
    )
