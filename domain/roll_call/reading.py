"""The monthly round of a department: how many should file, how many filed, how many records. Counts only."""

from dataclasses import replace

from domain.ours import without_theirs
from domain.patterns import pattern_of
from domain.reservations import is_reserved
from domain.roll_call import doubts
from domain.roll_call.accounts import Account, Marks
from domain.roll_call.added import without_added
from domain.roll_call.answer import Field, Problem, RollCall, Round, jump
from domain.roll_call.certain import is_of_records, is_sure
from domain.roll_call.ordinary import ordinary
from domain.roll_call.parts import without_parts
from domain.roll_call.put_right import without_difference, without_slips, without_wrong
from domain.roll_call.told import Told, told
from domain.roll_call.told_before import without_no_matter
from domain.roll_call.ways import ways
from domain.roll_call.whose import in_other_words, is_theirs, names_another, of_the_month, of_the_unit, without_own_name

AGAINST = 4  # what arithmetic counts for
CLEAR = 2  # so much better than the next one that says something else
CONFIRMED = pattern_of(r"[,;。 ]*确实(?:如此|是|没错)?(?=[0-9]|[,;。!]|$)")
LAST = "[和跟与同]上个?月(?:的|份)*"
ALIKE = "(?:一个?样|相同|一致|持平)"
SAME = pattern_of(
    r"(?:人[数员]?)?(?:[没不未]有?(?:进|增加?|多|来)(?:人|的)?)[也,\s]*(?:[没不未]有?(?:出|减少?|少|走)(?:人|的)?)|"
    rf"(?:总?人[数员]?|人头)(?:{LAST})?(?:都|也|还是)?(?:没有?(?:变化?|动)|[不未无]变化?|有没有变|{ALIKE})"
    rf"|{LAST}(?:人数)?{ALIKE}|(?:没动|(?<=[0-9人个])没有?变)(?=$|[,;。\s])|(?<=[,;。\s])(?:人数)?[一直都也]*没有?变[化动过]?(?=$|[,;。\s])"
)
SAME_IN_ALL = pattern_of(
    rf"^(?:[本这]个?月|我们?[庭院局]?|本[庭院局]|都|也|数据?|情况|全部|,| )*{LAST}(?:数[据字]?|情况|填报情况|报的)*"
    rf"(?:都|全|完全|是)*(?:{ALIKE}|没变|不变)?[的了。!]*$"
)


def read(text: str, asked: Field | None, headcount: int | None, of: Round | None = None) -> RollCall | Problem:
    """An answer in plain Chinese. `asked` is the one figure that the last question was about, if it was one.

    `headcount` is how many should file as far as is known; "zero report" and "all of them" mean that many.
    """
    plainly = without_theirs(ordinary(text) or "?", lambda clause: is_theirs(clause, of))
    plainly = in_other_words(doubts.NOT_COUNTED_YET.sub("", plainly), of.month if of else 0)
    plainly = without_no_matter(without_slips(plainly))
    if doubts.is_question(plainly):
        return "not-understood"
    if doubts.is_about(plainly) or is_reserved(plainly):
        return "about"
    confirmed, added = CONFIRMED.search(plainly), without_added(CONFIRMED.sub("", plainly))
    if added is None:
        return "does-not-add-up"
    plainly = without_wrong(added)
    if of and of.last and asked is None and SAME_IN_ALL.match(plainly):
        return of.last
    if (monthly := of_the_month(plainly, of.month if of else 0)) is None:
        return "other-month"
    if (own := of_the_unit(without_parts(monthly.strip(" ,")), of)) is None:
        return "other-unit"
    own, by_last = without_difference(own, of.last.records if of and of.last else None)
    if names_another(own, of):
        return "other-unit"
    found = None if doubts.is_risky(own) else told(SAME.sub("", without_own_name(own, of)))
    if found is None:
        return "not-understood"
    answer = _best(found, asked, headcount, same=bool(SAME.search(own)))
    return answer if isinstance(answer, str) else _weighed(answer, plainly, by_last, headcount, sure=bool(confirmed))


def _weighed(
    answer: RollCall, text: str, by_last: int | None, headcount: int | None, *, sure: bool
) -> RollCall | Problem:
    if doubts.may_be_nobody(text, answer):
        return "not-understood"
    if by_last is not None and answer.records not in (None, by_last):
        return "does-not-add-up"
    return answer if sure else jump(answer, headcount) or answer


def _best(found: Told, asked: Field | None, headcount: int | None, *, same: bool) -> RollCall | Problem:
    marks = replace(_marks(found, asked), same=same)
    held: list[Account] = []
    for way in ways(found, asked, headcount):
        if held and way.score <= max(map(_score, held)) - CLEAR:
            break
        one = Account(way, found, marks, asked, headcount)
        held += [one] if one.is_possible and one.is_whole else []
    held.sort(key=_score, reverse=True)
    if not held:
        return "not-understood"
    best, rivals = held[0], [one for one in held if one.answer != held[0].answer]
    if rivals and _score(best) - _score(rivals[0]) < CLEAR:
        return "not-understood"
    if best.is_contradicted:
        return "does-not-add-up"
    if not is_sure(best):
        return "not-understood"
    if best.answer != RollCall():
        return best.answer
    if headcount is None:
        return "headcount-missing"
    return RollCall(headcount) if same and asked == "should" else "not-understood"


def _score(one: Account) -> int:
    return one.way.score - AGAINST * one.is_contradicted


def _is_nothing(found: Told) -> bool:
    """就那一条，别的没了 leaves one."""
    said = [n for n, one in enumerate(found.tokens) if one.kind == "nothing"]
    return any(n == 0 or found.tokens[n - 1].kind != "rest" for n in said)


def _marks(found: Told, asked: Field | None) -> Marks:
    is_all = found.has("all") or (found.has("done") and found.has("figure", "zero", "none", "nothing"))
    return Marks(
        all=is_all and not is_of_records(found),
        zero=found.has("zero"),
        none=found.has("none"),
        nothing=asked in (None, "records") and _is_nothing(found),
        rest=found.has("rest") or "除" in found.text,
    )
