"""An answer in ordinary signs: slips of the input method, list marks, pictographs and strange forms of figures."""

import re
import unicodedata

from domain.numbers import NUMBER
from domain.patterns import pattern_of
from domain.reader.sounds import alike
from domain.roll_call.names import SURNAMES

TRADITIONAL = str.maketrans("無沒應條記錄報個彔", "无没应条记录报个录")
FORMAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")
EMOJI = pattern_of("\\[[一-鿿]{1,4}\\]|[\U0001f000-\U0001faff\u2190-\u21ff\u2600-\u27bf\ufe0f\u200d]+")
# numbers that are written as no one counts: 45², ½, .45, 四十 五
ORNATE = pattern_of("[²³¹¼-¾\u2070-\u209f\u2150-\u218f\u2460-\u24ff\u3200-\u33ff]")
ODD = pattern_of(r"(?<![0-9])\.[0-9]|[0-9]\s?[+=]\s?[0-9]|[<>≤≥]|[十百千]\s+[一二三四五六七八九](?![十百千万])")
QUOTES = pattern_of('["“”‘’「」『』《》]')
CIRCLED = "①②③④⑤⑥⑦⑧⑨"
MARK = pattern_of(
    rf"(?P<o>[{CIRCLED}])|(?:^|(?<=[\n,，;；。.！!\s人条件名位个]))[（(]?(?P<n>[1-9一二三四五六])(?:[、)）]|[.．](?![0-9]))"
)
DIGITS, NUMERALS = "123456789", "一二三四五六七八九"
# what sounds like one of the form's names, right before a figure or what leads to it
NAMES = ("应填", "应报", "已填", "已报", "实填", "实报", "填报", "记录", "没填", "未填", "条数")
LEAD = pattern_of(
    rf"[报写]?(?:了|的)?(?:人[数员]|条数)?(?:都|也|还|就|只|[是为有呢:：,，\s])*(?:{NUMBER.pattern}|没|无|么|零)"
)
# 就老吴没报, 有个书记员休病假: who is named is one
COUNTED = pattern_of(
    "[差缺剩][^,;。]{0,2}[0-9一二两三四五六七八九十]|补|也|后来|未填|再|已|[0-9一二两三四五六七八九十][个人名位]+[^,;。里中]{0,8}[没未]"
)
ONE = pattern_of(
    rf"(?<=除了)[小老]{SURNAMES}(?=[都全])|(?:[小老]{SURNAMES}|{SURNAMES}(?:某|法官|助理|书记员|庭长)|(?<![没还])有个)"
    "(?=[^,;。0-9都全]{0,8}?[没未](?:有|能|来得及)?[填报交])"
)
FILL = pattern_of(
    r"(?<=[都全均没未已实应个人要])(?:[甜添田舔]+(?=[好完齐了报上啦]|$|[,;。\s])|天(?=[好完齐了报上]))|[甜添](?=[好完齐了报])"
)
ZERO, LIKE_ZERO = "零报告", pattern_of("[一-鿿](?:报[一-鿿]|[一-鿿]告)")
COMMON = ("以前", "时报", "时填", "室填")
NEVER = frozenset(NUMERALS + "十百零两是")
# a space where others set a comma: 应填18已填18 记录0
PAUSE = pattern_of(
    r"(?<=[0-9人条个名位了好完齐哈嘛吧呢啦])\s(?=[一-鿿])(?![人条个名位件起应已](?:$|[,;。\s]))"
    r"|(?<=[一-鿿])(?<![录数报])\s(?=[一-鿿])(?![人条个名位件起](?:$|[,;。\s]))"
    r"|(?<=[人个条名位呀啦哦])\s(?=[0-9]+\s?[人个条名位])"
)
SLIPS = (
    (pattern_of("规[顶订]|归定"), "规定"),
    # 记录么有三条的: no 没有
    (pattern_of(r"(?<=[录数])么(?=有\s?(?:[2-9]|[1-9][0-9]|[二两三四五六七八九十])\s?[条人个])"), ""),
    (pattern_of(r"[木莫]有|(?<!落)没得|么得|么有|没的(?=[呀啊哦]|$|[\s,;。])|冇"), "没有"),
    (pattern_of(r"(?<![A-Za-z0-9])[Oo](?=\s?[条件起])"), "0"),
    (pattern_of(r"(?<=[0-9])\s?tiao"), "条"),
    (pattern_of(r"(?<=[0-9])\s?ren(?![a-z])"), "人"),
    (pattern_of(r"填抱|填保|(?<![昨今前明后每])天报(?!告)"), "填报"),
    (pattern_of(r"不[拉辣啦](?=[,;。\s了]|$|都|全)"), "不落"),
    (pattern_of("(?<![0-9])~+|~+(?![0-9])"), ","),
    (pattern_of("(?<=[0-9]) (?=[个名位条][一-鿿])"), ""),
    (pattern_of(r"\.{2,}|—{2,}"), ","),
    (pattern_of("俩"), "两个"),
    (pattern_of("侪"), "都"),
    (pattern_of("哪有(?=人|什么|啥)"), "没有"),
    (pattern_of("阿拉"), "我们"),
    (pattern_of("(?<=在)[测侧策厕]人?(?=人员|干警|法官|[0-9一二三四五六七八九十的])"), "册"),
    # 应填三十六已填三十六零条记录: the zero is a figure of its own
    (pattern_of("(?<=[十百0-9一二三四五六七八九])零(?=[条件起](?:记录|过问)|报告|记录)"), ",零"),
    (pattern_of("(?P<none>没有?|无|零)[,;\\s]*(?:就|请|帮我)?[填报写记]个?[0零](?=$|[,;。])"), r"\g<none>"),
    (pattern_of("要?改一?下[,，]?(?=改[成为])"), ""),
    # 还有1位想攒到下月一起填: who will file has not
    (
        pattern_of(
            "还有(?P<n>[0-9一二两三四五六七八九十]+)(?=[位名个人])(?=[^,;。没未不]{1,3}(?:想|打算|说|准备)[^,;。]{0,8}填)"
        ),
        r"还差\g<n>",
    ),
    # who signs, and when a sheet was drawn
    (
        pattern_of(
            "[,;。\\s]*(?:联系|填报|经办|审核|负责)人(?![数员])[:是为]?[^,;。0-9]{1,6}(?=[,;。]|$)|[,;。\\s]*(?:联系)?(?:电话|手机|分机|号码)+[:是为]?[0-9-]+"
        ),
        "",
    ),
    (pattern_of(r"(?:20[0-9]{2}[-./])?[0-9]{1,2}[-./][0-9]{1,2}[日号]?\s[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?"), ""),
    (pattern_of("仨"), "三个"),
    # 来了个新书记员; 还差某某一个, by a surname
    (pattern_of("(?<=[来走退调进])了个(?=[一-鿿])"), "了1个"),
    (pattern_of(f"(?<=[差缺剩])(?:[小老]{SURNAMES}|{SURNAMES}某)(?=[一1]个)"), ""),
    (pattern_of(r"(?<=填)[号浩](?=了|$)"), "好"),
    # 2026-12 is no span of years
    (pattern_of(r"(?P<y>20[0-9]{2})[-./]0?(?P<m>1[0-2]|[1-9])(?![0-9./-])"), r"\g<y>年\g<m>月,"),
    (pattern_of(r"(?<=[录数况里边面庭局室])的话"), ""),
    (
        pattern_of(r"(?<![0-9])(?P<a>[0-9]+)\s?[-—~|]\s?(?P<b>[0-9]+)\s?[-—~|]\s?(?P<c>[0-9]+)(?![0-9])"),
        r"\g<a>/\g<b>/\g<c>",
    ),
)


