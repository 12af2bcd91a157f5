"""Figures of several years, each year named behind its own, and those of another year among them.

收3结2是2021年，收2结1是2022年; 22年结了3件，其中1件是21年收的, where only those are counted that came in the same year.
"""

import re
from itertools import pairwise

from domain.numbers import level, value_of
from domain.patterns import pattern_of
from domain.reader.asked import Asked

YEAR = "(?:20)?[0-9]{2}年"
IN_LABEL = pattern_of("^20[0-9]{2}年")
BEHIND = pattern_of(
    rf"(?P<told>[^;。是年]{{0,30}}?[0-9][^;。是年]{{0,30}}?)的?[,\s]*(?:都|全)?是(?P<year>{YEAR}|[去今前]年)度?的?(?:[,;。!\s]+|$)"
)
FEW = "(?:[1-9][0-9]*|[一二两三四五六七八九十])"
OF_ANOTHER = pattern_of(
    rf"(?P<lead>(?P<year>{YEAR})(?:一共|总共|共)?(?:审?结案?|办结|判)了?)(?P<all>[1-9][0-9]*)(?P<unit>[件份])[,;\s(]+(?:其中|里[头面]|当中)有?(?P<n>{FEW})[件份]"
    rf"(?:是|属于)?(?:(?P<other>{YEAR})(?:新?收|立|登记)(?:进来)?的?|旧存的?|存量(?:案件)?的?|以前年度的?)\)?(?=$|[,;。!\s])"
)
# 新收3（21年）2（22年）
IN_BRACKETS = pattern_of(
    rf"(?P<what>[^,;。:0-9()]{{1,10}}[:是有为]?)(?P<told>[0-9]+[件份个]?\((?:{YEAR}|[去今前]年)\)(?:[、,\s]*[0-9]+[件份个]?\((?:{YEAR}|[去今前]年)\))+)"
)
ONE = pattern_of(rf"([0-9]+[件份个]?)\(({YEAR}|[去今前]年)\)")
# what still stands so is told of one knows not which
OPEN = pattern_of(
    rf"(?:其中|里[头面]|当中)有?{FEW}[件份](?:是|属于)?(?:{YEAR}(?:新?收|立|登记|发)(?:进来)?的|旧存|存量)"
    rf"|[0-9][件份个]?的?[,\s]*(?:都)?是{YEAR}度?的?(?=$|[,;。!])"
)


def are_named(asked: Asked) -> bool:
    return any(IN_LABEL.match(one.label) for one in asked.quantities)


def plainly(text: str, asked: Asked) -> str:
    """As it stands where nothing is told so."""
    said = level(text)
    if not are_named(asked):
        plain = IN_BRACKETS.sub(_each, said)
        return text if plain == said else plain
    last = max(one.label[2:4] for one in asked.quantities if IN_LABEL.match(one.label))
    plain = _in_front(OF_ANOTHER.sub(lambda told: _own(told, last), IN_BRACKETS.sub(_each, said)))
    return text if plain == said else plain


def is_open(text: str, asked: Asked) -> bool:
    return are_named(asked) and OPEN.search(text) is not None


def _each(told: "re.Match[str]") -> str:
    return ",".join(f"{year}{told['what']}{figure}" for figure, year in ONE.findall(told["told"]))


def _in_front(text: str) -> str:
    """Each of them, up to the end, and no year twice."""
    told = list(BEHIND.finditer(text))
    years = {one["year"] for one in told}
    if len(told) < 2 or len(years) != len(told) or told[0].start() or told[-1].end() != len(text):
        return text
    if any(one.end() != other.start() for one, other in pairwise(told)):
        return text
    return ";".join(one["year"] + one["told"] for one in told)


def _own(told: "re.Match[str]", last: str) -> str:
    """Of an earlier year some may have been closed since."""
    left = int(told["all"]) - (value_of(told["n"]) or 0)
    if left < 0 or told["year"][-3:-1] != last or (told["other"] and told["other"][-3:-1] == last):
        return told.group()
    return f"{told['lead']}{left}{told['unit']}"
