"""A rank as it is told: 第3名，共16家，高院通报; or a part of it, the rest being asked for next."""

import re
from dataclasses import dataclass
from typing import Literal

from domain.numbers import CHINESE, NUMBER, level, value_of
from domain.patterns import pattern_of

Problem = Literal["not-understood", "rank-two-figures", "rank-out-of-field"]
SOURCE_AT_MOST = 100
N = rf"(?>{NUMBER.pattern})"
TOP = {"榜首": 1, "首位": 1, "头名": 1, "冠军": 1, "状元": 1, "亚军": 2, "榜眼": 2, "季军": 3, "探花": 3}
GAP = r"\s{0,3}"
ALONE = rf"(?:名次|排名|位次|位列|位居|排|列|[nN][oO]\.?|[tT][oO][pP])?{GAP}(?:是|为)?{GAP}:?{GAP}"
# 第二杯, 第三法庭, 第二批 count something else; what may follow a place are particles, and words of where it stands
BEHIND = (
    r"(?!(?![啦哈啊哎唉诶呢吧把哦噢喔呀嘛哟咯喽嘞的了还左前写打填报说错不没有无误记升降上下到至退落掉跌就也又是为共在与和及或比较仅并"
    r"今去本我按排位列全总刑民商行执立家])[一-鿿])"
)
PLACE = pattern_of(
    rf"第\s*(?P<place>{N})\s*(?:[名明鸣铭位]次?|{BEHIND})(?!\s*(?:季度|下属))"
    rf"|(?<![0-9/.年-])(?P<of>{N})\s*(?=/\s*{N}(?![0-9/]))"
    rf"|(?:[我本]院|我们|咱们?)(?:排|是|列|:)?\s*(?P<ours>{N})(?=\s*(?:$|[,，。;；(]))"
    rf"|(?<![0-9{CHINESE}])(?P<named>{N})\s*[名位](?![以之]?[内前]|法官|同志|人|次)"
    rf"|[nN][oO]\.?\s*(?P<no>{N})"
    rf"|(?:排名?|[升降进步退]+[到至]|[位排]?列|位居|名次|位次)(?:在|为|是|了)?\s*(?P<ranked>{N})(?![直样致般下起定些向度共个])"
    rf"|老(?P<old>[大二三四五六七八九])(?![人师百家])"
    rf"|(?P<top>{'|'.join(TOP)})"
    rf"|^{ALONE}(?P<first>{N})(?=[\s/,、(])"
    rf"|^{ALONE}(?P<alone>{N})[.\s]*$"
)
TOGETHER = (
    rf"\(\s{{0,3}}(?:一?共|总)?(?:计)?\s{{0,3}}(?P<together>{N})\s{{0,3}}(?:家|个|所|间)?\)"
    rf"|(?:一?共|总共)有?(?P<total>{N})(?=\s*(?:$|[),，。]))"
)
PEERS = "地?市[州县区]*|县市?区?|区县?|省|高校|学校|局|海关"
COUNTED = rf"(?P<field>{N})\s*(?:多)?(?:家|个|所|间)\s*(?:[^,，。;；0-9]{{0,4}}(?:法院|单位|院)|{PEERS})?"
FIELD = pattern_of(
    rf"{COUNTED}|/\s*(?P<slash>{N})(?:家|个|所)?(?:法院|单位|院)?"
    rf"|(?:家数|法院数|参评数)(?:为|是|:)?\s*(?P<labelled>{N})|{TOGETHER}"
)
# 立项17个，全省高校第四: so many of something else
OF_THINGS = pattern_of(r"(?:立项|获批|项目|课题|成果|论文|案件|奖项?|[完办建达结审签])[数的了有共计为是:]{0,3}\s{0,2}$")
# what it was before, and how far it went: 由第5位升至, 比去年上升2位
BEFORE = pattern_of(
    rf"[由从](?:第\s*)?{N}\s*[名位]?(?=[升上提降下跌进退滑])"
    rf"|(?:比|较|同比|环比)[^,，。;；]{{0,8}}?(?:上升|提升|前进|进步|下降|后退|下滑|退步|[退进升降掉落跌高低前后])了?\s*{N}\s*个?[名位](?:次)?"
    rf"|(?:上升|提升|前进|进步|下降|后退|下滑|倒退|退步|领先|落后|靠[前后]|(?<!最)[高低]|往[前后上下][挪移靠提掉]|[退进升降掉落跌挪])了?\s*{N}\s*个?(?:[名位]次?|名次)"
)
# 前面还有4家: so many others, and no field
BETTER = pattern_of(
    r"(?:前面|前头|后面|后头|比[我本]们?院?[高低好差]|高于|超过|领先|落后)[^,，。;；]{0,6}?[0-9一二两三四五六七八九十]+\s*(?:家|个|所)"
)
# of the whole country, or within the court
WIDER = pattern_of(
    r"全国|全[院庭局](?=第|排)|三等奖|[一二三]等奖|(?:先进|评[选比]|比赛|竞赛|大赛|征文|知识竞赛)[^,，。;；]{0,6}第"
)
ROUGH = pattern_of(
    r"中院辖区|组内|第[0-9一二三四五六七八九十]+组|同组|年中|郊区组|第[0-9一二三四五六七八九十]+名?的?是(?![我本咱])|[前第][几多]|前[0-9一二三四五六七八九十]+|前列|前茅|中游|上游|下游|靠[前后]|左右|约|大概|可能|应该|好像"
    r"|[0-9一二三四五六七八九十]\s*[到至~～—-]\s*第?[0-9一二三四五六七八九十]+\s*[名位]|记得|估计|或|(?<=[^,，;；\s])还是(?!挺|很|蛮|比较|可以|不错|老样)|吗|\?|之间|并列几|倒数|末位|方阵|梯队|阵营|集团|档|垫底|最后(?=第)|最后(?!.{1,10}第)|以[内前上]|之[内前]|[名位]开外"
)
OTHERS = pattern_of(r"隔壁|别的|其他(?:庭|支部|部门|法院)|兄弟|听说|据说")
# 浦东法院第1: another court, or the own one by its name; 同级法院 and 全市法院 are all of them
COURT = pattern_of(
    r"(?<![一-鿿])(?!(?:[全本各其所几][市省国区家院有]|同级|基层|辖区|上海|高级|中级|最高|人民|我们|在全|中院|高院))"
    r"(?:(?![一二三四五六七八九十两个家级市省])[一-鿿]){2,3}?(?:区人民)?法院(?=[^,，。;；]{0,8}(?:第|排|列))"
)
PLANNED = pattern_of(
    r"待[^,，。;；]{0,4}(?:通报|公布|确认|核实|正式|发布)|未经|[没未]有?(?:正式|最终|官方)|非正式|尚未|没有?完成|还没|未完成|没出|未出|冲第|计划|预计|原定|拟于|打算|争取|准备|力争|目标|确保|冲刺|希望|不是"
    # 第3，通报没看到
    r"|(?:通报|文件|原文|原件)[^,，。;；]{0,2}[没未](?:有|能)?[看见收拿]|[没未](?:有|能)?[看见收拿][到着过]?(?:通报|文件|原文|原件)"
)
DENIED = pattern_of(
    r"(?:没有?|未|无)(?:有|再|曾)?(?:发现|发生|出现|查实|此类|该类|排名|通报|公布|下来)|(?:没有?|未|不是)[拿得排到进上]*第"
)
PUBLISHED = pattern_of(
    r"通报|通知|文件|简报|公布|报告|公报|通告|系统|平台|会议|高院|中院|最高|市院|材料|统计|月报|年报|排名表|〔|《|网"
)
NO_SOURCE = pattern_of(
    r"下周|下个?月|明天|后天|[即马]|拿到|[出发](?:[了的]?$|$)|收到|等|请|问|后(?!台)|补|没|未|还|转|找|再|查一?下|报(?![告表送])(?<![通简公月年]报)|[出下]来"
)
DIGITS = pattern_of("[0-9]")
YEARS = pattern_of(r"20[0-9]{2}(?:年度?(?:[0-9]{1,2}月)?|[〕\])][0-9]*号?)|[0-9]{1,2}月(?:[0-9]{1,2}[日号])?")
CLAUSE = pattern_of(r"[,，;；。:：()（）\n]")
EDGES = " ,，、;；。.:：()（）/"
BESIDE = pattern_of(
    r"^(?:共计?|中|里|[全本]?[市院省区](?=[列位排\s]))?\s*(?:排名?|位列|位居|[列居位])?(?=\s|$)"
    r"|(?:排名?|位列|位居|列|显示|说|是|为|在|[全本][市区省])+$"
)
OURS = pattern_of(r"(?:[我本]院|我们).*$")
SOURCE = pattern_of(r"^(?:来源|依据|据|根据)(?:于|是|为)?[:：]?\s*|^(?:见|按)\s*")


