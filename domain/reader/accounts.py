"""Figures that an account explains, told in the form's own words: how many there are, who is missing, all the others.

在册26个，有一个产假才60几学时，其他都够90 is 26 and 25, 成功583，没成的497，加一块1080件 is 583 of 1080. An account
that does not come out, or with words that may change it, explains nothing.
"""

import re

from domain.patterns import pattern_of
from domain.reader import made_up
from domain.reader.asked import Asked
from domain.reader.beside import Beside, figures
from domain.reader.masking import clean, mask
from domain.reader.names import things
from domain.reader.pair_accounts import Account, PairTold
from domain.reader.ways import pairs
from domain.reader.within_words import EVERY_ONE

MOST = 12  # figures
NAMES = pattern_of(r":(?=\s?[0-9])")
# 30件到期 29件办了 剩1件: words behind their figures
HEADS = pattern_of(r"(?<=[一-鿿]) (?=[0-9])")
LINE = pattern_of("满([0-9]+)")
OVER, UNDER = "≥|>=|不低于|不少于", "[<＜]|低于|不足|不到|不满|未满|小于"
# 办结28件，其中期限内26件: so many are meant
IN_TIME = pattern_of(
    r"(?<![应该])(?P<done>办结|反馈)了?[掉的]?[0-9]+件?[,，\s]*(?:其中|里面?)(?:期限内|按[时期])(?P=done)?[的了有是]*(?P<n>[0-9]+件?)"
)
# 14件，按时14件
N = "(?:[0-9]+|[一二两三四五六七八九十百]+)件?"
TIMELY = pattern_of(
    rf"^(?:一?共|总共)?(?P<all>{N})[,，\s]*(?:其中|里面?)?(?:按[时期]|准时|及时|如期)(?:的|有|是|[:：])*"
    rf"(?P<n>{N})(?=$|[,，。;；\s])"
)
TIMELY_NAME = pattern_of("按时|期限内")
# 另外两个一个82一个87: how many hours each of the rest has
HOURS = r"(?:[一1][个人名位](?:法官)?(?:也|就|还)?(?:是|有|只有?|才|到)?\s?[0-9]{1,3}(?:\.[0-9])?(?:个?学时|个)?)"
EACH_OF_REST = pattern_of(
    rf"(?:另外?|还有|剩下?|其[余他]|没[满够]的?)的?(?:有|是)?(?P<few>[两二三23][个人名位])(?:人|法官|同志)?[,，:：\s]*{HOURS}(?:[、,，和\s]*{HOURS}){{1,2}}"
)
ONE_OF_REST = pattern_of(
    r"(?:差|剩下?|没[满够])的?那[一1]?[个位名](?:法官)?(?:是|只有?|才|就)*\s?[0-9]{1,3}(?:个?学时)?"
)
PAIR = 2
COUNTED = r"(?=[:：\s是有]*[0-9]{1,3}(?![0-9]|个?[学课]))"


def plainer(text: str, asked: Asked) -> str:
    """As it stands where nothing is explained."""
    if not asked.quantities:
        return text
    if LINE.search(asked.quantities[0].label):
        text = ONE_OF_REST.sub("1个没够", EACH_OF_REST.sub(r"\g<few>没够", text))
    text = _in_time(text, asked)
    if (told := _beside(_by_its_line(text, asked), asked)) is None:
        return text
    bare = made_up.plainer(told)
    if bare != told.raw:
        text, told = bare, _beside(bare, asked) or told
    found = [one for part, whole in pairs(asked) for one in PairTold(told, part, whole).accounts()]
    return text if len({(one.due, one.done) for one in found}) != 1 else _retold(told.raw, found[0])


def _beside(text: str, asked: Asked) -> Beside | None:
    """Its figures, those of the rest among them; none where there is nothing to account for."""
    cleaned = clean(text)
    if cleaned is None or "\t" in text or "|" in cleaned:
        return None
    masked = mask(EVERY_ONE.sub(",无一例外,", cleaned), things(asked), asked, as_remarked=True)
    plain = NAMES.sub(" ", masked.raw)
    plain = HEADS.sub(",", plain) if masked.text[:1].isdecimal() else plain
    told = Beside(plain, masked.raw, figures(masked, plain), {}, asked)
    return told if 0 < len(told.figures) <= MOST and "/" not in masked.text else None


def _in_time(text: str, asked: Asked) -> str:
    label = asked.quantities[0].label
    if len(asked.quantities) == PAIR and (found := TIMELY.match(text)) and TIMELY_NAME.search(label):
        return f"{asked.quantities[1].label}{found['all']}，{label}{found['n']}{text[found.end() :]}"
    return IN_TIME.sub(lambda one: f"{label}{one['n']}" if one["done"] in label else one.group(), text, count=1)


def _by_its_line(text: str, asked: Asked) -> str:
    """学时≥90: 23, 学时<90: 1; 90学时以上24人."""
    if not (line := LINE.search(asked.quantities[0].label)):
        return text
    hours = rf"{line[1]}\s?(?:个?学时)?的?"
    for said, plain in ((OVER, f"满{line[1]}学时"), (UNDER, "没够")):
        text = re.sub(rf"(?:学时)?\s?(?:{said})\s?{hours}{COUNTED}", plain, text)
    for side, plain in (("上", f"满{line[1]}学时"), ("下", "没够")):
        text = re.sub(rf"{hours}以{side}{COUNTED}", plain, text)
    return text


def _retold(text: str, account: Account) -> str:
    pieces = sorted(account.pieces)
    out, at = f"{text[: pieces[0][0]]}{account.due},{account.done}", pieces[0][0]
    for start, end in pieces:
        out += text[at:start]
        at = max(at, end)
    return out + text[at:]
