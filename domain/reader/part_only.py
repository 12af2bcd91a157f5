"""Whether what was told for certain is of a part alone: 不含法庭, 只是窗口的, 热线的还没加, 其中12件待报结.

What is missing is known by where or when it comes from (SCOPE), or by not being there *yet*. What does not belong to
the thing by its kind (助理没算, 不含终本) makes it exact, and what is asked for beside it may come later.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from domain.answers import Occurrence
from domain.patterns import pattern_of
from domain.reader.asked import Value
from domain.reader.question import Question
from domain.reader.word_lists import any_of

N = "[0-9一二两三四五六七八九十百几来多]"
# rooms, windows and lines where the house takes up what it counts, and times in which it did
PLACE = any_of(
    "[一-鿿]{0,3}法庭|[一二三四五两]庭|[局院]里|本部|[本我]们?[一二三四五]?小?[组科队室]|[一二三四五]组|[甲乙丙]组|[一-鿿]{1,3}[组科队室点站所](?![一-鿿])",
    "窗口|热线|大厅|中心|平台|系统|[线网][上下]|现场|自助|邮[寄件]|掌上|微法院|委员会|驻点|工作站|团队",
)
SCOPE = any_of(
    PLACE, "[0-9一二三四五六七八九十]{1,3}[月号日]份?|[上中下]旬|月[底初末]|季度|最后[几两三一]天|[这那]几天"
)
NOT_YET = (
    r"(?:[没未](?:有|能|来得及|完全|全部?|都|怎么)*)(?:更新|反馈|统计|汇总|导|审核|同步|上来|返|齐"
    r"|(?:算|加|录|进|报|出|计|登|补|扣|剔|减|收|传|交|核|查|并|给|转|归)(?!错|现|台|庭|版|具|席|在|达|成|警|名|工|底|过))"
)
IN_WORK = r"(?:(?:还|正|仍|都)在|在)(?:核(?!过)|查|统计|汇总|导|算|补|录|对(?!外)|整理|走|等)"
# each clause of these is of what is told, unless it names what is still wanted
OPEN_CLAUSE = pattern_of(
    rf"(?:^|(?<=[,，;；。\s(（]))(?P<clause>[^,，;；。\n()（）]*?(?:(?P<yet>(?:还|尚|仍|暂)(?:都|也|是)?{NOT_YET})|(?P<not>{NOT_YET})|(?P<work>{IN_WORK}))[^,，;；。\n()（）]*)"
)
OF_A_SCOPE = pattern_of(
    rf"^[^0-9]{{0,4}}?(?:有{N}+[件条个]|{SCOPE}|[去今本]年|[本上当]月|[一-鿿]{{2,6}}的(?:数[据字]?|案件|部分)?[都也]?[没未])"
)
THEN_AND_NOW = pattern_of("[今本去前上]年|[本当]月")
REST = pattern_of("其[余他它]|剩下|剩余|余下|别的|另外")
# 对方法院还没反馈, a reason why some are missing from the part
REASON = pattern_of(
    "[因由为]|对方|外地|外区|当事人|被告|原告|一直|要求|催|那[位个一]|差的|(?:没|未|不)(?:达标|按时|合格)"
)
# 不含法庭, 法庭的没算在内
WITHOUT = pattern_of(
    rf"(?:除了?|缺|去掉|刨[去掉])[一-鿿]{{0,4}}?{SCOPE}(?:[以之]?外|(?=[,，;；。)）\s]|$))|(?:不|未|没有?)(?:包含|包括|含|算上?|计入|加上?|统计)(?:了)?(?:[一-鿿]{{0,4}}?){SCOPE}"
    rf"|{SCOPE}的?(?:数据?|案件|件|部分|那[块边部分]*)?(?:都|也|是)?(?:不[算含]|[没未](?:算|含|计)|除外)(?:在内)?(?=[,，;；。)）\s]|$)"
)
WITHOUT_ONE = pattern_of(
    r"(?:[不没未]含|[不没未]包[括含]|[不没未]算上?|除了?|缺|少了?)(?P<court>[一-鿿]{2})(?![一-鿿])|(?<![一-鿿])(?P<apart>[一-鿿]{2})(?:那边)?的(?:另外?|单独|分开|以后|回头)再?[报填算给发]"
)
# 只是窗口的, 只算了局里, 只查了网上的, 这是我们组的数: where it was looked for
ONLY = pattern_of(
    rf"(?:只|仅|光|单)(?:[是为算有查含录]|统计|包[括含]|看|导|限|核|汇总)?了?(?:到|出|的)?[一-鿿]{{0,4}}?{SCOPE}[里上内]?的?(?:数据?|情况|那块|部分|案件|件)?(?=[,，;；。:：)）\s]|$)"
    rf"|(?:^|[,，;；。\s(（])(?:是|都是|就是|先报)?(?:{PLACE}[里上内]?(?:的?(?:数[据字]?|情况)(?=[:：,，]|$)|的(?=[:：。)）]|$))|[一二三四五]组[:：]|(?:这|只|仅|光)*(?:是|有)?(?:其中)?一?部分(?:的|数[据字]?)*(?=[,，:：。)）\s]|$)|缺[一-鿿]{{2,6}}的(?:数[据字]?)?(?=[)）。\s]|$))"
    rf"|(?:这|以上|上面|数据?)(?:些|个)?(?:都|只|仅|就)?是[一-鿿]{{0,4}}?{SCOPE}的(?:数[据字]?|情况|部分|量)?(?=[,，;；。:：)）\s]|$)"
    rf"|[我本]们?(?:这边?|这个)?[一二三四五六]?(?:小?组|科|团队)(?:的|这边)?(?=[^,，;；。]{{0,6}}[0-9])"
    rf"|(?:^|[,，;；。\s(（]){SCOPE}的?[^,，;；。0-9]{{0,3}}(?:另外?|单独|分开|再)[报填算给发]"
)
# 抽查了20件: of what was looked at, nothing is known of the rest
SAMPLE = pattern_of("抽[查样看取]|随机|部分(?:查|看)")
# 其中12件待报结, 被核减2件, 2件存疑, 3件录错了要改
SOME_OPEN = pattern_of(
    rf"其中[^,，;；。0-9]{{0,4}}{N}+[件条个人][^,，;；。0-9]{{0,4}}(?:待|未定|没定|拟|有待)(?!遇)"
    rf"|被(?:核减|扣减|核销|调减|剔除|扣除|减掉?)|{N}[件条个](?:还|也)?(?:存疑|有(?:疑问|争议|问题)|(?:还|正)在(?:复核|复查|审核)|(?:又|再次?)反复)"
    rf"|{N}[件条个][^,，;；。0-9]{{0,3}}[录报填登算计][错重]了?(?:的|要|得|需|待|还|没)|[系属是](?:误录|误报|误填|误登|重复录入|误操作)"
)
# 有一个重名重复了, 11月退休了1名, 除了退休的4个都训了: nothing is said of whether they are among those told
STILL_AMONG = pattern_of(
    rf"{N}[件条个名位人][^,，;；。0-9剔扣去]{{0,6}}重(?:名|复)[^,，;；。0-9剔扣去]{{0,4}}(?=$|[,，;；。](?!.*(?:[剔扣刨减]|去[掉除重])))"
    rf"|(?:^|[,，;；。])[^,，;；。没未不差缺剩余里中新]{{0,6}}(?:退休|调[走离出]|离职|辞职|转岗|退额)了?{N}[名位个人](?![^,，;；。0-9]{{0,6}}[不扣减])"
    rf"|除了?(?:已经?)?(?:退休|调[走离出]|离职|辞职|转岗|退额)了?的?{N}[名位个人]"
)
NO_CHANGE = pattern_of(r"[没不未]有?[进来增][也,，\s]*[没不未]有?[出走减]")  # 人没进也没出
# 要扣除12件, 还没扣
TO_BE_TAKEN_OUT = pattern_of(
    rf"(?:要|应该?|得|需要?|还没)核?[扣剔减删销][掉除去减]?了?[^,，;；。]{{0,4}}{N}+[件条个人]"
    rf"|{N}[件条个人](?:还|也)?(?:要|应该?|得|需要?|还没)核?[扣剔减删销]"
)


def is_part(text: str, values: Mapping[str, Value], question: Question) -> bool:
    shape = question.shape
    if shape in ("yes", "rank", "day", "meeting", "entries"):
        return False
    is_none = shape == "occurrence" and not any(isinstance(one, Occurrence) for one in values.values())
    if is_none and SAMPLE.search(text):
        return True
    if shape == "roll-call":
        text = NO_CHANGE.sub("", text.replace("系统", "").replace("平台", ""))  # where everybody files
    if any(pattern.search(text) for pattern in (WITHOUT, ONLY, SOME_OPEN, TO_BE_TAKEN_OUT)):
        return True
    if shape == "figures" and STILL_AMONG.search(text):
        return True
    if (without := WITHOUT_ONE.search(text)) and (without["court"] or without["apart"]) in _courts(
        question.asked.own | question.asked.others
    ):
        return True
    return any(_is_open(match, values, question) for match in OPEN_CLAUSE.finditer(text))


@lru_cache(maxsize=64)
def _courts(names: frozenset[str]) -> frozenset[str]:
    """南翔 of 南翔法庭: a part of the house by its own name."""
    return frozenset(name.removesuffix("法庭") for name in names if name.endswith("法庭"))


def _is_open(match: "re.Match[str]", values: Mapping[str, Value], question: Question) -> bool:
    """12月的没算; and no 天数还没导出来, where they are wanted and not told."""
    clause = match["clause"]
    if REST.search(clause) or REASON.search(clause) or _is_of_wanted(clause, values, question):
        return False
    return bool(match["yet"] or OF_A_SCOPE.search(clause))


def _is_of_wanted(clause: str, values: Mapping[str, Value], question: Question) -> bool:
    """It names what is asked for and was not told."""
    untold = [part.label for part in question.asked.quantities if part.label not in values]
    told = "".join(values)
    pairs = {clause[at : at + 2] for at in range(len(clause) - 1)}
    if untold and any(part.label[:2] == "上年" for part in question.asked.quantities) and THEN_AND_NOW.search(clause):
        return True
    return any(pair in label and pair not in told for pair in pairs for label in untold)
