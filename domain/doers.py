"""Whether what is reported is another department's."""

import re
from collections.abc import Iterable

# a department that does it, and not one that it is done with or for: 与…联合, 在…, 走进…
DOES = (
    r"(?=的|[\s,，0-9二三四五六七八九十]|一(?!把手|起|同)|组织|开展|举办|举行|召开|开|发|推|登|刊|入选|有|办|搞|做|于|上|昨|前|今"
    r"|研究|讨论|传达|学习(?!室|园)|$)"
)


def is_done_by(others: Iterable[str], text: str) -> bool:
    names = "|".join(re.escape(name) for name in sorted(others, key=len, reverse=True))
    if not names:
        return False
    # 9月1日嘉中法庭开学第一课; 参加嘉中法庭的活动; 活动嘉中法庭承办
    theirs = rf"参加了?(?:{names})的|(?:{names})(?:承办|主办|牵头)(?!的)"
    theirs += rf"|[日号](?:{names})(?![、和与及跟同]|联合|一起|会同|共同|邀请)"
    return bool(re.search(rf"(?:^|[\s,，。;；:：是日号])(?:{names}){DOES}|{theirs}", text))
