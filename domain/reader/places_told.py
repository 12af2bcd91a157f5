"""Places put plainly before they are read: each with its name and as a place, none that is another court's."""

from collections.abc import Sequence

from domain.numbers import value_of
from domain.patterns import pattern_of
from domain.ranks import TOP
from domain.reader.point_names import Point, named

NUMERAL = "[1-9][0-9]?|[一二三四五六七八九十]{1,3}"
OTHER = rf"(?:{'|'.join(TOP)}|第\s?(?:{NUMERAL})[名位]?|[前后上下][一1][名位家])(?:的?(?:法?院|单位))?"
# 就差榜首零点几分, 离第2名只差0.2分: how far another's place is
GAP = rf"(?:就|只|还|也|才|仅|略|稍|我们?)*(?:差|落后于?|领先于?|高于|低于|高出|超出|超过)了?(?:{OTHER})"
THAN = rf"(?:离|距离?|[跟和与同比较])(?:{OTHER})(?=[^,;。()]{{0,4}}(?:[差少多高低近远]|落后|领先|一步|不到))"
# 离前三还远; 后面还有11家
SHORT_OF = rf"(?:离|距离?|(?:就|只|还)?差[一二两三1-3]名就?[进到])前(?:{NUMERAL})名?(?!季)"
OTHERS = rf"(?:前面|前头|后面|后头|身后)(?:还|也)?有?(?:的)?(?:{NUMERAL})[家个](?!月)"
FAR = pattern_of(
    rf"(?:^|[,;。!\s(]+|(?<=[名位0-9一二三四五六七八九十家院]))(?:{GAP}|{THAN}|{SHORT_OF}|{OTHERS})[^,;。()第]{{0,12}}(?=$|[,;。!()])"
)
PLACE = pattern_of(rf"第\s?(?:{NUMERAL})")
# 25年第4
BARE_YEAR = pattern_of(
    r"(?<![0-9.])(?P<year>[12][0-9])年(?=度?(?:我们?|[我本]院|全[市省院]|的|是|排|位|名|列|综合|[:\s])*第|[^,，;；。第0-9率比数前]{2,8}[,，]?第)"
)
EMOTICON = pattern_of(r"\[[一-鿿]{1,4}\](?![0-9:：])")
UNMOVED = pattern_of(
    r"(?<=[0-9一二三四五六七八九十名位])(?:也|都|又|还|一直)?(?:没(?:动|变化?|挪)|不变|持平|原地踏步)(?:窝|过|了)*(?=$|[\s,，;；。!！])"
)  # 还是第九没动
NEXT_YEAR = pattern_of(r"\s+(?=20[0-9]{2}年)")
# 几个排名一起给你：, at the head of them
HEAD = pattern_of(
    r"^[^0-9年月第,;。:]{0,8}(?:几|各|[两三四五六七八九2-9])[个项]的?(?:指标的?)?(?:排名|名次|位次)[^0-9年月第,;。:没未不]{0,8}[:,]\s*"
)
# 案访比6，办结率2: in a row of such, a place without its 第
ITEM = pattern_of(
    rf"(?:^|(?<=[,;。、:!\s]))(?P<name>[一-鿿]{{2,12}}?)(?:排名?|名次|位次)?[是为:\s]{{0,2}}(?P<th>第\s?)?(?P<n>{NUMERAL})[名位]?(?=$|[,;。、!\s])"
)
RANKED = pattern_of("排名|名次|位次|排位|第")
MOST = 30  # courts; more is no place
ROW = 3  # of so many nobody tells shares that are all so low
NUMBER = pattern_of(NUMERAL)
ORDER = pattern_of(
    rf"^(?:我们?|本院|全市|全部|[几各两三四五六七八九2-9]个?|排名|名次|位次|依次|分别|顺序|是|为|[:\s])*(?P<row>第?(?:{NUMERAL})名?(?:[,、/\s]{{1,3}}第?(?:{NUMERAL})名?)+)[。!\s]*$"
)
# 第七那个是重复访
TURNED_ROUND = pattern_of(rf"第\s?(?P<n>{NUMERAL})[名位]?(?:的?那个|的)?是(?P<name>[一-鿿]{{2,12}}?)(?=$|[,;。!\s])")


