"""Figures that say of what, not how much: 60日内办结率, 30万元以上的村, 对30家单位, 三项行动."""

from catalogue.demands.figure import TIME_UNITS, Figure
from catalogue.demands.said import Sentence
from catalogue.demands.units import OFTEN, SHARES
from domain.patterns import pattern_of

BREAK = pattern_of("[,，、;；:：]")
HAN = pattern_of("[一-鿿]")
EACH = pattern_of("各[^,;、。]{0,4}$")
OF_A_RATE = pattern_of("[一-鿿]{1,10}(?:率|比例|占比)")
OBJECT_BEGINS = pattern_of('[“"]?[一-鿿]')
OBJECT = pattern_of(r"(?:对|向|为|从|由|在|将)[^,;、。0-9]{0,10}$")
LINKED = pattern_of(r"或|和|与|及|作为|入选|被|获|并|且|在|为|达|的?\s*(?:$|[,;。、)）])|用于|给予|左右|及时|发布|纳入")
SPELT_ALONE = 10  # 三项制度 counts nothing, 三百人 do
OF_SLOGANS = ("个", "项", "条", "种", "类", "级", "道", "大", "年", "度", "星", "批", "轮")
AT_END = pattern_of(r"\s*(?:$|[(）)。和与及并])")
DOES = (
    "新[增建辟招设开]|建[成设立]|打造|培[育训]|举办|组织|开展|召开|创[建作]|引[进育]|完成|实施|改[造扩建]+|扩建|更换|延长|评选|选[树派]"
    "|推出|发布|编制|制定|出台|申报|获得?|签[订约]|落地|开工|投产|查处|发展|办[理好结]|招引|配[备置]|拍摄|发表|化解|检查|走访|调研"
    "|救助|购置|命名|认定|遴选|申请|增[加设]|拓展|优化|调整|宣讲|演出|承办|征集|推荐|形成|编[写印发]|授权|巡回|出版|立项|结项"
)
DOING = pattern_of(f"{DOES}|全年|年内|每[年季月]|全县|全市|全区|目标")
JUST_DONE = pattern_of(f"(?:{DOES})(?:了|完?成)?\\s*$")
# 等五个, 分为三类, 以下四项 sum up
COUNTED = pattern_of(
    '[一-鿿”"）)\x02]{2}(?<![等这为分第同某任其哪各每另的上前后余近以])(?<!以下)(?<!下列)(?<!如下)(?<!上述)(?<!包括)(?<!做到)(?<!坚持)\\s*$'
)


def describes(sentence: Sentence, one: Figure, others: list[Figure], events: list[int]) -> bool:
    """60日内办结率, 30万元以上的村占比, 对30家单位开展: it says of what, not how much."""
    text = sentence.masked
    clause = sentence.clause_end(one.stop, ",;、:")
    later = [other.start for other in others if other.chain != one.chain] + events
    leads = any(one.stop <= place < clause for place in later)
    behind = text[one.stop : clause].lstrip()
    firm = one.compared is not None and one.compared.firm
    if one.said.unit == "年" or one.said.unit == "岁":
        return not firm or leads
    if leads and behind.startswith("的"):
        return not (one.said.unit == "%" and others and others[0].said.unit in TIME_UNITS)
    if one.said.unit in TIME_UNITS and not firm and (leads or OF_A_RATE.match(behind)):
        return True
    if not firm and leads and HAN.match(behind) and not LINKED.match(behind) and one.said.unit not in SHARES:
        return True
    spelt = one.spelt and one.said.value < SPELT_ALONE and one.said.unit not in (*SHARES, "百分点")
    return spelt and not firm and not _counts(sentence, one)


def _counts(sentence: Sentence, one: Figure) -> bool:
    """培育龙头企业五家, 举办三场招聘会 count; 三项行动, 实现三个转变 do not."""
    before = sentence.plain[one.since : one.start]
    behind = sentence.masked[one.stop : sentence.clause_end(one.stop, ",;、:")]
    if OFTEN.search(before) or EACH.search(before) or "/" in one.said.unit:
        return True
    if one.compared is not None:
        return not (one.said.unit in OF_SLOGANS and OBJECT_BEGINS.match(behind))
    if AT_END.match(behind):
        is_done = one.said.value > 1 or DOING.search(sentence.plain, sentence.start, one.start)
        return bool(COUNTED.search(before)) and bool(is_done)
    return one.said.unit not in OF_SLOGANS and bool(JUST_DONE.search(before))


def says_how_soon(sentence: Sentence, one: Figure, other: Figure) -> bool:
    """80%以上的案件在30日内办结: so many of them within that time."""
    between = sentence.masked[one.stop : other.start]
    of_time = one.said.unit in SHARES and other.said.unit in TIME_UNITS
    return of_time and between.startswith("的") and not BREAK.search(between)


def is_attribute(sentence: Sentence, one: Figure) -> bool:
    """3人以上群体性事件: it may be of what kind, and it may be how many."""
    if one.said.unit in (*SHARES, *TIME_UNITS) or (one.compared is not None and one.compared.start < one.start):
        return False
    if one.compared is None and not OBJECT.search(sentence.masked[one.since : one.start]):
        return False
    return bool(object_of(sentence, one))


def object_of(sentence: Sentence, one: Figure) -> str:
    """What stands behind a figure and is what it counts: 2次 文化活动, 20日内 公示."""
    behind = sentence.words(one.stop, sentence.clause_end(one.stop, ",;、:()")).strip()
    return behind if OBJECT_BEGINS.match(behind) and not LINKED.match(behind) and one.said.unit not in SHARES else ""
