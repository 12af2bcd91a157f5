"""A bare list, 成功:548  立案 1512: each label right before its figure, and a comma behind it."""

from domain.patterns import pattern_of

LABEL = r"(?P<label>(?:12368)?[一-鿿]{1,16}(?:90(?:个?[学课]时)?的?)?)"
ITEM = pattern_of(
    rf"\s*{LABEL}\s*[:：]?\s*(?P<figure>[0-9][0-9,]*(?:\.[0-9]+)?%?)(?P<unit>万元|[件个人名通条天万]?)\s*"
)
SEPARATED = pattern_of(r"[\s,，、;；。|]+|$")
LEAST = 2


def in_commas(text: str) -> str:
    """As it stands where anything else is told."""
    items: list[str] = []
    at = 0
    while at < len(text):
        item = ITEM.match(text, at)
        if not item or not (item[0][-1].isspace() or SEPARATED.match(text, item.end())):
            return text
        items.append(f"{item['label']}{item['figure']}{item['unit']}")
        found = SEPARATED.match(text, item.end())
        at = found.end() if found else item.end()
    return ",".join(items) if len(items) >= LEAST else text
