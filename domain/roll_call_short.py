"""The three figures of a round in the fewest signs, put in full: 应31实31记0, 31人里30人填了, 31分之30."""

import re

from domain.numbers import value_of
from domain.patterns import pattern_of
from domain.roll_call_text import FIGURE, PERSON
from domain.roll_call_words import FILL, Field

N = rf"(?>{FIGURE})"
NOT_RECORDS = r"(?!\s?[条件])"
BEGINS = r"(?:^|(?<=[\s,;。、/0-9人名位个条零一二三四五六七八九十]))"
SIGNED = (
    (pattern_of(rf"{BEGINS}应(?:到|交)?(?P<n>{N}){PERSON}?{NOT_RECORDS}[\s,、]*"), "应填{n}人,"),
    (pattern_of(rf"{BEGINS}[已实](?:到|交)?(?P<n>{N}){PERSON}?{NOT_RECORDS}[\s,、]*"), "已填{n}人,"),
    (pattern_of(rf"{BEGINS}记(?:为|是|:)?(?P<n>{N})[条件]?[\s,、]*"), "记录{n}条,"),
)
# 31应31实
BEHIND = pattern_of(
    rf"^(?P<all>{N}){PERSON}?应(?![填报])[,、\s/]*(?P<some>{N}){PERSON}?[已实填报](?:[填报]了?)?(?=[\s,;。、0-9]|$)[\s,、]*"
)
APART = pattern_of(rf"(?<=[0-9零一二三四五六七八九十人条])(?=(?:应|[已实]){FILL}{N})")
# 还是按38人填
BY_SO_MANY = pattern_of(rf"(?:还是|仍|就|也)*按照?(?P<n>{N}){PERSON}?(?:来|去)?[填报](?!了)")
# 应填已填都是31人
BOTH = pattern_of(
    rf"应(?:{FILL})?(?:人数)?[、和及/\s]?[已实](?:{FILL})?(?:人数)?(?:都|均|全|一样)(?:[是为]|:)?(?P<n>{N}){PERSON}?"
)
FILED = rf"(?:{FILL}|弄|交|完成)(?:完成|完毕|好|完|齐|了|过|掉|{FILL})*"
SOME_OF = pattern_of(
    rf"^(?:一?共|总共|全庭|在册|应填)?(?P<all>{N})(?P<who>{PERSON})?(?:[中里]面?(?:头)?|当中|之中|中间|,|\s)*(?<!\s)"
    rf"(?:目前|现在|已经?|有|只|就|才|实际)*"
    rf"(?:(?P<some>{N}){PERSON}(?:目前|现在|已经?|都)*{FILED}|{FILED}(?P<filed>{N}){PERSON}?{NOT_RECORDS})"
    r"(?=\s*(?:$|[,;。 ]))"
)
SHARE = pattern_of(rf"(?P<all>{N})分之(?P<some>{N})")
FILED_FIRST = pattern_of(
    rf"^(?P<some>{N}){PERSON}{FILED}[,;\s]+(?:一?共|总共|应填?)(?P<all>{N}){PERSON}?"
    rf"|^{FILED}(?P<filed>{N}){PERSON}?[,;\s]+(?:一?共|总共|应填?)(?P<whole>{N}){PERSON}?"
)
# 两个没填，其余36人都填了
THE_REST = pattern_of(
    rf"(?:其余|其他|其它|剩下|另外)(?:的)?(?P<n>{N}){PERSON}?(?:同志)?(?:都|全|均|已经?)*(?:{FILL})(?:完|好|齐|报)?了?"
)
ALONE = pattern_of(rf"^(?:一?共|总共|共计|合计)有?(?P<n>{N})(?P<who>{PERSON})?$")
# 已填应该是36，前面报错了: no guess where something is put right
GUESSED = pattern_of(rf"应(?:该|当)[是为](?=\s?{N})")
PUT_RIGHT = pattern_of(r"更正|订正|改|错|不是|有误|不对")
NOT_BUT = pattern_of(rf"(?:不是|并非)\s?{N}(?:{PERSON}|[条件])?[,;\s]*(?:而)?是(?=\s?{N})")
BUT_NOT = pattern_of(rf"(?P<now>{N}(?:{PERSON}|[条件])?)[,;\s]*(?:而)?(?:不是|并非)\s?{N}(?:{PERSON}|[条件])?")


SLASHES = pattern_of(r"(?<=[0-9人])\s?/\s?(?=[应已实记])")


def put_right(text: str) -> str:
    """Of a correction what holds now."""
    text = GUESSED.sub("是", text) if PUT_RIGHT.search(text) else text
    return NOT_BUT.sub("更正为", BUT_NOT.sub(r"\g<now>", text))


def at_length(text: str, asked: Field | None) -> str:
    if asked == "filed" and (alone := ALONE.match(text)):
        return f"{alone['n']}人"
    text = BY_SO_MANY.sub(r"应填\g<n>人", SLASHES.sub(",", text))
    text = BOTH.sub(r"应填\g<n>人,已填\g<n>人,", THE_REST.sub(r"已填\g<n>人", text))
    text = SHARE.sub(_some_of, FILED_FIRST.sub(_some_of, SOME_OF.sub(_some_of, text)))
    text = BEHIND.sub(lambda match: f"{_some_of(match)},", text)
    for sign, long in SIGNED:
        text = sign.sub(lambda match, long=long: long.format(n=match["n"]), text)  # type: ignore[misc]
    return APART.sub(",", text).rstrip(",")


def _some_of(match: re.Match[str]) -> str:
    named = match.groupdict()
    everybody = value_of(named["all"] or named.get("whole") or "")
    some = value_of(named["some"] or named.get("filed") or "")
    if everybody is None or some is None or some > everybody:
        return match.group()
    return f"应填{everybody}人,已填{some}人"