# 上午电话里说第6是看岔行了，第6是化解率，…
MISREAD = pattern_of(
    rf"^(?:[^,，;；。0-9第]{{0,12}}[说报写填讲]的?[是成]?)第\s?(?:{NUMERAL})[名位]?(?:的?是|我)?(?:[看记写搞弄说报填][岔错串])行?了?[,，;；。\s]+(?=[^?？]*第)"
)
# 刑事在哪一页 哦 看到了 第9: where it was found
FOUND = pattern_of(r"在哪一?[页张行列里儿][\s,，?？…]*(?:[哦噢喔啊]+[\s,，]*)?(?:看到|找到|查到|有)了[\s,，]*(?=第)")
# 好像第十……我再看一眼别报错 哦是第十二: the one that was seen in the end
SEEN = pattern_of(
    rf"^(?P<of>[^,，。;；!！?？…]{{0,24}}?)(?:好像是?|大概是?|可能是?)?第(?:{NUMERAL})[名位]?[吧…,，\s]+(?:(?:等|让)?我再?[查翻看核](?:一[眼下遍]|下|[查翻看核])|等(?:一?下|等))[^,，。;；!！?？…0-9第]{{0,8}}"
    r"[…,，\s]+(?:[哦噢喔啊嗯]+[,，\s]*(?:应该)?是?|(?:应该)?是)(?=第)"
)
DOTS = pattern_of("…+")
# 倒数第一，哈哈吓你的，第4
JEST = pattern_of(
    r"^[^,，。;；!！\n]{2,16}[,，。!！~～\s]+哈*(?:[吓骗逗][您你]们?(?:的|玩)+|开个?玩笑)[的了啦啊哈]*[,，。!！~～\s]+(?=[^,，。;；\n]{0,8}第)"
)
# 服判息诉率第1，别填这个，那是单项。综合质效排第7
NOT_ASKED = pattern_of(
    rf"(?:^|(?<=[,，。;；]))[^,，。;；]*第\s?(?:{NUMERAL})[名位]?(?:[,，。;；\s]+(?:别|不要|不用|先不)填这个|[,，。;；\s]+(?:那|这)(?:只)?是单项(?:排名|指标)?的?|[,，。;；\s]+(?:那|这)个?不(?:是[您你]们?问的|算))+[,，。;；!！\s]+(?=[^?？]*第)"
)
TOGETHER = pattern_of("一块儿?(?=[报说发填给])")


def in_full(text: str) -> str:
    """Years in full, and pauses, before anything looks for the time that is told of, or for what is wanted."""
    text = TOGETHER.sub("一起", JEST.sub("", MISREAD.sub("更正，", text)))
    text = NOT_ASKED.sub("", text)
    text = DOTS.sub("，", FOUND.sub("", SEEN.sub(r"\g<of>", text)))
    return UNMOVED.sub("", BARE_YEAR.sub(r"20\g<year>年", EMOTICON.sub("，", text))).rstrip("，")


def plainly(text: str, points: Sequence[Point]) -> str:
    ranked = [point for point in points if point.shape == "rank"]
    text = NEXT_YEAR.sub(",", text)
    text = _in_order(text, ranked)
    head = HEAD.match(text)
    text = text[head.end() :] if head and not named(head.group(), ranked) else text
    if PLACE.search(bare := FAR.sub("", text)):
        text = bare
    text = TURNED_ROUND.sub(
        lambda match: f"{match['name']}第{match['n']}" if len(named(match["name"], ranked)) == 1 else match[0], text
    )
    return _in_a_row(text, ranked, is_said=bool(head or RANKED.search(text)))


def _in_order(text: str, ranked: Sequence[Point]) -> str:
    """6/2/3/8/1: as many places as there are ranks, in their order."""
    row = ORDER.match(text)
    places = NUMBER.findall(row["row"]) if row else []
    if len(places) != len(ranked) or len(places) < ROW:
        return text
    return ",".join(f"{point.bare}第{n}" for point, n in zip(ranked, places, strict=True))


def _in_a_row(text: str, ranked: Sequence[Point], *, is_said: bool) -> str:
    """Each place with its 第, where each is another point's."""
    items = [(item, named(item["name"], ranked)) for item in ITEM.finditer(text)]
    spoken = [of[0].seq for _, of in items if len(of) == 1]
    is_row = len(spoken) == len(items) == len(set(spoken)) > 1 and (len(items) >= ROW or is_said)
    if not is_row or any((value_of(item["n"]) or MOST + 1) > MOST for item, _ in items):
        return text
    return ITEM.sub(lambda item: item[0] if item["th"] else f"{item['name']}第{item['n']}", text)
