"""A place that nobody holds: 差一点就第3, 也想第3, 高于第5名, 比第5名好一点, 跌出第5; and one of yesterday, 一度第3."""

from domain.patterns import pattern_of

PLACE = r"第\s*(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[名位]?"
NEARLY = "差一?点儿?|差[一1半]?几?步|险些|几乎|逼近|接近|直逼|眼看|快要?|够不[着到]|够得[着到]|离|距离?"
WISHED = "[想盼要欲愿](?!求)|指标|本可以|本该|本来能|照这样|照这么|最好|若|如能|假如|要能"
BESIDE = "[高低优劣好差强弱次逊先后]于|不如|不及|超过|赶不上|比不[上过]|[跌退掉滑挤落甩踢]出|不在|不止|没到"
ONCE = "一度|曾经?|有段时间"
MISSED = pattern_of(
    rf"(?:{NEARLY}|{WISHED}|{BESIDE}|{ONCE})(?:就|能|也|都|是|拿|得|进|到|排|了|在|考|个|得上|冲|保)*{PLACE}(?!的?[^,;。0-9]{{1,8}}(?:同分|并列|一样|持平))"
)


def is_missed(text: str) -> bool:
    """差一点就第2，最后第3 is asked back too, and no harm done."""
    return MISSED.search(text) is not None