def ordinary(text: str) -> str | None:
    """None where a number of it is written as no one counts."""
    text = _without_marks(text.translate(FORMAL).translate(TRADITIONAL))
    if ORNATE.search(text):
        return None
    text = EMOJI.sub(" ", text)
    text = unicodedata.normalize("NFKC", re.sub(r"\s*\n\s*", ";", text.strip()))
    text = re.sub(r"\s+", " ", text).strip()
    if ODD.search(text):
        return None
    text = QUOTES.sub("", text)
    for slip, meant in SLIPS:
        text = slip.sub(meant, text)
    text = PAUSE.sub(",", _by_sound(FILL.sub("填", text)))
    return text if COUNTED.search(text) else ONE.sub("1人", text, count=1)


def _without_marks(text: str) -> str:
    """1. 应填 2. 已填: marks of a list count up from one, and nothing else."""
    marks = list(MARK.finditer(text))
    signs = [mark[mark.lastgroup or 0] for mark in marks]
    order = [next(row.index(sign) for row in (CIRCLED, DIGITS, NUMERALS) if sign in row) for sign in signs]
    if len(marks) < 2 or order != list(range(len(marks))):
        return text
    return MARK.sub(";", text).strip("; ")


def _by_sound(text: str) -> str:
    text = LIKE_ZERO.sub(lambda match: ZERO if all(map(alike, match.group(), ZERO)) else match.group(), text)
    for at in range(len(text) - 2):
        said = text[at : at + 2]
        if said in NAMES or said in COMMON or set(said) & NEVER or not LEAD.match(text, at + 2):
            continue
        if name := next((name for name in NAMES if all(map(alike, said, name))), None):
            text = f"{text[:at]}{name}{text[at + 2 :]}"
    return text
