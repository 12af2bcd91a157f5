"""What is to be done, where no figure says how much: 建立…机制, 开展…, 6月底前成立…."""

from collections.abc import Iterator

from catalogue.demands import naming
from catalogue.demands.demand import Demand
from catalogue.demands.said import LIMIT, Said, Sentence
from domain.patterns import pattern_of

DONE = (
    "建立|健全|完善|制定|出台|编制|修订|印发|开展|落实|推进|推动|推行|推广|组织|成立|设立|配备|建设|建成|开通|实施|实行|加强|强化"
    "|深化|规范|严格|做好|参与|参加|举办|召开|执行(?!工作|信访|案件|质效)|对标|打造|创建|优化|提升|加大|坚持|聚焦|利用|围绕|全面|积极|充分|深入|认真|完成"
)
DONE_SO = pattern_of("全覆盖|到位|健全|完善|常态化|落实|规范运行|应[一-鿿]尽[一-鿿]")
BEGINS = pattern_of(rf"\s*(?:积极|全面|充分|深入|认真|扎实|切实|持续|大力|有效|进一步|并|\x04|\s)*(?:{DONE})")
GROUNDS = pattern_of(r"^\s*(?:根据|按照|依据|结合)[^,，]{2,40}[,，]\s*于?")
SHORTEST = 4  # signs; 完工通车 says of nothing what is done


def practices(sentence: Sentence, said: list[Said]) -> Iterator[Said]:
    """One of a sentence that demands nothing else; of another one those clauses that stand by themselves."""
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
        if not (BEGINS.match(words) or DONE_SO.search(words) or _is_milestone(sentence, start, end)):
            continue
        behind = n + 1 < len(clauses) and taken[n + 1]
        if behind and _needs_subject(sentence, clauses[n + 1], said):
            continue
        yield _practice(sentence, start, end)


def _is_milestone(sentence: Sentence, start: int, end: int) -> bool:
    """12月底前完工 only says by when what stands before it is done."""
    return LIMIT in sentence.masked[start:end] and len(naming.own(sentence, start, end)) > SHORTEST


def _needs_subject(sentence: Sentence, clause: tuple[int, int], said: list[Said]) -> bool:
    """开展应急演练，每年不少于2次: the words before are what is counted."""
    first = min((one.start for one in said if clause[0] <= one.start < clause[1]), default=clause[0])
    return len(naming.own(sentence, clause[0], first)) < SHORTEST


def _practice(sentence: Sentence, start: int, end: int) -> Said:
    name = naming.short(GROUNDS.sub("", sentence.words(start, end))) or sentence.source(start, end)[: naming.LONGEST]
    is_day = LIMIT in sentence.masked[start:end]
    source = sentence.source(start, end)
    return Said(start, end, Demand(name, "=", None, "是", "是否", "B", "milestone" if is_day else "practice", source))
