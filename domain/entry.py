"""An entry of a register: on which day, and what it was. Read like a meeting; it may be another department's."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Literal

from domain import meeting
from domain.cadences import Period
from domain.meeting import Meeting
from domain.patterns import pattern_of
from domain.titles import title

Problem = meeting.Problem
CASE, ACT = "典型案例", "特色活动"
TRIED = pattern_of("(?<!模拟)开庭|审[理判了结]|案件?$")  # a case, where an activity is wanted
BY_US = pattern_of(
    r"(?<=[一-鿿》”]{2})(?:[,，\s]*[和与跟同][^,，。]{1,8}?(?=一起|联合|共同))?"
    r"(?:我们?)?(?:一起|联合|共同)?[搞办做弄][的了]$"
)
# what was done with it, before its title
DONE = pattern_of(
    r"^(?:[一-鿿]{1,4}的就?是(?=[《“\"])|[那这][次场个]是|名?叫(?=[《“\"])|题为|[上讲][的了](?=[《“])|才(?=[办搞发推上做][的了])|的(?!士|确)|了(?!解|不起)|是(?!非))(?=[《“一-鿿]{3})|^补(?:办|开|搞|上|做)[了的]?(?=[《“一-鿿]{3})|^[改换][成为]了?(?=[《“一-鿿]{3})|^(?:发布|推送|刊[登发])[的了](?=[《“一-鿿]{3})|^就?(?:这|那)?一?[篇条期则](?=《)|^(?:案[例件]|题目|标题)(?=[《“一-鿿]{3})(?!案)"
    r"|^(?:我们?[庭院局]?|本[庭院局])?(?:组织)?(?:开展|举办|举行|(?:一起|联合|共同)?[搞办做弄](?=[了的]))[了的]?"
    r"(?:一[次场期堂个])?(?=[《“\"「一-鿿])"
)


def _without_done(text: str) -> str:
    while (bare := DONE.sub("", text)) != text:
        text = bare
    return text


def _title(text: str) -> str | None:
    return title(_without_done(text.strip()))


def read(
    text: str,
    asked: Literal["day", "topic"] | None,
    today: date,
    period: Period,
    others: Iterable[str] = (),
    wanted: str = "",
) -> Meeting | Problem:
    """`others` are the names of the departments that do not answer here, `wanted` the notice's words for the entry."""
    answer = meeting.read(text, asked, today, period, others, _title, is_case=CASE in wanted, wanted=wanted)
    if isinstance(answer, str):
        return answer
    if ACT in wanted and answer.topic and TRIED.search(answer.topic):
        return "not-understood"
    return replace(answer, topic=answer.topic and BY_US.sub("", _without_done(answer.topic)))
