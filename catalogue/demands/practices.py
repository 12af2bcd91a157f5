"""What is to be done, where no figure says how much: 建立…机制, 开展…, 6月底前成立…."""

from collections.abc import Iterator

from catalogue.demands import choices, naming
from catalogue.demands.demand import Demand
from catalogue.demands.said import LIMIT, Said, Sentence
from catalogue.demands.wording import CODE
from domain.kinds import KindName
from domain.patterns import pattern_of

DONE = (
    "建立|健全|完善|制定|出台|编制|修订|印发|开展|落实|推进|推动|推行|推广|组织|成立|设立|配备|建设|建成|开通|实施|实行|加强|强化"
    "|深化|规范|严格|做好|参与|参加|举办|召开|执行(?!工作|信访|案件|质效)|对标|打造|创建|优化|提升|加大|坚持|聚焦|利用|围绕|全面|积极|充分|深入|认真|完成"
)
DONE_SO = pattern_of(
    "全覆盖|覆盖(?:全部|全体|所有|各)|到位|健全|完善|常态化|落实|规范运行|应[一-鿿]尽[一-鿿]|按[期时](?:开展|召开|完成|反馈|上报)"
)
BEGINS = pattern_of(rf"\s*(?:积极|全面|充分|深入|认真|扎实|切实|持续|大力|有效|进一步|并|\x04|\s)*(?:{DONE})")
GROUNDS = pattern_of(r"^\s*(?:根据|按照|依据|结合)[^,，]{2,40}[,，]\s*于?")
SHORTEST = 4  # signs; 完工通车 says of nothing what is done
SCORING = pattern_of("扣|[得计加]满?分|得[^,]{0,4}分")
HOW = pattern_of(
    r"^\s*(?:并|\x04)?(?:根据|按照|依据|结合|通过|综合采取|采取|围绕|针对|对(?!标)|为(?!了?民)|随着|在(?![线建职岗]))"
    "|(?:[中时后下内的]|标准|基础上|要求)$"
)
MAYBE = "这一句没有印数，可能是要求，也可能只是说明"


def practices(sentence: Sentence, said: list[Said]) -> Iterator[Said]:
    """One of a sentence that demands nothing else; of another one those clauses that stand by themselves.

    What else is printed beside a demand is asked about: nothing is left out unseen.
    """
    if not said:
        limited = [clause for clause in sentence.clauses() if _is_milestone(sentence, *clause)]
        whole = [(sentence.start, sentence.end)]
        yield from (_practice(sentence, *clause) for clause in (limited if len(limited) > 1 else whole))
        return
    clauses = list(sentence.clauses())
    taken = [any(one.start < end and start < one.end for one in said) for start, end in clauses]
    for n, (start, end) in enumerate(clauses):
        words = sentence.masked[start:end]
        if taken[n] or (LIMIT in words and not _is_milestone(sentence, start, end)):
            continue
        behind = n + 1 < len(clauses) and taken[n + 1]
        if behind and _needs_subject(sentence, clauses[n + 1], said):
            continue
        if BEGINS.match(words) or DONE_SO.search(words) or _is_milestone(sentence, start, end):
            yield _practice(sentence, start, end)
        elif _may_be_one(sentence, start, end):
            yield _practice(sentence, start, end, MAYBE)


def _is_milestone(sentence: Sentence, start: int, end: int) -> bool:
    """12月底前完工 only says by when what stands before it is done."""
    return LIMIT in sentence.masked[start:end] and len(naming.own(sentence, start, end)) > SHORTEST


def _may_be_one(sentence: Sentence, start: int, end: int) -> bool:
    """水库安全度汛: neither figure nor verb says so, and yet it may be demanded; 每低1分扣0.5分 is not."""
    words = sentence.masked[start:end].replace(CODE, "").strip()
    return len(words) > SHORTEST and not (SCORING.search(words) or HOW.search(words))


def _needs_subject(sentence: Sentence, clause: tuple[int, int], said: list[Said]) -> bool:
    """开展应急演练，每年不少于2次: the words before are what is counted."""
    first = min((one.start for one in said if clause[0] <= one.start < clause[1]), default=clause[0])
    return len(naming.own(sentence, clause[0], first)) < SHORTEST


def _practice(sentence: Sentence, start: int, end: int, doubt: str = "") -> Said:
    name = naming.short(GROUNDS.sub("", sentence.words(start, end))) or sentence.source(start, end)[: naming.LONGEST]
    is_day = LIMIT in sentence.masked[start:end]
    source = sentence.source(start, end)
    others = (choices.NOT_DEMANDED,) if doubt else ()
    kind: KindName = "milestone" if is_day else "practice"
    return Said(start, end, Demand(name, "=", None, "是", "是否", "B", kind, source, doubt=doubt, alternatives=others))
