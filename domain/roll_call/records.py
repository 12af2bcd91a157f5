"""Whether the records of an answer may be others than those that are counted: some do not stand, or are of others."""

from collections.abc import Iterator
from itertools import pairwise

from domain.patterns import pattern_of
from domain.reader.word_lists import any_of
from domain.roll_call.accounts import Account
from domain.roll_call.told import PEOPLE
from domain.roll_call.words import DIGIT

# 3条含重复1条, 2条其中1条转给刑庭了, 今年5条, 比上月多1条
NOT_THESE = pattern_of(
    any_of(
        "误[填录报记登]|[填录报记登][错重]|删|[注撤已]销|重复|有效|无效|不符|不属|别[人家庭]|不该|不应|不算|[没未]算|合并|同一[条件]",
        "是(?![我本咱])[^,;。]{1,8}[庭局]的?(?=$|[,;。])|每[个月周天]|平均|(?:[昨前今]天|刚才?)(?:的|发生|过问|打招呼)",
        "(?:转|移|划|归|(?<![家亲眷])属)(?:给|交|到|于|在)?[^,;。]{1,5}[庭局]",
        f"今年|本年|全年|以来|至今|(?<![比较跟和与同])上个?月|[以之]前的(?=$|[,;。{DIGIT}])|下个?月|前几个?月",
        f"(?:多|少|增加?|减少?)了?[{DIGIT}]+[条件起]",
    )
)
OF_ONE_KIND = pattern_of("领导干部|内部人员|法院内部|院领导")  # of the two kinds whose matters are recorded
ONCE_MORE = pattern_of("对|就|共|合计|总|没错|仍|还是|确认|应|以上|故|因此|所以|即")
PUT_RIGHT = pattern_of(f"(?:应该?|实际?|改|更正)[为是成][{DIGIT}]+[条件起]")
SOME = pattern_of(r"没有?(?:其[他它]|别的|重大|书面)|(?<![没所])有[了的]?(?=$|[,;。])")  # 没人干预，打听的有


def are_open(one: Account) -> bool:
    if one.answer.records is None:
        return False
    if "item" in one.values and "records" not in one.values:
        return True  # 2条，哦1条: nobody says that they are to be added up
    if one.answer.records:
        is_put_right = PUT_RIGHT.search(one.told.text)
        return not is_put_right and (_are_told_twice(one) or any(map(NOT_THESE.search, _of_no_people(one))))
    return bool(SOME.search(one.told.text)) or len(set(OF_ONE_KIND.findall(one.told.text))) == 1


def _of_no_people(one: Account) -> Iterator[str]:
    """The clauses."""
    people = [token.start for token in one.told.tokens if token.unit in PEOPLE]
    return (one.told.text[a:b] for a, b in one.told.parts if not any(a <= start < b for start in people))


def _are_told_twice(one: Account) -> bool:
    """庭长1条，小李1条: as many, or the same?"""
    found = [one.told.tokens[n] for role, n in one.placed if role == "records"]
    return any(not ONCE_MORE.search(one.told.text, a.end, b.start) for a, b in pairwise(found))
