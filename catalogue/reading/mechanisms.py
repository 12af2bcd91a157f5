"""Standing duties in the body of a notice: proposals for the office, never tasks by themselves."""

import re
from collections.abc import Iterator, Sequence

from catalogue.papers.paper import Paragraph
from catalogue.reading.draft import Mechanism
from catalogue.reading.labels import label

_CADENCE = re.compile(
    r"每(?:年|半年|季度?|月|两?周|日|旬|双周)(?:[至不]?少?于?[一二两三四五六1-9]次)?|定期|按[月季年]|不定期|年底前?|半年一次|月报告?|季度?通报|周调度"
)
_MECHANISM = re.compile(
    r"(?:建立|健全|完善|实行|落实|执行|推行|成立)[^。；，]{0,30}(?:机制|制度|领导小组|台账|专班)|[^。；，]{2,20}(?:机制|制度)[。：:]"
)
NAME = 24


def mechanisms(paragraphs: Sequence[Paragraph]) -> Iterator[Mechanism]:
    """One for each sentence of a numbered paragraph that sets up a mechanism with a rhythm."""
    for paragraph in paragraphs:
        found, rest = label(paragraph.text)
        if found is None or not _MECHANISM.search(rest):
            continue
        for sentence in re.split("(?<=。)", rest):
            cadence = _CADENCE.search(sentence)
            if cadence:
                name = re.sub(r"\*", "", rest.partition("。")[0])[:NAME]
                yield Mechanism(name, cadence[0], sentence.strip(), paragraph.line)
                break
