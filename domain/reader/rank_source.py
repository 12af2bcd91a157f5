"""Whether a place is that of the official bulletin of the whole time: 11个月第3 and 内部测算 are none."""

from domain.cadences import Period
from domain.patterns import pattern_of

MONTH = "(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])"
# of a part of the year
PART = pattern_of(rf"(?<![0-9十]){MONTH}个月|(?:截[至止]|到){MONTH}月")
# reckoned by somebody, by another measure, or of another list
OTHER = pattern_of(
    r"第三方|内部|自(?:己|行|测|算|评|查)(?!看|写|[报填]错|打错|弄错)|我们(?:院)?[算排测估]的?(?!第|名|老|在)|按(?:我们|本院|[^,;。]{2,8}[排算])"
    r"|测算|推算|估算|预[估测排算]|试算|粗算|模拟|初步|初排|初评|民间|媒体|网上|[暂先]列|[暂先]排|口头|小道|群里"
    r"|片区|郊区|城区|协作区|分组|倒着|倒过来|从后|[收结办存]案|人均|件均"
)
YEAR_LAST = pattern_of(r"[,;(\s](?:这?是|为)?(?P<year>20[0-9]{2})年?度?的?[)。\s]*$")


def doubt(text: str, period: Period | None) -> str:
    """The reason why it is asked back, or none."""
    last = YEAR_LAST.search(text)
    is_past = last is not None and period is not None and int(last["year"]) != period.start.year
    return "other-time" if is_past or PART.search(text) else "about" if OTHER.search(text) else ""
