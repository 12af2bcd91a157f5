"""Whether what is reported is another department's."""

import re
from collections.abc import Iterable

# a department that does it, and not one that it is done with or for: 与…联合, 在…, 走进…
DOES = r"(?=的|[\s,，0-9一二三四五六七八九十]|组织|开展|举办|举行|召开|发|推|登|刊|入选|有|办|搞|做|于|上|昨|前|今|$)"


def is_done_by(others: Iterable[str], text: str) -> bool:
    names = "|".join(re.escape(name) for name in sorted(others, key=len, reverse=True))
    return bool(names and re.search(rf"(?:^|[\s,，。;；:：是日号])(?:{names}){DOES}", text))
