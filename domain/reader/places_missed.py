"""A place that nobody holds: 差一点就第3, 也想第3, 跌出第5; that of yesterday, 一度第3; or of a part, 第3，小组里."""

from domain.patterns import pattern_of

PLACE = r"第\s*(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[名位]?"
NEARLY = "差一?点儿?|差[一1半]?几?步|险些|几乎|逼近|接近|直逼|眼看|快要?|够不[着到]|够得[着到]|离|距离?"
WISHED = "[想盼要欲愿](?!求)|指标|本可以|本该|本来能|照这样|照这么|最好|若|如能|假如|要能"
BESIDE = (
    "[高低优劣好差强弱次逊先后]于|不如|不及|超过|赶不上|比不[上过]|[跌退掉滑挤落甩踢]出|[排进]不[到进]|不在|不止|没到"
)
ONCE = "一度|曾经?|有段时间|(?<!通报)(?<!文件)(?<!简报)(?<!公报)说是"
TAKEN = "就|能|也|都|是|拿|得|进|到|排|了|在|考|个|得上|冲|保"
EQUAL = "的?[^,;。0-9]{1,8}(?:同分|并列|一样|持平)"
OF_LESS = r"[,;\s]*(?:小组[里内中]|分组|只算|数据有争议|有争议|在?申诉中?|复核中)"
MISSED = pattern_of(
    rf"(?:{NEARLY}|{WISHED}|{BESIDE}|{ONCE})(?:{TAKEN})*{PLACE}(?!{EQUAL})"
    rf"|比{PLACE}[^,;。0-9]{{0,6}}?[好差高低强弱]|{PLACE}{OF_LESS}|能(?:排|进|到|拿)?{PLACE}就"
)


def is_missed(text: str) -> bool:
    """差一点就第2，最后第3 is asked back too, and no harm done."""
    return MISSED.search(text) is not None
