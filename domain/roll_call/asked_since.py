"""Whom somebody had to ask about before the figures stood, and what was grumbled before them: none of it counts.

23个都填了，等下新来的算不算？我问一下…问了 算的，那就是应填24填了24; 说实话谁会来打招呼，真正录了的就一件.
"""

import re

from domain.patterns import pattern_of
from domain.roll_call.words import DIGIT, NUM

STOPS = r",，;；。!！?？.…\s"
BREAK = f"[{STOPS}]+"
# whether somebody counts, and that it was asked
SETTLED = pattern_of(
    rf"^(?P<before>[^?？]*?)(?<=[^{STOPS}]){BREAK}[^{STOPS}]{{0,20}}?(?:[算要用该]不[算要用该]|[算要用填](?:吗|么))[^!！0-9]{{0,24}}?"
    rf"(?:问[了过到]+|问清楚了?|问[好明]了|确认[了过]+)[{STOPS}]*(?:[^{STOPS}{DIGIT}]{{0,4}}说)?不?[算要用]在?[填进内]?[的了]*{BREAK}"
    rf"(?=(?:那|所以|就)*(?:是|该)?应[填报]\s?{NUM})"
)
# 刚问了借调的不用填，那就是应填44
LEARNT = pattern_of(
    rf"^(?P<before>[^?？]*?)(?<=[^{STOPS}]){BREAK}[^{STOPS}{DIGIT}]{{0,4}}(?:问|核|确认)(?:了|过|一?下)+[^{STOPS}{DIGIT}]{{1,12}}?不?(?:用|需要?|要|算)[填进在]?[内的了]*{BREAK}"
    rf"(?=(?:那|所以|就)+(?:是|该)?应[填报]\s?{NUM})"
)
RECORDS = pattern_of(r"(?:零|[没无]有?|有)?(?:记录|过问).*$")
CLAUSES = pattern_of(BREAK)
# what is grumbled holds no figure of its own
GRUMBLED = pattern_of(
    rf"^(?!.*(?:上个?月|去年|季度|隔壁|他们|别的|如果))(?:(?!{NUM}\s?[条件起人名位个]|[0-9]).)*?(?<=[{STOPS}])(?:真正|实际上?|其实)(?:登记|[录登记有])[了的]*(?:也?就|只有?|是)*\s?"
    rf"(?P<n>{NUM}\s?[条件起])(?:{BREAK}[^{STOPS}]{{0,12}}[录登记报]的(?=[{STOPS}]|$))?"
)


# 刷新了一下变29了，就29吧: of what was told right before it
SO_BE_IT = pattern_of(
    r"(?P<told>(?<![0-9])(?P<n>[0-9]+)[个人名位条了]*)[^0-9一-鿿]{1,4}(?:那?就|还是)?[按照是]?(?P=n)[个人名位条]*吧[。.!！~～\s]*$"
)


def since_asked(text: str) -> str:
    text = SO_BE_IT.sub(r"\g<told>", text)
    text = GRUMBLED.sub(r"记录\g<n>", text, count=1)
    return LEARNT.sub(_records_only, SETTLED.sub(_records_only, text, count=1), count=1)


def _records_only(told: "re.Match[str]") -> str:
    """Of what was told before it was asked: the number of people is another one since."""
    found = (RECORDS.search(clause) for clause in CLAUSES.split(told["before"]))
    return "".join(f"{one.group()}，" for one in found if one)