@dataclass(frozen=True)
class Rank:
    """The `place`-th of `field` courts, as `source` says; None and "" where that has not been said yet."""

    place: int | None
    field: int | None = None
    source: str = ""

    @property
    def is_source(self) -> bool:
        """A source alone, of a rank that was said before."""
        return self.place is None and self.field is None


def read_rank(text: str, known: Rank | None = None) -> Rank | Problem:
    """What `text` leaves out is taken from what is on record."""
    text = BEFORE.sub(" ", level(text.strip()))
    if any(pattern.search(text) for pattern in (OTHERS, COURT, PLANNED, ROUGH, DENIED, BETTER, WIDER)):
        return "not-understood"
    # so many courts first: 16家 is no place
    fields = list(FIELD.finditer(text))
    text = _without(text, *(match for match in fields if OF_THINGS.search(text[: match.start()]) and match["field"]))
    fields = list(FIELD.finditer(text))
    counted = fields[0] if fields else None
    places = list(PLACE.finditer(_without(text, *(m for m in fields if not m["slash"]))))
    if len({_place(match) for match in places}) > 1 or len({match.group() for match in fields}) > 1:
        return "rank-two-figures"
    place = places[0] if places else None
    n = _place(place) if place else None
    of = value_of(_field(counted)) if counted else None
    if (place and not n) or (counted and not of):
        return "rank-two-figures"
    source = _source(_without(text, *(match for match in (place, counted) if match)))
    if not (n or of or source) or (of and not n and DIGITS.search(YEARS.sub("", _without(text, *fields)))):
        return "rank-two-figures"  # 16家, and a figure beside it that may be the place
    before = known or Rank(None)
    found = Rank(n or before.place, of or before.field, source or before.source)
    if found.place and found.field and found.place > found.field:
        return "rank-out-of-field"
    return found


def _place(match: re.Match[str]) -> int | None:
    if match["top"]:
        return TOP[match["top"]]
    if match["old"]:
        return 1 if match["old"] == "大" else value_of(match["old"])
    groups = ("place", "of", "ours", "named", "no", "ranked", "first", "alone")
    return value_of(next(found for found in match.group(*groups) if found))


def _field(match: re.Match[str]) -> str:
    return next(found for found in match.group("field", "slash", "labelled", "together", "total") if found)


def _without(text: str, *matches: re.Match[str]) -> str:
    """As many spaces instead, so that every other place stays what it was."""
    for match in matches:
        text = text[: match.start()] + " " * len(match.group()) + text[match.end() :]
    return text


def _source(rest: str) -> str:
    """The clause that names a publication."""
    for clause in CLAUSE.split(SOURCE.sub("", rest.strip(EDGES))):
        if PUBLISHED.search(clause) and not NO_SOURCE.search(clause):
            source = OURS.sub("", SOURCE.sub("", re.sub(r"\s+", " ", clause).strip(EDGES)))
            source = BESIDE.sub("", source)
            return source.strip(EDGES)[:SOURCE_AT_MOST] if len(source) >= 2 else ""
    return ""
