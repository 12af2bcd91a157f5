"""What is told beside the figures and counts nothing that is asked for, left out: 速裁总天数10965天，最长一件58天.

The utmost of them, who did it, whom it was about, a share that is told roughly, what was aimed at.
"""

import re

from domain.numbers import level
from domain.patterns import pattern_of
from domain.reader.asked import Asked

N = r"(?<![0-9.])[1-9][0-9]*(?:\.[0-9]+)?(?![0-9.%])"
START, END = r"(?:^|[,;。!\s]+)", r"(?=$|[,;。!)\s])"
# 最长一件58天，最短3天; 最高128
UTMOST = pattern_of(
    rf"[,;。\s(（]+(?:其中)?最(?:长|短|多|少|高|低|快|慢|大|小)的?(?:那|一)*[件个名位]?(?:是|有|也就|才|就|到|达)*(?:了)?{N}(?:天|个?学时|件|万元?|分|个|人)?[)）]?{END}"
)
# 速裁团队5个，法官11名书记员12名
WHO = "(?:团队|合议庭|法官|(?:法官)?助理|书记员|人民陪审员|陪审员|工作人员|接线员|执行员)"
STAFF = pattern_of(rf"{START}[^,;。0-9]{{0,4}}?{WHO}{N}[个名人位](?:[、和,]?{WHO}{N}[个名人位])*{END}")
# 都超过90学时了: of judges, and 助理11名 beside them
NO_JUDGES = pattern_of(rf"[,、;\s]+(?:法官助理|助理|书记员|法警|聘用人员){N}[个名人位]{END}")
# 涉及离任人员7名、干警亲属4名
ABOUT = pattern_of(
    rf"[,;\s(（]+(?:共|一共)?(?:涉及|牵涉|通报了?)[^,;。、0-9]{{1,10}}{N}[名人位](?:[、和及][^,;。、0-9]{{1,10}}{N}[名人位])*[)）]?{END}"
)
# 完毕率四成多一点; 应用率大概四成五（线是40%）
ROUGHLY = "(?:大概|大约|约|差不多|可能|应该|接近|将近)"
TENTHS = "(?:[一二三四五六七八九]成[一二三四五六七八九半]?|一半)"
ROUGH_SHARE = pattern_of(
    rf"{START}[^,;。0-9]{{2,10}}?(?:率|占比)(?:(?:也|就|是|在|有|为|到)*{ROUGHLY}(?:是|在|有|为|到)*{TENTHS}(?:多|左右|上下)?|(?:也|就|是|在|有|为|到)*{TENTHS}(?:多一?点?|出头|左右|不到|上下))(?:\([^()]*\)|（[^（）]*）)?{END}"
)
# 按75%算要到位3037.5万，目前实际到位3188万
AIMED = pattern_of(
    rf"{START}按(?:照)?[0-9]+(?:\.[0-9]+)?%(?:的?线|的?要求|的?标准|的?目标)?(?:算|计|来算|测算)?的?话?(?:要|应|得|须|该)+[^,;。0-9]{{1,6}}{N}(?:万元?|亿元?|[件个人名])?[,;。\s]+(?=(?:但|不过)?(?:目前|现在|已经?|实际))"
)
# 八项规定、审执履职、日常监督管理三块都覆盖到了，督察9次发现问题21个
AREAS = pattern_of(
    r"(?:^|(?<=[,;。!]))(?P<names>(?:[^,;。0-9、]{2,12}、)+[^,;。0-9、]{2,12}?)(?P<n>[二两三四五六])(?:大|个)?(?:块|类|项|方面)(?:内容|工作)?(?P<done>(?:都|全)?[^,;。0-9没未不]{2,6})(?=$|[,;。!])"
)
CHECKED = pattern_of(
    rf"[,;。\s]+(?:全年|共|一共)?督察(?:了|过)?{N}(?:次|轮)(?:[,;\s]*发现(?:了)?(?:问题)?{N}[个条](?:问题)?)?{END}"
)
NUMERALS = {"二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6}
FIGURE = pattern_of("[0-9]")
PEOPLE = ("人", "名", "个", "位")


def without(text: str, asked: Asked) -> str:
    """As it stands where no figure would be left."""
    said = level(text)
    labels = "".join(one.label for one in asked.quantities)
    counts_people = any(one.unit in PEOPLE for one in asked.quantities)
    plain = AIMED.sub("", said)
    for aside in (UTMOST, *(() if counts_people else (STAFF, ABOUT)), *((NO_JUDGES,) if "法官" in labels else ())):
        plain = aside.sub("", plain) if "最" not in labels else plain
    if any(one.is_share and one.whole for one in asked.demands):
        plain = ROUGH_SHARE.sub("", plain)
    if labels.endswith("领域"):
        plain = AREAS.sub(_counted, CHECKED.sub("", plain))
    plain = plain.lstrip(" ,;。")
    return text if plain == said or not FIGURE.search(plain) else plain


def _counted(told: "re.Match[str]") -> str:
    """As long as so many are named."""
    n = NUMERALS[told["n"]]
    return f"{n}个领域{told['done']}" if told["names"].count("、") + 1 == n else told.group()
