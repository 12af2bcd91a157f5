"""What is told of the other points where the one that is asked about is put off: 责任制是健全的，问题数要机关党委汇总.

重复访第3，案访比这回没公布; 违纪的没有，错案那栏要审管办认定. Nothing is said of that one, and it stays asked.
"""

from collections.abc import Callable
from dataclasses import replace

from domain.numbers import level
from domain.patterns import pattern_of
from domain.reader.asked import Heard
from domain.reader.point_names import Point, named
from domain.reader.question import Question
from domain.reader.word_lists import any_of

SHAPES = ("yes", "occurrence", "rank")
PARTS = pattern_of(r"([,，;；。!！\n]+)")
# why nothing is told of it
LATER = pattern_of(
    any_of(
        "(?:没有?|未|没给|还没)(?:正式|最终|对外)?(?:公布|通报|发布|出来?|发|下来|统计|定|收到|拿到|给|汇总|核)(?:排名|名次|数据?|结果)?[的了呢]*$|待定|暂无|等通报",
        "(?:等|待|要|得|由|归|让|须)[^,，;；。]{1,12}?(?:认定|汇总|统计|打分|出数|核|确认|公布|通报|提供|下来|定)[^,，;；。]{0,8}$",
        "还在(?:导|核|统计|汇总|查|对|算|等|跑)[^,，;；。]{0,6}$|(?:我|这边)?先不报$|(?:再|晚点|稍后|回头|明天)(?:另行?|单独)?(?:答复|报|填|补|告诉|回复|给)(?:[您你])?$",
    )
)
# and what is said behind it of the same: 我给不了, 我们自己不好说, 再答复你
NOT_YET = pattern_of("还没|尚未|还未")  # of a place: it will come, and is waited for
GOES_ON = pattern_of(
    r"^(?:我们?|这边|自己|到时候?|先|再|就)*(?:不好说|说不好|给不了|报不了|先不报|不报|填不了|不清楚|不掌握|再(?:报|答复|告诉|填|补)[^0-9]{0,4})[了的]*$"
)
THIS_MAY = pattern_of(r"^(?:这个|这项|前面(?:这|那)个?|那个)?(?:可以|能|先)[填报记][了的]?$")


def heard(found: Heard, text: str, question: Question, hear: Callable[[str, Question], Heard]) -> Heard:
    if question.shape not in SHAPES or (found.values and not found.doubt):
        return found
    alike = [one for one in question.points if one.shape in SHAPES]
    asked = next(one for one in alike if one.seq == question.seq)
    if question.shape == "rank" and NOT_YET.search(text):
        return found
    rest = _without_asked(text, asked, alike)
    of = named(level(rest), alike) if rest else ()
    if not of or asked in of:
        return found
    again = hear(rest, replace(question, shape=of[0].shape, seq=of[0].seq))
    is_told = again.values and not again.doubt and set(again.values) == {f"#{one.seq}" for one in of}
    return Heard("report", again.values) if is_told else found


def _without_asked(text: str, asked: Point, points: list[Point]) -> str:
    """Empty where it is not put off."""
    parts = PARTS.split(text)
    kept, is_of_it, is_put_off = "", False, False
    for clause, stop in zip(parts[::2], [*parts[1::2], ""], strict=True):
        said = level(clause.strip())
        spoken = named(said, points)
        is_asked = _speaks_of(said, asked, points) and spoken in ((), (asked,))
        is_of_it = is_asked or (is_of_it and not spoken)
        is_put_off = is_put_off or (is_of_it and bool(LATER.search(said)))
        if is_of_it and not (LATER.search(said) or GOES_ON.match(said) or is_asked):
            return ""
        kept += "" if is_of_it or THIS_MAY.match(said) else clause + stop
    return kept if is_put_off else ""


def _speaks_of(said: str, asked: Point, points: list[Point]) -> bool:
    """错案那栏, 问题发生数: by two signs of its name that none of the others has."""
    others = "\n".join(one.bare for one in points if one is not asked)
    pairs = {asked.bare[at : at + 2] for at in range(len(asked.bare) - 1)}
    return any(pair in said and pair not in others for pair in pairs)
