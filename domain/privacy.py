"""What must not be kept, however it is written: identity, telephone and case numbers, marks of secrecy."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from domain.patterns import pattern_of

Kind = Literal["identity", "phone", "case", "classified"]
KINDS: tuple[Kind, ...] = get_args(Kind)
BLACK = "■■■■"

# what is not seen between two figures: joiners, marks of an emoji
UNSEEN = ("Cf", "Mn", "Me")
DASHES = dict.fromkeys("‐‑‒–—―−﹣－~～", "-")
ORNATE = pattern_of("[²³¹¼-¾⁰-₟⅐-↏①-⓿㈀-㏿]")  # ① is no figure of what follows it
SPOKEN = str.maketrans("零〇○洞一幺壹二贰三叁四肆五伍六陆七柒拐八捌九玖勾", "0000111223344556677788999")
BETWEEN = r"[\s\-.·_/]{0,3}"  # groups of an identity number; its check digit and birth date make it sure
JOINT = r"[ \-.·_]{1,3}"
CLOSE_JOINT = r" ?[\-.·_] ?"

# resident identity numbers
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
EIGHTEEN = pattern_of(rf"(?<![0-9])(?=([1-9](?:{BETWEEN}[0-9]){{16}}{BETWEEN}[0-9Xx×])(?![0-9]))")
FIFTEEN = pattern_of(rf"(?<![0-9])(?=([1-9](?:{BETWEEN}[0-9]){{14}})(?![0-9Xx]))")
IDENTITY_WORD = pattern_of(r"身份|证件号|证号|居民证|\bid\b|\bidentity\b", re.IGNORECASE)
BEFORE, BEHIND = 16, 10  # signs within which a word speaks of a number

# telephones; 12368, 12345 and 110 are too short for any of these
COUNTED = r"(?!\s*(?:元|万|亿|件|人次|%|‰))(?!\.[0-9])"
MOBILE = pattern_of(
    rf"(?<![0-9])(?<![0-9]\.)(?<!¥)(?:(?:\+|00)?86{JOINT})?(?:(?:\+|00)?86)?"
    rf"(?:1[3-9][0-9]{{9}}{COUNTED}|1[3-9][0-9]{JOINT}[0-9]{{4}}{JOINT}[0-9]{{4}}"
    rf"|1[3-9][0-9]{CLOSE_JOINT}[0-9]{{8}}|1[3-9][0-9]{{5}}{CLOSE_JOINT}[0-9]{{4}}"
    rf"|1{JOINT}[3-9](?:{JOINT}[0-9]){{9}})(?![0-9])"
)
ANY_MOBILE = pattern_of(rf"(?<![0-9])(?:(?:\+|00)?86{BETWEEN})?1{BETWEEN}[3-9](?:{BETWEEN}[0-9]){{9}}(?![0-9])")
PHONE_WORD = pattern_of(r"手机|电话|联系|致电|拨打|微信|\btel|phone|mobile", re.IGNORECASE)
CITY = "(?:10|2[0-57-9])"
TOWN = "[3-9][0-9]{2}"
SUBSCRIBER = r"[1-9][0-9]{2,3}[ \-]{0,2}[0-9]{4}"
LANDLINE = pattern_of(
    rf"(?<![0-9.])(?:\(0{CITY}\)|0{CITY}){BETWEEN}{SUBSCRIBER}(?![0-9])"
    # 0900-1130 1330 are hours of the day
    rf"|(?<![0-9.])(?:\(0{TOWN}\)|0{TOWN}){BETWEEN}(?!1){SUBSCRIBER}(?![0-9])"
    rf"|(?:\+|\b00)86[ \-]{{0,2}}\(?0?\)?(?:{CITY}|{TOWN})\)?[ \-]{{0,2}}{SUBSCRIBER}(?![0-9])"
)
LOCAL = pattern_of(  # without an area code only where it is called a telephone; 20261118 is a day
    r"(?:电话|座机|传真)(?:号码?)?(?:[是为:] ?| )?(?P<n>(?!20[0-9]{2}[01][0-9][0-3][0-9])[2-9][0-9]{6,7})(?![0-9])"
    r"(?!\s*(?:元|件|个|次|人|起|万))"
)
LINK = pattern_of(r"https?://[^\s一-鿿，。]+")
OWN_LINK = pattern_of(r"(?:phone|tel|mobile|call)\w*[=/]$", re.IGNORECASE)

# case numbers: year, court, sort, number. In 嘉法发〔2022〕16号 the letters stand before the year: a document
GAP = r"[\s_\-]{0,2}"
YEAR = r"(?:(?:19|20)[0-9]{2}|[一二][〇零○一二三四五六七八九0O]{3})"
OPEN, SHUT = r"(\[{〔【〖〘〚<《〈«「『⟨⟮⦅❨❪❬❮❰❲❴“‘\"'", r")\]}〕】〗〙〛>》〉»」』⟩⟯⦆❩❫❭❯❱❳❵”’\"'"
IN_YEAR = rf"[{OPEN}]{GAP}{YEAR}{GAP}年?{GAP}[{SHUT}]{GAP}"
COURT = "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼兵军]"
SORT = (
    "(?:[知商金海少环]?民(?:初|终|再|申|监|特监?|撤|辖终?|抗|破|催|督|保令?|认|他|诉前调确?)"
    "|[知商金海少环]?刑(?:初|终|再|申|监|更备?|核|复|医|没|他|辖|执)"
    "|[知商金海少环]?行(?:初|终|再|申|监|审|辖|他|保|赔[初终]?|执)"
    "|执(?:恢|异|复|监|保|协|请|他|督|提|申)|财保|诉前调[书确]?|诉保|破[申初终]|强清|清申|司惩|司救[民刑行执]?"
    "|委赔|法赔|赔他)"
)
SHORT_SORT = f"(?:{SORT}|[执破特督催调请认赔])"
NUMBER = r"(?:[0-9]{1,7}|[一二三四五六七八九十百千零〇]{1,7})(?![0-9])"
MORE = r"(?:[、,和至\-](?:第 ?)?[0-9]{1,7}(?![0-9]))*"
PART = rf"(?:{GAP}号)?(?:{GAP}之{GAP}[一二三四五六七八九十0-9]{{1,2}})?(?:[、,和至]第?[0-9]{{1,7}}号)*"
TAIL = rf"{GAP}字?{GAP}第?{GAP}{NUMBER}{MORE}(?!\s*[件起宗人个%])"
CASE = pattern_of(
    # (2026)沪0114民初123号; the year may be missing, or its brackets
    rf"(?:{IN_YEAR}|[{OPEN}]?{YEAR}年?{GAP}[{SHUT}]?{GAP}|(?<![0-9])[0-9]{{2}}年?)?{COURT}[一-鿿]{{0,2}}{GAP}[0-9]{{2,4}}{GAP}{SHORT_SORT}{TAIL}{PART}"
    # (2026)沪民终12号, (2026)最高法民申12号, (2026)民初12号
    rf"|{IN_YEAR}[一-鿿]{{0,5}}?{GAP}[0-9]{{0,4}}{GAP}{SHORT_SORT}{TAIL}{PART}"
    # (2012)嘉民一(民)初字第1234号, as they were written before 2016
    rf"|{IN_YEAR}(?=[^号]{{0,14}}[民刑行执赔破])[一-鿿()]{{1,12}}字{GAP}第?{GAP}{NUMBER}{MORE}{GAP}号{PART}"
    # 民初123号, as it is said within a court
    rf"|{SORT}{GAP}字?{GAP}第?{GAP}{NUMBER}{MORE}{GAP}号(?:之[一二三四五六七八九十0-9]{{1,2}})?"
)

# marks of secrecy: on a document, not in what is said of secrecy
LEVEL = r"(?:绝\s*密|机\s*密|秘\s*密)"
TERM = r"(?:[0-9一二三四五六七八九十]{1,3}\s*(?:年|个?月|天)|长期|特急|加急|平急)"
PAPER = "(?:文件|文电|公文|件|材料|资料|电报|档案|卷宗|会议纪要|纪要|通知|报告|载体|信息)"
OF_PAPERS = (
    "(?!的?(?:的|管理|保管|保密|培训|教育|检查|制度|规定|清退|清理|销毁|学习|工作|知识|台账|登记|流转|审批|归档|排查|自查"
    "|安全|和|与|、))"
)
CLASSIFIED = pattern_of(
    rf"{LEVEL}级?\s*[★☆*※]"
    rf"|[【\[(〔「]\s*{LEVEL}级?\s*(?:{TERM})?\s*[】\])〕」]"
    rf"|(?:密\s*级|定密|标密)\s*(?:为|是|定为|标注为|标为|确定为)?\s*[:：]?\s*(?:为|是)?[“\"「]?\s*{LEVEL}(?!\s*[、,和或及以])"
    rf"|(?<![一-鿿])(?:绝密|机密)级?(?:{PAPER}){OF_PAPERS}"
    rf"|(?<![一-鿿])秘密(?:级(?:{PAPER})|(?:文件|公文|电报|文电)){OF_PAPERS}"
    rf"|(?:这|此|该|本|附|属|是|有|份|发|系|转|为|件)(?:绝密|机密|秘密级|秘密)级?(?:{PAPER}){OF_PAPERS}"
    rf"|(?<![一-鿿]){LEVEL}级?[ ·,\-_]{{0,2}}{TERM}(?![一-鿿])"
    rf"|(?:^|\n)[ \t]*{LEVEL}级?[ \t]*(?=\n|$)"
    rf"|(?:^|\n)[ \t]*(?:绝密|机密)级?[ \t_\-·:：]+(?=[^\s,，、和])"
)
ON_A_NAME = pattern_of(
    rf"(?:^|[\s_\-.【\[(（+]){LEVEL}级?(?=$|[\s_\-.】\])）+★0-9])|^(?:绝密|机密)级?(?!级|性|码|{PAPER})|^秘密级"
)

# what is written around a number, and says nothing without it
LABEL = (
    r"(?:(?:居民|公民)?身份证?(?:号码?|件)?|证件(?:号码?)?|手机(?:号码?)?|(?:联系|办公)?电话(?:号码?)?|联系(?:方式|人)?|座机|传真"
    r"|案号|案件|当事人|原告|被告|被?申请人|被?执行人|姓名|本人|我的?|[他她您你]的?|微信号?|号码?|[是为的及和与]"
    r"|\+?86|[、:：.()（）\[\]【】“”\"'\s])"
)
EDGE = pattern_of(rf"^(?:{LABEL}*+{BLACK})++{LABEL}*+|(?:{LABEL}*+{BLACK})++{LABEL}*+$")
CLAUSE = pattern_of(r"([,，;；。!！?？\n]+)")
WORDS = pattern_of(r"[^\W_]")
FIGURE = re.compile("[0-9]")
# each of them has a figure, in digits or in words, or the 密 of a mark: most names and many texts have none
POSSIBLE = re.compile(rf"[0-9{''.join(map(chr, SPOKEN))}十百千密]")


@dataclass(frozen=True)
class Span:
    """A forbidden part of a text, from `start` to `end`."""

    start: int
    end: int
    kind: Kind


def find(text: str, *, of_file: bool = False) -> list[Span]:
    """Every forbidden part, in its order. The name of a file is marked in more ways than a text."""
    if text.isascii() and not FIGURE.search(text):  # each of them has a figure, or a word in Chinese
        return []
    folded, places = _folded(text)
    if not POSSIBLE.search(folded):
        return []
    spoken = folded.translate(SPOKEN)
    found = [*_identities(folded), *_phones(folded), *_cases(folded), *_marks(folded, of_file=of_file)]
    if spoken != folded:
        found += [span for span in (*_identities(spoken), *_mobiles(spoken)) if _is_said(folded, span)]
    return [Span(places[s.start], places[s.end - 1] + 1, s.kind) for s in sorted(found, key=lambda s: s.start)]


def blacken(text: str, *, of_file: bool = False) -> tuple[str, list[Kind]]:
    """The text without its forbidden parts, and their kinds; the very same text where there are none."""
    kinds: set[Kind] = set()
    kept, place = [], 0
    for span in find(text, of_file=of_file):
        if span.start >= place:  # within an identity number there may be what looks like a telephone's
            kept += [text[place : span.start], BLACK]
            kinds.add(span.kind)
        place = max(place, span.end)
    return "".join((*kept, text[place:])), [kind for kind in KINDS if kind in kinds]


def legible(text: str) -> str:
    """What can still be read as an answer: no clause ends or begins with what was blackened, or its label."""
    if BLACK not in text:
        return text
    parts = CLAUSE.split(text)
    clauses, breaks = [EDGE.sub("", part) for part in parts[::2]], [*parts[1::2], ""]
    return "".join(clause + mark for clause, mark in zip(clauses, breaks, strict=True) if clause.strip())


def says_something(text: str) -> bool:
    """Whether anything is left beside what was blackened."""
    return bool(WORDS.search(legible(text)))


def _folded(text: str) -> tuple[str, list[int]]:
    """Each sign in its ordinary form with its place in `text`; what is not seen left out."""
    signs, places = [], []
    for place, sign in enumerate(text):
        if sign > "\x7f" and unicodedata.category(sign) in UNSEEN:
            continue
        signs.append(_plain(sign))
        places.append(place)
    return "".join(signs), places


def _plain(sign: str) -> str:
    if sign <= "\x7f" or ORNATE.match(sign):
        return sign
    if (digit := unicodedata.decimal(sign, None)) is not None:
        return str(digit)
    form = unicodedata.normalize("NFKC", DASHES.get(sign, sign))
    return DASHES.get(form, form) if len(form) == 1 else sign


def _is_said(folded: str, span: Span) -> bool:
    """Some of its figures are words."""
    return folded[span.start : span.end].translate(SPOKEN) != folded[span.start : span.end]


def _identities(text: str) -> Iterator[Span]:
    for match in EIGHTEEN.finditer(text):
        digits = re.sub("[^0-9X]", "", match[1].upper().replace("×", "X"))
        sure = is_identity(digits)
        if sure or (_is_day(digits[6:14]) and _speaks(IDENTITY_WORD, text, *match.span(1))):
            yield Span(*match.span(1), "identity")
    for match in FIFTEEN.finditer(text):
        digits = re.sub("[^0-9]", "", match[1])
        if _is_day("19" + digits[6:12]) and _speaks(IDENTITY_WORD, text, *match.span(1)):
            yield Span(*match.span(1), "identity")


def is_identity(digits: str) -> bool:
    """Eighteen signs with a birth date that there is, and the right check digit."""
    total = sum(int(digit) * weight for digit, weight in zip(digits[:17], WEIGHTS, strict=True))
    return _is_day(digits[6:14]) and "10X98765432"[total % 11] == digits[17]


def _is_day(digits: str) -> bool:
    try:
        return date.fromisoformat(f"{digits[:4]}-{digits[4:6]}-{digits[6:]}").year >= 1850
    except ValueError:
        return False


def _speaks(word: re.Pattern[str], text: str, start: int, end: int) -> bool:
    """Whether such a word stands near."""
    return bool(word.search(text[max(start - BEFORE, 0) : start]) or word.search(text[end : end + BEHIND]))


def _phones(text: str) -> Iterator[Span]:
    links = [link.span() for link in LINK.finditer(text)]
    for span in (*_mobiles(text), *_landlines(text)):
        in_link = any(start <= span.start < end for start, end in links)
        if not in_link or OWN_LINK.search(text[: span.start]):
            yield span


def _mobiles(text: str) -> Iterator[Span]:
    yield from (Span(*match.span(), "phone") for match in MOBILE.finditer(text))
    for match in ANY_MOBILE.finditer(text):
        if PHONE_WORD.search(text[max(match.start() - BEFORE, 0) : match.start()]):
            yield Span(*match.span(), "phone")


def _landlines(text: str) -> Iterator[Span]:
    yield from (Span(*match.span(), "phone") for match in LANDLINE.finditer(text))
    yield from (Span(*match.span("n"), "phone") for match in LOCAL.finditer(text))


def _cases(text: str) -> Iterator[Span]:
    return (Span(*match.span(), "case") for match in CASE.finditer(text))


def _marks(text: str, *, of_file: bool) -> Iterator[Span]:
    patterns = (CLASSIFIED, ON_A_NAME) if of_file else (CLASSIFIED,)
    return (Span(*match.span(), "classified") for pattern in patterns for match in pattern.finditer(text))
