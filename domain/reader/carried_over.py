"""Some of a figure began earlier, and are counted in it: 成功520件，其中120件是10月转过来的，也算在里头了."""

import re

from domain.patterns import pattern_of

UNIT = r"\s?[件个人名条次]"
THEN = "(?:(?:1[0-2]|[1-9]|[一二三四五六七八九十]{1,2})月份?|上个?月|上期|上一?年度?|去年|[之以]前|年前|前期|往[月年])"
CARRIED = "(?:结转|旧存|结存|转|移|留|存)(?:过来|下来|来|存)?"
COUNTED = (
    r"(?:已经?|也|都|全部?|一起|均)*(?:算|计|统计|加|含|包括|归)(?:在|进|入|到)*(?:里[面头]|内|其中|去|来)+[了的]*"
)
SOME = pattern_of(
    rf"[,，;；。\s]*(?P<open>[(（])?(?:其中|里[面头])(?:有|的)*\s?(?P<n>[0-9]+){UNIT}(?:是|为|属于)?{THEN}[^,，;；。()（）0-9没未不]{{0,14}}[,，\s]*{COUNTED}(?(open)[)）])(?=$|[,，;；。\s])"
    rf"|[,，;；。\s]*(?P<within>[(（])?(?:其中|里[面头])(?:有|的)*\s?(?P<m>[0-9]+){UNIT}(?:是|为|属于)?{THEN}?{CARRIED}的?(?(within)[)）])(?=$|[,，;；。\s])"
    rf"|[(（](?:其中)?(?:含|包括|包含|有)(?:了|着)?{THEN}?的?{CARRIED}的?\s?(?P<k>[0-9]+){UNIT}[)）]"
)
FIGURE = pattern_of(r"(?<![0-9.])([0-9]+)\s?[件个人名条次](?![0-9])")


def without(text: str) -> str:
    return SOME.sub(_unless_more, text)


def _unless_more(match: "re.Match[str]") -> str:
    """As many at the most as the figure before them."""
    before = FIGURE.findall(match.string[: match.start()])
    some = int(match["n"] or match["m"] or match["k"])
    return "" if before and some <= int(before[-1]) else match.group()
